//! Ruled room to write by hand or to type into.

use docx_rs::Table;

use super::table::{at_the_bottom, cell, lines, tall_row};
use super::text::{Placed, requisite};

/// The distance of lines, millimetres.
const STEP: u32 = 8;

/// So many lines of that width in millimetres, the first one beginning with the label, the last one kept with what follows.
pub fn room(width: u32, label: &str, count: usize) -> Table {
    let labels = std::iter::once(label).chain(std::iter::repeat(""));
    let rows = (1..=count).zip(labels).map(|(place, label)| {
        let text = if place == count { requisite(label).with_next() } else { requisite(label) };
        tall_row(STEP, vec![at_the_bottom(cell(width, [text]))])
    });
    lines(width, rows.collect())
}

/// The same without a label, kept with the signature that follows.
pub fn last_room(width: u32, count: usize) -> Table {
    let row = || tall_row(STEP, vec![cell(width, [requisite("").with_next()])]);
    lines(width, (0..count).map(|_| row()).collect())
}
