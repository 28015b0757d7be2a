//! Workbooks made for a test, and readings in a form that can be compared whole.

use pisar::input::{Reading, read_bytes};
use pisar::model::table::{Cell, Table};
use rust_xlsxwriter::{Workbook, Worksheet};
use std::path::Path;

/// The program that serves as a child.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_pisar");

/// The reading of one file.
pub fn read(bytes: &[u8], name: &str) -> Reading {
    let mut reading = Reading::default();
    read_bytes(bytes, &name.into(), Path::new(PROGRAM), &mut reading);
    reading
}

/// The reading of a workbook of one sheet, which `fill` fills.
pub fn sheet(name: &str, fill: impl FnOnce(&mut Worksheet)) -> Reading {
    read(&bytes(name, fill), "input/книга.xlsx")
}

/// The bytes of such a workbook.
pub fn bytes(name: &str, fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(name).unwrap();
    fill(sheet);
    book.save_to_buffer().unwrap()
}

/// The reading of a sheet of texts; empty ones are no cells. A text that is a plain number is written as a number when it starts with `=`.
pub fn texts(name: &str, rows: &[&[&str]]) -> Reading {
    sheet(name, |sheet| write(sheet, rows))
}

/// Writes rows of texts; `=12` is the number 12.
pub fn write(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            match text.strip_prefix('=').and_then(|number| number.parse::<f64>().ok()) {
                Some(number) => sheet.write_number(row, column, number).unwrap(),
                None if text.is_empty() => continue,
                None => sheet.write_string(row, column, *text).unwrap(),
            };
        }
    }
}

/// A csv of these lines, read under that name.
pub fn csv(name: &str, lines: &[&str]) -> Reading {
    read(lines.join("\r\n").as_bytes(), name)
}

/// The findings as `code@cell`, in their order; `code` alone where the place is no cell.
pub fn findings(reading: &Reading) -> Vec<String> {
    let one = |finding: &pisar::diagnostic::Finding| {
        let place = finding.at.as_ref().map(ToString::to_string).unwrap_or_default();
        let cell =
            place.rsplit(" › ").next().filter(|_| place.matches(" › ").count() == 2).map(str::to_owned);
        cell.map_or_else(|| finding.code.name().to_owned(), |cell| format!("{}@{cell}", finding.code.name()))
    };
    reading.findings.iter().map(one).collect()
}

/// What the sheets were taken for.
pub fn taken(reading: &Reading) -> Vec<Option<&'static str>> {
    reading.sheets.iter().map(|sheet| sheet.taken_as).collect()
}

/// The only table.
pub fn table(reading: &Reading) -> &Table {
    assert_eq!(reading.tables.len(), 1, "{:?}", reading.findings);
    &reading.tables[0]
}

/// The column under that heading, as text: sections in brackets.
pub fn column(table: &Table, heading: &str) -> Vec<String> {
    table
        .rows
        .iter()
        .map(|row| {
            if row.is_section { format!("[{}]", show(&row.cells[0])) } else { show(table.cell(row, heading)) }
        })
        .collect()
}

/// A cell as text.
pub fn show(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.to_string(),
        Cell::Number(number) => format!("{number}"),
        Cell::Date(date) => date.to_string(),
        Cell::Time(time) => time.to_string(),
        Cell::DateTime(moment) => moment.to_string(),
        Cell::Flag(yes) => yes.to_string(),
    }
}
