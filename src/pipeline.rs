//! All stages in order: read, assemble, check, select, ask the register, render, publish. The only module that names them all.

mod changes;
mod companion;
mod correspondence;
mod digest;
mod extras;
mod guard;
mod post;
mod proof;
mod ready;
mod repeat;

pub use repeat::{fingerprint, remember, repeated};

pub use extras::Extras;
pub use post::Envelope;
pub use ready::{Ready, prepare};

use crate::catalog::{Catalog, Document, Restart, Scope, SignedPaper, When};
use crate::diagnostic::{Code, Finding, Severity};
use crate::input;
use crate::model::Model;
use crate::output::{Interrupt, Outcome, Planned, PublishError, Report, Session, Staging};
use crate::register::{self, Claim, Hash, Record, SafePath, Series, State};
use crate::render::{Paper, Press};
use crate::validate;
use crate::workspace::Workspace;
use changes::{Changes, is_asked_for};
use companion::Bench;
use correspondence::Clock;
use guard::guarded;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// What the input says, and what is wrong with it.
#[derive(Debug)]
pub struct Input {
    /// The model.
    pub model: Model,
    /// Every sheet, and what it was taken for.
    pub sheets: Vec<input::SheetSeen>,
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// The hash of all that documents are made from, templates apart: input, settings, the program's version.
    source: Hash,
}

/// Reads and checks the input.
pub fn read(workspace: &Workspace) -> Input {
    let reading = input::read(&workspace.input, &input_prefix(workspace));
    let settings = &workspace.settings;
    let model = Model::assemble(reading.tables, workspace.today, settings.year_end);
    let mut findings = reading.findings;
    findings.extend(validate::all(&model, &settings.calendar));
    let source = digest::of_input(&reading.digests, workspace);
    Input { model, sheets: reading.sheets, findings, source }
}

/// The input folder's name as findings show it.
pub fn input_prefix(workspace: &Workspace) -> String {
    let relative = workspace.input.strip_prefix(&workspace.root).unwrap_or(&workspace.input);
    relative.to_string_lossy().replace('\\', "/")
}

/// What every document of a run sees.
pub fn scope<'i>(workspace: &'i Workspace, input: &'i Input) -> Scope<'i> {
    let settings = &workspace.settings;
    Scope::new(&input.model, &settings.calendar, settings.quorum, workspace.today, settings.standard.year())
}

/// What a run is asked to make.
#[derive(Clone, Debug)]
pub struct Order {
    /// The kinds; empty: all.
    pub kinds: Vec<String>,
    /// Which documents of them.
    pub when: When,
    /// Only recipients whose name holds this text, letter case apart.
    pub only: Option<String>,
    /// Whether files that a person has edited are replaced too.
    pub force: bool,
    /// Whether nothing is written.
    pub is_dry: bool,
    /// Whether only the proof sheet of the documents is wanted.
    pub proof: bool,
    /// What is wanted beside the documents.
    pub extras: Extras,
}

/// What a run did.
#[derive(Debug, Default)]
pub struct Made {
    /// What became of each document.
    pub report: Report,
    /// What was found on the way.
    pub findings: Vec<Finding>,
    /// How many documents could not even be planned for want of data.
    pub stopped: usize,
    /// The register's generation that it left; 0 for a dry run.
    pub generation: i64,
    /// How many documents were voided because their meeting or event is called off.
    pub voided: usize,
    /// How many documents of an interrupted run were finished first.
    pub finished: usize,
}

impl Made {
    /// Whether nothing was done and nothing is to be told: a timer's run is silent then.
    pub const fn is_quiet(&self) -> bool {
        self.report.documents.is_empty() && self.voided == 0 && self.finished == 0
    }

    /// Whether an error stopped anything.
    pub fn has_errors(&self) -> bool {
        self.stopped > 0
            || self.report.documents.iter().any(|document| document.outcome == Outcome::Stopped)
            || self.findings.iter().any(|finding| finding.severity() == Severity::Error)
    }
}

/// One document on its way: its kind, its place, what it is made from.
struct Job<'k, 'c> {
    ready: &'k Ready<'c>,
    document: Document,
    path: SafePath,
    input: Hash,
}

