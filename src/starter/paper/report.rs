//! The report of a quarter or of the year: figures on a portrait sheet, tables on landscape ones (ГОСТ checklist R, layout 7.5).

use crate::starter::block::page::Page;
use crate::starter::block::register::{self, Column};
use crate::starter::block::text::{self, Placed, paragraph, requisite, style, tag};
use crate::starter::block::{executor, signature, title};
use crate::starter::document::{Document, Flow, Section};

/// 180 mm together.
const COUNTS: &[Column] = &[Column::text("Мероприятия", 130, ""), Column::centred("Количество", 50, "")];

const COUNT_ROWS: &[(&str, &str)] = &[
    ("Запланировано", "{{отчёт.всего}}"),
    ("Выполнено", "{{отчёт.выполнено}}"),
    ("в том числе с опозданием", "{{отчёт.выполнено_с_опозданием}}"),
    ("В работе", "{{отчёт.в_работе}}"),
    ("Просрочено", "{{отчёт.просрочено}}"),
    ("Перенесено", "{{отчёт.перенесено}}"),
    ("Не выполнено", "{{отчёт.не_выполнено}}"),
    ("Отменено", "{{отчёт.отменено}}"),
];

/// 267 mm together.
const ACTIVITIES: &[Column] = &[
    Column::centred("№ п/п", 13, "{{номер}}"),
    Column::text("Мероприятие", 70, "{{наименование}}"),
    Column::text("Исполнители", 40, "{{исполнители}}"),
    Column::centred("Срок по плану", 36, "{{срок}}"),
    Column::centred("Дата исполнения", 26, "{{#если дата}}{{дата дата \"цифрами\"}}{{иначе}}—{{/если}}"),
    Column::text(
        "Результат, подтверждение",
        48,
        "{{или результат \"—\"}}{{#если подтверждение}} ({{подтверждение}}){{/если}}",
    ),
    Column::centred("Отметка о выполнении", 34, "{{отметка}}"),
];

/// 267 mm together.
const INDICATORS: &[Column] = &[
    Column::centred("№ п/п", 15, "{{номер}}"),
    Column::text("Показатель", 150, "{{показатель}}"),
    Column::centred("План", 34, "{{или план \"—\"}}"),
    Column::centred("Факт", 34, "{{или факт \"—\"}}"),
    Column::centred("Выполнение", 34, "{{или процент \"—\"}}"),
];

/// Builds the report of a quarter.
pub fn build() -> Document {
    report("за {{квартал отчёт.период}}")
}

/// Builds the report of the academic year.
pub fn build_of_year() -> Document {
    report("за весь учебный год")
}

fn report(period: &'static str) -> Document {
    let page = Page::portrait();
    let counts = register::table(
        COUNTS,
        COUNT_ROWS.iter().map(|&(label, count)| {
            register::enclosed(&[Column::text("", 130, label), Column::centred("", 50, count)], "", "")
        }),
    );
    let summary = Section::new(page)
        .put(title::line("{{реквизиты.полное_наименование_кластера}}"))
        .put(text::gap(14))
        .put(title::kind("ОТЧЕТ"))
        .put(title::line("о выполнении плана работы на {{учебный_год}} учебный год"))
        .put(title::line(period))
        .put(text::gap(14))
        .put(text::text("Запланировано {{число отчёт.всего \"мероприятие\" \"мероприятия\" \"мероприятий\"}}, выполнено {{отчёт.выполнено}} ({{отчёт.доля}}), в работе {{отчёт.в_работе}}, просрочено {{отчёт.просрочено}}, перенесено {{отчёт.перенесено}}. Сведения о каждом мероприятии приведены в таблицах на следующих листах."))
        .put(text::gap(10))
        .put(counts)
        .put(signature::lead())
        .put(signature::rows_and(
            page.text_width(),
            &[signature::HEAD],
            std::iter::once(requisite("«____» _______________ 20___ г.").below(12)).chain(executor::below(14)),
        ))
        .put(text::gap(1));
    let tables = Section::new(Page::landscape().continued())
        .extend(list("1. Мероприятия со сроком в отчётном периоде", "отчёт.к_сроку"))
        .extend(list("2. Мероприятия, перенесённые из прошлых периодов", "отчёт.перенесённые"))
        .extend(list("3. Регулярные мероприятия", "отчёт.регулярные"))
        .extend(list("4. Мероприятия, исполняемые в течение года", "отчёт.в_течение_года"))
        .extend(list("5. Мероприятия без фиксированного срока", "отчёт.без_срока"))
        .put(tag("{{#если отчёт.показатели}}"))
        .put(paragraph(style::KEYWORD, "6. Показатели"))
        .put(register::of_list(INDICATORS, "отчёт.показатели"))
        .put(tag("{{/если}}"))
        .put(text::gap(1));
    Document::new(format!("Отчёт о выполнении плана работы {period}"), [summary, tables])
}

fn list(heading: &str, list: &str) -> Vec<Flow> {
    vec![
        paragraph(style::KEYWORD, heading).into(),
        tag(&format!("{{{{#если {list}}}}}")).into(),
        register::of_list(ACTIVITIES, list).into(),
        text::gap(6).into(),
        tag("{{иначе}}").into(),
        requisite("Таких мероприятий нет.").into(),
        tag("{{/если}}").into(),
    ]
}
