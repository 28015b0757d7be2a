//! Why nothing, or not everything, was published.

use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use crate::register::RegisterError;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why nothing, or not everything, was published.
#[derive(Debug, Error)]
pub enum PublishError {
    /// The register could not be opened or written.
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// A signal came before anything was published.
    #[error("interrupted with {ready} of {total} documents ready")]
    Interrupted {
        /// The signal's number.
        signal: u8,
        /// How many documents were ready.
        ready: usize,
        /// How many there were to make.
        total: usize,
    },
    /// Another run holds the workspace.
    #[error("process {process} holds the workspace since {since}")]
    Held {
        /// The other run's process, or «?».
        process: String,
        /// When it began, local time.
        since: String,
    },
    /// The output folder is no folder, or has no parent.
    #[error("{} cannot hold documents: {reason}", path.display())]
    OutputUnusable {
        /// The output folder.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// Something that is no plain file stands where a document goes.
    #[error("{path} is a {found}")]
    TargetOccupied {
        /// The document's path.
        path: String,
        /// What stands there.
        found: &'static str,
    },
    /// A document that is to be replaced is open in an editor.
    #[error("{path} is open: {owner}")]
    DocumentOpen {
        /// The document's path.
        path: String,
        /// The editor's owner file.
        owner: String,
    },
    /// The disk is full.
    #[error("no space left, {needed} bytes are needed")]
    NoSpace {
        /// About how many bytes the whole batch needs.
        needed: u64,
    },
    /// The disk failed.
    #[error("{}: {reason}", path.display())]
    Failed {
        /// What was being written or read.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
}

impl PublishError {
    pub(super) fn io(path: &Path, error: &std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::NoSpace { needed: 0 },
            _ => Self::Failed { path: path.to_owned(), reason: error.to_string() },
        }
    }

    /// The error, a full disk saying about how much the whole batch needs.
    pub(super) fn needing(self, bytes: u64) -> Self {
        match self {
            Self::NoSpace { needed } => Self::NoSpace { needed: needed.max(bytes) },
            Self::Register(RegisterError::NoSpace { .. }) => Self::NoSpace { needed: bytes },
            other => other,
        }
    }

    /// The exit status that the error asks for.
    pub const fn exit_status(&self) -> u8 {
        match self {
            Self::Register(error) => error.exit_status(),
            Self::Interrupted { signal, .. } => 128 + *signal,
            Self::Held { .. } => 4,
            Self::OutputUnusable { .. } => 2,
            _ => 3,
        }
    }

    /// The error as a finding, with its hint in the reader's language.
    pub fn finding(&self) -> Finding {
        let at = |path: &Path| Location::File(path.to_string_lossy().into());
        match self {
            Self::Register(error) => error.finding(),
            Self::Interrupted { ready, total, .. } => {
                Finding::new(Code::RunInterrupted, None).with("ready", ready).with("total", total)
            }
            Self::Held { process, since } => {
                Finding::new(Code::WorkspaceHeld, None).with("process", process).with("since", since)
            }
            Self::OutputUnusable { path, reason } => Finding::new(Code::OutputUnusable, at(path))
                .with("path", path.display())
                .with("reason", reason),
            Self::TargetOccupied { path, found } => Finding::new(Code::TargetOccupied, at(Path::new(path)))
                .with("path", path)
                .with("found", found),
            Self::DocumentOpen { path, owner } => {
                Finding::new(Code::DocumentOpen, at(Path::new(path))).with("path", path).with("owner", owner)
            }
            Self::NoSpace { needed } => {
                Finding::new(Code::DiskFull, None).with("megabytes", needed.div_ceil(1 << 20).max(1))
            }
            Self::Failed { path, reason } => Finding::new(Code::DiskFailed, at(path)).with("reason", reason),
        }
    }
}
