//! The table of a quarter's report as a workbook: a summary with charts, the activities, the indicators.

mod activities;
mod charts;
mod indicators;
mod language;
mod state;
mod style;
mod summary;
#[cfg(test)]
mod tests;

use crate::analysis::Progress;
use crate::calendar::Quarter;
use crate::catalog::{Document, Scope};
use crate::diagnostic::{Code, Finding};
use crate::model::Model;
use chrono::Datelike as _;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// The workbook of the quarter that the document's date lies in, the same bytes each time; else what stops it: a text that no cell can hold.
pub fn render(scope: &Scope<'_>, document: &Document) -> Result<Vec<u8>, Vec<Finding>> {
    let quarter = Quarter::containing(document.date);
    let progress = scope.progress(quarter.period());
    workbook(scope.model, &progress, quarter).map_err(|error| {
        vec![
            Finding::new(Code::ReportTableFailed, document.at.clone())
                .with("reason", error.to_string().replace('\n', " ")),
        ]
    })
}

fn workbook(model: &Model, progress: &Progress, quarter: Quarter) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let (year, title) = (quarter.year(), format!("Отчёт о выполнении плана {}", period_title(quarter)));
    let author = ["Краткое наименование кластера", "Полное наименование кластера"];
    let author = author.iter().find_map(|heading| model.requisite(heading)).unwrap_or_default();
    // The report is as of the quarter's last day, so that is when it was made: a clock would change the bytes.
    let last = quarter.period().end();
    let made = u16::try_from(year)
        .ok()
        .and_then(|year| ExcelDateTime::from_ymd(year, last.month() as u8, last.day() as u8).ok())
        .map_or_else(|| ExcelDateTime::from_ymd(1900, 1, 1), Ok)?;
    workbook.set_properties(
        &DocProperties::new().set_title(&title).set_author(author).set_creation_datetime(&made),
    );
    workbook.set_default_format(&style::plain(), 20, 64)?;
    let sheet = workbook.add_worksheet().set_name(summary::NAME)?;
    style::set_up_page(sheet, &title);
    summary::draw(sheet, model, progress, quarter)?;
    sheet.set_print_fit_to_pages(1, 1);
    let sheet = workbook.add_worksheet().set_name(activities::NAME)?;
    style::set_up_page(sheet, &title);
    activities::draw(sheet, model, progress)?;
    let sheet = workbook.add_worksheet().set_name(indicators::NAME)?;
    style::set_up_page(sheet, &title);
    indicators::draw(sheet, model, progress)?;
    language::russian(workbook.save_to_buffer()?).map_err(XlsxError::IoError)
}

/// «за I квартал 2023 года» (ГОСТ checklist R1).
fn period_title(quarter: Quarter) -> String {
    format!("за {} квартал {} года", quarter.roman(), quarter.year())
}
