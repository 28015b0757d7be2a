//! Small steps over XML events that all readers of XML share: attributes, text with its references, no entities of a stranger's own.

use super::refusal::Refusal;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::borrow::Cow;
use std::io::BufRead;

/// Events of one part, under its name for refusals.
pub struct Events<'a> {
    reader: Reader<&'a mut dyn BufRead>,
    buffer: Vec<u8>,
    place: &'a str,
}

impl<'a> Events<'a> {
    /// The events of `source`.
    pub fn new(source: &'a mut dyn BufRead, place: &'a str) -> Self {
        let mut reader = Reader::from_reader(source);
        // End names are checked by hand where a reader nests; comments hold nothing.
        reader.config_mut().check_comments = false;
        Self { reader, buffer: Vec::with_capacity(1024), place }
    }

    /// The next event; `None` at the end.
    ///
    /// # Errors
    /// Damage, and [`Refusal::Entities`] for a document type that declares any.
    pub fn next(&mut self) -> Result<Option<Event<'_>>, Refusal> {
        self.buffer.clear();
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(Event::Eof) => Ok(None),
            Ok(Event::DocType(kind)) if kind.contains('[') => Err(Refusal::Entities),
            Ok(event) => Ok(Some(event)),
            Err(_) => Err(Refusal::damaged(self.place)),
        }
    }

    /// Shows `read` what the source holds at hand behind the last event, which must have been a tag, and passes over the bytes that it took.
    /// What it takes has to be whole elements.
    ///
    /// # Errors
    /// Damage.
    pub fn take(&mut self, read: impl FnOnce(&[u8]) -> Result<usize, Refusal>) -> Result<(), Refusal> {
        let source = self.reader.get_mut();
        let taken = read(source.fill_buf().map_err(|_| Refusal::damaged(self.place))?)?;
        source.consume(taken);
        Ok(())
    }

    /// Damage of this part.
    pub fn damaged(&self) -> Refusal {
        Refusal::damaged(self.place)
    }
}

/// The value of the attribute of that local name, references resolved.
pub fn attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Option<Cow<'e, str>> {
    raw_attributes(element.attributes_raw())
        .find(|(key, _)| key.rsplit(':').next() == Some(name))
        .map(|(_, value)| unescape(value).unwrap_or(Cow::Borrowed(value)))
}

/// Names and values of attributes as they are written. Malformed ones end the list: what they were to say stays unsaid.
pub fn raw_attributes(raw: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = raw;
    std::iter::from_fn(move || {
        // By bytes: a sheet has millions of attributes of a few letters each.
        let bytes = rest.as_bytes();
        let equals = bytes.iter().position(|byte| *byte == b'=')?;
        let start =
            equals + 1 + bytes.get(equals + 1..)?.iter().position(|byte| !byte.is_ascii_whitespace())?;
        let quote = *bytes.get(start).filter(|quote| matches!(quote, b'"' | b'\''))?;
        let length = bytes.get(start + 1..)?.iter().position(|byte| *byte == quote)?;
        let found = (rest.get(..equals)?.trim(), rest.get(start + 1..start + 1 + length)?);
        rest = rest.get(start + length + 2..)?;
        Some(found)
    })
}

/// Adds what a reference in text stands for.
///
/// # Errors
/// Damage, where it stands for nothing.
pub fn push_reference(reference: &BytesRef<'_>, text: &mut String, place: &str) -> Result<(), Refusal> {
    let damaged = || Refusal::damaged(place);
    if let Some(letter) = reference.resolve_char_ref().map_err(|_| damaged())? {
        text.push(letter);
        return Ok(());
    }
    let resolved = quick_xml::escape::resolve_xml_entity(reference).ok_or_else(damaged)?;
    text.push_str(resolved);
    Ok(())
}

/// Whether an attribute's value says yes.
pub fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_in_either_quotes_and_resolved() {
        let element = BytesStart::from_content(r#"c r="B7" x:s='3' n = "a &amp; b""#, 1);
        assert_eq!(attribute(&element, "r").as_deref(), Some("B7"));
        assert_eq!(attribute(&element, "s").as_deref(), Some("3"));
        assert_eq!(attribute(&element, "n").as_deref(), Some("a & b"));
        assert_eq!(attribute(&element, "t"), None);
    }
}
