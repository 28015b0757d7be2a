//! Words of the tag language in any order: nothing panics, and what is filled is a well-formed part without braces of ours.

use crate::document::{Docx, fill, part};
use proptest::prelude::*;

const WORDS: [&str; 40] = [
    "{{",
    "}}",
    "#если ",
    "#каждый ",
    "#группы ",
    "/если",
    "/каждый",
    "/группы",
    "иначе",
    "иначе если ",
    "число",
    "люди",
    "мероприятия",
    "имя",
    "ключ",
    "строки",
    "пусто",
    "название",
    " где=",
    " по=",
    " сортировать=да",
    " разделитель=",
    "\"раздел\"",
    "\", \"",
    "(",
    ")",
    "@номер",
    "@последний",
    "../",
    "это",
    "сумма ",
    "прописью ",
    "рубли ",
    "список ",
    "картинка ",
    "оформленное ",
    "|",
    " как |x|",
    "9e99",
    " ",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_words_are_filled_or_told(lines in prop::collection::vec(prop::collection::vec(0..WORDS.len(), 0..14), 1..5)) {
        let text = |line: &Vec<usize>| line.iter().map(|word| WORDS[*word]).collect::<String>();
        let body: String = lines
            .iter()
            .map(|line| crate::document::p(&text(line).replace('&', "&amp;").replace('<', "&lt;")))
            .collect();
        match fill(&Docx::new(&body).bytes()) {
            Ok(made) => {
                let document = part(&made, "word/document.xml");
                let mut reader = quick_xml::Reader::from_str(&document);
                loop {
                    match reader.read_event() {
                        Ok(quick_xml::events::Event::Eof) => break,
                        event => prop_assert!(event.is_ok(), "{}", document),
                    }
                }
            }
            Err(findings) => prop_assert!(!findings.is_empty()),
        }
    }

    #[test]
    fn any_tag_is_filled_or_told(words in prop::collection::vec(0..WORDS.len(), 1..8)) {
        let inner: String = words.iter().map(|word| WORDS[*word].trim_matches(['{', '}'])).collect();
        let body = crate::document::p(&format!("{{{{{inner}}}}}"));
        if let Err(findings) = fill(&Docx::new(&body).bytes()) {
            prop_assert!(!findings.is_empty());
        }
    }
}
