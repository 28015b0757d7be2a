//! A text in words and what stands between them; joined again, it is the text.

/// A word, or what stands between words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// Letters, digits, inner hyphens, apostrophes and dots of abbreviations: «инженер-технолог», «и.о.», «1-й».
    Word(String),
    /// One or more white-space characters.
    Space(String),
    /// Text in quotes, with them: it never changes.
    Quoted(String),
    /// Any other character.
    Mark(char),
}

impl Token {
    pub(crate) fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(crate) fn is_mark(&self, mark: char) -> bool {
        *self == Self::Mark(mark)
    }

    /// A dash of any length, as a word apart.
    pub(crate) fn is_dash(&self) -> bool {
        matches!(self, Self::Mark('-' | '–' | '—' | '−' | '\u{2011}' | '\u{2010}'))
    }

    pub(crate) fn push_to(&self, text: &mut String) {
        match self {
            Self::Word(part) | Self::Space(part) | Self::Quoted(part) => text.push_str(part),
            Self::Mark(mark) => text.push(*mark),
        }
    }
}

fn closing(quote: char) -> Option<char> {
    Some(match quote {
        '«' => '»',
        '„' | '“' => '“',
        '"' => '"',
        '‹' => '›',
        _ => return None,
    })
}

const fn joins(mark: char) -> bool {
    matches!(mark, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’')
}

/// Splits a text; the second value says whether all quotes are closed.
pub(crate) fn tokens(text: &str) -> (Vec<Token>, bool) {
    let letters: Vec<char> = text.chars().collect();
    let at = |index: usize| letters.get(index).copied().unwrap_or('\0');
    let mut found = Vec::new();
    let mut balanced = true;
    let mut index = 0;
    while index < letters.len() {
        let letter = at(index);
        let start = index;
        if let Some(close) = closing(letter) {
            index = quote_end(&letters, index, close);
            balanced &= index > start + 1 && (at(index - 1) == close || at(index - 1) == '”');
            found.push(Token::Quoted(letters.iter().skip(start).take(index - start).collect()));
            continue;
        }
        if letter.is_alphanumeric() {
            while at(index).is_alphanumeric()
                || is_accent(at(index))
                || joins(at(index)) && at(index + 1).is_alphanumeric()
                || at(index) == '.' && (at(index + 1).is_alphabetic() || at(index + 1).is_ascii_digit())
            {
                index += 1;
            }
            let word: String = letters.iter().skip(start).take(index - start).collect();
            if at(index) == '.' && is_abbreviation(&word) {
                index += 1;
                found.push(Token::Word(word + "."));
            } else {
                found.push(Token::Word(word));
            }
        } else if letter.is_whitespace() {
            while at(index).is_whitespace() {
                index += 1;
            }
            found.push(Token::Space(letters.iter().skip(start).take(index - start).collect()));
        } else {
            index += 1;
            found.push(Token::Mark(letter));
        }
    }
    (found, balanced)
}

/// A combining stress mark belongs to the letter before it.
const fn is_accent(mark: char) -> bool {
    matches!(mark, '\u{300}' | '\u{301}')
}

/// Whether a full stop after the word is a part of it.
fn is_abbreviation(word: &str) -> bool {
    let last = word.rsplit('.').next().unwrap_or(word);
    last.chars().count() <= 1 && last.chars().all(char::is_alphabetic)
        || super::lexicon::kind(&format!("{word}.")).is_some()
}

/// The index after the quote that closes the one at `start`; inner quotes of the same kind nest.
fn quote_end(letters: &[char], start: usize, close: char) -> usize {
    let open = letters.get(start).copied().unwrap_or(close);
    let mut depth = 1;
    for (index, letter) in letters.iter().enumerate().skip(start + 1) {
        if *letter == close || *letter == '”' && close == '“' {
            depth -= 1;
            if depth == 0 {
                return index + 1;
            }
        } else if *letter == open {
            depth += 1;
        }
    }
    letters.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text).0.iter().filter_map(|token| token.word().map(str::to_owned)).collect()
    }

    #[test]
    fn joined_again_it_is_the_text() {
        for text in
            ["И. о. директора  ООО «Рога и «копыта»», г. Томск (1-й)", "\"а", "«", "", "a\u{301}б -- в"]
        {
            let mut joined = String::new();
            tokens(text).0.iter().for_each(|token| token.push_to(&mut joined));
            assert_eq!(joined, text);
        }
    }

    #[test]
    fn abbreviations_keep_their_stops() {
        assert_eq!(
            words("Зам. директора, к.т.н., и.о. зав. кафедрой."),
            ["Зам.", "директора", "к.т.н.", "и.о.", "зав.", "кафедрой"]
        );
    }

    #[test]
    fn unclosed_quotes_are_told() {
        assert!(tokens("ООО «Ромашка»").1);
        assert!(!tokens("ООО «Ромашка").1);
        assert!(tokens("ЗАО „Рога“ и \"Копыта\"").1);
    }
}
