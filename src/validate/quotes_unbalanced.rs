//! A quote that is opened and not closed, or the other way round.

use super::texts::{shortened, texts};
use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::Model;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    texts(model)
        .filter_map(|cell| {
            let count = |quote: char| cell.text.matches(quote).count();
            let (opened, closed) = (count('«'), count('»'));
            let is_odd = count('"') % 2 == 1;
            (opened != closed || is_odd).then(|| {
                Finding::new(Code::QuotesUnbalanced, cell.at())
                    .with("opened", opened)
                    .with("closed", closed)
                    .with("text", shortened(cell.text))
            })
        })
        .collect()
}
