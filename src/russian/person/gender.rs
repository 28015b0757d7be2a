//! The gender of a person, told by patronymic, first name and surname together; never guessed.

use super::eastern;
use super::lexicon::{FIRST_NAMES, SURNAMES};
use super::name::PersonName;
use super::patronymic;
use super::surname_feminine::{is_adjective, is_possessive};
use super::word::{from_end, is_vowel, key, syllables};
use crate::russian::Gender;

/// What the parts of a name say about the gender.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GenderReading {
    /// Every part that says anything says this.
    Known(Gender),
    /// Two parts contradict each other.
    Conflict,
    /// No part says anything.
    #[default]
    Unknown,
}

/// Reads the gender of a name.
pub(super) fn read(name: &PersonName) -> GenderReading {
    let clues = [patronymic_gender(name), first_gender(name), surname_clue(name)];
    let mut known = clues.into_iter().flatten();
    match known.next() {
        None => GenderReading::Unknown,
        Some(gender) if known.all(|other| other == gender) => GenderReading::Known(gender),
        Some(_) => GenderReading::Conflict,
    }
}

/// The best guess where the reading is not known: for a doubtful form only.
pub(super) fn best_effort(name: &PersonName) -> Gender {
    patronymic_gender(name)
        .or_else(|| first_gender(name))
        .or_else(|| surname_clue(name))
        .unwrap_or(Gender::Masculine)
}

fn patronymic_gender(name: &PersonName) -> Option<Gender> {
    patronymic::gender(name.patronymic())
}

fn first_gender(name: &PersonName) -> Option<Gender> {
    if name.is_eastern() {
        return eastern::gender(name.first());
    }
    let key = key(name.first());
    first_name_gender(&key).or_else(|| key.split([' ', '-']).next_back().and_then(first_name_gender))
}

/// The gender of a first name by its key: from the list, else by an ending that only one gender has.
pub(super) fn first_name_gender(key: &str) -> Option<Gender> {
    if let Some(name) = FIRST_NAMES.get(key) {
        return name.gender;
    }
    let long = key.chars().count() > 5;
    let ends = |endings: &[&str]| long && endings.iter().any(|ending| key.ends_with(ending));
    if ends(&["гуль", "гюль", "ислава", "бике", "биби", "пери", "ханум", "бегим", "банну", "бану"])
    {
        Some(Gender::Feminine)
    } else if ends(&[
        "слав",
        "бек",
        "улла",
        "улло",
        "уддин",
        "беков",
        "мурат",
        "берды",
        "гельды",
        "заман",
        "тдин",
        "уллах",
        "керим",
        "гирей",
    ]) {
        Some(Gender::Masculine)
    } else {
        None
    }
}

fn surname_clue(name: &PersonName) -> Option<Gender> {
    if name.is_eastern() {
        return None;
    }
    let key = key(name.surname());
    if let Some(gender) = key.rsplit(' ').next().and_then(patronymic::turkic_word) {
        return Some(gender);
    }
    surname_gender(key.rsplit([' ', '-']).next().unwrap_or_default())
}

/// The gender that a surname of one part shows by its key.
pub(super) fn surname_gender(key: &str) -> Option<Gender> {
    if SURNAMES.contains_key(key) {
        return None;
    }
    let single = syllables(key) <= 1;
    let before = from_end(key, 2);
    if is_possessive(key) || is_adjective(key) && !is_vowel(before) && !single && key.chars().count() > 4 {
        return Some(Gender::Feminine);
    }
    let possessive = ["ов", "ев"].iter().any(|ending| key.ends_with(ending)) && key.chars().count() > 3
        || !single && (key.ends_with("ин") || key.ends_with("ын"));
    let adjective = !single
        && (key.ends_with("ый")
            || key.ends_with("ский")
            || key.ends_with("цкий")
            || key.ends_with("кой")
            || key.ends_with("ной"));
    (possessive || adjective).then_some(Gender::Masculine)
}
