//! The approval sheet: remarks, signatures and dates of the members of the Coordination Council (lines 1.1, 2.1).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::text::{self, requisite};
use crate::starter::block::title;
use crate::starter::document::{Document, Section};

/// 180 mm together.
const MEMBERS: &[Column] = &[
    Column::text(
        "Фамилия, имя, отчество, должность, организация",
        72,
        "{{фио}}{{#если должность}}, {{должность}}{{/если}}{{#если организация}}, {{организация}}{{/если}}",
    ),
    Column::text("Замечания", 52, ""),
    Column::text("Подпись", 28, ""),
    Column::text("Дата", 28, ""),
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::portrait();
    let section = Section::new(page)
        .put(title::line("{{реквизиты.полное_наименование_кластера}}"))
        .put(text::gap(14))
        .put(title::line("ЛИСТ СОГЛАСОВАНИЯ"))
        .put(text::gap(12))
        .put(requisite("Документ: ______________________________________________________________"))
        .put(text::gap(12))
        .put(register::table(
            MEMBERS,
            [register::repeated_where(MEMBERS, "участники", "координационный_совет")],
        ))
        .put(text::gap(1));
    Document::new("Лист согласования", [section])
}
