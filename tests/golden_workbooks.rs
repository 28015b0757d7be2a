//! Golden tests of the workbook papers, made from the demonstration input by the program itself.
//!
//! A golden file is a readable dump: a line a cell, formulas after `=`, merged cells and what else names rows at the end of each sheet.
//! `PISAR_BLESS=1 cargo test --test golden_workbooks` writes them anew; look at the difference before you commit it.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails loudly, and blesses what it holds"
)]

#[path = "demonstration/made.rs"]
mod made;

use made::made;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;

/// The kinds that are held, all of one document.
const HELD: &[&str] = &[
    "assignments",
    "championship-registration",
    "championship-scores",
    "groups-register",
    "indicators",
    "opinions-register",
    "practice-base",
    "practice-links",
    "quota",
    "vacancies",
];

#[test]
fn the_workbooks_hold_what_they_held() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (_folder, documents) = made(HELD);
    let folder = root.join("tests/golden_workbooks");
    let mut wrong = Vec::new();
    for kind in HELD {
        let document = documents.iter().find(|document| document["kind"] == *kind).unwrap();
        let dumped = dump(Path::new(document["path"].as_str().unwrap()));
        let golden = folder.join(format!("{kind}.txt"));
        if std::env::var_os("PISAR_BLESS").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&golden, &dumped).unwrap();
        }
        let held = std::fs::read_to_string(&golden).unwrap_or_default();
        let differs = |(at, (a, b)): (usize, (&str, &str))| {
            (a != b).then(|| format!("{kind}:{}\n- {a}\n+ {b}", at + 1))
        };
        wrong.extend(held.lines().zip(dumped.lines()).enumerate().find_map(differs));
        if held.lines().count() != dumped.lines().count() {
            wrong.push(format!("{kind}: {} lines, {} held", dumped.lines().count(), held.lines().count()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(files, HELD.iter().map(|kind| format!("{kind}.txt")).collect());
}

/// A workbook as text.
fn dump(path: &Path) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).ok().map(|mut file| file.read_to_string(&mut text).unwrap()).map(|_| text)
    };
    let strings: Vec<String> = part("xl/sharedStrings.xml")
        .unwrap_or_default()
        .split("<si>")
        .skip(1)
        .map(|item| plain(item.split("</si>").next().unwrap_or_default()))
        .collect();
    let book = part("xl/workbook.xml").unwrap();
    let mut out = String::new();
    for name in elements(&book, "definedName") {
        let _ = writeln!(out, "name {}", plain(name));
    }
    for (number, name) in (1..).zip(elements(&book, "sheet ")) {
        let sheet = part(&format!("xl/worksheets/sheet{number}.xml")).unwrap();
        let _ = writeln!(out, "sheet {}", attribute(name, "name"));
        for row in sheet.split("<row ").skip(1) {
            let height = attribute(row.split('>').next().unwrap_or_default(), "ht");
            let height = if height.is_empty() { String::new() } else { format!(" ({height})") };
            for cell in row.split("<c ").skip(1) {
                let held = content(cell, &strings);
                if !held.is_empty() {
                    let _ = writeln!(out, "{}{height} {held}", attribute(cell, "r"));
                }
            }
        }
        for kind in ["mergeCell ", "conditionalFormatting ", "dataValidation ", "autoFilter ", "pane "] {
            for found in elements(&sheet, kind) {
                let places =
                    [attribute(found, "ref"), attribute(found, "sqref"), attribute(found, "topLeftCell")];
                let _ = writeln!(out, "{kind}{}", places.concat());
            }
        }
    }
    for formula in elements(&part("xl/charts/chart1.xml").unwrap_or_default(), "c:f") {
        let _ = writeln!(out, "chart {}", plain(formula));
    }
    out
}

fn content(cell: &str, strings: &[String]) -> String {
    let (tag, inner) = cell.split_once('>').unwrap();
    let inner = inner.split("</c>").next().unwrap_or_default();
    if tag.ends_with('/') {
        return String::new();
    }
    let text = plain(inner).replace('\u{a0}', "␣").replace('\n', "⏎");
    match attribute(tag, "t") {
        "s" => strings[text.parse::<usize>().unwrap()].clone(),
        "inlineStr" => text,
        _ if inner.starts_with("<f") => format!("={text}"),
        _ => format!("{text} (number)"),
    }
}

/// What begins with that element's tag, each time.
fn elements<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let tag = format!("<{name}");
    let found = text.split(&tag).skip(1).filter(|rest| name.ends_with(' ') || rest.starts_with(['>', ' ']));
    found.map(|rest| rest.split("</").next().unwrap_or_default()).collect()
}

fn attribute<'t>(tag: &'t str, name: &str) -> &'t str {
    let tag = tag.split('>').next().unwrap_or_default();
    let start = format!("{name}=\"");
    let at = tag.match_indices(&start).find(|(at, _)| *at == 0 || tag[..*at].ends_with(' '));
    at.and_then(|(at, _)| tag[at + start.len()..].split('"').next()).unwrap_or_default()
}

fn plain(markup: &str) -> String {
    let text: String =
        markup.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
