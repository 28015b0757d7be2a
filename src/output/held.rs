//! What a run holds of a document: the bytes that its PDF, its draft and its print file are made from.

use super::error::PublishError;
use super::found::{self, Found, hash_of};
use super::plan::{Outcome, Planned};
use super::session::Session;
use super::staging::{FOLDER, Staging};
use crate::register::{Hash, SafePath};
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// A document as it will lie in the output folder once the run is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Its path under the output folder.
    pub path: SafePath,
    /// The hash of its bytes.
    pub hash: Hash,
    /// Whether a person has edited it.
    pub is_edited: bool,
    file: PathBuf,
}

impl Held {
    /// Its bytes.
    pub fn read(&self) -> Result<Vec<u8>, PublishError> {
        std::fs::read(&self.file).map_err(|error| PublishError::io(&self.file, &error))
    }
}

impl Session {
    /// What speaks for a planned document: its fresh bytes, the file that stays, or the one that a person has edited. `None`: it is
    /// stopped.
    pub fn held(&self, planned: &Planned<'_>) -> Result<Option<Held>, PublishError> {
        let path = planned.path.clone();
        let file = self.output().join(path.as_str());
        if planned.outcome == Outcome::KeptEdited {
            let hash = hash_of(&file)?;
            return Ok(Some(Held { path, hash, is_edited: true, file }));
        }
        if let Some(staged) = &planned.staged {
            let file = self.output().join(FOLDER).join(&staged.name);
            return Ok(Some(Held { path, hash: staged.hash, is_edited: false, file }));
        }
        let content = planned.record(self.register()).and_then(|record| record.content);
        match (found::at(self.register(), self.output(), &path, content.as_ref())?, content) {
            (Found::Current { .. }, Some(content)) if !planned.needs_rendering && !planned.is_repeated => {
                Ok(Some(Held { path, hash: content.hash, is_edited: false, file }))
            }
            _ => Ok(None),
        }
    }
}

/// A folder within the staging folder, where another program finds its files and leaves its own.
#[derive(Debug)]
pub struct Scratch {
    folder: PathBuf,
}

impl Staging {
    /// A new scratch folder; it goes with the staging folder.
    pub fn scratch(&self) -> Result<Scratch, PublishError> {
        let mut place = 0;
        loop {
            let folder = self.folder().join(format!("scratch-{place}"));
            match std::fs::create_dir(&folder) {
                Ok(()) => return Ok(Scratch { folder }),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => place += 1,
                Err(error) => return Err(PublishError::io(&folder, &error)),
            }
        }
    }
}

impl Scratch {
    /// Where it lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Puts a file into it.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let file = self.folder.join(name);
        let write = || std::fs::File::options().write(true).create_new(true).open(&file)?.write_all(bytes);
        write().map_err(|error| PublishError::io(&file, &error))
    }

    /// A file of it; `None` where there is none.
    pub fn read(&self, name: &str) -> Option<Vec<u8>> {
        std::fs::read(self.folder.join(name)).ok()
    }
}
