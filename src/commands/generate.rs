//! `pisar generate`: makes documents.

use super::{Progress, Said};
use crate::calendar::period;
use crate::catalog::When;
use crate::cli::{EnvelopeSize, GenerateArgs, PdfEngine, Shape};
use crate::diagnostic::{Code, Finding, Language, nearest, render, render_json, text};
use crate::output::{Interrupt, Outcome, Published};
use crate::pipeline::{self, Envelope, Extras, Made, Order};
use crate::register::Hash;
use crate::render::pdf::{self, Engine};
use crate::starter::paper::labels::Label;
use crate::workspace::{self, Workspace};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;

pub(super) fn run(
    workspace: &Workspace,
    args: &GenerateArgs,
    language: Language,
    progress: Progress<'_>,
) -> Said {
    in_pool(args.jobs, || make(workspace, args, language, progress))
}

fn make(workspace: &Workspace, args: &GenerateArgs, language: Language, progress: Progress<'_>) -> Said {
    let fingerprint = pipeline::fingerprint(workspace, &format!("{args:?} {language:?}"));
    if let Some((out, err)) = fingerprint.and_then(|known| pipeline::repeated(workspace, &known)) {
        return Said { out, err, status: 0 };
    }
    let catalog = match super::catalog(workspace, language) {
        Ok(catalog) => catalog,
        Err(said) => return said,
    };
    for kind in &args.kinds {
        if !catalog.entries.iter().any(|entry| entry.id == *kind) {
            let known = catalog.entries.iter().map(|entry| entry.id.as_str());
            let near = nearest(kind, known.clone()).unwrap_or("0");
            let known = known.collect::<Vec<_>>().join(", ");
            let err = text(
                "generate-kind-unknown",
                &[("kind", kind), ("nearest", near), ("known", &known)],
                language,
            );
            return Said { err: format!("{err}\n"), status: 2, ..Said::default() };
        }
    }
    let interrupt = match Interrupt::listen() {
        Ok(interrupt) => interrupt,
        Err(error) => return Said { err: format!("{error}\n"), status: 2, ..Said::default() },
    };
    let mut input = pipeline::read(workspace);
    if input.findings.iter().any(|finding| finding.code == Code::InputEmpty) {
        return Said::refusal(&input.findings, language);
    }
    let when = match (&args.period, args.due) {
        (Some(text), _) => match period::parse(text, input.model.year) {
            Ok(period) => When::In(period),
            Err(error) => {
                return Said { err: period_refusal(text, &error, language), status: 2, ..Said::default() };
            }
        },
        (None, true) => When::Due(workspace.today),
        (None, false) => When::Year,
    };
    let labels = match args.labels.as_deref().map(|text| text.parse::<Label>().map_err(|()| text)) {
        None => None,
        Some(Ok(label)) => Some(label),
        Some(Err(wrong)) => {
            let err = text("generate-labels-unread", &[("text", wrong)], language);
            return Said { err: format!("{err}\n"), status: 2, ..Said::default() };
        }
    };
    let extras = match extras(args, labels) {
        Ok(extras) => extras,
        Err(finding) => return Said::refusal(&[finding], language),
    };
    let order = Order {
        kinds: args.kinds.clone(),
        when,
        only: args.only.clone(),
        force: args.force,
        is_dry: args.dry_run,
        proof: args.proof,
        extras,
    };
    let findings = std::mem::take(&mut input.findings);
    match in_pool(args.jobs, || pipeline::generate(workspace, input, &catalog, &order, &interrupt, progress))
    {
        Err(error) => super::failure(&error, language),
        Ok(made) => answer(workspace, &findings, made, args, fingerprint, language),
    }
}

/// What is wanted beside the documents; a finding where LibreOffice is wanted and not there.
fn extras(args: &GenerateArgs, labels: Option<Label>) -> Result<Extras, Finding> {
    let engine = if args.pdf_engine == PdfEngine::Soffice || args.soffice.is_some() {
        let found = pdf::find(args.soffice.as_deref(), workspace::search_path().as_deref());
        let wanted = args.soffice.as_ref().map_or("soffice".into(), |path| path.to_string_lossy());
        Engine::Office(found.ok_or_else(|| Finding::new(Code::OfficeMissing, None).with("path", wanted))?)
    } else {
        Engine::BuiltIn(std::env::current_exe().unwrap_or_default())
    };
    let envelopes = args.envelopes.map(|size| match size {
        EnvelopeSize::Dl => Envelope::Dl,
        EnvelopeSize::C5 => Envelope::C5,
    });
    Ok(Extras { pdf: args.pdf, print_file: args.print_file, email: args.email, envelopes, labels, engine })
}

/// What the run has to say; what the next one may say in its place, if nothing changes, is left for it.
fn answer(
    workspace: &Workspace,
    input: &[Finding],
    mut made: Made,
    args: &GenerateArgs,
    fingerprint: Option<Hash>,
    language: Language,
) -> Said {
    let now = said(input, &made, args, &folder(workspace), language);
    // A whole run would not say this again: what became of edited files, what is voided or finished, what `--due` has made.
    let is_settled =
        |made: &Published| matches!(made.outcome, Outcome::New | Outcome::Updated | Outcome::Unchanged);
    let lasts = !args.dry_run
        && !args.due
        && now.status == 0
        && made.voided + made.finished == 0
        && made.report.documents.iter().all(is_settled);
    if let Some(fingerprint) = fingerprint.filter(|_| lasts) {
        made.report.documents.iter_mut().for_each(|document| document.outcome = Outcome::Unchanged);
        let next = said(input, &made, args, &folder(workspace), language);
        pipeline::remember(workspace, fingerprint, made.generation, (next.out, next.err));
    }
    now
}

