//! The attendance sheet of a meeting, rows 10 mm high for signatures (lines 3.1, 3.2).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::signature::{self, Signer};
use crate::starter::block::text::{self, Placed, paragraph, requisite, style};
use crate::starter::block::title;
use crate::starter::document::{Document, Section};

/// 180 mm together.
const MEMBERS: &[Column] = &[
    Column::centred("№", 10, "{{@номер}}"),
    Column::text("Фамилия, имя, отчество", 46, "{{фио}}"),
    Column::text(
        "Должность, организация",
        50,
        "{{#если должность}}{{должность}}{{/если}}{{#если организация}}, {{организация}}{{/если}}",
    ),
    Column::text(
        "Телефон, e-mail",
        46,
        "{{#если телефон}}{{телефон}}{{/если}} {{#если e_mail}}{{e_mail}}{{/если}}",
    )
    .small(),
    Column::text("Подпись", 28, ""),
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::portrait();
    let section = Section::new(page)
        .put(title::line("{{реквизиты.полное_наименование_кластера}}"))
        .put(text::gap(14))
        .put(title::line("ЛИСТ РЕГИСТРАЦИИ"))
        .put(title::line("участников заседания {{кого заседание.совет}}"))
        .put(title::line("{{дата заседание.дата}}"))
        .put(text::gap(14))
        .put(register::table(MEMBERS, [register::repeated(MEMBERS, "заседание.состав").row_height(TALL)]))
        .put(paragraph(style::KEYWORD, "Приглашённые").below(12))
        .put(register::table(MEMBERS, register::blank(MEMBERS, 4, 10)))
        .put(
            requisite("Присутствовало ____ из {{число заседание.всего_членов \"члена\" \"членов\" \"членов\"}} совета, кворум – {{заседание.кворум}}.")
                .below(12)
                .with_next(),
        )
        .put(signature::lead())
        .put(signature::rows(
            page.text_width(),
            &[Signer {
                post: "Секретарь",
                name: "{{#если заседание.секретарь}}{{инициалы_фамилия заседание.секретарь.фио}}{{/если}}",
            }],
        ))
        .put(text::gap(1));
    Document::new("Лист регистрации участников заседания", [section])
}

/// 10 mm, in twentieths of a point.
const TALL: f32 = 567.0;
