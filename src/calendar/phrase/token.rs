//! Cuts a text into words, numbers and marks, with spelling habits evened out.

use crate::russian::look_alike::folded;

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: `15.03`, `2023г`.
    None,
    /// Spaces of any kind.
    Space,
    /// A line feed.
    Line,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lexeme {
    /// Digits; more than nine of them are no number that a term can hold, and read as a mark.
    Number {
        /// The number.
        value: u32,
        /// How many digits it was written with.
        digits: usize,
    },
    /// Letters, in lower case, ё as е, Latin look-alikes as Cyrillic.
    Word(String),
    /// Roman digits I to XXXIX, in either alphabet.
    Roman(u32),
    /// Any other character; every dash is `-`, every quotation mark is left out.
    Mark(char),
}

/// A token and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub lexeme: Lexeme,
    /// What stands before it.
    pub gap: Gap,
    /// Its first byte in the text.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// Whether it opens with a capital letter.
    pub capital: bool,
}

/// The text's tokens, in order.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut gap = Gap::None;
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        let sort = sort(first);
        let mut end = start + first.len_utf8();
        match sort {
            Sort::Space => gap = gap.max(Gap::Space),
            Sort::Line => gap = Gap::Line,
            Sort::Invisible => {}
            Sort::Letter | Sort::Digit => {
                while let Some((at, next)) = rest.peek().copied() {
                    let next_sort = self::sort(next);
                    if next_sort != sort && next_sort != Sort::Invisible {
                        break;
                    }
                    end = at + next.len_utf8();
                    rest.next();
                }
                let raw = text.get(start..end).unwrap_or_default();
                let lexeme = if sort == Sort::Letter { letters(raw) } else { digits(raw) };
                found.push(Token { lexeme, gap, start, end, capital: first.is_uppercase() });
                gap = Gap::None;
            }
            // «сентябрь..май»: dots in a row are a dash.
            Sort::Mark('.') if rest.peek().is_some_and(|(_, next)| *next == '.') => {
                while rest.next_if(|(_, next)| *next == '.').is_some() {
                    end += 1;
                }
                found.push(Token { lexeme: Lexeme::Mark('-'), gap, start, end, capital: false });
                gap = Gap::None;
            }
            Sort::Mark(mark) => {
                found.push(Token { lexeme: Lexeme::Mark(mark), gap, start, end, capital: false });
                gap = Gap::None;
            }
        }
    }
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Letter,
    Digit,
    Space,
    Line,
    Invisible,
    Mark(char),
}

fn sort(character: char) -> Sort {
    match character {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' => Sort::Line,
        // Quotation marks say nothing about time: «15» марта.
        '«' | '»' | '"' | '„' | '“' | '”' | '\'' | '’' | '‘' => Sort::Invisible,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}' => {
            Sort::Invisible
        }
        '-' | '…' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{ff0d}' => Sort::Mark('-'),
        character if character.is_whitespace() => Sort::Space,
        '0'..='9' => Sort::Digit,
        character if character.is_alphabetic() => Sort::Letter,
        character => Sort::Mark(character),
    }
}

fn digits(raw: &str) -> Lexeme {
    let digits: String = raw.chars().filter(char::is_ascii_digit).collect();
    match digits.parse() {
        Ok(value) if digits.len() <= 9 => Lexeme::Number { value, digits: digits.len() },
        _ => Lexeme::Mark('#'),
    }
}

fn letters(raw: &str) -> Lexeme {
    let mut word = String::new();
    for character in raw.chars().flat_map(char::to_lowercase) {
        match (character, word.chars().last()) {
            // й and ё typed as a letter and a combining mark.
            ('\u{306}', Some('и')) => {
                word.pop();
                word.push('й');
            }
            ('ё', _) => word.push('е'),
            (other, _) if sort(other) == Sort::Invisible => {}
            (other, _) => word.push(other),
        }
    }
    if let Some(number) = roman(&word) {
        return Lexeme::Roman(number);
    }
    let cyrillic = word.chars().any(|letter| ('а'..='я').contains(&letter));
    let alike: Option<String> = word.chars().map(|letter| look_alike(letter, cyrillic)).collect();
    Lexeme::Word(alike.unwrap_or(word))
}

/// A Latin letter as the Cyrillic one it looks like, in a word that has Cyrillic letters or none but look-alikes.
fn look_alike(letter: char, cyrillic: bool) -> Option<char> {
    match folded(letter) {
        same if same == letter && letter.is_ascii() && !cyrillic => None,
        other => Some(other),
    }
}

/// I to XXXIX, where every letter is a Roman digit of either alphabet (І, Х, and a small l for I).
fn roman(word: &str) -> Option<u32> {
    let digits: Option<Vec<u32>> = word
        .chars()
        .map(|letter| match letter {
            'i' | 'і' | 'l' | 'ӏ' => Some(1),
            'v' => Some(5),
            'x' | 'х' => Some(10),
            _ => None,
        })
        .collect();
    let digits = digits?;
    // Only the usual spelling of a number is one: IV, not IIII.
    (1..=39).find(|value| spelled(*value) == digits)
}

fn spelled(mut value: u32) -> Vec<u32> {
    let mut digits = Vec::new();
    for (worth, form) in [(10, &[10][..]), (9, &[1, 10]), (5, &[5]), (4, &[1, 5]), (1, &[1])] {
        while value >= worth {
            digits.extend_from_slice(form);
            value -= worth;
        }
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let show = |token: Token| match token.lexeme {
            Lexeme::Number { value, .. } => value.to_string(),
            Lexeme::Word(word) => word,
            Lexeme::Roman(number) => format!("R{number}"),
            Lexeme::Mark(mark) => mark.to_string(),
        };
        tokens(text).into_iter().map(show).collect()
    }

    #[test]
    fn spelling_habits_do_not_show() {
        assert_eq!(words("\u{a0}Март\u{202f}2023г."), ["март", "2023", "г", "."]);
        assert_eq!(words("сентябрь — МАЙ"), ["сентябрь", "-", "май"]);
        assert_eq!(words("отчётный ма\u{ad}й"), ["отчетный", "май"]);
        assert_eq!(words("маи\u{306}"), ["май"]);
        assert_eq!(words("«15» мaртa"), ["15", "марта"]);
        assert_eq!(words("c 1"), ["с", "1"]);
    }

    #[test]
    fn roman_numbers_are_read_in_both_alphabets() {
        assert_eq!(words("I II ІІІ IV ll Х"), ["R1", "R2", "R3", "R4", "R2", "R10"]);
        assert_eq!(words("iiii vx"), ["iiii", "vx"]);
    }

    #[test]
    fn a_number_too_long_is_no_number() {
        assert_eq!(words("12345678901"), ["#"]);
    }
}
