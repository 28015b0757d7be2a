//! `pisar register`: the register as a table, a number cancelled, the register compared with the files.

use super::Said;
use crate::cli::{RegisterTask, Shape};
use crate::diagnostic::{Finding, Language, render, render_json, text};
use crate::output::{self, Interrupt, PublishError, Session};
use crate::register::Record;
use crate::workspace::Workspace;
use serde_json::{Value, json};
use std::fmt::Write as _;

pub(super) fn run(workspace: &Workspace, task: &RegisterTask, format: Shape, language: Language) -> Said {
    let done = match task {
        RegisterTask::List => Session::look(&workspace.places)
            .map(|session| list(session.register().records(), format, language)),
        RegisterTask::Verify => verify(workspace, format, language),
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
    let interrupt = Interrupt::listen().unwrap_or_default();
    let mut session = Session::open(&workspace.places, interrupt)?;
    let named = |record: &&Record| {
        record.state.is_live()
            && record.number.as_ref().is_some_and(|own| own.text == number || own.value.to_string() == number)
    };
    let found: Vec<(i64, String)> = session
        .register()
        .records()
        .iter()
        .filter(named)
        .map(|record| (record.id, record.recipient.clone()))
        .collect();
    match found.as_slice() {
        [(id, recipient)] => {
            session.register_mut().void(&[*id], note)?;
            Ok(Said::result(format!(
                "{}\n",
                text("register-voided", &[("number", number), ("recipient", recipient)], language)
            )))
        }
        [] => Ok(refused("register-number-unknown", number, language)),
        _ => Ok(refused("register-number-ambiguous", number, language)),
    }
}

fn refused(key: &str, number: &str, language: Language) -> Said {
    Said { err: format!("{}\n", text(key, &[("number", number)], language)), status: 2, ..Said::default() }
}
