//! `check --mark`: a copy of a file with its doubtful cells coloured and noted. An .xlsx is patched where it needs it and is else itself; of
//! any other format the copy is a fresh workbook of its values.

mod edits;
mod fresh;
mod notes;
mod patch;
mod styles;

use super::container::{Container, recognise};
use crate::diagnostic::{Finding, Language, Severity, hint, message};
use crate::location::{CellRef, Location};
use rust_xlsxwriter::XlsxError;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// Why a marked copy could not be made.
#[derive(Debug, thiserror::Error)]
pub enum MarkError {
    /// The file itself can't be read: there are no cells to mark.
    #[error("the file has no cells that can be read")]
    Unreadable,
    /// A value that no workbook can hold.
    #[error(transparent)]
    Workbook(#[from] XlsxError),
}

/// The bytes of an .xlsx like the file `name`: cells with an error are red, with a warning yellow, each with the messages and hints in a
/// note. `program` serves as a child, as for [`super::read_bytes`]. Of what is no .xlsx, formats and formulas are not carried over; its
/// first sheet then lists every finding.
///
/// # Errors
/// [`MarkError`].
pub fn mark(
    bytes: &[u8],
    name: &Arc<str>,
    program: &Path,
    findings: &[Finding],
    language: Language,
) -> Result<Vec<u8>, MarkError> {
    let of_file: Vec<_> = findings
        .iter()
        .filter(|finding| finding.at.as_ref().is_some_and(|at| at.file() == &**name))
        .collect();
    if recognise(bytes) == Ok(Container::Zip)
        && let Some(patched) = patch::patch(bytes, &of_file, language)
    {
        return Ok(patched);
    }
    fresh::fresh(bytes, name, program, &of_file, language)
}

/// The findings of a sheet by their cells.
type Marks<'a> = BTreeMap<CellRef, Vec<&'a Finding>>;

fn marks<'a>(findings: &[&'a Finding], sheet: &str) -> Marks<'a> {
    let mut marks = Marks::new();
    for finding in findings {
        if let Some(Location::Cell(at, cell)) = &finding.at
            && *at.sheet == *sheet.trim()
        {
            marks.entry(*cell).or_default().push(finding);
        }
    }
    marks
}

fn is_error(findings: &[&Finding]) -> bool {
    findings.iter().any(|finding| finding.severity() == Severity::Error)
}

/// The text of a note: each message with its hint.
fn note(findings: &[&Finding], language: Language) -> String {
    let lines =
        findings.iter().flat_map(|finding| [Some(message(finding, language)), hint(finding, language)]);
    lines.flatten().collect::<Vec<_>>().join("\n")
}
