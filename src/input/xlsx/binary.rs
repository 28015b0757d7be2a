//! The parts of binary workbooks (.xlsb), which hold what those of .xlsx hold, in records.
//!
//! Our own reader: calamine's panics on a workbook of the corpus, and knows neither merges nor what is hidden or struck through.

use super::super::grid::{
    CellCount, Grid, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Merge, Raw, RawCell, RawRow, Shown,
};
use super::super::refusal::Refusal;
use super::records::{Record, Records};
use super::serial::from_serial;
use super::sheet::Context;
use super::strings::Strings;
use super::styles::{Class, Font, Style, Styles, built_in, of_code};
use super::workbook::Listed;
use crate::location::CellRef;
use std::collections::HashMap;
use std::io::BufRead;
use std::sync::Arc;

/// The sheets that the workbook part lists, and whether days count from 1904.
pub fn list(source: &mut dyn BufRead, place: &str) -> Result<(Listed, bool), Refusal> {
    let mut records = Records::new(source, place);
    let (mut sheets, mut is_1904) = (Vec::new(), false);
    while let Some((number, mut record)) = records.next()? {
        match number {
            // BrtWbProp
            153 => is_1904 = record.u32()? & 1 == 1,
            // BrtBundleSh
            156 => {
                // Excel 2007 before its release wrote a word more in front of the texts.
                let sheet = bundle(record.clone(), 2).or_else(|_| bundle(record, 3))?;
                sheets.push(sheet);
            }
            _ => {}
        }
    }
    Ok((sheets, is_1904))
}

/// A sheet as the workbook lists it: its state, `words` of four bytes in all, the relation's id, the name.
fn bundle(mut record: Record<'_>, words: usize) -> Result<(String, bool, String), Refusal> {
    let state = record.u32()?;
    for _ in 1..words {
        record.u32()?;
    }
    let (id, name) = (record.text()?.unwrap_or_default(), record.text()?.unwrap_or_default());
    Ok((name, state != 0, id))
}

/// The shared texts.
pub fn strings(source: &mut dyn BufRead, place: &str) -> Result<Strings, Refusal> {
    let mut records = Records::new(source, place);
    let mut strings = Vec::new();
    while let Some((number, mut record)) = records.next()? {
        // BrtSSTItem
        if number == 19 {
            record.u8()?;
            strings.push(Arc::from(record.text()?.unwrap_or_default()));
            if strings.len() > MAX_CELLS {
                return Err(Refusal::TooBig { place: place.to_owned() });
            }
        }
    }
    Ok(Strings { texts: strings, ..Strings::default() })
}

/// The styles.
pub fn styles(source: &mut dyn BufRead, place: &str) -> Result<Styles, Refusal> {
    let mut records = Records::new(source, place);
    let mut formats: HashMap<u32, (Class, Shown)> = HashMap::new();
    let (mut struck_fonts, mut styles, mut in_cells) = (Vec::new(), Vec::new(), false);
    while let Some((number, mut record)) = records.next()? {
        match number {
            // BrtFont: its height, then its flags.
            43 => {
                record.u16()?;
                struck_fonts.push(record.u16()? & 8 != 0);
            }
            // BrtFmt
            44 => {
                let id = record.u16()?;
                formats.insert(u32::from(id), of_code(&record.text()?.unwrap_or_default()));
            }
            // BrtBeginCellXFs, BrtEndCellXFs
            617 => in_cells = true,
            618 => in_cells = false,
            // BrtXF
            47 if in_cells => {
                let (_, format, font) = (record.u16()?, u32::from(record.u16()?), record.u16()?);
                let (class, shown) = formats.get(&format).copied().unwrap_or_else(|| built_in(format));
                let struck = struck_fonts.get(usize::from(font)).copied().unwrap_or(false);
                styles.push(Style { class, shown, font: Font { struck, ..Font::default() } });
            }
            _ => {}
        }
    }
    Ok(Styles::new(styles))
}

