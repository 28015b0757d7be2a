//! Indicators of the plan's lines: planned, reached, the share reached, with a chart (lines 4.1–4.4).

use super::column::{Column, Content};
use super::page::{HEAD, Page};
use rust_xlsxwriter::{Chart, ChartType, Workbook, XlsxError};

const SHEET: &str = "Показатели";

const COLUMNS: &[Column] = &[
    Column::new("№", 8.0, Content::Centred("{{мероприятия}}")),
    Column::new("Мероприятие", 52.0, Content::Text("{{мероприятия.наименование_мероприятия}}")),
    Column::new("Показатель", 34.0, Content::Text("{{показатель}}")),
    Column::new("План", 11.0, Content::Number("{{или план \"\"}}")),
    Column::new("Факт", 11.0, Content::Number("{{или факт \"\"}}")),
    Column::new("Отклонение", 13.0, Content::Formula("IF(COUNT(D{row}:E{row})<2,\"\",E{row}-D{row})")),
    Column::new(
        "Выполнение",
        13.0,
        Content::Share("IF(OR(COUNT(D{row}:E{row})<2,D{row}=0),\"\",E{row}/D{row})"),
    ),
];

/// Draws it.
pub fn build(workbook: &mut Workbook) -> Result<(), XlsxError> {
    let mut page = Page::start(workbook, SHEET, COLUMNS)?;
    page.title(&["ПОКАЗАТЕЛИ: ПЛАН И ФАКТ", "{{учебный_год}} учебный год"])?;
    page.headings()?;
    let row = page.row();
    page.repeated("исполнение где=показатель")?;
    page.signature(&[HEAD])?;
    let mut chart = Chart::new(ChartType::Bar);
    for (column, name) in [(3, "План"), (4, "Факт")] {
        chart
            .add_series()
            .set_name(name)
            .set_categories((SHEET, row, 2, row, 2))
            .set_values((SHEET, row, column, row, column));
    }
    chart.title().set_name("План и факт");
    chart.y_axis().set_reverse();
    chart.set_width(960).set_height(620);
    let sheet = workbook.add_worksheet().set_name("Диаграмма")?;
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 1).insert_chart(0, 0, &chart)?;
    Ok(())
}
