//! Each rule finds its defect in a small sheet, at its cell, and nothing else is found there.
#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

use pisar::calendar::{AcademicYearEnd, ProductionCalendar, Transfers, Week};
use pisar::diagnostic::{Language, hint, message};
use pisar::input::{Reading, read_bytes};
use pisar::model::Model;
use pisar::validate;
use std::path::Path;
use std::sync::Arc;

/// What the rules find in these CSV files: code and cell.
fn found(files: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut reading = Reading::default();
    for (name, text) in files {
        read_bytes(text.as_bytes(), &Arc::from(format!("input/{name}.csv")), Path::new(""), &mut reading);
    }
    let model = Model::assemble(reading.tables, "2023-01-15".parse().unwrap(), AcademicYearEnd::default());
    let calendar = ProductionCalendar::new(Week::Five, Transfers::default());
    validate::all(&model, &calendar)
        .into_iter()
        .map(|finding| {
            let place = finding.at.map(|at| at.to_string()).unwrap_or_default();
            (finding.code.name().to_owned(), place.rsplit(" › ").next().unwrap().to_owned())
        })
        .collect()
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
        ("1.2;Отчёт;Совет;когда рак свистнет;Отчёт", "deadline-unread", "D3"),
        ("1.2;Отчёт;Совет;Май 2019 г.;Отчёт", "deadline-outside-year", "D3"),
        ("1.2;Проект «Точки роста;Совет;Май 2023 г.;Отчёт", "quotes-unbalanced", "B3"),
    ] {
        expect(&[("план", &with(row))], &[(code, cell)]);
    }
}

#[test]
fn people_that_cannot_be_declined_or_are_written_twice_are_named() {
    let mentors = |rows: &str| format!("ФИО;Должность;Организация;За что;Пол\n{rows}");
    let check = |rows: &str, wanted: &[(&str, &str)]| {
        expect(&[("план", PLAN), ("наставники", &mentors(rows))], wanted);
    };
    check("Иванов Иван Иванович;мастер;;;\n", &[]);
    check("Жукова Женя;мастер;;;\n", &[]);
    check("Ким Саша;мастер;;;\n", &[("gender-unknown", "A2")]);
    check("Ким Саша;мастер;;;ж\n", &[]);
    check("Иванов Иван Иванович;мастер;;;ж\n", &[("gender-conflict", "A2"), ("form-doubtful", "A2")]);
    check(
        "Петрова Анна Алексевна;мастер;;;\nПетрова Анна Алексеевна;мастер;;;\n",
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
        &[("council-incomplete", "E1")],
    );
}

#[test]
fn input_without_a_plan_is_told() {
    expect(
        &[("наставники", "ФИО;Должность;Организация;За что\nИванов Иван Иванович;мастер;;\n")],
        &[("plan-missing", "")],
    );
}
