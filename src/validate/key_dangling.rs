//! A key that names no row of the sheet that it should name.

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding, nearest};
use crate::model::Model;
use crate::model::table::Cell;
use std::collections::BTreeMap;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    let mut findings = Vec::new();
    for join in model.joins.all().iter().filter(|join| join.is_expected) {
        let targets: Vec<String> = model
            .tables
            .iter()
            .filter(|table| *table.collection == join.target)
            .flat_map(|table| table.rows.iter().filter(|row| !row.is_section).map(move |row| (table, row)))
            .flat_map(|(table, row)| {
                ["Наименование", "Краткое наименование", "№ п/п"]
                    .map(|heading| table.cell(row, heading).printed())
            })
            .filter(|name| !name.is_empty())
            .collect();
        // Without the sheet that would hold the names there is nothing to compare with.
        if targets.is_empty() {
            continue;
        }
        let table = &model.tables[join.table];
        // A long list names the same few over and over.
        let mut nearest_of: BTreeMap<String, &str> = BTreeMap::new();
        for (row, named) in table.rows.iter().zip(&join.rows) {
            let name = row.cells.get(join.column).map(Cell::printed).unwrap_or_default();
            if named.is_some() || name.is_empty() {
                continue;
            }
            let look = || nearest(&name, targets.iter().map(String::as_str)).unwrap_or("—");
            let near = *nearest_of.entry(name.clone()).or_insert_with(look);
            findings.push(
                Finding::new(Code::KeyDangling, table.location_at(row, join.column))
                    .with("name", &name)
                    .with("target", &join.target)
                    .with("nearest", near),
            );
        }
    }
    findings
}
