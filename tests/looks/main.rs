//! The longest and the shortest that a secretary may have, page by page: what must fit one page does. LibreOffice lays the pages out;
//! without it (or without `pdfinfo`) the counts are skipped, and the test says so.
#![expect(clippy::unwrap_used, reason = "a test fails loudly and says what it skips")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A workspace with the input of the extremes and their documents made.
fn made(folder: &Path, kinds: &[&str]) -> (i32, String) {
    let input = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/looks/input");
    fs_err::create_dir_all(folder.join("input")).unwrap();
    for entry in fs_err::read_dir(input).unwrap() {
        let path = entry.unwrap().path();
        fs_err::copy(&path, folder.join("input").join(path.file_name().unwrap())).unwrap();
    }
    generate(folder, kinds)
}

fn generate(folder: &Path, kinds: &[&str]) -> (i32, String) {
    let output = assert_cmd::Command::cargo_bin("pisar")
        .unwrap()
        .current_dir(folder)
        .args(["--lang", "ru", "generate"])
        .args(kinds)
        .output()
        .unwrap();
    (output.status.code().unwrap(), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs_err::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(documents(&path));
        } else if path.extension().is_some_and(|extension| extension == "docx") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The pages of each document, by the name of its file; nothing where LibreOffice or `pdfinfo` is absent.
fn pages(folder: &Path) -> Option<BTreeMap<String, usize>> {
    let there = |program: &str, flag: &str| Command::new(program).arg(flag).output().is_ok();
    if !(there("soffice", "--version") && there("pdfinfo", "-v")) {
        // Skipped: soffice and pdfinfo count the pages.
        return None;
    }
    let (profile, pdf) = (folder.join("profile"), folder.join("pdf"));
    let converted = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(&pdf)
        .args(documents(&folder.join("output")))
        .output()
        .unwrap();
    assert!(converted.status.success());
    let mut counts = BTreeMap::new();
    for entry in fs_err::read_dir(pdf).unwrap() {
        let path = entry.unwrap().path();
        let info = Command::new("pdfinfo").arg(&path).output().unwrap();
        let text = String::from_utf8_lossy(&info.stdout).into_owned();
        let count = text.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse();
        counts.insert(path.file_stem().unwrap().to_string_lossy().into_owned(), count.unwrap());
    }
    Some(counts)
}

#[test]
fn a_thank_you_letter_is_one_page_and_an_invitation_one_with_its_annex() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(made(folder.path(), &["thanks", "invitation"]).0, 0);
    let Some(pages) = pages(folder.path()) else { return };
    assert_eq!(pages.len(), 8 + 14);
    for (name, count) in pages {
        // More than two vacancies stand in an annex of one page.
        let annex = (3..=12).any(|vacancies| name.starts_with(&format!("ООО «Пример-{vacancies}»")))
            || name.starts_with("ФГБОУ");
        assert_eq!(count, 1 + usize::from(annex), "{name}");
    }
}

#[test]
fn a_text_too_long_for_its_page_is_told_by_its_cell() {
    let folder = tempfile::tempdir().unwrap();
    made(folder.path(), &["plan"]);
    let sheet = folder.path().join("input/mentors.csv");
    let text = fs_err::read_to_string(&sheet).unwrap();
    let long = "многолетний добросовестный труд, ".repeat(20);
    let row = format!("Ким Олег Павлович;;;{long};м\n");
    fs_err::write(&sheet, format!("{text}{row}")).unwrap();
    let (status, said) = generate(folder.path(), &["thanks"]);
    assert_eq!(status, 1);
    assert!(
        said.contains("mentors!D10: В поле «получатель.за_что» 659 знаков, а на листе помещается 600"),
        "{said}"
    );
}
