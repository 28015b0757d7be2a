//! Targets of hyperlinks: tags in them, as editors percent-encode them; what comes out leads to a site, a mailbox or a telephone.

use super::flat::{line, push_static, raw};
use super::heal::Origin;
use super::program::{Mode, Step};
use super::xml::{attributes, decode};
use crate::diagnostic::{Code, Finding};

/// Compiles a relationship part.
pub(super) fn links(source: &str, origin: Origin<'_>, findings: &mut Vec<Finding>) -> Vec<Step> {
    let (mut steps, mut end) = (Vec::new(), 0);
    for (start, tag) in source.split_inclusive('>').scan(0, |at, tag| {
        let start = *at;
        *at += tag.len();
        Some((start, tag))
    }) {
        let found = attributes(tag);
        let target = found.iter().find(|(name, value)| *name == "Target" && has_tag(value));
        let Some((_, target)) = target else { continue };
        let at = origin.place(0, &plain(target));
        let place = start + (target.as_ptr() as usize - tag.as_ptr() as usize);
        raw(&source[end..place], &at, findings, &mut steps);
        end = place + target.len();
        let is_link = found.iter().any(|(name, value)| *name == "Type" && value.ends_with("/hyperlink"));
        if is_link {
            steps.push(Step::Link { target: line(&plain(target), &at, findings, &Mode::Target), at });
        } else {
            findings.push(Finding::new(Code::TemplatePlaceWrong, at).with("text", plain(target)));
        }
    }
    push_static(&mut steps, &source[end..]);
    steps
}

/// Whether an address holds a tag, in plain characters or percent-encoded.
pub(super) fn has_tag(target: &str) -> bool {
    target.contains("{{") || target.to_ascii_uppercase().contains("%7B%7B")
}

/// An address with its tags in plain characters; outside of them it stays as it is.
fn plain(target: &str) -> String {
    let decoded = decode(target);
    let (mut out, mut rest) = (String::with_capacity(decoded.len()), &*decoded);
    let find = |text: &str, plain: &str, encoded: &str| {
        let upper = text.to_ascii_uppercase();
        let found = [
            upper.find(plain).map(|at| (at, plain.len())),
            upper.find(encoded).map(|at| (at, encoded.len())),
        ];
        found.into_iter().flatten().min()
    };
    while let Some((open, length)) = find(rest, "{{", "%7B%7B") {
        out.push_str(&rest[..open]);
        let inner = &rest[open + length..];
        let Some((close, closing)) = find(inner, "}}", "%7D%7D") else {
            rest = &rest[open..];
            break;
        };
        out.push_str("{{");
        out.push_str(&unescaped(&inner[..close]));
        out.push_str("}}");
        rest = &inner[close + closing..];
    }
    out.push_str(rest);
    out
}

/// Percent-encoded bytes as the characters that they stand for.
fn unescaped(text: &str) -> String {
    let (mut bytes, mut rest) = (Vec::with_capacity(text.len()), text.as_bytes());
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| *first == b'%').and_then(|code| std::str::from_utf8(code).ok());
        if let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A value within an address: what no address may hold is percent-encoded, letters of any script stay.
pub(super) fn encode(text: &str, out: &mut String) {
    use std::fmt::Write as _;
    for c in text.trim().chars() {
        match c {
            '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '\0'..=' ' | '\u{7f}' | '\u{a0}' => {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    let _ = write!(out, "%{byte:02X}");
                }
            }
            c => out.push(c),
        }
    }
}

/// Whether an address leads to a site, a mailbox or a telephone, and can be read as an address at all.
pub(super) fn is_allowed(target: &str) -> bool {
    let Some((scheme, rest)) = target.split_once(':') else { return false };
    let is_host = |host: &str| {
        !host.is_empty()
            && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '@'))
    };
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => rest
            .strip_prefix("//")
            .and_then(|rest| rest.split(['/', '?', '#']).next())
            .is_some_and(|host| is_host(host) && host.chars().any(char::is_alphanumeric)),
        "mailto" => rest.split('?').next().is_some_and(|address| address.contains('@')),
        "tel" => {
            !rest.is_empty()
                && rest
                    .chars()
                    .all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '(' | ')' | '.' | ';' | '=' | ','))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_in_percent_encoded_addresses() {
        assert_eq!(
            plain("https://a/%7B%7B%D0%B8%D0%BC%D1%8F%7d%7d?b=%20&amp;c"),
            "https://a/{{имя}}?b=%20&c"
        );
        assert_eq!(plain("{{имя%20x}}/{{а"), "{{имя x}}/{{а");
    }

    #[test]
    fn only_sites_mailboxes_and_telephones_are_led_to() {
        for good in
            ["https://пример.рф/а", "HTTP://a.ru:80?x", "mailto:a@b.ru?subject=1", "tel:+7(495)123-45-67"]
        {
            assert!(is_allowed(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "www.a.ru",
            "https://",
            "https:///x",
            "mailto:",
            "tel:x",
            "\\\\a\\b",
            "",
        ] {
            assert!(!is_allowed(bad), "{bad}");
        }
    }
}
