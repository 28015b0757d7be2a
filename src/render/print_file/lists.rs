//! Numbered lists: each document's begin anew.

use super::Parts;
use super::letter::{Letter, replace};
use super::relations::attribute;
use std::collections::BTreeMap;
use std::fmt::Write as _;

const NUMBERING: &str = "word/numbering.xml";

/// The lists of the print file.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// From a list's number to its markup, as the first document has them.
    known: BTreeMap<u32, String>,
    next: u32,
    is_begun: bool,
    added: String,
}

impl Lists {
    /// Those of the first document.
    pub fn of(parts: &Parts) -> Self {
        let text = parts.get(NUMBERING).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
        let mut known = BTreeMap::new();
        for rest in text.split("<w:num ").skip(1) {
            let markup = rest.split("</w:num>").next().unwrap_or_default();
            let number = attribute(&format!(" {markup}"), "w:numId").and_then(|number| number.parse().ok());
            known.extend(number.map(|number: u32| (number, markup.to_owned())));
        }
        let next = known.keys().max().map_or(1, |last| last + 1);
        Self { known, next, is_begun: false, added: String::new() }
    }

    /// Gives the lists of every document but the first numbers of their own.
    pub fn restart(&mut self, letter: &mut Letter) {
        if !std::mem::replace(&mut self.is_begun, true) {
            return;
        }
        let mut own = BTreeMap::new();
        for piece in letter.pieces.iter_mut().filter(|piece| piece.starts_with("<w:numId ")) {
            replace(piece, "w:val", |old| {
                let old: u32 = old.parse().ok()?;
                let markup = self.known.get(&old)?;
                let new = *own.entry(old).or_insert_with(|| {
                    let new = self.next;
                    self.next += 1;
                    let inner = markup.split_once('>').map_or("", |(_, inner)| inner);
                    let _ = write!(self.added, "<w:num w:numId=\"{new}\">{inner}");
                    // A list that overrides its levels already says where they begin.
                    if !inner.contains("<w:lvlOverride") {
                        for level in 0..9 {
                            let _ = write!(
                                self.added,
                                "<w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
                            );
                        }
                    }
                    self.added.push_str("</w:num>");
                    new
                });
                Some(new.to_string())
            });
        }
    }

    /// Writes the new lists after the old.
    pub fn write(&self, parts: &mut Parts) {
        let Some(part) = parts.get_mut(NUMBERING).filter(|_| !self.added.is_empty()) else { return };
        let mut text = String::from_utf8_lossy(part).into_owned();
        if let Some(end) = text.rfind("</w:num>") {
            text.insert_str(end + "</w:num>".len(), &self.added);
            *part = text.into_bytes();
        }
    }
}
