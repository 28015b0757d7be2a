//! The plan of the year, landscape, under the approval stamp (ГОСТ checklist P, layout 7.3).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::{approval, signature, text, title};
use crate::starter::document::{Document, Section};

/// 267 mm together, the width of the text.
const COLUMNS: &[Column] = &[
    Column::centred("№ п/п", 15, "{{номер}}"),
    Column::text("Наименование мероприятия", 92, "{{наименование}}"),
    Column::text("Исполнители", 50, "{{исполнители}}"),
    Column::centred("Срок исполнения", 40, "{{срок}}"),
    Column::text("Ожидаемый результат", 70, "{{результат}}"),
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::landscape();
    let table = register::table(
        COLUMNS,
        [
            register::tag_row(COLUMNS, "{{#каждый план.разделы}}"),
            register::section(COLUMNS, "{{#если название}}{{название}}{{/если}}"),
        ]
        .into_iter()
        .chain(register::repeated_to_the_end(COLUMNS, "мероприятия"))
        .chain([register::tag_row(COLUMNS, "{{/каждый}}")]),
    );
    let section = Section::new(page)
        .extend(approval::stamp(page))
        .put(text::gap(24))
        .put(title::line("ПЛАН РАБОТЫ"))
        .put(title::line("{{прописные (кого реквизиты.полное_наименование_кластера)}}"))
        .put(title::line("на {{учебный_год}} учебный год"))
        .put(text::gap(14))
        .put(table)
        .put(signature::lead())
        .put(signature::rows(page.text_width(), &[signature::HEAD]))
        .put(text::gap(1));
    Document::new("План работы на {{учебный_год}} учебный год", [section])
}
