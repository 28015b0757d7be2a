//! The examples of `docs/templates.ru.md` give what the guide says, on the demonstration input.
#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

#[path = "demonstration/workspace.rs"]
mod workspace;

use docx_rs::{Docx, Paragraph, Run};
use std::io::{Cursor, Read as _};
use std::path::Path;
use workspace::workspace;

const GUIDE: &str = include_str!("../docs/templates.ru.md");

/// The rows `| template | letter |` whose first cell is one code span.
fn examples() -> Vec<(&'static str, &'static str)> {
    let mut in_examples = false;
    let mut found = Vec::new();
    for line in GUIDE.lines() {
        if line.starts_with("| в шаблоне") {
            in_examples = true;
        } else if !line.starts_with('|') {
            in_examples = false;
        } else if in_examples && !line.starts_with("|---") {
            let (template, letter) = line.trim_matches('|').split_once("` |").unwrap();
            found.push((template.trim().trim_start_matches('`'), letter.trim()));
        }
    }
    found
}

/// The catalog entry of the guide.
fn entry() -> String {
    let start = GUIDE.find("[[document]]").unwrap();
    let text = &GUIDE[start..];
    text[..text.find("```").unwrap()].lines().flat_map(|line| [line.trim(), "\n"]).collect()
}

/// The paragraphs of a document: the text of each.
fn paragraphs(path: &Path) -> Vec<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(fs_err::read(path).unwrap())).unwrap();
    let mut text = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    let mut reader = quick_xml::Reader::from_str(&text);
    let mut all = Vec::new();
    loop {
        use quick_xml::events::Event;
        match reader.read_event().unwrap() {
            Event::Start(tag) if tag.name().as_ref() == "w:p" => all.push(String::new()),
            Event::Text(text) => all.last_mut().unwrap().push_str(text.as_ref()),
            Event::Eof => return all,
            _ => {}
        }
    }
}

#[test]
fn every_example_gives_what_the_guide_says() {
    let folder = workspace();
    let root = folder.path();
    fs_err::create_dir(root.join("templates")).unwrap();
    let examples = examples();
    assert!(examples.len() > 20, "the guide lost its examples");
    let document = examples.iter().fold(Docx::new(), |document, (template, _)| {
        document.add_paragraph(Paragraph::new().add_run(Run::new().add_text(*template)))
    });
    let mut bytes = Cursor::new(Vec::new());
    document.build().pack(&mut bytes).unwrap();
    fs_err::write(root.join("templates/note.docx"), bytes.into_inner()).unwrap();
    fs_err::write(root.join("templates/catalog.toml"), entry()).unwrap();

    let mut pisar = assert_cmd::Command::cargo_bin("pisar").unwrap();
    pisar.current_dir(root).args(["generate", "note", "--only", "Волков-Сибирцев", "--lang", "ru"]);
    pisar.assert().success();
    let letters: Vec<_> = fs_err::read_dir(root.join("output/Письма")).unwrap().collect();
    let [Ok(letter)] = letters.as_slice() else { panic!("one letter: {letters:?}") };
    let made = paragraphs(&letter.path());
    let said: Vec<(&str, String)> =
        examples.iter().map(|(template, letter)| (*template, (*letter).to_owned())).collect();
    let plain = |text: &String| text.replace(['\u{a0}', '\u{202f}'], " ");
    let given: Vec<(&str, String)> =
        examples.iter().zip(&made).map(|((template, _), text)| (*template, plain(text))).collect();
    assert_eq!(given, said);
}
