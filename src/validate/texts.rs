//! The cells of text of every table, for the rules that look at wording.

use crate::location::Location;
use crate::model::Model;
use crate::model::table::{Cell, Row, Table};

/// A cell of text, and where it stands.
#[derive(Clone, Copy)]
pub(super) struct TextCell<'m> {
    /// What stands there.
    pub text: &'m str,
    table: &'m Table,
    row: &'m Row,
    position: usize,
}

impl TextCell<'_> {
    /// Its place.
    pub fn at(&self) -> Location {
        self.table.location_at(self.row, self.position)
    }
}

/// Every cell of text, table after table, row after row.
pub(super) fn texts(model: &Model) -> impl Iterator<Item = TextCell<'_>> {
    model.tables.iter().flat_map(|table| {
        table.rows.iter().flat_map(move |row| {
            row.cells.iter().enumerate().filter_map(move |(position, cell)| {
                Some(TextCell { text: Cell::text(cell)?, table, row, position })
            })
        })
    })
}

/// The text, cut to what a line of a terminal holds.
pub(super) fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
