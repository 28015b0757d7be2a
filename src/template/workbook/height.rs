//! How high a row must be for the texts that its tags gave: a file holds heights, and not every program mends them.

use super::super::xml::{Dom, Vocabulary, attributes};
use super::reference::Span;
use super::styles::Style;
use crate::row_height;
use std::collections::HashMap;

/// The width of a column where the sheet says nothing, in characters.
const USUAL: f64 = 8.43;
/// The size of the usual letters, in points.
const LETTERS: f64 = 11.0;

/// The widths of a sheet's cells, in characters.
#[derive(Debug, Default)]
pub(super) struct Widths {
    /// First and last column, width.
    columns: Vec<(u32, u32, f64)>,
    /// For the first cell of merged ones, by row and column: the last column; none where rows are merged too.
    merged: HashMap<(u32, u32), Option<u32>>,
}

impl Widths {
    /// Reads a sheet's columns and merged cells.
    pub fn read(dom: &Dom) -> Self {
        let mut widths = Self::default();
        for id in dom.walk(0) {
            let Some((Vocabulary::Sheet, name)) = dom.named(id) else { continue };
            if !matches!(name, "col" | "mergeCell") {
                continue;
            }
            let tag = attributes(dom.start_tag(id));
            let attribute =
                |wanted: &str| tag.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value);
            let number = |wanted: &str| attribute(wanted).and_then(|text| text.parse::<f64>().ok());
            if let (Some(first), Some(last), Some(width)) = (number("min"), number("max"), number("width")) {
                widths.columns.push((first as u32, last as u32, width));
            }
            if let Some(Span { first, last: Some(last) }) = attribute("ref").and_then(Span::read) {
                let end = (first.row == last.row).then_some(last.column);
                widths.merged.insert((first.row, first.column), end);
            }
        }
        widths
    }

    /// The height in points that a text needs in a cell of the template; `None` where one line is enough.
    pub fn height(&self, (row, column): (u32, u32), text: &str, style: &Style) -> Option<f64> {
        let last = match self.merged.get(&(row, column)) {
            None => column,
            Some(last) => (*last)?,
        };
        if !style.is_wrapped {
            return None;
        }
        let width: f64 = (column..=last).map(|column| self.of(column)).sum();
        let scale = style.size.max(1.0) / LETTERS;
        let height = row_height::of(&[(text, width * style.spread / scale)]) * scale;
        (row_height::lines(text, width * style.spread / scale) > 1).then_some(height.min(row_height::HIGHEST))
    }

    fn of(&self, column: u32) -> f64 {
        let found = self.columns.iter().find(|(first, last, _)| (first..=last).contains(&&column));
        found.map_or(USUAL, |(_, _, width)| *width)
    }
}
