//! Envelopes and labels for a run's documents, a file a kind.

use super::companion::{Companion, Failure, Make, digest};
use super::extras::Run;
use crate::catalog::Postal;
use crate::diagnostic::{Code, Finding};
use crate::register::{SafePath, hash};
use crate::render::post;
use crate::starter::paper::labels;
use crate::template::{Shift, Template};
use crate::value::{Tree, Value};
use crate::workspace::Workspace;
use std::collections::BTreeSet;

/// The size of an envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Envelope {
    /// 220 × 110 mm.
    Dl,
    /// 229 × 162 mm.
    C5,
}

impl Envelope {
    const fn template(self) -> &'static str {
        match self {
            Self::Dl => "envelope-dl.docx",
            Self::C5 => "envelope-c5.docx",
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Dl => "конверты DL",
            Self::C5 => "конверты C5",
        }
    }
}

/// A file of envelopes or labels of one kind.
struct Sheet {
    suffix: &'static str,
    what: String,
    template: Result<(Template, Vec<u8>), Vec<Finding>>,
    tree: Tree<'static>,
    record: Value,
}

/// The envelopes and the labels that are wanted; who has no address is told.
pub(super) fn companions<'a>(
    run: &Run<'_, '_, '_, '_>,
    workspace: &Workspace,
    findings: &mut Vec<Finding>,
) -> Vec<Companion<'a>> {
    let (envelope, label) = (run.order.extras.envelopes, run.order.extras.labels);
    if envelope.is_none() && label.is_none() {
        return Vec::new();
    }
    let (sender, mut companions) = (run.scope.postal_sender(), Vec::new());
    let mut told = BTreeSet::new();
    if envelope.is_some() && sender.1.lines.is_empty() {
        findings.push(Finding::new(Code::PostSenderMissing, None));
    }
    for ready in run.ready {
        let entry = ready.kind.entry;
        let own = run.sources.iter().filter(|source| std::ptr::eq(source.job.ready, ready));
        let (mut to, mut date) = (Vec::<Postal>::new(), None);
        let mut own: Vec<_> = own.collect();
        own.sort_by_key(|source| source.number.unwrap_or(u32::MAX));
        for source in own {
            match run.scope.postal(&ready.kind, &source.job.document) {
                Ok(Some(postal)) => {
                    date = date.max(Some(source.job.document.date));
                    if postal.address.index.is_none() {
                        let at = postal.at.clone().unwrap_or_else(|| entry.location());
                        let finding = Finding::new(Code::PostIndexMissing, at);
                        let finding = finding.with("recipient", &source.job.document.recipient);
                        findings.extend(Some(finding).filter(|finding| told.insert(format!("{finding:?}"))));
                    }
                    // Two letters to one addressee go in one envelope.
                    if !to
                        .iter()
                        .any(|known| (&known.name, &known.address) == (&postal.name, &postal.address))
                    {
                        to.push(postal);
                    }
                }
                Ok(None) => {}
                Err(found) => {
                    findings.extend(found.into_iter().filter(|finding| told.insert(format!("{finding:?}"))));
                }
            }
        }
        let Some(date) = date else { continue };
        let mut sheets = Vec::new();
        if let Some(envelope) = envelope {
            let (tree, record) = post::envelopes(&sender, &to);
            let bytes = workspace.template(envelope.template()).map(Option::unwrap_or_default);
            let template = bytes
                .map_err(|finding| vec![finding])
                .and_then(|bytes| compiled(envelope.template(), bytes, workspace.settings.blank));
            sheets.push(Sheet {
                suffix: "envelopes",
                what: envelope.name().to_owned(),
                template,
                tree,
                record,
            });
        }
        if let Some(label) = label {
            let places = labels::PLACES.get(..label.columns() as usize).unwrap_or_default();
            let (tree, record) = post::labels(places, &to);
            let bytes = labels::build(label).to_bytes().map_err(|error| {
                vec![Finding::new(Code::PrintFileFailed, entry.location()).with("reason", error)]
            });
            let template = bytes.and_then(|bytes| compiled("labels.docx", bytes, workspace.settings.blank));
            sheets.push(Sheet {
                suffix: "labels", what: "наклейки".to_owned(), template, tree, record
            });
        }
        for sheet in sheets {
            let Sheet { suffix, what, template, tree, record } = sheet;
            let (mut template, bytes) = match template {
                Ok(found) => found,
                Err(found) => {
                    findings.extend(found);
                    continue;
                }
            };
            let title = format!("{} ({what})", entry.title);
            template.describe(&title, &run.scope.executor());
            let shift = format!("{record:?}{:?}{}", workspace.settings.blank, run.scope.executor());
            companions.push(Companion {
                kind: format!("{}.{suffix}", entry.id),
                key: run.year.to_owned(),
                title: title.clone(),
                recipient: entry.title.clone(),
                date,
                path: SafePath::new(&["Печать", &title], "docx"),
                input: digest([&hash(&bytes)[..], shift.as_bytes()]),
                make: Make::Code(Box::new(move || {
                    template.renderer().render(&tree, &record).map_err(Failure::Told)
                })),
            });
        }
    }
    if companions.is_empty() {
        findings.push(Finding::new(Code::PostNone, None));
    }
    companions
}

fn compiled(name: &str, bytes: Vec<u8>, shift: Shift) -> Result<(Template, Vec<u8>), Vec<Finding>> {
    Ok((Template::shifted(name, &bytes, shift)?, bytes))
}
