//! Finds tags in a text, and cleans what Word's autocorrection does to them.

use std::ops::Range;

/// What stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A whole tag: its bytes, braces included.
    Tag(Range<usize>),
    /// `{{` with no `}}` after it.
    Unclosed(usize),
    /// `}}` with no `{{` before it.
    Stray(usize),
    /// `{{{`, which would switch escaping off in other languages.
    Triple(usize),
}

/// All tags of a text, in order.
pub(super) fn scan(text: &str) -> Vec<Found> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(rest) = text.get(at..) {
        let (open, close) = (rest.find("{{"), rest.find("}}"));
        match (open, close) {
            (Some(open), close) if close.is_none_or(|close| open < close) => {
                let start = at + open;
                if text[start..].starts_with("{{{") {
                    found.push(Found::Triple(start));
                    at = start + text[start..].find(|c| c != '{').unwrap_or(text.len() - start);
                    at = text[at..].find("}}").map_or(text.len(), |end| at + end + 2);
                    at += text[at..].len() - text[at..].trim_start_matches('}').len();
                    continue;
                }
                match end(&text[start + 2..]) {
                    // A tag that swallows the next one's opening was never closed.
                    Some(length) if !text[start + 2..start + 2 + length].contains("{{") => {
                        found.push(Found::Tag(start..start + 2 + length + 2));
                        at = start + 2 + length + 2;
                    }
                    _ => {
                        found.push(Found::Unclosed(start));
                        at = start + 2;
                    }
                }
            }
            (_, Some(close)) => {
                found.push(Found::Stray(at + close));
                at += close + 2;
            }
            (_, None) => break,
        }
    }
    found
}

/// Where the tag ends that starts at the beginning of `text`: the first `}}` outside quotes, else the first at all.
fn end(text: &str) -> Option<usize> {
    if text.starts_with("!--") {
        return text.find("--}}").map(|at| at + 2).or_else(|| text.find("}}"));
    }
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match quote {
            None if text[at..].starts_with("}}") && !text.starts_with('!') => return Some(at),
            None => quote = closing(c),
            Some(close) if c == close => quote = None,
            Some(_) => {}
        }
    }
    text.find("}}")
}

/// The quote that closes what `c` opens.
const fn closing(c: char) -> Option<char> {
    match c {
        '"' => Some('"'),
        '\'' => Some('\''),
        '«' => Some('»'),
        '“' => Some('”'),
        '„' => Some('“'),
        '‘' => Some('’'),
        _ => None,
    }
}

/// What stands between the braces, in plain characters: any quotes become straight, any space a space, invisible characters go.
/// Inside quotes everything stays as it is.
pub(super) fn clean(inner: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(inner.len()), inner);
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        // Word pairs quotes by language: „a“, “a”, ”a”, «a».
        let closers: &[char] = match c {
            '"' => &['"'],
            '\'' => &['\''],
            '«' => &['»'],
            '“' | '”' | '„' => &['”', '“', '"'],
            '‘' | '’' => &['’', '‘', '\''],
            _ => &[],
        };
        if let Some(end) = after.find(closers).filter(|_| !closers.is_empty()) {
            let text = &after[..end];
            if text.contains('"') && !text.contains('\'') {
                out.extend(['\'']);
                out.push_str(text);
                out.push('\'');
            } else if c == '\'' {
                out.push('\'');
                out.push_str(text);
                out.push('\'');
            } else {
                out.push('"');
                out.push_str(text);
                out.push('"');
            }
            let closer = after[end..].chars().next().map_or(0, char::len_utf8);
            rest = &after[end + closer..];
            continue;
        }
        match c {
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {}
            '\u{2010}' | '\u{2011}' => out.push('-'),
            c if c.is_whitespace() => out.push(' '),
            c => out.push(c),
        }
        rest = after;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_and_broken_ones_named() {
        assert_eq!(scan("а {{б}} в {{г \"}}\"}}"), [Found::Tag(3..9), Found::Tag(13..24)]);
        assert_eq!(scan("{{а {{б}}"), [Found::Unclosed(0), Found::Tag(5..11)]);
        assert_eq!(scan("а}} {{б"), [Found::Stray(2), Found::Unclosed(5)]);
        assert_eq!(scan("{{{а}}}!"), [Found::Triple(0)]);
        assert_eq!(scan("{{!-- а }} --}}"), [Found::Tag(0..16)]);
        assert_eq!(scan("{ {а} }"), []);
    }

    #[test]
    fn what_word_writes_into_tags_is_cleaned() {
        assert_eq!(clean("дата\u{a0}d «цифрами»"), "дата d \"цифрами\"");
        assert_eq!(clean("или x “—”"), "или x \"—\"");
        assert_eq!(clean("или x ”—”"), "или x \"—\"");
        assert_eq!(clean("или x \"ООО «Заря»\""), "или x \"ООО «Заря»\"");
        assert_eq!(clean("по\u{200b}ле"), "поле");
    }
}