/// Makes what the order asks for. `progress` is told how many documents are rendered, of how many.
///
/// The input is let go once all is rendered: publishing a long batch needs its room.
pub fn generate(
    workspace: &Workspace,
    input: Input,
    catalog: &Catalog,
    order: &Order,
    interrupt: &Interrupt,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Made, PublishError> {
    let mut scope = scope(workspace, &input);
    let (ready, findings) = prepare(workspace, &mut scope, catalog, &order.kinds);
    scope.show(catalog, &signed(workspace));
    let mut made = Made { findings, ..Made::default() };
    let only = order.only.as_ref().map(|text| text.to_lowercase());
    let (mut jobs, mut changes) = (Vec::new(), Changes::default());
    for ready in &ready {
        let mut selection = scope.select(&ready.kind, order.when, !order.kinds.is_empty());
        changes.note(ready.kind.entry, &mut selection, only.as_deref());
        // One event that is missing is missed by several kinds: it is told once.
        let is_told = |finding: &Finding| {
            finding.code == Code::EventMissing
                && made
                    .findings
                    .iter()
                    .any(|told| told.code == finding.code && told.arguments == finding.arguments)
        };
        selection.findings.retain(|finding| !is_told(finding));
        made.findings.extend(selection.findings);
        made.stopped += selection.stopped;
        let source = ready.paper.source(&scope).unwrap_or(input.source);
        let source = digest::of_kind(&source, ready, workspace, &scope.evidence_of(ready.kind.entry));
        let selected = selection.documents.len();
        let documents = selection.documents.into_iter();
        let documents = documents.filter(|document| is_asked_for(&document.recipient, only.as_deref()));
        jobs.reserve_exact(selected);
        jobs.extend(documents.map(|document| {
            let path = SafePath::new(&document.path, ready.kind.entry.extension());
            let input = digest::of_document(&source, &document);
            Job { ready, document, path, input }
        }));
    }
    if matches!(order.when, When::Due(_)) {
        let look = Session::look(&workspace.places)?;
        jobs.retain(|job| !is_issued(job, &look));
        if jobs.is_empty() && look.register().intents().is_empty() && !changes.has_to_void(&look) {
            return Ok(made);
        }
    }
    if order.proof {
        return proof::make(workspace, &scope, &jobs, (order, interrupt, progress), made);
    }
    let year = input.model.year.to_string();
    let periods: Vec<Cow<'_, str>> = jobs.iter().map(|job| numbered_in(job, &year)).collect();
    let claims: Vec<Claim<'_>> = jobs.iter().zip(&periods).map(|(job, period)| claim(job, period)).collect();
    let mut session = if order.is_dry {
        Session::look(&workspace.places)?
    } else {
        Session::open(&workspace.places, interrupt.clone())?
    };
    made.finished = session.finished();
    if made.finished > 0 {
        made.findings.push(Finding::new(Code::RunFinished, None).with("documents", made.finished));
    }
    let voided = changes.void(&mut session, &input.model, order.is_dry)?;
    made.voided = voided.len();
    made.findings.extend(voided);
    if order.when == When::Year {
        made.findings.extend(changes.gone(&session, &claims, &year, only.as_deref()));
    }
    let mut batch = session.plan(&claims, order.force)?;
    let to_render = batch.iter().filter(|planned| planned.needs_rendering).count();
    if order.is_dry {
        made.report = dry_report(&batch);
        return Ok(made);
    }
    let is_busy = to_render > 0 || order.extras.is_any();
    let staging = is_busy.then(|| session.stage(to_render + order.extras.at_most(jobs.len()))).transpose()?;
    // Before the batch, which borrows from them.
    let (first, first_claims, second, second_claims);
    render_all(&scope, &jobs, &mut batch, staging.as_ref(), progress, &mut made)?;
    made.findings.extend(extras::stale(&session, &jobs, &batch, &order.extras));
    if let Some(staging) = staging.as_ref().filter(|_| order.extras.is_any()) {
        let bench = Bench { session: &session, staging, order, interrupt, progress };
        let run = extras::Run {
            order,
            ready: &ready,
            sources: extras::sources(&session, &jobs, &batch)?,
            year: &year,
            scope: &scope,
            clock: Clock { zone: workspace.settings.zone, today: workspace.today },
        };
        first = run.first(&session, workspace, &mut made.findings);
        first_claims = companion::claims(&first);
        let made_first = bench.make(&first, &first_claims, &mut made.findings)?;
        second = run.second(&session, &first, &made_first, &mut made.findings)?;
        second_claims = companion::claims(&second);
        let made_second = bench.make(&second, &second_claims, &mut made.findings)?;
        batch.extend(made_first);
        batch.extend(made_second);
    }
    drop(scope);
    drop(input);
    let report = session.publish(staging, batch, workspace.today)?;
    made.findings.extend(report.findings.iter().cloned());
    made.report = report;
    made.generation = session.register().generation();
    Ok(made)
}

/// The papers whose signatures a person has entered in the register.
fn signed(workspace: &Workspace) -> Vec<SignedPaper> {
    let records = register::signed(&workspace.places.register).into_iter();
    let paper = |record: Record| {
        let signature = record.signed?;
        Some(SignedPaper {
            kind: record.kind,
            key: record.key,
            signed: signature.date,
            number: signature.number.or(record.number.map(|number| number.text)),
            date: record.date,
        })
    };
    records.filter_map(paper).collect()
}

/// Whether the document is issued for the day that it has now: `--due` leaves it alone then.
fn is_issued(job: &Job<'_, '_>, session: &Session) -> bool {
    let record = session.register().find(&job.ready.kind.entry.id, &job.document.key);
    record.is_some_and(|record| record.state == State::Issued && record.date == job.document.date)
}

/// The period within which the document's number is unique.
fn numbered_in<'y>(job: &Job<'_, '_>, year: &'y str) -> Cow<'y, str> {
    match job.ready.kind.entry.restart {
        Restart::AcademicYear => year.into(),
        Restart::CalendarYear => job.document.date.format("%Y").to_string().into(),
        Restart::Never => "".into(),
    }
}

