//! Golden tests: text and structure of the papers, made from the demonstration input by the program itself.
//!
//! A golden file is a readable dump: a line a paragraph with its alignment, size and weight; tables row by row with merged cells marked.
//! `PISAR_BLESS=1 cargo test --test golden` writes them anew; look at the difference before you commit it.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails loudly, and blesses what it holds"
)]

#[path = "demonstration/made.rs"]
mod made;

use made::made;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::fmt::Write as _;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Which documents are held, by a part of their path, and the golden file's name.
const HELD: &[(&str, &str, &str)] = &[
    ("plan", "", "plan"),
    ("minutes", "Экспертный совет, 08.12.2022", "minutes-expert"),
    ("minutes", "Координационный совет, 09.03.2023", "minutes-coordination"),
    ("thanks", "Нечипоренко", "thanks-feminine"),
    ("thanks", "Мамедов", "thanks-ogly"),
    ("thanks", "Волков-Сибирцев", "thanks-double"),
    ("invitation", "Обьэнергосеть", "invitation-vacancies"),
    ("report", "I квартал 2023", "report"),
    ("year-report", "", "year-report"),
    ("year-calendar", "", "year-calendar"),
    ("reminder", "Руководитель ведущей ПОО кластера", "reminder"),
    ("activity-report", "Современная школа", "activity-report"),
    ("minutes-final", "Экспертный совет, 08.12.2022", "minutes-final"),
    ("minutes-extract", "Бондарь", "minutes-extract"),
    ("agenda", "Экспертный совет, 02.03.2023", "agenda-control"),
    ("quota-approval", "", "quota-approval"),
    ("expert-opinion", "Машинист котлов", "expert-opinion"),
    ("expert-schedule", "", "expert-schedule"),
    ("practice-note", "", "practice-note"),
    ("championship-regulation", "", "championship-regulation"),
    ("championship-order", "", "championship-order"),
    ("jury-minutes", "", "jury-minutes"),
    ("diploma", "", "diploma"),
    ("certificate", "", "certificate"),
    ("inclusion-plan", "", "inclusion-plan"),
    ("inclusion-report", "", "inclusion-report"),
    ("contest-application", "Инструмент", "contest-application"),
    ("contest-results", "", "contest-results"),
    ("media-report", "", "media-report"),
    ("fair-report", "", "fair-report"),
];

#[test]
fn the_papers_read_and_look_as_held() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut kinds: Vec<&str> = HELD.iter().map(|(kind, ..)| *kind).collect();
    kinds.dedup();
    let (_folder, documents) = made(&kinds);
    let mut wrong = Vec::new();
    for (kind, recipient, name) in HELD {
        let document = documents
            .iter()
            .find(|document| {
                document["kind"] == *kind && document["recipient"].as_str().unwrap().contains(recipient)
            })
            .unwrap_or_else(|| panic!("no {kind} for {recipient}"));
        let path = PathBuf::from(document["path"].as_str().unwrap());
        let dumped = dump(&path);
        let golden = root.join("tests/golden").join(format!("{name}.txt"));
        if std::env::var_os("PISAR_BLESS").is_some() {
            std::fs::write(&golden, &dumped).unwrap();
        }
        let held = std::fs::read_to_string(&golden).unwrap_or_default();
        if held != dumped {
            wrong.push(format!("{name}: {}", first_difference(&held, &dumped)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_golden_file_is_held() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    files.sort();
    let mut held: Vec<String> = HELD.iter().map(|(_, _, name)| (*name).to_owned()).collect();
    held.sort();
    assert_eq!(files, held);
}

fn first_difference(held: &str, dumped: &str) -> String {
    let line = held
        .lines()
        .zip(dumped.lines())
        .position(|(a, b)| a != b)
        .unwrap_or(held.lines().count().min(dumped.lines().count()));
    format!(
        "line {}:\n- {}\n+ {}",
        line + 1,
        held.lines().nth(line).unwrap_or_default(),
        dumped.lines().nth(line).unwrap_or_default()
    )
}

/// A Word file's body as text with its structure.
fn dump(path: &PathBuf) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let mut reader = Reader::from_str(&xml);
    let mut out = String::new();
    let (mut text, mut marks, mut depth) = (String::new(), Vec::<String>::new(), 0_usize);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(tag) => match tag.local_name().as_ref() {
                "tbl" => {
                    let _ = writeln!(out, "{}table", "  ".repeat(depth));
                    depth += 1;
                }
                "tr" => {
                    let _ = writeln!(out, "{}row", "  ".repeat(depth));
                    depth += 1;
                }
                "p" => (text, marks) = (String::new(), Vec::new()),
                other => mark(other, &tag, &mut marks, &mut text),
            },
            Event::Empty(tag) => match tag.local_name().as_ref() {
                "p" => {
                    let _ = writeln!(out, "{}¶", "  ".repeat(depth));
                }
                "pgSz" => {
                    let (width, height) = (attribute(&tag, "w:w"), attribute(&tag, "w:h"));
                    let _ =
                        writeln!(out, "page {} × {}", width.unwrap_or_default(), height.unwrap_or_default());
                }
                other => mark(other, &tag, &mut marks, &mut text),
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "p" => {
                    marks.dedup();
                    let marked =
                        if marks.is_empty() { String::new() } else { format!("[{}] ", marks.join(" ")) };
                    let _ = writeln!(out, "{}¶ {marked}{}", "  ".repeat(depth), text.replace('\u{a0}', "␣"));
                }
                "tbl" | "tr" => depth -= 1,
                _ => {}
            },
            Event::Text(found) => text.push_str(&found),
            Event::GeneralRef(reference) => text.push_str(match &*reference {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                _ => "'",
            }),
            _ => {}
        }
    }
    out
}

fn mark(name: &str, tag: &BytesStart<'_>, marks: &mut Vec<String>, text: &mut String) {
    let value = attribute(tag, "w:val");
    match name {
        "jc" | "gridSpan" | "tblHeader" | "sz" => {
            let found = format!("{name}={}", value.unwrap_or_else(|| "1".to_owned()));
            if !marks.contains(&found) {
                marks.push(found);
            }
        }
        "b" if value.as_deref() != Some("0") && !marks.iter().any(|mark| mark == "b") => {
            marks.push("b".to_owned());
        }
        "br" if attribute(tag, "w:type").as_deref() == Some("page") => text.push('⇟'),
        "br" => text.push('⏎'),
        "tab" => text.push('⇥'),
        _ => {}
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    tag.attributes().flatten().find(|found| found.key.as_ref() == name).map(|found| found.value.to_string())
}
