//! From files of any shape to tables: bytes → raw grids → regions → recognised, decoded tables, with everything that is wrong on the way.

pub mod child;
mod columns;
mod container;
mod csv;
mod decode;
mod docx;
mod encoding;
mod fold;
mod glued;
mod grid;
mod heading;
mod html;
mod mark;
mod merged;
mod names;
mod ods;
mod package;
mod recognise;
mod refusal;
mod region;
mod requisites;
mod rows;
mod sheets;
mod source;
mod texts;
mod twice;
mod workbook;
mod xlsx;
mod xml;
mod xml2003;

pub use fold::fold;
pub use mark::{MarkError, mark};
pub use source::Source;
pub use texts::{SheetTexts, texts};

use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use crate::model::table::Table;
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};
use std::path::Path;
use std::sync::Arc;

/// What a folder held.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The tables, file after file, sheet after sheet.
    pub tables: Vec<Table>,
    /// Every sheet, and what it was taken for.
    pub sheets: Vec<SheetSeen>,
    /// What is wrong with the files, their headings and their cells.
    pub findings: Vec<Finding>,
    /// Every file that was read, and the SHA-256 of its bytes.
    pub digests: Vec<(Arc<str>, [u8; 32])>,
}

/// A sheet, and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetSeen {
    /// The file, relative to the workspace, with `/`.
    pub file: Arc<str>,
    /// The sheet's name.
    pub sheet: Arc<str>,
    /// The canonical name of the sheet that it is; `None` for any other.
    pub taken_as: Option<&'static str>,
    /// Whether it is hidden: such a sheet is not read.
    pub is_hidden: bool,
    /// Its rows of data, sections apart.
    pub rows: usize,
}

/// Reads every spreadsheet and every plan in Word of `folder`, its sub-folders too, in the order of their names. `prefix` is the folder's
/// name in places: `input`.
///
/// Old workbooks (.xls) are read by a child process of the program that runs ([`child`]): it has to serve [`child::SUB_COMMAND`].
pub fn read(folder: &Path, prefix: &str) -> Reading {
    read_with(folder, prefix, &std::env::current_exe().unwrap_or_default())
}

/// The same, with `program` as the one that serves as a child.
pub fn read_with(folder: &Path, prefix: &str, program: &Path) -> Reading {
    let mut reading = Reading::default();
    let sources = source::list(folder, prefix, &mut reading.findings);
    if sources.is_empty() {
        let finding = Finding::new(Code::InputEmpty, None).with("folder", prefix);
        reading.findings.push(finding);
    }
    for source in &sources {
        match fs_err::read(&source.path) {
            Ok(bytes) => {
                reading.digests.push((Arc::clone(&source.name), Sha256::digest(&bytes).into()));
                read_bytes(&bytes, &source.name, program, &mut reading);
            }
            Err(error) => {
                reading.findings.push(refusal::Refusal::Io(error.kind().to_string()).finding(&source.name));
            }
        }
    }
    reading
}

/// How the name of a marked copy ends: such files are never read as input.
pub const MARKED: &str = "проверка.xlsx";

/// The files of a folder that would be read.
pub fn files(folder: &Path, prefix: &str) -> Vec<Source> {
    source::list(folder, prefix, &mut Vec::new())
}

/// Reads the bytes of one file under its name into `reading`; `program` serves as a child where one is needed.
pub fn read_bytes(bytes: &[u8], name: &Arc<str>, program: &Path, reading: &mut Reading) {
    match workbook::grids(bytes, name, program, &mut reading.findings) {
        Ok(grids) if grids.iter().all(grid::Grid::is_empty) => {
            reading.findings.push(Finding::new(Code::FileBlank, Location::File(Arc::clone(name))));
        }
        Ok(grids) => {
            // A copy of a sheet («Копия», an older file) would double every document.
            let before = reading.tables.len();
            let read = grids.into_par_iter().map(|grid| {
                let mut own = Reading::default();
                let without = sheets::read(grid, name, &mut own);
                (own, without)
            });
            let mut without = Vec::new();
            for (own, finding) in read.collect::<Vec<_>>() {
                reading.tables.extend(own.tables);
                reading.sheets.extend(own.sheets);
                reading.findings.extend(own.findings);
                without.extend(finding);
            }
            if reading.tables.len() == before {
                reading.findings.push(Finding::new(Code::FileNoTable, Location::File(Arc::clone(name))));
            } else {
                reading.findings.extend(without);
            }
            twice::drop(reading, before);
        }
        Err(refusal) => reading.findings.push(refusal.finding(name)),
    }
}
