//! The columns of a table that was found: their names in templates, what they hold, which of them the schema knows.

use super::decode::choice;
use super::fold::fold;
use super::grid::{Grid, RawRow};
use super::region::{Heading, Region};
use crate::diagnostic::{Code, Finding};
use crate::location::{CellRef, Location, Sheet};
use crate::model::schema::{ColumnKind, ROLES, SHEETS, SheetKind, kind_of_heading};
use crate::model::table::Column;
use crate::value::field_name;
use std::collections::HashSet;
use std::sync::Arc;

/// How many rows are looked at to see whether a column holds roles.
const SAMPLE: usize = 500;

/// The columns of `region`, and what is wrong with its headings.
pub fn columns(grid: &Grid, region: &Region, at: &Arc<Sheet>, findings: &mut Vec<Finding>) -> Vec<Column> {
    let spec = region.matched.as_ref().and_then(|matched| SHEETS.get(matched.sheet));
    let cell = |at_cell: CellRef| Location::Cell(Arc::clone(at), at_cell);
    let mut columns: Vec<Column> = Vec::with_capacity(region.headings.len());
    let mut fields = HashSet::new();
    for (place, heading) in region.headings.iter().enumerate() {
        if heading.folded.is_empty() {
            continue;
        }
        if let Some(first) = region.headings.iter().take(place).find(|first| first.folded == heading.folded) {
            let finding = Finding::new(Code::HeadingDuplicate, cell(heading.at));
            findings.push(finding.with("heading", &heading.text).with("other", first.at));
        }
        let matched =
            region.matched.as_ref().and_then(|matched| matched.columns.get(place).copied().flatten());
        let known = spec.zip(matched).and_then(|(spec, column)| spec.columns.get(column));
        let kind = known
            .map_or_else(|| unknown_kind(grid, region, heading, spec.map(|s| s.kind)), |known| known.kind);
        let canonical = known.map(|known| known.heading);
        columns.push(Column {
            heading: Arc::from(heading.text.as_str()),
            canonical,
            field: unique(&field_name(canonical.unwrap_or(&heading.text)), &mut fields),
            kind,
            column: heading.at.column,
            heading_row: heading.at.row,
        });
    }
    if let (Some(matched), Some(spec), Some(first)) = (&region.matched, spec, region.headings.first()) {
        for missing in matched.missing() {
            let finding = Finding::new(Code::HeadingMissing, cell(first.at));
            findings.push(finding.with("heading", missing.heading).with("sheet", spec.name));
        }
    }
    columns
}

/// A council's column holds roles and nothing else.
fn unknown_kind(grid: &Grid, region: &Region, heading: &Heading, sheet: Option<SheetKind>) -> ColumnKind {
    if sheet == Some(SheetKind::People) {
        let rows = grid.rows.get(region.body.clone()).unwrap_or_default();
        let texts = |row: &RawRow| row.cell(heading.at.column).and_then(|cell| cell.text().map(fold));
        let (mut roles, mut others) = (0, 0);
        for text in rows.iter().take(SAMPLE).filter_map(texts).filter(|text| !text.is_empty()) {
            *(if choice(&text, ROLES).is_some() { &mut roles } else { &mut others }) += 1;
        }
        if roles > others * 3 {
            return ColumnKind::Choice(ROLES);
        }
    }
    kind_of_heading(&heading.text)
}

fn unique(name: &str, taken: &mut HashSet<String>) -> Arc<str> {
    let mut free = name.to_owned();
    let mut number = 2;
    while !taken.insert(free.clone()) {
        free = format!("{name}_{number}");
        number += 1;
    }
    Arc::from(free)
}
