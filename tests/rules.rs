//! Each rule finds its defect in a small sheet, at its cell, and nothing else is found there.
#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

use pisar::calendar::{AcademicYearEnd, ProductionCalendar, Transfers, Week};
use pisar::diagnostic::{Language, hint, message};
use pisar::input::{Reading, read_bytes};
use pisar::model::Model;
use pisar::validate;
use std::path::Path;
use std::sync::Arc;

/// What reading and the rules find in these CSV files: code and cell.
fn found(files: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut reading = Reading::default();
    for (name, text) in files {
        read_bytes(text.as_bytes(), &Arc::from(format!("input/{name}.csv")), Path::new(""), &mut reading);
    }
    let model = Model::assemble(reading.tables, "2023-01-15".parse().unwrap(), AcademicYearEnd::default());
    let calendar = ProductionCalendar::new(Week::Five, Transfers::default());
    let findings = reading.findings.into_iter().chain(validate::all(&model, &calendar));
    findings
        .map(|finding| {
            let place = finding.at.map(|at| at.to_string()).unwrap_or_default();
            (finding.code.name().to_owned(), cell(&place))
        })
        .collect()
}

/// The cell of a place in one; a larger place whole.
fn cell(place: &str) -> String {
    let is_cell = place.matches(" › ").count() == 2;
    place.rsplit(" › ").next().filter(|_| is_cell).unwrap_or(place).to_owned()
}

fn expect(files: &[(&str, &str)], wanted: &[(&str, &str)]) {
    let wanted: Vec<(String, String)> =
        wanted.iter().map(|(code, cell)| ((*code).to_owned(), (*cell).to_owned())).collect();
    assert_eq!(found(files), wanted);
}

const PLAN: &str = "№ п/п;Наименование мероприятия;Исполнители;Срок исполнения;Ожидаемый результат\n1.1;Сбор данных;Рабочая группа;Март 2023 г.;Отчёт\n";

#[test]
fn a_clean_plan_has_no_findings() {
    expect(&[("план", PLAN)], &[]);
}

#[test]
fn defects_of_a_plan_are_named_with_their_cells() {
    let with = |row: &str| format!("{PLAN}{row}\n");
    for (row, code, cell) in [
        ("1.1;Отчёт;Совет;Май 2023 г.;Отчёт", "plan-number-duplicate", "A3"),
        ("1.3;Отчёт;Совет;Май 2023 г.;Отчёт", "plan-number-gap", "A3"),
        ("1.2;Отчёт;Совет;Вторник, 15 марта 2023 г.;Отчёт", "weekday-wrong", "D3"),
        ("1.2;Отчёт;Совет;15.03.2023 (чт);Отчёт", "weekday-wrong", "D3"),
        ("1.2;Отчёт o ходе работ в шкoле;Совет;Май 2023 г.;Отчёт", "look-alike", "B3"),
        ("1.2;Отчёт на пoчту a@example.ru;Совет;Май 2023 г.;Отчёт", "look-alike", "B3"),
        ("1.2;Отчёт на оffice@example.ru;Совет;Май 2023 г.;Отчёт", "look-alike", "B3"),
        ("1.2;Отчёт;Совет;когда рак свистнет;Отчёт", "deadline-unread", "D3"),
        ("1.2;Отчёт;Совет;Май 2019 г.;Отчёт", "deadline-outside-year", "D3"),
        ("1.2;Проект «Точки роста;Совет;Май 2023 г.;Отчёт", "quotes-unbalanced", "B3"),
    ] {
        expect(&[("план", &with(row))], &[(code, cell)]);
    }
    for clean in [
        "1.2;HR-служба, Wi-Fi, XXI век, почта@пример.рф;Совет;Среда, 15 марта 2023 г.;Отчёт",
        "2.5;Выписка из плана;Совет;15.03.2023 (ср);Отчёт",
    ] {
        expect(&[("план", &with(clean))], &[]);
    }
}

