//! Any text as a name, a post, an organisation and a line of a plan: nothing panics, and the nominative is never doubtful.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pisar::russian::{Case, Gender, PersonName, organisation, post, question};

fuzz_target!(|text: &str| {
    let person = PersonName::read(text);
    for gender in [None, Some(Gender::Masculine), Some(Gender::Feminine)] {
        let forms = person.decline_all(gender);
        for (case, form) in Case::ALL.into_iter().zip(&forms) {
            assert_eq!(&person.decline(case, gender), form);
        }
        assert!(forms[0].is_certain());
    }
    assert!(post::decline_all(text)[0].is_certain());
    let _ = (organisation::decline_all(text), question::agenda(text));
});
