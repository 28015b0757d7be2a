//! Why the register could not be opened or written, with the way back.

use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why the register could not be opened or written.
#[derive(Debug, Error)]
pub enum RegisterError {
    /// There is no register, but there are documents or copies of a register: numbering must not start anew.
    #[error("{} is missing, but documents of it exist: {}", path.display(), documents.join(", "))]
    MissingBesideDocuments {
        /// Where the register should be.
        path: PathBuf,
        /// Some of the documents.
        documents: Vec<String>,
        /// The newest good copy.
        copy: Option<PathBuf>,
    },
    /// The file is no register, is cut short, or was changed outside of pisar.
    #[error("{} is damaged at record {}", path.display(), record.map_or_else(|| "?".to_owned(), |id| id.to_string()))]
    Damaged {
        /// The register.
        path: PathBuf,
        /// The first damaged record, where one can be told.
        record: Option<i64>,
        /// The newest good copy.
        copy: Option<PathBuf>,
    },
    /// A newer copy exists: numbers issued since would be given again.
    #[error("{} is older than its copy {}", path.display(), copy.display())]
    OlderThanCopy {
        /// The register.
        path: PathBuf,
        /// The newer copy.
        copy: PathBuf,
    },
    /// A later version of pisar wrote it.
    #[error("{} was written by a later version of pisar", path.display())]
    FromLaterVersion {
        /// The register.
        path: PathBuf,
    },
    /// The disk is full.
    #[error("no space left for {}", path.display())]
    NoSpace {
        /// The register.
        path: PathBuf,
    },
    /// The disk failed, or another program holds the file.
    #[error("{} could not be read or written: {reason}", path.display())]
    Failed {
        /// The register, or the copy of it.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// No document of the register is meant by this text.
    #[error("no record of the register matches {wanted}")]
    NoSuchRecord {
        /// What was looked for.
        wanted: String,
        /// The nearest that there is.
        nearest: Option<String>,
    },
    /// The text means more than one document.
    #[error("{wanted} matches several records")]
    Ambiguous {
        /// What was looked for.
        wanted: String,
        /// Some of the matches.
        matches: Vec<String>,
    },
}

impl RegisterError {
    pub(super) fn sqlite(path: &Path, error: &rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Sqlite;
        let path = path.to_owned();
        match error.sqlite_error_code() {
            Some(Sqlite::DiskFull) => Self::NoSpace { path },
            Some(Sqlite::DatabaseCorrupt | Sqlite::NotADatabase) => {
                let copy = super::copies::newest(&path).map(|(_, copy)| copy);
                Self::Damaged { path, record: None, copy }
            }
            _ => Self::Failed { path, reason: error.to_string() },
        }
    }

    pub(super) fn io(path: &Path, error: &std::io::Error) -> Self {
        let path = path.to_owned();
        if matches!(error.kind(), std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded) {
            Self::NoSpace { path }
        } else {
            Self::Failed { path, reason: error.to_string() }
        }
    }

    /// The exit status that the error asks for: 2 could not run, 3 the disk failed.
    pub const fn exit_status(&self) -> u8 {
        match self {
            Self::NoSpace { .. } | Self::Failed { .. } => 3,
            _ => 2,
        }
    }

    /// The error as a finding, with its hint in the reader's language.
    pub fn finding(&self) -> Finding {
        let at = |path: &Path| Location::File(path.to_string_lossy().into());
        let copied = |copy: &Option<PathBuf>| {
            copy.as_ref().map_or_else(|| "—".to_owned(), |copy| copy.display().to_string())
        };
        match self {
            Self::MissingBesideDocuments { path, documents, copy } => {
                Finding::new(Code::RegisterMissing, at(path))
                    .with("documents", documents.join(", "))
                    .with("copy", copied(copy))
            }
            Self::Damaged { path, record, copy } => Finding::new(Code::RegisterDamaged, at(path))
                .with("record", record.map_or_else(|| "—".to_owned(), |id| format!("№ {id}")))
                .with("copy", copied(copy)),
            Self::OlderThanCopy { path, copy } => {
                Finding::new(Code::RegisterOlder, at(path)).with("copy", copy.display())
            }
            Self::FromLaterVersion { path } => Finding::new(Code::RegisterLaterVersion, at(path)),
            Self::NoSpace { path } => Finding::new(Code::DiskFull, at(path)).with("megabytes", 1),
            Self::Failed { path, reason } => Finding::new(Code::DiskFailed, at(path)).with("reason", reason),
            Self::NoSuchRecord { wanted, nearest } => Finding::new(Code::RegisterNoSuchRecord, None)
                .with("wanted", wanted)
                .with("nearest", nearest.as_deref().unwrap_or("—")),
            Self::Ambiguous { wanted, matches } => Finding::new(Code::RegisterAmbiguous, None)
                .with("wanted", wanted)
                .with("matches", matches.join("; ")),
        }
    }
}
