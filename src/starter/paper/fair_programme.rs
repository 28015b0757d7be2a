//! The programme of the job fair under the stamp (line 3.3).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::{approval, facts, signature, text, title};
use crate::starter::document::{Document, Section};

/// 180 mm together.
const STEPS: &[Column] = &[
    Column::centred("Время", 30, ""),
    Column::text("Содержание", 95, ""),
    Column::text("Ответственный", 55, ""),
];

const ROWS: &[[&str; 3]] = &[
    ["", "Регистрация участников, размещение предприятий", ""],
    ["{{событие.время}}", "Открытие, приветствие организаторов и гостей", ""],
    ["", "Представление организаций-работодателей", ""],
    ["", "Собеседования выпускников с работодателями, приём резюме", ""],
    ["", "Экскурсия по мастерским", ""],
    ["", "Подведение итогов, закрытие", ""],
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::portrait();
    let section = Section::new(page)
        .extend(approval::stamp(page))
        .put(text::gap(24))
        .put(title::line("ПРОГРАММА"))
        .put(title::line("{{кого событие.событие}}"))
        .put(text::gap(14))
        .put(facts::table(
            page,
            &[("Дата:", "{{дата событие.дата \"с_днём_недели\"}}"), ("Место:", "{{событие.место}}")],
        ))
        .put(text::gap(12))
        .put(register::table(STEPS, ROWS.iter().map(|row| register::filled_in(STEPS, row))))
        .put(signature::lead())
        .put(signature::rows(page.text_width(), &[signature::HEAD]))
        .put(text::gap(1));
    Document::new("Программа ярмарки вакансий", [section])
}
