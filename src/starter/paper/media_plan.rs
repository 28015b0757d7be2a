//! The media plan: events of the year, and when and where they are reported (line 3.3).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::{approval, signature, text, title};
use crate::starter::document::{Document, Section};

/// 267 mm together.
const NEWS: &[Column] = &[
    Column::centred("№ п/п", 13, "{{@номер}}"),
    Column::centred("Дата события", 28, "{{дата дата \"цифрами\"}}"),
    Column::text("Информационный повод", 78, "{{событие}}"),
    Column::text("Формат", 28, "новость"),
    Column::text("Площадка", 44, ""),
    Column::text("Ответственный", 38, ""),
    Column::centred("Срок публикации, ссылка", 38, "1 рабочий день после события"),
];

/// Builds it.
pub fn build() -> Document {
    let page = Page::landscape();
    let rows = [register::repeated(NEWS, "события")].into_iter().chain(register::blank(NEWS, 3, 12));
    let section = Section::new(page)
        .extend(approval::stamp(page))
        .put(text::gap(24))
        .put(title::line("МЕДИАПЛАН"))
        .put(title::line("информационного сопровождения деятельности"))
        .put(title::line("{{кого реквизиты.полное_наименование_кластера}}"))
        .put(title::line("на {{учебный_год}} учебный год"))
        .put(text::gap(14))
        .put(register::table(NEWS, rows))
        .put(signature::lead())
        .put(signature::rows(page.text_width(), &[signature::HEAD]))
        .put(text::gap(1));
    Document::new("Медиаплан", [section])
}
