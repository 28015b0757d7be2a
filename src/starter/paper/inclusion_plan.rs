//! The plan of activities for inclusive education, and the report on it (line 2.6).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::{approval, executor, signature, text, title};
use crate::starter::document::{Document, Section};

/// 267 mm together.
const ACTIVITIES: &[Column] = &[
    Column::centred("№ п/п", 15, "{{@номер}}"),
    Column::text("Наименование мероприятия", 92, "{{мероприятие}}"),
    Column::text("Ответственный", 50, "{{или ответственный \"—\"}}"),
    Column::centred("Срок исполнения", 40, DAY),
    Column::text("Ожидаемый результат", 70, "{{или ожидаемый_результат \"—\"}}"),
];

/// 267 mm together.
const DONE: &[Column] = &[
    Column::centred("№ п/п", 15, "{{@номер}}"),
    Column::text("Наименование мероприятия", 82, "{{мероприятие}}"),
    Column::centred("Дата", 28, DAY),
    Column::centred("Охват, чел.", 26, "{{или охват \"—\"}}"),
    Column::centred("Из них с ОВЗ", 26, "{{или из_них_с_овз \"—\"}}"),
    Column::text("Результат", 90, "{{или результат \"—\"}}"),
];

const DAY: &str = "{{#если дата}}{{дата дата \"цифрами\"}}{{иначе}}—{{/если}}";

/// Builds it.
pub fn build() -> Document {
    let page = Page::landscape();
    let section = Section::new(page)
        .extend(approval::stamp(page))
        .put(text::gap(24))
        .put(title::line("ПЛАН"))
        .put(title::line("мероприятий по развитию инклюзивного образования"))
        .put(title::line("на {{учебный_год}} учебный год"))
        .put(text::gap(14))
        .put(register::table(ACTIVITIES, register::repeated_to_the_end(ACTIVITIES, "инклюзия")))
        .put(signature::lead())
        .put(signature::rows(page.text_width(), &[signature::HEAD]))
        .put(text::gap(1));
    Document::new("План мероприятий по развитию инклюзивного образования", [section])
}

/// Builds the report.
pub fn build_report() -> Document {
    let page = Page::landscape();
    let section = Section::new(page)
        .put(title::line("{{реквизиты.полное_наименование_кластера}}"))
        .put(text::gap(14))
        .put(title::kind("ОТЧЕТ"))
        .put(title::line("о развитии инклюзивного образования"))
        .put(title::line("за {{учебный_год}} учебный год"))
        .put(text::gap(14))
        .put(text::text("Проведено {{число (количество инклюзия) \"мероприятие\" \"мероприятия\" \"мероприятий\"}}, охват – {{число (сумма инклюзия \"охват\") \"человек\" \"человека\" \"человек\"}}, из них с ограниченными возможностями здоровья – {{сумма инклюзия \"из_них_с_овз\"}}."))
        .put(text::gap(9))
        .put(register::table(DONE, register::repeated_to_the_end(DONE, "инклюзия")))
        .put(signature::lead())
        .put(signature::rows(page.text_width(), &[signature::HEAD]))
        .put(text::gap(14))
        .extend(executor::lines());
    Document::new("Отчёт о развитии инклюзивного образования", [section])
}
