//! Values as markup: escaped so that they can never change its structure.

use super::link::encode;
use super::program::Mode;
use crate::value::Span;
use std::borrow::Cow;

/// Puts a separator behind what was made; in a run it takes the formatting of what came last.
pub(super) fn join(separator: &str, mode: &Mode, out: &mut String) {
    // In a rich cell too it goes on in the run that came last.
    if *mode == Mode::Cell && out.ends_with("</t></r>") {
        out.truncate(out.len() - "</t></r>".len());
        escape(separator, mode, out);
        return out.push_str("</t></r>");
    }
    if !matches!(mode, Mode::Text | Mode::Rich(_)) {
        return escape(separator, mode, out);
    }
    // Behind whole paragraphs it ends the last one; behind rows and tables there is no place for it.
    let ends = out.ends_with("</w:p>");
    if ends {
        out.truncate(out.len() - "</w:p>".len());
    }
    if out.ends_with("</a:t></a:r>") {
        out.truncate(out.len() - "</a:t></a:r>".len());
        escape(separator, &Mode::Plain, out);
        out.push_str("</a:t></a:r>");
    } else if out.ends_with("</w:r>") {
        let is_text = out.ends_with("</w:t></w:r>");
        if is_text {
            out.truncate(out.len() - "</w:r>".len());
        } else {
            out.push_str("<w:r>");
        }
        out.push_str("<w:t xml:space=\"preserve\">");
        escape(separator, &Mode::Text, out);
        out.push_str("</w:t></w:r>");
    }
    if ends {
        out.push_str("</w:p>");
    }
}

/// Whether the stretches are the whole of a text: what a helper has changed has lost them.
pub(super) fn is_whole(spans: &[Span], text: &str) -> bool {
    let mut rest = text;
    spans.iter().all(|span| match rest.strip_prefix(&*span.text) {
        Some(after) => {
            rest = after;
            true
        }
        None => false,
    }) && rest.is_empty()
}

/// Writes stretches of text into a run that is open, each in a run of its own; a run like the first one is open again behind them.
pub(super) fn rich(spans: &[Span], properties: &str, out: &mut String) {
    for span in spans {
        let own = emphasised(properties, span.is_bold, span.is_italic);
        out.push_str("</w:t></w:r><w:r>");
        out.push_str(&own);
        out.push_str("<w:t xml:space=\"preserve\">");
        escape(&span.text, &Mode::Text, out);
    }
    out.push_str("</w:t></w:r><w:r>");
    out.push_str(properties);
    out.push_str("<w:t xml:space=\"preserve\">");
}

/// A run's properties, bold or italic besides: these stand behind its style and its face (ECMA-376, part 1, 17.3.2.28).
fn emphasised(properties: &str, is_bold: bool, is_italic: bool) -> String {
    let inner = properties
        .split_once('>')
        .and_then(|(_, rest)| rest.rsplit_once("</"))
        .map_or("", |(inner, _)| inner);
    let (mut first, mut rest) = (String::new(), String::new());
    let mut flags = [("b", is_bold), ("bCs", is_bold), ("i", is_italic), ("iCs", is_italic)]
        .map(|(name, on)| (name, if on { format!("<w:{name}/>") } else { String::new() }));
    let mut is_flat = true;
    for element in inner.split_inclusive('>') {
        // What has children stands behind all that is of interest here.
        is_flat &= element.ends_with("/>");
        if !is_flat {
            rest.push_str(element);
            continue;
        }
        let name: String =
            element.trim_start_matches("<w:").chars().take_while(char::is_ascii_alphanumeric).collect();
        match flags.iter_mut().find(|(known, _)| *known == name) {
            Some((_, flag)) if flag.is_empty() => element.clone_into(flag),
            Some(_) => {}
            None if matches!(name.as_str(), "rStyle" | "rFonts") => first.push_str(element),
            None => rest.push_str(element),
        }
    }
    let flags: String = flags.into_iter().map(|(_, flag)| flag).collect();
    let inner = first + &flags + &rest;
    if inner.is_empty() { inner } else { format!("<w:rPr>{inner}</w:rPr>") }
}

/// Control characters and what XML 1.0 has no place for.
pub(super) fn is_forbidden(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// Writes a value so that it can never be markup.
pub(super) fn escape(text: &str, mode: &Mode, out: &mut String) {
    if *mode == Mode::Target {
        return encode(text, out);
    }
    if *mode == Mode::Header && text.starts_with(|c: char| c.is_ascii_digit()) {
        // Digits right after a code would be the size of the font.
        let digits = out.len() - out.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        if digits > 0 && out[..out.len() - digits].ends_with("&amp;") {
            out.push(' ');
        }
    }
    // Excel reads `_x0041_` as a character by its number.
    let text = if *mode == Mode::Cell && text.contains("_x") {
        Cow::Owned(text.replace("_x", "_x005F_x"))
    } else {
        Cow::Borrowed(text)
    };
    for c in text.chars() {
        match (c, mode) {
            ('&', Mode::Header) => out.push_str("&amp;&amp;"),
            ('&', _) => out.push_str("&amp;"),
            ('<', _) => out.push_str("&lt;"),
            ('>', _) => out.push_str("&gt;"),
            ('"', Mode::Plain | Mode::Header) => out.push_str("&quot;"),
            ('\n', Mode::Text | Mode::Rich(_)) => out.push_str("</w:t><w:br/><w:t xml:space=\"preserve\">"),
            ('\t', Mode::Text | Mode::Rich(_)) => out.push_str("</w:t><w:tab/><w:t xml:space=\"preserve\">"),
            ('\n' | '\t', Mode::Plain | Mode::Header) => out.push(' '),
            ('\r', _) => {}
            (c, _) => out.push(c),
        }
    }
}
