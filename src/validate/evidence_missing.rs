//! An activity said to be done with nothing that shows it: a report's reader will ask.

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::{Execution, Model, Status};
use std::collections::BTreeSet;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    // Further rows of an activity and day are its indicators: one of them with the evidence is enough.
    let shown: BTreeSet<_> = model
        .executions
        .iter()
        .filter(|execution| !execution.evidence.is_empty())
        .filter_map(|execution| Some((execution.activity?, execution.date)))
        .collect();
    let is_shown = |execution: &Execution| {
        !execution.evidence.is_empty()
            || execution.activity.is_some_and(|activity| shown.contains(&(activity, execution.date)))
    };
    let done = model.executions.iter().filter(|execution| execution.status == Some(Status::Done));
    done.filter(|execution| !is_shown(execution))
        .map(|execution| {
            let (table, row) = model.row(execution.row);
            Finding::new(Code::EvidenceMissing, table.location(row, "Подтверждение"))
                .with("number", table.cell(row, "№ мероприятия").printed())
        })
        .collect()
}
