//! A name, a post or an organisation whose forms are not certain: to be looked at before a letter is printed.

use super::quotes_unbalanced::is_unbalanced;
use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::schema::ColumnKind;
use crate::model::table::{Cell, Row, Table};
use crate::model::{Model, key};
use crate::russian::person::{GenderReading, PersonName};
use crate::russian::{Case, Inflected, organisation, post};
use std::collections::BTreeSet;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    let mut findings = Vec::new();
    // One name in three sheets is one finding.
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for table in &model.tables {
        for (position, column) in table.columns.iter().enumerate() {
            if !matches!(column.kind, ColumnKind::Person | ColumnKind::Post | ColumnKind::Organisation) {
                continue;
            }
            for row in &table.rows {
                let Some(text) = row.cells.get(position).and_then(Cell::text) else { continue };
                // Of a name with half a quote another rule tells; its forms come after that.
                if is_unbalanced(text) || !seen.insert(text.to_owned()) {
                    continue;
                }
                let doubtful =
                    forms(table, row, position, text).into_iter().find(|(_, form)| !form.is_certain());
                if let Some((case, form)) =
                    doubtful.filter(|(case, _)| !is_given(table, row, position, *case))
                {
                    findings.push(
                        Finding::new(Code::FormDoubtful, table.location_at(row, position))
                            .with("text", text)
                            .with("case", case.russian())
                            .with("form", form.text)
                            .with("heading", &column.heading),
                    );
                }
            }
        }
    }
    findings
}

/// The oblique forms; none of a person whose gender is not known, which another rule tells.
fn forms(table: &Table, row: &Row, position: usize, text: &str) -> Vec<(Case, Inflected)> {
    let each = |decline: &dyn Fn(Case) -> Inflected| {
        Case::OBLIQUE.into_iter().map(|case| (case, decline(case))).collect()
    };
    match table.columns[position].kind {
        ColumnKind::Post => each(&|case| post::decline(text, case)),
        ColumnKind::Organisation => each(&|case| organisation::decline(text, case)),
        _ => {
            let person = PersonName::read(text);
            let gender = table.gender(row, position).or_else(|| match person.gender() {
                GenderReading::Known(gender) => Some(gender),
                GenderReading::Conflict | GenderReading::Unknown => None,
            });
            gender.map(|gender| each(&|case| person.decline(case, Some(gender)))).unwrap_or_default()
        }
    }
}

/// Whether the sheet gives the form by hand: «ФИО (дат.)».
fn is_given(table: &Table, row: &Row, position: usize, case: Case) -> bool {
    let base = key::fold(&table.columns[position].heading);
    table.columns.iter().zip(&row.cells).any(|(column, cell)| {
        let named = column.heading.trim_end_matches([')', ' ']).rsplit_once('(');
        !cell.is_empty()
            && named
                .is_some_and(|(head, name)| key::fold(head) == base && Case::from_name(name) == Some(case))
    })
}
