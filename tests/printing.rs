//! What is made beside documents, from outside: PDFs and print files.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails loudly, and prepares its own workspace"
)]

#[path = "demonstration/program.rs"]
mod program;
#[path = "demonstration/workspace.rs"]
mod workspace;

use program::pisar;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use workspace::workspace;

/// The files of `folder` whose names end so, sorted.
fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(end) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn part(file: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_pdf_lies_beside_each_word_document_and_follows_it() {
    let folder = workspace();
    let run = |arguments: &[&str]| {
        pisar(folder.path(), &[&["generate", "thanks", "--only", "Росси"], arguments].concat())
    };
    let (status, out, _) = run(&["--pdf"]);
    assert_eq!((status, out.lines().last()), (0, Some("2 documents: 2 new.")), "{out}");
    let (document, pdf) = (files(folder.path(), ".docx").remove(0), files(folder.path(), ".pdf").remove(0));
    assert_eq!(document.with_extension("pdf"), pdf);
    let first = std::fs::read(&pdf).unwrap();
    // What tests/pages.sh looks into further: pages, fonts, text.
    assert!(first.starts_with(b"%PDF-1.") && first.trim_ascii_end().ends_with(b"%%EOF"));
    // Nothing has changed: it is not made again.
    let (_, out, _) = run(&["--pdf"]);
    assert_eq!(out.lines().last(), Some("2 documents: 2 unchanged."));
    // The same document has the same PDF, in another workspace too.
    let other = workspace();
    pisar(other.path(), &["generate", "thanks", "--only", "Росси", "--pdf"]);
    assert_eq!(std::fs::read(files(other.path(), ".pdf").remove(0)).unwrap(), first);
    // A document that a person has edited has a PDF of what the person wrote.
    let edited = std::fs::read(files(other.path(), ".docx").remove(0)).unwrap();
    let edited = resaved(&edited, "Росси", "Бьянки");
    std::fs::write(&document, edited).unwrap();
    let (status, out, _) = run(&["--pdf"]);
    assert_eq!((status, out.lines().last()), (0, Some("2 documents: 1 updated, 1 edited by hand and kept.")));
    assert_ne!(std::fs::read(&pdf).unwrap(), first);
}

/// The document with a word of its body replaced.
fn resaved(document: &[u8], old: &str, new: &str) -> Vec<u8> {
    use std::io::Write as _;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(document)).unwrap();
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        let name = part.name().unwrap().into_owned();
        if name == "word/document.xml" {
            bytes = String::from_utf8(bytes).unwrap().replace(old, new).into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn a_pdf_that_falls_behind_its_document_is_told() {
    let folder = workspace();
    pisar(folder.path(), &["generate", "thanks", "--only", "Росси", "--pdf"]);
    std::fs::create_dir_all(folder.path().join("templates")).unwrap();
    let blank = pisar::starter::template("thanks-blank.docx").unwrap().bytes().unwrap();
    std::fs::write(folder.path().join("templates/thanks.docx"), blank).unwrap();
    let (status, _, err) = pisar(folder.path(), &["generate", "thanks", "--only", "Росси"]);
    assert_eq!(status, 0);
    assert!(err.contains("1 document has changed, and its PDF is of the edition before."), "{err}");
    let (_, out, err) = pisar(folder.path(), &["generate", "thanks", "--only", "Росси", "--pdf"]);
    assert_eq!(out.lines().last(), Some("2 documents: 1 updated, 1 unchanged."));
    assert!(!err.contains("edition before"), "{err}");
}

#[test]
fn an_office_that_is_not_there_is_told_before_anything_is_made() {
    let folder = workspace();
    let (status, out, err) =
        pisar(folder.path(), &["generate", "thanks", "--pdf", "--soffice", "/nowhere/soffice"]);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.contains("LibreOffice was not found: /nowhere/soffice."), "{err}");
    assert!(!folder.path().join("output").exists());
}

/// Whoever reads by ear is told the title, the language and the order of reading. Skipped, and said so, where there is no pdfinfo; by
/// LibreOffice too where there is one.
#[test]
fn a_pdf_is_tagged_and_titled_by_either_engine() {
    if std::process::Command::new("pdfinfo").arg("-v").output().is_err() {
        eprintln!("skipped: no pdfinfo");
        return;
    }
    let has_office = std::process::Command::new("soffice").arg("--version").output().is_ok();
    for engine in ["builtin", "soffice"].into_iter().take(1 + usize::from(has_office)) {
        let folder = workspace();
        let arguments = ["generate", "thanks", "--only", "Росси", "--pdf", "--pdf-engine", engine];
        assert_eq!(pisar(folder.path(), &arguments).0, 0, "{engine}");
        let pdf = files(folder.path(), ".pdf").pop().unwrap();
        let told = std::process::Command::new("pdfinfo").arg(&pdf).output().unwrap();
        let told = String::from_utf8(told.stdout).unwrap();
        let line = |name: &str| {
            let line = told.lines().find_map(|line| line.strip_prefix(name));
            line.map(|rest| rest.trim_start_matches(':').trim().to_owned()).unwrap_or_default()
        };
        assert_eq!(line("Tagged"), "yes", "{engine}: {told}");
        assert!(!line("Title").is_empty(), "{engine}: {told}");
    }
}

/// An office that, as LibreOffice does, lets fall what stands behind its first 253 arguments.
#[cfg(unix)]
#[test]
fn an_office_that_takes_few_files_at_a_time_converts_them_all() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = workspace();
    let office = folder.path().join("office.sh");
    let script = "#!/bin/sh\nfor file in \"$@\"; do\n  count=$((count + 1)); [ $count -le 253 ] || exit 0\n\
                  case $file in *.docx) echo '%PDF-1.4' >\"${file%.docx}.pdf\";; esac\ndone\n";
    std::fs::write(&office, script).unwrap();
    std::fs::set_permissions(&office, std::fs::Permissions::from_mode(0o755)).unwrap();
    let templates = folder.path().join("templates");
    std::fs::create_dir(&templates).unwrap();
    let paper = pisar::starter::described::document("!document Лист\nЛист {{лист.имя}}\n");
    std::fs::write(templates.join("sheet.docx"), paper.to_bytes().unwrap()).unwrap();
    let catalog = "[[document]]\nid = \"sheet\"\ntitle = \"Листы\"\ntemplate = \"sheet.docx\"\nfor-each = \"листы\"\nas = \"лист\"\n\
                   file = \"{{лист.имя}}\"\n";
    std::fs::write(templates.join("catalog.toml"), catalog).unwrap();
    let rows: Vec<String> = (0..300).map(|row| format!("Лист {row};да")).collect();
    std::fs::write(folder.path().join("input/листы.csv"), format!("Имя;Нужен\n{}\n", rows.join("\n")))
        .unwrap();
    let (status, out, err) =
        pisar(folder.path(), &["generate", "--pdf", "--soffice", office.to_str().unwrap()]);
    assert_eq!((status, out.lines().last()), (0, Some("600 documents: 600 new.")), "{err}");
}

