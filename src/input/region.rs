//! Where on a sheet a table lies: its heading, what stands above it, its rows, what stands below.

use super::fold::fold;
use super::grid::{Grid, Raw, RawRow};
use super::heading::Match;
use super::recognise;
use crate::location::CellRef;
use std::ops::Range;
use std::sync::Arc;

/// How far down the heading of a sheet is looked for, in rows that hold something.
const LOOK_FOR_HEADING: usize = 60;

/// The most merged cells that the upper row of a heading may have.
const MAX_SPANS: usize = 500;

/// One heading of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// As it is written, white space folded; of two rows, both: «Значение: план».
    pub text: String,
    /// What it is compared by.
    pub folded: String,
    /// Its cell.
    pub at: CellRef,
}

/// A table found on a sheet.
#[derive(Debug)]
pub struct Region {
    /// Its headings, from left to right.
    pub headings: Vec<Heading>,
    /// What they were taken for; `None` for a table of no known kind.
    pub matched: Option<Match>,
    /// Lines above the heading.
    pub preamble: Vec<(CellRef, Arc<str>)>,
    /// Its rows, as places in [`Grid::rows`].
    pub body: Range<usize>,
}

impl Region {
    /// The heading over that column.
    pub fn heading(&self, column: u32) -> Option<&Heading> {
        let place = self.headings.binary_search_by_key(&column, |heading| heading.at.column).ok()?;
        self.headings.get(place)
    }
}

/// The tables of `grid`; `names` are what its name is: the sheet's, and the file's where the sheet's says nothing.
pub fn find(grid: &Grid, named: Option<usize>) -> Vec<Region> {
    let mut regions: Vec<Region> = Vec::new();
    let mut from = 0;
    while let Some((at, height, headings, matched)) = heading_from(grid, from, named, regions.is_empty()) {
        // The same headings again are a table that goes on; its rows know them for what they are.
        if regions.last().is_some_and(|last| is_same(&last.headings, &headings)) {
            from = at + height;
            continue;
        }
        if let Some(last) = regions.last_mut() {
            last.body.end = at;
        }
        let preamble = if regions.is_empty() { lines(grid, from..at) } else { Vec::new() };
        let start = at + height + usize::from(is_numbered(grid.rows.get(at + height), headings.len()));
        regions.push(Region { headings, matched, preamble, body: start..grid.rows.len() });
        from = start;
    }
    if regions.is_empty()
        && let Some(at) = plain_heading(grid)
        && let Some(row) = grid.rows.get(at)
    {
        let headings = single(row);
        let start = at + 1 + usize::from(is_numbered(grid.rows.get(at + 1), headings.len()));
        let preamble = lines(grid, 0..at);
        regions.push(Region { headings, matched: None, preamble, body: start..grid.rows.len() });
    }
    regions
}

fn is_same(one: &[Heading], other: &[Heading]) -> bool {
    let key = |heading: &Heading| (heading.at.column, heading.folded.clone());
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| key(one) == key(other))
}

type Found = (usize, usize, Vec<Heading>, Option<Match>);

