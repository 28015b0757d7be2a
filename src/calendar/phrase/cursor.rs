//! A place among the tokens; reading returns the place after what was read.

use super::token::{Gap, Lexeme, Token};

/// What is still to be read. Copied freely, so that a rule that fails costs nothing.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'t> {
    rest: &'t [Token],
}

impl<'t> Cursor<'t> {
    /// The start of the tokens.
    pub const fn new(tokens: &'t [Token]) -> Self {
        Self { rest: tokens }
    }

    /// Whether nothing is left.
    pub const fn is_end(self) -> bool {
        self.rest.is_empty()
    }

    /// How many tokens are left.
    pub const fn left(self) -> usize {
        self.rest.len()
    }

    /// The next token.
    pub fn peek(self) -> Option<&'t Token> {
        self.rest.first()
    }

    /// What stands before the next token; a line where nothing is left.
    pub fn gap(self) -> Gap {
        self.peek().map_or(Gap::Line, |token| token.gap)
    }

    /// The next token, and the place after it.
    pub fn next(self) -> Option<(&'t Token, Self)> {
        self.rest.split_first().map(|(token, rest)| (token, Self { rest }))
    }

    /// The tokens up to a later place.
    #[must_use]
    pub fn until(self, later: Self) -> Self {
        let length = self.rest.len().saturating_sub(later.rest.len());
        Self { rest: self.rest.get(..length).unwrap_or_default() }
    }

    /// The tokens that are left.
    pub const fn tokens(self) -> &'t [Token] {
        self.rest
    }

    /// A word.
    pub fn word(self) -> Option<(&'t str, Self)> {
        match self.next()? {
            (Token { lexeme: Lexeme::Word(word), .. }, rest) => Some((word, rest)),
            _ => None,
        }
    }

    /// One of these words.
    pub fn any(self, words: &[&str]) -> Option<Self> {
        let (word, rest) = self.word()?;
        words.contains(&word).then_some(rest)
    }

    /// A word that begins with one of these.
    pub fn stem(self, stems: &[&str]) -> Option<Self> {
        let (word, rest) = self.word()?;
        stems.iter().any(|stem| word.starts_with(stem)).then_some(rest)
    }

    /// These words in this order.
    pub fn words(self, words: &[&str]) -> Option<Self> {
        words.iter().try_fold(self, |place, word| place.any(&[word]))
    }

    /// A number: its value and how many digits it has.
    pub fn number(self) -> Option<(u32, usize, Self)> {
        match self.next()? {
            (Token { lexeme: Lexeme::Number { value, digits }, .. }, rest) => Some((*value, *digits, rest)),
            _ => None,
        }
    }

    /// A Roman number.
    pub fn roman(self) -> Option<(u32, Self)> {
        match self.next()? {
            (Token { lexeme: Lexeme::Roman(value), .. }, rest) => Some((*value, rest)),
            _ => None,
        }
    }

    /// One of these marks.
    pub fn mark(self, marks: &[char]) -> Option<Self> {
        match self.next()? {
            (Token { lexeme: Lexeme::Mark(mark), .. }, rest) => marks.contains(mark).then_some(rest),
            _ => None,
        }
    }

    /// A mark that may be there.
    #[must_use]
    pub fn maybe_mark(self, marks: &[char]) -> Self {
        self.mark(marks).unwrap_or(self)
    }

    /// Words one of which may be there, once.
    #[must_use]
    pub fn maybe(self, words: &[&str]) -> Self {
        self.any(words).unwrap_or(self)
    }

    /// A mark right after the token before it: the dot of `15.03`.
    pub fn close_mark(self, mark: char) -> Option<Self> {
        (self.gap() == Gap::None).then(|| self.mark(&[mark])).flatten()
    }

    /// A number right after the token before it.
    pub fn close_number(self) -> Option<(u32, usize, Self)> {
        (self.gap() == Gap::None).then(|| self.number()).flatten()
    }
}
