//! A binary workbook made record by record.

use crate::fixture::{column, findings, read, table, taken};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn record(number: u16, body: &[u8]) -> Vec<u8> {
    let mut bytes = if number < 128 {
        vec![number as u8]
    } else {
        vec![(number & 0x7F) as u8 | 0x80, (number >> 7) as u8]
    };
    assert!(body.len() < 128 * 128);
    bytes.extend([(body.len() & 0x7F) as u8 | 0x80, (body.len() >> 7) as u8]);
    bytes.extend(body);
    bytes
}

fn text(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let count = (units.len() as u32).to_le_bytes();
    count.into_iter().chain(units.into_iter().flat_map(u16::to_le_bytes)).collect()
}

fn words(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// A row: its number, whether it is hidden, its cells as record number, style and value.
fn row(at: u32, hidden: bool, cells: &[(u16, u32, Vec<u8>)]) -> Vec<u8> {
    let flags = if hidden { 0x10 } else { 0 };
    let mut bytes = record(0, &[words(&[at, 0]), vec![0, 0, 0, flags, 0], words(&[0])].concat());
    for (column, (number, style, value)) in (0..).zip(cells) {
        bytes.extend(record(*number, &[words(&[column, *style]), value.clone()].concat()));
    }
    bytes
}

fn workbook(cells: &[u8]) -> Vec<u8> {
    const RELATIONS: &str = r#"<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.bin"/><Relationship Id="b" Type="x/sharedStrings" Target="sharedStrings.bin"/><Relationship Id="c" Type="x/styles" Target="styles.bin"/></Relationships>"#;
    let list =
        [record(153, &words(&[0, 0])), record(156, &[words(&[0, 1]), text("a"), text("События")].concat())]
            .concat();
    let strings = record(19, &[vec![0], text("День отрасли")].concat());
    let font = |flags: u8| record(43, &[0, 0, flags, 0]);
    let style = |format: u8, font: u8| record(47, &[0, 0, format, 0, font, 0]);
    let styles =
        [font(0), font(8), record(617, &[]), style(0, 0), style(14, 0), style(0, 1), record(618, &[])]
            .concat();
    let sheet = [cells.to_vec(), record(130, &[])].concat();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [
        ("xl/workbook.bin", list.as_slice()),
        ("xl/_rels/workbook.bin.rels", RELATIONS.as_bytes()),
        ("xl/sharedStrings.bin", &strings),
        ("xl/styles.bin", &styles),
        ("xl/worksheets/sheet1.bin", &sheet),
    ] {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_binary_workbook_is_read_with_its_dates_strikes_and_hidden_rows() {
    let heading = ["Событие", "Дата", "Место"].map(|heading| (6, 0, text(heading)));
    // 45072 as whole bits of a short number: 26 May 2023.
    let date = (2, 1, ((45_072_u32 << 2) | 2).to_le_bytes().to_vec());
    let cells = [
        row(0, false, &heading),
        row(1, true, &[(7, 0, words(&[0])), date.clone(), (6, 2, text("зал"))]),
        row(2, false, &[(7, 0, words(&[5])), date, (3, 0, vec![0x17])]),
    ];
    let reading = read(&workbook(&cells.concat()), "input/книга.xlsb");
    assert_eq!(taken(&reading), [Some("События")]);
    assert_eq!(findings(&reading), ["cell-struck@C2", "cell-broken@A3", "cell-error@C3", "rows-hidden"]);
    assert_eq!(column(table(&reading), "Дата"), ["2023-05-26", "2023-05-26"]);
    assert_eq!(column(table(&reading), "Событие"), ["День отрасли", ""]);
    let cut = read(&workbook(&record(7, &[0; 12])), "input/книга.xlsb");
    assert_eq!(cut.findings[0].arguments["reason"], "damaged");
}