/// Runs on so many threads, this one among them, so that what it frees is used again; on as many as there are cores where no
/// number is given, and on threads of rayon's own where no pool can be had.
fn in_pool<T: Send>(jobs: Option<usize>, run: impl FnOnce() -> T + Send) -> T {
    match rayon::ThreadPoolBuilder::new().num_threads(jobs.unwrap_or(0)).use_current_thread().build() {
        Ok(pool) => pool.install(run),
        Err(_) => run(),
    }
}

fn period_refusal(wanted: &str, error: &period::PeriodError, language: Language) -> String {
    format!(
        "{}\n",
        text("generate-period-unread", &[("text", wanted), ("reason", &error.to_string())], language)
    )
}

/// The output folder as paths show it: relative to the workspace where it lies in it.
fn folder(workspace: &Workspace) -> String {
    let output = &workspace.places.output;
    let relative = output.strip_prefix(&workspace.root).unwrap_or(output);
    relative.to_string_lossy().replace('\\', "/")
}

fn said(input: &[Finding], made: &Made, args: &GenerateArgs, folder: &str, language: Language) -> Said {
    let findings: Vec<Finding> = input.iter().chain(&made.findings).cloned().collect();
    let has_errors = findings.iter().any(|finding| finding.severity() == crate::diagnostic::Severity::Error);
    let status = u8::from(has_errors || made.has_errors());
    let documents = &made.report.documents;
    match args.format {
        Shape::Json => {
            let documents: Vec<Value> = documents.iter().map(|document| one(document, folder)).collect();
            let out = json!({"documents": documents, "findings": render_json(&findings, language)});
            Said { out: format!("{out}\n"), status, ..Said::default() }
        }
        Shape::Short => {
            let lines = documents
                .iter()
                .map(|document| format!("{}: {folder}/{}\n", document.outcome.name(), document.path));
            let err = render(&findings, args.format.into(), language);
            Said { out: lines.collect(), err, status }
        }
        // A timer's run with nothing due says nothing.
        Shape::Human if args.due && made.is_quiet() && status == 0 => Said::default(),
        Shape::Human => {
            let err = render(&findings, args.format.into(), language);
            let mut out = summary(documents, made, args.dry_run, language);
            // Who asks for one letter wants to open it: its place and its number.
            if args.only.is_some() {
                out.insert_str(0, &each(documents, folder, language));
            }
            Said { out, err, status }
        }
    }
}

fn one(document: &Published, folder: &str) -> Value {
    json!({
        "kind": document.kind,
        "recipient": document.recipient,
        "path": format!("{folder}/{}", document.path),
        "number": document.number,
        "state": document.outcome.name(),
    })
}

/// A line a document: its place, its number, what became of it.
fn each(documents: &[Published], folder: &str, language: Language) -> String {
    let mut out = String::new();
    for document in documents {
        let number = document
            .number
            .as_deref()
            .map(|number| format!(", № {}", number.trim_start_matches("№ ")))
            .unwrap_or_default();
        let state = text(&format!("state-{}", document.outcome.name().replace('_', "-")), &[], language);
        let _ = writeln!(out, "{folder}/{}{number}: {state}", document.path);
    }
    out
}

fn outcome(outcome: Outcome, count: usize, language: Language) -> String {
    let key = format!("outcome-{}", outcome.name().replace('_', "-"));
    text(&key, &[("count", &count.to_string())], language)
}

/// A line a kind, then the totals.
fn summary(documents: &[Published], made: &Made, is_dry: bool, language: Language) -> String {
    let mut kinds: Vec<(&str, BTreeMap<Outcome, usize>)> = Vec::new();
    for document in documents {
        if kinds.last().is_none_or(|(kind, _)| *kind != document.kind) {
            kinds.push((&document.kind, BTreeMap::new()));
        }
        if let Some((_, counts)) = kinds.last_mut() {
            *counts.entry(document.outcome).or_default() += 1;
        }
    }
    let mut out = String::new();
    let words = |counts: &BTreeMap<Outcome, usize>| {
        let each = counts.iter().map(|(state, count)| outcome(*state, *count, language));
        each.collect::<Vec<_>>().join(", ")
    };
    for (kind, counts) in &kinds {
        let _ = writeln!(out, "{kind:14} {}", words(counts));
    }
    let mut all: BTreeMap<Outcome, usize> = BTreeMap::new();
    for (state, count) in kinds.iter().flat_map(|(_, counts)| counts) {
        *all.entry(*state).or_default() += count;
    }
    *all.entry(Outcome::Stopped).or_default() += made.stopped;
    all.retain(|_, count| *count > 0);
    let key = if is_dry { "generate-dry-summary" } else { "generate-summary" };
    let _ = writeln!(
        out,
        "{}",
        text(key, &[("total", &documents.len().to_string()), ("states", &words(&all))], language)
    );
    if made.voided > 0 {
        let told = text("generate-voided", &[("count", &made.voided.to_string())], language);
        let _ = writeln!(out, "{told}");
    }
    out
}
