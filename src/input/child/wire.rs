//! What a child says to its parent: sheets in JSON.

use crate::input::grid::{Grid, Merge, Raw, RawCell, RawRow};
use crate::input::xlsx::from_serial;
use crate::location::CellRef;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The answer to one workbook.
#[derive(Debug, Serialize, Deserialize)]
pub enum Reply {
    /// Its sheets.
    Grids(Vec<WireGrid>),
    /// It has a password.
    Password,
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
        let cell = |(column, value)| RawCell::new(column, raw(value));
        let row = |(row, cells): (u32, Vec<_>)| RawRow {
            row,
            hidden: false,
            cells: cells.into_iter().map(cell).collect(),
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
            hidden_columns: Vec::new(),
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
