//! The tables of posts, organisations, numbers and dates: our own, and those of the project's shared folder where it is there.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test says what it skips and fails loudly")]

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use pisar::russian::{Case, date, numeral, organisation, post, question};

/// A table's lines under its heading, in cells.
fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(path).unwrap();
    text.lines()
        .skip(1)
        .filter(|line| !line.is_empty())
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect()
}

fn ours(name: &str) -> Vec<Vec<String>> {
    rows(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/russian").join(name))
}

/// A table of the shared folder, which a clone of the repository alone does not have.
fn shared(name: &str) -> Option<Vec<Vec<String>>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found: Option<PathBuf> = ["../shared/russian", "../../shared/russian"]
        .iter()
        .map(|folder| root.join(folder).join(name))
        .find(|path| path.exists());
    if found.is_none() {
        println!("skipped: {name} of the shared folder is not here");
    }
    found.map(|path| rows(&path))
}

fn folded(text: &str) -> String {
    text.replace('ё', "е").replace('\u{a0}', " ")
}

fn accepts(expected: &str, got: &str) -> bool {
    expected.split('|').any(|variant| folded(variant) == folded(got))
}

/// Rows whose forms are wrong, and how many rows are flagged. `forms` gives the six forms and whether all are certain.
fn compare(
    rows: &[Vec<String>],
    from: usize,
    forms: impl Fn(&str) -> (Vec<String>, bool),
) -> (Vec<String>, usize) {
    let mut wrong = Vec::new();
    let mut flagged = 0;
    for row in rows {
        let (got, certain) = forms(&row[from]);
        flagged += usize::from(!certain);
        for (case, got) in Case::ALL.iter().zip(&got) {
            let expected = &row[from + case.index()];
            if !accepts(expected, got) {
                wrong.push(format!(
                    "{}{got} — должно быть {expected}",
                    if certain { "" } else { "(flagged) " }
                ));
                break;
            }
        }
        if !certain {
            println!("flagged: {}", row[from]);
        }
    }
    (wrong, flagged)
}

fn post_forms(text: &str) -> (Vec<String>, bool) {
    let all = post::decline_all(text);
    (
        all.iter().map(|form| form.text.clone()).collect(),
        all.iter().all(pisar::russian::Inflected::is_certain),
    )
}

fn organisation_forms(text: &str) -> (Vec<String>, bool) {
    let all = organisation::decline_all(text);
    (
        all.iter().map(|form| form.text.clone()).collect(),
        all.iter().all(pisar::russian::Inflected::is_certain),
    )
}

#[test]
fn shared_posts() {
    let Some(rows) = shared("dev_posts.tsv") else { return };
    let (wrong, flagged) = compare(&rows, 2, post_forms);
    assert_eq!((wrong, flagged), (vec![], 0));
}

#[test]
fn shared_organisations() {
    let Some(rows) = shared("dev_orgs.tsv") else { return };
    let (wrong, flagged) = compare(&rows, 2, organisation_forms);
    assert_eq!((wrong, flagged), (vec![], 0));
}

#[test]
fn our_posts() {
    let (wrong, flagged) = compare(&ours("posts.tsv"), 0, post_forms);
    assert_eq!((wrong, flagged), (vec![], 0));
}

#[test]
fn our_organisations() {
    let (wrong, flagged) = compare(&ours("orgs.tsv"), 0, organisation_forms);
    assert_eq!((wrong, flagged), (vec![], 0));
}

#[test]
fn shared_counts() {
    let Some(rows) = shared("dev_numbers.tsv") else { return };
    for row in rows {
        let forms = numeral::forms(row[2].parse().unwrap(), &row[3]).unwrap();
        for (name, expected) in ["nom_digits", "nom_words", "gen_digits", "gen_words"].iter().zip(&row[4..]) {
            let got = &forms.iter().find(|(known, _)| known == name).unwrap().1;
            assert!(accepts(expected, got), "{name} of {} {}: {got}, должно быть {expected}", row[2], row[3]);
        }
    }
}

#[test]
fn shared_dates() {
    let Some(rows) = shared("dev_dates.tsv") else { return };
    for row in rows {
        let forms = date::forms(row[1].parse::<NaiveDate>().unwrap());
        assert_eq!(forms.len(), row.len() - 2);
        for ((name, got), expected) in forms.iter().zip(&row[2..]) {
            assert!(accepts(expected, got), "{name} of {}: {got}, должно быть {expected}", row[1]);
        }
    }
}

#[test]
fn our_questions() {
    for row in ours("questions.tsv") {
        assert_eq!(question::agenda(&row[0]).text, row[1]);
    }
}

/// Every line of the seed's plan names a doing, so each becomes a question that needs no second look.
#[test]
fn the_plan_becomes_questions() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Some(text) = ["../shared/seed", "../../shared/seed"]
        .iter()
        .find_map(|folder| fs::read_to_string(root.join(folder).join("plan-2022-2023.txt")).ok())
    else {
        println!("skipped: the seed's plan is not here");
        return;
    };
    let numbered =
        |line: &&str| line.starts_with(|digit: char| digit.is_ascii_digit()) && line.matches('.').count() > 1;
    let titles: Vec<&str> = text
        .lines()
        .filter(numbered)
        .filter_map(|line| line.split('\t').nth(1))
        .filter(|title| !title.is_empty())
        .collect();
    assert_eq!(titles.len(), 18);
    for title in titles {
        let question = question::agenda(title);
        assert!(question.text.starts_with("О ") || question.text.starts_with("Об "), "{}", question.text);
        assert!(question.is_certain() && !question.text.contains("О мероприятии"), "{}", question.text);
    }
}
