//! The list of mentors proposed for an award, landscape (line 2.8).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::{approval, signature, text, title};
use crate::starter::document::{Document, Section};

/// 267 mm together.
const MENTORS: &[Column] = &[
    Column::centred("№ п/п", 13, "{{@номер}}"),
    Column::text("Фамилия, имя, отчество", 52, "{{фио}}"),
    Column::text("Должность", 50, "{{или должность \"—\"}}"),
    Column::text("Предприятие", 48, "{{или организация \"—\"}}"),
    Column::text("Формулировка", 66, "{{#если за_что}}за {{за_что}}{{иначе}}—{{/если}}"),
    Column::text("Вид поощрения", 38, "благодарственное письмо"),
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::landscape();
    let section = Section::new(page)
        .extend(approval::stamp(page))
        .put(text::gap(24))
        .put(title::line("СПИСОК"))
        .put(title::line("наставников от производства, представляемых к награждению"))
        .put(title::line("({{событие.событие}}, {{дата событие.дата}})"))
        .put(text::gap(14))
        .put(register::table(MENTORS, register::repeated_to_the_end(MENTORS, "наставники")))
        .put(signature::lead())
        .put(signature::rows(page.text_width(), &[signature::HEAD]))
        .put(text::gap(1));
    Document::new("Список на награждение", [section])
}
