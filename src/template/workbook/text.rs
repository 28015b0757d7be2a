//! The text of cells: shared and inline strings as runs, and what it becomes with its tags.

use super::super::flat::{Flat, nested};
use super::super::heal::{Spot, escape};
use super::super::program::{Mode, Step};
use super::super::tag::Tag;
use super::super::xml::{Dom, Id, Kind, Vocabulary, decode};
use std::ops::Range;

/// A stretch of a cell's text in one format.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// The markup of its format; empty where it has none.
    pub properties: String,
    pub text: String,
}

/// A cell's text.
#[derive(Clone, Debug, Default)]
pub(super) struct Text {
    pub runs: Vec<Run>,
    pub is_rich: bool,
}

impl Text {
    /// Reads the element around it: `si`, `is`.
    pub fn read(dom: &Dom, element: Id) -> Self {
        let mut text = Self::default();
        for child in &dom.nodes[element].children {
            match dom.named(*child) {
                Some((Vocabulary::Sheet, "t")) => {
                    text.runs.push(Run { properties: String::new(), text: content(dom, *child) });
                }
                Some((Vocabulary::Sheet, "r")) => {
                    text.is_rich = true;
                    let parts = &dom.nodes[*child].children;
                    let part =
                        |name| parts.iter().find(|part| dom.named(**part) == Some((Vocabulary::Sheet, name)));
                    text.runs.push(Run {
                        properties: part("rPr").map(|id| dom.markup(*id).to_owned()).unwrap_or_default(),
                        text: part("t").map(|id| content(dom, *id)).unwrap_or_default(),
                    });
                }
                _ => {}
            }
        }
        text
    }

    /// A text without formats.
    pub fn plain(text: String) -> Self {
        Self { runs: vec![Run { properties: String::new(), text }], is_rich: false }
    }

    /// All of it.
    pub fn whole(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// What makes the content of an inline string, for the tags that stay in the cell: each in the format of its first character.
    pub fn steps(&self, prefix: &str, tags: &[(Range<usize>, usize)], spots: &[Spot]) -> Vec<Step> {
        let mut flat = Vec::new();
        let mut start = 0;
        if !self.is_rich {
            flat.push(Flat::Text(format!("<{prefix}t xml:space=\"preserve\">")));
        }
        for run in &self.runs {
            let span = start..start + run.text.len();
            let (mut at, base) = (span.start, span.start);
            let text = |range: Range<usize>| {
                self.wrap(prefix, run, escape(&run.text[range.start - base..range.end - base]))
            };
            for (range, spot) in
                tags.iter().filter(|(range, _)| range.start < span.end && range.end > span.start)
            {
                if range.start > at {
                    flat.extend(text(at..range.start));
                }
                if range.start >= span.start {
                    // Blocks stand between runs, so that whatever they leave out is whole.
                    let is_block = spots[*spot].tag.is_block();
                    let tag = Flat::Tag(*spot);
                    if self.is_rich && !is_block {
                        let [open, close] = around(prefix, run);
                        flat.extend([Flat::Text(open), tag, Flat::Text(close)]);
                    } else {
                        flat.push(tag);
                    }
                }
                at = range.end.min(span.end);
            }
            if at < span.end {
                flat.extend(text(at..span.end));
            }
            start = span.end;
        }
        if !self.is_rich {
            flat.push(Flat::Text(format!("</{prefix}t>")));
        }
        // What is unpaired was told with the rows.
        nested(&flat, spots, &mut Vec::new(), &Mode::Cell)
    }

    /// The one value that the cell is, where it is a single tag.
    pub fn single<'s>(&self, tags: &[(Range<usize>, usize)], spots: &'s [Spot]) -> Option<&'s Tag> {
        let [(range, spot)] = tags else { return None };
        let whole = self.whole();
        let is_alone = whole[..range.start].trim().is_empty() && whole[range.end..].trim().is_empty();
        Some(&spots[*spot].tag).filter(|_| is_alone)
    }

    fn wrap(&self, prefix: &str, run: &Run, text: String) -> Option<Flat> {
        if text.is_empty() {
            return None;
        }
        let [open, close] = around(prefix, run);
        Some(Flat::Text(if self.is_rich { format!("{open}{text}{close}") } else { text }))
    }
}

/// The markup around the text of a run.
fn around(prefix: &str, run: &Run) -> [String; 2] {
    [
        format!("<{prefix}r>{}<{prefix}t xml:space=\"preserve\">", run.properties),
        format!("</{prefix}t></{prefix}r>"),
    ]
}

/// The character data right under an element.
pub(super) fn content(dom: &Dom, element: Id) -> String {
    let texts = dom.nodes[element].children.iter().filter_map(|child| match &dom.nodes[*child].kind {
        Kind::Text(span) => Some(decode(&dom.source[span.clone()]).into_owned()),
        _ => None,
    });
    texts.collect()
}
