//! The workbook as another program reads it.

use super::render;
use crate::calendar::{AcademicYearEnd, ProductionCalendar, Transfers, Week};
use crate::catalog::{Document, Quorum, Scope, Seen};
use crate::diagnostic::Code;
use crate::location::Sheet;
use crate::model::Model;
use crate::model::schema::{ColumnKind, SheetKind};
use crate::model::table::{Cell, Column, Row, Table};
use calamine::{Data, Reader as _, Xlsx};
use chrono::NaiveDate;
use std::io::{Cursor, Read as _};

type Spec = (&'static str, ColumnKind);

const PLAN: &[Spec] = &[
    ("№ п/п", ColumnKind::Number),
    ("Наименование мероприятия", ColumnKind::Text),
    ("Исполнители", ColumnKind::List),
    ("Срок исполнения", ColumnKind::Deadline),
    ("Ожидаемый результат", ColumnKind::Text),
];
const EXECUTION: &[Spec] = &[
    ("№ мероприятия", ColumnKind::Number),
    ("Статус", ColumnKind::Text),
    ("Дата исполнения", ColumnKind::Date),
    ("Фактический результат", ColumnKind::Text),
    ("Подтверждение", ColumnKind::Text),
    ("Показатель", ColumnKind::Text),
    ("План", ColumnKind::Quantity),
    ("Факт", ColumnKind::Quantity),
];
const REQUISITES: &[Spec] = &[
    ("Полное наименование кластера", ColumnKind::Text),
    ("Краткое наименование кластера", ColumnKind::Text),
    ("Учебный год", ColumnKind::Text),
];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A table of texts; a cell that reads as a date or a number is one where its column holds them.
fn table(kind: SheetKind, columns: &[Spec], rows: &[&[&str]]) -> Table {
    let cell = |text: &str, kind| match kind {
        _ if text.is_empty() => Cell::Empty,
        ColumnKind::Date => Cell::Date(day(text)),
        ColumnKind::Quantity => Cell::Number(text.parse().unwrap()),
        _ => Cell::Text(text.into()),
    };
    let cells = |row: &[&str]| row.iter().zip(columns).map(|(text, (_, kind))| cell(text, *kind)).collect();
    Table {
        kind,
        at: Sheet { file: "input/test.xlsx".into(), sheet: "test".into() }.into(),
        collection: "test".into(),
        columns: (0..)
            .zip(columns)
            .map(|(column, (heading, kind))| Column {
                heading: (*heading).into(),
                canonical: Some(heading),
                field: (*heading).into(),
                kind: *kind,
                column,
                heading_row: 0,
            })
            .collect(),
        rows: (1..)
            .zip(rows)
            .map(|(row, values)| Row { row, is_section: false, cells: cells(values) })
            .collect(),
        transposed: false,
        preamble: Vec::new(),
        rich: std::collections::BTreeMap::new(),
    }
}

fn model(plan: &[&[&str]], execution: &[&[&str]]) -> Model {
    let tables = vec![
        table(SheetKind::Plan, PLAN, plan),
        table(SheetKind::Execution, EXECUTION, execution),
        table(SheetKind::Requisites, REQUISITES, &[&["Кластер & партнёры", "Кластер", "2022/2023"]]),
    ];
    Model::assemble(tables, day("2023-07-01"), AcademicYearEnd::default())
}

fn sample() -> Model {
    model(
        &[
            &["1.1", "Чемпионат", "Рабочая группа, Совет", "Март 2023 г.", "Протокол"],
            &["1.2", "=1+1", "Совет", "15 марта 2023 г.", "Договор"],
            &["1.10", "Регламент", "Совет", "Декабрь 2022 г.", "Регламент"],
            &["2.1", "Заседания", "Совет", "Не реже 1 раза в квартал", "Протокол"],
            &["2.2", "Экспертиза", "Совет", "В течение учебного года", "Заключение"],
            &["2.3", "Акция", "Участники", "В соответствии с распоряжением ДПО", "Отчёт"],
        ],
        &[
            &["1.1", "выполнено", "2023-03-16", "Проведён", "протокол № 1", "Участники, чел.", "30", "34"],
            &["1.1", "выполнено", "2023-03-16", "Проведён", "протокол № 1", "Доля, ед.", "0.5", "0.25"],
            &["1.10", "выполнено", "2023-01-18", "Утверждён", "", "", "", ""],
            &["2.1", "выполнено", "2023-02-01", "Проведено", "", "Заседания, ед.", "", "1"],
            &["2.2", "в работе", "", "Начата", "", "", "", ""],
        ],
    )
}

fn make(model: &Model, date: &str) -> Result<Vec<u8>, Vec<crate::diagnostic::Finding>> {
    let calendar = ProductionCalendar::new(Week::Five, Transfers::default());
    let scope = Scope::new(model, &calendar, Quorum::default(), day("2023-07-01"), "2025");
    let document = Document {
        recipient: String::new(),
        key: String::new(),
        date: day(date),
        path: Vec::new(),
        seen: Seen { schema: scope.report.id(), row: None, event: None, period: None },
        at: None,
    };
    render(&scope, &document)
}

/// The rows of a sheet as text, a `|` between cells.
fn rows(bytes: &[u8], sheet: &str) -> Vec<String> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let range = workbook.worksheet_range(sheet).unwrap();
    let text = |cell: &Data| match cell {
        Data::DateTime(moment) => format!("дата {}", moment.as_datetime().unwrap().date()),
        Data::Float(number) => format!("{}", (number * 1e4).round() / 1e4),
        other => other.to_string(),
    };
    range.rows().map(|row| row.iter().map(text).collect::<Vec<_>>().join("|")).collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn the_summary_counts_each_part_by_state() {
    let bytes = make(&sample(), "2023-03-31").unwrap();
    assert_eq!(
        rows(&bytes, "Сводка"),
        [
            "Кластер & партнёры|||||",
            "Отчёт о выполнении плана работы на 2022/2023 учебный год|||||",
            "за I квартал 2023 года|||||",
            "По состоянию на 31.03.2023|||||",
            "|||||",
            "Состояние|К сроку|Перенесено с прошлых периодов|Регулярные|Всего|Доля",
            "Выполнено в срок|1|0|1|2|0.5",
            "Выполнено с опозданием|0|1|0|1|0.25",
            "В работе, срок не истёк|0|0|0|0|0",
            "Просрочено|1|0|0|1|0.25",
            "Перенесено|0|0|0|0|0",
            "Не выполнено|0|0|0|0|0",
            "Отменено|0|0|0|0|0",
            "Всего запланировано|2|1|1|4|1",
            "из них выполнено|1|1|1|3|0.75",
            "|||||",
            "Кроме того, в течение года: 1, без фиксированного срока: 1. Они перечислены на листе «Мероприятия».|||||",
        ]
    );
}

#[test]
fn activities_stand_part_by_part_with_dates_as_dates_and_text_as_text() {
    let bytes = make(&sample(), "2023-03-31").unwrap();
    assert_eq!(
        rows(&bytes, "Мероприятия"),
        [
            "Часть отчёта|№ п/п|Мероприятие|Исполнители|Срок по плану|Дата исполнения|Результат|Подтверждение|Отметка",
            "К сроку|1.1|Чемпионат|Рабочая группа, Совет|Март 2023 г.|дата 2023-03-16|Проведён|протокол № 1|выполнено",
            "К сроку|1.2|=1+1|Совет|15 марта 2023 г.||||просрочено на 12\u{a0}рабочих дней",
            "Перенесено с прошлых периодов|1.10|Регламент|Совет|Декабрь 2022 г.|дата 2023-01-18|Утверждён||выполнено с опозданием на 7\u{a0}рабочих дней",
            "Регулярные|2.1|Заседания|Совет|Не реже 1 раза в квартал|дата 2023-02-01|Проведено||выполнено",
            "В течение года|2.2|Экспертиза|Совет|В течение учебного года||Начата||в работе",
            "Без фиксированного срока|2.3|Акция|Участники|В соответствии с распоряжением ДПО||||предстоит",
        ]
    );
    let sheet = part(&bytes, "xl/worksheets/sheet2.xml");
    assert!(!sheet.contains("<f>"), "no formula out of a cell's text");
    for expected in [
        "<pane xSplit=\"3\" ySplit=\"1\"",
        "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"",
        "&amp;RСтраница &amp;P из &amp;N",
    ] {
        assert!(sheet.replace("&amp;\"Times New Roman,Regular\"&amp;9", "").contains(expected), "{expected}");
    }
    assert_eq!(sheet.matches("<cfRule type=\"beginsWith\"").count(), 7);
    assert!(part(&bytes, "xl/tables/table1.xml").contains("<autoFilter ref=\"A1:I7\"/>"));
    assert!(part(&bytes, "xl/workbook.xml").contains("Мероприятия!$1:$1"));
}

#[test]
fn indicators_have_a_share_only_where_plan_and_fact_are_known() {
    let bytes = make(&sample(), "2023-03-31").unwrap();
    assert_eq!(
        rows(&bytes, "Показатели"),
        [
            "№ п/п|Показатель|Мероприятие|План|Факт|Факт к плану",
            "1.1|Участники, чел.|Чемпионат|30|34|1.1333",
            "1.1|Доля, ед.|Чемпионат|0.5|0.25|0.5",
            "2.1|Заседания, ед.|Заседания||1|",
        ]
    );
    let sheet = part(&bytes, "xl/worksheets/sheet3.xml");
    assert!(sheet.contains("<f>E2/D2</f>") && sheet.contains("<f>E3/D3</f>") && !sheet.contains("E4/D4"));
}

#[test]
fn charts_draw_the_cells_and_speak_russian() {
    let bytes = make(&sample(), "2023-03-31").unwrap();
    let formulas = |chart: &str| {
        let text = part(&bytes, chart);
        assert!(text.contains("<c:lang val=\"ru-RU\"/>") && !text.contains("en-US"), "{chart}");
        let mut all: Vec<String> = text
            .split("<c:f>")
            .skip(1)
            .filter_map(|rest| rest.split("</c:f>").next().map(str::to_owned))
            .collect();
        all.dedup();
        all.join(" ")
    };
    assert_eq!(
        formulas("xl/charts/chart1.xml"),
        "Сводка!$A$7 Сводка!$B$6:$D$6 Сводка!$B$7:$D$7 Сводка!$A$8 Сводка!$B$6:$D$6 Сводка!$B$8:$D$8 Сводка!$A$10 Сводка!$B$6:$D$6 Сводка!$B$10:$D$10"
    );
    assert_eq!(formulas("xl/charts/chart2.xml"), "Сводка!$E$6 Сводка!$A$7:$A$13 Сводка!$E$7:$E$13");
    assert_eq!(formulas("xl/charts/chart3.xml"), "Показатели!$A$2:$B$4 Показатели!$F$2:$F$4");
}

#[test]
fn properties_name_title_author_language_and_no_clock() {
    let core = part(&make(&sample(), "2023-03-31").unwrap(), "docProps/core.xml");
    for expected in [
        "<dc:title>Отчёт о выполнении плана за I квартал 2023 года</dc:title>",
        "<dc:creator>Кластер</dc:creator><dc:language>ru-RU</dc:language>",
        "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2023-03-31T00:00:00Z</dcterms:created>",
        "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">2023-03-31T00:00:00Z</dcterms:modified>",
    ] {
        assert!(core.contains(expected), "{core}");
    }
}

#[test]
fn the_same_model_gives_the_same_bytes() {
    assert!(make(&sample(), "2023-03-31").unwrap() == make(&sample(), "2023-03-31").unwrap());
}

#[test]
fn a_quarter_without_activities_says_so_and_draws_no_chart() {
    let bytes = make(&model(&[], &[]), "2022-09-30").unwrap();
    assert_eq!(rows(&bytes, "Мероприятия")[1], "||В отчётном периоде мероприятий нет||||||");
    assert_eq!(rows(&bytes, "Показатели")[1], "|Показателей за период не указано||||");
    let summary = rows(&bytes, "Сводка");
    assert_eq!(summary[13..], ["Всего запланировано|0|0|0|0|–", "из них выполнено|0|0|0|0|–"]);
    let archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    assert!(!archive.file_names().any(|name| name.unwrap().starts_with("xl/charts")));
}

#[test]
fn a_text_that_no_cell_holds_stops_the_table() {
    let long = "а".repeat(40_000);
    let findings =
        make(&model(&[&["1", &long, "Совет", "Март 2023 г.", ""]], &[]), "2023-03-31").unwrap_err();
    assert_eq!(findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), [Code::ReportTableFailed]);
}
