//! The styles of cells, as far as they matter here: whether one shows dates, wraps its text, how large its letters are.

use super::super::xml::{Dom, Id, Vocabulary, attributes, decode};
use crate::row_height;
use std::collections::HashMap;

/// What a format shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Format {
    /// A number, or anything.
    #[default]
    Any,
    /// A day, a time or both.
    Date,
    /// Text alone.
    Text,
}

/// A style.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub format: Format,
    pub is_wrapped: bool,
    /// Of its letters, in points.
    pub size: f64,
    /// How much wider a column is for its letters than for those of the usual font.
    pub spread: f64,
}

impl Default for Style {
    fn default() -> Self {
        Self { format: Format::Any, is_wrapped: false, size: 11.0, spread: 1.0 }
    }
}

/// The styles of a workbook's cells, by their number.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: Vec<Style>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(dom: &Dom) -> Self {
        let mut codes: HashMap<u32, Format> = HashMap::new();
        let mut fonts: Vec<(f64, f64)> = Vec::new();
        let mut styles = Vec::new();
        for id in dom.walk(0) {
            let Some((Vocabulary::Sheet, name)) = dom.named(id) else { continue };
            let within = dom.named(dom.nodes[id].parent).map_or("", |(_, name)| name);
            let number = |wanted| value(dom, id, wanted).and_then(|id| id.parse::<u32>().ok());
            match (within, name) {
                (_, "numFmt") => {
                    let code = value(dom, id, "formatCode").unwrap_or_default();
                    codes.extend(number("numFmtId").map(|number| (number, custom(&code))));
                }
                ("fonts", "font") => fonts.push(font(dom, id)),
                ("cellXfs", "xf") => {
                    let format = number("numFmtId").unwrap_or(0);
                    let format = codes.get(&format).copied().unwrap_or_else(|| built_in(format));
                    let font = number("fontId").and_then(|font| fonts.get(font as usize));
                    let (size, spread) = font.copied().unwrap_or((11.0, 1.0));
                    let is_wrapped = dom.nodes[id].children.iter().any(|child| {
                        value(dom, *child, "wrapText").is_some_and(|wraps| matches!(&*wraps, "1" | "true"))
                    });
                    styles.push(Style { format, is_wrapped, size, spread });
                }
                _ => {}
            }
        }
        Self { styles }
    }

    /// A style by its number.
    pub fn of(&self, style: usize) -> Style {
        self.styles.get(style).copied().unwrap_or_default()
    }
}

/// The size of a font's letters in points, and how much narrower they are than those of the usual font.
fn font(dom: &Dom, id: Id) -> (f64, f64) {
    let child = |wanted: &str| {
        let children = dom.nodes[id].children.iter();
        let found = children.copied().find(|child| dom.named(*child).is_some_and(|(_, name)| name == wanted));
        found.and_then(|found| value(dom, found, "val"))
    };
    let size = child("sz").and_then(|size| size.parse().ok()).unwrap_or(11.0);
    (size, if child("name").is_some_and(|name| name.starts_with("Times")) { row_height::TIMES } else { 1.0 })
}

fn value(dom: &Dom, id: Id, wanted: &str) -> Option<String> {
    let tag = attributes(dom.start_tag(id));
    tag.iter().find(|(name, _)| *name == wanted).map(|(_, value)| decode(value).into_owned())
}

/// ECMA-376, part 1, 18.8.30.
const fn built_in(number: u32) -> Format {
    match number {
        14..=22 | 27..=36 | 45..=47 | 50..=58 => Format::Date,
        49 => Format::Text,
        _ => Format::Any,
    }
}

fn custom(code: &str) -> Format {
    if code.trim() == "@" {
        return Format::Text;
    }
    let (mut is_quoted, mut is_bracketed, mut is_escaped) = (false, false, false);
    for c in code.chars() {
        match c {
            _ if is_escaped => is_escaped = false,
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '\\' | '_' | '*' => is_escaped = true,
            '[' => is_bracketed = true,
            ']' => is_bracketed = false,
            'd' | 'm' | 'y' | 'h' | 's' | 'D' | 'M' | 'Y' | 'H' | 'S' if !is_bracketed => {
                return Format::Date;
            }
            _ => {}
        }
    }
    Format::Any
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_known_by_their_format() {
        for (code, expected) in [
            ("dd.mm.yyyy", Format::Date),
            ("[$-419]d\\ mmmm\\ yyyy\\ \"г.\"", Format::Date),
            ("#,##0.00\" руб. dd\"", Format::Any),
            ("[Red]0", Format::Any),
            ("@", Format::Text),
        ] {
            assert_eq!(custom(code), expected, "{code}");
        }
    }
}
