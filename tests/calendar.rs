//! The calendar of the year: a file for calendars that is the same until what it says changes, and one sheet for the wall.
#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test fails loudly")]

#[path = "demonstration/program.rs"]
mod program;
#[path = "demonstration/workspace.rs"]
mod workspace;

use program::pisar;
use std::process::Command;
use workspace::workspace;

const FOLDER: &str = "output/План работы";

#[test]
fn the_year_is_a_file_for_calendars() {
    let folder = workspace();
    let generate = |day: &str| pisar(folder.path(), &["generate", "year-calendar-file", "--today", day]).1;
    assert!(generate("2023-06-01").contains("1 new"));
    let path = folder.path().join(FOLDER).join("Календарь на 2022-2023 учебный год.ics");
    let text = std::fs::read_to_string(path).unwrap();
    let unfolded = icalendar::parser::unfold(&text);
    let read = icalendar::parser::read_calendar(&unfolded).unwrap();
    let of = |name: &str, part: &icalendar::parser::Component<'_>| {
        part.find_prop(name).map(|property| property.val.to_string()).unwrap_or_default()
    };
    let titles: Vec<String> = read.components.iter().map(|event| of("SUMMARY", event)).collect();
    let count = |beginning: &str| titles.iter().filter(|title| title.starts_with(beginning)).count();
    assert_eq!((count("Заседание: "), count("Срок п.\u{a0}"), titles.len()), (8, 19, 33));
    let thanks = read.components.iter().find(|event| of("SUMMARY", event).starts_with("Срок п.\u{a0}2.8"));
    let thanks = thanks.unwrap();
    assert_eq!((of("DTSTART", thanks), of("DTEND", thanks)), ("20230531".into(), "20230601".into()));
    assert!(of("DESCRIPTION", thanks).starts_with("Исполнители: Руководитель ведущей ПОО"));
    let ids: std::collections::BTreeSet<String> =
        read.components.iter().map(|event| of("UID", event)).collect();
    assert_eq!(ids.len(), titles.len());
    // Another day changes nothing, nor does another sheet.
    std::fs::write(folder.path().join("input/ещё.csv"), "Цвет;Вкус\nбелый;горький\n").unwrap();
    assert!(generate("2023-06-02").contains("1 unchanged"));
}

#[test]
fn the_wall_page_is_one_sheet() {
    let folder = workspace();
    assert_eq!(pisar(folder.path(), &["generate", "year-calendar", "--pdf"]).0, 0);
    let pdf = folder.path().join(FOLDER).join("Календарь на 2022-2023 учебный год.pdf");
    // Without pdfinfo the pages are not counted.
    let Ok(told) = Command::new("pdfinfo").arg(&pdf).output() else { return };
    let told = String::from_utf8(told.stdout).unwrap();
    assert!(told.lines().any(|line| line.split_whitespace().eq(["Pages:", "1"])), "{told}");
    assert!(told.contains("(A3)"), "{told}");
}