fn claim<'j>(job: &'j Job<'_, '_>, period: &'j str) -> Claim<'j> {
    let entry = job.ready.kind.entry;
    let series = entry.series.as_deref().map(|name| Series {
        name,
        period,
        format: entry.number.as_deref().unwrap_or("{номер}"),
        from: 1,
    });
    Claim {
        kind: &entry.id,
        key: &job.document.key,
        title: &entry.title,
        recipient: &job.document.recipient,
        date: job.document.date,
        series,
        path: &job.path,
        input: job.input,
        template: job.ready.template,
    }
}

/// The documents of one kind of the whole year, as the input has them now; none where the catalog has no such kind.
pub fn documents(workspace: &Workspace, input: &Input, catalog: &Catalog, kind: &str) -> Vec<Document> {
    let mut scope = scope(workspace, input);
    let entry = catalog.entries.iter().find(|entry| entry.id == kind);
    let kind = entry.and_then(|entry| scope.kind(entry).ok());
    kind.map(|kind| scope.select(&kind, When::Year, true).documents).unwrap_or_default()
}

/// Renders what must be rendered, on all threads; what an error stops is left without bytes.
fn render_all(
    scope: &Scope<'_>,
    jobs: &[Job<'_, '_>],
    planned: &mut [Planned<'_>],
    staging: Option<&Staging>,
    progress: &(dyn Fn(usize, usize) + Sync),
    made: &mut Made,
) -> Result<(), PublishError> {
    let Some(staging) = staging else { return Ok(()) };
    let total = planned.iter().filter(|planned| planned.needs_rendering).count();
    let done = std::sync::atomic::AtomicUsize::new(0);
    // Documents of a kind stand together: a thread keeps its press until the kind changes.
    let render = planned.par_iter_mut().zip(jobs).map_init(
        || None,
        |press: &mut Option<(&Paper, Press<'_>)>, (planned, job)| {
            if !planned.needs_rendering {
                return Ok(Vec::new());
            }
            staging.check()?;
            let paper = &job.ready.paper;
            let held = press.take().filter(|(held, _)| std::ptr::eq(*held, paper));
            let mut own = held.unwrap_or_else(|| (paper, paper.press()));
            let number = planned.number.as_ref().map(|number| number.text.as_str());
            let (at, title) = (job.document.at.as_ref(), &job.ready.kind.entry.title);
            let printed = guarded(at, title, || own.1.print(scope, &job.document, number));
            let found = match printed {
                Ok(made) => {
                    planned.staged = Some(staging.stage_as(&made.bytes, made.hash)?);
                    Vec::new()
                }
                Err(findings) => findings,
            };
            // What has failed half-way is not used again.
            *press = planned.staged.is_some().then_some(own);
            progress(done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1, total);
            Ok(found)
        },
    );
    let found: Vec<Vec<Finding>> = render.collect::<Result<_, PublishError>>()?;
    // One wrong cell that a hundred documents print is one finding.
    let mut seen = BTreeSet::new();
    made.findings.extend(found.into_iter().flatten().filter(|finding| seen.insert(format!("{finding:?}"))));
    Ok(())
}

/// What a dry run would make.
fn dry_report(planned: &[Planned<'_>]) -> Report {
    let documents = planned.iter().map(|planned| crate::output::Published {
        kind: planned.claim.kind.to_owned(),
        recipient: planned.claim.recipient.to_owned(),
        path: planned.path.as_str().to_owned(),
        number: planned.number.as_ref().map(|number| number.text.clone()),
        outcome: planned.outcome,
    });
    Report { documents: documents.collect(), findings: Vec::new() }
}

/// All that is wrong with the catalog's expressions and with the templates.
pub fn lint(workspace: &Workspace, input: &Input, catalog: &Catalog) -> Vec<Finding> {
    let mut scope = scope(workspace, input);
    prepare(workspace, &mut scope, catalog, &[]).1
}
