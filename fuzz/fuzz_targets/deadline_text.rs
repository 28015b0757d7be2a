//! Any text as a deadline: read without panic, twice the same, its ends in order; a weekday beside a date too.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pisar::calendar::AcademicYear;
use pisar::calendar::phrase::wrong_weekday;
use pisar::model::deadline::Deadline;

fuzz_target!(|text: &str| {
    let Some(year) = AcademicYear::starting(2022) else { return };
    let deadline = Deadline::read(text, year);
    assert_eq!(deadline, Deadline::read(text, year));
    if let (Some(start), Some(end)) = (deadline.start, deadline.end) {
        assert!(start <= end, "{deadline:?}");
    }
    for part in &deadline.parts {
        if let (Some(start), Some(end)) = (part.start, part.end) {
            assert!(start <= end, "{deadline:?}");
        }
    }
    let _ = wrong_weekday(text, Some(year));
});
