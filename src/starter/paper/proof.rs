//! The proof sheet of `generate --proof`: every name, post and organisation in its cases, to be read before anything is printed.

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::text::{self, style};
use crate::starter::block::title;
use crate::starter::document::{Document, Section};

/// 267 mm together.
const COLUMNS: &[Column] = &[
    Column::centred("№", 9, "{{@номер}}").small(),
    Column::text("Именительный", 48, "{{оформленное именительный}}").small(),
    Column::text("Родительный", 48, "{{оформленное родительный}}").small(),
    Column::text("Дательный", 48, "{{оформленное дательный}}").small(),
    Column::text("Творительный", 48, "{{оформленное творительный}}").small(),
    Column::text("Что ещё; где поправить", 66, "{{#если примечание}}{{примечание}}{{/если}}").small(),
];

/// Builds it.
pub fn build() -> Document {
    let note = "Полужирным набраны формы, которые напечатают документы; знак (?) стоит у сомнительных. Верную форму впишите в таблицу, \
                в столбец, который назван справа: она важнее вычисленной.";
    let table = register::table(
        COLUMNS,
        [
            register::tag_row(COLUMNS, "{{#каждый разделы}}"),
            register::section(COLUMNS, "{{название}}"),
            register::repeated(COLUMNS, "строки"),
            register::tag_row(COLUMNS, "{{/каждый}}"),
        ],
    );
    let section = Section::new(Page::landscape())
        .put(title::line("ЛИСТ ВЫЧИТКИ"))
        .put(title::line("имён, должностей и названий"))
        .put(text::gap(8))
        .put(text::requisite(
            "{{число документов \"документ\" \"документа\" \"документов\"}}; имён, должностей и названий: {{всего}}, сомнительных: {{сомнительных}}.",
        ))
        .put(text::paragraph(style::REQUISITE, note))
        .put(text::gap(8))
        .put(table)
        .put(text::gap(1));
    Document::new("Лист вычитки имён, должностей и названий", [section])
}
