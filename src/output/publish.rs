//! Publishing a batch: one barrier, one intent, the renames, one confirmation.

use super::error::PublishError;
use super::finish::{FRESH, finish, free_beside, make_folders};
use super::found::{self, Found};
use super::interrupt::Interrupt;
use super::inventory;
use super::plan::{Outcome, Planned};
use super::staging::{Staged, Staging};
use crate::diagnostic::{Code, Finding};
use crate::register::{Content, Intent, Record, Register, SafePath, State};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What became of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The kind's id.
    pub kind: String,
    /// For whom.
    pub recipient: String,
    /// Its path under the output folder: that of the fresh edition where one lies beside an edited file.
    pub path: String,
    /// Its number.
    pub number: Option<String>,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a batch, in the order of its claims.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Each document.
    pub documents: Vec<Published>,
    /// What the secretary should know of them.
    pub findings: Vec<Finding>,
}

/// What is about to be written down: new records, files to place, and records whose files stay.
#[derive(Default)]
struct Batch {
    fresh: Vec<Record>,
    intents: Vec<Intent>,
    touched: Vec<Record>,
}

pub(super) fn publish(
    register: &mut Register,
    output: &Path,
    staging: Option<Staging>,
    interrupt: &Interrupt,
    mut planned: Vec<(Planned<'_>, Option<Staged>)>,
    today: NaiveDate,
) -> Result<Report, PublishError> {
    stop_displaced(&mut planned);
    let mut staging = staging;
    let (mut batch, mut report) = (Batch::default(), Report::default());
    for (planned, staged) in &planned {
        let published = settle(register, output, planned, staged.as_ref(), today, &mut batch)?;
        if published.outcome == Outcome::KeptEdited {
            let at = crate::location::Location::File(planned.path.as_str().into());
            report.findings.push(Finding::new(Code::EditedKept, at).with("path", &planned.path));
        }
        if planned.is_repeated {
            let finding = Finding::new(Code::RecipientRepeated, None).with("kind", planned.claim.title);
            report.findings.push(finding.with("recipient", planned.claim.recipient));
        }
        report.documents.push(published);
    }
    reserve_passed_over(&planned, &mut batch);
    list_all(register, output, &mut staging, interrupt, &mut batch, today)?;
    if batch.intents.is_empty() && batch.fresh.is_empty() {
        register.confirm(batch.touched)?;
        return Ok(report);
    }
    for intent in &batch.intents {
        make_folders(output, &SafePath::known(intent.target.clone()))?;
    }
    if let Some(staging) = &mut staging {
        let (ready, bytes) = staging.ready();
        staging.barrier().map_err(|error| error.needing(bytes))?;
        interrupt.check(ready, staging.total().max(ready))?;
        staging.keep();
    }
    let Batch { fresh, intents, touched } = batch;
    register.intend(fresh, intents)?;
    finish(register, output, touched, true)?;
    super::staging::clear(output)?;
    Ok(report)
}

/// Stops the documents that wanted the place of one that was to move away and could not be made.
fn stop_displaced(batch: &mut [(Planned<'_>, Option<Staged>)]) {
    loop {
        let staying: BTreeSet<String> = batch
            .iter()
            .filter(|(planned, staged)| planned.needs_rendering && staged.is_none())
            .filter_map(|(planned, _)| {
                planned.record.as_ref().filter(|record| record.path != planned.path.as_str())
            })
            .map(|record| SafePath::known(record.path.clone()).folded())
            .collect();
        let displaced = |(planned, staged): &&mut (Planned<'_>, Option<Staged>)| {
            staged.is_some() && staying.contains(&planned.path.folded())
        };
        let mut stopped = batch.iter_mut().filter(displaced).map(|(_, staged)| staged.take()).peekable();
        if stopped.peek().is_none() {
            return;
        }
        stopped.for_each(drop);
    }
}

/// Decides one document's fate by what stands at its path now, which a person may have changed since the plan.
fn settle(
    register: &Register,
    output: &Path,
    planned: &Planned<'_>,
    staged: Option<&Staged>,
    today: NaiveDate,
    batch: &mut Batch,
) -> Result<Published, PublishError> {
    let result = |outcome, path: &SafePath| Published {
        kind: planned.claim.kind.to_owned(),
        recipient: planned.claim.recipient.to_owned(),
        path: path.to_string(),
        number: planned.number.as_ref().map(|number| number.text.clone()),
        outcome,
    };
    let before = planned.record.as_ref();
    let content = before.and_then(|record| record.content);
    let Some(staged) = staged else {
        let outcome = if planned.needs_rendering { Outcome::Stopped } else { planned.outcome };
        if let (Some(modified), Some(record), Some(content)) = (planned.touched, before, content) {
            let content = Some(Content { modified, ..content });
            batch.touched.push(Record { content, ..record.clone() });
        }
        return Ok(result(outcome, &planned.path));
    };
    let found = found::at(register, output, &planned.path, content.as_ref())?;
    let after = after(planned, staged, today);
    let has_moved = before.is_some_and(|record| record.path != planned.path.as_str());
    let is_same = content.is_some_and(|content| content.hash == staged.hash) && !has_moved;
    let (target, outcome) = match found {
        Found::Current { modified } if is_same => {
            let content = after.content.map(|content| Content { modified, ..content });
            batch.touched.push(Record {
                content,
                updated: before.and_then(|record| record.updated),
                ..after
            });
            return Ok(result(Outcome::Unchanged, &planned.path));
        }
        // Decided by the plan: what a person has saved since is never replaced unasked.
        Found::Edited if planned.replaces_edited => (planned.path.clone(), Outcome::Updated),
        Found::Edited if is_same => {
            batch.touched.push(Record { updated: before.and_then(|record| record.updated), ..after });
            return Ok(result(Outcome::KeptEdited, &planned.path));
        }
        Found::Edited => (free_beside(register, output, &planned.path, FRESH)?, Outcome::KeptEdited),
        Found::Missing if !has_moved => (planned.path.clone(), Outcome::New),
        _ => (planned.path.clone(), Outcome::Updated),
    };
    if !matches!(found, Found::Missing)
        && let Some(owner) = found::owner_file(output, &target)
    {
        return Err(PublishError::DocumentOpen { path: target.to_string(), owner });
    }
    if before.is_none() {
        batch.fresh.push(Record {
            content: None,
            issued: None,
            updated: None,
            state: State::Reserved,
            ..after.clone()
        });
    }
    batch.intents.push(Intent {
        staged: staged.name.clone(),
        target: target.to_string(),
        obsolete: before
            .filter(|record| has_moved && record.content.is_some())
            .map(|record| record.path.clone()),
        replaces_edited: found == Found::Edited && outcome == Outcome::Updated,
        after,
    });
    Ok(result(outcome, &target))
}

/// The record as it will be once the staged file is public.
fn after(planned: &Planned<'_>, staged: &Staged, today: NaiveDate) -> Record {
    let (claim, before) = (planned.claim, planned.record.as_ref());
    Record {
        id: before.map_or(0, |record| record.id),
        kind: claim.kind.to_owned(),
        key: claim.key.to_owned(),
        title: claim.title.to_owned(),
        recipient: claim.recipient.to_owned(),
        date: claim.date,
        number: planned.number.clone(),
        wish: claim.path.to_string(),
        path: planned.path.to_string(),
        content: Some(Content {
            hash: staged.hash,
            size: staged.size,
            modified: staged.modified,
            input: claim.input,
            template: claim.template,
        }),
        issued: before.and_then(|record| record.issued).or(Some(today)),
        updated: Some(today),
        state: State::Issued,
        note: before.and_then(|record| record.note.clone()),
        signed: before.and_then(|record| record.signed.clone()),
    }
}

/// Reserves the numbers of stopped documents that others of the batch have passed over, so that none is ever lost.
fn reserve_passed_over(planned: &[(Planned<'_>, Option<Staged>)], batch: &mut Batch) {
    let mut highest: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for number in batch.intents.iter().filter_map(|intent| intent.after.number.as_ref()) {
        let last = highest.entry((&number.series, &number.period)).or_default();
        *last = number.value.max(*last);
    }
    for (planned, staged) in planned {
        let (None, None, Some(number)) = (staged, planned.record.as_ref(), planned.number.as_ref()) else {
            continue;
        };
        if highest
            .get(&(number.series.as_str(), number.period.as_str()))
            .is_some_and(|last| number.value < *last)
        {
            let claim = planned.claim;
            batch.fresh.push(Record {
                id: 0,
                kind: claim.kind.to_owned(),
                key: claim.key.to_owned(),
                title: claim.title.to_owned(),
                recipient: claim.recipient.to_owned(),
                date: claim.date,
                number: Some(number.clone()),
                wish: claim.path.to_string(),
                path: planned.path.to_string(),
                content: None,
                issued: None,
                updated: None,
                state: State::Reserved,
                note: None,
                signed: None,
            });
        }
    }
}

/// Adds the list of all documents to the batch, where it differs from the one that lies there.
fn list_all(
    register: &Register,
    output: &Path,
    staging: &mut Option<Staging>,
    interrupt: &Interrupt,
    batch: &mut Batch,
    today: NaiveDate,
) -> Result<(), PublishError> {
    let mut records: BTreeMap<i64, &Record> =
        register.records().iter().map(|record| (record.id, record)).collect();
    records.extend(
        batch
            .intents
            .iter()
            .filter(|intent| intent.after.id != 0)
            .map(|intent| (intent.after.id, &intent.after)),
    );
    records.extend(batch.touched.iter().map(|record| (record.id, record)));
    let new = batch.intents.iter().filter(|intent| intent.after.id == 0).map(|intent| &intent.after);
    let listing = inventory::Listing::of(records.into_values().chain(new));
    let claim_path = SafePath::known(crate::register::INVENTORY.to_owned());
    let claim = listing.claim(&claim_path, today);
    let claims = [claim];
    let Some(planned) = super::plan::plan(register, output, &claims, false)?.pop() else { return Ok(()) };
    let mut planned = planned;
    planned.path = claim_path.clone();
    if listing.is_empty() || !planned.needs_rendering {
        return Ok(());
    }
    if staging.is_none() {
        *staging = Some(Staging::begin(output, 1, interrupt.clone())?);
    }
    let Some(staging) = staging else { return Ok(()) };
    let staged = staging.stage(&listing.bytes()?)?;
    settle(register, output, &planned, Some(&staged), today, batch).map(drop)
}
