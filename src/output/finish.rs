//! Finishing: what the register says is meant is renamed into place, synced, and confirmed.

use super::error::PublishError;
use super::found::{self, Found, hash_of};
use super::staging::{FOLDER, sync_folder};
use crate::register::{Intent, Record, Register, SafePath};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Added to a file that `--force` replaces.
const FORMER: &str = "прежняя редакция";
/// Added to a fresh file beside one that a person has edited.
pub(super) const FRESH: &str = "новая редакция";

/// Finishes every intent of the register: forward where the staged file is whole, back where it is gone.
///
/// `touched` are records whose files stay. `is_trusted`: this run has staged the files itself and read their hashes
/// then. Returns how many went forward.
pub(super) fn finish(
    register: &mut Register,
    output: &Path,
    touched: Vec<Arc<Record>>,
    is_trusted: bool,
) -> Result<usize, PublishError> {
    let (mut changed, mut folders, mut obsolete) = (touched, BTreeSet::new(), Vec::new());
    let mut finished = 0;
    let intents = register.take_intents();
    changed.reserve_exact(intents.len());
    for intent in intents {
        if place(register, output, &intent, is_trusted)? {
            let path = output.join(&intent.target);
            let inside = |folder: &&Path| folder.starts_with(output) && !folders.contains(*folder);
            let new: Vec<PathBuf> = path.ancestors().skip(1).take_while(inside).map(PathBuf::from).collect();
            folders.extend(new);
            obsolete.extend(intent.obsolete);
            changed.push(intent.after);
            finished += 1;
        } else {
            changed.extend(rolled_back(register, &intent).map(Arc::new));
        }
    }
    remove_obsolete(register, output, obsolete, &changed)?;
    for folder in &folders {
        sync_folder(folder)?;
    }
    register.confirm_intents(changed)?;
    Ok(finished)
}

/// Puts an intent's file where it goes. False: its bytes are nowhere, so the document is to be made again.
fn place(
    register: &Register,
    output: &Path,
    intent: &Intent,
    is_trusted: bool,
) -> Result<bool, PublishError> {
    let Some(content) = intent.after.content else { return Ok(false) };
    let staged = output.join(FOLDER).join(&intent.staged);
    let mut target = SafePath::known(intent.target.clone());
    if !is_trusted {
        let is_there =
            std::fs::symlink_metadata(output.join(target.as_str())).is_ok_and(|metadata| metadata.is_file());
        if is_there && hash_of(&output.join(target.as_str()))? == content.hash {
            return Ok(true);
        }
        let is_whole = std::fs::symlink_metadata(&staged).is_ok_and(|metadata| metadata.is_file());
        if !is_whole || hash_of(&staged)? != content.hash {
            return Ok(false);
        }
        // Edited since the interrupted run: the person's file stays.
        if found::at(register, output, &target, None)? == Found::Edited && !intent.replaces_edited {
            target = free_beside(register, output, &target, FRESH)?;
        }
    }
    make_folders(output, &target)?;
    if intent.replaces_edited {
        keep_former(register, output, &target)?;
    }
    let target = output.join(target.as_str());
    std::fs::rename(&staged, &target).map_err(|error| PublishError::io(&target, &error))?;
    Ok(true)
}

/// The record of a document whose staged file is lost: as before, but a number that it took stays its own.
fn rolled_back(register: &Register, intent: &Intent) -> Option<Record> {
    let before = register.records().find(|record| record.id == intent.after.id)?;
    (before.number != intent.after.number)
        .then(|| Record { number: intent.after.number.clone(), ..before.clone() })
}

/// Keeps a person's file as a copy before a forced edition replaces it; its path is never without a file.
fn keep_former(register: &Register, output: &Path, target: &SafePath) -> Result<(), PublishError> {
    if found::at(register, output, target, None)? != Found::Edited {
        return Ok(());
    }
    let former = output.join(free(output, target, FORMER).as_str());
    let target = output.join(target.as_str());
    if std::fs::hard_link(&target, &former).is_err() {
        let copied = std::fs::copy(&target, &former).and_then(|_| std::fs::File::open(&former)?.sync_all());
        copied.map_err(|error| PublishError::io(&former, &error))?;
    }
    Ok(())
}

/// Removes the files that documents leave behind when their paths change, unless a person has edited one or another
/// document has taken its place.
fn remove_obsolete(
    register: &Register,
    output: &Path,
    obsolete: Vec<String>,
    changed: &[Arc<Record>],
) -> Result<(), PublishError> {
    if obsolete.is_empty() {
        return Ok(());
    }
    let changed_ids: BTreeSet<i64> = changed.iter().map(|record| record.id).collect();
    let others = register.records().filter(|record| !changed_ids.contains(&record.id));
    let live = changed.iter().map(Arc::as_ref).chain(others).filter(|record| record.state.is_live());
    let taken: BTreeSet<String> = live.map(|record| SafePath::known(record.path.clone()).folded()).collect();
    for path in obsolete.into_iter().map(SafePath::known).filter(|path| !taken.contains(&path.folded())) {
        if found::at(register, output, &path, None)? == Found::Earlier {
            let file = output.join(path.as_str());
            std::fs::remove_file(&file).map_err(|error| PublishError::io(&file, &error))?;
        }
    }
    Ok(())
}

/// A name beside `path` that nobody has edited: `Иванов (новая редакция).docx`, else `… (новая редакция 2).docx`.
pub(super) fn free_beside(
    register: &Register,
    output: &Path,
    path: &SafePath,
    mark: &str,
) -> Result<SafePath, PublishError> {
    for beside in numbered(path, mark) {
        if found::at(register, output, &beside, None)? != Found::Edited {
            return Ok(beside);
        }
    }
    Ok(path.marked(mark))
}

fn free(output: &Path, path: &SafePath, mark: &str) -> SafePath {
    let is_free = |beside: &SafePath| std::fs::symlink_metadata(output.join(beside.as_str())).is_err();
    numbered(path, mark).find(is_free).unwrap_or_else(|| path.marked(mark))
}

fn numbered(path: &SafePath, mark: &str) -> impl Iterator<Item = SafePath> {
    std::iter::once(path.marked(mark)).chain((2..1000).map(move |n| path.marked(&format!("{mark} {n}"))))
}

/// Makes the folders of `path`; a link in the place of one is refused, for it may lead out of the output folder.
pub(super) fn make_folders(output: &Path, path: &SafePath) -> Result<(), PublishError> {
    let mut folder = output.to_owned();
    let mut segments = path.as_str().split('/').peekable();
    while let (Some(segment), Some(_)) = (segments.next(), segments.peek()) {
        folder.push(segment);
        match std::fs::symlink_metadata(&folder) {
            Ok(metadata) if metadata.is_dir() => {}
            Ok(_) => {
                let path = folder.strip_prefix(output).unwrap_or(&folder).display().to_string();
                return Err(PublishError::TargetOccupied { path, found: "не папка" });
            }
            Err(_) => std::fs::create_dir(&folder).map_err(|error| PublishError::io(&folder, &error))?,
        }
    }
    Ok(())
}