/// The next row from `from` that the schema knows as a heading: its place, height, headings.
fn heading_from(grid: &Grid, from: usize, named: Option<usize>, is_first: bool) -> Option<Found> {
    let rows = grid.rows.get(from..)?;
    let mut before = from.checked_sub(1).and_then(|at| grid.rows.get(at)).map(|row| row.row);
    for (at, row) in (from..).zip(rows) {
        if is_first && at >= from + LOOK_FOR_HEADING {
            return None;
        }
        // A second table of a sheet stands apart from the first: that spares a look at every row of a long list.
        let apart = is_first || before.is_none_or(|before| row.row > before + 1);
        before = Some(row.row);
        if !apart || !could_be_heading(row) {
            continue;
        }
        let mut found = None;
        for (height, headings) in [(2, double(grid, at)), (1, Some(single(row)))] {
            let Some(headings) = headings else { continue };
            let folded: Vec<_> = headings.iter().map(|heading| heading.folded.clone()).collect();
            if let Some(matched) = recognise::by_headings(&folded, named.filter(|_| is_first)) {
                found = Some((at, height, headings, Some(matched)));
                break;
            }
        }
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Headings are short texts.
fn could_be_heading(row: &RawRow) -> bool {
    row.cells.iter().all(|cell| cell.text().is_some_and(|text| text.chars().count() <= 120))
}

fn single(row: &RawRow) -> Vec<Heading> {
    row.cells
        .iter()
        .filter_map(|cell| Some((cell.column, cell.text()?)))
        .map(|(column, text)| Heading {
            text: text.split_whitespace().collect::<Vec<_>>().join(" "),
            folded: fold(text),
            at: CellRef::new(row.row, column),
        })
        .collect()
}

/// A heading of two rows: the upper one spans several columns somewhere, the lower one names them.
fn double(grid: &Grid, at: usize) -> Option<Vec<Heading>> {
    let (upper, lower) = (grid.rows.get(at)?, grid.rows.get(at + 1)?);
    if lower.row != upper.row + 1 || !could_be_heading(lower) {
        return None;
    }
    let spans: Vec<_> = grid
        .merges
        .iter()
        .filter(|merge| {
            merge.from.row == upper.row && merge.to.row == upper.row && merge.to.column > merge.from.column
        })
        .collect();
    // No heading has so many; a hostile sheet may have them over one another.
    if spans.is_empty() || spans.len() > MAX_SPANS || upper.cells.len() < 2 {
        return None;
    }
    let mut headings = single(upper);
    for heading in single(lower) {
        let span = spans.iter().find(|span| (span.from.column..=span.to.column).contains(&heading.at.column));
        let above = span.and_then(|span| headings.iter().find(|above| above.at == span.from)).cloned();
        match above {
            Some(above) => headings.push(Heading {
                text: format!("{}: {}", above.text, heading.text),
                folded: heading.folded,
                at: heading.at,
            }),
            // A word under no span: then these are two rows of a table, not of its heading.
            None => return None,
        }
    }
    headings.retain(|heading| !spans.iter().any(|span| span.from == heading.at));
    headings.sort_by_key(|heading| heading.at.column);
    Some(headings)
}

/// The first row of two or more short texts with a row of about its width below it: the heading of a table of no known kind.
fn plain_heading(grid: &Grid) -> Option<usize> {
    grid.rows.iter().take(LOOK_FOR_HEADING).enumerate().find_map(|(at, row)| {
        let next = grid.rows.get(at + 1)?;
        (row.cells.len() >= 2 && could_be_heading(row) && next.cells.len() * 2 >= row.cells.len())
            .then_some(at)
    })
}

/// The line «1 | 2 | 3 | 4 | 5» under a heading of that width.
fn is_numbered(row: Option<&RawRow>, width: usize) -> bool {
    row.is_some_and(|row| row.cells.len() + 1 >= width && counts(row))
}

/// Whether the cells of a row count from one.
pub fn counts(row: &RawRow) -> bool {
    row.cells.len() >= 2
        && (1_u32..).zip(&row.cells).all(|(number, cell)| match &cell.value {
            Raw::Number(value) => (value - f64::from(number)).abs() < f64::EPSILON,
            Raw::Text(text) => text.trim().parse() == Ok(number),
            _ => false,
        })
}

fn lines(grid: &Grid, rows: Range<usize>) -> Vec<(CellRef, Arc<str>)> {
    let rows = grid.rows.get(rows).unwrap_or_default();
    rows.iter()
        .flat_map(|row| row.cells.iter().map(move |cell| (row.row, cell)))
        .filter_map(|(row, cell)| Some((CellRef::new(row, cell.column), Arc::from(cell.text()?.trim()))))
        .collect()
}
