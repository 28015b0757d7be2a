//! Words out of a fixed few: yes and no, genders, states and roles.

use super::super::fold::fold;
use crate::model::schema::{ROLES, STATUSES};

/// Yes or no, in the signs and words that people use for them.
pub fn flag(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "да" | "+" | "v" | "✓" | "✔" | "√" | "☑" => return Some(true),
        "нет" | "-" | "–" | "—" | "−" | "☐" => return Some(false),
        _ => {}
    }
    match fold(text).as_str() {
        "да" | "1" | "х" | "истина" | "д" | "уеs" | "тruе" | "есть" | "приглашать" => {
            Some(true)
        }
        "нет" | "0" | "ложь" | "nо" | "fаlsе" | "не приглашать" | "№" => Some(false),
        folded if folded == fold("yes") || folded == fold("true") => Some(true),
        folded if folded == fold("no") || folded == fold("false") => Some(false),
        _ => None,
    }
}

/// `м` or `ж`.
pub fn gender(text: &str) -> Option<&'static str> {
    // Long lists have these two, and folding each costs.
    match text {
        "м" => return Some("м"),
        "ж" => return Some("ж"),
        _ => {}
    }
    let folded = fold(text);
    match folded.as_str() {
        "м" | "1" | "male" => Some("м"),
        "ж" | "0" | "2" | "f" => Some("ж"),
        _ if folded.starts_with("муж") || folded == fold("male") || folded == fold("m") => Some("м"),
        _ if folded.starts_with("жен") || folded == fold("female") => Some("ж"),
        _ => None,
    }
}

/// Stems by which other spellings of a word are known; the first that fits wins, so «не выполнено» stands before «выполнено».
const STATUS_STEMS: &[(&str, usize)] = &[
    ("не выполн", 3),
    ("не исполн", 3),
    ("невыполн", 3),
    ("не проведен", 3),
    ("выполняется", 1),
    ("исполняется", 1),
    ("выполнен", 0),
    ("исполнен", 0),
    ("проведен", 0),
    ("сделан", 0),
    ("завершен", 0),
    ("в работ", 1),
    ("в процесс", 1),
    ("в стадии", 1),
    ("частично", 1),
    ("на исполнении", 1),
    ("перенес", 2),
    ("перенос", 2),
    ("отложен", 2),
    ("отмен", 4),
];
const ROLE_STEMS: &[(&str, usize)] = &[
    ("заместител", 1),
    ("зам", 1),
    ("председател", 0),
    ("предс", 0),
    ("руководител", 0),
    ("ответственный секретар", 2),
    ("секр", 2),
    ("член", 3),
    ("приглашен", 4),
    ("гост", 4),
];

/// The word of `allowed` that the text means; `None` where it means none of them.
pub fn choice(text: &str, allowed: &'static [&'static str]) -> Option<&'static str> {
    if let Some(word) = allowed.iter().find(|word| **word == text) {
        return Some(word);
    }
    let folded = fold(text);
    if let Some(word) = allowed.iter().find(|word| fold(word) == folded) {
        return Some(word);
    }
    let stems = if allowed == STATUSES {
        STATUS_STEMS
    } else if allowed == ROLES {
        ROLE_STEMS
    } else {
        return None;
    };
    stems
        .iter()
        .find(|(stem, _)| folded.starts_with(&fold(stem)))
        .and_then(|(_, at)| allowed.get(*at))
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_come_in_many_signs() {
        for text in ["да", "Да.", "ДА", "+", "1", "x", "Х", "✓", "yes", "TRUE", "истина"] {
            assert_eq!(flag(text), Some(true), "{text}");
        }
        for text in ["нет", "Нет", "-", "—", "0", "no", "false"] {
            assert_eq!(flag(text), Some(false), "{text}");
        }
        assert_eq!(flag("может быть"), None);
    }

    #[test]
    fn genders_come_as_words_letters_and_digits() {
        for (text, expected) in [
            ("м", Some("м")),
            ("М.", Some("м")),
            ("муж", Some("м")),
            ("Мужской", Some("м")),
            ("m", Some("м")),
            ("1", Some("м")),
            ("ж", Some("ж")),
            ("жен.", Some("ж")),
            ("F", Some("ж")),
            ("?", None),
        ] {
            assert_eq!(gender(text), expected, "{text}");
        }
    }

    #[test]
    fn states_and_roles_are_known_in_other_forms() {
        for (text, expected) in [
            ("Выполнено", Some("выполнено")),
            ("исполнена", Some("выполнено")),
            ("Не выполнено", Some("не выполнено")),
            ("выполняется", Some("в работе")),
            ("Перенос на июнь", Some("перенесено")),
            ("готово?", None),
        ] {
            assert_eq!(choice(text, STATUSES), expected, "{text}");
        }
        for (text, expected) in [
            ("Председатель совета", Some("председатель")),
            ("зам. председателя", Some("заместитель")),
            ("секретарь", Some("секретарь")),
            ("Член совета", Some("член")),
            ("приглашенный", Some("приглашённый")),
            ("директор", None),
        ] {
            assert_eq!(choice(text, ROLES), expected, "{text}");
        }
    }
}
