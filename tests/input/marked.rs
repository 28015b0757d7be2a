//! The marked copy of a file: its values, its coloured and noted cells, its list of findings.

use crate::fixture::{PROGRAM, column, findings, read, taken};
use pisar::diagnostic::Language;
use pisar::input::mark;
use std::io::{Cursor, Read};

fn part(book: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_marked_copy_holds_the_values_and_a_note_at_every_finding() {
    let csv = "Событие;Дата;Место\r\nДень отрасли;26.05.2023;зал\r\nЯрмарка;31.02.2023;\r\n";
    let reading = read(csv.as_bytes(), "input/события.csv");
    assert_eq!(findings(&reading), ["date-impossible@B3"]);
    let make = || {
        mark(
            csv.as_bytes(),
            &"input/события.csv".into(),
            PROGRAM.as_ref(),
            &reading.findings,
            Language::Russian,
        )
        .unwrap()
    };
    let book = make();
    assert_eq!(book, make(), "the same input gives the same bytes");
    let notes = part(&book, "xl/comments1.xml");
    assert_eq!(notes.matches("<comment ref=").count(), 1);
    assert!(
        notes.contains("<comment ref=\"B3\"") && notes.contains("Такой даты нет: 31.02.2023."),
        "{notes}"
    );
    assert!(part(&book, "xl/styles.xml").contains("FFFFC7CE"));
    let again = read(&book, "input/события.xlsx");
    assert_eq!(taken(&again), [None, Some("События")]);
    let events = again.tables.last().unwrap();
    assert_eq!(column(events, "Событие"), column(&reading.tables[0], "Событие"));
    assert_eq!(column(events, "Дата"), column(&reading.tables[0], "Дата"));
}

#[test]
fn what_is_not_read_is_not_marked() {
    assert!(mark(b"%PDF", &"input/a.xlsx".into(), PROGRAM.as_ref(), &[], Language::English).is_err());
}
