//! `pisar check`: what each sheet was taken for, and all that is wrong.

use super::Said;
use crate::cli::{CheckArgs, Shape};
use crate::diagnostic::{Code, Finding, Language, Severity, render, render_json, text};
use crate::input;
use crate::model::deadline::Deadline;
use crate::model::{Activity, Model};
use crate::output;
use crate::pipeline::{self, Input};
use crate::workspace::Workspace;
use serde_json::{Value, json};
use std::fmt::Write as _;

pub(super) fn run(workspace: &Workspace, args: &CheckArgs, language: Language) -> Said {
    let input = pipeline::read(workspace);
    let mut findings = input.findings.clone();
    match super::catalog(workspace, language) {
        Ok(catalog) => findings.extend(pipeline::lint(workspace, &input, &catalog)),
        Err(said) => return said,
    }
    let has_errors = findings.iter().any(|finding| finding.severity() == Severity::Error);
    let is_empty = findings.iter().any(|finding| finding.code == Code::InputEmpty);
    let status = if is_empty { 2 } else { u8::from(has_errors) };
    let marked = if args.mark { mark(workspace, &findings, language) } else { String::new() };
    let out = match args.format {
        Shape::Json => json!({
            "sheets": sheets(&input),
            "plan": plan(&input.model),
            "findings": render_json(&findings, language),
        })
        .to_string(),
        Shape::Short => render(&findings, args.format.into(), language),
        Shape::Human => human(&input, &findings, language),
    };
    Said { out: with_newline(out), err: marked, status }
}

/// Beside each file that has findings, a copy with its cells coloured and noted; says what was written.
fn mark(workspace: &Workspace, findings: &[Finding], language: Language) -> String {
    let program = std::env::current_exe().unwrap_or_default();
    let mut said = String::new();
    for source in input::files(&workspace.input, &pipeline::input_prefix(workspace)) {
        let own: Vec<Finding> = findings
            .iter()
            .filter(|finding| finding.at.as_ref().is_some_and(|at| at.file() == &*source.name))
            .cloned()
            .collect();
        if own.is_empty() {
            continue;
        }
        let marked = fs_err::read(&source.path)
            .map_err(|error| error.to_string())
            .and_then(|bytes| {
                input::mark(&bytes, &source.name, &program, &own, language).map_err(|error| error.to_string())
            })
            .and_then(|bytes| {
                let path = source.path.with_extension(input::MARKED);
                output::write_over(&path, &bytes).map_err(|error| error.to_string())?;
                Ok(path.display().to_string())
            });
        let _ = match marked {
            Ok(path) => writeln!(said, "{}", text("check-marked", &[("path", &path)], language)),
            Err(error) => writeln!(said, "{}: {error}", source.name),
        };
    }
    said
}

fn with_newline(mut text: String) -> String {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

fn human(input: &Input, findings: &[Finding], language: Language) -> String {
    let mut out = String::new();
    for sheet in &input.sheets {
        if sheet.is_hidden {
            let hidden = text("check-hidden", &[], language);
            let _ = writeln!(out, "{} › {} → {hidden}", sheet.file, sheet.sheet);
            continue;
        }
        let taken =
            sheet.taken_as.map_or_else(|| text("check-other", &[], language), |name| format!("«{name}»"));
        let rows = text("check-rows", &[("count", &sheet.rows.to_string())], language);
        let _ = writeln!(out, "{} › {} → {taken}, {rows}", sheet.file, sheet.sheet);
    }
    if !findings.is_empty() {
        let _ = write!(out, "\n{}", render(findings, crate::diagnostic::Format::Human, language));
    }
    let count =
        |severity| findings.iter().filter(|finding| finding.severity() == severity).count().to_string();
    let totals = [("errors", &*count(Severity::Error)), ("warnings", &*count(Severity::Warning))];
    let _ = write!(out, "\n{}", text("check-summary", &totals, language));
    out
}

fn sheets(input: &Input) -> Vec<Value> {
    let one = |sheet: &input::SheetSeen| json!({"file": *sheet.file, "sheet": *sheet.sheet, "taken_as": sheet.taken_as, "rows": sheet.rows});
    input.sheets.iter().map(one).collect()
}

fn plan(model: &Model) -> Value {
    let sections = model.plan.sections.iter().enumerate().map(|(index, section)| {
        let own = model.plan.activities.iter().filter(|activity| activity.section == index);
        json!({"title": section.title, "activities": own.map(|found| activity(model, found)).collect::<Vec<_>>()})
    });
    json!({"academic_year": model.year.to_string(), "sections": sections.collect::<Vec<_>>()})
}

fn activity(model: &Model, activity: &Activity) -> Value {
    let (table, row) = model.row(activity.row);
    json!({
        "number": activity.number.value,
        "title": activity.title.value,
        "executors": activity.executors,
        "deadline": deadline(&activity.deadline.value),
        "result": activity.result.value,
        "location": {"file": *table.at.file, "sheet": *table.at.sheet, "cell": cell(&table.location(row, "№ п/п"))},
    })
}

fn cell(at: &crate::location::Location) -> Option<String> {
    match at {
        crate::location::Location::Cell(_, cell) => Some(cell.to_string()),
        _ => None,
    }
}

fn deadline(deadline: &Deadline) -> Value {
    let recurrence = deadline
        .recurrence
        .map(|found| json!({"unit": found.unit.name(), "count": found.count, "at_least": found.at_least}));
    let date = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let parts: Vec<Value> =
        deadline.parts.iter().map(|part| json!({"start": date(part.start), "end": date(part.end)})).collect();
    json!({
        "text": deadline.text,
        "kind": deadline.kind.name(),
        "start": date(deadline.start),
        "end": date(deadline.end),
        "recurrence": recurrence,
        "due_rule": deadline.due_rule.as_ref().map(ToString::to_string),
        "condition": deadline.condition,
        "parts": parts,
    })
}