#[test]
fn the_numbers_of_a_plan_are_told_once_where_two_rules_could() {
    let plan = |numbers: &[&str]| {
        numbers.iter().fold(PLAN.lines().next().unwrap().to_owned(), |text, number| {
            format!("{text}\n{number};Сбор данных;Совет;Май 2023 г.;Отчёт")
        })
    };
    for (numbers, wanted) in [
        (&["1.1", "1.2", "1.2", "1.4"][..], &[("plan-number-duplicate", "A4")][..]),
        // The first 1.3 was meant to be 1.2.
        (&["1.1", "1.3", "1.3", "1.4"], &[("plan-number-duplicate", "A3")]),
        (&["1.2", "1.3"], &[("plan-number-gap", "A2")]),
        (&["1.1", "1.2", "2.1", "2.4"], &[("plan-number-gap", "A5")]),
        (&["1", "2", "4"], &[("plan-number-gap", "A4")]),
        // Another part of the plan, not a slip; the order is the secretary's own.
        (&["1.1", "1.2", "1.40"], &[]),
        (&["1.3", "1.1", "1.2"], &[]),
        (&["1.а", "1.в"], &[]),
    ] {
        expect(&[("план", &plan(numbers))], wanted);
    }
}

#[test]
fn a_weekday_beside_a_date_is_checked_wherever_it_stands() {
    let event = |name: &str, date: &str| {
        format!("Событие;Вид;Дата;Время;Место\n{name};День отрасли;{date};10:00;зал\n")
    };
    for (name, date, wanted) in [
        ("День отрасли", "15 марта 2023 г., вторник", &[("weekday-wrong", "C2")][..]),
        ("День отрасли", "пт 15.03.2023", &[("weekday-wrong", "C2")]),
        ("День отрасли (четверг, 15 марта)", "15.03.2023", &[("weekday-wrong", "A2")]),
        ("День отрасли (среда, 15 марта)", "среда, 15.03.2023", &[]),
    ] {
        expect(&[("план", PLAN), ("события", &event(name, date))], wanted);
    }
}

#[test]
fn executors_that_no_sheet_knows_are_named() {
    let organisations = "Наименование;Краткое наименование;Тип;Адрес\nАкционерное общество «Заря»;АО «Заря»;предприятие;г. Томск\n";
    let people = "ФИО;Пол;Должность;E-mail\nИванов Иван Петрович;м;мастер;a@example.ru\n";
    let check = |executors: &str, wanted: &[(&str, &str)]| {
        let plan = PLAN.replace("Рабочая группа", executors);
        expect(&[("план", &plan), ("организации", organisations), ("участники", people)], wanted);
    };
    for known in ["АО «Заря»", "ЗАРЯ и другие", "«Заря», Иванов И.П.", "И. П. Иванов", "Участники кластера"]
    {
        check(known, &[]);
    }
    for unknown in ["АО «Зоря»", "Участники, ПАО «Восток»", "Петров И.П.", "Рабочая группа, Иванов И.И."]
    {
        check(unknown, &[("executor-unknown", "C2")]);
    }
    // Without the lists there is nothing to compare with.
    expect(&[("план", &PLAN.replace("Рабочая группа", "АО «Зоря», Петров И.П."))], &[]);
}

#[test]
fn what_is_done_needs_its_evidence() {
    let done = |rows: &str| {
        format!(
            "№ мероприятия;Статус;Дата исполнения;Фактический результат;Подтверждение;Показатель;План;Факт\n{rows}"
        )
    };
    for (rows, wanted) in [
        ("1.1;выполнено;01.03.2023;сделано;;;;\n", &[("evidence-missing", "E2")][..]),
        ("1.1;выполнено;01.03.2023;сделано;протокол;;;\n1.1;выполнено;01.03.2023;;;Люди;1;1\n", &[]),
        (
            "1.1;выполнено;01.03.2023;сделано;протокол;;;\n1.1;выполнено;01.04.2023;сделано;;;;\n",
            &[("evidence-missing", "E3")],
        ),
        ("1.1;в работе;;начато;;;;\n", &[]),
    ] {
        expect(&[("план", PLAN), ("исполнение", &done(rows))], wanted);
    }
}

