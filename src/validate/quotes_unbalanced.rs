//! A quote that is opened and not closed, or the other way round.

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::Model;
use crate::model::table::Cell;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    let mut findings = Vec::new();
    for table in &model.tables {
        for row in &table.rows {
            for (position, text) in
                row.cells.iter().enumerate().filter_map(|(at, cell)| Some((at, Cell::text(cell)?)))
            {
                let (opened, closed) = (text.matches('«').count(), text.matches('»').count());
                if opened != closed || text.matches('"').count() % 2 == 1 {
                    let finding = Finding::new(Code::QuotesUnbalanced, table.location_at(row, position));
                    findings.push(
                        finding.with("opened", opened).with("closed", closed).with("text", shortened(text)),
                    );
                }
            }
        }
    }
    findings
}

/// The text, cut to what a line of a terminal holds.
fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
