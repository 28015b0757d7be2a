//! An assignment whose term ends before the meeting that gave it.

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::Model;
use crate::russian::date;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    let termed =
        model.decisions.iter().filter_map(|decision| Some((decision, decision.date?, decision.due?)));
    termed
        .filter(|(_, taken, due)| due < taken)
        .map(|(decision, taken, due)| {
            let (table, row) = model.row(decision.row);
            Finding::new(Code::DecisionTermEarly, table.location(row, "Срок"))
                .with("due", date::digits(due))
                .with("day", date::digits(taken))
        })
        .collect()
}
