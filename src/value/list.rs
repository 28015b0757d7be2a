//! A list of values; one of rows takes eight bytes a row.

use super::{RowId, Value};
use std::sync::Arc;

/// Values in order.
#[derive(Clone, Debug, PartialEq)]
pub enum List {
    /// Any values.
    Values(Arc<[Value]>),
    /// Links to rows of sheets.
    Rows(Arc<[RowId]>),
}

impl List {
    /// How many values it holds.
    pub fn len(&self) -> usize {
        match self {
            Self::Values(values) => values.len(),
            Self::Rows(rows) => rows.len(),
        }
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The values, one after the other.
    pub fn iter(&self) -> impl Iterator<Item = Value> + '_ {
        let (values, rows): (&[Value], &[RowId]) = match self {
            Self::Values(values) => (values, &[]),
            Self::Rows(rows) => (&[], rows),
        };
        values.iter().cloned().chain(rows.iter().map(|row| Value::Link(*row)))
    }
}

impl FromIterator<Value> for List {
    fn from_iter<I: IntoIterator<Item = Value>>(values: I) -> Self {
        Self::Values(values.into_iter().collect())
    }
}

impl FromIterator<RowId> for List {
    fn from_iter<I: IntoIterator<Item = RowId>>(rows: I) -> Self {
        Self::Rows(rows.into_iter().collect())
    }
}

impl<const N: usize> From<[Value; N]> for List {
    fn from(values: [Value; N]) -> Self {
        Self::Values(values.into())
    }
}

impl From<Vec<Value>> for List {
    fn from(values: Vec<Value>) -> Self {
        Self::Values(values.into())
    }
}
