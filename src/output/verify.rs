//! Comparing the register with the files in the output folder.

use super::error::PublishError;
use super::found::{self, Found};
use super::staging::FOLDER;
use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use crate::register::{Register, SafePath, State};
use std::collections::BTreeSet;
use std::path::Path;

/// Findings on files that the register has and the folder has not, that a person has edited, or that the register
/// does not know.
pub fn verify(register: &Register, output: &Path) -> Result<Vec<Finding>, PublishError> {
    let (mut findings, mut known) = (Vec::new(), BTreeSet::new());
    for record in register.records().filter(|record| record.state == State::Issued) {
        let path = SafePath::known(record.path.clone());
        known.insert(record.path.clone());
        let at = || Location::File(record.path.as_str().into());
        match found::at(register, output, &path, record.content.as_ref())? {
            Found::Current { .. } | Found::Earlier => {}
            Found::Edited => findings.push(Finding::new(Code::EditedKept, at()).with("path", &path)),
            Found::Missing => {
                let number = record.number.as_ref().map_or("б/н", |number| &number.text);
                let finding = Finding::new(Code::RegisterFileMissing, at()).with("path", &path);
                findings.push(finding.with("number", number));
            }
        }
    }
    for path in documents(output)?.into_iter().filter(|path| !known.contains(path)) {
        if found::at(register, output, &SafePath::known(path.clone()), None)? == Found::Edited {
            let finding = Finding::new(Code::RegisterFileForeign, Location::File(path.as_str().into()));
            findings.push(finding.with("path", path));
        }
    }
    Ok(findings)
}

/// The paths of all documents under the output folder, sorted; hidden files and editors' owner files are none.
pub(super) fn documents(output: &Path) -> Result<Vec<String>, PublishError> {
    let (mut documents, mut folders) = (Vec::new(), vec![String::new()]);
    while let Some(folder) = folders.pop() {
        let path = output.join(&folder);
        let failed = |error: std::io::Error| PublishError::io(&path, &error);
        for entry in std::fs::read_dir(&path).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            let inner = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
            let kind = entry.file_type().map_err(failed)?;
            if kind.is_dir() && name != FOLDER && !name.starts_with('.') {
                folders.push(inner);
            } else if kind.is_file() && !name.starts_with(['.', '~']) && is_document(&name) {
                documents.push(inner);
            }
        }
    }
    documents.sort();
    Ok(documents)
}

fn is_document(name: &str) -> bool {
    let extension = Path::new(name).extension().and_then(|extension| extension.to_str()).unwrap_or("");
    ["docx", "xlsx", "pdf", "eml", "ics"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}
