//! Safe file names: one documented table from any text to a path that every system keeps inside the output folder.
//!
//! | in the text | in the name |
//! |---|---|
//! | decomposed letters (NFD) | composed (NFC) |
//! | control characters, invisible and text-direction marks | dropped |
//! | line feeds, tabs, NBSP, runs of spaces | one space |
//! | `/` `\` <code>\|</code> `:` | `-` |
//! | `"` | `'` |
//! | `<` `>` | `(` `)` |
//! | `?` `*` | `_` |
//! | `~` at the start (owner files of Office) | dropped |
//! | spaces and dots at either end | dropped |
//! | a device's name of Windows, with or without an extension (`CON`, `COM¹`, `NUL.txt`) | `_` after it |
//! | nothing left | `без имени` |
//! | more than [`MAX_STEM`] bytes | cut between letters, `~` and 8 hexadecimal digits of the whole text's SHA-256 after it |
//!
//! Folders come from the catalog's own pattern only: each of its segments goes through the table by itself, so that
//! a `/` in a value never makes one.

use icu_normalizer::ComposingNormalizerBorrowed;
use sha2::{Digest, Sha256};
use std::fmt;

/// Bytes that a name may have before its extension: file systems take 255, and « (новая редакция 99)», the
/// extension and a temporary suffix must still fit.
pub const MAX_STEM: usize = 180;

/// What stands in for a name of which nothing is left.
const UNNAMED: &str = "без имени";

/// A path relative to the output folder, with `/`, safe on every system.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SafePath(String);

impl SafePath {
    /// The path of a file in folders: `segments` are the filled segments of the catalog's pattern, the last of them
    /// the file's name without its `extension` (no dot).
    pub fn new<S: AsRef<str>>(segments: &[S], extension: &str) -> Self {
        let mut path = segments.iter().map(|text| segment(text.as_ref())).collect::<Vec<_>>().join("/");
        if path.is_empty() {
            path.push_str(UNNAMED);
        }
        Self(format!("{path}.{extension}"))
    }

    /// A path that the register already holds.
    pub(crate) fn known(path: String) -> Self {
        Self(path)
    }

    /// The path as text, with `/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same file with `mark` after its name: `Письма/Иванов (2).docx`.
    #[must_use]
    pub fn marked(&self, mark: &str) -> Self {
        let (folder, name) =
            self.0.rsplit_once('/').map_or(("", self.0.as_str()), |(folder, name)| (folder, name));
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        let slash = if folder.is_empty() { "" } else { "/" };
        Self(format!("{folder}{slash}{stem} ({mark}).{extension}"))
    }

    /// The same name with another extension: `Письма/Иванов.pdf`.
    #[must_use]
    pub fn with_extension(&self, extension: &str) -> Self {
        let stem = self.0.rsplit_once('.').map_or(self.0.as_str(), |(stem, _)| stem);
        Self(format!("{stem}.{extension}"))
    }

    /// What two paths share when people or file systems would take one for the other: case, ё and composition aside.
    pub fn folded(&self) -> String {
        ComposingNormalizerBorrowed::new_nfc().normalize(&self.0.to_lowercase()).replace('ё', "е")
    }
}

impl fmt::Display for SafePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One segment of a path out of any text, by the module's table.
pub fn segment(text: &str) -> String {
    // What shows nothing goes first: it may stand between a letter and its accent.
    let visible: String = text.chars().filter(|letter| allowed(*letter).is_some()).collect();
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(&visible);
    let mut name = String::with_capacity(composed.len());
    for letter in composed.chars().filter_map(allowed) {
        if letter != ' ' || !name.ends_with(' ') {
            name.push(letter);
        }
    }
    let name = name.trim_start_matches([' ', '.', '~']).trim_end_matches([' ', '.']);
    if name.is_empty() {
        return UNNAMED.to_owned();
    }
    shortened(&unreserved(name), text)
}

/// The letter that a name may hold instead of `letter`, if any.
fn allowed(letter: char) -> Option<char> {
    match letter {
        '/' | '\\' | '|' | ':' => Some('-'),
        '"' => Some('\''),
        '<' => Some('('),
        '>' => Some(')'),
        '?' | '*' => Some('_'),
        _ if letter.is_whitespace() => Some(' '),
        _ if letter.is_control() || is_invisible(letter) => None,
        _ => Some(letter),
    }
}

