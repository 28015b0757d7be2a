//! The report on one event, with room for its course, its participants and its results (lines 4.1–4.4 and any other).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::text::{self, Placed, paragraph, style};
use crate::starter::block::{executor, facts, ruled, signature, title};
use crate::starter::document::{Document, Section};

/// 180 mm together.
const PARTICIPANTS: &[Column] = &[
    Column::text("Категория участников", 90, ""),
    Column::centred("План, чел.", 45, ""),
    Column::centred("Факт, чел.", 45, ""),
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::portrait();
    let width = page.text_width();
    let section = Section::new(page)
        .put(title::line("{{реквизиты.полное_наименование_кластера}}"))
        .put(text::gap(14))
        .put(title::kind("ОТЧЕТ"))
        .put(title::line("о мероприятии «{{мероприятие.событие}}»"))
        .put(text::gap(10))
        .put(facts::table(
            page,
            &[
                ("Дата:", "{{дата мероприятие.дата \"с_днём_недели\"}}"),
                ("Место:", "{{или мероприятие.место \"____________________\"}}"),
                ("Организатор:", "{{реквизиты.ведущая_организация}}"),
            ],
        ))
        .put(keyword("1. Цель мероприятия"))
        .put(ruled::room(width, "", 2))
        .put(keyword("2. Участники"))
        .put(register::table(PARTICIPANTS, register::blank(PARTICIPANTS, 3, 8)))
        .put(keyword("3. Ход мероприятия"))
        .put(ruled::room(width, "", 4))
        .put(keyword("4. Результаты, достигнутые показатели"))
        .put(ruled::room(width, "", 2))
        .put(keyword("5. Публикации, фотографии (ссылки)"))
        .put(ruled::last_room(width, 2))
        .put(signature::lead())
        .put(signature::rows_and(width, &[signature::HEAD], executor::below(6)))
        .put(text::gap(1));
    Document::new("Отчёт о мероприятии", [section])
}

fn keyword(text: &str) -> docx_rs::Paragraph {
    paragraph(style::KEYWORD, text).below(9)
}
