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
