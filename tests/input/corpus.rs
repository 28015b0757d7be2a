//! Every file of the corpus of others' workbooks, where it is at hand: read, or refused with a reason; never silent, slow or dead.

use crate::fixture::{column, findings, read, taken};
use std::path::Path;
use std::time::{Duration, Instant};

/// Beside the repository, or where the project keeps it; the corpus is used in place and never copied.
const PLACES: &[&str] = &["../shared/reliability/corpus", "/work/shared/reliability/corpus"];

/// The files of a folder of the corpus; none, said aloud, where it is not at hand.
#[expect(clippy::print_stderr, reason = "a test that does not run has to say so")]
fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Some(place) = PLACES.iter().map(|place| root.join(place).join(folder)).find(|place| place.is_dir())
    else {
        eprintln!("skipped: the corpus is not at hand");
        return Vec::new();
    };
    let mut files: Vec<_> = fs_err::read_dir(place)
        .unwrap()
        .flatten()
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs_err::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn e31_good_files_are_read_or_say_clearly_why_not() {
    for (name, bytes) in files("good") {
        let start = Instant::now();
        let reading = read(&bytes, &name);
        assert!(start.elapsed() < Duration::from_secs(20), "{name}");
        let refused = reading.findings.iter().find(|finding| finding.code.name() == "file-unreadable");
        let reason = refused.map(|finding| finding.arguments["reason"].as_str());
        let expected = match name.as_str() {
            "npoi__testEXCEL_4.xls" => Some("old-excel"),
            // A repeat of sixteen billion cells.
            "calamine__issue_594_dos.ods" => Some("too-big"),
            // A code page that calamine does not know.
            "PhpSpreadsheet__maccentraleurope.biff5.xls" => Some("encoding"),
            _ => None,
        };
        assert_eq!(reason, expected, "{name}: {:?}", reading.findings);
        assert!(
            refused.is_some() || !reading.sheets.is_empty() || findings(&reading) == ["file-blank"],
            "{name}"
        );
    }
}

#[test]
fn one_list_of_three_formats_is_one_table() {
    let lists: Vec<_> =
        files("good").into_iter().filter(|(name, _)| name.starts_with("lo__персонал")).collect();
    let tables: Vec<_> = lists
        .iter()
        .map(|(name, bytes)| {
            let reading = read(bytes, name);
            assert_eq!(taken(&reading), [Some("Участники"), None], "{name}");
            reading.tables[0]
                .columns
                .iter()
                .map(|c| (c.heading.clone(), column(&reading.tables[0], &c.heading)))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(tables.windows(2).all(|two| two[0] == two[1]), "{tables:#?}");
}

#[test]
fn e32_broken_files_are_stated_and_never_silent() {
    // Made strangely, read rightly: each with what it was taken for.
    let harmless =
        [("made__dimension_lies_huge.xlsx", "Участники"), ("made__merge_whole_sheet.xlsx", "Участники")];
    for (name, bytes) in files("broken") {
        let start = Instant::now();
        let reading = read(&bytes, &name);
        assert!(start.elapsed() < Duration::from_secs(20), "{name}");
        match harmless.iter().find(|(file, _)| *file == name) {
            Some((_, sheet)) => {
                assert_eq!((findings(&reading), taken(&reading)), (Vec::new(), vec![Some(*sheet)]), "{name}");
            }
            None => assert!(!reading.findings.is_empty(), "{name}: {:?}", reading.sheets),
        }
    }
}

/// The most memory that this process has held, in megabytes; nothing where the system does not say.
fn peak() -> Option<u64> {
    let status = fs_err::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
}

#[test]
fn no_file_costs_more_than_the_memory_allowed() {
    for folder in ["good", "broken"] {
        for (name, bytes) in files(folder) {
            read(&bytes, &name);
            // What is read in a child is held by its own limit.
            assert!(peak().is_none_or(|peak| peak < 1536), "{name}: {:?} MB", peak());
        }
    }
}
