//! Brackets after a head: what stands in them agrees with it, or names the same person once more.

use super::agreement::Agreement;
use super::head::{Head, Lead, next_word};
use super::reader::{Domain, Reader, postposed};
use super::slot::Slot;
use super::token::Token;

impl Reader {
    /// Brackets that hold only adjectives of the head: «(постовая)». Gives the index after them.
    pub(super) fn agreeing_brackets(
        &mut self,
        start: usize,
        end: usize,
        agreement: Agreement,
        animate: bool,
    ) -> Option<usize> {
        let close = self.closing(start, end)?;
        let mut found = Vec::new();
        for index in start + 1..close {
            match self.tokens.get(index)? {
                Token::Space(_) | Token::Mark(',') => {}
                Token::Word(word) => found.push((index, postposed(word, agreement)?)),
                _ => return None,
            }
        }
        for (index, adjective) in found {
            self.put(index, Slot::Adjective(adjective, animate));
        }
        Some(close + 1)
    }

    /// «Электрослесарь (слесарь) дежурный»: brackets that hold another name of the same person, with an adjective after them.
    pub(super) fn second_name(&mut self, start: usize, end: usize, agreement: Agreement) -> Option<usize> {
        let close = self.closing(start, end)?;
        next_word(&self.tokens, close + 1, end).and_then(|word| postposed(word, agreement))?;
        let head = Head::read(&self.tokens, start + 1, close, self.domain, true);
        let whole = head.next == close && matches!(head.lead, Lead::Noun(..)) && self.domain == Domain::Post;
        whole.then(|| {
            self.commit(&head);
            close + 1
        })
    }

    pub(super) fn closing(&self, start: usize, end: usize) -> Option<usize> {
        let mut depth = 0;
        for index in start..end {
            match self.tokens.get(index) {
                Some(Token::Mark('(')) => depth += 1,
                Some(Token::Mark(')')) => {
                    depth -= 1;
                    if depth == 0 {
                        return Some(index);
                    }
                }
                _ => {}
            }
        }
        None
    }
}
