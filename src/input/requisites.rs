//! «Реквизиты»: headings run down, each value stands beside its own.

use super::decode::{Field, decode};
use super::fold::fold;
use super::grid::{Grid, RawCell};
use super::heading::column_of;
use crate::diagnostic::{Code, Finding};
use crate::location::{CellRef, Location, Sheet};
use crate::model::schema::{SHEETS, SheetKind, kind_of_heading};
use crate::model::table::{Cell, Column, Row, Table};
use crate::value::field_name;
use std::sync::Arc;

/// How far down a sheet is looked at.
const LOOK: usize = 200;
/// How many known headings make a sheet of another name this one.
const ENOUGH: usize = 3;

/// The place of the sheet in the schema.
fn place() -> Option<usize> {
    SHEETS.iter().position(|sheet| sheet.kind == SheetKind::Requisites)
}

/// Whether the sheet is a list of requisites.
pub fn is_it(grid: &Grid, named: Option<usize>) -> bool {
    let Some(sheet) = place() else { return false };
    let known = pairs(grid).filter(|(_, heading, _)| column_of(sheet, &fold(heading)).is_some()).count();
    known >= if named == Some(sheet) { 1 } else { ENOUGH }
        && (named == Some(sheet) || known * 2 >= grid.rows.len().min(LOOK))
}

/// Rows with a text in front: the row, the text without its colon, the cell beside it.
fn pairs(grid: &Grid) -> impl Iterator<Item = (u32, &str, Option<(u32, &RawCell)>)> {
    grid.rows.iter().take(LOOK).filter_map(|row| {
        // A column of numbers may stand in front.
        let is_number =
            |cell: &RawCell| cell.text().is_none_or(|text| text.trim().chars().all(|c| !c.is_alphabetic()));
        let mut cells = row
            .cells
            .iter()
            .skip(usize::from(row.cells.len() > 2 && row.cells.first().is_some_and(is_number)));
        let heading = cells.next()?.text()?.trim().trim_end_matches(':').trim_end();
        Some((row.row, heading, cells.next().map(|cell| (cell.column, cell))))
    })
}

/// The table: one row, each cell of which stands beside its heading.
pub fn table(grid: &Grid, at: &Arc<Sheet>, findings: &mut Vec<Finding>) -> Option<Table> {
    let sheet = place()?;
    let spec = SHEETS.get(sheet)?;
    let (mut columns, mut cells): (Vec<Column>, Vec<Cell>) = (Vec::new(), Vec::new());
    let first_row = grid.rows.first()?.row;
    let beside = pairs(grid).find_map(|(_, _, value)| value.map(|(column, _)| column)).unwrap_or(1);
    for (row, heading, value) in pairs(grid) {
        let folded = fold(heading);
        if matches!(
            folded.as_str(),
            "реквизит" | "реквизиты" | "наименование реквизита" | "поле" | "показатель"
        ) {
            continue;
        }
        let known = column_of(sheet, &folded).and_then(|column| spec.columns.get(column));
        // A title over the list has nothing beside it.
        if known.is_none() && value.is_none() {
            continue;
        }
        let canonical = known.map(|known| known.heading);
        let column = value.map_or(beside, |(column, _)| column);
        let is_same = |other: &&Column| other.canonical.is_some() && other.canonical == canonical;
        if let Some(first) = columns.iter().find(is_same) {
            let finding = Finding::new(
                Code::HeadingDuplicate,
                Location::Cell(Arc::clone(at), CellRef::new(row, column)),
            );
            findings.push(
                finding.with("heading", heading).with("other", CellRef::new(first.heading_row, first.column)),
            );
            continue;
        }
        let kind = known.map_or_else(|| kind_of_heading(heading), |known| known.kind);
        let field = Field { heading, kind, is_known: known.is_some(), before: None };
        let place = || Location::Cell(Arc::clone(at), CellRef::new(row, column));
        cells.push(value.map_or(Cell::Empty, |(_, cell)| decode(cell, &field, &place, findings)));
        columns.push(Column {
            heading: Arc::from(heading),
            canonical,
            field: Arc::from(field_name(canonical.unwrap_or(heading))),
            kind,
            column,
            heading_row: row,
        });
    }
    for missing in spec.columns.iter().filter(|column| column.required) {
        if !columns.iter().any(|column| column.canonical == Some(missing.heading)) {
            let finding = Finding::new(Code::HeadingMissing, Location::Sheet(Arc::clone(at)));
            findings.push(finding.with("heading", missing.heading).with("sheet", spec.name));
        }
    }
    Some(Table {
        kind: SheetKind::Requisites,
        at: Arc::clone(at),
        collection: Arc::from(spec.collection),
        columns,
        rows: vec![Row { row: first_row, is_section: false, cells }],
        transposed: true,
        preamble: Vec::new(),
        rich: std::collections::BTreeMap::new(),
    })
}
