//! The last run's answer, kept beside the register: a run that would change nothing need not read its input again to say so.

use super::Lock;
use super::found::{self, Found};
use super::session::Places;
use super::staging::FOLDER;
use crate::register::{Access, Hash, Register, SafePath, create_private, hidden_folder};
use serde::{Deserialize, Serialize};
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// What a run leaves.
#[derive(Debug, Serialize, Deserialize)]
struct LastRun {
    /// Of all that it was made from.
    fingerprint: Hash,
    /// The register's generation that it left.
    generation: i64,
    /// What a run that changes nothing would say on each of its two streams.
    said: (String, String),
}

fn file(places: &Places) -> PathBuf {
    hidden_folder(&places.register).join("last-run.json")
}

/// What a run of that fingerprint would say, if the register has not changed since the last one and every live document of it lies
/// in its place as it was published. Anything else, faults included, is for a whole run to find and to tell.
pub fn repeated(places: &Places, fingerprint: &Hash) -> Option<(String, String)> {
    let last: LastRun = serde_json::from_slice(&fs_err::read(file(places)).ok()?).ok()?;
    if last.fingerprint != *fingerprint || places.output.join(FOLDER).exists() {
        return None;
    }
    let _lock = Lock::take(&places.register).ok()?;
    let register = Register::open(&places.register, Access::Look, &[]).ok()?;
    let is_as_published = || {
        register.records().filter(|record| record.state.is_live()).all(|record| {
            let path = SafePath::known(record.path.clone());
            let content = record.content.as_ref();
            let found = found::at(&register, &places.output, &path, content);
            content.is_some_and(
                |content| matches!(found, Ok(Found::Current { modified }) if modified == content.modified),
            )
        })
    };
    let is_same =
        register.generation() == last.generation && register.intents().is_empty() && is_as_published();
    is_same.then_some(last.said)
}

/// Leaves the answer for the next run. One that cannot be kept costs time, nothing else.
pub fn remember(places: &Places, fingerprint: Hash, generation: i64, said: (String, String)) {
    let last = LastRun { fingerprint, generation, said };
    if let Ok(json) = serde_json::to_vec(&last) {
        let _ = write_private(&file(places), &json);
    }
}

/// In place of the older one, for the owner alone: what was said names cells.
fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let beside = path.with_extension("new");
    match fs_err::remove_file(&beside) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    create_private(&beside)?.write_all(bytes)?;
    fs_err::rename(&beside, path)
}
