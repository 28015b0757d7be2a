//! Surnames and first names of several parts: with hyphens, particles or spaces.
//!
//! Калакуцкая (1984), ch. 5; Лопатин (2006), §§123–125, 159: the first part of a double surname changes where it is a
//! surname by itself (Салтыкова-Щедрина), and stays where it is not (Бонч-Бруевича, Кара-Мурзы); of a foreign double
//! first name only the last part changes (Жан-Жака), of a Russian one both (Анны-Марии).

use super::first_name;
use super::gender::surname_gender;
use super::lexicon::{FIRST_NAMES, SURNAMES, listed};
use super::paradigm::Paradigm;
use super::patronymic::turkic_word;
use super::surname::masculine;
use super::surname_feminine::feminine;
use super::word::{Word, from_end, is_russian, is_vowel, key, syllables};
use crate::russian::{Gender, Grade, Inflected};

/// The form of a whole surname.
pub(super) fn surname(text: &str, gender: Gender, oblique: usize) -> Inflected {
    let words: Vec<&str> = text.split(' ').collect();
    let last = words.len().saturating_sub(1);
    if words.last().is_some_and(|word| turkic_word(&key(word)).is_some()) {
        return Inflected::certain(text);
    }
    join(
        " ",
        words.iter().enumerate().map(|(place, word)| {
            if place < last && is_particle(word) {
                Inflected::certain(*word)
            } else {
                surname_word(word, gender, oblique)
            }
        }),
    )
}

/// The form of a whole first name.
pub(super) fn first(text: &str, gender: Gender, oblique: usize) -> Inflected {
    join(" ", text.split(' ').map(|word| first_word(word, gender, oblique)))
}

/// The form of the given name of a Chinese, Korean or Vietnamese: only its last word changes, and only after a consonant.
pub(super) fn eastern_first(text: &str, gender: Gender, oblique: usize) -> Inflected {
    let (before, last) = match text.rfind([' ', '-']) {
        Some(place) => text.split_at(place + 1),
        None => ("", text),
    };
    if gender == Gender::Feminine || is_vowel(from_end(&key(last), 0)) {
        return Inflected::certain(text);
    }
    let paradigm = first_name::paradigm(last, gender);
    Inflected { text: format!("{before}{}", Word::new(last).form(&paradigm, oblique)), grade: paradigm.grade }
}

/// фон, де, аль and their like, which never change.
pub(super) fn is_particle(word: &str) -> bool {
    listed("particles", &key(word))
}

fn surname_word(word: &str, gender: Gender, oblique: usize) -> Inflected {
    let parts: Vec<&str> = word.split('-').collect();
    let last = parts.len().saturating_sub(1);
    if last > 0 && parts.last().is_some_and(|part| turkic_word(&key(part)).is_some()) {
        return Inflected::certain(word);
    }
    join(
        "-",
        parts.iter().enumerate().map(|(place, part)| {
            let paradigm = if place < last { leading(part, gender) } else { trailing(part, gender) };
            form(part, &paradigm, oblique)
        }),
    )
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

fn first_word(word: &str, gender: Gender, oblique: usize) -> Inflected {
    let parts: Vec<&str> = word.split('-').collect();
    let last = parts.len().saturating_sub(1);
    join(
        "-",
        parts.iter().enumerate().map(|(place, part)| {
            let paradigm = if place < last {
                leading_first(part, gender)
            } else {
                trailing_first(part, gender, place > 0)
            };
            form(part, &paradigm, oblique)
        }),
    )
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

fn form(part: &str, paradigm: &Paradigm, oblique: usize) -> Inflected {
    if part.is_empty() {
        return Inflected::certain("");
    }
    if !is_russian(part) {
        return Inflected::doubtful(part);
    }
    Inflected { text: Word::new(part).form(paradigm, oblique), grade: paradigm.grade }
}

fn join(separator: &str, parts: impl Iterator<Item = Inflected>) -> Inflected {
    let mut whole = Inflected::certain("");
    for (place, part) in parts.enumerate() {
        if place > 0 {
            whole.text.push_str(separator);
        }
        whole.text.push_str(&part.text);
        if part.grade == Grade::Doubtful {
            whole.grade = Grade::Doubtful;
        }
    }
    whole
}
