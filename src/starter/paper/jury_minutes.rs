//! The minutes of the championship's jury: the results by competence, the places (line 2.5).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::text::{self, Placed, paragraph, requisite, style};
use crate::starter::block::{ruled, signature, title};
use crate::starter::document::{Document, Section};

/// 170 mm together.
const RESULTS: &[Column] = &[
    Column::centred("№", 10, "{{@номер}}"),
    Column::text("Участник", 54, "{{фио}}"),
    Column::text("Организация", 40, "{{или организация \"—\"}}"),
    Column::text("Компетенция", 34, "{{компетенция}}"),
    Column::centred("Баллы", 17, "{{или баллы \"—\"}}"),
    Column::centred("Место", 15, "{{или место \"—\"}}"),
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::permanent();
    let width = page.text_width();
    let section = Section::new(page)
        .put(title::line("{{реквизиты.полное_наименование_кластера}}"))
        .put(text::gap(12))
        .put(title::kind("ПРОТОКОЛ"))
        .put(title::line("заседания жюри: {{событие.событие}}"))
        .put(text::gap(12))
        .put(title::date_and_number(page, "{{дата событие.дата}}", "№ ____"))
        .put(title::place())
        .put(text::gap(12))
        .put(paragraph(style::KEYWORD, "Состав жюри:"))
        .put(ruled::room(width, "", 3))
        .put(paragraph(style::KEYWORD, "СЛУШАЛИ:").below(9))
        .put(requisite("о результатах выполнения заданий; участвовали {{число (количество чемпионат) \"студент\" \"студента\" \"студентов\"}}."))
        .put(paragraph(style::KEYWORD, "РЕШИЛИ:").below(9))
        .put(requisite("1. Утвердить результаты:").with_next())
        .put(register::table(RESULTS, [register::repeated(RESULTS, "чемпионат")]))
        .put(requisite("2. Победителей и призёров наградить дипломами, остальных участников – сертификатами.").below(9))
        .put(requisite("Голосовали: «за» – ____, «против» – ____, «воздержались» – ____.").below(6).with_next())
        .put(signature::lead())
        .put(signature::rows(width, &[CHAIR, SECRETARY]))
        .put(text::gap(1));
    Document::new("Протокол заседания жюри", [section])
}

const CHAIR: signature::Signer =
    signature::Signer { post: "Председатель жюри", name: "____________________" };
const SECRETARY: signature::Signer =
    signature::Signer { post: "Секретарь", name: "____________________" };
