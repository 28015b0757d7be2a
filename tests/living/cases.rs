//! Cases of the list that need no fault but a whole run: the same bytes everywhere, few descriptors, a file that is open.

use crate::office::{Office, lines};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Every file under `output/` with its bytes.
fn files(folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            let name = path.to_string_lossy().split("/output/").nth(1).unwrap().to_owned();
            found.insert(name, std::fs::read(path).unwrap());
        }
    }
}

#[cfg(unix)]
#[test]
fn the_same_input_gives_the_same_bytes_on_any_machine() {
    let made = |jobs: &str, zone: &str, locale: &str, home: &str| {
        let office = Office::new();
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("pisar"));
        command.arg("-C").arg(office.root()).args(["generate", "--jobs", jobs, "--lang", "ru"]);
        command.env("TZ", zone).env("LC_ALL", locale).env("HOME", home).env("USER", home);
        command.env("SOURCE_DATE_EPOCH", "1677628800");
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let mut found = BTreeMap::new();
        files(&office.path("output"), &mut found);
        found
    };
    let first = made("1", "Europe/Moscow", "ru_RU.UTF-8", "/home/a");
    assert!(first.len() > 20, "{}", first.len());
    assert!(first.contains_key("Опись.xlsx"));
    let second = made("8", "Pacific/Apia", "C", "/nowhere");
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    for (name, bytes) in &first {
        assert!(second[name] == *bytes, "{name}");
    }
}

#[test]
fn a_template_saved_again_without_changes_gives_the_same_text_under_a_new_hash() {
    let office = Office::new();
    assert_eq!(office.run(&["templates", "export"]).status, 0);
    office.made(&["generate", "thanks"]);
    let path = "Благодарственные письма/Власов Г.И. — ООО «Луч».docx";
    let before = office.text(path);
    let hash = || {
        let connection = rusqlite::Connection::open(office.path("register.sqlite")).unwrap();
        let hash = "SELECT template_hash FROM document WHERE kind = 'thanks' LIMIT 1";
        connection.query_row(hash, [], |row| row.get::<_, Vec<u8>>(0)).unwrap()
    };
    let old = hash();
    let template = office.path("templates/thanks.docx");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(std::fs::read(&template).unwrap())).unwrap();
    let mut out = zip::ZipWriter::new(std::fs::File::create(&template).unwrap());
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        out.start_file(part.name().unwrap().into_owned(), stored).unwrap();
        std::io::copy(&mut part, &mut out).unwrap();
    }
    out.finish().unwrap();
    let made = office.made(&["generate", "thanks"]);
    assert!(made[1].starts_with("Власов Г.И. — ООО «Луч».docx 2 "), "{made:?}");
    assert_eq!(office.text(path), before);
    assert_ne!(hash(), old);
}

#[cfg(unix)]
#[test]
fn twelve_descriptors_are_enough_for_many_documents() {
    let office = Office::new();
    let mut mentors = String::from("ФИО;Пол;Должность;Организация;За что\n");
    for number in 0..200 {
        mentors.push_str(
            "Белов Пётр Ильич;м;мастер;АО «Заря»;за уроки\n"
                .replace("Белов", &format!("Белов{number}"))
                .as_str(),
        );
    }
    office.write("Наставники", &mentors);
    let run = format!(
        "ulimit -n 12; exec '{}' -C '{}' --today 2023-03-01 generate thanks --jobs 1",
        assert_cmd::cargo::cargo_bin!("pisar").display(),
        office.root().display()
    );
    let output = Command::new("sh").args(["-c", &run]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(office.register().len(), 200);
}

#[test]
fn a_document_open_in_an_editor_stops_the_run_with_status_three() {
    let office = Office::new();
    office.made(&["generate", "thanks"]);
    let owner = office.path("output/Благодарственные письма/.~lock.Власов Г.И. — ООО «Луч».docx#");
    std::fs::write(&owner, "").unwrap();
    office.edit("Наставники", "за подготовку", "за отличную подготовку");
    office.edit("Наставники", "за помощь", "за большую помощь");
    let before = office.text("Благодарственные письма/Белова А.А. — АО «Заря».docx");
    let refused = office.run(&["generate", "thanks"]);
    assert_eq!(refused.status, 3, "{}", refused.err);
    assert!(refused.err.contains("открыт в редакторе"), "{}", refused.err);
    assert_eq!(
        office.text("Благодарственные письма/Белова А.А. — АО «Заря».docx"),
        before,
        "the other is not touched"
    );
    std::fs::remove_file(owner).unwrap();
    let made = lines(&office.json(&["generate", "thanks"]));
    assert_eq!(made, ["Белова А.А. — АО «Заря».docx 1 updated", "Власов Г.И. — ООО «Луч».docx 2 updated"]);
}
