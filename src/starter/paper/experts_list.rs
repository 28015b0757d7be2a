//! The list of experts under the stamp: the members of the Expert Council from enterprises (line 2.4).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::{approval, signature, text, title};
use crate::starter::document::{Document, Section};

/// 267 mm together.
const EXPERTS: &[Column] = &[
    Column::centred("№", 12, "{{@номер}}"),
    Column::text("Фамилия, имя, отчество", 66, "{{фио}}"),
    Column::text("Должность", 61, "{{или должность \"—\"}}"),
    Column::text("Организация", 68, "{{или организация \"—\"}}"),
    Column::text("Телефон, e-mail", 60, "{{или телефон \"—\"}}{{#если e_mail}}, {{e_mail}}{{/если}}"),
];

/// Members with a vote from enterprises.
const MEMBERS: &str = "(и экспертный_совет (не_равно экспертный_совет \"приглашённый\") (равно организация.тип \"предприятие\"))";

/// Builds it.
pub fn build() -> Document {
    let page = Page::landscape();
    let section = Section::new(page)
        .extend(approval::stamp(page))
        .put(text::gap(24))
        .put(title::line("СПИСОК"))
        .put(title::line("экспертов из числа специалистов предприятий-работодателей"))
        .put(title::line("на {{учебный_год}} учебный год"))
        .put(text::gap(14))
        .put(register::table(
            EXPERTS,
            register::repeated_to_the_end(EXPERTS, &format!("участники где={MEMBERS}")),
        ))
        .put(signature::lead())
        .put(signature::rows(page.text_width(), &[signature::HEAD]))
        .put(text::gap(1));
    Document::new("Список экспертов", [section])
}
