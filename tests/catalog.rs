//! What documents see of meetings' decisions, of publications and of the months: small sheets, each value in the path of a document.
#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

use pisar::calendar::{AcademicYearEnd, ProductionCalendar, Transfers, Week};
use pisar::catalog::{Catalog, Quorum, Scope, When};
use pisar::input::{Reading, read_bytes};
use pisar::model::Model;
use std::path::Path;
use std::sync::Arc;

/// The paths of the documents of a kind, its entry completed by `entry`, made from those CSV files.
fn paths(files: &[(&str, &str)], entry: &str) -> Vec<String> {
    let mut reading = Reading::default();
    for (name, text) in files {
        read_bytes(text.as_bytes(), &Arc::from(format!("input/{name}.csv")), Path::new(""), &mut reading);
    }
    let today = "2023-01-15".parse().unwrap();
    let model = Model::assemble(reading.tables, today, AcademicYearEnd::default());
    let calendar = ProductionCalendar::new(Week::Five, Transfers::default());
    let mut scope = Scope::new(&model, &calendar, Quorum::default(), today, "2025");
    let text = format!("[[document]]\nid = 'x'\ntitle = 'X'\ntemplate = 'x.docx'\n{entry}");
    let catalog = Catalog::parse(&text).unwrap();
    let kind = scope.kind(&catalog.entries[0]).unwrap();
    let selection = scope.select(&kind, When::Year, true);
    assert_eq!(selection.findings, []);
    let plain = |text: &String| text.replace(['\u{a0}', '\u{202f}'], " ");
    selection.documents.iter().map(|document| plain(&document.path.concat())).collect()
}

const PEOPLE: &str = "ФИО;Пол;Должность;Организация;E-mail;Экспертный совет\n\
    Майер Генрих Иванович;м;директор;;a@example.ru;председатель\n\
    Орлова Анна Ивановна;ж;методист;;b@example.ru;секретарь\n\
    Котов Олег Ильич;м;мастер;;c@example.ru;член\n";
const MEETINGS: &str = "Дата;Время;Совет;Место;№ протокола;Повестка;Присутствовали\n\
    02.03.2023;14:00;Экспертный совет;зал;1;\"О плане — докладчик Орлова А.И.\nОб итогах\";\"Майер Г.И.\nКотов О.И.\"\n\
    08.06.2023;14:00;Экспертный совет;зал;2;О разном;\n";
const DECISIONS: &str = "Совет;Заседание;Вопрос;Решение;Исполнитель;Срок;За;Против;Воздержались;Дата исполнения\n\
    Экспертный совет;02.03.2023;1;Утвердить план;;;2;0;0;\n\
    Экспертный совет;02.03.2023;1;Разослать план;Котов Олег Ильич;10.03.2023;;;;14.03.2023\n\
    Экспертный совет;02.03.2023;Об итогах;Собрать отчёты;Котов Олег Ильич;31.03.2023;1;0;1;\n\
    Экспертный совет;02.03.2023;О награждении;Наградить;Орлова Анна Ивановна;01.09.2023;2;0;0;\n";

fn of_meetings(entry: &str) -> Vec<String> {
    paths(&[("участники", PEOPLE), ("заседания", MEETINGS), ("решения", DECISIONS)], entry)
}

#[test]
fn a_meeting_knows_what_was_decided_on_each_question() {
    let entry = "for-each = 'заседания'\nas = 'заседание'\nmeeting = true\n\
        file = '''{{#каждый заседание.ход разделитель=\"; \"}}{{номер}} {{вопрос}}: {{#каждый решения разделитель=\", \"}}{{номер}} {{решение}}{{/каждый}}\
        {{#если за}} {{за}}-{{против}}-{{воздержались}}{{/если}}{{#если единогласно}} все{{/если}}{{/каждый}}'''";
    assert_eq!(
        of_meetings(entry),
        [
            // The third question stood on no agenda: what was decided is not lost.
            "1 О плане: 1.1 Утвердить план, 1.2 Разослать план 2-0-0 все; 2 Об итогах: 2.1 Собрать отчёты 1-0-1; \
             3 О награждении: 3.1 Наградить 2-0-0 все",
            "1 О разном: ",
        ]
    );
}

#[test]
fn a_meeting_counts_who_was_present_and_what_is_still_open() {
    let entry = "for-each = 'заседания'\nas = 'заседание'\nmeeting = true\n\
        file = '''{{#каждый заседание.присутствовавшие разделитель=\",\"}}{{фамилия_инициалы фио}}{{/каждый}} {{заседание.присутствует}}\
        {{#если заседание.правомочно}} кворум{{/если}}; {{#каждый заседание.на_контроле разделитель=\",\"}}{{решение}}{{/каждый}}'''";
    assert_eq!(of_meetings(entry), ["Майер Г.И.,Котов О.И. 2 кворум; ", " 0; Собрать отчёты,Наградить"]);
}

