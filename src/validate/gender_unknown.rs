//! A person whose gender neither the sheet nor the name tells, or tells two ways.

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::Model;
use crate::model::schema::ColumnKind;
use crate::model::table::{Cell, Table};
use crate::russian::person::{GenderReading, PersonName};

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    let mut findings = Vec::new();
    for table in &model.tables {
        for (position, _) in
            table.columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Person)
        {
            let gender = table.gender_column(position);
            for row in &table.rows {
                let Some(name) = row.cells.get(position).and_then(Cell::text) else { continue };
                let stated = Table::stated_gender(row, gender);
                let code = match (stated, PersonName::read(name).gender()) {
                    (None, GenderReading::Unknown) => Code::GenderUnknown,
                    (None, GenderReading::Conflict) => Code::GenderConflict,
                    (Some(stated), GenderReading::Known(told)) if stated != told => Code::GenderConflict,
                    _ => continue,
                };
                findings.push(Finding::new(code, table.location_at(row, position)).with("name", name));
            }
        }
    }
    findings
}
