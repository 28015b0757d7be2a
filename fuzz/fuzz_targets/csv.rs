//! Any bytes as a table of text: read and checked by every rule, whatever the encoding and the separator are.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pisar::calendar::{AcademicYearEnd, ProductionCalendar, Transfers, Week};
use pisar::input::{Reading, read_bytes};
use pisar::model::Model;
use std::path::Path;

fuzz_target!(|bytes: &[u8]| {
    for name in ["input/план.csv", "input/наставники.csv", "input/реквизиты.csv"] {
        let mut reading = Reading::default();
        read_bytes(bytes, &name.into(), Path::new(""), &mut reading);
        assert!(!reading.findings.is_empty() || !reading.sheets.is_empty(), "read in silence");
        let today = "2023-01-15".parse().expect("a date");
        let model = Model::assemble(reading.tables, today, AcademicYearEnd::default());
        let calendar = ProductionCalendar::new(Week::Five, Transfers::default());
        let _ = pisar::validate::all(&model, &calendar);
    }
});