#[test]
fn a_draft_lies_beside_each_document_of_a_kind_with_addresses() {
    use mail_parser::{MessageParser, MimeHeaders as _};
    let folder = workspace();
    let run = |today: &str, arguments: &[&str]| {
        pisar(folder.path(), &[&["generate", "invitation", "--email", "--today", today], arguments].concat())
    };
    let (status, out, _) = run("2023-03-02", &["--only", "Литейный"]);
    assert_eq!((status, out.lines().last()), (0, Some("3 documents: 3 new.")), "{out}");
    let bytes = std::fs::read(files(folder.path(), ".eml").remove(0)).unwrap();
    let message = MessageParser::default().parse(&bytes).unwrap();
    assert_eq!(message.header_raw("X-Unsent").map(str::trim), Some("1"));
    assert_eq!(message.from().unwrap().first().unwrap().address(), Some("cluster@example.ru"));
    let to = message.to().unwrap().first().unwrap();
    assert_eq!(to.name(), Some("Общество с ограниченной ответственностью «Литейный двор»"));
    assert_eq!(
        message.subject(),
        Some(
            "Приглашение: Ярмарка вакансий для выпускников ПОО в сферах энергетики и металлообработки, 16 марта 2023 г."
        )
    );
    assert!(message.body_text(0).unwrap().starts_with("Уважаемый "));
    let names: Vec<_> =
        message.attachments().map(|part| part.attachment_name().unwrap().to_owned()).collect();
    assert_eq!(
        names,
        [
            "ООО «Литейный двор» — Дурново П.А.docx",
            "Ярмарка вакансий для выпускников ПОО в сферах энергетики и металлообработки.ics"
        ]
    );
    let letter = std::fs::read(files(folder.path(), ".docx").remove(0)).unwrap();
    assert_eq!(message.attachments().next().unwrap().contents(), letter);
    let calendar = std::fs::read_to_string(files(folder.path(), ".ics").remove(0)).unwrap();
    assert!(
        calendar.contains("DTSTART:20230316T070000Z\r\n") && calendar.contains("SEQUENCE:0\r\n"),
        "{calendar}"
    );
    // The day is no reason to make a draft anew; the PDF instead of the document is.
    let (_, out, _) = run("2023-03-03", &["--only", "Литейный"]);
    assert_eq!(out.lines().last(), Some("3 documents: 3 unchanged."));
    let (_, out, _) = run("2023-03-03", &["--only", "Литейный", "--pdf"]);
    assert_eq!(out.lines().last(), Some("4 documents: 1 new, 1 updated, 2 unchanged."));
    // Another zone moves the hour.
    std::fs::write(folder.path().join("pisar.toml"), "time-zone = \"Asia/Tomsk\"\n").unwrap();
    run("2023-03-03", &["--only", "Литейный"]);
    let calendar = std::fs::read_to_string(files(folder.path(), ".ics").remove(0)).unwrap();
    assert!(calendar.contains("DTSTART:20230316T030000Z\r\n"), "{calendar}");
}

