//! Formulas: every reference in one is found and may be rewritten; the rest stays as it is written.

use super::reference::{Corner, Span};

/// What stands for a reference whose cells have gone.
pub(super) const GONE: &str = "#REF!";

/// What becomes of a formula's references.
pub(super) trait Rewrite {
    /// The new name of a sheet, where it has one.
    fn sheet(&mut self, name: &str) -> Option<String>;
    /// What a reference becomes; `sheet` as the formula names it.
    fn span(&mut self, sheet: Option<&str>, span: Span) -> String;
}

/// The formula with each of its references rewritten.
pub(super) fn rewrite(formula: &str, by: &mut impl Rewrite) -> String {
    let (mut out, mut rest) = (String::with_capacity(formula.len() + 8), formula);
    // The sheet that the next reference names.
    let mut sheet: Option<String> = None;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '"' => quoted(rest, '"'),
            '\'' => {
                let length = quoted(rest, '\'');
                if rest[length..].starts_with('!') {
                    let name = rest[1..length.saturating_sub(1).max(1)].replace("''", "'");
                    prefix(&mut out, &rest[..length], &name, by);
                    rest = &rest[length + 1..];
                    sheet = Some(name);
                    continue;
                }
                length
            }
            '[' => bracketed(rest),
            '#' => {
                1 + rest[1..]
                    .find(|c: char| !c.is_ascii_uppercase() && !matches!(c, '/' | '0'..='9' | '!' | '?'))
                    .unwrap_or(rest.len() - 1)
            }
            c if is_word(c) => {
                let length = word(rest);
                let (text, after) = rest.split_at(length);
                if let Some(after) = after.strip_prefix('!') {
                    prefix(&mut out, text, text, by);
                    rest = after;
                    sheet = Some(text.to_owned());
                    continue;
                }
                if let Some((span, length)) = reference(rest, length) {
                    out.push_str(&by.span(sheet.take().as_deref(), span));
                    rest = &rest[length..];
                    continue;
                }
                length
            }
            c => c.len_utf8(),
        };
        sheet = None;
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out
}

/// The formula as it is where it is copied so many rows and columns on.
pub(super) fn moved(formula: &str, rows: i64, columns: i64) -> String {
    rewrite(formula, &mut Copied { rows, columns })
}

/// Whether a tag stands in a text of the formula, where no value may come.
pub(super) fn has_tag(formula: &str) -> bool {
    let (mut rest, mut quote) = (formula, None);
    while let Some(c) = rest.chars().next() {
        match quote {
            None if matches!(c, '"' | '\'') => quote = Some(c),
            Some(open) if open == c => quote = None,
            // The name of a sheet may hold one.
            None | Some('"') if rest.starts_with("{{") => return true,
            _ => {}
        }
        rest = &rest[c.len_utf8()..];
    }
    false
}

/// Words that make a workbook fetch what is elsewhere; each stands before a bracket.
const FETCHING: [&str; 4] = ["WEBSERVICE", "RTD", "CALL", "REGISTER.ID"];

/// What in a formula starts programs or fetches data, by its name.
pub(in super::super) fn fetches(formula: &str) -> Option<String> {
    let mut rest = formula;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '"' | '\'' => quoted(rest, c),
            // `cmd|'/c calc'!A0`
            '|' => return Some("DDE".to_owned()),
            c if is_word(c) => {
                let length = word(rest);
                let name = rest[..length].to_ascii_uppercase();
                let name = name.trim_start_matches("_XLFN.").trim_start_matches("_XLWS.");
                if rest[length..].starts_with('(') && FETCHING.contains(&name) {
                    return Some(name.to_owned());
                }
                length
            }
            c => c.len_utf8(),
        };
        rest = &rest[length..];
    }
    None
}

struct Copied {
    rows: i64,
    columns: i64,
}

impl Rewrite for Copied {
    fn sheet(&mut self, _: &str) -> Option<String> {
        None
    }

    fn span(&mut self, _: Option<&str>, span: Span) -> String {
        let corner = |corner: Corner| corner.moved(self.rows, self.columns);
        let moved = match (corner(span.first), span.last.map(corner)) {
            (Some(first), None) => Some(Span { first, last: None }),
            (Some(first), Some(Some(last))) => Some(Span { first, last: Some(last) }),
            _ => None,
        };
        moved.map_or_else(|| GONE.to_owned(), Span::text)
    }
}

