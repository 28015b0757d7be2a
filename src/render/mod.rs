//! A planned document as bytes.

pub mod calendar_file;
pub mod draft;
pub mod occasions;
pub mod pdf;
pub mod post;
pub mod print_file;
pub mod proof;
mod report_table;

use crate::catalog::{CALENDAR, Document, Scope};
use crate::diagnostic::Finding;
use crate::template::{Renderer, Template};
use chrono_tz::Tz;
use sha2::{Digest as _, Sha256};
use std::borrow::Cow;

/// What a kind's documents are made with.
#[derive(Debug)]
pub enum Paper {
    /// A template.
    Template(Box<Template>),
    /// The table of a quarter's report, with charts.
    ReportTable,
    /// The calendar of the year as an .ics file, its times those of the zone.
    Calendar(Tz),
}

/// The names of what is built in.
pub const BUILT_IN: &[&str] = &["report-table", CALENDAR];

impl Paper {
    /// The built-in paper of that name.
    pub fn built_in(name: &str, zone: Tz) -> Option<Self> {
        match name {
            "report-table" => Some(Self::ReportTable),
            CALENDAR => Some(Self::Calendar(zone)),
            _ => None,
        }
    }

    /// A digest of all that a document is made from, where that is less than the whole input: a calendar that says the same is the same
    /// tomorrow, though a file names the day on which it was made.
    pub fn source(&self, scope: &Scope<'_>) -> Option<[u8; 32]> {
        match self {
            Self::Calendar(zone) => {
                let all = format!("{:?}{zone}", occasions::of_year(scope.model));
                Some(Sha256::digest(all).into())
            }
            Self::Template(_) | Self::ReportTable => None,
        }
    }

    /// A press for one thread: its buffers are reused from document to document.
    pub fn press(&self) -> Press<'_> {
        match self {
            Self::Template(template) => Press::Template(Box::new(template.renderer())),
            Self::ReportTable => Press::ReportTable,
            Self::Calendar(zone) => Press::Calendar(*zone),
        }
    }
}

/// What makes documents of a kind, one after another.
#[derive(Debug)]
pub enum Press<'p> {
    /// From a template.
    Template(Box<Renderer<'p>>),
    /// By code.
    ReportTable,
    /// By code, its times those of the zone.
    Calendar(Tz),
}

/// A document's bytes, and their SHA-256.
#[derive(Debug)]
pub struct Printed<'p> {
    /// The file.
    pub bytes: Cow<'p, [u8]>,
    /// Its hash.
    pub hash: [u8; 32],
}

impl Press<'_> {
    /// The document, with its number where the register gave one; else all that stops it.
    pub fn print(
        &mut self,
        scope: &Scope<'_>,
        document: &Document,
        number: Option<&str>,
    ) -> Result<Printed<'_>, Vec<Finding>> {
        match self {
            Self::Template(renderer) => {
                let root = scope.root(&document.seen, number);
                let (bytes, hash) = renderer.print(&scope.values.tree, &root)?;
                Ok(Printed { bytes: Cow::Borrowed(bytes), hash })
            }
            Self::ReportTable => {
                let bytes = report_table::render(scope, document)?;
                Ok(Printed { hash: Sha256::digest(&bytes).into(), bytes: Cow::Owned(bytes) })
            }
            Self::Calendar(zone) => {
                let name = format!("План работы на {} учебный год", scope.model.year);
                let bytes =
                    calendar_file::write(&name, &occasions::of_year(scope.model), *zone, scope.today());
                Ok(Printed { hash: Sha256::digest(&bytes).into(), bytes: Cow::Owned(bytes) })
            }
        }
    }
}
