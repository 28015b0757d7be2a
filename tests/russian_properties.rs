//! What holds for any text: no panic, the nominative is the text, nothing between the words is lost, typography is idempotent.

use pisar::russian::{Case, NounGender, mend_look_alikes, numeral, organisation, post, question, typography};
use proptest::prelude::*;

/// Texts of the shape that posts and organisations have, with accidents.
fn titles() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "директор",
        "Главный",
        "заведующая",
        "и.о.",
        "И.",
        "о.",
        "–",
        "-",
        "(",
        ")",
        "«",
        "»",
        "\"",
        "„",
        "“",
        ",",
        "и",
        "/",
        "№",
        "5",
        "1-й",
        "6-го",
        "по",
        "учебной",
        "работе",
        "ООО",
        "МЧС",
        "НАЧАЛЬНИК",
        "опеpатоp",
        "HR-менеджер",
        "инженер-технолог",
        "судья",
        "школа",
        "сети",
        "Томские",
        "ё",
        "ь",
        "-",
        "ся",
        "третий",
        ".",
        "им.",
        "\u{301}",
        "ИП",
        "Иванов",
        "КФХ",
        "глава",
    ]);
    prop::collection::vec((words, prop::sample::select(vec![" ", "", "\u{a0}", "  "])), 0..12)
        .prop_map(|parts| parts.into_iter().flat_map(|(word, space)| [word, space]).collect())
}

/// What is neither letter nor digit, in order.
fn skeleton(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_alphanumeric()).collect()
}

/// Of each word, whether its first letter is a capital, and whether two or more letters are nothing but capitals.
fn capitals(text: &str) -> Vec<(bool, bool)> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            let all = word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase);
            (word.starts_with(char::is_uppercase), all)
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_declines(text in "\\PC*") {
        for case in Case::ALL {
            let _ = (post::decline(&text, case), organisation::decline(&text, case));
        }
        let _ = (post::gender(&text), question::agenda(&text), numeral::forms(21, &text));
    }

    #[test]
    fn the_nominative_is_the_text(text in titles()) {
        let clean = mend_look_alikes(&text);
        prop_assert_eq!(&post::decline(&clean, Case::Nominative).text, &clean);
        prop_assert_eq!(&organisation::decline(&clean, Case::Nominative).text, &clean);
        prop_assert!(post::decline(&clean, Case::Nominative).is_certain());
    }

    #[test]
    fn nothing_between_the_words_is_lost(text in titles()) {
        let clean = mend_look_alikes(&text);
        for case in Case::OBLIQUE {
            prop_assert_eq!(skeleton(&post::decline(&clean, case).text), skeleton(&clean));
            prop_assert_eq!(skeleton(&organisation::decline(&clean, case).text), skeleton(&clean));
        }
    }

    #[test]
    fn reading_the_nominative_again_changes_nothing(text in titles()) {
        let once = post::decline_all(&text);
        let again = post::decline_all(&once[0].text);
        prop_assert_eq!(&again[0].text, &once[0].text);
        let once = organisation::decline_all(&text);
        let again = organisation::decline_all(&once[0].text);
        prop_assert_eq!(&again[0].text, &once[0].text);
    }

    #[test]
    fn no_capital_is_lost(text in titles()) {
        let clean = mend_look_alikes(&text);
        for case in Case::OBLIQUE {
            for form in [post::decline(&clean, case).text, organisation::decline(&clean, case).text] {
                prop_assert_eq!(capitals(&form), capitals(&clean), "{}", form);
            }
        }
    }

    #[test]
    fn typography_is_idempotent(text in prop_oneof![titles(), "\\PC*".boxed()]) {
        for change in [typography::quotes, typography::nbsp, typography::dashes] {
            let once = change(&text);
            prop_assert_eq!(&change(&once), &once);
        }
    }

    #[test]
    fn every_number_has_words(number in any::<u64>()) {
        for case in Case::ALL {
            prop_assert!(!numeral::cardinal(number, NounGender::Feminine, true, case).is_empty());
            prop_assert!(!numeral::ordinal(number, NounGender::Neuter, case).is_empty());
        }
    }
}
