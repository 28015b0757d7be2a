//! Old workbooks (.xls): what is hidden or struck through in them, read beside calamine. The stream is made record by record.

use crate::fixture::{column, findings, read, table};
use chrono::NaiveDate;
use pisar::model::table::Cell;
use std::io::{Cursor, Write as _};

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
}

fn shorts(values: &[u16]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A cell of text: BIFF8's LABEL.
fn label(row: u16, column: u16, format: u16, text: &str) -> Vec<u8> {
    let head = shorts(&[row, column, format, text.encode_utf16().count() as u16]);
    record(0x204, &[head, vec![1], wide(text)].concat())
}

/// A row that is hidden or not.
fn row(number: u16, hidden: bool) -> Vec<u8> {
    record(0x208, &shorts(&[number, 0, 3, 300, 0, 0, if hidden { 0x20 } else { 0 }, 0]))
}

/// The bytes of a workbook of one sheet with these records.
fn workbook(sheet: &str, records: &[Vec<u8>]) -> Vec<u8> {
    let begin = |kind: u16| record(0x809, &shorts(&[0x600, kind, 0, 0, 0, 0, 0, 0]));
    let font =
        |flags: u16| record(0x31, &[shorts(&[200, flags, 8, 400, 0]), vec![0, 0, 0, 0, 1, 0, 65]].concat());
    let format = |font: u16| record(0xE0, &shorts(&[font, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    let mut globals = vec![begin(5), record(0x42, &shorts(&[1200]))];
    // Font 4 does not exist: the fifth, which strikes through, is 5.
    globals.extend([0, 0, 0, 0, 8].map(font));
    globals.extend([0, 5].map(format));
    let name = wide(sheet);
    let end = record(0x0A, &[]);
    let length: usize = globals.iter().map(Vec::len).sum::<usize>() + 4 + 8 + name.len() + end.len();
    let bound =
        [(length as u32).to_le_bytes().to_vec(), vec![0, 0, sheet.encode_utf16().count() as u8, 1], name];
    globals.extend([record(0x85, &bound.concat()), end.clone()]);
    let stream = [globals.concat(), begin(0x10), records.concat(), end].concat();
    let mut container =
        cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new())).unwrap();
    // Streams under 4096 bytes lie in the small sectors, where old readers do not look.
    let padded = [stream, vec![0; 4096]].concat();
    container.create_stream("Workbook").unwrap().write_all(&padded).unwrap();
    container.flush().unwrap();
    container.into_inner().into_inner()
}

#[test]
fn hidden_rows_and_struck_cells_of_an_xls_are_stated() {
    let rows = [
        vec![
            row(0, false),
            label(0, 0, 0, "ФИО"),
            label(0, 1, 0, "Должность"),
            label(0, 2, 0, "Организация"),
        ],
        vec![
            row(1, false),
            label(1, 0, 0, "Иванов Пётр"),
            label(1, 1, 0, "мастер"),
            label(1, 2, 0, "ООО «А»"),
        ],
        vec![row(2, true), label(2, 0, 0, "Орлов Пётр"), label(2, 1, 1, "токарь"), label(2, 2, 0, "ООО «А»")],
    ];
    // The column C is hidden.
    let columns = record(0x7D, &shorts(&[2, 2, 2560, 0, 1, 0]));
    let records: Vec<Vec<u8>> = std::iter::once(columns).chain(rows.concat()).collect();
    let reading = read(&workbook("Наставники", &records), "input/a.xls");
    assert_eq!(findings(&reading), ["cell-struck@B3", "rows-hidden"]);
    assert_eq!(reading.findings[1].arguments["rows"], "1");
    assert_eq!(reading.findings[1].arguments["columns"], "1");
    assert_eq!(column(table(&reading), "ФИО"), ["Иванов Пётр", "Орлов Пётр"]);
}

/// Written by LibreOffice 7.4 out of one sheet of invented people: a struck name, dates, a formula with its value, a hidden sheet.
#[test]
fn what_an_office_has_written_is_read_alike_from_both_formats() {
    for (bytes, name) in [
        (&include_bytes!("office/mentors.xls")[..], "input/mentors.xls"),
        (&include_bytes!("office/mentors.ods")[..], "input/mentors.ods"),
    ] {
        let reading = read(bytes, name);
        assert_eq!(findings(&reading), ["cell-struck@A3"], "{name}");
        let sheets: Vec<_> =
            reading.sheets.iter().map(|seen| (&*seen.sheet, seen.rows, seen.is_hidden)).collect();
        assert_eq!(sheets, [("Наставники", 2, false), ("Черновик", 0, true)], "{name}");
        let table = table(&reading);
        let of = |heading| column(table, heading);
        assert_eq!(of("ФИО"), ["Придумова Вера Ильинична", "Небылицын Лев Егорович"], "{name}");
        assert_eq!(of("За что"), ["за наставничество", "за обучение молодых"], "{name}");
        let rest = table.rows.iter().map(|row| row.cells[4..].to_vec()).collect::<Vec<_>>();
        let day = |year, month, day| Cell::Date(NaiveDate::from_ymd_opt(year, month, day).unwrap());
        let expected =
            [[day(2021, 9, 1), Cell::Text("36".into())], [day(2019, 3, 15), Cell::Text("72".into())]];
        assert_eq!(rest, expected, "{name}");
    }
}
