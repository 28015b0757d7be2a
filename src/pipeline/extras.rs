//! What is made beside a run's documents: PDFs and print files.

use super::companion::{Companion, Failure, Make, digest};
use super::correspondence::{self, Clock};
use super::post::{self, Envelope};
use super::{Job, Order, Ready};
use crate::catalog::Scope;
use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use crate::output::{Held, Planned, PublishError, Session};
use crate::register::{Hash, SafePath};
use crate::render::pdf::Engine;
use crate::render::print_file;
use crate::starter::paper::labels::Label;
use crate::workspace::Workspace;

/// What is wanted beside the documents.
#[derive(Clone, Debug)]
pub struct Extras {
    /// A PDF of each Word document.
    pub pdf: bool,
    /// All documents of a kind in one file.
    pub print_file: bool,
    /// An unsent message for each document whose kind has addresses.
    pub email: bool,
    /// An envelope for each recipient with a postal address.
    pub envelopes: Option<Envelope>,
    /// A label for each recipient with a postal address.
    pub labels: Option<Label>,
    /// What makes PDFs.
    pub engine: Engine,
}

impl Extras {
    /// Whether anything is wanted.
    pub const fn is_any(&self) -> bool {
        self.pdf || self.print_file || self.email || self.envelopes.is_some() || self.labels.is_some()
    }

    /// At most how many files that makes beside so many documents.
    pub(super) const fn at_most(&self, documents: usize) -> usize {
        if self.is_any() { 7 * documents } else { 0 }
    }
}

/// A run that makes more than its documents.
pub(super) struct Run<'r, 'j, 'k, 'c> {
    pub order: &'r Order,
    pub ready: &'r [Ready<'c>],
    pub sources: Vec<Source<'j, 'k, 'c>>,
    pub year: &'r str,
    pub scope: &'r Scope<'r>,
    pub clock: Clock,
}

impl Run<'_, '_, '_, '_> {
    /// What is made out of documents.
    pub(super) fn first<'a>(
        &self,
        session: &Session,
        workspace: &Workspace,
        findings: &mut Vec<Finding>,
    ) -> Vec<Companion<'a>> {
        let extras = &self.order.extras;
        let mut companions = Vec::new();
        if extras.pdf {
            companions.extend(pdfs(&self.sources, &extras.engine));
        }
        if extras.print_file {
            companions.extend(print_files(self.ready, &self.sources, self.year, findings));
        }
        if extras.email {
            companions.extend(correspondence::calendars(self, session));
        }
        companions.extend(post::companions(self, workspace, findings));
        companions
    }

    /// What is made out of those in turn.
    pub(super) fn second<'a>(
        &self,
        session: &Session,
        first: &[Companion<'_>],
        made: &[Planned<'_>],
        findings: &mut Vec<Finding>,
    ) -> Result<Vec<Companion<'a>>, PublishError> {
        let extras = &self.order.extras;
        let mut companions =
            if extras.pdf { pdfs_of(session, first, made, &extras.engine)? } else { Vec::new() };
        if extras.email {
            companions.extend(correspondence::drafts(self, session, (first, made), findings)?);
        }
        Ok(companions)
    }
}

/// A document of the run, and what speaks for it.
pub(super) struct Source<'j, 'k, 'c> {
    pub job: &'j Job<'k, 'c>,
    pub held: Held,
    /// Its number's place in its series.
    pub number: Option<u32>,
    /// Its number as it stands in the document.
    pub number_text: Option<String>,
}

impl Source<'_, '_, '_> {
    /// What stands beside the document under its name: `extension` tells it apart, `title` names it for people.
    pub(super) fn companion<'a>(
        &self,
        extension: &str,
        title: &str,
        input: Hash,
        make: Make<'a>,
    ) -> Companion<'a> {
        let entry = self.job.ready.kind.entry;
        Companion {
            kind: format!("{}.{extension}", entry.id),
            key: self.job.document.key.clone(),
            title: format!("{} ({title})", entry.title),
            recipient: self.job.document.recipient.clone(),
            date: self.job.document.date,
            path: self.held.path.with_extension(extension),
            input,
            make,
        }
    }
}

/// The Word documents that a batch has made or left, in its order.
pub(super) fn sources<'j, 'k, 'c>(
    session: &Session,
    jobs: &'j [Job<'k, 'c>],
    batch: &[Planned<'_>],
) -> Result<Vec<Source<'j, 'k, 'c>>, PublishError> {
    let mut sources = Vec::new();
    for (job, planned) in jobs.iter().zip(batch) {
        let is_word = planned.path.as_str().ends_with(".docx");
        let held = if is_word { session.held(planned)? } else { None };
        let number = planned.number.as_ref().map(|number| number.value);
        let number_text = planned.number.as_ref().map(|number| number.text.clone());
        sources.extend(held.map(|held| Source { job, held, number, number_text }));
    }
    Ok(sources)
}

