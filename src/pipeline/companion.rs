//! Companions: files that are made out of a run's documents, planned and published as documents are.

use super::Order;
use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use crate::output::{Held, Interrupt, Planned, PublishError, Session, Staging};
use crate::register::{Claim, Hash, SafePath, hash};
use crate::render::pdf::{Converter, Engine, PdfError, convert_all};
use chrono::NaiveDate;
use rayon::prelude::*;
use std::sync::Mutex;

/// One companion.
pub(super) struct Companion<'a> {
    /// Its kind: the document's kind, a dot, what it is.
    pub kind: String,
    /// Whose it is: the document's key, or the academic year where it is made of several.
    pub key: String,
    /// What it is.
    pub title: String,
    /// For whom.
    pub recipient: String,
    /// The document's date.
    pub date: NaiveDate,
    /// Where it goes.
    pub path: SafePath,
    /// The hash of all that it is made from.
    pub input: Hash,
    /// How it is made.
    pub make: Make<'a>,
}

/// How a companion is made.
pub(super) enum Make<'a> {
    /// A document as PDF.
    Pdf(Held),
    /// By code.
    Code(Box<dyn Fn() -> Result<Vec<u8>, Failure> + Send + Sync + 'a>),
}

/// Why a companion is not made.
pub(super) enum Failure {
    /// The disk.
    Disk(PublishError),
    /// What it is made from.
    Told(Vec<Finding>),
}

impl From<PublishError> for Failure {
    fn from(error: PublishError) -> Self {
        Self::Disk(error)
    }
}

/// What companions are made with.
pub(super) struct Bench<'s> {
    pub session: &'s Session,
    pub staging: &'s Staging,
    pub order: &'s Order,
    pub interrupt: &'s Interrupt,
    pub progress: &'s (dyn Fn(usize, usize) + Sync),
}

/// The claims of companions.
pub(super) fn claims<'c>(companions: &'c [Companion<'_>]) -> Vec<Claim<'c>> {
    let claim = |companion: &'c Companion<'_>| Claim {
        kind: &companion.kind,
        key: &companion.key,
        title: &companion.title,
        recipient: &companion.recipient,
        date: companion.date,
        series: None,
        path: &companion.path,
        input: companion.input,
        template: [0; 32],
    };
    companions.iter().map(claim).collect()
}

/// The hash of everything that a companion is made from, each piece apart from the next.
pub(super) fn digest<'b>(pieces: impl IntoIterator<Item = &'b [u8]>) -> Hash {
    let mut all = env!("CARGO_PKG_VERSION").as_bytes().to_vec();
    for piece in pieces {
        all.extend_from_slice(&(piece.len() as u64).to_le_bytes());
        all.extend_from_slice(piece);
    }
    hash(&all)
}

impl Bench<'_> {
    /// Makes those that have changed, on all threads; what cannot be made is told and left.
    pub(super) fn make<'c>(
        &self,
        companions: &[Companion<'_>],
        claims: &'c [Claim<'c>],
        findings: &mut Vec<Finding>,
    ) -> Result<Vec<Planned<'c>>, PublishError> {
        let mut planned = self.session.plan(claims, self.order.force)?;
        let office = self.by_office(companions, &planned, findings)?;
        let total = planned.iter().filter(|planned| planned.needs_rendering).count();
        let (done, told) = (std::sync::atomic::AtomicUsize::new(0), Mutex::new(Vec::new()));
        let made = planned.par_iter_mut().zip(companions).enumerate().map_init(
            || None,
            |converter, (place, (planned, companion))| {
                if !planned.needs_rendering {
                    return Ok(());
                }
                let bytes = match (&companion.make, &self.order.extras.engine) {
                    (Make::Code(code), _) => code(),
                    (Make::Pdf(held), Engine::BuiltIn(program)) => {
                        let converter = converter.get_or_insert_with(|| Converter::new(program));
                        converter
                            .convert(&held.read()?)
                            .map_err(|error| Failure::Told(vec![failed(held, &error)]))
                    }
                    (Make::Pdf(held), Engine::Office(_)) => {
                        let pdf =
                            office.as_ref().and_then(|scratch| scratch.read(&format!("{place:06}.pdf")));
                        pdf.ok_or_else(|| Failure::Told(vec![failed(held, &PdfError::Crashed)]))
                    }
                };
                (self.progress)(done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1, total);
                match bytes {
                    Ok(bytes) => planned.staged = Some(self.staging.stage(&bytes)?),
                    Err(Failure::Disk(error)) => return Err(error),
                    Err(Failure::Told(found)) => {
                        if let Ok(mut told) = told.lock() {
                            told.push((place, found));
                        }
                    }
                }
                Ok(())
            },
        );
        made.collect::<Result<(), _>>()?;
        let mut told = told.into_inner().unwrap_or_default();
        told.sort_by_key(|(place, _)| *place);
        findings.extend(told.into_iter().flat_map(|(_, found)| found));
        Ok(planned)
    }

    /// Has LibreOffice convert all that must be, in one call; its files lie in the scratch folder under their places.
    fn by_office(
        &self,
        companions: &[Companion<'_>],
        planned: &[Planned<'_>],
        findings: &mut Vec<Finding>,
    ) -> Result<Option<crate::output::Scratch>, PublishError> {
        let Engine::Office(program) = &self.order.extras.engine else { return Ok(None) };
        let (mut files, scratch) = (Vec::new(), self.staging.scratch()?);
        for (place, (companion, planned)) in companions.iter().zip(planned).enumerate() {
            if let (Make::Pdf(held), true) = (&companion.make, planned.needs_rendering) {
                let name = format!("{place:06}.docx");
                scratch.write(&name, &held.read()?)?;
                files.push(name);
            }
        }
        if files.is_empty() {
            return Ok(None);
        }
        let is_interrupted = || self.interrupt.signal().is_some();
        if let Err(error) = convert_all(program, scratch.folder(), &files, &is_interrupted) {
            let at = Location::File(program.to_string_lossy().into());
            findings.push(Finding::new(Code::PdfFailed, at).with("reason", error));
        }
        Ok(Some(scratch))
    }
}

fn failed(held: &Held, error: &PdfError) -> Finding {
    Finding::new(Code::PdfFailed, Location::File(held.path.as_str().into())).with("reason", error)
}
