//! One document's body on its way into the print file: its tags, renamed and counted, its sections, closed.

use super::relations::{Relations, attribute};
use super::{Counters, Parts, PrintFileError};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A body as its tags and the texts between them.
#[derive(Debug)]
pub(super) struct Letter {
    /// Tags begin with `<`; the rest is text.
    pub pieces: Vec<String>,
}

/// What follows the count of pages in a section's properties.
const AFTER_NUMBERS: [&str; 11] = [
    "<w:cols",
    "<w:formProt",
    "<w:vAlign",
    "<w:noEndnote",
    "<w:titlePg",
    "<w:textDirection",
    "<w:bidi",
    "<w:rtlGutter",
    "<w:docGrid",
    "<w:printerSettings",
    "<w:sectPrChange",
];
/// A paragraph that only ends a section, after a table that is the last of its document: it takes no room.
const THIN: &str = "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr></w:pPr></w:p>";

/// A document's part up to and with the body's start tag, and the body's content.
pub(super) fn body(document: &str) -> Result<(&str, &str), PrintFileError> {
    let start = document.find("<w:body").and_then(|at| Some(at + document.get(at..)?.find('>')? + 1));
    let (start, end) = start.zip(document.rfind("</w:body>")).ok_or(PrintFileError::NoBody)?;
    document.get(..start).zip(document.get(start..end)).ok_or(PrintFileError::NoBody)
}

/// Makes the properties at the end of the body those of its last paragraph: another document follows.
pub(super) fn end_section(body: &mut String) {
    let Some(start) = body.rfind("<w:sectPr") else { return };
    let section = body.split_off(start);
    // The paragraph that ends the body, where one does, and not a table.
    let last = if body.ends_with("<w:p/>") {
        body.truncate(body.len() - "<w:p/>".len());
        "<w:p></w:p>".to_owned()
    } else if body.ends_with("</w:p>") {
        let start = last_paragraph(body);
        body.split_off(start)
    } else {
        THIN.to_owned()
    };
    body.push_str(&with_section(&last, &section));
}

/// Where the last paragraph of the text begins; paragraphs nest in text boxes.
fn last_paragraph(text: &str) -> usize {
    let (mut depth, mut end) = (0_usize, text.len());
    while let Some(at) = text[..end].rfind('<') {
        let tag = &text[at..end];
        if tag.starts_with("</w:p>") {
            depth += 1;
        } else if tag.starts_with("<w:p>") || (tag.starts_with("<w:p ") && !is_empty(tag)) {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at;
            }
        }
        end = at;
    }
    text.len()
}

fn is_empty(tag: &str) -> bool {
    tag.split('>').next().is_some_and(|tag| tag.ends_with('/'))
}

/// The paragraph with a section's properties among its own.
fn with_section(paragraph: &str, section: &str) -> String {
    let open = paragraph.find('>').map_or(0, |end| end + 1);
    let (start, rest) = paragraph.split_at(open);
    if let Some(rest) = rest.strip_prefix("<w:pPr/>") {
        return format!("{start}<w:pPr>{section}</w:pPr>{rest}");
    }
    if !rest.starts_with("<w:pPr>") {
        return format!("{start}<w:pPr>{section}</w:pPr>{rest}");
    }
    let end = rest.find("</w:pPr>").unwrap_or(rest.len());
    let end = rest[..end].find("<w:pPrChange").unwrap_or(end);
    format!("{start}{}{section}{}", &rest[..end], &rest[end..])
}

impl Letter {
    /// Reads a body; one without a section's properties gets some.
    pub fn read(body: &str) -> Result<Self, PrintFileError> {
        let mut pieces = Vec::new();
        let mut rest = body;
        while let Some(start) = rest.find('<') {
            let end = rest[start..].find('>').ok_or(PrintFileError::NoBody)? + start + 1;
            if start > 0 {
                pieces.push(rest[..start].to_owned());
            }
            pieces.push(rest[start..end].to_owned());
            rest = &rest[end..];
        }
        let is_section = |piece: &String| piece.starts_with("</w:sectPr>") || piece.starts_with("<w:sectPr/");
        if pieces.last().is_some_and(|piece| piece == "<w:sectPr/>") {
            pieces.pop();
        }
        if !pieces.last().is_some_and(is_section) {
            pieces.extend(["<w:sectPr>".to_owned(), "</w:sectPr>".to_owned()]);
        }
        Ok(Self { pieces })
    }

