//! Every template and every document of the demonstration, by what a reading program and other offices need: language, title, author, headings
//! of tables, texts of pictures, only markup that all of them keep.
#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

#[path = "demonstration/made.rs"]
mod demonstration;

use std::io::{Cursor, Read as _};

/// The parts of a package that are XML, by name.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        if name.ends_with(".xml") && part.read_to_string(&mut text).is_ok() {
            parts.push((name, text));
        }
    }
    parts
}

/// What Р7, МойОфис and LibreOffice lay out otherwise than Word, or lose.
const OUTSIDE: [&str; 11] = [
    "<w:sdt",
    "<w:pict",
    "<mc:AlternateContent",
    "<w:txbxContent",
    "w:asciiTheme",
    "w:themeColor",
    "<w:altChunk",
    "<w:object",
    "<w:ins ",
    "<w:del ",
    "<w:fldSimple",
];

/// What is wrong with a file.
fn wrong(bytes: &[u8], author: Option<&str>) -> Vec<String> {
    let parts = parts(bytes);
    let part = |name: &str| parts.iter().find(|(own, _)| own == name).map_or("", |(_, text)| text.as_str());
    let core = part("docProps/core.xml");
    let property = |name: &str| {
        let (_, rest) = core.split_once(&format!("<{name}>")).unwrap_or_default();
        rest.split('<').next().unwrap_or_default().to_owned()
    };
    let mut wrong = Vec::new();
    if property("dc:title").is_empty() {
        wrong.push("no title".to_owned());
    }
    if author.is_some_and(|author| property("dc:creator") != author) {
        wrong.push(format!("the author is «{}»", property("dc:creator")));
    }
    let document = part("word/document.xml");
    if document.is_empty() {
        return wrong;
    }
    if property("dc:language") != "ru-RU" || !part("word/styles.xml").contains("<w:lang w:val=\"ru-RU\"") {
        wrong.push("the language is not told".to_owned());
    }
    for (name, text) in parts.iter().filter(|(name, _)| name.starts_with("word/")) {
        wrong.extend(
            OUTSIDE.iter().filter(|mark| text.contains(**mark)).map(|mark| format!("{mark} in {name}")),
        );
        wrong.extend(
            text.split("<wp:docPr ")
                .skip(1)
                .filter(|piece| !piece.split('>').next().unwrap().contains("descr=\""))
                .map(|_| format!("a picture without a text in {name}")),
        );
    }
    // A heading stands on a ground of its own; where it does, it is told as one.
    for row in document.split("<w:tr>").skip(1) {
        let row = row.split("</w:tr>").next().unwrap();
        if row.contains("w:fill=\"F2F2F2\"") && !row.contains("<w:tblHeader") {
            wrong.push("a row looks like a heading and is none".to_owned());
        }
    }
    wrong
}

#[test]
fn every_template_tells_what_it_is() {
    for name in pisar::starter::names() {
        let bytes = pisar::starter::built_in(name).unwrap().unwrap();
        assert_eq!(wrong(&bytes, None), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn every_document_tells_what_it_is_and_whose() {
    let (folder, documents) = demonstration::made(&[]);
    let mut seen = 0;
    for document in documents {
        let path = document["path"].as_str().unwrap();
        if ![".docx", ".xlsx"].iter().any(|end| path.ends_with(end)) {
            continue;
        }
        let inside = path.split_once("output/").unwrap().1;
        let bytes = fs_err::read(folder.path().join("output").join(inside)).unwrap();
        let author = path.ends_with(".docx").then_some("Тихонова Анна Сергеевна");
        assert_eq!(wrong(&bytes, author), Vec::<String>::new(), "{path}");
        seen += 1;
    }
    assert!(seen > 200, "{seen}");
}
