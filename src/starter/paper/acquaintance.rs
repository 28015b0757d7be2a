//! The sheet on which the participants sign that they know the regulation of interaction (line 1.2).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::{text, title};
use crate::starter::document::{Document, Section};

/// 180 mm together.
const PARTICIPANTS: &[Column] = &[
    Column::centred("№", 10, "{{@номер}}"),
    Column::text("Фамилия, имя, отчество", 58, "{{фио}}"),
    Column::text(
        "Должность, организация",
        58,
        "{{или должность \"—\"}}{{#если организация}}, {{организация}}{{/если}}",
    ),
    Column::text("Подпись", 27, ""),
    Column::text("Дата", 27, ""),
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::portrait();
    let section = Section::new(page)
        .put(title::line("ЛИСТ ОЗНАКОМЛЕНИЯ"))
        .put(title::line("с регламентом взаимодействия участников"))
        .put(title::line("{{кого реквизиты.полное_наименование_кластера}}"))
        .put(text::gap(14))
        .put(register::of_list(PARTICIPANTS, "участники"))
        .put(text::gap(1));
    Document::new("Лист ознакомления", [section])
}
