//! Workbooks made to hurt: bombs, lies, sparse corners, flipped bits, and bytes of no meaning at all.

use crate::fixture::{PROGRAM, bytes, findings, read, write};
use crate::formats::zip;
use pisar::input::{Reading, read_bytes};
use proptest::prelude::*;
use std::time::{Duration, Instant};

const WORKBOOK: &str =
    r#"<workbook xmlns:r="r"><sheets><sheet name="Наставники" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;

/// A workbook with these rows in its sheet and these shared texts.
fn workbook(rows: &str, strings: &str) -> Vec<u8> {
    zip(&[
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/sharedStrings.xml", &format!("<sst uniqueCount=\"4294967295\">{strings}</sst>")),
        (
            "xl/worksheets/sheet1.xml",
            &format!(
                "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData></worksheet>"
            ),
        ),
    ])
}

fn inline(at: &str, text: &str) -> String {
    format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

fn reason(reading: &Reading) -> String {
    reading.findings.first().and_then(|finding| finding.arguments.get("reason")).cloned().unwrap_or_default()
}

#[test]
fn e33_bombs_and_lying_counts_are_refused_in_a_second() {
    let start = Instant::now();
    let zeros = "0".repeat(60 << 20);
    let bomb = workbook("", &format!("<si><t>{zeros}</t></si>"));
    assert_eq!(reason(&read(&bomb, "input/a.xlsx")), "too-big");
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn e34_corners_of_the_sheet_cost_nothing() {
    let rows = format!(
        "<row r=\"1\">{}{}</row><row r=\"1048576\">{}</row>",
        inline("A1", "ФИО"),
        inline("B1", "Организация"),
        inline("XFD1048576", "далеко")
    );
    let reading = read(&workbook(&rows, ""), "input/a.xlsx");
    assert_eq!(findings(&reading), [""; 0]);
    assert_eq!(reading.sheets[0].taken_as, Some("Наставники"));
}

#[test]
fn e35_a_flipped_bit_of_a_stored_part_is_refused() {
    let book = bytes("Наставники", |sheet| {
        write(sheet, &[&["ФИО", "Организация"], &["Иванов Пётр", "ООО «А»"]]);
    });
    let mut refused = 0;
    for at in (0..book.len()).step_by(7) {
        let mut spoiled = book.clone();
        spoiled[at] ^= 0x10;
        let reading = read(&spoiled, "input/a.xlsx");
        let names: Vec<_> = reading
            .tables
            .iter()
            .flat_map(|table| table.rows.iter().map(|row| row.cells[0].clone()))
            .collect();
        let is_same = names.len() == 1 && names[0].text() == Some("Иванов Пётр");
        assert!(is_same || !reading.findings.is_empty(), "byte {at}: {names:?}");
        refused += usize::from(!reading.findings.is_empty());
    }
    assert!(refused > 0);
}

#[test]
fn e36_to_e40_a_cell_that_contradicts_itself_is_named() {
    let head = format!("<row r=\"1\">{}{}</row>", inline("A1", "ФИО"), inline("B1", "Организация"));
    let cell = |cell: &str| format!("{head}<row r=\"2\">{}{cell}</row>", inline("A2", "Образцов Пётр"));
    for (bad, code) in [
        ("<c r=\"B2\" t=\"s\"><v>-1</v></c>", "cell-broken@B2"),
        ("<c r=\"B2\" t=\"s\"><v>7</v></c>", "cell-broken@B2"),
        ("<c r=\"B2\" t=\"s\"><v>огромный</v></c>", "cell-broken@B2"),
        ("<c r=\"B2\" t=\"s\"><v></v></c>", "cell-broken@B2"),
        ("<c r=\"B2\"><v>1,5</v></c>", "cell-broken@B2"),
        ("<c r=\"B2\"><v>NaN</v></c>", "cell-broken@B2"),
        ("<c r=\"B2\" t=\"d\"><v>2022-13-45</v></c>", "cell-broken@B2"),
        ("<c r=\"B2\"><f>A1</f></c>", "cell-not-computed@B2"),
        ("<c r=\"B2\"><f>A1</f><v></v></c>", "cell-not-computed@B2"),
        ("<c r=\"B2\" t=\"e\"><v>#SPILL!</v></c>", "cell-error@B2"),
    ] {
        assert_eq!(findings(&read(&workbook(&cell(bad), ""), "input/a.xlsx")), [code], "{bad}");
    }
    for bad in [
        "<c r=\"B0\"/>",
        "<c r=\"XFE2\"/>",
        "<c r=\"Б2\"/>",
        "<c r=\"A2\"><v>1</v></c>",
        "<c s=\"x\"/>",
        "&nbsp;<c>&x;",
        "<c><v>&#0;</v></c>",
    ] {
        assert_eq!(reason(&read(&workbook(&cell(bad), ""), "input/a.xlsx")), "damaged", "{bad}");
    }
}

#[test]
fn entities_names_twice_and_tails_are_refused() {
    let laughs = "<!DOCTYPE x [<!ENTITY a \"ха\"><!ENTITY b \"&a;&a;\">]>";
    let part = format!("{laughs}<worksheet><sheetData/></worksheet>");
    let bytes = zip(&[
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/sharedStrings.xml", "<sst/>"),
        ("xl/worksheets/sheet1.xml", &part),
    ]);
    assert_eq!(reason(&read(&bytes, "input/a.xlsx")), "entities");
    let twice = zip(&[("xl/workbook.xml", WORKBOOK), ("XL/Workbook.xml", WORKBOOK)]);
    assert_eq!(reason(&read(&twice, "input/a.xlsx")), "damaged");
    let tail = [workbook("", ""), b"junk".to_vec()].concat();
    assert_eq!(reason(&read(&tail, "input/a.xlsx")), "damaged");
    let outside =
        RELATIONS.replace("worksheets/sheet1.xml\"", "http://example.ru/a.xml\" TargetMode=\"External\"");
    let bytes = zip(&[("xl/workbook.xml", WORKBOOK), ("xl/_rels/workbook.xml.rels", &outside)]);
    assert_eq!(reason(&read(&bytes, "input/a.xlsx")), "damaged");
}

fn survives(bytes: &[u8], name: &str) {
    let mut reading = Reading::default();
    read_bytes(bytes, &name.into(), PROGRAM.as_ref(), &mut reading);
    assert!(!reading.findings.is_empty() || !reading.sheets.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        // A child a case would be 300 processes; its own tests are elsewhere.
        prop_assume!(!bytes.starts_with(b"\xD0\xCF"));
        survives(&bytes, "input/a.csv");
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[<>a-zА-я0-9;,\"'=&/ \\n\\t-]{0,200}") {
        survives(text.as_bytes(), "input/a.csv");
        survives(format!("<html><table>{text}").as_bytes(), "input/a.xls");
        survives(format!("<?xml version='1.0'?><Workbook>{text}").as_bytes(), "input/a.xls");
        survives(&workbook(&text, &text), "input/a.xlsx");
        survives(&zip(&[("content.xml", &text)]), "input/a.ods");
    }

    #[test]
    fn any_table_of_texts_is_read(rows in prop::collection::vec(prop::collection::vec("[№А-яё0-9.,: \\u{a0}-]{0,12}", 0..6), 0..12)) {
        let lines: Vec<_> = rows.iter().map(|cells| cells.join(";")).collect();
        for name in ["input/план.csv", "input/наставники.csv", "input/реквизиты.csv"] {
            let text = format!("№ п/п;Мероприятие;Исполнители;Срок;Дата\n{}", lines.join("\n"));
            survives(text.as_bytes(), name);
        }
    }
}
