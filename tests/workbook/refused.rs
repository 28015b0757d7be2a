//! What is told about a workbook template before the first file, and which files are refused.

use super::{drawn, values};
use pisar::template::Template;
use std::io::{Cursor, Read as _, Write as _};

/// The findings of a sheet with these texts: code and place.
fn told(texts: &[(u32, u16, &str)]) -> Vec<String> {
    let bytes = drawn(|workbook| {
        let sheet = workbook.add_worksheet().set_name("Лист")?;
        for (row, column, text) in texts {
            match text.strip_prefix('=') {
                Some(formula) => sheet.write_formula(*row, *column, formula)?,
                None => sheet.write(*row, *column, *text)?,
            };
        }
        Ok(())
    });
    let (tree, _, root) = values();
    let findings = match Template::compile("t.xlsx", &bytes) {
        Ok(template) => template.lint(&tree, root),
        Err(findings) => findings,
    };
    findings
        .iter()
        .map(|finding| format!("{} {}", finding.code.name(), finding.at.as_ref().unwrap()))
        .collect()
}

#[test]
fn wrong_tags_are_told_with_sheet_and_cell() {
    assert_eq!(
        told(&[(0, 0, "{{#каждый базы}}{{имя}}"), (1, 0, "{{/если}}")]),
        ["template-block-crossed t.xlsx › Лист › A2"]
    );
    assert_eq!(told(&[(0, 0, "{{#каждый базы}}{{имя}}")]), ["template-block-unclosed t.xlsx › Лист › A1"]);
    assert_eq!(
        told(&[(0, 0, "{{назвние}}"), (6, 1, "{{#каждый базы}}{{мета}}"), (6, 2, "{{/каждый}}")]),
        ["template-field-unknown t.xlsx › Лист › A1", "template-field-unknown t.xlsx › Лист › B7"]
    );
    assert_eq!(
        told(&[
            (0, 0, "{{кму название}}"),
            (1, 0, "{{число"),
            (2, 0, "{{#каждый базы}}"),
            (3, 0, "{{/если}}")
        ]),
        [
            "template-helper-unknown t.xlsx › Лист › A1",
            "template-tag-broken t.xlsx › Лист › A2",
            "template-block-crossed t.xlsx › Лист › A4"
        ]
    );
    assert_eq!(
        told(&[(0, 0, "{{#если число}}"), (2, 2, "{{иначе}}"), (3, 0, "{{/каждый}}{{/если}}")]),
        ["template-block-crossed t.xlsx › Лист › A4", "template-block-stray t.xlsx › Лист › A4"]
    );
}

#[test]
fn blocks_that_cannot_stand_and_tags_in_formulas_are_told() {
    assert_eq!(
        told(&[(0, 0, "{{#если число}}"), (1, 0, "текст {{иначе}}"), (2, 0, "{{/если}}")]),
        ["template-block-misplaced t.xlsx › Лист › A2"]
    );
    assert_eq!(
        told(&[(0, 0, "{{#каждый базы}}"), (1, 0, "x {{#если число}}{{/каждый}}"), (2, 0, "{{/если}}")])
            .len(),
        2
    );
    assert_eq!(told(&[(0, 0, "=\"{{число}}\"&A1")]), ["template-formula-tag t.xlsx › Лист › A1"]);
}

/// A workbook with one more part, or another formula.
fn with(part: &str, text: &str) -> Vec<u8> {
    let bytes = drawn(|workbook| {
        workbook.add_worksheet().write(0, 0, "{{число}}")?.write_formula(1, 0, "=A1")?;
        Ok(())
    });
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut made = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let mut old = String::new();
        entry.read_to_string(&mut old).unwrap();
        made.start_file(entry.name().unwrap(), options).unwrap();
        made.write_all(if part.is_empty() { old.replace("<f>A1</f>", text) } else { old }.as_bytes())
            .unwrap();
    }
    if !part.is_empty() {
        made.start_file(part, options).unwrap();
        made.write_all(text.as_bytes()).unwrap();
    }
    made.finish().unwrap().into_inner()
}

#[test]
fn what_runs_or_fetches_is_refused_by_name() {
    for (part, text, reason) in [
        ("xl/vbaProject.bin", "x", "macros"),
        ("xl/macrosheets/sheet1.xml", "<x/>", "macros"),
        ("xl/externalLinks/externalLink1.xml", "<x/>", "external"),
        ("xl/connections.xml", "<x/>", "external"),
        ("xl/embeddings/object.bin", "x", "embedded"),
        ("", "<f>cmd|'/c calc'!A0</f>", "field"),
        ("", "<f>WEBSERVICE(A1)</f>", "field"),
    ] {
        let findings = Template::compile("t.xlsx", &with(part, text)).unwrap_err();
        assert_eq!(findings[0].code.name(), "template-refused", "{part}{text}");
        assert_eq!(findings[0].arguments["reason"], reason, "{part}{text}");
    }
    assert!(Template::compile("t.xlsx", &with("", "<f>A1&amp;\"a|b\"</f>")).is_ok());
}

#[test]
fn the_extension_must_be_that_of_the_content() {
    let bytes = with("", "<f>A1</f>");
    assert!(Template::compile("t.xlsx", &bytes).is_ok());
    let findings = Template::compile("t.docx", &bytes).unwrap_err();
    assert_eq!(findings[0].arguments["reason"], "not-a-package");
}

/// The file with a tag in the first of its shared strings; `None` where it has none or cannot be read.
fn tagged(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut made = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut is_tagged = false;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).ok()?;
        let name = entry.name().ok()?.into_owned();
        let mut part = Vec::new();
        entry.take(8 << 20).read_to_end(&mut part).ok()?;
        if name.ends_with("sharedStrings.xml") {
            let text = String::from_utf8(part).ok()?;
            is_tagged = text.contains("<t>");
            part = text.replacen("<t>", "<t>{{число}} ", 1).into_bytes();
        }
        made.start_file(name, zip::write::SimpleFileOptions::default()).ok()?;
        made.write_all(&part).ok()?;
    }
    let made = made.finish().ok()?.into_inner();
    is_tagged.then_some(made)
}

#[test]
fn strangers_workbooks_are_filled_or_refused_with_a_reason() {
    let corpus = std::path::Path::new("/work/shared/reliability/corpus/good");
    let (tree, record, _) = values();
    let (mut todo, mut filled) = (vec![corpus.to_owned()], 0);
    while let Some(folder) = todo.pop() {
        for path in std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                todo.push(path);
                continue;
            }
            if path.extension().is_none_or(|end| end != "xlsx") {
                continue;
            }
            let bytes = std::fs::read(&path).unwrap();
            // The large ones say nothing new.
            if bytes.len() > 200_000 {
                continue;
            }
            for bytes in [Some(bytes.clone()), tagged(&bytes)].into_iter().flatten() {
                match Template::compile("t.xlsx", &bytes) {
                    Ok(template) => {
                        let made = template.renderer().render(&tree, &record).unwrap();
                        assert!(zip::ZipArchive::new(Cursor::new(made)).is_ok(), "{}", path.display());
                        filled += 1;
                    }
                    Err(findings) => assert!(!findings.is_empty(), "{}", path.display()),
                }
            }
        }
    }
    assert!(filled > 20 || !corpus.exists(), "{filled}");
}
