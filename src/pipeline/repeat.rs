//! A run that asks what the last one asked, of the same files, is answered from the register and the files' times alone.

use crate::output;
use crate::register::{Hash, hash};
use crate::workspace::Workspace;
use std::path::Path;

/// A digest of all that a run is made from: what is `asked`, the day, the settings, the program itself, and every file of the input
/// and the templates. `None` where something of it cannot be read: then nothing is known to be the same.
pub fn fingerprint(workspace: &Workspace, asked: &str) -> Option<Hash> {
    let program = fs_err::metadata(std::env::current_exe().ok()?).ok()?;
    let program = (env!("CARGO_PKG_VERSION"), program.len(), program.modified().ok()?);
    let mut all = format!("{asked} {program:?} {:?} {}", workspace.settings, workspace.today).into_bytes();
    add(&workspace.input, &mut all)?;
    add(&workspace.templates, &mut all)?;
    Some(hash(&all))
}

/// What the last run left to be said again, on standard output and on standard error, if it had the same fingerprint and nothing has changed since.
pub fn repeated(workspace: &Workspace, fingerprint: &Hash) -> Option<(String, String)> {
    output::repeated(&workspace.places, fingerprint)
}

/// Leaves for the next run what it may say if nothing changes until then.
pub fn remember(workspace: &Workspace, fingerprint: Hash, generation: i64, said: (String, String)) {
    output::remember(&workspace.places, fingerprint, generation, said);
}

fn add(folder: &Path, all: &mut Vec<u8>) -> Option<()> {
    let entries = match fs_err::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Some(()),
        entries => entries.ok()?,
    };
    let mut paths =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>().ok()?;
    paths.sort_unstable();
    for path in paths {
        all.extend_from_slice(path.as_os_str().as_encoded_bytes());
        if path.is_dir() {
            add(&path, all)?;
        } else if path.is_file() {
            all.extend_from_slice(&hash(&fs_err::read(&path).ok()?));
        }
    }
    Some(())
}
