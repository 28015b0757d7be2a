//! `pisar register`: the register as a table or a workbook, signatures read back, a number cancelled, the register compared with the files.

use super::{Said, register_move};
use crate::cli::{RegisterTask, Shape};
use crate::diagnostic::{Finding, Language, render, render_json, text};
use crate::input;
use crate::output::{self, Interrupt, PublishError, Session};
use crate::register::{self, Record};
use crate::workspace::Workspace;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

pub(super) fn run(workspace: &Workspace, task: &RegisterTask, format: Shape, language: Language) -> Said {
    let done = match task {
        RegisterTask::List => Session::look(&workspace.places)
            .map(|session| list(session.register().records(), format, language)),
        RegisterTask::Verify => verify(workspace, format, language),
        RegisterTask::Export { file } => export(workspace, file.as_deref(), language),
        RegisterTask::Import { file } => import(workspace, file, language),
        RegisterTask::Move { from, to } => return register_move::run(workspace, from, to, language),
        RegisterTask::Void { number, note } => void(workspace, number, note, language),
    };
    done.unwrap_or_else(|error| super::failure(&error, language))
}

fn list<'r>(records: impl ExactSizeIterator<Item = &'r Record>, format: Shape, language: Language) -> Said {
    if matches!(format, Shape::Json) {
        let all: Vec<Value> = records.map(one).collect();
        return Said::result(format!("{}\n", json!({ "records": all })));
    }
    let (mut out, count) = (String::new(), records.len());
    for record in records {
        let number = record.number.as_ref().map_or("—", |number| number.text.as_str());
        let day = record.date.format("%d.%m.%Y");
        let _ = writeln!(
            out,
            "{:>6} {number:>6}  {day}  {:11}  {} — {}",
            format!("#{}", record.id),
            record.state.name(),
            record.title,
            record.recipient
        );
    }
    let _ = writeln!(out, "{}", text("register-count", &[("count", &count.to_string())], language));
    Said::result(out)
}

fn one(record: &Record) -> Value {
    json!({
        "record": record.id,
        "kind": record.kind,
        "recipient": record.recipient,
        "number": record.number.as_ref().map(|number| number.text.as_str()),
        "series": record.number.as_ref().map(|number| number.series.as_str()),
        "date": record.date.to_string(),
        "path": record.path,
        "state": record.state.name(),
        "issued": record.issued.map(|day| day.to_string()),
        "updated": record.updated.map(|day| day.to_string()),
        "note": record.note,
        "signed_date": record.signed.as_ref().and_then(|signed| signed.date).map(|day| day.to_string()),
        "signed_number": record.signed.as_ref().and_then(|signed| signed.number.as_deref()),
    })
}

fn verify(workspace: &Workspace, format: Shape, language: Language) -> Result<Said, PublishError> {
    let session = Session::look(&workspace.places)?;
    let findings: Vec<Finding> = output::verify(session.register(), session.output())?;
    let status = u8::from(!findings.is_empty());
    let out = match format {
        Shape::Json => format!("{}\n", json!({"findings": render_json(&findings, language)})),
        _ if findings.is_empty() => format!("{}\n", text("register-verified", &[], language)),
        _ => render(&findings, format.into(), language),
    };
    Ok(Said { out, status, ..Said::default() })
}

fn void(workspace: &Workspace, number: &str, note: &str, language: Language) -> Result<Said, PublishError> {
    let mut session = Session::open(&workspace.places, Interrupt::listen().unwrap_or_default())?;
    let record = session.register().look_up(number)?.clone();
    session.register_mut().void(&[record.id], note)?;
    let number = record.number.map_or_else(|| "—".to_owned(), |number| number.text);
    let told = text("register-voided", &[("number", &number), ("recipient", &record.recipient)], language);
    Ok(Said::result(format!("{told}\n")))
}

/// Reads back when and under which numbers papers were signed, out of a workbook that `export` has written.
fn import(workspace: &Workspace, file: &Path, language: Language) -> Result<Said, PublishError> {
    let name: Arc<str> = file.to_string_lossy().into();
    let bytes = match fs_err::read(file) {
        Ok(bytes) => bytes,
        Err(error) => return Ok(Said { err: format!("{error}\n"), status: 2, ..Said::default() }),
    };
    let sheets = match input::texts(&bytes, &name, &std::env::current_exe().unwrap_or_default()) {
        Ok(sheets) => sheets,
        Err(finding) => return Ok(Said::refusal(&[finding], language)),
    };
    let mut session = Session::open(&workspace.places, Interrupt::listen().unwrap_or_default())?;
    let (mut signed, mut findings) = (Vec::new(), Vec::new());
    for (sheet, rows) in sheets.iter().filter(|(_, rows)| !rows.is_empty()) {
        let (found, wrong) = register::signatures(session.register(), sheet, rows);
        signed.extend(found);
        findings.extend(wrong);
    }
    let count = session.register_mut().sign(signed)?;
    let out = format!("{}\n", text("register-signed", &[("count", &count.to_string())], language));
    let err = render(&findings, crate::diagnostic::Format::Human, language);
    Ok(Said { out, err, status: u8::from(!findings.is_empty()) })
}

fn export(workspace: &Workspace, file: Option<&Path>, language: Language) -> Result<Said, PublishError> {
    let session = Session::look(&workspace.places)?;
    let usual = workspace.root.join("Журнал регистрации.xlsx");
    let path = file.unwrap_or(&usual);
    let shown = path.display().to_string();
    let bytes = match register::journal(session.register().records()) {
        Ok(bytes) => bytes,
        Err(error) => return Ok(Said { err: format!("{error}\n"), status: 3, ..Said::default() }),
    };
    Ok(match output::write_new(path, &bytes) {
        Ok(true) => Said::result(format!("{}\n", text("init-written", &[("path", &shown)], language))),
        Ok(false) => Said {
            err: format!("{}\n", text("init-kept", &[("path", &shown)], language)),
            status: 2,
            ..Said::default()
        },
        Err(error) => Said { err: format!("{shown}: {error}\n"), status: 3, ..Said::default() },
    })
}
