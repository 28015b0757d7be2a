//! A fresh workbook of a file's values: doubtful cells coloured and noted, and a first sheet that lists every finding.

use super::{MarkError, Marks, is_error, marks, note};
use crate::diagnostic::{Finding, Language, hint, message, text};
use crate::input::grid::{Grid, Raw, Shown};
use crate::input::workbook;
use crate::location::{CellRef, Location};
use chrono::{NaiveDate, Timelike};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, Note, Workbook, Worksheet, XlsxError,
};
use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

/// The widest that a column is made, in pixels.
const MAX_WIDTH: u32 = 420;
/// The longest name of a sheet, in UTF-16 units.
const MAX_NAME: usize = 31;
/// The longest text of a cell in Excel, in UTF-16 units.
const MAX_TEXT: usize = 32_767;

/// The bytes of such a workbook of the file `name`. Formats and formulas are not carried over.
///
/// # Errors
/// [`MarkError`].
pub fn fresh(
    bytes: &[u8],
    name: &Arc<str>,
    program: &Path,
    findings: &[&Finding],
    language: Language,
) -> Result<Vec<u8>, MarkError> {
    let grids = workbook::grids(bytes, name, program, &mut Vec::new()).map_err(|_| MarkError::Unreadable)?;
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let mut taken = HashSet::new();
    list(book.add_worksheet(), findings, &mut taken, language)?;
    for grid in &grids {
        let sheet = book.add_worksheet();
        sheet.set_name(free_name(&grid.name, &mut taken))?;
        fill(sheet, grid, &marks(findings, &grid.name), language)?;
    }
    Ok(book.save_to_buffer()?)
}

