//! The demonstration workbooks as bytes: the same bytes at every call.

pub mod columns;
mod participants;
mod plan;
mod results;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// File name and contents of each workbook.
pub fn all() -> Result<[(&'static str, Vec<u8>); 3], XlsxError> {
    Ok([
        ("plan.xlsx", plan::workbook()?),
        ("participants.xlsx", participants::workbook()?),
        ("results.xlsx", results::workbook()?),
    ])
}

/// An empty workbook whose creation date never changes, so that its bytes do not either.
fn dated_workbook(title: &str) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let properties = DocProperties::new()
        .set_title(title)
        .set_author("pisar")
        .set_comment("Демонстрационные данные")
        .set_creation_datetime(&ExcelDateTime::from_ymd(2022, 9, 1)?);
    workbook.set_properties(&properties);
    Ok(workbook)
}
