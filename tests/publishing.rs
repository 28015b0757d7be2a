//! Publishing and the register as a secretary meets them: issue, repeat, edit, remove, interrupt, restore.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test stands in for the secretary and may fail"
)]

use chrono::NaiveDate;
use pisar::output::{Interrupt, Outcome, Places, PublishError, Report, Session, removed};
use pisar::register::{Claim, RegisterError, SafePath, Series, State, hash};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A workspace whose documents are their recipient's text and number.
struct Office {
    folder: TempDir,
    force: bool,
    fails: Vec<&'static str>,
}

impl Office {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), force: false, fails: Vec::new() }
    }

    fn places(&self) -> Places {
        Places {
            register: self.folder.path().join("register.sqlite"),
            output: self.folder.path().join("output"),
        }
    }

    fn file(&self, path: &str) -> PathBuf {
        self.folder.path().join("output").join(path)
    }

    fn text(&self, path: &str) -> String {
        std::fs::read_to_string(self.file(path)).unwrap_or_default()
    }

    /// Issues a letter to each (recipient, text), rendering only what the plan asks for.
    fn run(&self, letters: &[(&str, &str)]) -> Result<Report, PublishError> {
        let folder = "Письма";
        let paths: Vec<_> = letters.iter().map(|(name, _)| SafePath::new(&[folder, name], "docx")).collect();
        self.run_at(letters, &paths, Interrupt::default())
    }

    fn run_at(
        &self,
        letters: &[(&str, &str)],
        paths: &[SafePath],
        interrupt: Interrupt,
    ) -> Result<Report, PublishError> {
        let claims: Vec<_> =
            letters.iter().zip(paths).map(|((name, text), path)| claim(name, text, path)).collect();
        let mut session = Session::open(&self.places(), interrupt)?;
        let planned = session.plan(&claims, self.force)?;
        let staging = session.stage(planned.len())?;
        let mut batch = Vec::new();
        for planned in planned {
            let number = planned.number.as_ref().map_or("", |number| &number.text);
            let text = letters
                .iter()
                .find(|(name, _)| *name == planned.claim.recipient)
                .map_or("", |(_, text)| text);
            let staged = (planned.needs_rendering && !self.fails.contains(&planned.claim.recipient))
                .then(|| staging.stage(format!("{text} {number}").as_bytes()))
                .transpose()?;
            batch.push((planned, staged));
        }
        session.publish(Some(staging), batch, day("2023-05-12"))
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn claim<'a>(name: &'a str, text: &'a str, path: &'a SafePath) -> Claim<'a> {
    Claim {
        kind: "thanks",
        key: name,
        title: "Благодарственное письмо",
        recipient: name,
        date: day("2023-05-19"),
        series: Some(Series {
            name: "Благодарность", period: "2023", format: "№ 01-12/{номер}", from: 1
        }),
        path,
        input: hash(text.as_bytes()),
        template: [7; 32],
    }
}

/// Each document as «path number outcome».
fn lines(report: &Report) -> Vec<String> {
    report
        .documents
        .iter()
        .map(|d| format!("{} {} {}", d.path, d.number.as_deref().unwrap_or("б/н"), d.outcome.name()))
        .collect()
}

fn codes(report: &Report) -> Vec<&'static str> {
    report.findings.iter().map(|finding| finding.code.name()).collect()
}

#[test]
fn first_run_numbers_in_order_and_second_leaves_everything() {
    let office = Office::new();
    let letters = [("Яковлев", "а"), ("Белов", "б")];
    let first = office.run(&letters).unwrap();
    assert_eq!(lines(&first), ["Письма/Яковлев.docx № 01-12/1 new", "Письма/Белов.docx № 01-12/2 new"]);
    assert_eq!(office.text("Письма/Белов.docx"), "б № 01-12/2");
    let before = tree(office.folder.path());
    let second = office.run(&letters).unwrap();
    assert_eq!(
        lines(&second),
        ["Письма/Яковлев.docx № 01-12/1 unchanged", "Письма/Белов.docx № 01-12/2 unchanged"]
    );
    assert_eq!(tree(office.folder.path()), before, "same bytes, same times");
}

#[test]
fn numbers_follow_the_recipient_not_the_row() {
    let office = Office::new();
    office.run(&[("Яковлев", "а"), ("Белов", "б")]).unwrap();
    let report = office.run(&[("Белов", "б, исправлено"), ("Адамов", "в"), ("Яковлев", "а")]).unwrap();
    assert_eq!(
        lines(&report),
        [
            "Письма/Белов.docx № 01-12/2 updated",
            "Письма/Адамов.docx № 01-12/3 new",
            "Письма/Яковлев.docx № 01-12/1 unchanged"
        ]
    );
}

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
fn a_stopped_document_keeps_the_number_that_later_ones_have_passed_over() {
    let mut office = Office::new();
    office.fails = vec!["Белов", "Юдин"];
    let letters = [("Адамов", "а"), ("Белов", "б"), ("Власов", "в"), ("Юдин", "ю")];
    let first = office.run(&letters).unwrap();
    assert_eq!(
        lines(&first),
        [
            "Письма/Адамов.docx № 01-12/1 new",
            "Письма/Белов.docx № 01-12/2 stopped",
            "Письма/Власов.docx № 01-12/3 new",
            "Письма/Юдин.docx № 01-12/4 stopped"
        ]
    );
    office.fails.clear();
    let second = office.run(&[("Гусев", "г"), ("Белов", "б")]).unwrap();
    assert_eq!(lines(&second), ["Письма/Гусев.docx № 01-12/4 new", "Письма/Белов.docx № 01-12/2 new"]);
}

