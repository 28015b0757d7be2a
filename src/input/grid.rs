//! A sheet as it lies in the file: sparse rows of raw cells, merges, what is hidden. Every reader makes this and nothing else.

use super::refusal::Refusal;
use crate::location::CellRef;
use crate::model::table::Span;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The most rows that a sheet may have (Excel's own limit).
pub const MAX_ROWS: u32 = 1_048_576;
/// The most columns that a sheet may have (Excel's own limit).
pub const MAX_COLUMNS: u32 = 16_384;
/// The most cells with a value that one file may have: a sheet of 100,000 people has about a million.
pub const MAX_CELLS: usize = 8_000_000;
/// So many cells are counted apart before the other sheets' count learns of them.
const COUNTED_APART: usize = 1024;
/// The longest text of one cell, in bytes: thirty times what Excel itself allows.
pub const MAX_TEXT: usize = 1_000_000;

/// The cells of one sheet, counted together with those of the file's other sheets, which are read at the same time.
#[derive(Debug)]
pub struct CellCount<'f> {
    file: &'f AtomicUsize,
    own: usize,
}

impl<'f> CellCount<'f> {
    /// The count of a sheet of the file that `file` counts.
    pub const fn of(file: &'f AtomicUsize) -> Self {
        Self { file, own: 0 }
    }

    /// Counts one more cell.
    ///
    /// # Errors
    /// The file has too many; `place` says where.
    pub fn one(&mut self, place: &str) -> Result<(), Refusal> {
        self.own += 1;
        if self.file.load(Ordering::Relaxed) + self.own > MAX_CELLS {
            return Err(Refusal::TooBig { place: place.to_owned() });
        }
        if self.own == COUNTED_APART {
            self.file.fetch_add(std::mem::take(&mut self.own), Ordering::Relaxed);
        }
        Ok(())
    }
}

impl Drop for CellCount<'_> {
    fn drop(&mut self) {
        self.file.fetch_add(self.own, Ordering::Relaxed);
    }
}

/// What stands in a cell before anybody asks what it should be.
#[derive(Clone, Debug, PartialEq)]
pub enum Raw {
    /// Text as it is stored.
    Text(Arc<str>),
    /// A number without a date format.
    Number(f64),
    /// Yes or no.
    Bool(bool),
    /// A date by its format, or by its type.
    Date(NaiveDate),
    /// A time of day by its format, or by its type.
    Time(NaiveTime),
    /// A date with a time.
    DateTime(NaiveDateTime),
    /// An error value: `#REF!`.
    Error(Arc<str>),
    /// A formula whose value nobody has computed.
    NotComputed,
    /// A date format over a number that is no date: a serial of 60 or below 0, or beyond the year 9999.
    NoDate(f64),
    /// A value that contradicts its own type: a text index beyond the table, a number that is none.
    Broken(Arc<str>),
}

/// How a number or a date is shown, as far as it matters for what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Shown {
    /// As the program likes.
    #[default]
    General,
    /// As text: digits typed into a text cell.
    AsText,
    /// With so many digits after the point: `0.00` is 2.
    Decimals(u8),
    /// As a month and a year: what Excel makes of «март 2023» is the 1st of March, shown so.
    Month,
    /// As a hundredth part: 0.85 stands on the sheet as 85 %.
    Percent,
}

/// A cell that holds something.
#[derive(Clone, Debug, PartialEq)]
pub struct RawCell {
    /// The sheet's column, from 0.
    pub column: u32,
    /// How its number is shown.
    pub shown: Shown,
    /// Whether it is struck through.
    pub struck: bool,
    /// What stands in it.
    pub value: Raw,
}

impl RawCell {
    /// A plain cell.
    pub const fn new(column: u32, value: Raw) -> Self {
        Self { column, shown: Shown::General, struck: false, value }
    }

    /// Its text, where it is text.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Raw::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// A row that holds something; its cells in the order of their columns.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct RawRow {
    /// The sheet's row, from 0.
    pub row: u32,
    /// Whether it is hidden, by hand or by a filter.
    pub hidden: bool,
    /// Its cells, those that hold something.
    pub cells: Vec<RawCell>,
}

impl RawRow {
    /// The cell of that column, if it holds something.
    pub fn cell(&self, column: u32) -> Option<&RawCell> {
        self.cells.binary_search_by_key(&column, |cell| cell.column).ok().and_then(|at| self.cells.get(at))
    }
}

/// A merged range, both corners inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The upper left corner: the cell that has the value.
    pub from: CellRef,
    /// The lower right corner.
    pub to: CellRef,
}

/// One sheet.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Grid {
    /// The sheet's name.
    pub name: String,
    /// Whether the whole sheet is hidden.
    pub hidden: bool,
    /// The rows that hold something, from top to bottom.
    pub rows: Vec<RawRow>,
    /// The merged ranges.
    pub merges: Vec<Merge>,
    /// Ranges of hidden columns, both ends inside.
    pub hidden_columns: Vec<(u32, u32)>,
    /// Texts with bold or italic in them.
    pub rich: BTreeMap<CellRef, Arc<[Span]>>,
}

impl Grid {
    /// An empty sheet of that name.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// A sheet of texts, row after row, empty ones left out: what a csv or a table of a page is.
    pub fn of_texts<R, C>(name: impl Into<String>, rows: R) -> Self
    where
        R: IntoIterator<Item = C>,
        C: IntoIterator<Item = String>,
    {
        let mut grid = Self::named(name);
        for (row, texts) in (0u32..).zip(rows) {
            let cells: Vec<_> = (0u32..)
                .zip(texts)
                .filter(|(_, text)| !text.trim().is_empty())
                .map(|(column, text)| RawCell::new(column, Raw::Text(text.into())))
                .collect();
            if !cells.is_empty() {
                grid.rows.push(RawRow { row, hidden: false, cells });
            }
        }
        grid
    }

    /// Notes a range of hidden columns, both ends inside; more ranges than a sheet has columns say nothing new.
    pub fn hide_columns(&mut self, from: u32, to: u32) {
        if self.hidden_columns.len() < MAX_COLUMNS as usize {
            self.hidden_columns.push((from, to));
        }
    }

    /// Whether no cell holds anything.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Rows without cells go; rows and cells in disorder are put in order.
    ///
    /// # Errors
    /// Damage at `place`, where a cell stands twice.
    pub fn in_order(mut self, place: &str) -> Result<Grid, Refusal> {
        let rows = &mut self.rows;
        rows.retain(|row| !row.cells.is_empty());
        if !rows.is_sorted_by(|a, b| a.row < b.row) {
            rows.sort_by_key(|row| row.row);
            rows.dedup_by(|later, first| {
                let same = later.row == first.row;
                if same {
                    first.cells.append(&mut later.cells);
                }
                same
            });
        }
        for row in rows {
            if !row.cells.is_sorted_by(|a, b| a.column < b.column) {
                row.cells.sort_by_key(|cell| cell.column);
                if let Some([twice, _]) = row.cells.array_windows().find(|[a, b]| a.column == b.column) {
                    return Err(Refusal::damaged(format!(
                        "{}: {}",
                        place,
                        CellRef::new(row.row, twice.column)
                    )));
                }
            }
            row.cells.shrink_to_fit();
        }
        Ok(self)
    }
}
