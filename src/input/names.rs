//! A name in three columns as one: Фамилия, Имя and Отчество become ФИО.

use crate::model::schema::ColumnKind;
use crate::model::table::{Cell, Column, Table};
use std::sync::Arc;

/// Puts a column «ФИО» in front of «Фамилия» where the table has the parts and not the whole; its cells are the surname's.
pub fn join(table: &mut Table) {
    if table.position("ФИО").is_some() {
        return;
    }
    let Some(surname) = table.position("Фамилия") else { return };
    let parts = [Some(surname), table.position("Имя"), table.position("Отчество")];
    for row in table.rows.iter_mut().filter(|row| !row.is_section) {
        let texts = parts.iter().flatten().filter_map(|at| row.cells.get(*at).and_then(Cell::text));
        let whole = texts.collect::<Vec<_>>().join(" ");
        row.cells.insert(surname, if whole.is_empty() { Cell::Empty } else { Cell::Text(Arc::from(whole)) });
    }
    if let Some(part) = table.columns.get(surname) {
        let column = Column {
            heading: Arc::from("ФИО"),
            canonical: Some("ФИО"),
            field: Arc::from("фио"),
            kind: ColumnKind::Person,
            column: part.column,
            heading_row: part.heading_row,
        };
        table.columns.insert(surname, column);
    }
}
