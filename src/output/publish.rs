//! Publishing a batch: one barrier, one intent, the renames, one confirmation.

use super::error::PublishError;
use super::finish::{FRESH, finish, free_beside, make_folders};
use super::found::{self, Found};
use super::interrupt::Interrupt;
use super::inventory;
use super::plan::{Outcome, Planned, has_moved};
use super::staging::{Staged, Staging};
use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use crate::register::{Content, INVENTORY, Intent, Number, Record, Register, SafePath, State};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

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

/// What is about to be written down: numbers that only get reserved, files to place, and records whose files stay.
#[derive(Default)]
struct Batch {
    passed_over: Vec<Arc<Record>>,
    intents: Vec<Intent>,
    touched: Vec<Arc<Record>>,
}

pub(super) fn publish(
    register: &mut Register,
    output: &Path,
    staging: Option<Staging>,
    interrupt: &Interrupt,
    mut planned: Vec<Planned<'_>>,
    today: NaiveDate,
) -> Result<Report, PublishError> {
    stop_displaced(register, &mut planned);
    let mut staging = staging;
    let mut batch = Batch { passed_over: passed_over(register, &planned), ..Batch::default() };
    batch.intents.reserve_exact(planned.iter().filter(|planned| planned.staged.is_some()).count() + 1);
    let mut report = Report { documents: Vec::with_capacity(planned.len()), ..Report::default() };
    for planned in planned {
        let published = settle(register, output, &planned, today, &mut batch)?;
        if published.outcome == Outcome::KeptEdited {
            report.findings.push(edited_kept(&planned.path));
        }
        report.findings.extend(left_behind(register, output, &planned)?);
        if planned.is_repeated {
            let finding = Finding::new(Code::RecipientRepeated, None).with("kind", planned.claim.title);
            report.findings.push(finding.with("recipient", planned.claim.recipient));
        }
        report.documents.push(published);
    }
    report.findings.extend(list_all(register, output, &mut staging, interrupt, &mut batch, today)?);
    if batch.intents.is_empty() && batch.passed_over.is_empty() {
        register.confirm(batch.touched)?;
        return Ok(report);
    }
    if let Some(staging) = &mut staging {
        let (ready, bytes) = staging.ready();
        staging.barrier().map_err(|error| error.needing(bytes))?;
        interrupt.check(ready, staging.total().max(ready))?;
    }
    // After the barrier: where the output folder has been swapped for another, the barrier has found no staging folder.
    for intent in &batch.intents {
        make_folders(output, &SafePath::known(intent.target.clone()))?;
    }
    if let Some(staging) = &mut staging {
        staging.keep();
    }
    let Batch { passed_over, intents, touched } = batch;
    register.intend(passed_over, intents)?;
    finish(register, output, touched, true)?;
    super::staging::clear(output)?;
    Ok(report)
}

