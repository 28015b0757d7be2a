//! Latin letters inside Cyrillic words, and Cyrillic ones inside addresses of mail and pages: they print alike, and nothing finds them.

use super::texts::{shortened, texts};
use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::Model;
use crate::russian::look_alike::{latin, mend_look_alikes};

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    texts(model)
        // Two alphabets in one cell: most cells have one.
        .filter(|cell| !cell.text.is_ascii() && cell.text.bytes().any(|byte| byte.is_ascii_alphabetic()))
        .filter_map(|cell| {
            let (written, mended) = cell.text.split_whitespace().find_map(|word| {
                let mended = if is_address(word) { of_address(word)? } else { mend_look_alikes(word) };
                (mended != word).then_some((word, mended))
            })?;
            Some(
                Finding::new(Code::LookAlike, cell.at())
                    .with("written", shortened(written))
                    .with("mended", shortened(&mended)),
            )
        })
        .collect()
}

fn is_address(word: &str) -> bool {
    word.contains('@') || word.contains("://") || word.starts_with("www.")
}

/// An address with its Cyrillic letters as the Latin ones they look like; none where one of them looks like none («почта@пример.рф»).
fn of_address(word: &str) -> Option<String> {
    word.chars().map(|letter| if letter.is_ascii() { Some(letter) } else { latin(letter) }).collect()
}

#[cfg(test)]
mod tests {
    use super::of_address;

    #[test]
    fn an_address_is_mended_into_latin_letters() {
        assert_eq!(of_address("оffice@exаmple.ru").as_deref(), Some("office@example.ru"));
        assert_eq!(of_address("почта@пример.рф"), None);
    }
}
