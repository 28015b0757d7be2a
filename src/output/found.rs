//! What stands at a document's path: nothing, our file, a file that a person has edited, or no file at all.

use super::error::PublishError;
use crate::register::{Content, Hash, Register, SafePath, hash};
use std::fs::Metadata;
use std::io::ErrorKind;
use std::path::Path;

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing, or a link, which a rename replaces and never follows.
    Missing,
    /// The file that the register last published there, with its present time of change.
    Current { modified: i64 },
    /// Another file that pisar once published.
    Earlier,
    /// A file that pisar never made.
    Edited,
}

/// What stands at `path` under `output`, told by length and time of change where they are the register's, else by hash.
pub(super) fn at(
    register: &Register,
    output: &Path,
    path: &SafePath,
    content: Option<&Content>,
) -> Result<Found, PublishError> {
    let file = output.join(path.as_str());
    let metadata = match std::fs::symlink_metadata(&file) {
        Ok(metadata) => metadata,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Found::Missing);
        }
        Err(error) => return Err(PublishError::io(&file, &error)),
    };
    if metadata.is_symlink() {
        return Ok(Found::Missing);
    }
    if !metadata.is_file() {
        let found = if metadata.is_dir() { "папка" } else { "канал или устройство" };
        return Err(PublishError::TargetOccupied { path: path.to_string(), found });
    }
    let modified = modified(&metadata);
    // A file that was written no earlier than the register may have been written once more at that very time.
    let is_settled = metadata.modified().is_ok_and(|time| register.written().is_some_and(|at| time < at));
    let is_known = |content: &Content| content.size == metadata.len() && content.modified == modified;
    if is_settled && content.is_some_and(is_known) {
        return Ok(Found::Current { modified });
    }
    let found = hash_of(&file)?;
    Ok(match content {
        Some(content) if content.hash == found => Found::Current { modified },
        _ if register.is_ours(&found) => Found::Earlier,
        _ => Found::Edited,
    })
}

/// The hash of a file's bytes.
pub(super) fn hash_of(file: &Path) -> Result<Hash, PublishError> {
    Ok(hash(&std::fs::read(file).map_err(|error| PublishError::io(file, &error))?))
}

/// The time of change in nanoseconds since 1970; 0 where the system has none.
pub(super) fn modified(metadata: &Metadata) -> i64 {
    let since_1970 = |time: std::time::SystemTime| match time.duration_since(std::time::UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_nanos()).unwrap_or(i64::MAX),
        Err(before) => {
            i64::try_from(before.duration().as_nanos()).map_or(i64::MIN, |nanoseconds| -nanoseconds)
        }
    };
    metadata.modified().map_or(0, since_1970)
}

/// The owner file of Word or LibreOffice that says the document at `path` is being edited.
pub(super) fn owner_file(output: &Path, path: &SafePath) -> Option<String> {
    let (folder, name) = path.as_str().rsplit_once('/').unwrap_or(("", path.as_str()));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    // Word writes «~$» over the first two letters of a long name, over one of seven, before a short one.
    let covered = stem.chars().count().saturating_sub(6).min(2);
    let tail: String = name.chars().skip(covered).collect();
    [format!("~${tail}"), format!(".~lock.{name}#")]
        .into_iter()
        .map(|owner| if folder.is_empty() { owner } else { format!("{folder}/{owner}") })
        .find(|owner| std::fs::symlink_metadata(output.join(owner)).is_ok())
}
