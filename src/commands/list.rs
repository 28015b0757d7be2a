//! `pisar list`: the kinds, who gets one, how many, what still lacks data; what falls due.

use super::Said;
use super::coverage::{self, Line, Paper, Standing};
use crate::catalog::{Catalog, Document, Entry, Scope, When};
use crate::cli::{ListArgs, Shape};
use crate::diagnostic::{Language, text};
use crate::output::Session;
use crate::pipeline;
use crate::register::{Record, State};
use crate::workspace::Workspace;
use chrono::Days;
use serde_json::json;
use std::fmt::Write as _;

pub(super) fn run(workspace: &Workspace, args: &ListArgs, language: Language) -> Said {
    let catalog = match super::catalog(workspace, language) {
        Ok(catalog) => catalog,
        Err(said) => return said,
    };
    let input = pipeline::read(workspace);
    let mut scope = pipeline::scope(workspace, &input);
    let (ready, findings) = pipeline::prepare(workspace, &mut scope, &catalog, &[]);
    let mut kinds = Vec::new();
    for entry in &catalog.entries {
        let Some(ready) = ready.iter().find(|ready| ready.kind.entry.id == entry.id) else {
            kinds.push((entry, Vec::new(), 0, true));
            continue;
        };
        // A kind falls due on the first day of the days ahead that makes it due.
        let (documents, stopped) = match args.due {
            None => {
                let selection = scope.select(&ready.kind, When::Year, false);
                (selection.documents, selection.stopped)
            }
            Some(days) => {
                let mut documents: Vec<Document> = Vec::new();
                let ahead = (0..=u64::from(days)).map(|days| workspace.today + Days::new(days));
                for day in ahead {
                    for document in scope.select(&ready.kind, When::Due(day), false).documents {
                        if !documents.iter().any(|known| known.key == document.key) {
                            documents.push(document);
                        }
                    }
                }
                (documents, 0)
            }
        };
        kinds.push((entry, documents, stopped, false));
    }
    if args.due.is_some() {
        kinds.retain(|(_, documents, _, _)| !documents.is_empty());
    }
    // A register that cannot be opened is told by `generate`; here it only says what is issued already.
    let register = Session::look(&workspace.places).ok();
    let record = |kind: &str, document: &Document| {
        let record = register.as_ref().and_then(|session| session.register().find(kind, &document.key));
        record.filter(|record| record.state == State::Issued)
    };
    let is_issued = |kind: &str, document: &Document| record(kind, document).is_some();
    let lines = if args.due.is_some() { Vec::new() } else { lines(&scope, &catalog, &kinds, &record) };
    let status = u8::from(!findings.is_empty() && kinds.iter().any(|(_, _, _, is_broken)| *is_broken));
    if matches!(args.format, Shape::Json) {
        let kinds = kinds.iter().map(|(entry, documents, stopped, is_broken)| {
            let documents = documents.iter().map(|document| {
                json!({
                    "recipient": document.recipient,
                    "date": document.date.to_string(),
                    "issued": is_issued(&entry.id, document),
                })
            });
            json!({
                "kind": entry.id,
                "title": entry.title,
                "activity": entry.activity,
                "count": documents.len(),
                "lacking": stopped,
                "broken": is_broken,
                "documents": documents.collect::<Vec<_>>(),
            })
        });
        let out = json!({"kinds": kinds.collect::<Vec<_>>(), "lines": coverage::as_json(&lines), "findings": crate::diagnostic::render_json(&findings, language)});
        return Said { out: format!("{out}\n"), status, ..Said::default() };
    }
    let mut out = String::new();
    let issued = format!(", {}", text("list-issued", &[], language));
    let width = kinds.iter().map(|(entry, ..)| entry.id.chars().count()).max().unwrap_or_default();
    for (entry, documents, stopped, is_broken) in &kinds {
        let count = text("list-count", &[("count", &documents.len().to_string())], language);
        let _ = write!(out, "{:width$} {} — {count}", entry.id, entry.title);
        if *stopped > 0 {
            let _ = write!(out, ", {}", text("list-lacking", &[("count", &stopped.to_string())], language));
        }
        if *is_broken {
            let _ = write!(out, ", {}", text("list-broken", &[], language));
        }
        out.push('\n');
        if args.due.is_some() || matches!(args.format, Shape::Short) {
            for document in documents {
                let day = document.date.format("%d.%m.%Y");
                let issued = if is_issued(&entry.id, document) { &issued } else { "" };
                let _ = writeln!(out, "    {day} {}{issued}", document.recipient);
            }
        }
    }
    out.push_str(&coverage::as_text(&lines, language));
    let err = crate::diagnostic::render(&findings, args.format.into(), language);
    Said { out, err, status }
}

/// A kind of the catalog: its documents, how many rows lack data, whether it cannot be made at all.
type Listed<'c> = (&'c Entry, Vec<Document>, usize, bool);

/// The lines of the plan with the kinds that answer them, of each the documents that are the line's own.
fn lines<'m, 'r>(
    scope: &Scope<'m>,
    catalog: &Catalog,
    kinds: &[Listed<'m>],
    record: &dyn Fn(&str, &Document) -> Option<&'r Record>,
) -> Vec<Line<'m>> {
    let plan = &scope.model.plan;
    let mut lines: Vec<Line<'m>> = plan
        .activities
        .iter()
        .map(|activity| Line {
            number: &activity.number.value,
            title: &activity.title.value,
            papers: Vec::new(),
        })
        .collect();
    for (entry, documents, stopped, is_broken) in kinds {
        let answered = catalog.lines(entry, plan);
        let mut counts = vec![(0, 0, 0); lines.len()];
        for document in documents {
            let found = record(&entry.id, document);
            for line in scope.lines_of(document, &answered) {
                let (all, issued, signed) = &mut counts[line];
                *all += 1;
                *issued += usize::from(found.is_some());
                *signed += usize::from(found.is_some_and(|record| record.signed.is_some()));
            }
        }
        let lacking = stopped + usize::from(*is_broken);
        for line in answered {
            let (documents, issued, signed) = counts[line];
            let standing = Standing::of(documents, issued, signed, lacking);
            let paper = Paper { kind: &entry.id, title: &entry.title, documents, issued, signed, standing };
            lines[line].papers.push(paper);
        }
    }
    lines
}
