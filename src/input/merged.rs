//! Values of cells merged over several rows: they hold for every row of the range, and for none beyond it.

use super::grid::{Grid, RawCell};
use std::collections::BTreeMap;
use std::ops::Range;

/// The merges of a sheet that run over several rows, by their columns.
pub struct Merged {
    columns: BTreeMap<u32, Vec<(u32, u32, RawCell)>>,
}

impl Merged {
    /// Those of the rows at `body`.
    pub fn new(grid: &Grid, body: &Range<usize>) -> Self {
        let mut columns: BTreeMap<u32, Vec<(u32, u32, RawCell)>> = BTreeMap::new();
        let rows = grid.rows.get(body.clone()).unwrap_or_default();
        for merge in grid.merges.iter().filter(|merge| merge.to.row > merge.from.row) {
            let row =
                rows.binary_search_by_key(&merge.from.row, |row| row.row).ok().and_then(|at| rows.get(at));
            if let Some(cell) = row.and_then(|row| row.cell(merge.from.column)) {
                columns.entry(cell.column).or_default().push((merge.from.row, merge.to.row, cell.clone()));
            }
        }
        for ranges in columns.values_mut() {
            ranges.sort_by_key(|(from, _, _)| *from);
        }
        Self { columns }
    }

    /// The value that a merge gives the empty cell at `row` and `column`.
    pub fn value(&self, row: u32, column: u32) -> Option<&RawCell> {
        let ranges = self.columns.get(&column)?;
        let after = ranges.partition_point(|(from, _, _)| *from < row);
        ranges.get(after.checked_sub(1)?).filter(|(_, to, _)| row <= *to).map(|(_, _, cell)| cell)
    }

    /// Whether no cell is merged downwards.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }
}
