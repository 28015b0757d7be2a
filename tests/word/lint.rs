//! What is wrong with tags, all at once, before the first file: with part, paragraph and its text, in both languages.

use crate::document::{Docx, fill, p, wrong};
use pisar::diagnostic::{Finding, Language, hint, message};

/// What is told of a body: the place, the message and the hint, in a language.
fn told(body: &str, language: Language) -> Vec<[String; 3]> {
    let findings = fill(&Docx::new(body).bytes()).unwrap_err();
    let told = |finding: &Finding| {
        [
            finding.at.as_ref().unwrap().to_string(),
            message(finding, language),
            hint(finding, language).into_iter().collect(),
        ]
    };
    findings.iter().map(told).collect()
}

/// Checks that a body is told once, in the first paragraph, in these words.
fn check(body: &str, at: &str, russian: [&str; 2], english: [&str; 2]) {
    for (language, [message, hint]) in [(Language::Russian, russian), (Language::English, english)] {
        let at = format!("t.docx › word/document.xml › ¶ {at}");
        assert_eq!(told(body, language), [[at, message.to_owned(), hint.to_owned()]], "{body}");
    }
}

#[test]
fn an_unknown_field_is_told_with_the_nearest() {
    check(
        &p("а {{назвние}}"),
        "1 «а {{назвние}}»",
        ["Нет поля «назвние».", "Возможно, имелось в виду «название». Все поля: «pisar templates fields»."],
        [
            "There is no field \"назвние\".",
            "Perhaps \"название\" was meant. All fields: \"pisar templates fields\".",
        ],
    );
}

#[test]
fn a_condition_on_an_unknown_field_is_told() {
    assert_eq!(wrong(&p("{{#если нет_такого}}а{{/если}}")), ["template-field-unknown"]);
    assert_eq!(wrong(&p("{{#если_нет нет_такого}}а{{/если_нет}}")), ["template-field-unknown"]);
    assert_eq!(wrong(&p("{{#если (больше нет_такого 1)}}а{{/если}}")), ["template-field-unknown"]);
    assert_eq!(wrong(&p("{{#если число}}а{{иначе если нет_такого}}б{{/если}}")), ["template-field-unknown"]);
}

#[test]
fn an_unknown_helper_is_told_with_the_nearest() {
    check(
        &p("{{кму название}}"),
        "1 «{{кму название}}»",
        ["Нет помощника «кму».", "Возможно, имелось в виду «кому»."],
        ["There is no helper \"кму\".", "Perhaps \"кому\" was meant."],
    );
}

#[test]
fn a_name_with_spaces_is_told_even_where_it_reads_as_a_helper() {
    check(
        &p("{{Дата рождения}}"),
        "1 «{{Дата рождения}}»",
        ["Имя поля написано с пробелами: «Дата рождения».", "Напишите «дата_рождения»."],
        ["A field's name is written with spaces: \"Дата рождения\".", "Write \"дата_рождения\"."],
    );
    assert_eq!(wrong(&p("{{Место рождения}}")), ["template-field-spaces"]);
    assert_eq!(wrong(&p("{{Ф.И.О.}}")), ["template-tag-syntax"]);
}

#[test]
fn an_unclosed_block_is_told() {
    check(
        &(p("{{#если число}}") + &p("а")),
        "1 «{{#если число}}»",
        ["Блок «если» не закрыт.", "Добавьте {{/если}} там, где он кончается."],
        ["The block \"если\" is not closed.", "Add {{/если}} where it ends."],
    );
    assert_eq!(wrong(&p("{{/если}}")), ["template-block-stray"]);
    assert_eq!(wrong(&p("{{иначе}}")), ["template-block-stray"]);
    assert_eq!(wrong(&p("{{#если число}}а{{иначе}}б{{иначе}}в{{/если}}")), ["template-block-stray"]);
}

#[test]
fn a_crossed_block_is_told_with_both_paragraphs() {
    check(
        &(p("начало {{#если число}}") + &p("конец {{/каждый}}")),
        "2 «конец {{/каждый}}»",
        [
            "Блок «если» закрыт тегом «каждый».",
            "Блок открыт здесь: t.docx › word/document.xml › ¶ 1 «начало {{#если число}}». Блоки закрываются в обратном порядке.",
        ],
        [
            "The block \"если\" is closed by the tag \"каждый\".",
            "It is opened here: t.docx › word/document.xml › ¶ 1 «начало {{#если число}}». Blocks close in reverse order.",
        ],
    );
}

