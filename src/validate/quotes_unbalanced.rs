//! A quote that is opened and not closed, or the other way round.

use super::texts::{shortened, texts};
use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::Model;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    texts(model)
        .filter(|cell| is_unbalanced(cell.text))
        .map(|cell| {
            Finding::new(Code::QuotesUnbalanced, cell.at())
                .with("opened", cell.text.matches('«').count())
                .with("closed", cell.text.matches('»').count())
                .with("text", shortened(cell.text))
        })
        .collect()
}

/// Whether a quote has no partner. German and English quotes are inner ones here, and too often typed at random.
pub(super) fn is_unbalanced(text: &str) -> bool {
    let count = |quote: char| text.matches(quote).count();
    count('«') != count('»') || count('"') % 2 == 1
}
