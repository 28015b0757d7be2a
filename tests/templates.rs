//! The Word templates in `templates/`: equal to what `starter` builds, laid out to the millimetre, within the safe subset.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::path::PathBuf;

use pisar::starter::TEMPLATES;
use pisar::starter::measure::mm;
use pisar::starter::xml::Element;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("templates")
}

fn part(bytes: &[u8], name: &str) -> Option<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).ok()?.read_to_string(&mut text).unwrap();
    Some(text)
}

fn document(name: &str) -> Element {
    let template = pisar::starter::template(name).unwrap();
    Element::parse(&part(&template.bytes().unwrap(), "word/document.xml").unwrap()).unwrap()
}

fn each<'a>(element: &'a Element, name: &str, found: &mut Vec<&'a Element>) {
    if element.name == name {
        found.push(element);
    }
    for child in element.elements() {
        each(child, name, found);
    }
}

fn all<'a>(root: &'a Element, name: &str) -> Vec<&'a Element> {
    let mut found = Vec::new();
    each(root, name, &mut found);
    found
}

fn number(element: &Element, attribute: &str) -> u32 {
    element.attribute(attribute).unwrap().parse().unwrap()
}

#[test]
fn the_files_are_what_the_code_builds() {
    let bytes = |name: &str| pisar::starter::built_in(name).unwrap().unwrap();
    for name in pisar::starter::names() {
        let checked_in = std::fs::read(folder().join(name)).unwrap_or_default();
        assert!(bytes(name) == checked_in, "{name}: run `cargo run --example templates`");
        assert_eq!(bytes(name), bytes(name), "{name}: not byte-stable");
    }
    let files: BTreeSet<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| std::path::Path::new(name).extension().is_some_and(|kind| kind != "toml"))
        .collect();
    assert_eq!(files, pisar::starter::names().map(ToOwned::to_owned).collect());
}

#[test]
fn the_grid_and_the_cells_of_every_table_say_the_same_widths() {
    for template in TEMPLATES {
        let document = document(template.name);
        for table in all(&document, "w:tbl") {
            let grid: Vec<u32> =
                all(table, "w:gridCol").into_iter().map(|column| number(column, "w:w")).collect();
            let layout = table.find("w:tblPr").and_then(|properties| properties.find("w:tblLayout")).unwrap();
            assert_eq!(layout.attribute("w:type"), Some("fixed"), "{}", template.name);
            for row in table.elements().filter(|child| child.name == "w:tr") {
                let mut column = 0;
                for cell in row.elements().filter(|child| child.name == "w:tc") {
                    let properties = cell.find("w:tcPr").unwrap();
                    let span = properties.find("w:gridSpan").map_or(1, |span| number(span, "w:val")) as usize;
                    let width = number(properties.find("w:tcW").unwrap(), "w:w");
                    assert_eq!(width, grid[column..column + span].iter().sum::<u32>(), "{}", template.name);
                    column += span;
                }
                assert_eq!(column, grid.len(), "{}", template.name);
            }
        }
    }
}

#[test]
fn no_table_is_wider_than_the_text() {
    for template in TEMPLATES {
        let document = document(template.name);
        let widest_text = all(&document, "w:sectPr")
            .into_iter()
            .map(|section| {
                let margins = section.find("w:pgMar").unwrap();
                number(section.find("w:pgSz").unwrap(), "w:w")
                    - number(margins, "w:left")
                    - number(margins, "w:right")
            })
            .max()
            .unwrap();
        for table in all(&document, "w:tbl") {
            let width: u32 = all(table, "w:gridCol").into_iter().map(|column| number(column, "w:w")).sum();
            // Columns are rounded one by one, half a twentieth of a point each.
            assert!(width <= widest_text + 4, "{}: {width} > {widest_text}", template.name);
        }
    }
}

#[test]
fn only_what_every_office_editor_keeps_is_used() {
    let outside = [
        "<w:sdt",
        "<w:drawing",
        "<w:pict",
        "<mc:AlternateContent",
        "<w:txbxContent",
        "w:asciiTheme",
        "w:themeColor",
        "<w:altChunk",
        "<w:object",
        "<w:ins ",
        "<w:del ",
        "<w:bookmarkStart",
        "<w:fldSimple",
        "<w:numPr",
        "w14:",
    ];
    for template in TEMPLATES {
        let bytes = template.bytes().unwrap();
        for name in ["word/document.xml", "word/header.xml", "word/footer.xml", "word/styles.xml"] {
            let Some(text) = part(&bytes, name) else { continue };
            for piece in outside {
                assert!(!text.contains(piece), "{}: {piece} in {name}", template.name);
            }
            let root = Element::parse(&text).unwrap();
            for field in all(&root, "w:instrText") {
                assert_eq!(
                    field.children,
                    [pisar::starter::xml::Node::Text("PAGE".into())],
                    "{}",
                    template.name
                );
            }
        }
    }
}

