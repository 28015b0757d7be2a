//! Texts without what no reader sees.

use std::borrow::Cow;
use std::sync::Arc;

/// The text without outer white space, zero-width characters, soft hyphens, control characters and `_x000D_`; line ends are line feeds.
/// Inside it stays as it is written.
pub fn clean(text: &Arc<str>) -> Arc<str> {
    if is_clean(text) { Arc::clone(text) } else { Arc::from(cleaned(text).trim()) }
}

/// The same with every run of white space one space, as names have it.
pub fn clean_name(text: &Arc<str>) -> Arc<str> {
    let text = clean(text);
    // One pass over bytes, for long lists: in Russian text only these begin a character that could be a space of another kind.
    let bytes = text.as_bytes();
    let begins_space = |found, byte: &u8| found | matches!(byte, 0..=0x1F | 0xC2 | 0xE1..=0xE3);
    let is_plain = !bytes.iter().fold(false, begins_space) && !bytes.array_windows().any(|two| two == b"  ");
    if is_plain { text } else { Arc::from(text.split_whitespace().collect::<Vec<_>>().join(" ")) }
}

fn is_clean(text: &str) -> bool {
    let outer = |letter: Option<char>| letter.is_some_and(char::is_whitespace);
    let bytes = text.as_bytes();
    // One pass over all bytes, many at a time, for long lists: these begin what is invisible, and much that is not.
    let begins_suspect =
        |found, byte: &u8| found | matches!(byte, 0..=0x1F | 0x7F | b'_' | 0xC2 | 0xE2 | 0xEF);
    let is_suspect = bytes.iter().fold(false, begins_suspect);
    !outer(text.chars().next())
        && !outer(text.chars().next_back())
        && (!is_suspect
            || !text.bytes().any(|byte| byte < b' ' && byte != b'\n' && byte != b'\t' || byte == 0x7F)
                && !text.contains("_x")
                && !text.contains(is_invisible))
}

const fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

fn cleaned(text: &str) -> String {
    let text = if text.contains("_x") { Cow::Owned(unescaped(text)) } else { Cow::Borrowed(text) };
    let text =
        if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { text };
    text.chars().filter(|c| !is_invisible(*c) && (!c.is_control() || matches!(c, '\n' | '\t'))).collect()
}

/// `_x000D_` and its like as the characters that they stand for (ECMA-376, part 1, 22.9.2.19).
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let code = after.get(..4).filter(|_| after.get(4..5) == Some("_"));
        let letter = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        if let (Some(letter), Some(tail)) = (letter, after.get(5..)) {
            out.push(letter);
            rest = tail;
        } else {
            out.push_str("_x");
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_reader_sees_goes_and_the_rest_stays() {
        for (dirty, expected) in [
            ("\u{a0} Иванов \u{200b}", "Иванов"),
            ("Отчет_x000D_\nо мероприятии", "Отчет\nо мероприятии"),
            ("пере\u{ad}нос", "перенос"),
            ("a_x0_b_x", "a_x0_b_x"),
            ("2023\u{a0}г.  два", "2023\u{a0}г.  два"),
            ("строка\r\nстрока\rстрока", "строка\nстрока\nстрока"),
        ] {
            assert_eq!(&*clean(&Arc::from(dirty)), expected);
        }
        assert_eq!(&*clean_name(&Arc::from("Иванов\u{a0} Иван\nИванович")), "Иванов Иван Иванович");
        let clean_already: Arc<str> = Arc::from("Иванов");
        assert!(Arc::ptr_eq(&clean(&clean_already), &clean_already));
    }
}
