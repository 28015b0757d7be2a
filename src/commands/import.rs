//! `pisar import`: a plan in a Word table becomes `input/plan.xlsx`.

use super::Said;
use crate::diagnostic::{Code, Finding, Format, Language, render, text};
use crate::input::{self, Reading};
use crate::location::Location;
use crate::model::schema::SheetKind;
use crate::model::table::Table;
use crate::output::write_new;
use crate::starter::workbook::of_plan;
use crate::workspace::Workspace;
use std::path::Path;
use std::sync::Arc;

pub(super) fn run(workspace: &Workspace, file: &Path, language: Language) -> Said {
    let name: Arc<str> = file.to_string_lossy().into();
    let mut reading = Reading::default();
    match fs_err::read(file) {
        Ok(bytes) => {
            let program = std::env::current_exe().unwrap_or_default();
            input::read_bytes(&bytes, &name, &program, &mut reading);
        }
        Err(error) => return Said { err: format!("{error}\n"), status: 2, ..Said::default() },
    }
    let Some(plan) = whole_plan(reading.tables) else {
        let mut findings = reading.findings;
        findings.push(Finding::new(Code::PlanMissing, Location::File(name)));
        return Said::refusal(&findings, language);
    };
    let bytes = match of_plan(&plan) {
        Ok(bytes) => bytes,
        Err(error) => return Said { err: format!("{error}\n"), status: 3, ..Said::default() },
    };
    let path = workspace.input.join("plan.xlsx");
    let shown = path.display().to_string();
    let told = |key: &str| format!("{}\n", text(key, &[("path", &shown)], language));
    let err = render(&reading.findings, Format::Human, language);
    match write_new(&path, &bytes) {
        Ok(true) => Said { out: told("init-written"), err, status: 0 },
        // A plan that is there may have been worked on: it is never overwritten.
        Ok(false) => Said { err: told("init-kept"), status: 2, ..Said::default() },
        Err(error) => Said { err: format!("{shown}: {error}\n"), status: 3, ..Said::default() },
    }
}

/// The plan's tables as one: Word splits a long one in two.
fn whole_plan(tables: Vec<Table>) -> Option<Table> {
    let mut plans = tables.into_iter().filter(|table| table.kind == SheetKind::Plan);
    let mut whole = plans.next()?;
    for other in plans.filter(|other| other.columns.len() == whole.columns.len()) {
        whole.rows.extend(other.rows);
    }
    Some(whole)
}
