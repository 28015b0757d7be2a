//! The workbooks of a new workspace: headings, drop-downs, checks, notes, an example row, and a page on how to fill them.

mod columns;
mod guide;
mod requisites;
pub mod sheet;
mod table;
#[cfg(test)]
mod tests;

use super::StarterError;
use crate::model::schema::{SHEETS, SheetKind, SheetSpec};
use crate::model::table::{Cell, Row, Table};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// The workbooks: file name, title, the sheets in their order.
const WORKBOOKS: [(&str, &str, &[SheetKind]); 3] = [
    ("plan.xlsx", "План работы кластера", &[SheetKind::Plan]),
    (
        "participants.xlsx",
        "Участники кластера",
        &[
            SheetKind::Requisites,
            SheetKind::People,
            SheetKind::Organisations,
            SheetKind::Mentors,
            SheetKind::Meetings,
            SheetKind::Events,
            SheetKind::Vacancies,
            SheetKind::Execution,
        ],
    ),
    (
        "results.xlsx",
        "Результаты работы кластера",
        &[
            SheetKind::Decisions,
            SheetKind::Programmes,
            SheetKind::Quota,
            SheetKind::Practice,
            SheetKind::Championship,
            SheetKind::Contest,
            SheetKind::Inclusion,
            SheetKind::Publications,
        ],
    ),
];

/// File name and bytes of each workbook, the same bytes each time.
pub fn all() -> Result<Vec<(&'static str, Vec<u8>)>, StarterError> {
    WORKBOOKS.iter().map(|(name, title, kinds)| Ok((*name, workbook(title, kinds)?))).collect()
}

/// The columns of a sheet as a new workbook has them.
pub fn columns_of(sheet: &SheetSpec) -> Vec<sheet::Column> {
    columns::of(sheet).into_iter().map(|(column, _)| column).collect()
}

/// A plan that was read elsewhere as a workbook to go on with: the usual headings, the rows as they were, sections in their first cell.
pub fn of_plan(plan: &Table) -> Result<Vec<u8>, StarterError> {
    let spec = SHEETS.iter().find(|sheet| sheet.kind == SheetKind::Plan);
    let drawn = spec.map(columns::of).unwrap_or_default();
    let columns: Vec<sheet::Column> = drawn.iter().map(|(column, _)| *column).collect();
    let row = |row: &Row| -> Vec<String> {
        if row.is_section {
            let title = row.cells.iter().map(Cell::printed).find(|text| !text.is_empty());
            let blank = std::iter::repeat_n(String::new(), columns.len().saturating_sub(1));
            return title.into_iter().chain(blank).collect();
        }
        columns.iter().map(|column| plan.cell(row, column.heading).printed()).collect()
    };
    let rows: Vec<Vec<String>> = plan.rows.iter().map(row).filter(|row| !row.is_empty()).collect();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties("План работы")?);
    sheet::draw(workbook.add_worksheet().set_name("План")?, &columns, &rows)?;
    Ok(workbook.save_to_buffer()?)
}

/// A template has no moment of its own; a clock would change the bytes.
pub(super) fn properties(title: &str) -> Result<DocProperties, XlsxError> {
    let made = ExcelDateTime::from_ymd(2022, 9, 1)?;
    Ok(DocProperties::new().set_title(title).set_author("pisar").set_creation_datetime(&made))
}

fn workbook(title: &str, kinds: &[SheetKind]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(title)?);
    let sheets: Vec<&SheetSpec> =
        kinds.iter().filter_map(|kind| SHEETS.iter().find(|sheet| sheet.kind == *kind)).collect();
    guide::write(workbook.add_worksheet().set_name(guide::NAME)?, &sheets)?;
    for spec in sheets {
        let worksheet = workbook.add_worksheet().set_name(spec.name)?;
        if spec.kind == SheetKind::Requisites {
            requisites::write(worksheet, spec)?;
        } else {
            table::write(worksheet, spec)?;
        }
    }
    workbook.save_to_buffer()
}