fn prefix(out: &mut String, written: &str, name: &str, by: &mut impl Rewrite) {
    match by.sheet(name) {
        Some(name) => {
            out.push('\'');
            out.push_str(&name.replace('\'', "''"));
            out.push('\'');
        }
        None => out.push_str(written),
    }
    out.push('!');
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$' | '.' | '\\')
}

fn word(text: &str) -> usize {
    text.find(|c| !is_word(c)).unwrap_or(text.len())
}

/// A reference at the beginning of `text`, whose first word is so long; its length too.
fn reference(text: &str, length: usize) -> Option<(Span, usize)> {
    let first = Corner::read(&text[..length])?;
    if text[length..].starts_with('(') {
        return None;
    }
    if let Some(rest) = text[length..].strip_prefix(':') {
        let second = word(rest);
        if let Some(last) = Corner::read(&rest[..second])
            && (last.column == 0) == (first.column == 0)
            && !rest[second..].starts_with(['(', '!'])
        {
            return Some((Span { first, last: Some(last) }, length + 1 + second));
        }
    }
    // A number alone is a number.
    (first.column > 0).then_some((Span { first, last: None }, length))
}

/// How long the quoted text is that `text` begins with; a doubled quote is one of its own.
fn quoted(text: &str, quote: char) -> usize {
    let mut at = 1;
    while let Some(end) = text[at..].find(quote) {
        at += end + 1;
        if !text[at..].starts_with(quote) {
            return at;
        }
        at += 1;
    }
    text.len()
}

/// How long the brackets are that `text` begins with: the columns of a table.
fn bracketed(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '[' => depth += 1,
            ']' if depth == 1 => return at + 1,
            ']' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Shown;

    impl Rewrite for Shown {
        fn sheet(&mut self, name: &str) -> Option<String> {
            (name == "Итог").then(|| "И'тог".to_owned())
        }

        fn span(&mut self, sheet: Option<&str>, span: Span) -> String {
            let mut out = format!("<{}", sheet.map(|name| format!("{name}|")).unwrap_or_default());
            span.write(&mut out);
            out + ">"
        }
    }

    #[test]
    fn references_are_found_and_nothing_else() {
        for (formula, expected) in [
            ("SUM(C5:$C$7)+A1*2", "SUM(<C5:$C$7>)+<A1>*2"),
            ("LOG10(A1)&\"A1 \"\"B2\"", "LOG10(<A1>)&\"A1 \"\"B2\""),
            ("'Лист 1'!B2+Итог!C3", "'Лист 1'!<Лист 1|B2>+'И''тог'!<Итог|C3>"),
            ("SUM(5:7,C:C)+Таблица[[#All],[A1]]+Имя1", "SUM(<5:7>,C:C)+Таблица[[#All],[A1]]+Имя1"),
            ("IF(A1=#REF!,1.5E+3,-B2%)", "IF(<A1>=#REF!,1.5E+3,-<B2>%)"),
            ("A1#", "<A1>#"),
            ("A1:INDEX(B:B,3)", "<A1>:INDEX(B:B,3)"),
        ] {
            assert_eq!(rewrite(formula, &mut Shown), expected);
        }
    }

    #[test]
    fn a_copy_moves_what_is_not_fixed() {
        assert_eq!(moved("C5*$B5+C$2+$A$1", 2, 1), "D7*$B7+D$2+$A$1");
        assert_eq!(moved("A1", -1, 0), "#REF!");
    }

    #[test]
    fn what_fetches_is_named() {
        assert_eq!(fetches("cmd|'/c calc'!A0"), Some("DDE".to_owned()));
        assert_eq!(fetches("_xlfn.WEBSERVICE(A1)"), Some("WEBSERVICE".to_owned()));
        assert_eq!(fetches("SUM(A1)&\"a|b\"&'|'!A1"), None);
    }

    #[test]
    fn a_tag_may_stand_in_a_sheets_name_only() {
        assert!(has_tag("\"{{x}}\""));
        assert!(!has_tag("'{{x}}'!A1+SUM({1,2})"));
    }
}
