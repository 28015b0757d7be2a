//! How a key is compared: names of organisations, people, councils and headings as people really write them.

use crate::russian::look_alike::folded;

/// A text as it is compared: lower case, ё as е, no quotes, one space for any run of them, one kind of hyphen, no dot at the end,
/// Latin letters that look like Russian ones taken for them.
pub fn fold(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars().flat_map(small) {
        let c = match c {
            // Most letters of our texts by far.
            'а'..='я' => c,
            '«' | '»' | '"' | '„' | '“' | '”' | '\'' | '\u{ad}' | '\u{200b}' | '\u{feff}' => continue,
            '‐' | '‑' | '–' | '—' | '−' => '-',
            c if c.is_whitespace() => ' ',
            c => folded(c),
        };
        if c != ' ' || !key.ends_with(' ') {
            key.push(c);
        }
    }
    key.trim().trim_end_matches(['.', ')']).trim_end().to_owned()
}

/// The letter in lower case; a long list of names asks this of millions, nearly all of them Cyrillic.
fn small(letter: char) -> impl Iterator<Item = char> {
    let plain = match letter {
        'а'..='я' | ' ' => Some(letter),
        'А'..='Я' => char::from_u32(u32::from(letter) + 0x20),
        _ => None,
    };
    let other = plain.is_none().then(|| letter.to_lowercase()).into_iter().flatten();
    plain.into_iter().chain(other)
}

/// The number of an activity as it is compared: «2.8.» and «2.8)» are «2.8».
pub fn fold_number(text: &str) -> String {
    text.trim()
        .trim_end_matches(['.', ')'])
        .replace(',', ".")
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect()
}

/// What stands within the outer quotes of an organisation's name: «Заря» of АО «Заря».
pub fn quoted(text: &str) -> Option<&str> {
    let opening = |c: char| matches!(c, '«' | '"' | '“' | '„');
    let start = text.find(opening)?;
    let start = start + text[start..].chars().next().map_or(0, char::len_utf8);
    let end = text.rfind(['»', '"', '”', '“']).filter(|end| *end > start)?;
    Some(text[start..end].trim()).filter(|inner| !inner.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_one_key() {
        for spelling in ["ОГБПОУ «ТЭПК»", "огбпоу \"ТЭПК\"", " ОГБПОУ\u{a0} “ТЭПК” ", "OГБПОУ ТЭПК."]
        {
            assert_eq!(fold(spelling), "огбпоу тэпк");
        }
        assert_eq!(fold("Семён – мастер"), "семен - мастер");
    }

    #[test]
    fn numbers_lose_their_last_dot() {
        assert_eq!(fold_number(" 2.8. "), "2.8");
        assert_eq!(fold_number("1.10)"), "1.10");
    }

    #[test]
    fn the_quoted_part_is_the_outer_one() {
        assert_eq!(quoted("ООО «Компания «Заря»»"), Some("Компания «Заря»"));
        assert_eq!(quoted("АО \"Заря\""), Some("Заря"));
        assert_eq!(quoted("Департамент"), None);
    }
}
