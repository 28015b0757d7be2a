//! Chinese, Korean and Vietnamese names: family name first, then a given name of one or two syllables.
//!
//! Калакуцкая (1984), ch. 6; Палладий's and Концевич's transcriptions give the syllables.

use super::lexicon::{FIRST_NAMES, listed};
use super::word::{is_capital, is_vowel, key, syllables};
use crate::russian::Gender;

/// How certain it is that a name is of the Far East, family name first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Eastern {
    /// Certain.
    Yes,
    /// It might as well be the name of a citizen with an unknown first name, or stand in the western order.
    Perhaps,
    /// Not at all.
    No,
}

/// Judges the words of a name that has no patronymic.
pub(super) fn judge(words: &[String]) -> Eastern {
    let keys: Vec<String> = words.iter().map(|word| key(word)).collect();
    let (Some(first), Some(last)) = (keys.first(), keys.last()) else {
        return Eastern::No;
    };
    let capital = words.iter().all(|word| word.starts_with(is_capital));
    if !capital || !(2..=4).contains(&keys.len()) {
        return Eastern::No;
    }
    let short = |key: &String| keys.len() > 2 && key.chars().count() < 5;
    let unknown = |key: &String| short(key) || !key.split('-').any(|part| FIRST_NAMES.contains_key(part));
    let given = keys.get(1..).unwrap_or_default();
    if !given.iter().all(|key| unknown(key) && (is_palladian(key) || is_syllables(key))) {
        return Eastern::No;
    }
    let palladian = keys.len() == 2 && is_palladian(first) && is_palladian(last);
    if listed("eastern-surnames", first) {
        let fixed =
            first.ends_with(is_vowel) || keys.len() > 2 || palladian || listed("eastern-given-names", last);
        return if fixed { Eastern::Yes } else { Eastern::Perhaps };
    }
    if palladian && syllables(first) == 1 { Eastern::Perhaps } else { Eastern::No }
}

/// The gender that a Vietnamese middle word shows: Тхи of women, Ван of men.
pub(super) fn gender(first: &str) -> Option<Gender> {
    let key = key(first);
    match key.split_once(' ')?.0 {
        "тхи" => Some(Gender::Feminine),
        "ван" => Some(Gender::Masculine),
        _ => None,
    }
}

/// One to four syllables of the shape that the Far East has.
fn is_syllables(key: &str) -> bool {
    let vowels = key.chars().filter(|letter| is_vowel(*letter)).count();
    (1..=5).contains(&vowels)
        && key.chars().all(|letter| !matches!(letter, 'щ' | 'ъ'))
        && !["ов", "ев", "ин", "ова", "ева", "ина"]
            .iter()
            .any(|ending| key.ends_with(ending) && key.chars().count() > 6)
}

const INITIALS: &[&str] = &[
    "", "чж", "цз", "б", "п", "м", "ф", "д", "т", "н", "л", "г", "к", "х", "ц", "ч", "ш", "ж", "с", "в", "й",
];
const FINALS: &[&str] = &[
    "уань", "уан", "уай", "юань", "яо", "янь", "ян", "ань", "ан", "ай", "ао", "ей", "эй", "энь", "эн", "инь",
    "ин", "унь", "ун", "уй", "оу", "уа", "юэ", "юнь", "юн", "юй", "ю", "я", "е", "э", "а", "о", "у", "и",
    "эр", "ы", "ие", "ье",
];

/// Whether the word is made of syllables of Palladius's transcription.
fn is_palladian(key: &str) -> bool {
    key.is_empty()
        || INITIALS
            .iter()
            .filter_map(|initial| key.strip_prefix(initial))
            .any(|rest| FINALS.iter().filter_map(|ending| rest.strip_prefix(ending)).any(is_palladian))
}
