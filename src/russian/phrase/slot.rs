//! What one word of a phrase does when the phrase is put in a case.

use super::adjective::Adjective;
use super::agreement::Number;
use super::letters::{fold, in_case_of};
use super::noun::Noun;
use crate::russian::Case;

/// What a word does when the phrase is put in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// It stays.
    Still,
    /// It agrees with an animate or inanimate head.
    Adjective(Adjective, bool),
    /// A noun, or several joined by hyphens of which some stay.
    Nouns(Vec<Option<Noun>>, Number),
    /// An ordinal in digits: «1-й».
    Ordinal(&'static [&'static str; 6]),
}

/// Endings after digits, as ГОСТ Р 7.0.12 and Розенталь have them.
const ORDINAL_ENDINGS: [(&str, [&str; 6]); 6] = [
    ("й", ["й", "го", "му", "го", "м", "м"]),
    ("ый", ["ый", "го", "му", "го", "м", "м"]),
    ("ой", ["ой", "го", "му", "го", "м", "м"]),
    ("ий", ["ий", "го", "му", "го", "м", "м"]),
    ("я", ["я", "й", "й", "ю", "й", "й"]),
    ("ая", ["ая", "й", "й", "ю", "й", "й"]),
];

impl Slot {
    /// An ordinal in digits with its ending: «1-й», «2-ая».
    pub(crate) fn ordinal(word: &str) -> Option<Self> {
        let (digits, ending) = word.split_once('-')?;
        let numeric = !digits.is_empty() && digits.chars().all(|digit| digit.is_ascii_digit());
        let ending = fold(ending);
        let endings = ORDINAL_ENDINGS.iter().find(|(known, _)| *known == ending)?;
        numeric.then_some(Self::Ordinal(&endings.1))
    }

    /// The word in this case, in its own letter case.
    pub(crate) fn render(&self, word: &str, case: Case, text: &mut String) {
        match self {
            _ if case == Case::Nominative => text.push_str(word),
            Self::Still => text.push_str(word),
            Self::Adjective(adjective, animate) => {
                text.push_str(&in_case_of(word, &adjective.form(case, *animate)));
            }
            Self::Ordinal(endings) => {
                let digits = word.split('-').next().unwrap_or(word);
                text.push_str(digits);
                text.push('-');
                text.push_str(endings.get(case.index()).copied().unwrap_or_default());
            }
            Self::Nouns(parts, number) => render_nouns(word, parts, *number, case, text),
        }
    }
}

fn render_nouns(word: &str, parts: &[Option<Noun>], number: Number, case: Case, text: &mut String) {
    let mut rest = word;
    for (index, part) in parts.iter().enumerate() {
        let last = index + 1 == parts.len();
        let end = if last { rest.len() } else { rest.find(is_hyphen).unwrap_or(rest.len()) };
        let (piece, after) = rest.split_at(end);
        match part {
            Some(noun) => text.push_str(&in_case_of(piece, &noun.form(number, case))),
            None => text.push_str(piece),
        }
        let mut letters = after.chars();
        if let Some(hyphen) = letters.next() {
            text.push(hyphen);
        }
        rest = letters.as_str();
    }
}

/// The hyphens that join the parts of a compound.
pub(crate) const fn is_hyphen(mark: char) -> bool {
    matches!(mark, '-' | '\u{2010}' | '\u{2011}')
}
