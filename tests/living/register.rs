//! The register through the program: numbers carried over, signatures read back, copies kept.

use crate::office::{Office, messages};

/// The sheet's row of the second letter in the journal.
const ROW_OF_SECOND: u32 = 4;

#[test]
fn a_mended_name_is_told_and_takes_its_number_along() {
    let office = Office::new();
    office.made(&["generate", "thanks"]);
    office.edit("Наставники", "Белова Анна Алексевна", "Белова Анна Алексеевна");
    let dry = office.json(&["generate", "thanks", "--dry-run"]);
    assert_eq!(
        messages(&dry, "recipient-renamed"),
        ["Белова Анна Алексеевна похож на того, кого больше нет в таблицах: Белова Анна Алексевна (1)."]
    );
    let moved = office.run(&["register", "move", "1", "Белова Анна Алексеевна"]);
    assert_eq!(moved.out, "Номер 1 перенесён: «Белова Анна Алексевна» → «Белова Анна Алексеевна».\n");
    assert_eq!(
        office.made(&["generate", "thanks"]),
        ["Белова А.А. — АО «Заря».docx 1 updated", "Власов Г.И. — ООО «Луч».docx 2 unchanged"]
    );
    let unknown = office.run(&["register", "move", "2", "Власов Глеб Ильич младший"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.err.contains("Власов Глеб Ильич"), "{}", unknown.err);
}

#[test]
fn a_person_who_changes_firms_keeps_the_number() {
    let office = Office::new();
    office.made(&["generate", "thanks"]);
    office.edit("Наставники", "инженер;ООО «Луч»", "инженер;АО «Заря»");
    assert_eq!(office.run(&["register", "move", "2", "Власов Глеб Ильич"]).status, 0);
    assert_eq!(
        office.made(&["generate", "thanks"]),
        ["Белова А.А. — АО «Заря».docx 1 unchanged", "Власов Г.И. — АО «Заря».docx 2 updated"]
    );
}

#[test]
fn a_meeting_whose_date_was_mended_keeps_all_its_papers() {
    let office = Office::new();
    office.made(&["generate", "minutes", "agenda"]);
    office.edit("Заседания", "15.03.2023", "17.03.2023");
    let moved =
        office.run(&["register", "move", "Экспертный совет, 15.03.2023", "Экспертный совет, 17.03.2023"]);
    assert_eq!(moved.out.lines().count(), 2, "{}{}", moved.out, moved.err);
    assert_eq!(
        office.made(&["generate", "minutes", "agenda"]),
        [
            "2023-03-17 Протокол.docx б/н updated",
            "2023-06-14 Протокол.docx б/н unchanged",
            "2023-03-17 Повестка.docx б/н updated",
            "2023-06-14 Повестка.docx б/н unchanged"
        ]
    );
}

#[test]
fn signatures_are_entered_in_the_journal_and_read_back() {
    let office = Office::new();
    office.made(&["generate", "thanks"]);
    let journal = office.path("Журнал.xlsx");
    let name = journal.to_str().unwrap();
    assert_eq!(office.run(&["register", "export", name]).status, 0);
    fill(&journal, "I", "26.05.2023");
    fill(&journal, "J", "01-12/45");
    assert_eq!(office.run(&["register", "import", name]).out, "Внесена 1 отметка о подписании.\n");
    assert_eq!(office.run(&["register", "import", name]).out, "Новых отметок о подписании нет.\n");
    let records = office.json(&["register", "list"]);
    let signed = |number: &str| {
        let mut all = records["records"].as_array().unwrap().iter();
        let record = all.find(|record| record["number"] == number).unwrap();
        (&record["signed_date"], &record["signed_number"])
    };
    assert_eq!(signed("2"), (&"2023-05-26".into(), &"01-12/45".into()));
    assert_eq!(signed("1"), (&serde_json::Value::Null, &serde_json::Value::Null));
    // What was entered stands in the next journal and comes back unchanged.
    let second = office.path("Журнал 2.xlsx");
    office.run(&["register", "export", second.to_str().unwrap()]);
    assert_eq!(
        office.run(&["register", "import", second.to_str().unwrap()]).out,
        "Новых отметок о подписании нет.\n"
    );
}

/// Writes a text into the cell of the second letter's row, as a spreadsheet program would.
fn fill(book: &std::path::Path, column: &str, text: &str) {
    let part = "xl/worksheets/sheet1.xml";
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(std::fs::read(book).unwrap())).unwrap();
    let mut out = zip::ZipWriter::new(std::fs::File::create(book).unwrap());
    for at in 0..archive.len() {
        let name = archive.by_index(at).unwrap().name().unwrap().into_owned();
        if name != part {
            out.raw_copy_file(archive.by_index(at).unwrap()).unwrap();
            continue;
        }
        let xml = std::io::read_to_string(archive.by_name(part).unwrap()).unwrap();
        let start = xml.find(&format!("<c r=\"{column}{ROW_OF_SECOND}\"")).unwrap();
        let end = start + xml[start..].find("/>").unwrap();
        let cell = format!("{} t=\"inlineStr\"><is><t>{text}</t></is></c>", &xml[start..end]);
        out.start_file(part, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut out, format!("{}{cell}{}", &xml[..start], &xml[end + 2..]).as_bytes())
            .unwrap();
    }
    out.finish().unwrap();
}

#[test]
fn ten_good_copies_lie_beside_the_register() {
    let office = Office::new();
    for text in 0..13 {
        office
            .write("Наставники", &crate::office::MENTORS.replace("за помощь", &format!("за помощь {text}")));
        office.made(&["generate", "thanks"]);
    }
    assert_eq!(std::fs::read_dir(office.path(".pisar/copies")).unwrap().count(), 10);
    std::fs::remove_file(office.path("register.sqlite")).unwrap();
    let refused = office.run(&["generate", "thanks"]);
    assert_eq!(refused.status, 2);
    let mut copies: Vec<_> =
        std::fs::read_dir(office.path(".pisar/copies")).unwrap().map(|entry| entry.unwrap().path()).collect();
    copies.sort();
    let newest = copies.pop().unwrap();
    assert!(refused.err.contains(newest.file_name().unwrap().to_str().unwrap()), "{}", refused.err);
    std::fs::copy(newest, office.path("register.sqlite")).unwrap();
    assert_eq!(
        office.made(&["generate", "thanks"]),
        ["Белова А.А. — АО «Заря».docx 1 unchanged", "Власов Г.И. — ООО «Луч».docx 2 unchanged"]
    );
}
