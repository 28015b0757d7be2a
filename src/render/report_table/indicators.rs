//! The sheet «Показатели»: plan, fact, fact to plan, and a bar chart of it.

use super::style;
use crate::analysis::{Indicator, Progress};
use crate::model::Model;
use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartDataLabel, ChartDataLabelPosition, ChartFormat, ChartLine,
    ChartSolidFill, Format, Formula, Worksheet, XlsxError,
};

/// The sheet's name.
pub const NAME: &str = "Показатели";

const COLUMNS: [(&str, f64); 6] = [
    ("№ п/п", 7.0),
    ("Показатель", 44.0),
    ("Мероприятие", 48.0),
    ("План", 11.0),
    ("Факт", 11.0),
    ("Факт к плану", 13.0),
];
const NAME_COLUMN: u16 = 1;
const SHARE: u16 = 5;
const HEADING_HEIGHT: f64 = 24.0;
/// Pixels of the chart: above it, around the bars, a bar where there is room, and at least.
const ABOVE: u32 = 20;
const AROUND: u32 = 110;
const BAR: u32 = 34;
const THINNEST: u32 = 13;
/// A pixel in points.
const PIXEL: f64 = 0.75;

/// Draws the sheet.
pub fn draw(sheet: &mut Worksheet, model: &Model, progress: &Progress) -> Result<(), XlsxError> {
    for (column, (heading, width)) in (0u16..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, heading, &style::heading())?;
    }
    sheet.set_row_height(0, HEADING_HEIGHT)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    if progress.indicators.is_empty() {
        sheet.write_string_with_format(
            1,
            NAME_COLUMN,
            "Показателей за период не указано",
            &style::plain(),
        )?;
        return Ok(());
    }
    let (mut last, mut height) = (0, HEADING_HEIGHT);
    for (row, indicator) in (1u32..).zip(&progress.indicators) {
        height += write_indicator(sheet, row, indicator, model)?;
        last = row;
    }
    if progress.indicators.iter().any(|indicator| share(indicator).is_some()) {
        let chart_height = chart_height(last);
        sheet.insert_chart_with_offset(last + 1, 0, chart(last).set_height(chart_height), 0, ABOVE)?;
        // A chart is cut where the page ends; page breaks work only where the sheet is not made to fit.
        if height % style::PAGE_HEIGHT + f64::from(chart_height + ABOVE) * PIXEL > style::PAGE_HEIGHT {
            sheet.set_print_scale(100).set_page_breaks(&[last + 1])?;
        }
    }
    Ok(())
}

/// Pixels of a chart with so many bars: one page holds it as long as the bars are not too thin to read.
fn chart_height(bars: u32) -> u32 {
    let room = (style::PAGE_HEIGHT - HEADING_HEIGHT) / PIXEL - f64::from(ABOVE + AROUND);
    AROUND + bars * (room as u32 / bars.max(1)).clamp(THINNEST, BAR)
}

/// Fact to plan, where both are known and there is a plan.
fn share(indicator: &Indicator) -> Option<f64> {
    let (actual, planned) = (indicator.actual?, indicator.planned?);
    (planned > 0.0 && actual >= 0.0).then(|| actual / planned)
}

/// Writes a row, and returns its height in points.
fn write_indicator(
    sheet: &mut Worksheet,
    row: u32,
    indicator: &Indicator,
    model: &Model,
) -> Result<f64, XlsxError> {
    let activity = model.plan.activities.get(indicator.activity);
    let number = activity.map_or("", |activity| activity.number.value.as_str());
    let title = activity.map_or("", |activity| activity.title.value.as_str());
    sheet.write_string_with_format(row, 0, number, &style::centred().set_num_format("@"))?;
    sheet.write_string_with_format(row, 2, title, &style::cell())?;
    sheet.write_string_with_format(row, NAME_COLUMN, &indicator.name, &style::cell())?;
    for (column, value) in [(3, indicator.planned), (4, indicator.actual)] {
        match value {
            Some(value) => sheet.write_number_with_format(row, column, value, &quantity(value))?,
            None => sheet.write_blank(row, column, &style::centred())?,
        };
    }
    let format = style::centred().set_num_format(style::PERCENT);
    match share(indicator) {
        Some(share) => {
            let line = row + 1;
            let formula = Formula::new(format!("=E{line}/D{line}")).set_result(share.to_string());
            sheet.write_formula_with_format(row, SHARE, formula, &format)?
        }
        None => sheet.write_blank(row, SHARE, &format)?,
    };
    let texts = [(indicator.name.as_str(), COLUMNS[1].1), (title, COLUMNS[2].1)];
    let height = style::row_height(&texts);
    sheet.set_row_height(row, height)?;
    Ok(height)
}

/// Whole numbers by thousands, others with up to three places.
fn quantity(value: f64) -> Format {
    style::centred().set_num_format(if value.fract() == 0.0 { "#,##0" } else { "#,##0.0##" })
}

fn chart(last: u32) -> Chart {
    let mut chart = Chart::new_bar();
    let mut label = ChartDataLabel::new();
    label
        .show_value()
        .set_num_format(style::PERCENT)
        .set_position(ChartDataLabelPosition::OutsideEnd)
        .set_font(&style::chart_font(10));
    chart
        .add_series()
        .set_name("Факт к плану")
        // With the number of the activity: two activities may have indicators of one name.
        .set_categories((NAME, 1, 0, last, NAME_COLUMN))
        .set_values((NAME, 1, SHARE, last, SHARE))
        .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(0x002F_5597)))
        .set_data_label(&label)
        .set_gap(60);
    chart.title().set_name("Выполнение показателей, факт к плану").set_font(&style::chart_font(13));
    chart.legend().set_hidden();
    // The first indicator stands on top; that carries the other axis to the top as well.
    chart.y_axis().set_font(&style::chart_font(10)).set_reverse();
    chart
        .x_axis()
        .set_font(&style::chart_font(10))
        .set_num_format("0\"\u{a0}\"%")
        .set_min(0)
        .set_label_position(ChartAxisLabelPosition::High)
        .set_major_gridlines_line(ChartLine::new().set_color(0x00D9_D9D9));
    chart.set_width(968).set_alt_text("Столбчатая диаграмма: отношение факта к плану по каждому показателю");
    chart
}
