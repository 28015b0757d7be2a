//! The summary of the contest's results (line 2.7).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::{approval, signature, text, title};
use crate::starter::document::{Document, Section};

/// 267 mm together.
const PROJECTS: &[Column] = &[
    Column::centred("№ п/п", 13, "{{@номер}}"),
    Column::text("Проект", 62, "{{проект}}"),
    Column::text("Организация", 46, "{{или организация \"—\"}}"),
    Column::text("Руководитель", 44, "{{или руководитель \"—\"}}"),
    Column::text("Номинация", 36, "{{или номинация \"—\"}}"),
    Column::text("Результат", 48, "{{или результат \"—\"}}"),
    Column::centred("Место", 18, "{{или место \"—\"}}"),
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::landscape();
    let section = Section::new(page)
        .extend(approval::stamp(page))
        .put(text::gap(24))
        .put(title::line("СВОДКА"))
        .put(title::line("результатов конкурса проектов"))
        .put(title::line("за {{учебный_год}} учебный год"))
        .put(text::gap(14))
        .put(register::table(PROJECTS, register::repeated_to_the_end(PROJECTS, "конкурс")))
        .put(signature::lead())
        .put(signature::rows(page.text_width(), &[signature::HEAD]))
        .put(text::gap(1));
    Document::new("Сводка результатов конкурса", [section])
}
