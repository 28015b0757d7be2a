//! Organisations: «Обществу с ограниченной ответственностью «Ромашка»».
//!
//! Names in quotes and abbreviations stay; forms spelled out and bare names decline with all that agrees with them
//! (Розенталь). A person's name after ИП or КФХ is the business of the module of names.

mod entrepreneur;

use super::phrase::{Domain, Reader, lexicon};
use super::{Case, Grade, Inflected};

/// An organisation in this case.
pub fn decline(text: &str, case: Case) -> Inflected {
    let Some((form_text, name)) = entrepreneur::split(text) else {
        return Reader::read(text, Domain::Organisation).decline(case);
    };
    // «Самозанятый» alone is a person, whose accusative is the genitive.
    let domain =
        if lexicon::person(form_text.trim()).is_some() { Domain::Post } else { Domain::Organisation };
    let form = Reader::read(form_text, domain).decline(case);
    let name = if entrepreneur::may_be_genitive(form_text, name) {
        if case == Case::Nominative { Inflected::certain(name) } else { Inflected::doubtful(name) }
    } else {
        entrepreneur::decline_person_tail(name, case)
    };
    // The forms are a closed list, so only the name can be doubtful.
    let grade = if case == Case::Nominative { Grade::Certain } else { name.grade };
    Inflected { text: form.text + &name.text, grade }
}

/// An organisation in all cases, in the order of [`Case::ALL`].
pub fn decline_all(text: &str) -> [Inflected; 6] {
    if entrepreneur::split(text).is_some() {
        return Case::ALL.map(|case| decline(text, case));
    }
    let analysis = Reader::read(text, Domain::Organisation);
    Case::ALL.map(|case| analysis.decline(case))
}
