//! The built-in Word templates, built by code out of shared blocks and made valid and byte-stable.
//!
//! A block is a piece that several papers share (stamp, letterhead, signature row …); a paper is one template. `cargo run
//! --example templates` writes them all to `templates/`, where a test holds them equal to what this module builds.

pub mod block;
pub mod document;
pub mod measure;
pub mod normalise;
pub mod package;
pub mod paper;
pub mod workbook;
pub mod xml;

use document::Document;

/// One built-in template.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// The name of its file: `plan.docx`.
    pub name: &'static str,
    /// Builds it.
    pub build: fn() -> Document,
}

impl Template {
    /// The template as a .docx, the same bytes each time.
    pub fn bytes(&self) -> Result<Vec<u8>, StarterError> {
        (self.build)().to_bytes()
    }
}

/// All built-in templates, sorted by name.
pub const TEMPLATES: &[Template] = &[
    Template { name: "invitation.docx", build: paper::invitation::build },
    Template { name: "minutes.docx", build: paper::minutes::build },
    Template { name: "plan.docx", build: paper::plan::build },
    Template { name: "report.docx", build: paper::report::build },
    Template { name: "thanks.docx", build: paper::thanks::build },
];

/// Why a template could not be built.
#[derive(Debug, thiserror::Error)]
pub enum StarterError {
    /// docx-rs wrote what is no XML.
    #[error(transparent)]
    Xml(#[from] xml::XmlError),
    /// The file could not be packed.
    #[error("the template could not be packed: {0}")]
    Zip(#[from] zip::result::ZipError),
    /// A workbook could not be written.
    #[error("the workbook could not be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// A part could not be written into the file.
    #[error("the template could not be packed: {0}")]
    Write(#[from] std::io::Error),
}
