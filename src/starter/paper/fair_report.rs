//! The report on the job fair: who was invited, what was offered, with room for what came of it (line 3.3).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::text::{self, Placed, paragraph, style};
use crate::starter::block::{executor, facts, ruled, signature, title};
use crate::starter::document::{Document, Section};

/// 180 mm together.
const OFFERED: &[Column] = &[
    Column::centred("№", 10, "{{@номер}}"),
    Column::text("Организация", 60, "{{организация}}"),
    Column::text("Профессия, должность", 60, "{{профессия}}"),
    Column::centred("Мест", 18, "{{или количество \"—\"}}"),
    Column::centred("Собеседований", 32, ""),
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::portrait();
    let width = page.text_width();
    let section = Section::new(page)
        .put(title::line("{{реквизиты.полное_наименование_кластера}}"))
        .put(text::gap(14))
        .put(title::kind("ОТЧЕТ"))
        .put(title::line("о проведении Ярмарки вакансий"))
        .put(text::gap(14))
        .put(facts::table(
            page,
            &[
                ("Дата:", "{{дата событие.дата \"с_днём_недели\"}}"),
                ("Место:", "{{или событие.место \"____________________\"}}"),
                ("Организатор:", "{{реквизиты.ведущая_организация}}"),
            ],
        ))
        .put(text::gap(9))
        .put(text::text(
            "Предложено {{число (сумма вакансии \"количество\") \"рабочее место\" \"рабочих места\" \"рабочих мест\"}} по {{число (количество вакансии) \"вакансии\" \"вакансиям\" \"вакансиям\"}}.",
        ))
        .put(text::gap(9))
        .put(register::of_list(OFFERED, "вакансии"))
        .put(paragraph(style::KEYWORD, "Участники: выпускников – ____, из них собеседования прошли – ____").below(12))
        .put(paragraph(style::KEYWORD, "Результаты: приглашены на работу – ____, на практику – ____").below(9))
        .put(paragraph(style::KEYWORD, "Предложения и замечания").below(9))
        .put(ruled::last_room(width, 4))
        .put(signature::lead())
        .put(signature::rows(width, &[signature::HEAD]))
        .put(text::gap(14))
        .extend(executor::lines());
    Document::new("Отчёт о Ярмарке вакансий", [section])
}
