//! The child's side: one workbook in, its sheets out.

use super::marks::{self, Marks};
use super::wire::{Reply, WireGrid, WireValue};
use calamine::{Data, Range, Reader, SheetType, SheetVisible, Xls, XlsError};
use std::io::{Cursor, Read, Write};

/// Reads a workbook from `input` and writes its sheets to `output`.
///
/// # Errors
/// Of the two streams only; what is wrong with the workbook is part of the answer.
pub fn serve(input: &mut impl Read, output: &mut impl Write) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    serde_json::to_writer(&mut *output, &old(bytes))?;
    output.flush()
}

fn old(bytes: Vec<u8>) -> Reply {
    let marks = marks::of_workbook(&bytes);
    let mut book = match Xls::new(Cursor::new(bytes)) {
        Ok(book) => book,
        Err(XlsError::Password) => return Reply::Password,
        // A code page that no table of encodings has; read by another, it would be gibberish.
        Err(error) if error.to_string().contains("Codepage") => return Reply::Encoding,
        Err(error) => return Reply::Damaged(error.to_string()),
    };
    let is_1904 = book.has_1904_epoch();
    let merges = |book: &Xls<Cursor<Vec<u8>>>, name: &str| {
        let ranges = book.merge_cells_by_sheet_name(name).unwrap_or_default();
        ranges.into_iter().map(|range| [range.start.0, range.start.1, range.end.0, range.end.1]).collect()
    };
    sheets(&mut book, is_1904, &marks, merges)
}

fn sheets<B>(
    book: &mut B,
    is_1904: bool,
    marks: &[Marks],
    merges: impl Fn(&B, &str) -> Vec<[u32; 4]>,
) -> Reply
where
    B: Reader<Cursor<Vec<u8>>>,
    B::Error: std::fmt::Display,
{
    let listed: Vec<_> = book
        .sheets_metadata()
        .iter()
        .cloned()
        .enumerate()
        .filter(|(_, sheet)| sheet.typ == SheetType::WorkSheet)
        .collect();
    let mut grids = Vec::with_capacity(listed.len());
    for (index, sheet) in listed {
        let marks = marks.get(index).cloned().unwrap_or_default();
        let range = match book.worksheet_range(&sheet.name) {
            Ok(range) => range,
            Err(error) => return Reply::Damaged(format!("{}: {error}", sheet.name)),
        };
        grids.push(WireGrid {
            merges: merges(book, &sheet.name),
            hidden: sheet.visible != SheetVisible::Visible,
            rows: rows(&range, is_1904),
            hidden_rows: marks.rows,
            hidden_columns: marks.columns,
            struck: marks.struck,
            name: sheet.name,
        });
    }
    Reply::Grids(grids)
}

fn rows(range: &Range<Data>, is_1904: bool) -> Vec<(u32, Vec<(u32, WireValue)>)> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    let mut rows: Vec<(u32, Vec<(u32, WireValue)>)> = Vec::new();
    for (row, column, data) in range.used_cells() {
        let Some(value) = value(data, is_1904) else { continue };
        let (row, column) = (first_row + row as u32, first_column + column as u32);
        match rows.last_mut() {
            Some((last, cells)) if *last == row => cells.push((column, value)),
            _ => rows.push((row, vec![(column, value)])),
        }
    }
    rows
}

fn value(data: &Data, is_1904: bool) -> Option<WireValue> {
    let number = |number: f64| {
        // JSON has no infinity, and no cell of an honest file has one.
        if number.is_finite() { WireValue::Number(number) } else { WireValue::Broken(number.to_string()) }
    };
    Some(match data {
        Data::Empty => return None,
        Data::Int(int) => WireValue::Number(*int as f64),
        Data::Float(float) => number(*float),
        Data::String(text) if text.is_empty() => return None,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            WireValue::Text(text.clone())
        }
        Data::Bool(yes) => WireValue::Bool(*yes),
        Data::DateTime(moment) if moment.as_f64().is_finite() => WireValue::Moment(moment.as_f64(), is_1904),
        Data::DateTime(moment) => WireValue::Broken(moment.as_f64().to_string()),
        Data::Error(error) => WireValue::Error(error.to_string()),
    })
}
