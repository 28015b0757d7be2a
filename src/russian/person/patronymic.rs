//! Patronymics: Russian ones in -ич and -на, Turkic ones with оглы and кызы, and telling them from surnames.
//!
//! «Русская грамматика» (1980): -ич takes -ем, but -о́м in Ильич, Кузьмич, Лукич, Фомич.

use super::lexicon::FIRST_NAMES;
use super::paradigm::{A_HARD, HARD, Paradigm, SIBILANT};
use super::word::{key, syllables};
use crate::russian::Gender;

/// Words after the father's name: son of.
const SON: &[&str] = &["оглы", "оглу", "углы", "угли", "улы", "уулу", "огли", "оглю"];
/// Words after the father's name: daughter of.
const DAUGHTER: &[&str] = &["кызы", "кизи", "гызы", "кзы", "къызы", "кыз"];

/// The gender that a patronymic shows.
pub(super) fn gender(patronymic: &str) -> Option<Gender> {
    let key = key(patronymic);
    if let Some(gender) = key.rsplit([' ', '-']).next().and_then(turkic_word) {
        return Some(gender);
    }
    if is_masculine(&key) {
        Some(Gender::Masculine)
    } else if is_feminine(&key) {
        Some(Gender::Feminine)
    } else {
        turkic_ending(&key)
    }
}

/// оглы, кызы and their like standing alone.
pub(super) fn turkic_word(key: &str) -> Option<Gender> {
    if SON.contains(&key) {
        Some(Gender::Masculine)
    } else if DAUGHTER.contains(&key) {
        Some(Gender::Feminine)
    } else {
        None
    }
}

/// Рауфоглы, Маратулы, Рауфкызы written together; Гурбангулы is a first name.
fn turkic_ending(key: &str) -> Option<Gender> {
    let long = key.chars().count() > 6;
    let slave_of_god = ["гулы", "кулы"].iter().any(|ending| key.ends_with(ending));
    if slave_of_god && !key.strip_suffix("улы").is_some_and(|father| FIRST_NAMES.contains_key(father)) {
        return None;
    }
    if long && ["оглы", "оглу", "улы", "уулу", "угли"].iter().any(|word| key.ends_with(word))
    {
        Some(Gender::Masculine)
    } else if long && ["кызы", "кизи", "гызы"].iter().any(|word| key.ends_with(word)) {
        Some(Gender::Feminine)
    } else {
        None
    }
}

fn is_masculine(key: &str) -> bool {
    syllables(key) > 1 && key.chars().count() > 3 && (key.ends_with("ич") || key.ends_with("ыч"))
}

fn is_feminine(key: &str) -> bool {
    ["овна", "евна", "ична", "ишна"].iter().any(|ending| key.ends_with(ending)) && syllables(key) > 1
}

/// Whether the word has the form of a patronymic: a surname in -ович has it too.
pub(super) fn looks_like(word: &str) -> bool {
    gender(word).is_some()
}

/// The paradigm of a patronymic.
pub(super) fn paradigm(patronymic: &str) -> Paradigm {
    let key = key(patronymic);
    if is_masculine(&key) {
        let stressed = ["ильич", "кузьмич", "лукич", "фомич", "козьмич", "хомич"].contains(&key.as_str());
        return Paradigm::new(0, if stressed { HARD } else { SIBILANT });
    }
    if is_feminine(&key) {
        return Paradigm::new(1, A_HARD);
    }
    if gender(patronymic).is_some() { Paradigm::indeclinable() } else { Paradigm::indeclinable().doubtful() }
}
