//! Which files of a folder are read.

use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Extensions of what a person might take for a table; the bytes then decide.
const EXTENSIONS: &[&str] = &[
    "xlsx", "xlsm", "xlsb", "xltx", "xltm", "xls", "xlt", "xml", "ods", "ots", "fods", "csv", "tsv", "tab",
    "txt", "htm", "html", "mht", "docx", "doc", "rtf", "pdf",
];
/// How deep folders are walked.
const MAX_DEPTH: usize = 8;

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Where it lies.
    pub path: PathBuf,
    /// Its name relative to the workspace, with `/`.
    pub name: Arc<str>,
}

/// The files of `folder` by their names; lock files are stated and left out, hidden files and notes are none of ours.
pub fn list(folder: &Path, prefix: &str, findings: &mut Vec<Finding>) -> Vec<Source> {
    let mut sources = Vec::new();
    walk(folder, prefix, 0, &mut sources, findings);
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    sources
}

fn walk(folder: &Path, prefix: &str, depth: usize, sources: &mut Vec<Source>, findings: &mut Vec<Finding>) {
    let Ok(entries) = fs_err::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let file_name = entry.file_name().to_string_lossy().into_owned();
        let name: Arc<str> = Arc::from(format!("{prefix}/{file_name}"));
        let path = entry.path();
        // What a link points to may lie outside of the workspace, but it is the secretary's own link.
        let Ok(kind) = fs_err::metadata(&path) else { continue };
        if file_name.starts_with("~$") || file_name.starts_with(".~lock.") {
            findings.push(Finding::new(Code::FileLockSkipped, Location::File(name)));
        } else if file_name.starts_with('.') {
        } else if kind.is_dir() && depth < MAX_DEPTH {
            walk(&path, &name, depth + 1, sources, findings);
        } else if kind.is_file() && is_table(&file_name) {
            sources.push(Source { path, name });
        }
    }
}

fn is_table(name: &str) -> bool {
    !name.ends_with(super::MARKED)
        && name
            .rsplit_once('.')
            .is_some_and(|(_, extension)| EXTENSIONS.contains(&extension.to_lowercase().as_str()))
}
