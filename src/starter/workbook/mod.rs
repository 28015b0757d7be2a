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
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// The workbooks: file name, title, the sheets in their order.
const WORKBOOKS: [(&str, &str, &[SheetKind]); 2] = [
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
];

/// File name and bytes of each workbook, the same bytes each time.
pub fn all() -> Result<Vec<(&'static str, Vec<u8>)>, StarterError> {
    WORKBOOKS.iter().map(|(name, title, kinds)| Ok((*name, workbook(title, kinds)?))).collect()
}

fn workbook(title: &str, kinds: &[SheetKind]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A template has no moment of its own; a clock would change the bytes.
    let made = ExcelDateTime::from_ymd(2022, 9, 1)?;
    workbook.set_properties(
        &DocProperties::new().set_title(title).set_author("pisar").set_creation_datetime(&made),
    );
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
