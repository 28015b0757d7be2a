//! What has changed since the last run: papers of what is called off are voided, recipients that have gone are told.

use crate::catalog::{Cancelled, Entry, Selection};
use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use crate::model::Model;
use crate::output::{PublishError, Session, removed};
use crate::register::{Claim, Record};
use std::collections::{BTreeMap, HashSet};

/// What the selections of a run tell of documents that are issued already.
#[derive(Default)]
pub(super) struct Changes {
    cancelled: Vec<(String, Cancelled)>,
    known: BTreeMap<String, HashSet<String>>,
}

impl Changes {
    /// Notes what a kind's selection tells; `only` is the text that the recipients asked for have in their names.
    pub(super) fn note(&mut self, entry: &Entry, selection: &mut Selection, only: Option<&str>) {
        let cancelled = std::mem::take(&mut selection.cancelled).into_iter();
        let wanted = cancelled.filter(|cancelled| is_asked_for(&cancelled.recipient, only));
        self.cancelled.extend(wanted.map(|cancelled| (entry.id.clone(), cancelled)));
        if let Some(keys) = selection.keys.take() {
            self.known.insert(entry.id.clone(), keys.into_iter().collect());
        }
    }

    /// Voids the papers of what is called off: each record is kept, marked; its file stays where it is. Says so; `is_dry`: only that.
    pub(super) fn void(
        &self,
        session: &mut Session,
        model: &Model,
        is_dry: bool,
    ) -> Result<Vec<Finding>, PublishError> {
        let mut findings = Vec::new();
        let mut ids: BTreeMap<String, Vec<i64>> = BTreeMap::new();
        for (kind, cancelled) in &self.cancelled {
            let Some(record) = session.register().find(kind, &cancelled.key) else { continue };
            let event = model.events.iter().find(|event| event.row == cancelled.row);
            let what = event.map_or(&cancelled.recipient, |event| &event.name);
            ids.entry(what.clone()).or_default().push(record.id);
            findings.push(
                Finding::new(Code::DocumentCancelled, Location::File(record.path.as_str().into()))
                    .with("what", what)
                    .with("recipient", &record.recipient)
                    .with("number", record.number.as_ref().map_or("б/н", |number| &number.text))
                    .with("path", &record.path),
            );
        }
        if !is_dry {
            for (what, ids) in ids {
                session.register_mut().void(&ids, &format!("отменено: {what}"))?;
            }
        }
        Ok(findings)
    }

    /// Whether a paper of what is called off is still in force.
    pub(super) fn has_to_void(&self, session: &Session) -> bool {
        self.cancelled.iter().any(|(kind, cancelled)| session.register().find(kind, &cancelled.key).is_some())
    }

    /// Findings on issued documents of the academic year `year` that no row of the input asks for any more.
    pub(super) fn gone(
        &self,
        session: &Session,
        claims: &[Claim<'_>],
        year: &str,
        only: Option<&str>,
    ) -> Vec<Finding> {
        let prefix = format!("{year}|");
        removed(session.register(), claims, |record: &Record| {
            let known = self.known.get(&record.kind);
            record.key.starts_with(&prefix)
                && is_asked_for(&record.recipient, only)
                && known.is_some_and(|known| !known.contains(&record.key))
        })
    }
}

/// Whether a recipient's name holds the text, letter case apart.
pub(super) fn is_asked_for(recipient: &str, only: Option<&str>) -> bool {
    only.is_none_or(|only| recipient.to_lowercase().contains(only))
}
