//! Replacements in a text, collected in any order and made at once.

use std::fmt::Write as _;
use std::ops::Range;

/// Replacements by byte ranges of one text; an empty range inserts.
#[derive(Default)]
pub struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    /// Puts `text` in place of `range`.
    pub fn replace(&mut self, range: Range<usize>, text: String) {
        self.0.push((range, text));
    }

    /// Puts `text` in front of what stands at `at`.
    pub fn insert(&mut self, at: usize, text: String) {
        self.0.push((at..at, text));
    }

    /// `text` with all of them made; `None` where two overlap or one lies outside.
    pub fn make(mut self, text: &str) -> Option<String> {
        self.0.sort_by_key(|(range, _)| range.start);
        let mut out =
            String::with_capacity(text.len() + self.0.iter().map(|(_, new)| new.len()).sum::<usize>());
        let mut done = 0;
        for (range, new) in self.0 {
            out.push_str(text.get(done..range.start)?);
            out.push_str(&new);
            done = range.end;
        }
        out.push_str(text.get(done..)?);
        Some(out)
    }
}

/// An opening tag with `attributes` set: those it has are replaced, others added.
pub fn with_attributes(tag: &str, attributes: &[(&str, &str)]) -> Option<String> {
    let inner = tag.strip_prefix('<')?.strip_suffix('>')?;
    let (inner, close) = inner.strip_suffix('/').map_or((inner, ">"), |inner| (inner, "/>"));
    let name = inner.split_ascii_whitespace().next()?;
    let mut out = format!("<{name}");
    for (key, value) in crate::input::xml::raw_attributes(inner.get(name.len()..)?) {
        if !attributes.iter().any(|(new, _)| *new == key) {
            let quote = if value.contains('"') { '\'' } else { '"' };
            let _ = write!(out, " {key}={quote}{value}{quote}");
        }
    }
    for (key, value) in attributes {
        let _ = write!(out, " {key}=\"{value}\"");
    }
    Some(out + close)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_replaced_and_added() {
        let tag = with_attributes(r#"<x:c r="B7" s='3' t="s"/>"#, &[("s", "9"), ("u", "1")]);
        assert_eq!(tag.as_deref(), Some(r#"<x:c r="B7" t="s" s="9" u="1"/>"#));
    }

    #[test]
    fn edits_are_made_at_once_and_never_over_one_another() {
        let mut edits = Edits::default();
        edits.insert(3, "!".into());
        edits.replace(0..1, "б".into());
        assert_eq!(edits.make("abc").as_deref(), Some("бbc!"));
        let mut crossed = Edits::default();
        crossed.replace(0..2, String::new());
        crossed.replace(1..3, String::new());
        assert_eq!(crossed.make("abc"), None);
    }
}