fn list(
    sheet: &mut Worksheet,
    findings: &[&Finding],
    taken: &mut HashSet<String>,
    language: Language,
) -> Result<(), XlsxError> {
    sheet.set_name(free_name(&text("mark-sheet", &[], language), taken))?;
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (column, key) in (0..).zip(["mark-place", "mark-message", "mark-hint", "mark-code"]) {
        sheet.write_string_with_format(0, column, text(key, &[], language), &bold)?;
    }
    for (row, finding) in (1..).zip(findings) {
        let place = match &finding.at {
            Some(Location::Cell(at, cell)) => format!("{} › {cell}", at.sheet),
            Some(Location::Sheet(at)) => at.sheet.to_string(),
            _ => String::new(),
        };
        let texts = [place, message(finding, language), hint(finding, language).unwrap_or_default()];
        for (column, text) in (0..).zip(texts.iter().map(String::as_str).chain([finding.code.name()])) {
            sheet.write_string_with_format(row, column, shortened(text), &wrapped)?;
        }
    }
    for (column, width) in [(0, 28), (1, 60), (2, 60), (3, 24)] {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn fill(sheet: &mut Worksheet, grid: &Grid, marks: &Marks<'_>, language: Language) -> Result<(), XlsxError> {
    for row in &grid.rows {
        for cell in &row.cells {
            let at = CellRef::new(row.row, cell.column);
            let mut format = Format::new().set_text_wrap().set_align(FormatAlign::Top);
            if let Some(findings) = marks.get(&at) {
                format = format.set_background_color(colour(findings));
            }
            if cell.struck {
                format = format.set_font_strikethrough();
            }
            write(sheet, at, &cell.value, cell.shown, format)?;
        }
    }
    for (at, findings) in marks {
        let column = at.column as u16;
        // A finding about what is not there: the empty cell is coloured.
        let row = grid
            .rows
            .binary_search_by_key(&at.row, |row| row.row)
            .ok()
            .and_then(|place| grid.rows.get(place));
        if row.and_then(|row| row.cell(at.column)).is_none() {
            sheet.write_blank(at.row, column, &Format::new().set_background_color(colour(findings)))?;
        }
        let boxed = Note::new(shortened(&note(findings, language)))
            .add_author_prefix(false)
            .set_width(320)
            .set_height(120);
        sheet.insert_note(at.row, column, &boxed)?;
    }
    for merge in &grid.merges {
        // Only rows of titles are merged again: a range that is written twice is an error of the writer.
        if merge.from.row == merge.to.row && marks.keys().all(|at| at.row != merge.from.row) {
            let text = grid
                .rows
                .iter()
                .find(|row| row.row == merge.from.row)
                .and_then(|row| row.cell(merge.from.column)?.text());
            let format = Format::new().set_text_wrap();
            let (from, to) = (merge.from.column as u16, merge.to.column as u16);
            sheet.merge_range(
                merge.from.row,
                from,
                merge.to.row,
                to,
                &shortened(text.unwrap_or_default()),
                &format,
            )?;
        }
    }
    sheet.set_autofit_max_width(MAX_WIDTH);
    sheet.autofit();
    Ok(())
}

fn write(
    sheet: &mut Worksheet,
    at: CellRef,
    value: &Raw,
    shown: Shown,
    format: Format,
) -> Result<(), XlsxError> {
    let (row, column) = (at.row, at.column as u16);
    match value {
        Raw::Text(text) | Raw::Error(text) | Raw::Broken(text) => {
            sheet.write_string_with_format(row, column, shortened(text), &format)?
        }
        Raw::Number(number) | Raw::NoDate(number) => {
            let format = match shown {
                Shown::Percent => format.set_num_format("0.##%"),
                Shown::Decimals(digits) if digits > 0 => {
                    format.set_num_format(format!("0.{}", "0".repeat(usize::from(digits))))
                }
                _ => format,
            };
            sheet.write_number_with_format(row, column, *number, &format)?
        }
        Raw::Bool(yes) => sheet.write_boolean_with_format(row, column, *yes, &format)?,
        Raw::Date(date) => sheet.write_number_with_format(
            row,
            column,
            serial(*date),
            &format.set_num_format("dd.mm.yyyy"),
        )?,
        Raw::Time(time) => {
            let part = f64::from(time.num_seconds_from_midnight()) / 86_400.0;
            sheet.write_number_with_format(row, column, part, &format.set_num_format("hh:mm"))?
        }
        Raw::DateTime(moment) => {
            let part = f64::from(moment.time().num_seconds_from_midnight()) / 86_400.0;
            let format = format.set_num_format("dd.mm.yyyy hh:mm");
            sheet.write_number_with_format(row, column, serial(moment.date()) + part, &format)?
        }
        Raw::NotComputed => sheet.write_blank(row, column, &format)?,
    };
    Ok(())
}

/// The day's count from 30 December 1899.
fn serial(date: NaiveDate) -> f64 {
    NaiveDate::from_ymd_opt(1899, 12, 30).map_or(0.0, |first| (date - first).num_days() as f64)
}

fn colour(findings: &[&Finding]) -> Color {
    Color::RGB(if is_error(findings) { 0xFF_C7_CE } else { 0xFF_EB_9C })
}

fn shortened(text: &str) -> String {
    let mut units = 0;
    text.chars()
        .take_while(|letter| {
            units += letter.len_utf16();
            units <= MAX_TEXT
        })
        .collect()
}

/// A name that Excel allows and that no sheet has yet, by the one that is given.
fn free_name(name: &str, taken: &mut HashSet<String>) -> String {
    let plain: String = name
        .chars()
        .map(|c| if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') { '_' } else { c })
        .collect();
    let plain = plain.trim().trim_matches('\'');
    let cut = |tail: &str| {
        let mut units = tail.encode_utf16().count();
        let head: String = plain
            .chars()
            .take_while(|letter| {
                units += letter.len_utf16();
                units <= MAX_NAME
            })
            .collect();
        format!("{head}{tail}")
    };
    let mut free = if plain.is_empty() { "1".to_owned() } else { cut("") };
    let mut number = 2;
    while !taken.insert(free.to_lowercase()) {
        free = cut(&format!(" ({number})"));
        number += 1;
    }
    free
}
