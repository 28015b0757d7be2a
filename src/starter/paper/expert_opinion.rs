//! The opinion of an expert on an educational programme (line 2.2).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::text::{self, Placed, paragraph, requisite, style, table_text, tag};
use crate::starter::block::{facts, signature, table, title};
use crate::starter::document::{Document, Section};

/// 170 mm together.
const CRITERIA: &[Column] = &[
    Column::centred("№", 10, ""),
    Column::text("Критерий", 110, ""),
    Column::centred("Соответствует", 25, ""),
    Column::centred("Не соответствует", 25, ""),
];

const ASKED: [&str; 6] = [
    "Соответствие требованиям ФГОС СПО",
    "Соответствие профессиональным стандартам и запросам работодателей",
    "Распределение вариативной части с учётом потребностей предприятий",
    "Объём и содержание практической подготовки",
    "Материально-техническое и кадровое обеспечение",
    "Оценочные материалы, участие работодателей в аттестации",
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::permanent();
    let rows = ASKED.iter().enumerate().map(|(index, criterion)| {
        let cells = CRITERIA.iter().enumerate().map(|(place, column)| {
            let text = match place {
                0 => (index + 1).to_string(),
                1 => (*criterion).to_owned(),
                _ => String::new(),
            };
            let paragraph = table_text(&text);
            table::cell(column.width, [if column.centred { paragraph.centred() } else { paragraph }])
        });
        table::whole_row(cells.collect())
    });
    let section = Section::new(page)
        .put(title::line("{{реквизиты.полное_наименование_кластера}}"))
        .put(text::gap(12))
        .put(title::kind("ЭКСПЕРТНОЕ ЗАКЛЮЧЕНИЕ"))
        .put(title::line("на образовательную программу"))
        .put(title::line("{{программа.код_программы}} «{{программа.программа}}»"))
        .put(text::gap(12))
        .put(facts::table(
            page,
            &[
                ("Организация:", "{{программа.организация}}"),
                ("Квалификация:", "{{или программа.квалификация \"____________________\"}}"),
                ("ФГОС:", "{{или программа.фгос \"____________________\"}}"),
                ("Дата:", "{{#если программа.дата_экспертизы}}{{дата программа.дата_экспертизы}}{{иначе}}«____» _______________ 20___ г.{{/если}}"),
            ],
        ))
        .put(text::gap(12))
        .put(register::table(CRITERIA, rows))
        .put(paragraph(style::KEYWORD, "Вывод:").below(12))
        .put(tag("{{#если программа.вывод}}"))
        .put(text::text("{{с_прописной программа.вывод}}.").with_next())
        .put(tag("{{иначе}}"))
        .put(text::text("Согласовать / согласовать с замечаниями / направить на доработку (нужное подчеркнуть).").with_next())
        .put(tag("{{/если}}"))
        .put(tag("{{#если программа.замечания}}"))
        .put(requisite("Замечания: {{программа.замечания}}.").below(6).with_next())
        .put(tag("{{/если}}"))
        .put(signature::lead())
        .put(signature::rows(page.text_width(), &[EXPERT]))
        .put(text::gap(1));
    Document::new("Экспертное заключение", [section])
}

const EXPERT: signature::Signer = signature::Signer {
    post: "Эксперт",
    name: "{{#если программа.эксперт}}{{инициалы_фамилия программа.эксперт}}{{иначе}}____________________{{/если}}",
};
