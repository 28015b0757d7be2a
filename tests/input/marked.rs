//! The marked copy of a file: its values, its coloured and noted cells, its list of findings.

use crate::fixture::{PROGRAM, column, findings, read, taken, write};
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
fn a_workbook_is_patched_in_place_and_keeps_all_else() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, noted) in [("События", true), ("События 2", false)] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        write(sheet, &[&["Событие", "Дата", "Место"], &["День отрасли", "31.02.2023", name], &["Ярмарка"]]);
        let wide = rust_xlsxwriter::Format::new().set_num_format("dd.mm.yyyy").set_bold();
        sheet.write_number_with_format(2, 1, 45_072, &wide).unwrap();
        if noted {
            sheet.insert_note(1, 1, &rust_xlsxwriter::Note::new("Дата события")).unwrap();
            sheet.insert_note(0, 0, &rust_xlsxwriter::Note::new("Название")).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    let reading = read(&bytes, "input/книга.xlsx");
    assert_eq!(findings(&reading), ["date-impossible@B2", "date-impossible@B2"]);
    let make = || {
        mark(&bytes, &"input/книга.xlsx".into(), PROGRAM.as_ref(), &reading.findings, Language::Russian)
            .unwrap()
    };
    let marked = make();
    assert_eq!(marked, make());
    // The sheet with notes keeps them: the new one goes below the old one's text; the other sheet gets parts of its own.
    let old = part(&marked, "xl/comments1.xml");
    assert_eq!(old.matches("<comment ").count(), 2);
    assert!(
        old.contains("Дата события") && old.contains("Название") && old.contains("Такой даты нет"),
        "{old}"
    );
    let new = part(&marked, "xl/pisarComments2.xml");
    assert!(new.contains("ref=\"B2\"") && new.contains("Такой даты нет: 31.02.2023."), "{new}");
    assert!(part(&marked, "xl/worksheets/sheet2.xml").contains("<legacyDrawing "));
    assert_eq!(part(&marked, "xl/workbook.xml"), part(&bytes, "xl/workbook.xml"));
    assert!(part(&marked, "xl/styles.xml").contains("FFFFC7CE"));
    let again = read(&marked, "input/книга.xlsx");
    assert_eq!(again.findings, reading.findings);
    assert_eq!(again.tables, reading.tables);
}

#[test]
fn what_is_not_read_is_not_marked() {
    assert!(mark(b"%PDF", &"input/a.xlsx".into(), PROGRAM.as_ref(), &[], Language::English).is_err());
}