#[test]
fn an_executor_gets_one_extract_of_a_meeting_and_lateness_is_counted_in_working_days() {
    let entry = "for-each = 'решения'\nas = 'поручение'\nwhere = 'первое_исполнителю'\n\
        file = '''{{поручение.исполнитель}}: {{#каждый поручение.исполнителю разделитель=\", \"}}{{номер}} {{или опоздание \"-\"}}{{/каждый}}'''";
    assert_eq!(of_meetings(entry), ["Котов Олег Ильич: 1.2 2, 2.1 -", "Орлова Анна Ивановна: 3.1 -"]);
}

const PLAN: &str = "№ п/п;Наименование мероприятия;Исполнители;Срок исполнения;Ожидаемый результат\n\
    1.1;Сбор данных;\"Рабочая группа\nУчастники кластера\";Март 2023 г.;Отчёт\n\
    1.2;Размещение новостей;Рабочая группа;Размещение новостей не позднее 1 рабочего дня после события;Новости\n\
    1.3;Заседания;Председатель совета;Не реже 1 раза в квартал;Протоколы\n";

#[test]
fn news_have_a_term_by_the_plan_and_lateness_in_working_days() {
    let events = "Событие;Вид;Дата;Время;Место\nЯрмарка;Ярмарка вакансий;17.03.2023;10:00;зал\nСеминар;Семинар;11.05.2023;10:00;зал\n";
    let news = "Событие;Площадка;Дата публикации\nЯрмарка;сайт;20.03.2023\nЯрмарка;газета;22.03.2023\nСеминар;сайт;\n";
    let entry = "for-each = 'публикации'\nas = 'п'\n\
        file = '''{{п.площадка}}: {{дата п.срок_размещения \"цифрами\"}} {{или п.опоздание \"-\"}}'''";
    assert_eq!(
        paths(&[("план", PLAN), ("события", events), ("публикации", news)], entry),
        ["сайт: 20.03.2023 0", "газета: 20.03.2023 2", "сайт: 12.05.2023 -"]
    );
}

#[test]
fn each_month_reminds_each_executor_of_what_is_due_and_open() {
    let done = "№ мероприятия;Статус;Дата исполнения\n1.1;выполнено;20.02.2023\n";
    let entry = "for-each = 'напоминания'\nas = 'н'\n\
        file = '''{{дата н.начало \"исо\"}} {{н.исполнитель}}: {{#каждый н.дела разделитель=\", \"}}{{или номер \"поручение\"}} {{дата срок \"цифрами\"}}{{/каждый}}'''";
    let quarters = ["2022-09-01", "2022-12-01", "2023-03-01", "2023-06-01"];
    let last = ["30.09.2022", "31.12.2022", "31.03.2023", "30.06.2023"];
    let council = |place: usize| format!("{} Председатель совета: 1.3 {}", quarters[place], last[place]);
    let march = |name: &str| format!("2023-03-01 {name}: 1.1 31.03.2023");
    assert_eq!(
        paths(&[("план", PLAN)], entry),
        [
            council(0),
            council(1),
            march("Рабочая группа"),
            march("Участники кластера"),
            council(2),
            council(3)
        ]
    );
    // What was done before the month began is not reminded of; an assignment of a council is.
    let files = [
        ("план", PLAN),
        ("исполнение", done),
        ("участники", PEOPLE),
        ("заседания", MEETINGS),
        ("решения", DECISIONS),
    ];
    assert_eq!(
        paths(&files, entry),
        [
            council(0),
            council(1),
            council(2),
            "2023-03-01 Котов Олег Ильич: поручение 10.03.2023, поручение 31.03.2023".to_owned(),
            council(3),
        ]
    );
}

#[test]
fn a_year_has_its_quarters_and_one_report_of_its_own() {
    let entry = |of: &str| {
        format!("for-each = '{of}'\nas = 'о'\nfile = '''{{{{дата о.конец \"исо\"}}}} {{{{о.всего}}}}'''")
    };
    assert_eq!(
        paths(&[("план", PLAN)], &entry("кварталы")),
        ["2022-09-30 1", "2022-12-31 1", "2023-03-31 2", "2023-06-30 2"]
    );
    assert_eq!(paths(&[("план", PLAN)], &entry("год")), ["2023-08-31 2"]);
    assert_eq!(paths(&[("участники", PEOPLE)], &entry("год")), [""; 0]);
}