/// Marks that show nothing: soft hyphen, zero widths, text directions, byte order, tags, variation selectors, non-characters.
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
        || u32::from(letter) & 0xFFFE == 0xFFFE
}

/// The name, its first part marked where Windows would take it for a device.
fn unreserved(name: &str) -> String {
    let (first, rest) = name.find('.').map_or((name, ""), |dot| name.split_at(dot));
    let upper = first.trim_end().to_uppercase();
    let port = upper.strip_prefix("COM").or_else(|| upper.strip_prefix("LPT"));
    let numbered = port.is_some_and(|tail| {
        let mut letters = tail.chars();
        matches!(letters.next(), Some('0'..='9' | '¹' | '²' | '³')) && letters.next().is_none()
    });
    if numbered || matches!(upper.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$" | "CLOCK$") {
        format!("{}_{rest}", first.trim_end())
    } else {
        name.to_owned()
    }
}

/// The name within [`MAX_STEM`] bytes, two different long texts still two names.
fn shortened(name: &str, text: &str) -> String {
    if name.len() <= MAX_STEM {
        return name.to_owned();
    }
    let digest = Sha256::digest(text.as_bytes());
    let tail = digest.iter().take(4).fold(0, |tail, byte| tail << 8 | u32::from(*byte));
    let tail = format!("{tail:08x}");
    let kept = name.floor_char_boundary(MAX_STEM - 1 - tail.len());
    format!("{}~{tail}", name.get(..kept).unwrap_or_default().trim_end_matches([' ', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hostile_names_become_plain_ones() {
        for (text, name) in [
            ("Иванов И. И. — ООО «Луч»", "Иванов И. И. — ООО «Луч»"),
            ("../../x", "-..-x"),
            ("C:\\x", "C--x"),
            ("№ 01-12/7", "№ 01-12-7"),
            ("CON", "CON_"),
            ("nul.docx", "nul_.docx"),
            ("COM¹", "COM¹_"),
            ("COM10", "COM10"),
            ("Конец. . ", "Конец"),
            ("две\nстроки\tи\u{A0} пробел", "две строки и пробел"),
            ("\u{202E}xcod.exe", "xcod.exe"),
            ("И\u{306}ошкар", "Йошкар"),
            ("~$lock", "$lock"),
            (" .. ", "без имени"),
            ("", "без имени"),
            ("a<b>c?d*e|f\"g", "a(b)c_d_e-f'g"),
        ] {
            assert_eq!(segment(text), name, "{text:?}");
        }
    }

    #[test]
    fn a_long_name_is_cut_between_letters_and_stays_one_of_its_own() {
        let (one, other) = (segment(&"Я".repeat(300)), segment(&"Я".repeat(301)));
        assert_eq!(one, format!("{}~ee287e9b", "Я".repeat(85)));
        assert!(one.len() <= MAX_STEM && one != other);
    }

    #[test]
    fn folders_come_from_the_pattern_only() {
        let path = SafePath::new(&["Письма", "А/Б ../В"], "docx");
        assert_eq!(path.as_str(), "Письма/А-Б ..-В.docx");
        assert_eq!(path.marked("2").as_str(), "Письма/А-Б ..-В (2).docx");
        assert_eq!(path.with_extension("pdf").as_str(), "Письма/А-Б ..-В.pdf");
    }

    #[test]
    fn what_shows_nothing_does_not_part_a_letter_from_its_accent() {
        assert_eq!(segment("Е\u{200B}\u{308}лкин"), "Ёлкин");
    }

    #[test]
    fn names_that_differ_in_case_or_in_yo_fold_alike() {
        let fold = |text: &str| SafePath::new(&[text], "docx").folded();
        assert_eq!(fold("Ёлкин"), fold("ЕЛКИН"));
        assert_eq!(fold("Е\u{308}лкин"), fold("ёлкин"));
        assert_ne!(fold("Елкин"), fold("Ёлкина"));
    }

    proptest! {
        #[test]
        fn any_text_makes_one_safe_segment(text in "\\PC*|.*") {
            let name = segment(&text);
            prop_assert!(!name.is_empty() && name.len() <= MAX_STEM);
            prop_assert!(!name.contains(['/', '\\', ':', '\0', '\n', '"', '<', '>', '|', '?', '*']));
            prop_assert!(!name.starts_with(['.', ' ', '~']) && !name.ends_with(['.', ' ']));
            prop_assert_eq!(segment(&name), name);
        }
    }
}
