//! Any bytes as a file of the input folder: an archive as it is, anything else as the parts of a workbook too. It is read, or refused with
//! a reason; never silent.

#![no_main]

mod archive;

use libfuzzer_sys::fuzz_target;
use pisar::input::{Reading, read_bytes};
use std::path::Path;

const WORKBOOK: &[u8] =
    r#"<workbook xmlns:r="r"><sheets><sheet name="Наставники" sheetId="1" r:id="r1"/></sheets></workbook>"#
        .as_bytes();
const RELATIONS: &[u8] = br#"<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="http://x/styles" Target="styles.xml"/></Relationships>"#;

fuzz_target!(|bytes: &[u8]| {
    read(bytes);
    // What libFuzzer would never get past a checksum: the parts themselves.
    let mut parts = bytes.splitn(3, |byte| *byte == 0);
    let (sheet, strings, styles) = (
        parts.next().unwrap_or(b""),
        parts.next().unwrap_or(b"<sst/>"),
        parts.next().unwrap_or(b"<styleSheet/>"),
    );
    read(&archive::stored(&[
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
        ("xl/styles.xml", styles),
    ]));
    read(&archive::stored(&[("content.xml", bytes)]));
});

fn read(bytes: &[u8]) {
    let mut reading = Reading::default();
    // No child: old binary workbooks are refused here, their reader runs apart.
    read_bytes(bytes, &"input/файл.xlsx".into(), Path::new(""), &mut reading);
    assert!(!reading.findings.is_empty() || !reading.sheets.is_empty(), "read in silence");
}