/// The cells of one sheet; `cells` counts them among those of the whole file.
pub fn sheet(
    source: &mut dyn BufRead,
    place: &str,
    context: &Context<'_>,
    cells: &mut CellCount<'_>,
) -> Result<Grid, Refusal> {
    let mut records = Records::new(source, place);
    let mut grid = Grid::default();
    let mut is_whole = false;
    while let Some((number, mut record)) = records.next()? {
        match number {
            // BrtRowHdr: the row, its style, its height, its flags.
            0 => {
                let row = record.u32()?;
                if row >= MAX_ROWS {
                    return Err(Refusal::damaged(format!("{place}: {row}")));
                }
                record.skip(7)?;
                let hidden = record.u8()? & 0x10 != 0;
                grid.rows.push(RawRow { row, hidden, cells: Vec::new() });
            }
            2..=11 | 62 => {
                let column = record.u32()?;
                let style = context.styles.get(record.u24()? as usize).unwrap_or_default();
                record.u8()?;
                let row = grid.rows.last_mut().filter(|_| column < MAX_COLUMNS);
                let row = row.ok_or_else(|| Refusal::damaged(format!("{place}: {column}")))?;
                let Some(value) = value(number, &mut record, style, context)? else { continue };
                cells.one(place)?;
                let shown =
                    if matches!(value, Raw::Number(_) | Raw::Date(_)) { style.shown } else { Shown::General };
                row.cells.push(RawCell { column, shown, struck: style.font.struck, value });
            }
            // BrtColInfo: first, last, width, style, flags.
            60 => {
                let (first, last) = (record.u32()?, record.u32()?);
                record.skip(8)?;
                if record.u16()? & 1 == 1 {
                    grid.hide_columns(first, last);
                }
            }
            // BrtMergeCell
            176 => {
                let (from_row, to_row, from, to) =
                    (record.u32()?, record.u32()?, record.u32()?, record.u32()?);
                if from_row <= to_row && to_row < MAX_ROWS && from <= to && to < MAX_COLUMNS {
                    grid.merges
                        .push(Merge { from: CellRef::new(from_row, from), to: CellRef::new(to_row, to) });
                }
            }
            // BrtEndSheet
            130 => is_whole = true,
            _ => {}
        }
    }
    if is_whole { grid.in_order(place) } else { Err(Refusal::damaged(place)) }
}

fn value(
    number: u16,
    record: &mut Record<'_>,
    style: Style,
    context: &Context<'_>,
) -> Result<Option<Raw>, Refusal> {
    let of_number = |number: f64| match style.class {
        Class::Moment => from_serial(number, context.is_1904),
        Class::Number if number.is_finite() => Raw::Number(number),
        Class::Number => Raw::Broken(Arc::from(number.to_string())),
    };
    Ok(Some(match number {
        // BrtCellRk
        2 => of_number(record.rk()?),
        // BrtCellError, BrtFmlaError
        3 | 11 => Raw::Error(Arc::from(error(record.u8()?))),
        // BrtCellBool, BrtFmlaBool
        4 | 10 => Raw::Bool(record.u8()? != 0),
        // BrtCellReal, BrtFmlaNum
        5 | 9 => of_number(record.f64()?),
        // BrtCellIsst
        7 => {
            let at = record.u32()?;
            let found = context.strings.get(at as usize);
            found.map_or_else(|| Raw::Broken(Arc::from(at.to_string())), |text| Raw::Text(Arc::clone(text)))
        }
        // BrtCellSt, BrtFmlaString, BrtCellRString: the last has its flags in front.
        number => {
            if number == 62 {
                record.u8()?;
            }
            match record.text()? {
                Some(text) if !text.is_empty() => Raw::Text(Arc::from(text)),
                _ => return Ok(None),
            }
        }
    }))
}

const fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR!",
    }
}
