//! One person written two ways: Алексеевна and Алексевна.

use super::slips::{Seen, Word, without_letter};
use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::schema::ColumnKind;
use crate::model::table::{Cell, Row, Table};
use crate::model::{Model, key};
use rustc_hash::FxHashMap;

/// A spelling: where it first stands, and how often.
struct Spelling<'m> {
    folded: String,
    hash: u64,
    table: &'m Table,
    row: &'m Row,
    position: usize,
    count: usize,
}

impl Spelling<'_> {
    fn written(&self) -> &str {
        self.row.cells.get(self.position).and_then(Cell::text).unwrap_or_default()
    }
}

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    let spelt = spellings(model);
    let places: FxHashMap<u64, usize> =
        spelt.iter().enumerate().map(|(index, spelling)| (spelling.hash, index)).collect();
    let seen = Seen::new(places.keys().copied(), places.len());
    let mut findings = Vec::new();
    // In the order of the sheets: the slip is the rarer spelling; of two as frequent, the later.
    for (index, spelling) in spelt.iter().enumerate() {
        // Names of less than three words («Ким Анна») differ by a letter too often.
        if spelling.folded.split(' ').count() < 3 {
            continue;
        }
        let word = Word::new(&spelling.folded);
        for slip in word.slips().filter(|slip| seen.may_hold(*slip)) {
            let Some((other_index, other)) =
                places.get(&slip).and_then(|index| Some((*index, spelt.get(*index)?)))
            else {
                continue;
            };
            if !without_letter(&spelling.folded, &other.folded) {
                continue;
            }
            let is_slip = (spelling.count, other_index) < (other.count, index);
            let (slip, right) = if is_slip { (spelling, other) } else { (other, spelling) };
            findings.push(
                Finding::new(Code::PersonWrittenTwice, slip.table.location_at(slip.row, slip.position))
                    .with("name", slip.written())
                    .with("other", right.written()),
            );
        }
    }
    findings
}

/// Every spelling of every name in every sheet, in order.
fn spellings(model: &Model) -> Vec<Spelling<'_>> {
    let mut spelt: Vec<Spelling<'_>> = Vec::new();
    let mut known: FxHashMap<u64, usize> = FxHashMap::default();
    for table in &model.tables {
        for (position, _) in
            table.columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Person)
        {
            for row in &table.rows {
                let Some(name) = row.cells.get(position).and_then(Cell::text) else { continue };
                let folded = key::fold(name);
                let hash = Word::hash(&folded);
                let at = *known.entry(hash).or_insert(spelt.len());
                match spelt.get_mut(at) {
                    Some(spelling) => spelling.count += 1,
                    None => spelt.push(Spelling { folded, hash, table, row, position, count: 1 }),
                }
            }
        }
    }
    spelt
}
