//! The agenda of a meeting under the stamp of its chair (lines 3.1, 3.2).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::signature::{self, Signer};
use crate::starter::block::{approval, facts, text, title};
use crate::starter::document::{Document, Section};

/// 180 mm together.
const QUESTIONS: &[Column] = &[
    Column::centred("№", 10, "{{номер}}"),
    Column::text("Вопрос", 74, "{{вопрос}}"),
    Column::text("Докладчик", 40, "{{#если докладчик}}{{докладчик}}{{/если}}"),
    Column::centred("Регламент, мин", 27, ""),
    Column::text("Материалы", 29, ""),
];

/// 180 mm together.
const ASSIGNMENTS: &[Column] = &[
    Column::centred("№", 10, "{{@номер}}"),
    Column::text(
        "Поручение",
        66,
        "{{решение}} (протокол от {{дата заседание \"цифрами\"}}, п. {{или номер \"—\"}})",
    ),
    Column::text("Исполнитель", 32, "{{фамилия_инициалы исполнитель}}"),
    Column::centred("Срок", 24, "{{дата срок \"цифрами\"}}"),
    Column::text("Ход исполнения", 48, "{{или отметка_об_исполнении \"—\"}}"),
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::portrait();
    let chair = Signer {
        post: "Председатель {{кого заседание.совет}}",
        name: "{{#если заседание.председатель}}{{инициалы_фамилия заседание.председатель.фио}}{{/если}}",
    };
    let secretary = Signer {
        post: "Секретарь {{кого заседание.совет}}",
        name: "{{#если заседание.секретарь}}{{инициалы_фамилия заседание.секретарь.фио}}{{/если}}",
    };
    let section = Section::new(page)
        .extend(approval::stamp_of(page, chair))
        .put(text::gap(12))
        .put(title::line("ПОВЕСТКА ДНЯ"))
        .put(title::line("заседания {{кого заседание.совет}}"))
        .put(text::gap(14))
        .put(facts::table(
            page,
            &[
                ("Дата:", "{{дата заседание.дата \"с_днём_недели\"}}"),
                ("Время:", "{{или заседание.время \"__.__\"}}"),
                ("Место:", "{{или заседание.место \"____________________\"}}"),
            ],
        ))
        .put(text::gap(12))
        .put(register::table(QUESTIONS, register::repeated_to_the_end(QUESTIONS, "заседание.повестка")))
        .put(text::tag("{{#если заседание.на_контроле}}"))
        .put(text::paragraph(text::style::KEYWORD, "Контроль исполнения поручений"))
        .put(register::of_list(ASSIGNMENTS, "заседание.на_контроле"))
        .put(text::tag("{{/если}}"))
        .put(signature::lead())
        .put(signature::rows(page.text_width(), &[secretary]))
        .put(text::gap(1));
    Document::new("Повестка дня заседания", [section])
}
