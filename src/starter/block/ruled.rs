//! Ruled room to write by hand or to type into.

use docx_rs::Table;

use super::table::{cell, lines, tall_row};
use super::text::requisite;

/// The distance of lines, millimetres.
const STEP: u32 = 8;

/// So many lines of that width in millimetres.
pub fn room(width: u32, count: usize) -> Table {
    let rows = (0..count).map(|_| tall_row(STEP, vec![cell(width, [requisite("")])])).collect();
    lines(width, rows)
}
