//! The built-in templates, Word and workbook, built by code out of shared blocks and made valid and byte-stable.
//!
//! A block is a piece that several papers share (stamp, letterhead, signature row …); a paper is one template. `cargo run
//! --example templates` writes them all to `templates/`, where a test holds them equal to what this module builds.

pub mod block;
pub mod described;
pub mod document;
pub mod ledger;
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

/// A template whose paper is described in a few lines of text.
macro_rules! described {
    ($name:literal) => {
        Template {
            name: concat!($name, ".docx"),
            build: || described::document(include_str!(concat!("paper/text/", $name, ".txt"))),
        }
    };
}

/// All built-in templates, sorted by name.
pub const TEMPLATES: &[Template] = &[
    described!("acquaintance"),
    described!("activity-report"),
    Template { name: "agenda.docx", build: paper::agenda::build },
    Template { name: "approval-sheet.docx", build: paper::approval_sheet::build },
    Template { name: "attendance.docx", build: paper::attendance::build },
    described!("award-handing"),
    described!("award-list"),
    described!("award-order"),
    described!("certificate"),
    described!("championship-order"),
    described!("championship-regulation"),
    Template { name: "consent.docx", build: paper::consent::build },
    described!("contest-application"),
    described!("contest-results"),
    described!("diploma"),
    Template { name: "envelope-c5.docx", build: paper::envelope::c5 },
    Template { name: "envelope-dl.docx", build: paper::envelope::dl },
    described!("event-report"),
    described!("expert-notice"),
    described!("expert-opinion"),
    described!("expert-schedule"),
    described!("experts-list"),
    described!("fair-programme"),
    described!("fair-registration"),
    described!("fair-report"),
    described!("groups-order"),
    described!("inclusion-plan"),
    described!("inclusion-report"),
    Template { name: "invitation.docx", build: paper::invitation::build },
    described!("jury-minutes"),
    described!("media-plan"),
    described!("media-report"),
    Template { name: "meeting-notice.docx", build: paper::meeting_notice::build },
    described!("minutes-extract"),
    described!("minutes-final"),
    Template { name: "minutes-short.docx", build: paper::minutes::build_short },
    Template { name: "minutes.docx", build: paper::minutes::build },
    Template { name: "plan.docx", build: paper::plan::build },
    described!("practice-note"),
    Template { name: "proof.docx", build: paper::proof::build },
    described!("quota-approval"),
    described!("regulation-order"),
    Template { name: "regulation.docx", build: paper::regulation::build },
    described!("reminder"),
    Template { name: "report.docx", build: paper::report::build },
    described!("request-experts"),
    described!("request-practice"),
    described!("request-quota"),
    Template { name: "thanks-blank.docx", build: paper::thanks::build_for_blank },
    Template { name: "thanks.docx", build: paper::thanks::build },
    Template { name: "year-calendar.docx", build: paper::year_calendar::build },
    Template { name: "year-report.docx", build: paper::report::build_of_year },
];

/// The bytes of the built-in template of that file name, Word or workbook; `None` where there is none.
///
/// # Errors
/// Where it cannot be built.
pub fn built_in(name: &str) -> Result<Option<Vec<u8>>, StarterError> {
    let word = TEMPLATES.iter().find(|template| template.name == name).map(Template::bytes);
    let workbook = || ledger::LEDGERS.iter().find(|ledger| ledger.name == name).map(ledger::Ledger::bytes);
    word.or_else(workbook).transpose()
}

/// The file names of all built-in templates: Word ones, then workbooks.
pub fn names() -> impl Iterator<Item = &'static str> {
    TEMPLATES.iter().map(|template| template.name).chain(ledger::LEDGERS.iter().map(|ledger| ledger.name))
}

/// The built-in template of that file name.
pub fn template(name: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|template| template.name == name)
}

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
