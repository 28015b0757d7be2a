//! Safety: interrupts, a lost or spoiled register, copies, permissions.

use crate::office::{Office, claim, day, lines};
use pisar::output::{Interrupt, PublishError, Session};
use pisar::register::{Content, Intent, Number, Record, RegisterError, SafePath, State};
use std::path::Path;

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

#[cfg(unix)]
#[test]
fn an_output_folder_swapped_for_a_link_during_the_run_leads_nowhere() {
    let office = Office::new();
    let victim = tempfile::tempdir().unwrap();
    let path = SafePath::new(&["Письма", "Белов"], "docx");
    let claims = [claim("Белов", "б", &path)];
    let mut session = Session::open(&office.places(), Interrupt::default()).unwrap();
    let mut batch = session.plan(&claims, false).unwrap();
    let staging = session.stage(1).unwrap();
    batch[0].staged = Some(staging.stage(b"letter").unwrap());
    std::fs::rename(office.file(""), office.folder.path().join("aside")).unwrap();
    std::os::unix::fs::symlink(victim.path(), office.folder.path().join("output")).unwrap();
    assert!(session.publish(Some(staging), batch, day("2023-05-12")).is_err());
    assert_eq!(std::fs::read_dir(victim.path()).unwrap().count(), 0);
    assert_eq!(session.register().records().count(), 0, "no number was taken");
}

#[test]
fn a_broken_letter_of_the_staging_folder_is_made_again_under_its_number() {
    let office = Office::new();
    office.run(&[("Белов", "б")]).unwrap();
    // As a power cut leaves it that has lost a staged file: the intent is there, its bytes are not.
    let mut session = Session::open(&office.places(), Interrupt::default()).unwrap();
    let record = session.register().find("thanks", "Белов").unwrap().clone();
    let number = Number { value: 2, text: "№ 01-12/2".to_owned(), ..record.number.clone().unwrap() };
    let reserved = Record {
        id: 0,
        key: "Власов".into(),
        state: State::Reserved,
        number: Some(number),
        content: None,
        ..record.clone()
    };
    let after = Record {
        state: State::Issued,
        content: record.content,
        path: "Письма/Власов.docx".into(),
        ..reserved.clone()
    };
    let after =
        Record { content: after.content.map(|content| Content { hash: [9; 32], ..content }), ..after };
    let intent = Intent {
        target: after.path.clone(),
        after: after.into(),
        staged: "000000.part".into(),
        obsolete: None,
        replaces_edited: false,
    };
    session.register_mut().intend(Vec::new(), vec![intent]).unwrap();
    drop(session);
    let session = Session::open(&office.places(), Interrupt::default()).unwrap();
    assert_eq!((session.finished(), session.register().intents()), (0, &[][..]));
    drop(session);
    let report = office.run(&[("Гусев", "г"), ("Власов", "в")]).unwrap();
    assert_eq!(lines(&report), ["Письма/Гусев.docx № 01-12/3 new", "Письма/Власов.docx № 01-12/2 new"]);
}
