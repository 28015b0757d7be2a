//! Surnames in a vowel, of men and women alike, where they are no possessive or adjective.
//!
//! Калакуцкая (1984); Лопатин (2006): -о, -е, -и, -у, -ю, -ы, -э do not change; unstressed -а, -я after a
//! consonant do; French stressed -а, -я (Дюма, Золя) and -уа, -иа do not.

use super::paradigm::{A_HARD, A_SIBILANT, A_TS, A_VELAR, IYA, Paradigm, YA};
use super::word::from_end;

/// The paradigm of a surname in a vowel by its key.
pub(super) fn ending_in_vowel(key: &str) -> Paradigm {
    match (from_end(key, 1), from_end(key, 0)) {
        ('и', 'я') => Paradigm::new(1, IYA),
        (_, 'я') => Paradigm::new(1, YA),
        ('у' | 'и' | 'о' | 'е' | 'э' | 'ы' | 'ю', 'а') => Paradigm::indeclinable(),
        ('а', 'а') => Paradigm::indeclinable().doubtful(),
        ('ж' | 'ш' | 'ч' | 'щ', 'а') => sibilant(key, Paradigm::new(1, A_SIBILANT)),
        ('ц', 'а') => sibilant(key, Paradigm::new(1, A_TS)),
        ('к' | 'г' | 'х', 'а') => Paradigm::new(1, A_VELAR),
        (_, 'а') => Paradigm::new(1, A_HARD),
        _ => Paradigm::indeclinable(),
    }
}

/// Капица, Галуша have the stress on the stem; elsewhere only the tables know it.
fn sibilant(key: &str, paradigm: Paradigm) -> Paradigm {
    let known = ["ица", "уша", "юша", "иша", "аша", "оша", "еша", "нча", "ища", "уча", "ыша"];
    if known.iter().any(|ending| key.ends_with(ending)) && key.chars().count() > 4 {
        paradigm
    } else {
        paradigm.doubtful_instrumental()
    }
}
