//! A document as PDF: by the engine that is built in, or by LibreOffice where asked for.
//!
//! The built-in engine runs in children of our own program: it is young, and a document that makes it panic, hang or eat memory
//! costs that document's PDF and nothing else.

mod builtin;
mod fonts;
mod keep;
mod office;
mod reserve;
mod serve;

pub use builtin::Converter;
pub use office::{convert_all, find};
pub use serve::serve;

use thiserror::Error;

/// The hidden sub-command under which the program serves as a converter.
pub const SUB_COMMAND: &str = "convert-documents";

/// Why there is no PDF.
#[derive(Debug, Error)]
pub enum PdfError {
    /// The engine could not be started.
    #[error("{0}")]
    NotStarted(String),
    /// It refuses the document.
    #[error("{0}")]
    Refused(String),
    /// It died of the document.
    #[error("сбой преобразования")]
    Crashed,
    /// It took too long.
    #[error("преобразование не уложилось в отведённое время")]
    TimedOut,
}

/// What makes PDFs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Engine {
    /// The converter that is built in, run as a child of this program.
    BuiltIn(std::path::PathBuf),
    /// LibreOffice's program.
    Office(std::path::PathBuf),
}

impl Engine {
    /// The engine's name and edition: a PDF is made again when either changes.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::BuiltIn(_) => "docxide-pdf 0.20.1",
            Self::Office(_) => "soffice",
        }
    }
}
