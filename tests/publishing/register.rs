//! The register by hand: look-up, journal, signatures, verify.

use crate::office::{Office, day, lines};
use pisar::output::{Interrupt, Session};
use pisar::register::{RegisterError, journal, signatures};

#[test]
fn signed_papers_are_read_back_from_the_journal() {
    use pisar::location::Sheet;
    let office = Office::new();
    office.run(&[("Белов", "б"), ("Власов", "в")]).unwrap();
    let mut session = Session::open(&office.places(), Interrupt::default()).unwrap();
    let id = |session: &Session, name| session.register().find("thanks", name).unwrap().id.to_string();
    let rows: Vec<Vec<String>> = [
        ["№ записи".to_owned(), "Дата подписания".to_owned(), "Номер подписанного".to_owned()],
        [id(&session, "Белов"), "20.05.2023".to_owned(), "01-12/77".to_owned()],
        [id(&session, "Власов"), "когда-то".to_owned(), String::new()],
        ["999".to_owned(), "20.05.2023".to_owned(), String::new()],
    ]
    .map(Vec::from)
    .into();
    let sheet = std::sync::Arc::new(Sheet { file: "Журнал.xlsx".into(), sheet: "Журнал".into() });
    let (signed, findings) = signatures(session.register(), &sheet, &rows);
    let places: Vec<_> = findings.iter().map(|finding| finding.at.as_ref().unwrap().to_string()).collect();
    assert_eq!(places, ["Журнал.xlsx › Журнал › B3", "Журнал.xlsx › Журнал › A4"]);
    assert_eq!(session.register_mut().sign(signed.clone()).unwrap(), 1);
    assert_eq!(session.register_mut().sign(signed).unwrap(), 0, "entered already");
    let signature = session.register().find("thanks", "Белов").unwrap().signed.clone().unwrap();
    assert_eq!((signature.date, signature.number.as_deref()), (Some(day("2023-05-20")), Some("01-12/77")));
    drop(session);
    assert_eq!(lines(&office.run(&[("Белов", "б")]).unwrap()), ["Письма/Белов.docx № 01-12/1 unchanged"]);
}

#[test]
fn the_journal_is_the_same_bytes_for_the_same_register() {
    let office = Office::new();
    office.run(&[("Белов", "б")]).unwrap();
    let session = Session::look(&office.places()).unwrap();
    let once = journal(session.register().records()).unwrap();
    assert_eq!(once, journal(session.register().records()).unwrap());
    assert_eq!(once.get(..2), Some(&b"PK"[..]));
}

#[test]
fn a_record_is_found_by_what_a_person_calls_it() {
    let office = Office::new();
    office.run(&[("Белов Пётр", "б"), ("Белова Анна", "в")]).unwrap();
    let session = Session::look(&office.places()).unwrap();
    let key = |wanted: &str| session.register().look_up(wanted).map(|record| record.key.clone());
    assert_eq!(key("№ 01-12/2").unwrap(), "Белова Анна");
    assert_eq!(key("белов петр").unwrap(), "Белов Пётр");
    assert_eq!(key("Письма/Белова Анна.docx").unwrap(), "Белова Анна");
    assert!(matches!(key("Белов"), Err(RegisterError::Ambiguous { matches, .. }) if matches.len() == 2));
    assert!(
        matches!(key("Белов Петя"), Err(RegisterError::NoSuchRecord { nearest: Some(name), .. }) if name == "Белов Пётр")
    );
}
