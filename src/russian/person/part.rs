//! A part of a name taken apart once: its words, what separates them and how each changes; then any case is only put together.

use super::paradigm::Paradigm;
use super::word::{Word, is_russian};
use crate::russian::{Grade, Inflected};

/// A surname, a first name or a patronymic, ready to be put in any case.
#[derive(Debug, Default)]
pub(super) struct Part<'a> {
    pieces: Vec<Piece<'a>>,
}

#[derive(Debug)]
struct Piece<'a> {
    separator: &'static str,
    word: Word<'a>,
    paradigm: Paradigm,
}

impl<'a> Part<'a> {
    /// A text that stays as it is.
    pub(super) fn still(text: &'a str) -> Self {
        let mut part = Self::default();
        if !text.is_empty() {
            part.push("", text, Paradigm::indeclinable());
        }
        part
    }

    /// Adds a word that stays, whatever it is.
    pub(super) fn add_still(&mut self, text: &'a str) {
        self.push(" ", text, Paradigm::indeclinable());
    }

    /// Adds a word; one that is not Russian stays, and is doubtful.
    pub(super) fn add(&mut self, separator: &'static str, text: &'a str, paradigm: Paradigm) {
        let known = text.is_empty() || is_russian(text);
        self.push(separator, text, if known { paradigm } else { Paradigm::indeclinable().doubtful() });
    }

    fn push(&mut self, separator: &'static str, text: &'a str, paradigm: Paradigm) {
        let separator = if self.pieces.is_empty() { "" } else { separator };
        self.pieces.push(Piece { separator, word: Word::new(text), paradigm });
    }

    /// Whether there is no text at all.
    pub(super) fn is_empty(&self) -> bool {
        self.pieces.iter().all(|piece| piece.word.written().is_empty())
    }

    /// Adds the form to a text: of an oblique case by its place, of the nominative without one.
    pub(super) fn push_to(&self, oblique: Option<usize>, text: &mut String) {
        for piece in &self.pieces {
            text.push_str(piece.separator);
            match oblique {
                Some(oblique) => piece.word.push_form(&piece.paradigm, oblique, text),
                None => text.push_str(piece.word.written()),
            }
        }
    }

    /// The form of an oblique case by its place, of the nominative without one.
    pub(super) fn text(&self, oblique: Option<usize>) -> String {
        let mut text = String::with_capacity(32);
        self.push_to(oblique, &mut text);
        text
    }

    /// How sure the form is.
    pub(super) fn grade(&self, oblique: Option<usize>) -> Grade {
        let Some(oblique) = oblique else { return Grade::Certain };
        self.pieces.iter().map(|piece| piece.paradigm.grade(oblique)).max().unwrap_or(Grade::Certain)
    }

    /// The form with its grade.
    pub(super) fn form(&self, oblique: Option<usize>) -> Inflected {
        Inflected { text: self.text(oblique), grade: self.grade(oblique) }
    }

    /// Makes every word doubtful.
    pub(super) fn doubt(&mut self) {
        for piece in &mut self.pieces {
            piece.paradigm = piece.paradigm.doubtful();
        }
    }

    /// Makes every word doubtful in the instrumental.
    pub(super) fn doubt_instrumental(&mut self) {
        for piece in &mut self.pieces {
            piece.paradigm = piece.paradigm.doubtful_instrumental();
        }
    }
}
