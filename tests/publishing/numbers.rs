//! Numbers: taken once, in order, kept with their recipient.

use crate::office::{Office, claim, codes, lines, tree};
use pisar::output::{Interrupt, Outcome, Session};
use pisar::register::{Claim, SafePath, Series, State};

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
    session.register_mut().void(&[id], "испорчен бланк").unwrap();
    drop(session);
    assert_eq!(lines(&office.run(&[("Белов", "б")]).unwrap()), ["Письма/Белов.docx № 01-12/2 updated"]);
    let session = Session::look(&office.places()).unwrap();
    let voided = session.register().records().find(|record| record.id == id).unwrap();
    assert_eq!((voided.state, voided.note.as_deref()), (State::Voided, Some("испорчен бланк")));
}

#[test]
fn a_mended_name_takes_its_number_along_and_supersedes_what_it_got_meanwhile() {
    let office = Office::new();
    office.run(&[("Белова Анна Алексевна", "б")]).unwrap();
    office.run(&[("Белова Анна Алексеевна", "б")]).unwrap();
    let mut session = Session::open(&office.places(), Interrupt::default()).unwrap();
    let id = session.register().look_up("алексевна").unwrap().id;
    session.register_mut().move_to(id, "Белова Анна Алексеевна", "Белова Анна Алексеевна").unwrap();
    drop(session);
    let report = office.run(&[("Белова Анна Алексеевна", "б, исправлено")]).unwrap();
    assert_eq!(lines(&report), ["Письма/Белова Анна Алексеевна.docx № 01-12/1 updated"]);
    assert!(!office.file("Письма/Белова Анна Алексевна.docx").exists(), "the old name's file has moved");
    let states: Vec<_> = Session::look(&office.places())
        .unwrap()
        .register()
        .records()
        .filter_map(|record| Some((record.number.as_ref()?.text.clone(), record.state)))
        .collect();
    assert_eq!(states, [("№ 01-12/1".into(), State::Issued), ("№ 01-12/2".into(), State::Superseded)]);
}

#[test]
fn a_dry_look_writes_nothing_and_shows_the_number_that_would_be_taken() {
    let office = Office::new();
    let path = SafePath::new(&["Письма", "Белов"], "docx");
    let claims = [claim("Белов", "б", &path)];
    let session = Session::look(&office.places()).unwrap();
    let planned = session.plan(&claims, false).unwrap();
    assert_eq!(planned[0].number.as_ref().unwrap().text, "№ 01-12/1");
    assert_eq!(planned[0].outcome, Outcome::New);
    assert_eq!(std::fs::read_dir(office.folder.path()).unwrap().count(), 0);
}

#[test]
fn the_same_document_asked_for_twice_is_made_once() {
    let office = Office::new();
    let report = office.run(&[("Белов", "б"), ("Белов", "б")]).unwrap();
    assert_eq!(report.documents[1].outcome, Outcome::Stopped);
    assert_eq!((report.documents[1].number.as_deref(), codes(&report)), (None, vec!["recipient-repeated"]));
}

#[test]
fn numbers_start_anew_where_the_series_says_and_never_within_a_period() {
    let office = Office::new();
    office.run(&[("Белов", "б")]).unwrap();
    let path = SafePath::new(&["x"], "docx");
    let session = Session::look(&office.places()).unwrap();
    let next = |period: &'static str, from: u32| {
        let series = Series { name: "Благодарность", period, format: "{номер}", from };
        let claims = [Claim { key: "новый", series: Some(series), ..claim("новый", "", &path) }];
        session.register().assign(&claims)[0].number.as_ref().unwrap().value
    };
    assert_eq!((next("2023", 1), next("2024", 1), next("2024", 50), next("2023", 50)), (2, 1, 50, 50));
}
