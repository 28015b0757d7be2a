//! The application of a project for the contest (line 2.7).

use crate::starter::block::page::Page;
use crate::starter::block::text::{self, Placed, paragraph, style, tag};
use crate::starter::block::{facts, ruled, signature, title};
use crate::starter::document::{Document, Section};

/// Builds it.
pub fn build() -> Document {
    let page = Page::portrait();
    let width = page.text_width();
    let section = Section::new(page)
        .put(title::kind("ЗАЯВКА"))
        .put(title::line("на участие в конкурсе проектов"))
        .put(text::gap(14))
        .put(facts::table(
            page,
            &[
                ("Проект:", "{{заявка.проект}}"),
                ("Организация:", "{{или заявка.организация \"____________________\"}}"),
                ("Номинация:", "{{или заявка.номинация \"____________________\"}}"),
                ("Руководитель:", "{{или заявка.руководитель \"____________________\"}}"),
                ("Команда:", "{{или заявка.команда \"____________________\"}}"),
            ],
        ))
        .put(paragraph(style::KEYWORD, "1. Проблема, на решение которой направлен проект").below(12))
        .put(tag("{{#если заявка.проблема}}"))
        .put(text::text("{{с_прописной заявка.проблема}}."))
        .put(tag("{{иначе}}"))
        .put(ruled::room(width, "", 3))
        .put(tag("{{/если}}"))
        .put(paragraph(style::KEYWORD, "2. Ожидаемый результат").below(12))
        .put(tag("{{#если заявка.результат}}"))
        .put(text::text("{{с_прописной заявка.результат}}."))
        .put(tag("{{иначе}}"))
        .put(ruled::room(width, "", 3))
        .put(tag("{{/если}}"))
        .put(paragraph(style::KEYWORD, "3. План работы и необходимые ресурсы").below(12))
        .put(ruled::last_room(width, 5))
        .put(signature::lead())
        .put(signature::rows(width, &[LEADER]))
        .put(text::gap(1));
    Document::new("Заявка на участие в конкурсе", [section])
}

const LEADER: signature::Signer = signature::Signer {
    post: "Руководитель проекта",
    name: "{{#если заявка.руководитель}}{{инициалы_фамилия заявка.руководитель}}{{иначе}}____________________{{/если}}",
};
