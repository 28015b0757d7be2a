//! Files: edited, lost, moved, of equal names.

use crate::office::{Office, claim, codes, lines};
use pisar::output::{Interrupt, Outcome, PublishError, Session, removed, verify};
use pisar::register::SafePath;

#[test]
fn a_lost_file_is_made_again_under_its_own_number() {
    let office = Office::new();
    office.run(&[("Яковлев", "а"), ("Белов", "б")]).unwrap();
    std::fs::remove_dir_all(office.file("")).unwrap();
    let report = office.run(&[("Белов", "б")]).unwrap();
    assert_eq!(lines(&report), ["Письма/Белов.docx № 01-12/2 new"]);
    assert_eq!(office.text("Письма/Белов.docx"), "б № 01-12/2");
}

#[test]
fn an_edited_file_stays_and_a_fresh_edition_lies_beside_it() {
    let office = Office::new();
    office.run(&[("Белов", "б")]).unwrap();
    std::fs::write(office.file("Письма/Белов.docx"), "правка").unwrap();
    let same = office.run(&[("Белов", "б")]).unwrap();
    assert_eq!(
        (lines(&same), codes(&same)),
        (vec!["Письма/Белов.docx № 01-12/1 kept_edited".into()], vec!["edited-kept"])
    );
    assert!(!office.file("Письма/Белов (новая редакция).docx").exists(), "nothing new to say");
    let changed = office.run(&[("Белов", "иначе")]).unwrap();
    assert_eq!(lines(&changed), ["Письма/Белов (новая редакция).docx № 01-12/1 kept_edited"]);
    assert_eq!(office.text("Письма/Белов.docx"), "правка");
    assert_eq!(office.text("Письма/Белов (новая редакция).docx"), "иначе № 01-12/1");
    std::fs::write(office.file("Письма/Белов (новая редакция).docx"), "и это правка").unwrap();
    let again = office.run(&[("Белов", "третье")]).unwrap();
    assert_eq!(lines(&again), ["Письма/Белов (новая редакция 2).docx № 01-12/1 kept_edited"]);
}

#[test]
fn force_replaces_an_edited_file_and_keeps_it_as_a_copy() {
    let mut office = Office::new();
    office.run(&[("Белов", "б")]).unwrap();
    std::fs::write(office.file("Письма/Белов.docx"), "правка").unwrap();
    office.force = true;
    assert_eq!(lines(&office.run(&[("Белов", "б")]).unwrap()), ["Письма/Белов.docx № 01-12/1 updated"]);
    assert_eq!(office.text("Письма/Белов.docx"), "б № 01-12/1");
    assert_eq!(office.text("Письма/Белов (прежняя редакция).docx"), "правка");
}

#[test]
fn a_file_of_a_stranger_at_a_new_documents_place_is_kept() {
    let office = Office::new();
    office.run(&[("Яковлев", "а")]).unwrap();
    std::fs::write(office.file("Письма/Белов.docx"), "чужой").unwrap();
    let report = office.run(&[("Белов", "б")]).unwrap();
    assert_eq!(lines(&report), ["Письма/Белов (новая редакция).docx № 01-12/2 kept_edited"]);
    assert_eq!(office.text("Письма/Белов.docx"), "чужой");
}

#[test]
fn equal_names_are_told_apart_by_key_and_stay_so() {
    let office = Office::new();
    let path = |name: &str| SafePath::new(&["Письма", name], "docx");
    let letters = [("Ёлкин|б", "1"), ("елкин|а", "2")];
    let first = office.run_at(&letters, &[path("Ёлкин"), path("елкин")], Interrupt::default()).unwrap();
    assert_eq!(lines(&first), ["Письма/Ёлкин.docx № 01-12/1 new", "Письма/елкин (2).docx № 01-12/2 new"]);
    let turned = [letters[1], ("Ёлкин|в", "3"), letters[0]];
    let paths = [path("елкин"), path("ЁЛКИН"), path("Ёлкин")];
    let second = office.run_at(&turned, &paths, Interrupt::default()).unwrap();
    assert_eq!(
        lines(&second),
        [
            "Письма/елкин (2).docx № 01-12/2 unchanged",
            "Письма/ЁЛКИН (3).docx № 01-12/3 new",
            "Письма/Ёлкин.docx № 01-12/1 unchanged"
        ]
    );
}

#[test]
fn a_postponed_meeting_takes_its_files_along_even_onto_anothers_old_place() {
    let office = Office::new();
    let path = |name: &str| SafePath::new(&["Протоколы", name], "docx");
    let letters = [("Совет 1", "1"), ("Совет 2", "2")];
    office.run_at(&letters, &[path("10 мая"), path("17 мая")], Interrupt::default()).unwrap();
    let moved = office.run_at(&letters, &[path("17 мая"), path("24 мая")], Interrupt::default()).unwrap();
    assert_eq!(
        lines(&moved),
        ["Протоколы/17 мая.docx № 01-12/1 updated", "Протоколы/24 мая.docx № 01-12/2 updated"]
    );
    assert_eq!(office.text("Протоколы/17 мая.docx"), "1 № 01-12/1");
    assert_eq!(office.text("Протоколы/24 мая.docx"), "2 № 01-12/2");
    assert!(!office.file("Протоколы/10 мая.docx").exists());
}

