//! Surnames and first names of several parts: with hyphens, particles or spaces.
//!
//! Калакуцкая (1984); Лопатин (2006), §124 (which are written with a hyphen). The first part of a double surname changes where it is a
//! surname by itself (Салтыкова-Щедрина), and stays where it is not (Бонч-Бруевича, Кара-Мурзы); of a foreign double
//! first name only the last part changes (Жан-Жака), of a Russian one both (Анны-Марии).

use super::first_name;
use super::gender::surname_gender;
use super::lexicon::{FIRST_NAMES, SURNAMES, listed};
use super::paradigm::Paradigm;
use super::part::Part;
use super::patronymic::turkic_word;
use super::surname::masculine;
use super::surname_feminine::feminine;
use super::word::{from_end, is_vowel, key, syllables};
use crate::russian::Gender;

/// A whole surname.
pub(super) fn surname(text: &str, gender: Gender) -> Part<'_> {
    let mut part = Part::default();
    let last = text.split(' ').count().saturating_sub(1);
    if text.rsplit(' ').next().is_some_and(|word| turkic_word(&key(word)).is_some()) {
        return Part::still(text);
    }
    for (place, word) in text.split(' ').enumerate() {
        if place < last && is_particle(word) {
            part.add_still(word);
        } else {
            add_surname_word(&mut part, word, gender);
        }
    }
    part
}

/// A whole first name.
pub(super) fn first(text: &str, gender: Gender) -> Part<'_> {
    let mut part = Part::default();
    for word in text.split(' ') {
        add_first_word(&mut part, word, gender);
    }
    part
}

/// The given name of a Chinese, Korean or Vietnamese: only its last word changes, and only after a consonant.
pub(super) fn eastern_first(text: &str, gender: Gender) -> Part<'_> {
    let (before, last) = match text.rfind([' ', '-']) {
        Some(place) => text.split_at(place + 1),
        None => ("", text),
    };
    if gender == Gender::Feminine || is_vowel(from_end(&key(last), 0)) {
        return Part::still(text);
    }
    let mut part = Part::still(before);
    part.add("", last, first_name::paradigm(last, gender));
    part
}

/// фон, де, аль and their like, which never change.
pub(super) fn is_particle(word: &str) -> bool {
    listed("particles", &key(word))
}

/// Adds one word of a surname to a part, a space before it.
pub(super) fn add_surname_word<'a>(part: &mut Part<'a>, word: &'a str, gender: Gender) {
    let pieces = word.split('-').count();
    let son =
        |piece: &str| turkic_word(&key(piece)).is_some() || matches!(key(piece).as_str(), "заде" | "зода");
    if pieces > 1 && word.rsplit('-').next().is_some_and(son) {
        part.add_still(word);
        return;
    }
    // Tuvan -оол («Шериг-оола») is no surname of its own: what stands before it stays.
    let tuvan = word.rsplit('-').next().is_some_and(|last| key(last) == "оол");
    for (place, piece) in word.split('-').enumerate() {
        let paradigm = match (place + 1 < pieces, tuvan) {
            (true, true) => Paradigm::indeclinable(),
            (true, false) => leading(piece, gender),
            (false, _) => trailing(piece, gender),
        };
        part.add(if place == 0 { " " } else { "-" }, piece, paradigm);
    }
}

fn trailing(part: &str, gender: Gender) -> Paradigm {
    match gender {
        Gender::Masculine => masculine(part),
        Gender::Feminine => feminine(part),
    }
}

/// A part before a hyphen: a surname of its own, or a fixed word.
fn leading(part: &str, gender: Gender) -> Paradigm {
    let key = key(part);
    if listed("fixed-first-parts", &key) || is_particle(part) {
        return Paradigm::indeclinable();
    }
    let paradigm = trailing(part, gender);
    let gendered = surname_gender(&key).is_some();
    let surname_suffix =
        ["ич", "ук", "юк", "як", "ян", "ко", "швили", "дзе"].iter().any(|ending| key.ends_with(ending));
    if paradigm.endings.is_none()
        || gendered
        || SURNAMES.contains_key(&key)
        || surname_suffix && syllables(&key) > 1
    {
        return paradigm;
    }
    paradigm.doubtful()
}

fn add_first_word<'a>(part: &mut Part<'a>, word: &'a str, gender: Gender) {
    let pieces = word.split('-').count();
    for (place, piece) in word.split('-').enumerate() {
        let paradigm = if place + 1 < pieces {
            leading_first(piece, gender)
        } else {
            trailing_first(piece, gender, place > 0)
        };
        part.add(if place == 0 { " " } else { "-" }, piece, paradigm);
    }
}

fn trailing_first(part: &str, gender: Gender, compound: bool) -> Paradigm {
    if compound && turkic_word(&key(part)).is_some() {
        return Paradigm::indeclinable();
    }
    first_name::paradigm(part, gender)
}

/// Анна-Мария and Франц-Иосиф change in both parts; Жан-, Касым-, Мухаммед- stay.
fn leading_first(part: &str, gender: Gender) -> Paradigm {
    let key = key(part);
    let own = match gender {
        Gender::Feminine => {
            key.ends_with(['а', 'я']) && FIRST_NAMES.get(&key).is_some_and(|name| name.gender == Some(gender))
        }
        Gender::Masculine => listed("changing-first-parts", &key),
    };
    if own { first_name::paradigm(part, gender) } else { Paradigm::indeclinable() }
}