#[test]
fn every_table_of_more_than_layout_repeats_its_heading() {
    let repeated = |name: &str| all(&document(name), "w:tblHeader").len();
    assert_eq!(["plan.docx", "report.docx", "invitation.docx", "thanks.docx"].map(repeated), [1, 7, 3, 0]);
}

/// Page size and margins (top, right, bottom, left) of a template's sections, in twentieths of a point.
fn pages(name: &str) -> Vec<[u32; 6]> {
    all(&document(name), "w:sectPr")
        .into_iter()
        .map(|section| {
            let (size, margins) = (section.find("w:pgSz").unwrap(), section.find("w:pgMar").unwrap());
            let [width, height] = ["w:w", "w:h"].map(|side| number(size, side));
            let [top, right, bottom, left] =
                ["w:top", "w:right", "w:bottom", "w:left"].map(|side| number(margins, side));
            [width, height, top, right, bottom, left]
        })
        .collect()
}

#[test]
fn pages_have_the_margins_of_the_standard() {
    let portrait = [210, 297, 20, 10, 20, 20].map(mm);
    let landscape = [297, 210, 20, 10, 20, 20].map(mm);
    assert_eq!(pages("plan.docx"), [landscape]);
    assert_eq!(pages("minutes.docx"), [[210, 297, 20, 10, 20, 30].map(mm)]);
    assert_eq!(pages("thanks.docx"), [[210, 297, 25, 25, 25, 25].map(mm)]);
    assert_eq!(pages("invitation.docx"), [portrait]);
    assert_eq!(pages("report.docx"), [portrait, landscape]);
    // An envelope is no sheet of a file, and the calendar hangs on a wall.
    let is_filed = |name: &str| !name.starts_with("envelope-") && name != "year-calendar.docx";
    for template in TEMPLATES.iter().filter(|template| is_filed(template.name)) {
        for [_, _, top, right, bottom, left] in pages(template.name) {
            let has_least = top >= mm(20) && right >= mm(10) && bottom >= mm(20) && left >= mm(20);
            assert!(has_least, "{}: {top} {right} {bottom} {left}", template.name);
        }
    }
}

#[test]
fn the_plan_has_the_columns_of_its_layout() {
    let document = document("plan.docx");
    let tables = all(&document, "w:tbl");
    let grid = |table: usize| -> Vec<u32> {
        all(tables[table], "w:gridCol").into_iter().map(|column| number(column, "w:w")).collect()
    };
    assert_eq!(grid(2), [15, 92, 50, 40, 70].map(mm));
    // The stamp: 75 mm at most in the edition of 2016, 80 mm in that of 2025.
    assert_eq!([grid(0), grid(1)], [[267 - 75, 75].map(mm), [267 - 80, 80].map(mm)]);
}

#[test]
fn the_number_of_the_page_begins_with_the_second_and_an_award_has_none() {
    for template in TEMPLATES {
        let document = document(template.name);
        let sections = all(&document, "w:sectPr");
        let numbered = !all(&document, "w:headerReference").is_empty();
        assert_eq!(sections[0].find("w:titlePg").is_some(), numbered, "{}", template.name);
    }
    let award = document("thanks.docx");
    assert!(all(&award, "w:headerReference").is_empty());
    let border = all(&award, "w:pgBorders")[0].find("w:top").unwrap();
    assert_eq!(border.attribute("w:val"), Some("thinThickSmallGap"));
    assert_eq!(border.attribute("w:color"), Some("1F3864"));
}

#[test]
fn the_catalog_names_templates_that_exist() {
    let catalog: toml::Table =
        std::fs::read_to_string(folder().join("catalog.toml")).unwrap().parse().unwrap();
    let named: BTreeSet<&str> = catalog["document"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|entry| entry.get("template").and_then(toml::Value::as_str))
        .collect();
    // A secretary may put these in the place of their namesakes.
    let alternatives = ["minutes-short.docx", "thanks-blank.docx"];
    // What `--proof` and `--envelopes` are made with.
    let beside = ["proof.docx", "envelope-dl.docx", "envelope-c5.docx"];
    let entered = |name: &&str| !alternatives.contains(name) && !beside.contains(name);
    assert_eq!(named, pisar::starter::names().filter(entered).collect());
}
