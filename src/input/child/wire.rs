//! What a child says to its parent: sheets in JSON.

use crate::input::grid::{Grid, Merge, Raw, RawCell, RawRow};
use crate::input::xlsx::from_serial;
use crate::location::CellRef;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::sync::Arc;

/// The answer to one workbook.
#[derive(Debug, Serialize, Deserialize)]
pub enum Reply {
    /// Its sheets.
    Grids(Vec<WireGrid>),
    /// It has a password.
    Password,
    /// Its texts are in a code page that is not known.
    Encoding,
    /// It is broken, in the words of its reader.
    Damaged(String),
}

/// A sheet.
#[derive(Debug, Serialize, Deserialize)]
pub struct WireGrid {
    pub name: String,
    pub hidden: bool,
    /// Rows from top to bottom: the row, its cells from left to right.
    pub rows: Vec<(u32, Vec<(u32, WireValue)>)>,
    /// Merges: the first row and column, the last row and column.
    pub merges: Vec<[u32; 4]>,
    /// Rows that are hidden.
    pub hidden_rows: HashSet<u32>,
    /// Columns that are hidden, first and last.
    pub hidden_columns: Vec<(u32, u32)>,
    /// Cells that are struck through: row and column.
    pub struck: HashSet<(u32, u32)>,
}

/// A value.
#[derive(Debug, Serialize, Deserialize)]
pub enum WireValue {
    Text(String),
    Number(f64),
    Bool(bool),
    /// A count of days, from 1904 where the second is true.
    Moment(f64, bool),
    Error(String),
    Broken(String),
}

impl From<WireGrid> for Grid {
    fn from(wire: WireGrid) -> Self {
        let row = |(row, cells): (u32, Vec<_>)| {
            let cell = |(column, value)| RawCell {
                struck: wire.struck.contains(&(row, column)),
                ..RawCell::new(column, raw(value))
            };
            let cells = cells.into_iter().map(cell).collect();
            RawRow { row, hidden: wire.hidden_rows.contains(&row), cells }
        };
        let merge = |[row, column, last_row, last_column]: [u32; 4]| Merge {
            from: CellRef::new(row, column),
            to: CellRef::new(last_row, last_column),
        };
        Self {
            name: wire.name,
            hidden: wire.hidden,
            rows: wire.rows.into_iter().map(row).collect(),
            merges: wire.merges.into_iter().map(merge).collect(),
            hidden_columns: wire.hidden_columns,
            rich: std::collections::BTreeMap::new(),
        }
    }
}

fn raw(value: WireValue) -> Raw {
    match value {
        WireValue::Text(text) => Raw::Text(Arc::from(text)),
        WireValue::Number(number) => Raw::Number(number),
        WireValue::Bool(yes) => Raw::Bool(yes),
        WireValue::Moment(serial, is_1904) => from_serial(serial, is_1904),
        WireValue::Error(error) => Raw::Error(Arc::from(error)),
        WireValue::Broken(text) => Raw::Broken(Arc::from(text)),
    }
}
