//! One word of a name: its lower-case look for the rules, and the letter case to give back to its forms.

use super::paradigm::Paradigm;

/// A word as written, beside the letters that the rules compare.
pub(super) struct Word<'a> {
    written: &'a str,
    lower: String,
    upper: bool,
}

impl<'a> Word<'a> {
    /// Takes a word as written.
    pub fn new(written: &'a str) -> Self {
        let mut letters = written.chars().filter(|letter| letter.is_alphabetic());
        let upper = letters.clone().count() > 1 && letters.all(char::is_uppercase);
        Self { written, lower: lower(written), upper }
    }

    /// The word in lower case with its ё, letter for letter.
    pub fn lower(&self) -> &str {
        &self.lower
    }

    /// The forms of a word go through here: the kept letters are the author's, the new ones follow his letter case.
    pub fn form(&self, paradigm: &Paradigm, oblique: usize) -> String {
        let Some(ending) = paradigm.endings.as_ref().and_then(|endings| endings.get(oblique)) else {
            return self.written.to_owned();
        };
        let kept = self.written.chars().count().saturating_sub(paradigm.cut);
        let mut form: String = self.written.chars().take(kept).collect();
        let capital = kept == 0 && self.written.starts_with(char::is_uppercase);
        for (place, letter) in paradigm.infix.chars().chain(ending.chars()).enumerate() {
            if self.upper || (capital && place == 0) {
                form.extend(letter.to_uppercase());
            } else {
                form.push(letter);
            }
        }
        form
    }
}

/// Lower case that never changes the number of letters.
pub(super) fn lower(text: &str) -> String {
    text.chars()
        .map(|letter| {
            let mut lowered = letter.to_lowercase();
            match (lowered.next(), lowered.next()) {
                (Some(only), None) => only,
                _ => letter,
            }
        })
        .collect()
}

/// The key under which a word is looked up: lower case, ё as е.
pub(super) fn key(text: &str) -> String {
    lower(text).replace('ё', "е")
}

/// Whether a letter is a vowel.
pub(super) fn is_vowel(letter: char) -> bool {
    matches!(letter, 'а' | 'е' | 'ё' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я')
}

/// The number of syllables.
pub(super) fn syllables(word: &str) -> usize {
    word.chars().filter(|letter| is_vowel(*letter)).count()
}

/// The letter that stands `place` letters before the end; 0 is the last.
pub(super) fn from_end(word: &str, place: usize) -> char {
    word.chars().rev().nth(place).unwrap_or(' ')
}

/// Whether the word is wholly of Russian letters, apostrophes and hyphens: the only words that the rules know.
pub(super) fn is_russian(word: &str) -> bool {
    !word.is_empty()
        && word
            .chars()
            .all(|letter| matches!(letter, 'а'..='я' | 'ё' | 'А'..='Я' | 'Ё' | '-' | '’' | '\'' | '.'))
}
