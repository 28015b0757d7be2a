//! From a cell to the words of a name: spaces, dashes, look-alike letters, brackets and what stands after a comma.
//!
//! Лопатин (2006) (hyphens and dots of initials).

use super::word::{is_capital, is_letter};

/// What a cell holds besides the words of the name.
#[derive(Debug, Default)]
pub(super) struct Cell {
    /// The words, initials each by itself.
    pub words: Vec<String>,
    /// The text in brackets, without them: a maiden name.
    pub bracket: Option<String>,
    /// Whether the bracket stands right after the first word.
    pub bracket_early: bool,
    /// What follows the name after a comma: a degree, a title.
    pub after_comma: Option<String>,
}

/// Takes a cell apart.
pub(super) fn cell(text: &str) -> Cell {
    let text = tidy(text);
    let mut cell = Cell::default();
    let (mut name, comma) = match text.split_once(',') {
        Some((name, rest)) => (name.trim().to_owned(), rest.trim().to_owned()),
        None => (text, String::new()),
    };
    if !comma.is_empty() {
        let inverted = !name.contains(' ') && comma.starts_with(is_capital) && !comma.contains(',');
        if inverted {
            name = format!("{name} {comma}");
        } else {
            cell.after_comma = Some(comma);
        }
    }
    if let (Some(open), Some(close)) = (name.find('('), name.rfind(')'))
        && open < close
    {
        let before = name.get(..open).unwrap_or_default().trim().to_owned();
        let inside = name.get(open + 1..close).unwrap_or_default().trim().to_owned();
        let after = name.get(close + 1..).unwrap_or_default().trim().to_owned();
        cell.bracket_early = !after.is_empty();
        cell.bracket = (!inside.is_empty()).then_some(inside);
        name = format!("{before} {after}");
    }
    cell.words = name.split_whitespace().flat_map(initials_apart).collect();
    cell
}

/// One space between words, letters whole, dashes between letters as hyphens, Latin look-alikes as the letters that they stand for.
fn tidy(text: &str) -> String {
    if is_tidy(text) {
        return text.to_owned();
    }
    let mut whole = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{306}' if whole.ends_with(['и', 'И']) => swap_last(&mut whole, 'й', 'Й'),
            '\u{308}' if whole.ends_with(['е', 'Е']) => swap_last(&mut whole, 'ё', 'Ё'),
            '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{200e}' | '\u{200f}' | '\u{301}' => {}
            '\u{2010}'..='\u{2015}' | '\u{2212}' => whole.push('-'),
            _ => whole.push(letter),
        }
    }
    let spaced = whole.split_whitespace().map(look_alikes).collect::<Vec<_>>().join(" ");
    spaced.replace(" - ", "-").replace(" -", "-").replace("- ", "-")
}

/// Whether a text is Russian words with one space between them, as most names are written: nothing of it changes.
fn is_tidy(text: &str) -> bool {
    let mut before = ' ';
    for letter in text.chars() {
        match letter {
            'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | '.' | '0'..='9' => {}
            ' ' if before != ' ' => {}
            _ => return false,
        }
        before = letter;
    }
    before != ' '
}

fn swap_last(text: &mut String, small: char, capital: char) {
    let letter = if text.pop().is_some_and(is_capital) { capital } else { small };
    text.push(letter);
}

/// Latin letters, each above the Russian one of the same look.
const LATIN: &str = "aceopxyABCEHKMOPTX";
const RUSSIAN: &str = "асеорхуАВСЕНКМОРТХ";

/// A word that holds a Cyrillic letter is Russian: Latin letters of the same look in it are slips of the keyboard.
fn look_alikes(word: &str) -> String {
    let cyrillic = word.chars().any(|letter| matches!(letter, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'));
    if !cyrillic || !word.contains(|letter: char| letter.is_ascii_alphabetic()) {
        return word.to_owned();
    }
    word.chars()
        .map(|letter| {
            LATIN
                .chars()
                .zip(RUSSIAN.chars())
                .find(|(latin, _)| *latin == letter)
                .map_or(letter, |(_, russian)| russian)
        })
        .collect()
}

/// «И.И.Иванов» and «И.И.» are several words.
fn initials_apart(word: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::with_capacity(1);
    for piece in word.split_inclusive('.') {
        match words.last_mut() {
            Some(last) if piece.starts_with('-') || last.ends_with('-') => last.push_str(piece),
            _ => words.push(piece.to_owned()),
        }
    }
    words
}

/// «И.», «Дж.», «Ж.-Ж.», a lone letter.
pub(super) fn is_initial(word: &str) -> bool {
    let letters = word.chars().filter(|letter| is_letter(*letter)).take(5).count();
    let capital = word.starts_with(is_capital) || word.chars().count() <= 2;
    letters == 1 || capital && word.ends_with('.') && (letters <= 2 || word.contains('-') && letters <= 4)
}
