//! Every case of docs/reliability.md is held by tests and rows that exist.
#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn read(folder: &Path, all: &mut String) {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            read(&path, all);
        } else if path.extension().is_some_and(|end| end == "rs") {
            all.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn each_case_names_a_test_or_a_row_that_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut code = String::new();
    read(&root.join("src"), &mut code);
    read(&root.join("tests"), &mut code);
    let page = std::fs::read_to_string(root.join("docs/reliability.md")).unwrap();
    let script = std::fs::read_to_string(root.join("tests/faults/run.sh")).unwrap();
    let (_, cases) = page.split_once("## Cases A–D and G").unwrap();
    let (mut seen, mut wrong) = (BTreeSet::new(), Vec::new());
    for line in cases.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let (Some(case), Some(held)) = (cells.get(1), cells.get(3)) else { continue };
        let Ok(case) = case.parse::<u32>() else { continue };
        seen.insert(case);
        let tests: Vec<&str> = held.split('`').skip(1).step_by(2).collect();
        let rows: Vec<&str> =
            held.split("row ").skip(1).filter_map(|row| row.split([',', ' ', ';']).next()).collect();
        if tests.is_empty() && rows.is_empty() {
            wrong.push(format!("case {case} is held by nothing"));
        }
        wrong.extend(
            tests
                .iter()
                .filter(|test| !code.contains(&format!("fn {test}(")))
                .map(|test| format!("case {case}: no test {test}")),
        );
        let is_row = |row: &&&str| {
            script.contains(&format!("test_{row}() {{")) && page.contains(&format!("\n| {row}"))
        };
        wrong.extend(rows.iter().filter(|row| !is_row(row)).map(|row| format!("case {case}: no row {row}")));
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(seen, (1..=30).chain(57..=60).collect(), "cases A–D and G of the list");
}
