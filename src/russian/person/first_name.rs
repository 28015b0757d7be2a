//! First names: those of men in a consonant, й, ь, -а, -я change, those of women in -а, -я and the old ones in -ь.
//!
//! Суперанская (1987); «Русская грамматика» (1980); Калакуцкая (1984). Марии but Ие, Зульфие: Лопатин (2006), §71.

use super::lexicon::{FIRST_FORMS, FIRST_NAMES};
use super::paradigm::{A_HARD, A_SIBILANT, A_TS, A_VELAR, HARD, IYA, Paradigm, SIBILANT, SOFT, SOFT_IY, YA};
use super::word::{from_end, is_vowel, key, syllables};
use crate::russian::Gender;

/// The paradigm of one first name without a hyphen.
pub(super) fn paradigm(word: &str, gender: Gender) -> Paradigm {
    let key = key(word);
    if let Some(entry) = FIRST_FORMS.get(&key) {
        let known = match gender {
            Gender::Masculine => &entry.masculine,
            Gender::Feminine => &entry.feminine,
        };
        if let Some(paradigm) = known {
            return *paradigm;
        }
    }
    match gender {
        Gender::Masculine => masculine(&key),
        Gender::Feminine => feminine(&key),
    }
}

fn masculine(key: &str) -> Paradigm {
    let before = from_end(key, 1);
    match from_end(key, 0) {
        'й' if before == 'и' && syllables(key) > 1 => Paradigm::new(1, SOFT_IY),
        'й' | 'ь' => Paradigm::new(1, SOFT),
        'а' | 'я' => ending_in_a(key),
        'ж' | 'ш' | 'щ' | 'ц' => Paradigm::new(0, SIBILANT),
        // Грач, Мкртич, Булач: the stress is on the ending in some mouths only.
        'ч' => Paradigm::new(0, HARD).doubtful_instrumental(),
        last if is_vowel(last) => Paradigm::indeclinable(),
        _ => Paradigm::new(0, HARD),
    }
}

fn feminine(key: &str) -> Paradigm {
    match from_end(key, 0) {
        'а' | 'я' => ending_in_a(key),
        'ь' => ending_in_soft_sign(key),
        _ => Paradigm::indeclinable(),
    }
}

/// Мария, Анна, Никита, Добрыня. Eastern stressed -ия (Зульфия) stands in the table of forms.
fn ending_in_a(key: &str) -> Paradigm {
    match (from_end(key, 1), from_end(key, 0)) {
        ('и', 'я') if syllables(key) == 2 => Paradigm::new(1, YA),
        ('и', 'я') if FIRST_NAMES.contains_key(key) => Paradigm::new(1, IYA),
        ('и', 'я') => Paradigm::new(1, IYA).doubtful(),
        (_, 'я') => Paradigm::new(1, YA),
        ('у' | 'и' | 'о' | 'е' | 'э' | 'ы', _) => Paradigm::indeclinable(),
        ('а', _) => Paradigm::new(1, A_HARD).doubtful(),
        ('ц', _) => known(key, Paradigm::new(1, A_TS)),
        ('ж' | 'ш' | 'ч' | 'щ', _) => known(key, Paradigm::new(1, A_SIBILANT)),
        ('к' | 'г' | 'х', _) => Paradigm::new(1, A_VELAR),
        _ => Paradigm::new(1, A_HARD),
    }
}

/// The stress, and with it -ей or -ой, is known of names in the list only.
fn known(key: &str, paradigm: Paradigm) -> Paradigm {
    if FIRST_NAMES.contains_key(key) { paradigm } else { paradigm.doubtful_instrumental() }
}

/// New European names (Мишель) do not change; the old ones that do (Юдифь) stand in the table. Of Айгуль the reference books
/// disagree (Калакуцкая: stays, Суперанская: Айгули), so that the bearer decides.
fn ending_in_soft_sign(key: &str) -> Paradigm {
    let disputed = ["гуль", "гюль", "куль"].iter().any(|ending| key.ends_with(ending));
    if !disputed && FIRST_NAMES.contains_key(key) {
        Paradigm::indeclinable()
    } else {
        Paradigm::indeclinable().doubtful()
    }
}
