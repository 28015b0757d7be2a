//! For whom a row's document is: how a person reads it, and the key that stays the same in every run.

use super::entry::Entry;
use super::scope::Scope;
use crate::location::Location;
use crate::model::table::{Cell, Column};
use crate::model::{RowRef, key, schema};
use crate::value::{Data, Leaf};
use chrono::NaiveDate;

impl Scope<'_> {
    /// How a person reads it, its stable key, and its place.
    pub(super) fn recipient(&self, entry: &Entry, row: RowRef) -> (String, String, Option<Location>) {
        let (table, sheet_row) = self.model.row(row);
        let at = table.location_at(sheet_row, 0);
        let text = |heading: &str| {
            let is_it = |column: &Column| column.canonical.unwrap_or(&column.heading) == heading;
            let position = table.columns.iter().position(is_it);
            position.and_then(|position| sheet_row.cells.get(position)).map(Cell::printed).unwrap_or_default()
        };
        let code = text("Код");
        if entry.meeting {
            let label = |day: Option<NaiveDate>| {
                let day = day.map(|day| day.format("%d.%m.%Y").to_string()).unwrap_or_default();
                format!("{}, {day}", text("Совет"))
            };
            // The day that was announced first: a meeting that is put off keeps its papers' numbers.
            let announced = table.cell(sheet_row, "Дата").day();
            let actual = table.cell(sheet_row, "Перенесено на").day().or(announced);
            let key = if code.is_empty() { key::fold(&label(announced)) } else { key::fold(&code) };
            return (label(actual), key, Some(at));
        }
        if let [name, ..] = schema::identity(table.kind) {
            let parts: Vec<String> =
                schema::identity(table.kind).iter().map(|heading| key::fold(&text(heading))).collect();
            return (text(name), parts.join("|"), Some(at));
        }
        let name =
            self.values.tree.subject(&self.values.link(row)).map(|leaf| leaf_text(&leaf)).unwrap_or_default();
        let organisation = text("Организация");
        let key = if code.is_empty() {
            format!("{}|{}", key::fold(&name), self.organisation_key(row, &organisation))
        } else {
            key::fold(&code)
        };
        (name, key, Some(at))
    }

    /// An organisation's full name where the sheet of organisations knows it, so that its spelling in this row does not matter.
    fn organisation_key(&self, row: RowRef, written: &str) -> String {
        let joins = self
            .model
            .joins
            .all()
            .iter()
            .filter(|join| join.table == row.table && join.target == "организации");
        let named = joins.filter_map(|join| join.rows.get(row.row).copied()).flatten().next();
        named.map_or_else(
            || key::fold(written),
            |named| {
                let (table, row) = self.model.row(named);
                key::fold(&table.cell(row, "Наименование").printed())
            },
        )
    }
}

fn leaf_text(leaf: &Leaf) -> String {
    match &leaf.data {
        Data::Text(text) | Data::Post(text) | Data::Organisation(text) => text.to_string(),
        Data::Person(person) => person.name.to_string(),
        Data::Date(day) => day.format("%d.%m.%Y").to_string(),
        Data::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
