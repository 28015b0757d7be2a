//! The tables of names: whole paradigms against what is written by hand.

use super::PersonName;
use crate::russian::{Case, Gender};

#[test]
fn a_name_in_the_dative_and_its_initials() {
    let name = PersonName::read("Иванов Иван Иванович");
    assert_eq!(name.decline(Case::Dative, None).text, "Иванову Ивану Ивановичу");
    assert_eq!(name.surname_initials(Case::Dative, None).text, "Иванову\u{a0}И.И.");
    assert_eq!(name.initials_surname(Case::Dative, None).text, "И.И.\u{a0}Иванову");
    assert_eq!(name.address(Gender::Masculine), "Иван Иванович");
}
