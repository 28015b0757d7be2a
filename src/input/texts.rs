//! A workbook as rows of text, every cell in its place: for reading back what a person has filled in on a sheet of the program's own.

use super::grid::{Grid, Raw};
use super::workbook;
use crate::diagnostic::Finding;
use crate::location::Sheet;
use std::path::Path;
use std::sync::Arc;

/// A sheet's texts, row after row from the top; dates are ISO.
pub type SheetTexts = (Arc<Sheet>, Vec<Vec<String>>);

/// Every sheet of the file `name`; `program` serves as a child for old workbooks.
///
/// # Errors
/// Why the file is not read.
pub fn texts(bytes: &[u8], name: &Arc<str>, program: &Path) -> Result<Vec<SheetTexts>, Finding> {
    let grids = workbook::grids(bytes, name, program, &mut Vec::new());
    let grids = grids.map_err(|refusal| refusal.finding(name))?;
    let sheet = |grid: &Grid| Arc::new(Sheet { file: Arc::clone(name), sheet: grid.name.as_str().into() });
    Ok(grids.iter().map(|grid| (sheet(grid), rows(grid))).collect())
}

fn rows(grid: &Grid) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for row in &grid.rows {
        rows.resize_with(row.row as usize + 1, Vec::new);
        let Some(texts) = rows.last_mut() else { continue };
        for cell in &row.cells {
            texts.resize_with(cell.column as usize + 1, String::new);
            if let Some(text) = texts.last_mut() {
                *text = printed(&cell.value);
            }
        }
    }
    rows
}

fn printed(value: &Raw) -> String {
    match value {
        Raw::Text(text) | Raw::Error(text) | Raw::Broken(text) => text.to_string(),
        Raw::Number(number) | Raw::NoDate(number) => number.to_string(),
        Raw::Bool(flag) => flag.to_string(),
        Raw::Date(day) => day.to_string(),
        Raw::Time(time) => time.to_string(),
        Raw::DateTime(moment) => moment.date().to_string(),
        Raw::NotComputed => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::grid::{RawCell, RawRow};

    #[test]
    fn every_cell_stands_in_its_place() {
        let cells = vec![
            RawCell::new(1, Raw::Number(7.0)),
            RawCell::new(3, Raw::Date("2023-03-15".parse().unwrap())),
        ];
        let grid = Grid { rows: vec![RawRow { row: 2, hidden: false, cells }], ..Grid::default() };
        let texts = ["", "7", "", "2023-03-15"].map(ToOwned::to_owned);
        assert_eq!(rows(&grid), [vec![], vec![], texts.to_vec()]);
    }
}
