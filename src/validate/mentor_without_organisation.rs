//! A mentor whose organisation is not said: the letter of thanks has no one to name.

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use crate::model::Model;
use crate::model::schema::SheetKind;
use std::sync::Arc;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    let mut findings = Vec::new();
    for table in model.tables.iter().filter(|table| table.kind == SheetKind::Mentors) {
        let without = table.rows.iter().filter(|row| table.cell(row, "Организация").is_empty());
        if table.position("Организация").is_none() && !table.rows.is_empty() {
            // Without the column every mentor lacks it: one finding says so.
            let at = Location::Sheet(Arc::clone(&table.at));
            findings.push(Finding::new(Code::MentorWithoutOrganisation, at).with("name", "empty"));
            continue;
        }
        findings.extend(without.map(|row| {
            Finding::new(Code::MentorWithoutOrganisation, table.location(row, "Организация"))
                .with("name", table.cell(row, "ФИО").printed())
        }));
    }
    findings
}
