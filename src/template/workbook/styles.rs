//! What kind of value the format of a cell shows: it decides whether a date is written as a date or as text.

use super::super::xml::{Dom, Vocabulary, attributes, decode};
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

/// The formats of a workbook's cells, by the number of their style.
#[derive(Debug, Default)]
pub(super) struct Formats {
    styles: Vec<Format>,
}

impl Formats {
    /// Reads `styles.xml`.
    pub fn read(dom: &Dom) -> Self {
        let mut codes: HashMap<u32, Format> = HashMap::new();
        let mut styles = Vec::new();
        for id in dom.walk(0) {
            let Some((Vocabulary::Sheet, name)) = dom.named(id) else { continue };
            let tag = attributes(dom.start_tag(id));
            let attribute =
                |wanted: &str| tag.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value);
            let number = attribute("numFmtId").and_then(|id| id.parse().ok());
            match (name, number) {
                ("numFmt", Some(number)) => {
                    codes.insert(number, custom(&decode(attribute("formatCode").unwrap_or_default())));
                }
                ("xf", number) if dom.named(dom.nodes[id].parent) == Some((Vocabulary::Sheet, "cellXfs")) => {
                    styles.push(number.unwrap_or(0));
                }
                _ => {}
            }
        }
        let format = |number: u32| codes.get(&number).copied().unwrap_or_else(|| built_in(number));
        Self { styles: styles.into_iter().map(format).collect() }
    }

    /// The format of a style.
    pub fn of(&self, style: usize) -> Format {
        self.styles.get(style).copied().unwrap_or_default()
    }
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
