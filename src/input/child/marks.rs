//! What calamine does not tell of an .xls: rows and columns that are hidden, cells that are struck through ([MS-XLS], 2.4).

use std::collections::HashSet;
use std::io::{Cursor, Read};

const FONT: u16 = 0x31;
const FORMAT_OF_CELL: u16 = 0xE0;
const BOUND_SHEET: u16 = 0x85;
const ROW: u16 = 0x208;
const COLUMNS: u16 = 0x7D;
const END: u16 = 0x0A;
/// Records of one cell, of BIFF5 and BIFF8: row, column, format, then the value.
const CELLS: &[u16] = &[0x06, 0xD6, 0xFD, 0x201, 0x203, 0x204, 0x205, 0x206, 0x27E, 0x406];
/// A row of numbers: row, first column, then a format and a number each.
const NUMBERS: u16 = 0xBD;

/// The marks of one sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Rows that are hidden.
    pub rows: HashSet<u32>,
    /// Columns that are hidden, first and last.
    pub columns: Vec<(u32, u32)>,
    /// Cells that are struck through: row and column.
    pub struck: HashSet<(u32, u32)>,
}

/// The marks of every sheet, in the order of the workbook; none where the container does not open: its own reader says what is wrong.
pub fn of_workbook(bytes: &[u8]) -> Vec<Marks> {
    let Ok(mut container) = cfb::CompoundFile::open(Cursor::new(bytes)) else { return Vec::new() };
    let name = ["Workbook", "Book"].into_iter().find_map(|name| {
        // Some writers have it all in capitals.
        let streams = container.read_root_storage();
        streams.filter(cfb::Entry::is_stream).find(|entry| entry.name().eq_ignore_ascii_case(name))
    });
    let mut stream = Vec::new();
    let read = name.and_then(|entry| container.open_stream(entry.path()).ok()?.read_to_end(&mut stream).ok());
    if read.is_some() { of_stream(&stream) } else { Vec::new() }
}

fn of_stream(stream: &[u8]) -> Vec<Marks> {
    let (mut struck_fonts, mut formats, mut sheets) = (Vec::new(), Vec::new(), Vec::new());
    for (kind, data) in Records(stream) {
        match kind {
            FONT => struck_fonts.push(short(data, 2).is_some_and(|flags| flags & 8 != 0)),
            FORMAT_OF_CELL => formats.push(short(data, 0)),
            BOUND_SHEET => sheets.push(long(data, 0)),
            END => break,
            _ => {}
        }
    }
    // There is no font of the number 4: the fifth has 5.
    let is_struck = |font: u16| {
        let place = if font > 4 { font - 1 } else { font };
        struck_fonts.get(usize::from(place)).copied().unwrap_or(false)
    };
    let struck: Vec<bool> = formats.into_iter().map(|font| font.is_some_and(is_struck)).collect();
    let of_sheet = |start: Option<u32>| {
        start.and_then(|start| stream.get(start as usize..)).map(|part| of_sheet(part, &struck))
    };
    sheets.into_iter().map(|start| of_sheet(start).unwrap_or_default()).collect()
}

fn of_sheet(part: &[u8], struck: &[bool]) -> Marks {
    let mut marks = Marks::default();
    let is_struck = |format: u16| struck.get(usize::from(format)).copied().unwrap_or(false);
    let mut depth = 0_u32;
    for (kind, data) in Records(part) {
        let (first, second) = (short(data, 0).map(u32::from), short(data, 2).map(u32::from));
        match (kind, first, second) {
            // A chart within the sheet has a beginning and an end of its own.
            (0x809, ..) => depth += 1,
            (END, ..) if depth <= 1 => break,
            (END, ..) => depth -= 1,
            (ROW, Some(row), _) if short(data, 12).is_some_and(|flags| flags & 0x20 != 0) => {
                marks.rows.insert(row);
            }
            (COLUMNS, Some(first), Some(last)) if short(data, 8).is_some_and(|flags| flags & 1 != 0) => {
                marks.columns.push((first, last));
            }
            (NUMBERS, Some(row), Some(column)) => {
                let formats = data.get(4..).unwrap_or_default().chunks_exact(6).map(|cell| short(cell, 0));
                for (column, format) in (column..).zip(formats) {
                    if format.is_some_and(is_struck) {
                        marks.struck.insert((row, column));
                    }
                }
            }
            (kind, Some(row), Some(column))
                if CELLS.contains(&kind) && short(data, 4).is_some_and(is_struck) =>
            {
                marks.struck.insert((row, column));
            }
            _ => {}
        }
    }
    marks
}

fn short(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..at + 2).and_then(|bytes| bytes.try_into().ok()).map(u16::from_le_bytes)
}

fn long(data: &[u8], at: usize) -> Option<u32> {
    data.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map(u32::from_le_bytes)
}

/// The records of a stream: kind and data; they end where the stream is cut.
struct Records<'s>(&'s [u8]);

impl<'s> Iterator for Records<'s> {
    type Item = (u16, &'s [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (short(self.0, 0)?, short(self.0, 2)?);
        let end = 4 + usize::from(length);
        let data = self.0.get(4..end)?;
        self.0 = self.0.get(end..)?;
        Some((kind, data))
    }
}