/// Stops the documents that wanted the place of one that was to move away and could not be made.
fn stop_displaced(register: &Register, batch: &mut [Planned<'_>]) {
    loop {
        let staying: BTreeSet<String> = batch
            .iter()
            .filter(|planned| planned.needs_rendering && planned.staged.is_none())
            .filter_map(|planned| planned.record(register).filter(|record| has_moved(record, &planned.path)))
            .map(|record| SafePath::known(record.path.clone()).folded())
            .collect();
        if staying.is_empty() {
            return;
        }
        let displaced =
            |planned: &&mut Planned<'_>| planned.staged.is_some() && staying.contains(&planned.path.folded());
        let mut stopped = batch.iter_mut().filter(displaced).map(|planned| planned.staged.take()).peekable();
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
    let before = planned.record(register);
    let content = before.and_then(|record| record.content);
    let Some(staged) = &planned.staged else {
        let outcome = if planned.needs_rendering { Outcome::Stopped } else { planned.outcome };
        if let (Some(modified), Some(record), Some(content)) = (planned.touched, before, content) {
            let content = Some(Content { modified, ..content });
            batch.touched.push(Arc::new(Record { content, ..record.clone() }));
        }
        return Ok(result(outcome, &planned.path));
    };
    let found = found::at(register, output, &planned.path, content.as_ref())?;
    let after = after(planned, before, staged, today);
    let has_moved = before.is_some_and(|record| has_moved(record, &planned.path));
    let is_same = content.is_some_and(|content| content.hash == staged.hash) && !has_moved;
    let (target, outcome) = match found {
        Found::Current { modified } if is_same => {
            let content = after.content.map(|content| Content { modified, ..content });
            batch.touched.push(Arc::new(Record {
                content,
                updated: before.and_then(|record| record.updated),
                ..after
            }));
            return Ok(result(Outcome::Unchanged, &planned.path));
        }
        // Decided by the plan: what a person has saved since is never replaced unasked.
        Found::Edited if planned.replaces_edited => (planned.path.clone(), Outcome::Updated),
        Found::Edited if is_same => {
            let updated = before.and_then(|record| record.updated);
            batch.touched.push(Arc::new(Record { updated, ..after }));
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
    batch.intents.push(Intent {
        staged: staged.name.clone(),
        target: target.to_string(),
        obsolete: before.filter(|_| has_moved).map(|record| record.path.clone()),
        replaces_edited: found == Found::Edited && outcome == Outcome::Updated,
        after: Arc::new(after),
    });
    Ok(result(outcome, &target))
}

/// A finding where a document moves to another path and a person has edited the file at the one that it leaves.
fn left_behind(
    register: &Register,
    output: &Path,
    planned: &Planned<'_>,
) -> Result<Option<Finding>, PublishError> {
    let moved = planned
        .record(register)
        .filter(|record| planned.staged.is_some() && has_moved(record, &planned.path));
    let Some(record) = moved else { return Ok(None) };
    let path = SafePath::known(record.path.clone());
    let found = found::at(register, output, &path, record.content.as_ref())?;
    Ok((found == Found::Edited).then(|| edited_kept(&path)))
}

/// The record as it will be once the staged file is public.
fn after(planned: &Planned<'_>, before: Option<&Record>, staged: &Staged, today: NaiveDate) -> Record {
    let claim = planned.claim;
    let (hash, size, modified) = (staged.hash, staged.size, staged.modified);
    Record {
        id: before.map_or(0, |record| record.id),
        content: Some(Content { hash, size, modified, input: claim.input, template: claim.template }),
        issued: before.and_then(|record| record.issued).or(Some(today)),
        updated: Some(today),
        state: State::Issued,
        note: before.and_then(|record| record.note.clone()),
        signed: before.and_then(|record| record.signed.clone()),
        ..reserved(planned)
    }
}

/// Records that reserve the numbers of stopped documents which others of the batch pass over, so that none is ever lost.
fn passed_over(register: &Register, planned: &[Planned<'_>]) -> Vec<Arc<Record>> {
    let mut highest: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for number in planned
        .iter()
        .filter(|planned| planned.staged.is_some())
        .filter_map(|planned| planned.number.as_ref())
    {
        let last = highest.entry((&number.series, &number.period)).or_default();
        *last = number.value.max(*last);
    }
    let is_passed_over = |number: &Number| {
        highest
            .get(&(number.series.as_str(), number.period.as_str()))
            .is_some_and(|last| number.value < *last)
    };
    let is_stopped = |planned: &&Planned<'_>| planned.staged.is_none() && planned.record(register).is_none();
    planned
        .iter()
        .filter(is_stopped)
        .filter(|planned| planned.number.as_ref().is_some_and(is_passed_over))
        .map(|planned| Arc::new(reserved(planned)))
        .collect()
}

/// The record of a document that has a number and no file yet.
fn reserved(planned: &Planned<'_>) -> Record {
    let claim = planned.claim;
    Record {
        id: 0,
        kind: claim.kind.to_owned(),
        key: claim.key.to_owned(),
        title: claim.title.to_owned(),
        recipient: claim.recipient.to_owned(),
        date: claim.date,
        number: planned.number.clone(),
        wish: claim.path.to_string(),
        path: planned.path.to_string(),
        content: None,
        issued: None,
        updated: None,
        state: State::Reserved,
        note: None,
        signed: None,
    }
}

/// Adds the list of all documents to the batch, where it differs from the one that lies there; says so where a person has
/// edited that.
fn list_all(
    register: &Register,
    output: &Path,
    staging: &mut Option<Staging>,
    interrupt: &Interrupt,
    batch: &mut Batch,
    today: NaiveDate,
) -> Result<Option<Finding>, PublishError> {
    let mut records: BTreeMap<i64, &Record> = register.records().map(|record| (record.id, record)).collect();
    records.extend(
        batch
            .intents
            .iter()
            .filter(|intent| intent.after.id != 0)
            .map(|intent| (intent.after.id, intent.after.as_ref())),
    );
    records.extend(batch.touched.iter().map(|record| (record.id, record.as_ref())));
    let new = batch.intents.iter().filter(|intent| intent.after.id == 0).map(|intent| intent.after.as_ref());
    let listing = inventory::Listing::of(records.into_values().chain(new));
    let path = SafePath::known(INVENTORY.to_owned());
    let claims = [listing.claim(&path, today)];
    let Some(mut planned) = super::plan::plan(register, output, &claims, false)?.pop() else {
        return Ok(None);
    };
    if listing.is_empty() || !planned.needs_rendering {
        return Ok(None);
    }
    if staging.is_none() {
        *staging = Some(Staging::begin(output, 1, interrupt.clone())?);
    }
    let Some(staging) = staging else { return Ok(None) };
    planned.staged = Some(staging.stage(&listing.bytes(staging.folder())?)?);
    let published = settle(register, output, &planned, today, batch)?;
    Ok((published.outcome == Outcome::KeptEdited).then(|| edited_kept(&path)))
}

fn edited_kept(path: &SafePath) -> Finding {
    Finding::new(Code::EditedKept, Location::File(path.as_str().into())).with("path", path)
}
