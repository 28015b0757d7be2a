//! Surnames of women, one part without a hyphen.
//!
//! «Русская грамматика» (1980); Калакуцкая (1984): possessives and adjectives change as such, nouns in -а
//! and -я as for men, what ends in a consonant, й or ь does not change.

use super::lexicon::SURNAMES;
use super::paradigm::{
    ADJECTIVE_FEMININE, ADJECTIVE_FEMININE_SIBILANT, ADJECTIVE_FEMININE_SOFT, POSSESSIVE_FEMININE, Paradigm,
};
use super::surname_vowels::ending_in_vowel;
use super::word::{from_end, key, syllables};

/// The paradigm of a woman's surname.
pub(super) fn feminine(word: &str) -> Paradigm {
    let key = key(word);
    if let Some(paradigm) = SURNAMES.get(&key).and_then(|entry| entry.feminine) {
        return paradigm;
    }
    if is_possessive(&key) {
        return Paradigm::new(1, POSSESSIVE_FEMININE);
    }
    if is_adjective(&key) {
        return match from_end(&key, 2) {
            'ж' | 'ш' | 'ч' | 'щ' | 'ц' => Paradigm::new(2, ADJECTIVE_FEMININE_SIBILANT),
            _ if key.ends_with('я') && from_end(&key, 1) == 'я' => {
                Paradigm::new(2, ADJECTIVE_FEMININE_SOFT)
            }
            'у' | 'о' | 'и' | 'а' | 'е' => Paradigm::new(1, super::paradigm::YA),
            _ => Paradigm::new(2, ADJECTIVE_FEMININE),
        };
    }
    ending_in_vowel_or_not(&key)
}

fn ending_in_vowel_or_not(key: &str) -> Paradigm {
    if key.ends_with(['а', 'я']) { ending_in_vowel(key) } else { Paradigm::indeclinable() }
}

/// Иванова, Сергеева, Кузьмина, Куницына.
pub(super) fn is_possessive(key: &str) -> bool {
    syllables(key) > 2 && ["ова", "ева", "ина", "ына"].iter().any(|ending| key.ends_with(ending))
        || syllables(key) == 2 && key.chars().count() > 4 && (key.ends_with("ова") || key.ends_with("ева"))
}

/// Маяковская, Синяя.
pub(super) fn is_adjective(key: &str) -> bool {
    key.ends_with("ая") || key.ends_with("яя")
}
