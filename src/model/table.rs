//! A sheet as it was read and recognised: columns under their headings, rows of decoded cells.

use super::schema::{ColumnKind, SheetKind};
use crate::location::{CellRef, Location, Sheet};
use crate::russian::Gender;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What stands in a cell, after decoding.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing, or white space only.
    Empty,
    /// Text, cleaned of what no reader sees: outer white space, zero-width characters, `_x000D_`.
    Text(Arc<str>),
    /// A number that is none of the others.
    Number(f64),
    /// A date.
    Date(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
    /// A date with a time.
    DateTime(NaiveDateTime),
    /// Yes or no.
    Flag(bool),
}

impl Cell {
    /// The text of a text cell.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether nothing stands in it.
    pub const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

/// A stretch of a text that is bold or italic, or neither.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The stretch as the cell has it.
    pub text: Arc<str>,
    /// Whether it is bold.
    pub is_bold: bool,
    /// Whether it is italic.
    pub is_italic: bool,
}

/// A column under its heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The heading as it is written, white space folded.
    pub heading: Arc<str>,
    /// The canonical heading, where the schema knows the column.
    pub canonical: Option<&'static str>,
    /// The name in templates: from the canonical heading where there is one, else from the heading.
    pub field: Arc<str>,
    /// What its cells hold.
    pub kind: ColumnKind,
    /// The sheet's column, from 0.
    pub column: u32,
    /// The row of the heading, from 0; in a transposed table the value stands in the same row.
    pub heading_row: u32,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The sheet's row, from 0.
    pub row: u32,
    /// Whether it is the title of a section rather than data (only plans have such rows); the title is then the first cell.
    pub is_section: bool,
    /// A cell a column, in the table's order.
    pub cells: Vec<Cell>,
}

/// A sheet that was recognised, or kept under its own name.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the sheet was taken for.
    pub kind: SheetKind,
    /// Where it is.
    pub at: Arc<Sheet>,
    /// The name of its rows in templates: `наставники`; the sheet's own name, as templates write names, for a sheet of no
    /// known kind.
    pub collection: Arc<str>,
    /// The columns, in the sheet's order.
    pub columns: Vec<Column>,
    /// The rows, in the sheet's order.
    pub rows: Vec<Row>,
    /// Whether headings run down the sheet instead of across it, as in «Реквизиты»: one row then, each cell beside its heading.
    pub transposed: bool,
    /// Lines of text above the table: a title, an approval stamp.
    pub preamble: Vec<(CellRef, Arc<str>)>,
    /// Texts with bold or italic in them, by their cells.
    pub rich: BTreeMap<CellRef, Arc<[Span]>>,
}

impl Table {
    /// The place in [`Row::cells`] of the column with that canonical heading.
    pub fn position(&self, canonical: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.canonical == Some(canonical))
    }

    /// The cell of `row` under the canonical heading; an empty cell where there is no such column.
    pub fn cell<'a>(&self, row: &'a Row, canonical: &str) -> &'a Cell {
        self.position(canonical).and_then(|at| row.cells.get(at)).unwrap_or(&Cell::Empty)
    }

    /// The place of that cell on the sheet: the row's first cell where there is no such column.
    pub fn location(&self, row: &Row, canonical: &str) -> Location {
        self.location_at(row, self.position(canonical).unwrap_or(0))
    }

    /// The place of the cell at `position` of [`Row::cells`].
    pub fn location_at(&self, row: &Row, position: usize) -> Location {
        let at = self.columns.get(position).map_or(CellRef::new(row.row, 0), |column| {
            CellRef::new(if self.transposed { column.heading_row } else { row.row }, column.column)
        });
        Location::Cell(Arc::clone(&self.at), at)
    }

    /// The cell of the heading of the column at `position`.
    pub fn heading_location(&self, position: usize) -> Location {
        self.columns.get(position).map_or_else(
            || Location::Sheet(Arc::clone(&self.at)),
            |column| Location::Cell(Arc::clone(&self.at), CellRef::new(column.heading_row, column.column)),
        )
    }

    /// The gender that the sheet says of the person in the column at `position`.
    pub fn gender(&self, row: &Row, position: usize) -> Option<Gender> {
        Self::stated_gender(row, self.gender_column(position))
    }

    /// The column that says the gender of the person in the column at `position`: «Пол» where the table has one person a row, else the one
    /// that shares a word with the person's heading («Пол руководителя»).
    pub fn gender_column(&self, position: usize) -> Option<usize> {
        let people = self.columns.iter().filter(|column| column.kind == ColumnKind::Person).count();
        let own = self.columns.get(position)?.heading.to_lowercase();
        let words: Vec<&str> =
            own.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3).collect();
        self.columns.iter().position(|column| {
            let heading = column.heading.to_lowercase();
            column.kind == ColumnKind::Gender
                && (people == 1
                    || words.iter().any(|word| heading.contains(word.trim_end_matches(['ь', 'й', 'я']))))
        })
    }

    /// The gender that the cell of that column says.
    pub fn stated_gender(row: &Row, column: Option<usize>) -> Option<Gender> {
        stated_gender(row.cells.get(column?)?)
    }
}

/// The gender that a cell of a column «Пол» says: м, муж., мужской, 1; ж, жен., женский, 2 or 0.
fn stated_gender(cell: &Cell) -> Option<Gender> {
    match cell.printed().trim().to_lowercase().chars().next()? {
        'м' | 'm' | '1' => Some(Gender::Masculine),
        'ж' | 'f' | '2' | '0' => Some(Gender::Feminine),
        _ => None,
    }
}
