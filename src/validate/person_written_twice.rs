//! One person written two ways: Алексеевна and Алексевна.

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use crate::model::schema::ColumnKind;
use crate::model::table::Cell;
use crate::model::{Model, key};
use std::collections::BTreeMap;

/// A spelling: as first written and where, and how often.
struct Spelling {
    written: String,
    at: Location,
    order: usize,
    count: usize,
}

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    let spelt = spellings(model);
    // Names of three words or more are compared by one word where they share the others.
    let mut alike: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for name in spelt.keys() {
        let words: Vec<&str> = name.split(' ').collect();
        for left_out in (0..words.len()).filter(|_| words.len() > 2) {
            let others = words.iter().enumerate().map(|(at, word)| if at == left_out { "_" } else { word });
            alike.entry(others.collect::<Vec<_>>().join(" ")).or_default().push(name);
        }
    }
    let mut findings = Vec::new();
    for names in alike.values().filter(|names| names.len() > 1) {
        for (index, name) in names.iter().enumerate() {
            let near = names[..index].iter().find(|other| is_slip(other, name));
            let Some((one, other)) = spelt.get(*name).zip(near.and_then(|near| spelt.get(*near))) else {
                continue;
            };
            // The slip is the rarer spelling; of two as frequent, the later.
            let is_rarer =
                |one: &Spelling, other: &Spelling| (other.count, one.order) > (one.count, other.order);
            let (slip, right) = if is_rarer(one, other) { (one, other) } else { (other, one) };
            findings.push(
                Finding::new(Code::PersonWrittenTwice, slip.at.clone())
                    .with("name", &slip.written)
                    .with("other", &right.written),
            );
        }
    }
    findings
}

/// Every spelling of every name in every sheet, by its key.
fn spellings(model: &Model) -> BTreeMap<String, Spelling> {
    let mut spelt: BTreeMap<String, Spelling> = BTreeMap::new();
    for table in &model.tables {
        for (position, _) in
            table.columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Person)
        {
            for row in &table.rows {
                let Some(name) = row.cells.get(position).and_then(Cell::text) else { continue };
                let order = spelt.len();
                let spelling = spelt.entry(key::fold(name)).or_insert_with(|| Spelling {
                    written: name.to_owned(),
                    at: table.location_at(row, position),
                    order,
                    count: 0,
                });
                spelling.count += 1;
            }
        }
    }
    spelt
}

/// Whether two names differ by one letter that is missing, or by two that changed places, and not by a change that makes another name
/// (Иванов – Иванова).
fn is_slip(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let (short, long): (Vec<char>, Vec<char>) = (short.chars().collect(), long.chars().collect());
    let same = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    if long.len() == short.len() {
        let (a, b) = (short.get(same..same + 2), long.get(same..same + 2));
        let is_swap = a.zip(b).is_some_and(|(a, b)| a[0] == b[1] && a[1] == b[0]);
        return is_swap && short[same + 2..] == long[same + 2..];
    }
    if long.len() != short.len() + 1 {
        return false;
    }
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
        assert!(is_slip("петров павел ильич", "петров пваел ильич"));
        assert!(!is_slip("ким анна ивановна", "ким алла ивановна"));
    }
}
