//! The checked-in demonstration workbooks: what the example writes, and the seed's plan cell by cell.

#![expect(clippy::unwrap_used, reason = "functions that tests share fail by panicking")]

#[path = "../examples/demo_input/workbooks/mod.rs"]
mod workbooks;

use std::collections::BTreeSet;

use calamine::{Data, Range, Reader, Xlsx, open_workbook};
use chrono::{Datelike, Weekday};

const SEED: &str = include_str!("../examples/demo_input/plan.tsv");

fn sheet(file: &str, name: &str) -> Range<Data> {
    let path = format!("{}/input/{file}", env!("CARGO_MANIFEST_DIR"));
    let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
    workbook.worksheet_range(name).unwrap()
}

fn cells(range: &Range<Data>) -> Vec<Vec<String>> {
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

/// The cells of one column below the heading, by the heading's text.
fn column(name: &str, heading: &str) -> Vec<String> {
    let rows = cells(&sheet("participants.xlsx", name));
    let index = rows[0].iter().position(|cell| cell == heading).unwrap();
    rows[1..].iter().map(|row| row[index].clone()).collect()
}

#[test]
fn checked_in_files_are_what_the_example_writes() {
    for (name, bytes) in workbooks::all().unwrap() {
        let path = format!("{}/input/{name}", env!("CARGO_MANIFEST_DIR"));
        assert!(std::fs::read(path).unwrap() == bytes, "run `cargo run --example demo_input`: {name}");
    }
}

#[test]
fn plan_holds_the_seed_cell_by_cell() {
    let expected: Vec<Vec<String>> = SEED
        .trim_start()
        .lines()
        .map(|line| {
            let mut row: Vec<String> = line.split('\t').map(str::to_owned).collect();
            row.resize(5, String::new());
            row
        })
        .collect();
    let plan = cells(&sheet("plan.xlsx", "План"));
    assert_eq!(plan[5..], expected);
    let stamp: Vec<&str> = plan[..5].iter().map(|row| row[4].as_str()).collect();
    assert_eq!(
        stamp,
        [
            "УТВЕРЖДАЮ",
            "Председатель Координационного совета кластера",
            "_______________ А.Н. Воробьёв",
            "«___» ____________ 2022 г.",
            ""
        ]
    );
    assert!(plan[..5].iter().all(|row| row[..4].iter().all(String::is_empty)));
}

#[test]
fn every_participants_sheet_has_its_headings() {
    let headings = |name| cells(&sheet("participants.xlsx", name))[0].join(" · ");
    assert_eq!(
        headings("Участники"),
        "ФИО · Пол · Должность · Организация · E-mail · Телефон · Экспертный совет · Координационный совет · Рабочая группа"
    );
    assert_eq!(
        headings("Организации"),
        "Наименование · Краткое наименование · Тип · Отрасль · ИНН · Адрес · E-mail · Руководитель (ФИО) · Должность руководителя · Приглашать на ярмарку"
    );
    assert_eq!(headings("Наставники"), "ФИО · Должность · Организация · За что · Пол");
    assert_eq!(
        headings("Заседания"),
        "Дата · Время · Совет · Место · № протокола · Повестка · Приглашённые · Присутствовали"
    );
    assert_eq!(headings("События"), "Событие · Вид · Дата · Время · Место · № мероприятия");
    assert_eq!(headings("Вакансии"), "Организация · Профессия · Количество · Зарплата · Требования");
    assert_eq!(
        headings("Исполнение"),
        "№ мероприятия · Наименование мероприятия · Статус · Дата исполнения · Фактический результат · Подтверждение · Показатель · План · Факт"
    );
}

#[test]
fn every_cell_of_the_results_is_read_and_every_name_in_them_is_known() {
    let mut reading = pisar::input::Reading::default();
    for (name, bytes) in workbooks::all().unwrap() {
        pisar::input::read_bytes(&bytes, &name.into(), std::path::Path::new(""), &mut reading);
    }
    let of_results = reading.tables.iter().filter(|table| &*table.at.file == "results.xlsx");
    let sheets: Vec<(&str, usize)> =
        of_results.clone().map(|table| (&*table.collection, table.rows.len())).collect();
    assert_eq!(
        sheets,
        [
            ("решения", 28),
            ("программы", 14),
            ("кцп", 12),
            ("практика", 12),
            ("чемпионат", 34),
            ("конкурс", 3),
            ("инклюзия", 5),
            ("публикации", 11)
        ]
    );
    assert!(of_results.flat_map(|table| &table.columns).all(|column| column.canonical.is_some()));
    let today = "2023-01-10".parse().unwrap();
    let model =
        pisar::model::Model::assemble(reading.tables, today, pisar::calendar::AcademicYearEnd::default());
    for join in model.joins.all() {
        let table = &model.tables[join.table];
        for (row, named) in table.rows.iter().zip(&join.rows) {
            let is_known = named.is_some() || row.cells[join.column].is_empty();
            assert!(is_known || !join.is_expected, "{}: {:?}", table.collection, row.cells[join.column]);
        }
    }
}

#[test]
fn counts_are_those_the_task_asks_for() {
    let count =
        |name, heading, value: &str| column(name, heading).iter().filter(|cell| *cell == value).count();
    assert_eq!(column("Участники", "ФИО").len(), 32);
    assert_eq!(column("Наставники", "ФИО").len(), 20);
    assert_eq!(count("Организации", "Приглашать на ярмарку", "да"), 12);
    assert_eq!(count("Заседания", "Совет", "Экспертный совет"), 4);
    assert_eq!(count("Заседания", "Совет", "Координационный совет"), 4);
    for council in ["Экспертный совет", "Координационный совет"] {
        for role in ["председатель", "заместитель", "секретарь"] {
            assert_eq!(count("Участники", council, role), 1, "{council}: {role}");
        }
    }
    let inviting: BTreeSet<String> = column("Вакансии", "Организация").into_iter().collect();
    assert_eq!(inviting.len(), 9);
    assert!(inviting.is_subset(&column("Организации", "Краткое наименование").into_iter().collect()));
}

#[test]
fn execution_names_twelve_activities_of_the_plan() {
    let activities: BTreeSet<(String, String)> = SEED
        .lines()
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .filter(|cells| cells.len() == 5)
        .map(|cells| (cells[0].to_owned(), cells[1].to_owned()))
        .collect();
    let named: BTreeSet<(String, String)> = column("Исполнение", "№ мероприятия")
        .into_iter()
        .zip(column("Исполнение", "Наименование мероприятия"))
        .collect();
    assert_eq!(named.len(), 12);
    assert!(named.is_subset(&activities));
}

#[test]
fn taxpayer_numbers_are_text_with_right_check_digits() {
    for number in column("Организации", "ИНН") {
        let digits: Vec<u32> = number.chars().map(|digit| digit.to_digit(10).unwrap()).collect();
        let sum: u32 =
            digits.iter().zip([2, 4, 10, 3, 5, 9, 4, 6, 8]).map(|(digit, weight)| digit * weight).sum();
        assert_eq!((digits.len(), digits[9]), (10, sum % 11 % 10), "{number}");
    }
}

#[test]
fn dates_and_times_are_values_on_weekdays() {
    for name in ["Заседания", "События"] {
        let range = sheet("participants.xlsx", name);
        let headings = cells(&range)[0].clone();
        let index = |heading| headings.iter().position(|cell| cell == heading).unwrap();
        for row in range.rows().skip(1) {
            let (Data::DateTime(date), Data::DateTime(time)) = (&row[index("Дата")], &row[index("Время")])
            else {
                panic!("{name}: not a date and a time: {row:?}");
            };
            let weekday = date.as_datetime().unwrap().weekday();
            assert!(!matches!(weekday, Weekday::Sat | Weekday::Sun), "{row:?}");
            assert!((0.375..0.75).contains(&time.as_f64()), "between 9:00 and 18:00: {row:?}");
        }
    }
}

#[test]
fn speakers_sit_on_the_council_they_speak_to() {
    let members = cells(&sheet("participants.xlsx", "Участники"));
    for meeting in &cells(&sheet("participants.xlsx", "Заседания"))[1..] {
        let council = members[0].iter().position(|cell| *cell == meeting[2]).unwrap();
        let seated: BTreeSet<String> =
            members[1..].iter().filter(|row| !row[council].is_empty()).map(|row| initials(&row[0])).collect();
        for question in meeting[5].lines() {
            let (topic, speaker) = question.split_once(" — докладчик ").unwrap();
            assert!(topic.starts_with("О ") || topic.starts_with("Об "), "{question}");
            assert!(seated.contains(speaker), "{question}");
        }
    }
}

/// «Майер Генрих Иванович» as «Майер Г.И.».
fn initials(name: &str) -> String {
    let mut words = name.split(' ');
    let surname = words.next().unwrap();
    let letters = words.take(2).flat_map(|word| [word.chars().next().unwrap(), '.']);
    format!("{surname} {}", letters.collect::<String>())
}