#[test]
fn a_block_from_the_middle_of_one_paragraph_to_the_middle_of_another_is_told_with_both() {
    check(
        &(p("до {{#если число}}внутри") + &p("ещё{{/если}} после")),
        "1 «до {{#если число}}внутри»",
        [
            "Блок начинается и кончается в местах, между которыми он не может стоять.",
            "Закрывающий тег здесь: t.docx › word/document.xml › ¶ 2 «ещё{{/если}} после». Поставьте теги в отдельные абзацы, в одну строку таблицы или в один абзац.",
        ],
        [
            "The block begins and ends in places that no block can run between.",
            "Its closing tag is here: t.docx › word/document.xml › ¶ 2 «ещё{{/если}} после». Put the tags into paragraphs of their own, into one table row or into one paragraph.",
        ],
    );
}

#[test]
fn blocks_of_attributes_and_links_are_paired_like_those_of_paragraphs() {
    let described = |text: &str| format!("<w:p><w:r><w:t w:x=\"{text}\">а</w:t></w:r></w:p>");
    assert_eq!(wrong(&described("{{#если число}}а")), ["template-block-unclosed"]);
    assert_eq!(wrong(&described("а{{/если}}б")), ["template-block-stray"]);
    assert_eq!(wrong(&described("{{#если число}}{{/каждый}}")), ["template-block-crossed"]);
    let link = Docx::new(&p("а")).relation("rId1", "hyperlink", "https://a/{{иначе}}", "");
    assert_eq!(fill(&link.bytes()).unwrap_err()[0].code.name(), "template-block-stray");
}

#[test]
fn broken_braces_are_told() {
    assert_eq!(wrong(&p("{{число")), ["template-tag-broken"]);
    assert_eq!(wrong(&p("число}}")), ["template-tag-broken"]);
    assert_eq!(wrong(&p("{{{число}}}")), ["template-tag-broken"]);
    assert_eq!(wrong(&p("{{}}")), ["template-tag-syntax"]);
}

#[test]
fn a_tag_in_a_place_where_it_cannot_work_is_told() {
    let code = "<w:p><w:r><w:t>Дата </w:t></w:r><w:r><w:instrText>DATE {{число}}</w:instrText></w:r></w:p>";
    check(
        code,
        "1 «Дата »",
        [
            "Тег стоит в коде поля, где он не работает: «DATE {{число}}».",
            "Уберите поле и поставьте тег в обычный текст; ссылку делайте гиперссылкой: «Вставка», «Ссылка», адрес {{поле}}.",
        ],
        [
            "The tag stands in a field code, where it does not work: \"DATE {{число}}\".",
            "Remove the field and put the tag into plain text; make a link a hyperlink with the address {{поле}}.",
        ],
    );
}

#[test]
fn a_list_where_a_value_is_wanted_is_told_and_a_loop_over_a_value_too() {
    assert_eq!(wrong(&p("{{люди}}")), ["template-kind-wrong"]);
    assert_eq!(wrong(&p("{{#каждый число}}а{{/каждый}}")), ["template-kind-wrong"]);
}

#[test]
fn the_other_half_of_a_block_that_could_not_be_read_is_not_told_as_well() {
    assert_eq!(wrong(&p("{{#кажый люди}}{{имя}}{{/каждый}}")), ["template-block-unknown"]);
    assert_eq!(wrong(&p("{{#каждый люди}}{{имя}}{{/кажый}}")), ["template-block-unknown"]);
}

#[test]
fn blocks_too_deep_are_told() {
    let deep = "{{#если число}}".repeat(100) + &"{{/если}}".repeat(100);
    assert_eq!(wrong(&p(&deep)), ["template-block-deep"]);
}

#[test]
fn all_parts_are_told_at_once() {
    let header = format!("<w:hdr xmlns:w=\"{}\">{}</w:hdr>", crate::document::W, p("{{нет_такого}}"));
    let docx =
        Docx::new(&(p("{{назвние}}") + &p("{{люди.имя}}"))).part("rId1", "header", "header1.xml", &header);
    let findings = fill(&docx.bytes()).unwrap_err();
    let places: Vec<String> =
        findings.iter().map(|finding| finding.at.as_ref().unwrap().to_string()).collect();
    assert_eq!(
        places,
        [
            "t.docx › word/document.xml › ¶ 1 «{{назвние}}»",
            "t.docx › word/document.xml › ¶ 2 «{{люди.имя}}»",
            "t.docx › word/header1.xml › ¶ 1 «{{нет_такого}}»"
        ]
    );
}
