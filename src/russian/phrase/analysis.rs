//! A text taken apart once and put in any case.

use super::slot::Slot;
use super::token::Token;
use crate::russian::{Case, Gender, Grade, Inflected};

/// A text with what each of its words does.
#[derive(Clone, Debug)]
pub(crate) struct Analysis {
    pub(crate) tokens: Vec<Token>,
    pub(crate) slots: Vec<Slot>,
    pub(crate) grade: Grade,
    /// The gender that the head's own form shows where it names a woman («заведующая»).
    pub(crate) gender: Option<Gender>,
    /// Whether any word declines as a head.
    pub(crate) headed: bool,
}

impl Analysis {
    /// The text in this case. The nominative is the text itself, and is never doubtful.
    pub(crate) fn decline(&self, case: Case) -> Inflected {
        let mut text = String::new();
        for (index, token) in self.tokens.iter().enumerate() {
            match (token, self.slots.get(index)) {
                (Token::Word(word), Some(slot)) => slot.render(word, case, &mut text),
                _ => token.push_to(&mut text),
            }
        }
        let grade = if case == Case::Nominative { Grade::Certain } else { self.grade };
        Inflected { text, grade }
    }
}
