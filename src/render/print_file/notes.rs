//! Footnotes and endnotes: each document's go along, counted anew.

use super::letter::{Letter, replace};
use super::relations::attribute;
use super::{Parts, PrintFileError};
use std::collections::BTreeMap;

/// A kind of note: its part, its element, the tag that refers to it.
#[derive(Debug)]
pub(super) struct Kind {
    part: &'static str,
    relations: &'static str,
    element: &'static str,
    reference: &'static str,
}

/// Both kinds.
pub(super) const KINDS: [Kind; 2] = [
    Kind {
        part: "word/footnotes.xml",
        relations: "word/_rels/footnotes.xml.rels",
        element: "w:footnote",
        reference: "<w:footnoteReference ",
    },
    Kind {
        part: "word/endnotes.xml",
        relations: "word/_rels/endnotes.xml.rels",
        element: "w:endnote",
        reference: "<w:endnoteReference ",
    },
];

/// The notes of one kind.
#[derive(Debug)]
pub(super) struct Notes {
    kind: &'static Kind,
    next: i64,
    is_begun: bool,
    added: String,
}

impl Notes {
    /// Those of the first document.
    pub fn of(kind: &'static Kind, parts: &Parts) -> Self {
        let last = notes(kind, parts).into_iter().map(|(id, _)| id).max().unwrap_or(0);
        Self { kind, next: last + 1, is_begun: false, added: String::new() }
    }

    /// Takes those that a document refers to, except the first document's, which are there.
    pub fn take(&mut self, parts: &Parts, letter: &mut Letter) -> Result<(), PrintFileError> {
        let references = letter.pieces.iter_mut().filter(|piece| piece.starts_with(self.kind.reference));
        let mut references = references.peekable();
        let is_first = !std::mem::replace(&mut self.is_begun, true);
        if references.peek().is_none() || is_first {
            return Ok(());
        }
        if parts.contains_key(self.kind.relations) {
            return Err(PrintFileError::Unfit("сноски со ссылками или рисунками"));
        }
        let notes: BTreeMap<i64, String> = notes(self.kind, parts).into_iter().collect();
        for piece in references {
            replace(piece, "w:id", |old| {
                let note = notes.get(&old.parse().ok()?)?;
                let new = self.next;
                self.next += 1;
                self.added.push_str(&note.replacen(
                    &format!(" w:id=\"{old}\""),
                    &format!(" w:id=\"{new}\""),
                    1,
                ));
                Some(new.to_string())
            });
        }
        Ok(())
    }

    /// Writes the new notes after the old.
    pub fn write(&self, parts: &mut Parts) {
        let Some(part) = parts.get_mut(self.kind.part).filter(|_| !self.added.is_empty()) else { return };
        let mut text = String::from_utf8_lossy(part).into_owned();
        if let Some(end) = text.rfind("</") {
            text.insert_str(end, &self.added);
            *part = text.into_bytes();
        }
    }
}

/// The notes of a part with their ids.
fn notes(kind: &Kind, parts: &Parts) -> Vec<(i64, String)> {
    let text = parts.get(kind.part).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    let (open, close) = (format!("<{} ", kind.element), format!("</{}>", kind.element));
    let note = |rest: &str| {
        let markup = format!("{open}{}{close}", rest.split(&close).next()?);
        let id = attribute(markup.split('>').next()?, "w:id")?.parse().ok()?;
        Some((id, markup))
    };
    text.split(&open).skip(1).filter_map(note).collect()
}
