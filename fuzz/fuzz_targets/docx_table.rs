//! Any bytes as the main part of a Word document with a plan: read, or refused with a reason.

#![no_main]

mod archive;

use libfuzzer_sys::fuzz_target;
use pisar::input::{Reading, read_bytes};
use std::path::Path;

const RELATIONS: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

fuzz_target!(|bytes: &[u8]| {
    let whole;
    let file = if bytes.starts_with(b"PK") {
        bytes
    } else {
        whole = archive::stored(&[("_rels/.rels", RELATIONS), ("word/document.xml", bytes)]);
        &whole
    };
    let mut reading = Reading::default();
    read_bytes(file, &"input/план.docx".into(), Path::new(""), &mut reading);
    assert!(!reading.findings.is_empty() || !reading.sheets.is_empty(), "read in silence");
});
