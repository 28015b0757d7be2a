//! One sheet: what it is, its tables, and what has to be said of it.

use super::grid::Grid;
use super::workbook::stem;
use super::{Reading, SheetSeen, recognise, region, requisites, rows};
use crate::diagnostic::{Code, Finding};
use crate::location::{Location, Sheet};
use crate::model::schema::{SHEETS, SheetKind};
use crate::model::table::Table;
use std::sync::Arc;

/// Reads a sheet of the file `file` into `reading`.
pub fn read(mut grid: Grid, file: &Arc<str>, reading: &mut Reading) {
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
        return reading.sheets.push(SheetSeen {
            file: Arc::clone(file),
            sheet: Arc::clone(&at.sheet),
            taken_as: None,
            rows: 0,
        });
    }
    let tables: Vec<Table> = if requisites::is_it(&grid, named) {
        requisites::table(&grid, &at, &mut reading.findings).into_iter().collect()
    } else {
        let regions = region::find(&grid, named);
        let collection = grid.name.trim().to_owned();
        let build = |region| rows::table(&mut grid, region, &at, &collection, &mut reading.findings);
        regions.iter().map(build).collect()
    };
    hidden(&grid, &tables, &at, reading);
    let known = tables.iter().find_map(|table| SHEETS.iter().find(|sheet| sheet.kind == table.kind));
    // A page of prose («Как заполнять») is no table that went unrecognised.
    let is_prose = tables.is_empty() && named.is_none();
    if known.is_none() && !grid.is_empty() && !is_prose {
        let finding = Finding::new(Code::SheetUnknown, Location::Sheet(Arc::clone(&at)));
        reading.findings.push(finding.with("name", &*at.sheet));
    }
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
        rows: tables.iter().map(count).sum(),
    });
    reading.tables.extend(tables);
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
