//! `pisar register`: the register as a table, a number cancelled, the register compared with the files.

use super::Said;
use crate::cli::{RegisterTask, Shape};
use crate::diagnostic::{Finding, Language, render, render_json, text};
use crate::model::key;
use crate::output::{self, Interrupt, PublishError, Session};
use crate::register::{self, Record};
use crate::workspace::Workspace;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;

pub(super) fn run(workspace: &Workspace, task: &RegisterTask, format: Shape, language: Language) -> Said {
    let done = match task {
        RegisterTask::List => Session::look(&workspace.places)
            .map(|session| list(session.register().records(), format, language)),
        RegisterTask::Verify => verify(workspace, format, language),
        RegisterTask::Export { file } => export(workspace, file.as_deref(), language),
        RegisterTask::Move { from, to } => move_to(workspace, from, to, language),
        RegisterTask::Void { number, note } => void(workspace, number, note, language),
    };
    done.unwrap_or_else(|error| Said {
        err: super::line(&error.finding(), language),
        status: error.exit_status(),
        ..Said::default()
    })
}

fn list(records: &[Record], format: Shape, language: Language) -> Said {
    if matches!(format, Shape::Json) {
        let all: Vec<Value> = records.iter().map(one).collect();
        return Said::result(format!("{}\n", json!({ "records": all })));
    }
    let mut out = String::new();
    for record in records {
        let number = record.number.as_ref().map_or("—", |number| number.text.as_str());
        let day = record.date.format("%d.%m.%Y");
        let _ = writeln!(
            out,
            "{number:>6}  {day}  {:11}  {} — {}",
            record.state.name(),
            record.title,
            record.recipient
        );
    }
    let _ = writeln!(out, "{}", text("register-count", &[("count", &records.len().to_string())], language));
    Said::result(out)
}

fn one(record: &Record) -> Value {
    json!({
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

/// Carries a number over to a recipient whose name was mended: `to` is the recipient as the sheet now has it.
fn move_to(workspace: &Workspace, from: &str, to: &str, language: Language) -> Result<Said, PublishError> {
    let mut session = Session::open(&workspace.places, Interrupt::listen().unwrap_or_default())?;
    let record = session.register().look_up(from)?.clone();
    // The key is year, recipient with organisation, and event: the recipient's name is what changes.
    let key = record.key.replacen(&key::fold(&record.recipient), &key::fold(to), 1);
    session.register_mut().move_to(record.id, &key, to)?;
    let told = text("register-moved", &[("from", &record.recipient), ("to", to)], language);
    Ok(Said::result(format!("{told}\n")))
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
