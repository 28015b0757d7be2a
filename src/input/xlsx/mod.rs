//! Workbooks of Excel since 2007 (.xlsx, .xlsm, .xlsb, Strict too), streamed part by part under caps.
//!
//! Our own reader, for calamine's says neither what a formula lacks, nor what is hidden or struck through, takes a wrong text index for
//! text 0, drops a whole sheet over an error value that it does not know, reads UTF-8 parts only, and checks no sums.

mod binary;
mod plain;
mod records;
mod serial;
mod sheet;
mod strings;
mod styles;
mod workbook;

pub use serial::from_serial;
pub use workbook::{main_part, read as sheets, resolve};

use super::grid::{CellCount, Grid};
use super::package::{Package, stranger};
use super::refusal::Refusal;
use rayon::prelude::*;
use sheet::Context;
use std::sync::atomic::AtomicUsize;
use strings::Strings;
use workbook::NamedSheet;

/// The sheets of the workbook in `bytes`; `None` where the zip is no workbook of this kind (another reader may know it).
///
/// # Errors
/// Why it is not read.
pub fn read(package: &mut Package<'_>) -> Result<Vec<Grid>, Refusal> {
    let Some(workbook) = workbook::read(package)? else { return Err(stranger(package)) };
    let Strings { texts, rich } = match &workbook.strings {
        Some(part) => package.part(part, |source| {
            if workbook.is_binary { binary::strings(source, part) } else { strings::read(source, part) }
        })?,
        None => Strings::default(),
    };
    let styles = match &workbook.styles {
        Some(part) => package.part(part, |source| {
            if workbook.is_binary { binary::styles(source, part) } else { styles::read(source, part) }
        })?,
        None => styles::Styles::default(),
    };
    let context = Context { strings: &texts, rich: &rich, styles: &styles, is_1904: workbook.is_1904 };
    let cells = AtomicUsize::new(0);
    let read_one = |package: &mut Package<'_>, named: &NamedSheet| {
        let mut cells = CellCount::of(&cells);
        let mut grid = package.part(&named.part, |source| {
            if workbook.is_binary {
                binary::sheet(source, &named.part, &context, &mut cells)
            } else {
                sheet::read(source, &named.part, &context, &mut cells)
            }
        })?;
        grid.name.clone_from(&named.name);
        grid.hidden = named.hidden;
        Ok(grid)
    };
    let sheets = workbook.sheets.par_iter().map_init(|| package.clone(), read_one);
    // Of several broken sheets the first is told, in every run.
    let grids: Vec<Result<Grid, Refusal>> = sheets.collect();
    let grids = grids.into_iter().collect::<Result<Vec<_>, Refusal>>()?;
    if grids.is_empty() {
        return Err(Refusal::NoSheets);
    }
    Ok(grids)
}
