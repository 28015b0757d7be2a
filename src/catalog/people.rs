//! A cell with a name as a person: the name, and the gender that the sheet or the name tells.

use crate::model::schema::ColumnKind;
use crate::model::table::{Cell, Row, Table};
use crate::russian::Gender;
use crate::russian::person::{GenderReading, PersonName};
use crate::value::{Data, Person};
use std::sync::Arc;

/// The person in the cell at `position` of `row`. The gender is that of the row's own column for it, else the one that the name tells.
pub fn person(table: &Table, row: &Row, position: usize, name: Arc<str>) -> Data {
    let stated = gender_column(table, position).and_then(|at| row.cells.get(at)).and_then(stated_gender);
    let gender = stated.or_else(|| match PersonName::read(&name).gender() {
        GenderReading::Known(gender) => Some(gender),
        GenderReading::Conflict | GenderReading::Unknown => None,
    });
    Data::Person(Arc::new(Person { name, gender }))
}

/// The column that says the gender of the person in the column at `position`: «Пол», where the row names one person only;
/// «Пол руководителя» for «Руководитель».
fn gender_column(table: &Table, position: usize) -> Option<usize> {
    let people = table.columns.iter().filter(|column| column.kind == ColumnKind::Person).count();
    let own = table.columns.get(position)?.heading.to_lowercase();
    let words: Vec<&str> = own.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3).collect();
    table.columns.iter().position(|column| {
        let heading = column.heading.to_lowercase();
        column.kind == ColumnKind::Gender
            && (people == 1 || words.iter().any(|word| heading.contains(word.trim_end_matches(['ь', 'й', 'я']))))
    })
}

/// The gender that a cell of a column «Пол» says: м, муж., мужской, 1; ж, жен., женский, 2 or 0.
pub fn stated_gender(cell: &Cell) -> Option<Gender> {
    let text = cell.printed().to_lowercase();
    match text.trim().chars().next()? {
        'м' | 'm' | '1' => Some(Gender::Masculine),
        'ж' | 'f' | '2' | '0' => Some(Gender::Feminine),
        _ => None,
    }
}