#[test]
fn a_mentor_has_an_organisation() {
    let with = |rows: &str| format!("ФИО;Должность;Организация;За что\n{rows}");
    let rows = with("Иванов Иван Иванович;мастер;ООО «Заря»;помощь\nПетров Пётр Петрович;мастер;;помощь\n");
    expect(&[("план", PLAN), ("наставники", &rows)], &[("mentor-without-organisation", "C3")]);
    let without =
        "ФИО;Должность;За что\nИванов Иван Иванович;мастер;помощь\nПетров Пётр Петрович;мастер;помощь\n";
    expect(
        &[("план", PLAN), ("наставники", without)],
        &[("mentor-without-organisation", "input/наставники.csv › наставники")],
    );
}

#[test]
fn people_that_cannot_be_declined_or_are_written_twice_are_named() {
    let mentors = |rows: &str| format!("ФИО;Должность;Организация;За что;Пол\n{rows}");
    let check = |rows: &str, wanted: &[(&str, &str)]| {
        expect(&[("план", PLAN), ("наставники", &mentors(rows))], wanted);
    };
    check("Иванов Иван Иванович;мастер;ООО «Заря»;;\n", &[]);
    check("Жукова Женя;мастер;ООО «Заря»;;\n", &[]);
    check("Ким Саша;мастер;ООО «Заря»;;\n", &[("gender-unknown", "A2")]);
    check("Ким Саша;мастер;ООО «Заря»;;ж\n", &[]);
    check(
        "Иванов Иван Иванович;мастер;ООО «Заря»;;ж\n",
        &[("gender-conflict", "A2"), ("form-doubtful", "A2")],
    );
    check(
        "Петрова Анна Алексевна;мастер;ООО «Заря»;;\nПетрова Анна Алексеевна;мастер;ООО «Заря»;;\n",
        &[("person-written-twice", "A3")],
    );
}

