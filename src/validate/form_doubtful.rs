//! A name, a post or an organisation whose forms are not certain: to be looked at before a letter is printed.

use super::quotes_unbalanced::is_unbalanced;
use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::schema::ColumnKind;
use crate::model::table::{Cell, Row, Table};
use crate::model::{Model, key};
use crate::russian::person::{GenderReading, PersonName};
use crate::russian::{Case, Inflected, organisation, post};
use std::collections::HashSet;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    let mut findings = Vec::new();
    // One name in three sheets is one finding.
    let mut seen: HashSet<&str> = HashSet::new();
    for table in &model.tables {
        for (position, column) in table.columns.iter().enumerate() {
            if !matches!(column.kind, ColumnKind::Person | ColumnKind::Post | ColumnKind::Organisation) {
                continue;
            }
            for row in &table.rows {
                let Some(text) = row.cells.get(position).and_then(Cell::text) else { continue };
                // Of a name with half a quote another rule tells; its forms come after that.
                if is_unbalanced(text) || !seen.insert(text) {
                    continue;
                }
                let doubtful: Vec<(Case, Inflected)> = forms(table, row, position, text)
                    .into_iter()
                    .filter(|(case, form)| !form.is_certain() && !is_given(table, row, position, *case))
                    .collect();
                if !doubtful.is_empty() {
                    findings.push(
                        Finding::new(Code::FormDoubtful, table.location_at(row, position))
                            .with("text", text)
                            .with("forms", each(&doubtful, |case, form| format!("{} «{form}»", case.short())))
                            .with(
                                "columns",
                                each(&doubtful, |case, _| format!("«{} ({})»", column.heading, case.short())),
                            ),
                    );
                }
            }
        }
    }
    findings
}

/// What is said of each doubtful case, with commas between.
fn each(doubtful: &[(Case, Inflected)], say: impl Fn(Case, &str) -> String) -> String {
    doubtful.iter().map(|(case, form)| say(*case, &form.text)).collect::<Vec<_>>().join(", ")
}

/// The oblique forms; none of a person whose gender is not known, which another rule tells.
fn forms(table: &Table, row: &Row, position: usize, text: &str) -> Vec<(Case, Inflected)> {
    let all = match table.columns[position].kind {
        ColumnKind::Post => post::decline_all(text),
        ColumnKind::Organisation => organisation::decline_all(text),
        _ => {
            let person = PersonName::read(text);
            let gender = table.gender(row, position).or_else(|| match person.gender() {
                GenderReading::Known(gender) => Some(gender),
                GenderReading::Conflict | GenderReading::Unknown => None,
            });
            let Some(gender) = gender else { return Vec::new() };
            person.decline_all(Some(gender))
        }
    };
    Case::ALL.into_iter().zip(all).skip(1).collect()
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
