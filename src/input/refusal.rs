//! Why a file is not read: what it is instead, or how it is broken.

use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use std::sync::Arc;

/// Why a file is not read as a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It has no bytes at all.
    Empty,
    /// The system did not let it be read.
    Io(String),
    /// It is a file of another kind.
    Foreign(Foreign),
    /// It is protected by a password.
    Password,
    /// A workbook of Excel 2–4.
    OldExcel,
    /// It is broken: in what part, or at what cell.
    Damaged {
        /// The part of the package, or the cell, where it shows.
        place: String,
    },
    /// A part's check sum is wrong: a bit has flipped.
    Checksum {
        /// The part of the package.
        place: String,
    },
    /// It swells beyond every measure when unpacked.
    TooBig {
        /// The part of the package.
        place: String,
    },
    /// It declares its own entities, as only an attack does.
    Entities,
    /// It is a workbook without a sheet of cells.
    NoSheets,
    /// Its bytes are text in no encoding that is known.
    Encoding,
    /// A reader took longer than it may.
    TimedOut,
    /// A reader died of the file.
    Crashed,
}

/// A file that is something else, and says what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A PDF.
    Pdf,
    /// A Word file without any table that could be a plan.
    Word,
    /// A Word file of before 2007.
    WordOld,
    /// Rich text.
    Rtf,
    /// A picture.
    Picture,
    /// A web archive.
    Mht,
    /// A zip that is no workbook.
    Archive,
    /// Anything else.
    Unknown,
}

impl Foreign {
    const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Word => "word",
            Self::WordOld => "word-old",
            Self::Rtf => "rtf",
            Self::Picture => "picture",
            Self::Mht => "mht",
            Self::Archive => "archive",
            Self::Unknown => "unknown",
        }
    }
}

impl Refusal {
    /// The finding for `file`.
    pub fn finding(&self, file: &Arc<str>) -> Finding {
        let finding = Finding::new(Code::FileUnreadable, Location::File(Arc::clone(file)));
        match self {
            Self::Empty => finding.with("reason", "empty"),
            Self::Io(message) => finding.with("reason", "io").with("place", message),
            Self::Foreign(foreign) => finding.with("reason", foreign.name()),
            Self::Password => finding.with("reason", "password"),
            Self::OldExcel => finding.with("reason", "old-excel"),
            Self::Damaged { place } => finding.with("reason", "damaged").with("place", place),
            Self::Checksum { place } => finding.with("reason", "checksum").with("place", place),
            Self::TooBig { place } => finding.with("reason", "too-big").with("place", place),
            Self::Entities => finding.with("reason", "entities"),
            Self::NoSheets => finding.with("reason", "no-sheets"),
            Self::Encoding => finding.with("reason", "encoding"),
            Self::TimedOut => finding.with("reason", "timed-out"),
            Self::Crashed => finding.with("reason", "crashed"),
        }
    }

    /// Damage that shows at `place`.
    pub fn damaged(place: impl Into<String>) -> Self {
        Self::Damaged { place: place.into() }
    }
}