/// The finding names the forms in doubt and the columns to fill, and only those: a surname in -ач has one instrumental too many.
#[test]
fn a_doubtful_form_names_its_columns() {
    let said = |row: &str| {
        let mut reading = Reading::default();
        let file = format!("ФИО;ФИО (твор.);Должность\n{row}\n");
        read_bytes(file.as_bytes(), &Arc::from("input/наставники.csv"), Path::new(""), &mut reading);
        let model =
            Model::assemble(reading.tables, "2023-01-15".parse().unwrap(), AcademicYearEnd::default());
        let calendar = ProductionCalendar::new(Week::Five, Transfers::default());
        let findings = validate::all(&model, &calendar);
        findings
            .iter()
            .filter(|finding| finding.code.name() == "form-doubtful")
            .map(|finding| {
                let hint = hint(finding, Language::Russian).unwrap_or_default();
                format!("{} {hint}", message(finding, Language::Russian))
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        said("Хухрач Иван Ильич;;мастер"),
        [
            "Проверьте: «Хухрач Иван Ильич» — твор. «Хухрачом Иваном Ильичом». Если неверно, впишите форму в столбец «ФИО (твор.)»: она важнее расчёта."
        ]
    );
    assert_eq!(said("Хухрач Иван Ильич;Хухрачем Иваном Ильичом;мастер"), Vec::<String>::new());
}

#[test]
fn a_key_that_names_nothing_is_named() {
    let organisations = "Наименование;Краткое наименование;Тип;Адрес;Руководитель (ФИО);Должность руководителя\nАкционерное общество «Заря»;АО «Заря»;предприятие;г. Томск;Иванов Иван Иванович;директор\n";
    let vacancies =
        |name: &str| format!("Организация;Профессия;Количество;Зарплата\n{name};токарь;2;50000\n");
    for spelling in ["АО «Заря»", "\"АО \"\"Заря\"\"\"", "акционерное общество «Заря»"]
    {
        let files = [("план", PLAN), ("организации", organisations), ("вакансии", &*vacancies(spelling))];
        expect(&files, &[]);
    }
    expect(
        &[("план", PLAN), ("организации", organisations), ("вакансии", &vacancies("АО «Зоря»"))],
        &[("key-dangling", "A2")],
    );
}

#[test]
fn councils_and_days_off_are_checked() {
    let meeting =
        "Дата;Время;Совет;Место;№ протокола;Повестка\n04.03.2023;14:00;Экспертный совет;зал;1;О плане\n";
    expect(&[("план", PLAN), ("заседания", meeting)], &[("council-unknown", "A2"), ("event-day-off", "A2")]);
    let people = "ФИО;Должность;Организация;E-mail;Экспертный совет\nИванов Иван Иванович;директор;;a@example.ru;председатель\n";
    let working = meeting.replace("04.03", "03.03");
    expect(
        &[("план", PLAN), ("участники", people), ("заседания", &working)],
        &[("council-incomplete", "E1"), ("council-without-quorum", "E1")],
    );
    let roles = |roles: [&str; 4]| {
        roles
            .iter()
            .zip(["Иванов Иван Иванович", "Петров Пётр Петрович", "Орлова Анна Ивановна", "Котов Олег Ильич"])
            .fold(
                "ФИО;Должность;Организация;E-mail;Экспертный совет".to_owned(),
                |text, (role, name)| format!("{text}\n{name};директор;;a@example.ru;{role}"),
            )
    };
    for (held, wanted) in [
        (["председатель", "секретарь", "член", ""], &[][..]),
        (["член", "секретарь", "член", ""], &[("council-incomplete", "E1")]),
        (["председатель", "член", "член", ""], &[("council-incomplete", "E1")]),
        (["председатель", "секретарь", "приглашённый", "приглашённый"], &[("council-without-quorum", "E1")]),
    ] {
        expect(&[("план", PLAN), ("участники", &roles(held)), ("заседания", &working)], wanted);
    }
}

#[test]
fn decisions_are_held_against_their_meetings() {
    let people = "ФИО;Должность;Организация;E-mail;Экспертный совет\n\
        Майер Генрих Иванович;директор;;a@example.ru;председатель\n\
        Орлова Анна Ивановна;методист;;b@example.ru;секретарь\n\
        Котов Олег Ильич;мастер;;c@example.ru;член\n\
        Ким Вера Львовна;мастер;;d@example.ru;приглашённый\n";
    let check = |present: &str, decisions: &str, wanted: &[(&str, &str)]| {
        let meetings = format!(
            "Дата;Время;Совет;Место;№ протокола;Повестка;Приглашённые;Присутствовали\n\
             02.03.2023;14:00;Экспертный совет;зал;1;О плане;Белов П.С., инженер;\"{present}\"\n"
        );
        let decisions =
            format!("Совет;Заседание;Вопрос;Решение;Исполнитель;Срок;За;Против;Воздержались\n{decisions}");
        expect(
            &[("план", PLAN), ("участники", people), ("заседания", &meetings), ("решения", &decisions)],
            wanted,
        );
    };
    let all = "Майер Г.И.\nОрлова А.И.\nКотов О.И.";
    let row = "Экспертный совет;02.03.2023;1;Утвердить план;;;3;0;0\n";
    check(all, row, &[]);
    check("все", row, &[]);
    // A guest may be among those present, and has no vote.
    check(&format!("{all}\nКим В.Л.\nБелов П.С."), row, &[]);
    check(all, &row.replace(";3;0;0", ";2;0;1"), &[]);
    check(all, &row.replace(";3;0;0", ";3;0;1"), &[("votes-wrong", "G2")]);
    check("Майер Г.И.\nКотов О.И.", row, &[("votes-wrong", "G2")]);
    // The misspelt name explains the vote that is over.
    check("Майер Г.И.\nОрлова А.И.\nКатов О.И.", row, &[("present-unknown", "H2")]);
    check(all, &row.replace("02.03", "03.03"), &[("meeting-unknown", "B2")]);
    check(all, &row.replace("Экспертный", "Координационный"), &[("meeting-unknown", "B2")]);
    let term = row.replace("план;;;", "план;Котов Олег Ильич;01.03.2022;");
    check(all, &term, &[("decision-term-early", "F2")]);
    check(all, &term.replace("01.03.2022", "02.03.2023"), &[]);
}

#[test]
fn input_without_a_plan_is_told() {
    expect(
        &[("наставники", "ФИО;Должность;Организация;За что\nИванов Иван Иванович;мастер;ООО «Заря»;\n")],
        &[("plan-missing", "")],
    );
}