#[test]
fn a_voided_number_is_kept_and_its_recipients_next_paper_gets_another() {
    let office = Office::new();
    office.run(&[("Белов", "б")]).unwrap();
    let mut session = Session::open(&office.places(), Interrupt::default()).unwrap();
    let id = session.register().find("thanks", "Белов").unwrap().id;
    session.register_mut().void(id, "испорчен бланк").unwrap();
    drop(session);
    assert_eq!(lines(&office.run(&[("Белов", "б")]).unwrap()), ["Письма/Белов.docx № 01-12/2 updated"]);
    let session = Session::look(&office.places()).unwrap();
    let voided = session.register().records().iter().find(|record| record.id == id).unwrap();
    assert_eq!((voided.state, voided.note.as_deref()), (State::Voided, Some("испорчен бланк")));
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
fn an_interrupted_run_publishes_nothing_and_says_how_far_it_was() {
    let office = Office::new();
    let interrupt = Interrupt::default();
    interrupt.raise(15);
    let path = [SafePath::new(&["x"], "docx")];
    let Err(error) = office.run_at(&[("Белов", "б")], &path, interrupt) else { panic!("published") };
    assert!(matches!(error, PublishError::Interrupted { signal: 15, ready: 0, total: 1 }));
    assert_eq!(error.exit_status(), 143);
    assert_eq!(std::fs::read_dir(office.file("")).unwrap().count(), 0);
}

#[test]
fn a_register_missing_beside_its_documents_is_refused_with_the_way_back() {
    let office = Office::new();
    office.run(&[("Белов", "б")]).unwrap();
    std::fs::remove_file(office.places().register).unwrap();
    let Err(PublishError::Register(RegisterError::MissingBesideDocuments { documents, copy, .. })) =
        office.run(&[("Белов", "б")])
    else {
        panic!("numbering started anew")
    };
    assert_eq!(documents, ["Опись.xlsx", "Письма/Белов.docx"]);
    std::fs::copy(copy.unwrap(), office.places().register).unwrap();
    assert_eq!(lines(&office.run(&[("Белов", "б")]).unwrap()), ["Письма/Белов.docx № 01-12/1 unchanged"]);
}

#[test]
fn any_flipped_byte_of_a_record_or_a_cut_is_refused() {
    let office = Office::new();
    office.run(&[("Белов", "б"), ("Власов", "в")]).unwrap();
    let register = office.places().register;
    let whole = std::fs::read(&register).unwrap();
    let at = whole.windows(10).position(|window| window == "Белов".as_bytes()).unwrap();
    let mut flipped = whole.clone();
    flipped[at + 1] ^= 1;
    for bad in [&flipped[..], &whole[..whole.len() / 2], b"not a register"] {
        std::fs::write(&register, bad).unwrap();
        let refused = office.run(&[("Белов", "б")]);
        assert!(
            matches!(&refused, Err(PublishError::Register(RegisterError::Damaged { copy: Some(_), .. }))),
            "{refused:?}"
        );
    }
    std::fs::write(&register, "").unwrap();
    assert!(matches!(
        office.run(&[("Белов", "б")]),
        Err(PublishError::Register(RegisterError::MissingBesideDocuments { .. }))
    ));
}

#[test]
fn an_older_register_than_its_copy_is_refused() {
    let office = Office::new();
    office.run(&[("Белов", "б")]).unwrap();
    let old = std::fs::read(office.places().register).unwrap();
    office.run(&[("Власов", "в")]).unwrap();
    std::fs::write(office.places().register, old).unwrap();
    assert!(matches!(
        office.run(&[("Гусев", "г")]),
        Err(PublishError::Register(RegisterError::OlderThanCopy { .. }))
    ));
}

#[test]
fn ten_copies_are_kept() {
    let office = Office::new();
    for text in 0..15 {
        office.run(&[("Белов", &text.to_string())]).unwrap();
    }
    assert_eq!(std::fs::read_dir(office.folder.path().join(".pisar/copies")).unwrap().count(), 10);
}

#[test]
fn a_document_open_in_word_stops_the_batch_untouched() {
    let office = Office::new();
    office.run(&[("Белов", "б"), ("Власов", "в")]).unwrap();
    std::fs::write(office.file("Письма/~$лов.docx"), "").unwrap();
    let refused = office.run(&[("Белов", "иначе"), ("Власов", "иначе")]);
    assert!(
        matches!(&refused, Err(PublishError::DocumentOpen { path, .. }) if path == "Письма/Белов.docx"),
        "{refused:?}"
    );
    assert_eq!(office.text("Письма/Власов.docx"), "в № 01-12/2");
    std::fs::remove_file(office.file("Письма/~$лов.docx")).unwrap();
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

#[cfg(unix)]
#[test]
fn register_copies_and_lock_are_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let office = Office::new();
    office.run(&[("Белов", "б")]).unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = office.folder.path();
    assert_eq!((mode(&office.places().register), mode(&folder.join(".pisar"))), (0o600, 0o700));
    assert_eq!((mode(&folder.join(".pisar/lock")), mode(&folder.join(".pisar/copies"))), (0o600, 0o700));
    assert!(!office.file(".pisar-staging").exists());
}

/// Every file under a folder with its bytes and time of change, the lock apart.
fn tree(folder: &Path) -> Vec<(PathBuf, Vec<u8>, std::time::SystemTime)> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else if entry.file_name() != "lock" {
                let modified = entry.metadata().unwrap().modified().unwrap();
                files.push((entry.path(), std::fs::read(entry.path()).unwrap(), modified));
            }
        }
    }
    files.sort();
    files
}
