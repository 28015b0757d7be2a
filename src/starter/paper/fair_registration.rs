//! The registration sheet of the job fair: the organisations invited, and room for others (line 3.3).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::{text, title};
use crate::starter::document::{Document, Section};

/// 267 mm together.
const GUESTS: &[Column] = &[
    Column::centred("№", 12, "{{@номер}}"),
    Column::text("Организация", 78, "{{или краткое_наименование наименование}}"),
    Column::text("Представитель (фамилия, имя, отчество)", 66, ""),
    Column::text("Должность", 41, ""),
    Column::text("Телефон, e-mail", 40, ""),
    Column::text("Подпись", 30, ""),
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::landscape();
    let rows = [register::repeated_where(GUESTS, "организации", "приглашать_на_ярмарку")]
        .into_iter()
        .chain(register::blank(GUESTS, 5, 9));
    let section = Section::new(page)
        .put(title::line("ЛИСТ РЕГИСТРАЦИИ"))
        .put(title::line("{{событие.событие}}"))
        .put(title::line("{{дата событие.дата}}"))
        .put(text::gap(14))
        .put(register::table(GUESTS, rows))
        .put(text::gap(1));
    Document::new("Лист регистрации участников ярмарки вакансий", [section])
}
