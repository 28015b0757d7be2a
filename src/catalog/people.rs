//! A cell with a name as a person: the name, and the gender that the sheet or the name tells.

use crate::model::table::{Row, Table};
use crate::russian::person::{GenderReading, PersonName};
use crate::value::{Data, Person};
use std::sync::Arc;

/// The person in the cell at `position` of `row`. The gender is that of the row's own column for it, else the one that the name tells.
pub fn person(table: &Table, row: &Row, position: usize, name: Arc<str>) -> Data {
    let gender = table.gender(row, position).or_else(|| match PersonName::read(&name).gender() {
        GenderReading::Known(gender) => Some(gender),
        GenderReading::Conflict | GenderReading::Unknown => None,
    });
    Data::Person(Arc::new(Person { name, gender }))
}
