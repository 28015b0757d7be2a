//! The plan of activities for inclusive education, to be filled in (line 2.6).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::{approval, signature, text, title};
use crate::starter::document::{Document, Section};

/// 267 mm together.
const ACTIVITIES: &[Column] = &[
    Column::centred("№ п/п", 15, ""),
    Column::text("Наименование мероприятия", 92, ""),
    Column::text("Исполнители", 50, ""),
    Column::centred("Срок исполнения", 40, ""),
    Column::text("Ожидаемый результат, охват (чел., из них с ОВЗ)", 70, ""),
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::landscape();
    let section = Section::new(page)
        .extend(approval::stamp(page))
        .put(text::gap(24))
        .put(title::line("ПЛАН"))
        .put(title::line("мероприятий по развитию инклюзивного образования"))
        .put(title::line("на {{учебный_год}} учебный год"))
        .put(text::gap(14))
        .put(register::table(ACTIVITIES, register::blank(ACTIVITIES, 5, 12)))
        .put(signature::lead())
        .put(signature::rows(page.text_width(), &[signature::HEAD]))
        .put(text::gap(1));
    Document::new("План мероприятий по развитию инклюзивного образования", [section])
}