#[test]
fn who_has_gone_is_reported_and_a_mended_name_with_the_one_it_replaces() {
    let office = Office::new();
    office.run(&[("Белова Анна Алексевна", "б")]).unwrap();
    let path = SafePath::new(&["x"], "docx");
    let session = Session::look(&office.places()).unwrap();
    let claims = [claim("Белова Анна Алексеевна", "б", &path)];
    let findings = removed(session.register(), &claims, |record| record.kind == "thanks");
    let names: Vec<_> = findings.iter().map(|finding| finding.code.name()).collect();
    assert_eq!(names, ["recipient-removed", "recipient-renamed"]);
    assert_eq!(findings[1].arguments["gone"], "Белова Анна Алексевна");
    assert_eq!(findings[1].arguments["number"], "№ 01-12/1");
}

#[test]
fn a_document_open_in_word_stops_the_batch_untouched() {
    let office = Office::new();
    office.run(&[("Белов", "б"), ("Власов", "в")]).unwrap();
    std::fs::write(office.file("Письма/~$Белов.docx"), "").unwrap();
    let refused = office.run(&[("Белов", "иначе"), ("Власов", "иначе")]);
    assert!(
        matches!(&refused, Err(PublishError::DocumentOpen { path, .. }) if path == "Письма/Белов.docx"),
        "{refused:?}"
    );
    assert_eq!(office.text("Письма/Власов.docx"), "в № 01-12/2");
    std::fs::remove_file(office.file("Письма/~$Белов.docx")).unwrap();
    assert_eq!(office.run(&[("Белов", "иначе")]).unwrap().documents[0].outcome, Outcome::Updated);
}

#[cfg(unix)]
#[test]
fn links_are_replaced_and_what_is_no_file_is_never_opened() {
    let office = Office::new();
    let victim = office.folder.path().join("victim");
    std::fs::write(&victim, "keep").unwrap();
    std::fs::create_dir_all(office.file("Письма")).unwrap();
    std::os::unix::fs::symlink(&victim, office.file("Письма/Белов.docx")).unwrap();
    std::os::unix::fs::symlink(&victim, office.file(".pisar-staging")).unwrap();
    office.run(&[("Белов", "б")]).unwrap();
    assert_eq!(
        (office.text("Письма/Белов.docx").as_str(), std::fs::read_to_string(&victim).unwrap().as_str()),
        ("б № 01-12/1", "keep")
    );
    std::fs::create_dir(office.file("Письма/Власов.docx")).unwrap();
    assert!(matches!(office.run(&[("Власов", "в")]), Err(PublishError::TargetOccupied { .. })));
    let outside = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(outside.path(), office.file("Ссылка")).unwrap();
    let path = [SafePath::new(&["Ссылка", "х"], "docx")];
    assert!(matches!(
        office.run_at(&[("Гусев", "г")], &path, Interrupt::default()),
        Err(PublishError::TargetOccupied { .. })
    ));
    assert_eq!(std::fs::read_dir(outside.path()).unwrap().count(), 0);
}

#[test]
fn verify_names_the_missing_the_edited_and_the_foreign() {
    let office = Office::new();
    office.run(&[("Белов", "б"), ("Власов", "в"), ("Гусев", "г")]).unwrap();
    std::fs::remove_file(office.file("Письма/Белов.docx")).unwrap();
    std::fs::write(office.file("Письма/Власов.docx"), "правка").unwrap();
    std::fs::write(office.file("Письма/Чужой.docx"), "чужой").unwrap();
    let session = Session::look(&office.places()).unwrap();
    let found: Vec<_> = verify(session.register(), session.output())
        .unwrap()
        .iter()
        .map(|finding| format!("{} {}", finding.code.name(), finding.arguments["path"]))
        .collect();
    assert_eq!(
        found,
        [
            "register-file-missing Письма/Белов.docx",
            "edited-kept Письма/Власов.docx",
            "register-file-foreign Письма/Чужой.docx"
        ]
    );
}

#[test]
fn an_edited_file_that_a_document_leaves_behind_is_kept_and_named() {
    let office = Office::new();
    let path = |name: &str| [SafePath::new(&["Протоколы", name], "docx")];
    office.run_at(&[("Совет", "1")], &path("10 мая"), Interrupt::default()).unwrap();
    std::fs::write(office.file("Протоколы/10 мая.docx"), "правка").unwrap();
    let report = office.run_at(&[("Совет", "1")], &path("17 мая"), Interrupt::default()).unwrap();
    assert_eq!(lines(&report), ["Протоколы/17 мая.docx № 01-12/1 updated"]);
    assert_eq!(
        (codes(&report), office.text("Протоколы/10 мая.docx").as_str()),
        (vec!["edited-kept"], "правка")
    );
}

#[test]
fn the_list_of_documents_names_them_all_and_an_edited_one_is_kept() {
    let office = Office::new();
    office.run(&[("Белов", "б")]).unwrap();
    std::fs::write(office.file("Опись.xlsx"), "правка").unwrap();
    let report = office.run(&[("Белов", "б"), ("Власов", "в")]).unwrap();
    assert_eq!((codes(&report), office.text("Опись.xlsx").as_str()), (vec!["edited-kept"], "правка"));
    let fresh = std::fs::File::open(office.file("Опись (новая редакция).xlsx")).unwrap();
    let mut parts = zip::ZipArchive::new(fresh).unwrap();
    let strings = std::io::read_to_string(parts.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
    for text in ["Белов", "№ 01-12/1", "Власов", "№ 01-12/2", "Письма/Власов.docx"]
    {
        assert!(strings.contains(text), "{text}");
    }
    let links =
        std::io::read_to_string(parts.by_name("xl/worksheets/_rels/sheet1.xml.rels").unwrap()).unwrap();
    assert!(links.contains("Target=\"Письма/Белов.docx\""), "{links}");
}