/// The PDFs of documents.
pub(super) fn pdfs<'a>(sources: &[Source<'_, '_, '_>], engine: &Engine) -> Vec<Companion<'a>> {
    let pdf = |source: &Source<'_, '_, '_>| {
        let input = digest([engine.name().as_bytes(), &source.held.hash]);
        source.companion("pdf", "PDF", input, Make::Pdf(source.held.clone()))
    };
    sources.iter().map(pdf).collect()
}

/// The print files of kinds that have more than one document, each in the order of the register; what a person has edited prints by itself.
pub(super) fn print_files<'a>(
    ready: &[Ready<'_>],
    sources: &[Source<'_, '_, '_>],
    year: &str,
    findings: &mut Vec<Finding>,
) -> Vec<Companion<'a>> {
    let mut files = Vec::new();
    for ready in ready {
        let mut own: Vec<&Source<'_, '_, '_>> =
            sources.iter().filter(|source| std::ptr::eq(source.job.ready, ready)).collect();
        for edited in own.iter().filter(|source| source.held.is_edited) {
            let path = &edited.held.path;
            let finding = Finding::new(Code::PrintFileEdited, Location::File(path.as_str().into()));
            findings.push(finding.with("path", path));
        }
        own.retain(|source| !source.held.is_edited);
        let Some(date) = own.iter().map(|source| source.job.document.date).max().filter(|_| own.len() > 1)
        else {
            continue;
        };
        own.sort_by_key(|source| source.number.unwrap_or(u32::MAX));
        let held: Vec<Held> = own.iter().map(|source| source.held.clone()).collect();
        let entry = ready.kind.entry;
        let (title, at) = (entry.title.clone(), entry.location());
        files.push(Companion {
            kind: format!("{}.print", entry.id),
            key: year.to_owned(),
            title: format!("{title} (файл для печати)"),
            recipient: title.clone(),
            date,
            path: SafePath::new(&["Печать", &title], "docx"),
            input: digest(held.iter().map(|held| &held.hash[..])),
            make: Make::Code(Box::new(move || {
                let mut merged = print_file::PrintFile::new(&title);
                for held in &held {
                    let added = merged.add(&held.read()?);
                    added.map_err(|error| {
                        let at = Location::File(held.path.as_str().into());
                        Failure::Told(vec![Finding::new(Code::PrintFileFailed, at).with("reason", error)])
                    })?;
                }
                let finished = merged.finish();
                finished.map_err(|error| {
                    Failure::Told(vec![Finding::new(Code::PrintFileFailed, at.clone()).with("reason", error)])
                })
            })),
        });
    }
    files
}

/// The PDFs of files that were themselves made of documents.
pub(super) fn pdfs_of<'a>(
    session: &Session,
    companions: &[Companion<'_>],
    made: &[Planned<'_>],
    engine: &Engine,
) -> Result<Vec<Companion<'a>>, PublishError> {
    let mut pdfs = Vec::new();
    for (companion, planned) in companions.iter().zip(made) {
        if !planned.path.as_str().ends_with(".docx") {
            continue;
        }
        let Some(held) = session.held(planned)? else { continue };
        pdfs.push(Companion {
            kind: format!("{}.pdf", companion.kind),
            key: companion.key.clone(),
            title: format!("{} (PDF)", companion.title),
            recipient: companion.recipient.clone(),
            date: companion.date,
            path: held.path.with_extension("pdf"),
            input: digest([engine.name().as_bytes(), &held.hash]),
            make: Make::Pdf(held),
        });
    }
    Ok(pdfs)
}

/// A finding where documents have changed that have a PDF or a draft from before, and nobody asked to make it again.
pub(super) fn stale(
    session: &Session,
    jobs: &[Job<'_, '_>],
    batch: &[Planned<'_>],
    extras: &Extras,
) -> Option<Finding> {
    let mut suffixes = vec![("pdf", extras.pdf), ("eml", extras.email)];
    suffixes.retain(|(_, is_made)| !is_made);
    let register = session.register();
    let has_changed = |(job, planned): &(&Job<'_, '_>, &Planned<'_>)| {
        let id = &job.ready.kind.entry.id;
        let before = register.find(id, &job.document.key).and_then(|record| record.content);
        let is_other = planned
            .staged
            .as_ref()
            .is_some_and(|staged| before.is_some_and(|before| before.hash != staged.hash()));
        is_other
            && planned.outcome != crate::output::Outcome::KeptEdited
            && suffixes
                .iter()
                .any(|(suffix, _)| register.find(&format!("{id}.{suffix}"), &job.document.key).is_some())
    };
    let count = jobs.iter().zip(batch).filter(has_changed).count();
    (count > 0).then(|| Finding::new(Code::CompanionsStale, None).with("count", count))
}
