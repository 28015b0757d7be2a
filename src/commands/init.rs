//! `pisar init`: a new workspace with the templates and the catalog, to be changed at will.

use super::Said;
use crate::cli::FolderArgs;
use crate::diagnostic::{Language, text};
use crate::output::write_new;
use crate::starter;
use crate::workspace::BUILT_IN_CATALOG;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

pub(super) fn run(folders: &FolderArgs, directory: Option<PathBuf>, language: Language) -> Said {
    let root = directory.or_else(|| folders.directory.clone()).unwrap_or_else(|| PathBuf::from("."));
    let mut said = export(&root.join("templates"), language);
    match starter::workbook::all() {
        Ok(workbooks) => {
            for (name, bytes) in workbooks {
                put(&root.join("input").join(name), &bytes, &mut said, language);
            }
        }
        Err(error) => {
            let _ = writeln!(said.err, "{error}");
            said.status = 3;
        }
    }
    said
}

/// Writes the catalog and the built-in templates; what is there already stays.
pub(super) fn export(folder: &Path, language: Language) -> Said {
    let mut said = Said::default();
    put(&folder.join("catalog.toml"), BUILT_IN_CATALOG.as_bytes(), &mut said, language);
    for name in starter::names() {
        match starter::built_in(name) {
            Ok(bytes) => put(&folder.join(name), &bytes.unwrap_or_default(), &mut said, language),
            Err(error) => {
                let _ = writeln!(said.err, "{name}: {error}");
                said.status = 3;
            }
        }
    }
    said
}

fn put(path: &Path, bytes: &[u8], said: &mut Said, language: Language) {
    let shown = path.display().to_string();
    match write_new(path, bytes) {
        Ok(true) => {
            let _ = writeln!(said.out, "{}", text("init-written", &[("path", &shown)], language));
        }
        Ok(false) => {
            let _ = writeln!(said.out, "{}", text("init-kept", &[("path", &shown)], language));
        }
        Err(error) => {
            let _ = writeln!(said.err, "{shown}: {error}");
            said.status = 3;
        }
    }
}