#[test]
fn the_author_of_a_document_is_the_executor() {
    let folder = workspace();
    pisar(folder.path(), &["generate", "thanks", "--only", "Росси"]);
    let core = part(&files(folder.path(), ".docx").remove(0), "docProps/core.xml");
    assert!(
        core.contains(
            "<dc:title>Благодарственное письмо</dc:title><dc:creator>Тихонова Анна Сергеевна</dc:creator>"
        ),
        "{core}"
    );
    assert!(core.contains("<dc:language>ru-RU</dc:language>"), "{core}");
}

#[test]
fn a_print_file_holds_all_letters_in_the_order_of_the_register() {
    let folder = workspace();
    let (status, out, _) = pisar(folder.path(), &["generate", "thanks", "--print-file", "--pdf"]);
    assert_eq!((status, out.lines().last()), (0, Some("42 documents: 42 new.")), "{out}");
    let file = folder.path().join("output/Печать/Благодарственные письма наставникам.docx");
    assert!(file.with_extension("pdf").exists());
    let text = part(&file, "word/document.xml");
    assert_eq!(text.matches("<w:sectPr>").count(), 20);
    assert_eq!(text.matches("<w:pgNumType w:start=\"1\"/>").count(), 20);
    assert!(
        part(&file, "docProps/core.xml").contains("<dc:title>Благодарственные письма наставникам</dc:title>")
    );
    // In the order of their numbers: the register's first recipient stands first.
    let (_, listed, _) = pisar(folder.path(), &["register", "list", "--format", "json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
    let mut letters: Vec<(u64, String)> = listed["records"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|record| record["kind"] == "thanks")
        .map(|record| {
            let number = record["number"].as_str().unwrap().parse().unwrap();
            (number, record["path"].as_str().unwrap().to_owned())
        })
        .collect();
    letters.sort();
    let mut rest = text.as_str();
    for (_, path) in letters {
        let letter = part(&folder.path().join("output").join(path), "word/document.xml");
        let start = letter.find("вручается").unwrap();
        let name =
            letter[start..].split("<w:t xml:space=\"preserve\">").nth(1).unwrap().split('<').next().unwrap();
        rest = rest.split_once(name).unwrap_or_else(|| panic!("{name} is not next")).1;
    }
}