    /// Gives relationships, drawings and bookmarks the print file's own names.
    pub fn rename(&mut self, names: &BTreeMap<String, String>, counters: &mut Counters) {
        let is_single = self.pieces.iter().filter(|piece| piece.starts_with("<w:sectPr")).count() == 1;
        let (letter, mut bookmarks) = (counters.letters, BTreeMap::new());
        let (mut is_instruction, mut known) = (false, Vec::new());
        for piece in &mut self.pieces {
            if !piece.starts_with('<') {
                if is_instruction {
                    if is_single {
                        *piece = piece.replace("NUMPAGES", "SECTIONPAGES");
                    }
                    let words = piece.split(' ').map(|word| {
                        if known.iter().any(|name: &String| name == word) {
                            format!("{word}_{letter}")
                        } else {
                            word.to_owned()
                        }
                    });
                    *piece = words.collect::<Vec<_>>().join(" ");
                }
                continue;
            }
            is_instruction = piece.starts_with("<w:instrText");
            for key in ["r:id", "r:embed", "r:link", "r:pict", "r:dm", "r:lo", "r:qs", "r:cs"] {
                replace(piece, key, |old| names.get(old).cloned());
            }
            for key in ["w14:paraId", "w14:textId"] {
                if let Some(value) = attribute(piece, key) {
                    *piece = piece.replacen(&format!(" {key}=\"{value}\""), "", 1);
                }
            }
            if piece.starts_with("<wp:docPr ") {
                counters.drawings += 1;
                replace(piece, "id", |_| Some(counters.drawings.to_string()));
            } else if piece.starts_with("<w:bookmarkStart ") || piece.starts_with("<w:bookmarkEnd ") {
                replace(piece, "w:id", |old| {
                    let id = bookmarks.entry(old.to_owned()).or_insert_with(|| {
                        counters.bookmarks += 1;
                        counters.bookmarks
                    });
                    Some(id.to_string())
                });
                known.extend(attribute(piece, "w:name"));
                replace(piece, "w:name", |old| Some(format!("{old}_{letter}")));
            } else if piece.starts_with("<w:hyperlink ") {
                replace(piece, "w:anchor", |old| Some(format!("{old}_{letter}")));
            } else if piece.starts_with("<w:fldSimple ") && is_single {
                replace(piece, "w:instr", |old| Some(old.replace("NUMPAGES", "SECTIONPAGES")));
            }
        }
    }

    /// Has its pages counted from 1 on a page of its own, with no header of the document before it.
    pub fn number_pages(&mut self, relations: &mut Relations, parts: &mut Parts) {
        let mut kinds: Vec<(&str, String)> = Vec::new();
        for piece in &self.pieces {
            for element in ["headerReference", "footerReference"] {
                let kind =
                    piece.strip_prefix(&format!("<w:{element} ")).and_then(|_| attribute(piece, "w:type"));
                kinds.extend(kind.map(|kind| (element, kind)).filter(|kind| !kinds.contains(kind)));
            }
        }
        let Some(start) = self.pieces.iter().position(|piece| piece.starts_with("<w:sectPr")) else { return };
        let length = self.pieces[start..].iter().position(|piece| piece == "</w:sectPr>").unwrap_or(0);
        let section = &mut self.pieces[start..=start + length];
        for piece in section.iter_mut().filter(|piece| piece.starts_with("<w:type ")) {
            replace(piece, "w:val", |kind| (kind == "continuous").then(|| "nextPage".to_owned()));
        }
        let place = section.iter().position(|piece| piece.starts_with("<w:pgNumType"));
        match place {
            Some(place) => {
                if attribute(&section[place], "w:start").is_none() {
                    section[place] = section[place].replacen("<w:pgNumType", "<w:pgNumType w:start=\"1\"", 1);
                }
            }
            None => {
                let is_after = |piece: &String| AFTER_NUMBERS.iter().any(|after| piece.starts_with(after));
                let at = section.iter().position(is_after).unwrap_or(length);
                section[at].insert_str(0, "<w:pgNumType w:start=\"1\"/>");
            }
        }
        for (element, kind) in kinds {
            let is_own = |piece: &String| {
                piece.starts_with(&format!("<w:{element} "))
                    && attribute(piece, "w:type").as_ref() == Some(&kind)
            };
            if !section.iter().any(is_own) {
                let id = relations.empty(element, parts);
                let _ = write!(section[0], "<w:{element} w:type=\"{kind}\" r:id=\"{id}\"/>");
            }
        }
    }

    /// The body.
    pub fn finish(self) -> String {
        self.pieces.concat()
    }
}

/// Replaces an attribute's value where `new` gives another.
pub(super) fn replace(tag: &mut String, name: &str, new: impl FnOnce(&str) -> Option<String>) {
    if let Some(old) = attribute(tag, name)
        && let Some(new) = new(&old)
    {
        *tag = tag.replacen(&format!(" {name}=\"{old}\""), &format!(" {name}=\"{new}\""), 1);
    }
}
