//! The report on information support: what was published of each event, and how many working days after it (line 3.3).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::{executor, signature, text, title};
use crate::starter::document::{Document, Section};

/// 267 mm together.
const PUBLICATIONS: &[Column] = &[
    Column::centred("№ п/п", 13, "{{@номер}}"),
    Column::text("Событие", 66, "{{событие}}"),
    Column::text("Площадка", 40, "{{или площадка \"—\"}}"),
    Column::centred(
        "Опубликовано",
        30,
        "{{#если дата_публикации}}{{дата дата_публикации \"цифрами\"}}{{иначе}}—{{/если}}",
    ),
    Column::centred("Через, рабочих дней", 26, "{{или рабочих_дней \"—\"}}"),
    Column::text("Ссылка", 66, "{{или ссылка \"—\"}}"),
    Column::centred("Охват", 26, "{{или охват \"—\"}}"),
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::landscape();
    let section = Section::new(page)
        .put(title::line("{{реквизиты.полное_наименование_кластера}}"))
        .put(text::gap(14))
        .put(title::kind("ОТЧЕТ"))
        .put(title::line("об информационном сопровождении мероприятий"))
        .put(title::line("за {{учебный_год}} учебный год"))
        .put(text::gap(14))
        .put(text::text(
            "Опубликовано {{число (количество публикации) \"материал\" \"материала\" \"материалов\"}}. Срок публикации – не позднее следующего рабочего дня после мероприятия.",
        ))
        .put(text::gap(9))
        .put(register::table(PUBLICATIONS, register::repeated_to_the_end(PUBLICATIONS, "публикации")))
        .put(signature::lead())
        .put(signature::rows(page.text_width(), &[signature::HEAD]))
        .put(text::gap(14))
        .extend(executor::lines());
    Document::new("Отчёт об информационном сопровождении", [section])
}
