//! A table that stands twice: in a copy of a sheet, or in an older file that was left in the folder.

use super::Reading;
use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use crate::model::table::Table;
use std::sync::Arc;

/// Drops, of the tables from `from` on, those that repeat an earlier one cell for cell, and states each.
pub fn drop(reading: &mut Reading, from: usize) {
    let mut at = from;
    while at < reading.tables.len() {
        let (earlier, rest) = reading.tables.split_at(at);
        let copy_of = rest.first().and_then(|table| earlier.iter().find(|other| is_same(other, table)));
        let finding = copy_of.zip(rest.first()).map(|(other, table)| {
            let finding = Finding::new(Code::TableTwice, Location::Sheet(Arc::clone(&table.at)));
            finding.with("other", Location::Sheet(Arc::clone(&other.at)))
        });
        match finding {
            Some(finding) => {
                reading.findings.push(finding);
                reading.tables.remove(at);
            }
            None => at += 1,
        }
    }
}

fn is_same(one: &Table, other: &Table) -> bool {
    one.kind == other.kind
        && one.collection == other.collection
        && !one.rows.is_empty()
        && one.rows.len() == other.rows.len()
        && one.columns.iter().map(|column| &column.field).eq(other.columns.iter().map(|column| &column.field))
        && one.rows.iter().zip(&other.rows).all(|(one, other)| one.cells == other.cells)
}
