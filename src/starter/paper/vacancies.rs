//! The list of vacancies of the job fair, organisation by organisation (line 3.3).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::{text, title};
use crate::starter::document::{Document, Section};

/// 180 mm together.
const VACANCIES: &[Column] = &[
    Column::centred("№", 10, "{{@номер}}"),
    Column::text("Профессия, должность", 62, "{{профессия}}"),
    Column::centred("Мест", 14, "{{или количество \"—\"}}"),
    Column::centred("Зарплата, руб.", 30, "{{или зарплата \"—\"}}"),
    Column::text("Требования", 64, "{{или требования \"—\"}}"),
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::portrait();
    let section = Section::new(page)
        .put(title::line("ПЕРЕЧЕНЬ ВАКАНСИЙ"))
        .put(title::line("{{событие.событие}}"))
        .put(title::line("{{дата событие.дата}}"))
        .put(text::gap(14))
        .put(register::table(
            VACANCIES,
            [
                register::tag_row(VACANCIES, "{{#каждый организации}}"),
                register::tag_row(VACANCIES, "{{#если вакансии}}"),
                register::section(VACANCIES, "{{или краткое_наименование наименование}}"),
                register::repeated(VACANCIES, "вакансии"),
                register::tag_row(VACANCIES, "{{/если}}"),
                register::tag_row(VACANCIES, "{{/каждый}}"),
            ],
        ))
        .put(text::gap(1));
    Document::new("Перечень вакансий", [section])
}
