//! The sheet «Мероприятия»: one table of all that the report lists, with a filter, statuses coloured.

use super::state::STATES;
use super::style;
use crate::analysis::{Line, Progress};
use crate::catalog::mark_text;
use crate::model::Model;
use rust_xlsxwriter::{
    ConditionalFormatText, ConditionalFormatTextRule, Format, Table, TableColumn, TableStyle, Worksheet,
    XlsxError,
};

/// The sheet's name.
pub const NAME: &str = "Мероприятия";

/// Headings, and widths in characters: together they fill a landscape A4 at nine points.
const COLUMNS: [(&str, f64); 9] = [
    ("Часть отчёта", 15.0),
    ("№ п/п", 7.0),
    ("Мероприятие", 38.0),
    ("Исполнители", 22.0),
    ("Срок по плану", 15.0),
    ("Дата исполнения", 13.0),
    ("Результат", 30.0),
    ("Подтверждение", 24.0),
    ("Отметка", 17.0),
];
const DATE: u16 = 5;
const MARK: u16 = 8;

/// The parts of the report in their order: each with its name and whether the summary counts it.
pub fn parts(progress: &Progress) -> [(&'static str, &[Line], bool); 5] {
    [
        ("К сроку", &progress.due, true),
        ("Перенесено с прошлых периодов", &progress.carried_over, true),
        ("Регулярные", &progress.recurring, true),
        ("В течение года", &progress.ongoing, false),
        ("Без фиксированного срока", &progress.without_term, false),
    ]
}

/// Draws the sheet.
pub fn draw(sheet: &mut Worksheet, model: &Model, progress: &Progress) -> Result<(), XlsxError> {
    for (column, (_, width)) in (0u16..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
    }
    let lines =
        parts(progress).into_iter().flat_map(|(part, lines, _)| lines.iter().map(move |line| (part, line)));
    let mut last = 0;
    for (row, (part, line)) in (1u32..).zip(lines) {
        write_line(sheet, row, part, line, model)?;
        last = row;
    }
    if last == 0 {
        last = 1;
        for column in 0..=MARK {
            sheet.write_blank(1, column, &style::cell())?;
        }
        sheet.write_string_with_format(1, 2, "В отчётном периоде мероприятий нет", &style::cell())?;
    }
    let columns: Vec<TableColumn> = COLUMNS
        .iter()
        .map(|(heading, _)| TableColumn::new().set_header(*heading).set_header_format(style::heading()))
        .collect();
    let table = Table::new().set_name(NAME).set_style(TableStyle::None).set_columns(&columns);
    sheet.add_table(0, 0, last, MARK, &table)?;
    // Beside the filter's button a heading needs a second line.
    sheet.set_row_height(0, style::row_height(&[("две\nстроки", 20.0)]))?;
    for state in STATES.iter().rev() {
        let colours = Format::new().set_background_color(state.fill).set_font_color(state.letters);
        let rule = ConditionalFormatText::new()
            .set_rule(ConditionalFormatTextRule::BeginsWith(state.stem.to_owned()))
            .set_format(colours)
            .set_stop_if_true(true);
        sheet.add_conditional_format(1, MARK, last, MARK, &rule)?;
    }
    sheet.set_freeze_panes(1, 3)?;
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

fn write_line(
    sheet: &mut Worksheet,
    row: u32,
    part: &str,
    line: &Line,
    model: &Model,
) -> Result<(), XlsxError> {
    let Some(activity) = model.plan.activities.get(line.activity) else { return Ok(()) };
    let (table, plan_row) = model.row(activity.row);
    let executors = table.cell(plan_row, "Исполнители").printed();
    let mark = mark_text(line.mark);
    let texts = [
        part,
        &activity.number.value,
        &activity.title.value,
        &executors,
        &activity.deadline.value.text,
        "",
        &line.result,
        &line.evidence,
        &mark,
    ];
    for (column, text) in (0u16..).zip(texts) {
        let format = match column {
            1 => style::centred().set_num_format("@"),
            DATE | MARK => style::centred(),
            _ => style::cell(),
        };
        sheet.write_string_with_format(row, column, text, &format)?;
    }
    if let Some(day) = line.date {
        style::write_day(sheet, row, DATE, day)?;
    }
    let wrapped: Vec<(&str, f64)> = texts.into_iter().zip(COLUMNS.map(|(_, width)| width)).collect();
    sheet.set_row_height(row, style::row_height(&wrapped))?;
    Ok(())
}
