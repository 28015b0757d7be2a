//! The register of thank-you letters handed over, with room for signatures (line 2.8).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::{signature, text, title};
use crate::starter::document::{Document, Section};

/// 267 mm together. Numbers and dates are written in by hand: the letters get theirs when they are issued.
const LETTERS: &[Column] = &[
    Column::centred("№ п/п", 13, "{{@номер}}"),
    Column::centred("№ письма", 26, ""),
    Column::centred("Дата вручения", 32, ""),
    Column::text("Фамилия, имя, отчество", 72, "{{фио}}"),
    Column::text("Организация", 66, "{{или организация \"—\"}}"),
    Column::text("Подпись в получении", 58, ""),
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::landscape();
    let section = Section::new(page)
        .put(title::line("{{реквизиты.полное_наименование_кластера}}"))
        .put(text::gap(14))
        .put(title::line("РЕЕСТР"))
        .put(title::line("вручённых благодарственных писем"))
        .put(title::line("({{событие.событие}}, {{дата событие.дата}})"))
        .put(text::gap(14))
        .put(register::table(LETTERS, register::repeated_to_the_end(LETTERS, "наставники")))
        .put(signature::lead())
        .put(signature::rows(page.text_width(), &[signature::EXECUTOR]))
        .put(text::gap(1));
    Document::new("Реестр вручённых благодарственных писем", [section])
}
