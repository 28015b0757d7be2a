//! Loops whose rows something refers to: where they have nothing to repeat, one empty row stays, so that sums and tables stay whole.

use super::formula::{self, Rewrite};
use super::reference::Span;
use super::{Plan, Workbook};
use crate::template::xml::attributes;

/// A reference found: the sheet that it means, its rows, the row of its own formula where that is a cell of the same sheet.
type Found = (usize, (u32, u32), Option<u32>);

struct Collector<'a> {
    names: &'a [String],
    own: Option<usize>,
    row: Option<u32>,
    found: Vec<Found>,
}

impl Rewrite for Collector<'_> {
    fn sheet(&mut self, _: &str) -> Option<String> {
        None
    }

    fn span(&mut self, sheet: Option<&str>, span: Span) -> String {
        let place = match sheet {
            Some(name) => self.names.iter().position(|known| *known == name.to_lowercase()),
            None => self.own,
        };
        if let Some(place) = place {
            self.found.push((place, span.rows(), self.row.filter(|_| Some(place) == self.own)));
        }
        String::new()
    }
}

/// Marks the loops of all sheets that something outside them refers to.
pub(super) fn keep_what_is_referred_to(workbook: &mut Workbook) {
    let names: Vec<String> = workbook.sheets.iter().map(|sheet| sheet.name.to_lowercase()).collect();
    let mut collector = Collector { names: &names, own: None, row: None, found: Vec::new() };
    for (place, sheet) in workbook.sheets.iter().enumerate() {
        collector.own = Some(place);
        for (row, text) in sheet.formulas() {
            collector.row = Some(row);
            formula::rewrite(text, &mut collector);
        }
    }
    collector.row = None;
    for plan in &workbook.plans {
        let Plan::Written(markup, own) = plan else { continue };
        collector.own = *own;
        for text in markup.formulas() {
            formula::rewrite(&text, &mut collector);
        }
        let table = markup.dom.nodes[0]
            .children
            .iter()
            .find(|id| markup.dom.named(**id).is_some_and(|(_, name)| name == "table"));
        if let (Some(table), Some(own)) = (table, own) {
            let tag = attributes(markup.dom.start_tag(*table));
            let attribute =
                |wanted: &str| tag.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value);
            let count = |name: &str, usual: u32| {
                attribute(name).and_then(|count| count.parse().ok()).unwrap_or(usual)
            };
            if let Some((top, bottom)) = attribute("ref").and_then(Span::read).map(Span::rows) {
                let rows =
                    (top + count("headerRowCount", 1), bottom.saturating_sub(count("totalsRowCount", 0)));
                collector.found.push((*own, rows, None));
            }
        }
    }
    let found = collector.found;
    for (place, sheet) in workbook.sheets.iter_mut().enumerate() {
        sheet.body.blocks(&mut |block| {
            let holds = |row: u32| (block.first..=block.last).contains(&row);
            block.is_kept = found.iter().any(|(sheet, (top, bottom), from)| {
                *sheet == place && holds(*top) && holds(*bottom) && !from.is_some_and(holds)
            });
        });
    }
}
