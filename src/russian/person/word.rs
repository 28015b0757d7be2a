//! One word of a name: the key by which the rules know it, and the letter case to give back to its forms.

use super::paradigm::Paradigm;

/// A word as written, and whether it is all in capitals.
#[derive(Debug)]
pub(super) struct Word<'a> {
    written: &'a str,
    upper: bool,
}

impl<'a> Word<'a> {
    /// Takes a word as written.
    pub fn new(written: &'a str) -> Self {
        let mut letters = written.chars().filter(|letter| is_letter(*letter));
        let upper = letters.clone().nth(1).is_some() && letters.all(is_capital);
        Self { written, upper }
    }

    /// The word as the author has it.
    pub fn written(&self) -> &'a str {
        self.written
    }

    /// The forms of a word go through here: the kept letters are the author's, the new ones follow his letter case.
    pub fn push_form(&self, paradigm: &Paradigm, oblique: usize, form: &mut String) {
        let Some(ending) = paradigm.endings.and_then(|endings| endings.get(oblique)) else {
            form.push_str(self.written);
            return;
        };
        let mut letters = self.written.chars();
        for _ in 0..paradigm.cut {
            letters.next_back();
        }
        let kept = letters.as_str();
        form.push_str(kept);
        let capital = kept.is_empty() && self.written.starts_with(is_capital);
        if !self.upper && !capital {
            form.push_str(paradigm.infix);
            form.push_str(ending);
            return;
        }
        for (place, letter) in paradigm.infix.chars().chain(ending.chars()).enumerate() {
            if self.upper || place == 0 {
                form.extend(letter.to_uppercase());
            } else {
                form.push(letter);
            }
        }
    }
}

/// Whether it is a letter of any script, the Russian ones first: the standard tables are slow for them.
pub(super) fn is_letter(letter: char) -> bool {
    matches!(letter, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё') || letter.is_alphabetic()
}

/// Whether it is a capital letter, the Russian ones first.
pub(super) fn is_capital(letter: char) -> bool {
    match letter {
        'а'..='я' | 'ё' => false,
        'А'..='Я' | 'Ё' => true,
        _ => letter.is_uppercase(),
    }
}

/// Lower case that never changes the number of letters.
fn lower(letter: char) -> char {
    match letter {
        'а'..='я' | 'ё' | '-' | ' ' => letter,
        'А'..='Я' => char::from_u32(u32::from(letter) + 32).unwrap_or(letter),
        _ => {
            let mut lowered = letter.to_lowercase();
            match (lowered.next(), lowered.next()) {
                (Some(only), None) => only,
                _ => letter,
            }
        }
    }
}

/// The key under which a word is looked up: lower case, ё as е.
pub(super) fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    key.extend(text.chars().map(|letter| match lower(letter) {
        'ё' => 'е',
        lowered => lowered,
    }));
    key
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
