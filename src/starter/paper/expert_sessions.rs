//! The schedule of the sessions at which programmes are examined (line 2.2).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::{approval, signature, text, title};
use crate::starter::document::{Document, Section};

/// 267 mm together.
const PROGRAMMES: &[Column] = &[
    Column::centred("№ п/п", 13, "{{@номер}}"),
    Column::centred(
        "Дата экспертизы",
        32,
        "{{#если дата_экспертизы}}{{дата дата_экспертизы \"цифрами\"}}{{иначе}}—{{/если}}",
    ),
    Column::centred("Код", 24, "{{код_программы}}"),
    Column::text("Программа", 74, "{{программа}}"),
    Column::text("Организация", 64, "{{организация}}"),
    Column::text("Эксперт", 60, "{{или эксперт \"—\"}}"),
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::landscape();
    let section = Section::new(page)
        .extend(approval::stamp(page))
        .put(text::gap(24))
        .put(title::line("ГРАФИК"))
        .put(title::line("проведения экспертизы образовательных программ"))
        .put(title::line("на {{учебный_год}} учебный год"))
        .put(text::gap(14))
        .put(register::table(PROGRAMMES, register::repeated_to_the_end(PROGRAMMES, "программы")))
        .put(signature::lead())
        .put(signature::rows(page.text_width(), &[signature::HEAD]))
        .put(text::gap(1));
    Document::new("График проведения экспертизы", [section])
}
