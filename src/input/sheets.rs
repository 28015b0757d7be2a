//! One sheet: what it is, its tables, and what has to be said of it.

use super::decode::{Field, decode};
use super::grid::{Grid, Raw, RawRow};
use super::region::Region;
use super::workbook::stem;
use super::{Reading, SheetSeen, recognise, region, requisites, rows};
use crate::diagnostic::{Code, Finding};
use crate::location::{CellRef, Location, Sheet};
use crate::model::schema::{ColumnKind, SHEETS, SheetKind};
use crate::model::table::Table;
use crate::value::field_name;
use std::sync::Arc;

/// Reads a sheet of the file `file` into `reading`. A finding comes back for a sheet without a table; it is worth stating where the file has
/// others.
pub fn read(mut grid: Grid, file: &Arc<str>, reading: &mut Reading) -> Option<Finding> {
    let at = Arc::new(Sheet { file: Arc::clone(file), sheet: Arc::from(grid.name.trim()) });
    let named = recognise::by_name(&grid.name).or_else(|| {
        // «Лист1» says nothing: then the file's name speaks for it.
        recognise::is_nameless(&grid.name).then(|| recognise::by_name(stem(file))).flatten()
    });
    if grid.hidden {
        let is_table =
            requisites::is_it(&grid, named) || region::find(&grid, named).iter().any(|r| r.matched.is_some());
        if is_table {
            reading.findings.push(Finding::new(Code::SheetHidden, Location::Sheet(Arc::clone(&at))));
        }
        reading.sheets.push(SheetSeen {
            file: Arc::clone(file),
            sheet: Arc::clone(&at.sheet),
            taken_as: None,
            is_hidden: true,
            rows: 0,
        });
        return None;
    }
    let tables: Vec<Table> = if requisites::is_it(&grid, named) {
        requisites::table(&grid, &at, &mut reading.findings).into_iter().collect()
    } else {
        let regions = region::find(&grid, named);
        around(&grid, &regions, &at, &mut reading.findings);
        above(&grid, &regions, &at, &mut reading.findings);
        let collection = field_name(&grid.name);
        let build = |region| rows::table(&mut grid, region, &at, &collection, &mut reading.findings);
        regions.iter().map(build).collect()
    };
    hidden(&grid, &tables, &at, reading);
    let known = tables.iter().find_map(|table| SHEETS.iter().find(|sheet| sheet.kind == table.kind));
    if known.is_none() && !tables.is_empty() {
        let finding = Finding::new(Code::SheetUnknown, Location::Sheet(Arc::clone(&at)));
        reading.findings.push(finding.with("name", &*at.sheet));
    }
    // A page of prose («Как заполнять») is no table that went unrecognised.
    let is_prose = grid.rows.iter().all(|row| row.cells.len() == 1);
    let is_without = tables.is_empty() && !is_prose;
    let count = |table: &Table| {
        if table.kind == SheetKind::Requisites {
            table.columns.len()
        } else {
            table.rows.iter().filter(|row| !row.is_section).count()
        }
    };
    reading.sheets.push(SheetSeen {
        file: Arc::clone(file),
        sheet: Arc::clone(&at.sheet),
        taken_as: known.map(|sheet| sheet.name),
        is_hidden: false,
        rows: tables.iter().map(count).sum(),
    });
    reading.tables.extend(tables);
    is_without.then(|| Finding::new(Code::SheetNoTable, Location::Sheet(at)))
}

/// States what is wrong with cells outside of every table: a file that contradicts itself does so anywhere.
fn around(grid: &Grid, regions: &[Region], at: &Arc<Sheet>, findings: &mut Vec<Finding>) {
    let start = |region: &Region| region.body.start;
    // A table runs to the next one, so that only what stands above the first is outside.
    let outside = grid.rows.get(..regions.first().map_or(grid.rows.len(), start)).unwrap_or_default();
    for (row, cell) in outside.iter().flat_map(|row| row.cells.iter().map(move |cell| (row.row, cell))) {
        if !matches!(cell.value, Raw::Text(_) | Raw::Number(_) | Raw::Bool(_)) {
            let field = Field { heading: "", kind: ColumnKind::Text, is_known: false, before: None };
            let place = || Location::Cell(Arc::clone(at), CellRef::new(row, cell.column));
            decode(cell, &field, &place, findings);
        }
    }
}

/// States rows above the first heading that are as wide as a table: they may be one whose own heading was not known.
fn above(grid: &Grid, regions: &[Region], at: &Arc<Sheet>, findings: &mut Vec<Finding>) {
    let Some(region) = regions.first() else { return };
    let heading_row = region.headings.first().map_or(0, |heading| heading.at.row);
    let width = region.headings.len().saturating_sub(1).max(3);
    let is_above = |row: &&RawRow| row.row < heading_row && row.cells.len() >= width;
    let mut rows = grid.rows.iter().filter(is_above);
    // One such row may be an upper row of the heading itself.
    if let (Some(first), Some(_)) = (rows.next(), rows.next()) {
        let column = first.cells.first().map_or(0, |cell| cell.column);
        let finding = Finding::new(
            Code::RowsAboveHeading,
            Location::Cell(Arc::clone(at), CellRef::new(first.row, column)),
        );
        findings.push(finding.with("count", rows.count() + 2));
    }
}

/// States what is hidden within the tables; it is read all the same.
fn hidden(grid: &Grid, tables: &[Table], at: &Arc<Sheet>, reading: &mut Reading) {
    let is_row =
        |row: u32| tables.iter().any(|table| table.rows.binary_search_by_key(&row, |row| row.row).is_ok());
    let rows = grid.rows.iter().filter(|row| row.hidden && is_row(row.row)).count();
    let is_hidden =
        |column: u32| grid.hidden_columns.iter().any(|(from, to)| (*from..=*to).contains(&column));
    let columns =
        tables.iter().flat_map(|table| &table.columns).filter(|column| is_hidden(column.column)).count();
    if rows + columns > 0 {
        let finding = Finding::new(Code::RowsHidden, Location::Sheet(Arc::clone(at)));
        reading.findings.push(finding.with("rows", rows).with("columns", columns));
    }
}
