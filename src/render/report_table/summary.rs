//! The sheet «Сводка»: what the report is, how many activities stand how in each part, and two charts of it.

use super::state::{self, STATES};
use super::{activities, charts, style};
use crate::analysis::{Line, Progress};
use crate::calendar::Quarter;
use crate::model::Model;
use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};

/// The sheet's name.
pub const NAME: &str = "Сводка";

/// Widths of the columns in characters: the state, the three parts that are counted, all, the share.
const WIDTHS: [f64; 6] = [40.0, 22.0, 22.0, 22.0, 22.0, 22.0];
/// The row of the headings.
pub const HEADING_ROW: u32 = 5;
/// The row of the first state.
pub const FIRST: u32 = HEADING_ROW + 1;
/// The row of the last state.
pub const LAST: u32 = FIRST + STATES.len() as u32 - 1;
/// The column of all parts together.
pub const ALL: u16 = 4;
const SHARE: u16 = 5;

/// How many activities are in each state, part by part of those that are counted.
pub type Counts = [[usize; 3]; STATES.len()];

/// Draws the sheet.
pub fn draw(
    sheet: &mut Worksheet,
    model: &Model,
    progress: &Progress,
    quarter: Quarter,
) -> Result<(), XlsxError> {
    for (column, width) in (0u16..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    write_titles(sheet, model, quarter)?;
    let counts = counts(progress);
    write_table(sheet, progress, &counts)?;
    let all: usize = counts.iter().flatten().sum();
    if all > 0 {
        let row = LAST + 6;
        sheet.insert_chart_with_offset(row, 0, &charts::parts(&counts), 0, 0)?;
        sheet.insert_chart_with_offset(row, 3, &charts::shares(&counts), 8, 0)?;
    }
    Ok(())
}

/// How many activities of each counted part are in each state.
fn counts(progress: &Progress) -> Counts {
    let mut counts = Counts::default();
    let counted = activities::parts(progress).into_iter().filter(|(_, _, counted)| *counted);
    for (part, (_, lines, _)) in counted.enumerate() {
        for line in lines {
            if let Some(count) = counts.get_mut(state::of(line.mark)).and_then(|row| row.get_mut(part)) {
                *count += 1;
            }
        }
    }
    counts
}

fn write_titles(sheet: &mut Worksheet, model: &Model, quarter: Quarter) -> Result<(), XlsxError> {
    let cluster = model.requisite("Полное наименование кластера").unwrap_or_default();
    let width: f64 = WIDTHS.iter().sum();
    sheet.merge_range(0, 0, 0, SHARE, &cluster, &style::plain().set_text_wrap())?;
    sheet.set_row_height(0, style::row_height(&[(&cluster, width)]))?;
    let title = format!("Отчёт о выполнении плана работы на {} учебный год", model.year);
    sheet.merge_range(1, 0, 1, SHARE, &title, &style::title(16))?;
    sheet.set_row_height(1, 26)?;
    sheet.merge_range(2, 0, 2, SHARE, &super::period_title(quarter), &style::title(13))?;
    sheet.set_row_height(2, 20)?;
    let as_of = format!("По состоянию на {}", quarter.period().end().format("%d.%m.%Y"));
    sheet.merge_range(3, 0, 3, SHARE, &as_of, &style::plain())?;
    Ok(())
}

fn write_table(sheet: &mut Worksheet, progress: &Progress, counts: &Counts) -> Result<(), XlsxError> {
    let parts = activities::parts(progress);
    let counted = parts.iter().filter(|(_, _, counted)| *counted).map(|(name, _, _)| *name);
    let headings = std::iter::once("Состояние").chain(counted).chain(["Всего", "Доля"]);
    for (column, heading) in (0u16..).zip(headings) {
        sheet.write_string_with_format(HEADING_ROW, column, heading, &style::heading())?;
    }
    sheet.set_row_height(HEADING_ROW, 32)?;
    let all: usize = counts.iter().flatten().sum();
    for (row, (state, own)) in (FIRST..).zip(STATES.iter().zip(counts)) {
        let name = style::cell().set_background_color(state.fill).set_font_color(state.letters);
        sheet.write_string_with_format(row, 0, state.title, &name)?;
        for (column, count) in (1u16..).zip(own) {
            sheet.write_number_with_format(row, column, *count as f64, &style::centred())?;
        }
        let sum: usize = own.iter().sum();
        let line = row + 1;
        write_sum(sheet, row, ALL, &format!("=SUM(B{line}:D{line})"), sum, &style::centred())?;
        write_share(sheet, row, sum, all, &style::centred())?;
    }
    write_totals(sheet, counts, all)?;
    let beside: Vec<String> = parts
        .iter()
        .filter(|(_, lines, counted)| !counted && !lines.is_empty())
        .map(|(name, lines, _): &(&str, &[Line], bool)| format!("{}: {}", name.to_lowercase(), lines.len()))
        .collect();
    if !beside.is_empty() {
        let text = format!("Кроме того, {}. Они перечислены на листе «Мероприятия».", beside.join(", "));
        sheet.merge_range(LAST + 4, 0, LAST + 4, SHARE, &text, &style::plain().set_italic())?;
    }
    Ok(())
}

/// All, and how many of them are done.
fn write_totals(sheet: &mut Worksheet, counts: &Counts, all: usize) -> Result<(), XlsxError> {
    let bold = style::centred().set_bold();
    let rows = [("Всего запланировано", LAST, STATES.len()), ("из них выполнено", FIRST + 1, 2)];
    for (row, (title, last, states)) in (LAST + 1..).zip(rows) {
        sheet.write_string_with_format(row, 0, title, &style::cell().set_bold())?;
        for (column, letter) in (1u16..).zip(["B", "C", "D", "E"]) {
            let part = |own: &[usize; 3]| match own.get(usize::from(column) - 1) {
                Some(count) => *count,
                None => own.iter().sum(),
            };
            let sum = counts.iter().take(states).map(part).sum();
            let formula = format!("=SUM({letter}{}:{letter}{})", FIRST + 1, last + 1);
            write_sum(sheet, row, column, &formula, sum, &bold)?;
        }
        let sum: usize = counts.iter().take(states).flatten().sum();
        write_share(sheet, row, sum, all, &bold)?;
    }
    Ok(())
}

fn write_sum(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    formula: &str,
    sum: usize,
    format: &Format,
) -> Result<(), XlsxError> {
    let formula = Formula::new(formula).set_result(sum.to_string());
    sheet.write_formula_with_format(row, column, formula, format)?;
    Ok(())
}

/// The share of all; a dash where there is nothing to share.
fn write_share(
    sheet: &mut Worksheet,
    row: u32,
    sum: usize,
    all: usize,
    format: &Format,
) -> Result<(), XlsxError> {
    if all == 0 {
        sheet.write_string_with_format(row, SHARE, "–", format)?;
    } else {
        let formula = Formula::new(format!("=E{}/E{}", row + 1, LAST + 2))
            .set_result((sum as f64 / all as f64).to_string());
        let percent = format.clone().set_num_format(style::PERCENT);
        sheet.write_formula_with_format(row, SHARE, formula, &percent)?;
    }
    Ok(())
}
