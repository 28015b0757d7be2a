//! The workbooks as a secretary's program and as our own reading see them.

use super::all;
use calamine::{Data, Reader as _, Xlsx};
use std::io::{Cursor, Read as _};

fn workbook(name: &str) -> Vec<u8> {
    all().unwrap().into_iter().find(|(own, _)| *own == name).unwrap().1
}

fn rows(workbook_name: &str, sheet: &str) -> Vec<Vec<Data>> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(workbook(workbook_name))).unwrap();
    workbook.worksheet_range(sheet).unwrap().rows().map(<[Data]>::to_vec).collect()
}

fn part(workbook_name: &str, part: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook(workbook_name))).unwrap();
    let mut text = String::new();
    archive.by_name(part).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn headings_stand_over_an_example_of_real_values() {
    let text = |rows: &[Vec<Data>], row: usize| {
        rows[row].iter().map(ToString::to_string).collect::<Vec<_>>().join(" · ")
    };
    let people = rows("participants.xlsx", "Участники");
    assert_eq!(
        [text(&people, 0), text(&people, 1)],
        [
            "ФИО · Пол · Должность · Организация · E-mail · Телефон · Экспертный совет · Координационный совет · Рабочая группа",
            "Пример: Иванов Иван Иванович · м · главный инженер · ООО «Пример» · ivanov@example.ru · 8 (3822) 00-00-00 · член · член · член",
        ]
    );
    let plan = rows("plan.xlsx", "План");
    assert_eq!(
        [text(&plan, 1), text(&plan, 2)],
        [
            "Пример раздела: 1. Организация работы кластера ·  ·  ·  · ",
            "Пример: 2.8 · Чествование лучших наставников в рамках Дня отрасли · Руководитель ведущей ПОО · Май 2023 г. · Благодарственные письма",
        ]
    );
    let events = rows("participants.xlsx", "События");
    let Data::DateTime(date) = events[1][2] else { panic!("no date: {:?}", events[1][2]) };
    assert_eq!(date.as_datetime().unwrap().date().to_string(), "2023-03-16");
    assert_eq!(rows("participants.xlsx", "Вакансии")[1][3], Data::Float(65000.0));
    let requisites = rows("participants.xlsx", "Реквизиты");
    assert!(requisites[1..15].iter().all(|row| row[1] == Data::Empty));
    assert_eq!(
        requisites[16][0].to_string(),
        "Пример: Полное наименование кластера – Образовательно-производственный кластер; Учебный год – 2022/2023"
    );
}

#[test]
fn cells_offer_words_and_check_dates_and_lengths() {
    for (sheet, expected) in [
        (
            3,
            vec![
                "sqref=\"B2:B301\"><formula1>\"м,ж\"",
                "sqref=\"G2:G301\"><formula1>\"председатель,заместитель,секретарь,член,приглашённый\"",
                "type=\"textLength\" errorStyle=\"warning\"",
            ],
        ),
        (
            6,
            vec![
                "type=\"date\"",
                "type=\"time\"",
                "\"Экспертный совет,Координационный совет,Рабочая группа\"",
            ],
        ),
        (7, vec!["\"День отрасли,Ярмарка вакансий,Чемпионат,Профориентация,Семинар\"", "\"да,нет\""]),
        (8, vec!["type=\"decimal\""]),
        (9, vec!["\"выполнено,в работе,перенесено,не выполнено,отменено\"", "type=\"date\""]),
    ] {
        let text = part("participants.xlsx", &format!("xl/worksheets/sheet{sheet}.xml"));
        for expected in expected {
            assert!(text.contains(expected), "sheet {sheet}: {expected}: {text}");
        }
        assert!(text.contains("ySplit=\"1\"") && text.contains("state=\"frozen\""), "sheet {sheet}");
    }
}

#[test]
fn every_heading_has_a_note() {
    let headings: usize = rows("plan.xlsx", "План")[0].len();
    assert_eq!(part("plan.xlsx", "xl/comments1.xml").matches("<comment ").count(), headings);
}

#[test]
fn every_sheet_of_a_list_has_its_notes_and_a_heading_that_stays() {
    for (sheet, name) in (3..).zip([
        "Участники",
        "Организации",
        "Наставники",
        "Заседания",
        "События",
        "Вакансии",
        "Исполнение",
    ]) {
        let text = part("participants.xlsx", &format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(text.contains("state=\"frozen\""), "{name}");
        let headings = rows("participants.xlsx", name)[0].len();
        let notes = part("participants.xlsx", &format!("xl/comments{}.xml", sheet - 1));
        assert_eq!(notes.matches("<comment ").count(), headings, "{name}");
    }
    assert!(part("plan.xlsx", "xl/worksheets/sheet2.xml").contains("state=\"frozen\""));
}

#[test]
fn the_sheets_of_results_have_notes_words_to_choose_from_and_an_example() {
    for (sheet, name) in (2..).zip([
        "Решения",
        "Программы",
        "КЦП",
        "Практика",
        "Чемпионат",
        "Конкурс",
        "Инклюзия",
        "Публикации",
    ]) {
        let text = part("results.xlsx", &format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(text.contains("state=\"frozen\""), "{name}");
        let rows = rows("results.xlsx", name);
        assert!(rows[1][0].to_string().starts_with("Пример: "), "{name}: {:?}", rows[1][0]);
        let notes = part("results.xlsx", &format!("xl/comments{}.xml", sheet - 1));
        assert_eq!(notes.matches("<comment ").count(), rows[0].len(), "{name}");
    }
    let programmes = part("results.xlsx", "xl/worksheets/sheet3.xml");
    assert!(programmes.contains("\"согласовать,доработать,отклонить\""), "{programmes}");
}

#[test]
fn the_first_page_tells_what_each_sheet_is_for() {
    let guide = rows("participants.xlsx", "Как заполнять");
    assert!(guide.iter().all(|row| row.len() == 1));
    assert_eq!(
        guide.last().unwrap()[0].to_string(),
        "Лист «Исполнение»: что сделано по плану: по ней составляются отчёты. Строка – одно исполнение или один показатель. Обязательные столбцы: «№ мероприятия», «Статус»."
    );
}

#[test]
fn the_same_bytes_each_time() {
    assert!(all().unwrap() == all().unwrap());
}
