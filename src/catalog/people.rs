//! A cell with a name as a person: the name, and the gender that the sheet or the name tells.

use crate::russian::Gender;
use crate::russian::person::{GenderReading, PersonName};
use crate::value::{Data, Person};
use std::sync::Arc;

/// The person of that name. The gender is the one that the sheet states, else the one that the name tells.
pub fn person(stated: Option<Gender>, name: Arc<str>) -> Data {
    let gender = stated.or_else(|| match PersonName::read(&name).gender() {
        GenderReading::Known(gender) => Some(gender),
        GenderReading::Conflict | GenderReading::Unknown => None,
    });
    Data::Person(Arc::new(Person { name, gender }))
}
