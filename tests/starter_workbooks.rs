//! The workbooks of a new workspace, read as input: each sheet is what it should be, and nothing is wrong with it.

use pisar::input::{Reading, read_bytes};
use pisar::starter::workbook;
use std::sync::Arc;

#[test]
fn new_workbooks_are_read_without_a_finding() {
    let mut reading = Reading::default();
    for (name, bytes) in workbook::all().unwrap() {
        read_bytes(&bytes, &Arc::from(format!("input/{name}")), std::path::Path::new(""), &mut reading);
    }
    assert_eq!(reading.findings, []);
    let sheets: Vec<(&str, Option<&str>, usize)> =
        reading.sheets.iter().map(|seen| (&*seen.sheet, seen.taken_as, seen.rows)).collect();
    assert_eq!(
        sheets,
        [
            ("Как заполнять", None, 0),
            ("План", Some("План"), 0),
            ("Как заполнять", None, 0),
            ("Реквизиты", Some("Реквизиты"), 14),
            ("Участники", Some("Участники"), 0),
            ("Организации", Some("Организации"), 0),
            ("Наставники", Some("Наставники"), 0),
            ("Заседания", Some("Заседания"), 0),
            ("События", Some("События"), 0),
            ("Вакансии", Some("Вакансии"), 0),
            ("Исполнение", Some("Исполнение"), 0),
            ("Как заполнять", None, 0),
            ("Решения", Some("Решения"), 0),
            ("Программы", Some("Программы"), 0),
            ("КЦП", Some("КЦП"), 0),
            ("Практика", Some("Практика"), 0),
            ("Чемпионат", Some("Чемпионат"), 0),
            ("Конкурс", Some("Конкурс"), 0),
            ("Инклюзия", Some("Инклюзия"), 0),
            ("Публикации", Some("Публикации"), 0),
        ]
    );
}

#[test]
fn every_collection_that_a_kind_is_made_for_has_its_sheet() {
    use pisar::catalog::Catalog;
    use pisar::model::schema::SHEETS;
    let catalog = Catalog::parse(pisar::workspace::BUILT_IN_CATALOG).unwrap();
    let periodic = ["кварталы", "год", "напоминания"];
    for name in catalog.entries.iter().filter_map(|entry| entry.for_each.as_deref()) {
        assert!(periodic.contains(&name) || SHEETS.iter().any(|sheet| sheet.collection == name), "{name}");
    }
    let mut reading = Reading::default();
    for (name, bytes) in workbook::all().unwrap() {
        read_bytes(&bytes, &Arc::from(format!("input/{name}")), std::path::Path::new(""), &mut reading);
    }
    for sheet in SHEETS {
        assert!(reading.sheets.iter().any(|seen| seen.taken_as == Some(sheet.name)), "{}", sheet.name);
    }
}
