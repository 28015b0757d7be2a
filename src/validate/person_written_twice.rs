//! One person written two ways: Алексеевна and Алексевна.

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use crate::model::schema::ColumnKind;
use crate::model::table::Cell;
use crate::model::{Model, key};
use std::collections::BTreeMap;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    // Names that share two of their three words are compared by the third.
    let mut spelt: BTreeMap<String, (String, Location)> = BTreeMap::new();
    for table in &model.tables {
        for (position, _) in
            table.columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Person)
        {
            for row in &table.rows {
                let Some(name) = row.cells.get(position).and_then(Cell::text) else { continue };
                spelt
                    .entry(key::fold(name))
                    .or_insert_with(|| (name.to_owned(), table.location_at(row, position)));
            }
        }
    }
    let mut by_pair: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for name in spelt.keys() {
        let words: Vec<&str> = name.split(' ').collect();
        if let [first, second, third] = words.as_slice() {
            for pair in
                [format!("{first} {second} _"), format!("{first} _ {third}"), format!("_ {second} {third}")]
            {
                by_pair.entry(pair).or_default().push(name);
            }
        }
    }
    let mut findings = Vec::new();
    for names in by_pair.values().filter(|names| names.len() > 1) {
        for (index, name) in names.iter().enumerate() {
            let near = names[..index].iter().find(|other| is_slip(other, name));
            if let (Some((written, at)), Some((other, _))) =
                (spelt.get(*name), near.and_then(|other| spelt.get(*other)))
            {
                findings.push(
                    Finding::new(Code::PersonWrittenTwice, at.clone())
                        .with("name", written)
                        .with("other", other),
                );
            }
        }
    }
    findings
}

/// Whether two names differ by one letter that is missing, and not by a change that makes another name (Иванов – Иванова).
fn is_slip(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let (short, long): (Vec<char>, Vec<char>) = (short.chars().collect(), long.chars().collect());
    if long.len() != short.len() + 1 {
        return false;
    }
    let same = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    // A letter at the end of a word is a form, within a word a slip.
    short[same..] == long[same + 1..] && long.get(same + 1).is_some_and(|next| *next != ' ')
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn a_missing_letter_within_a_word_is_a_slip() {
        assert!(is_slip("петрова анна алексевна", "петрова анна алексеевна"));
        assert!(!is_slip("петров саша", "петрова саша"));
        assert!(!is_slip("петров иван", "петров илья"));
    }
}
