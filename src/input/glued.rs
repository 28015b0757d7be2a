//! Two entries of a plan in one cell, their line end lost: «Руководитель ведущей ПОО кластера Участники Кластера».

use super::fold::fold;
use crate::diagnostic::{Code, Finding};
use crate::model::schema::ColumnKind;
use crate::model::table::{Cell, Table};
use std::collections::HashSet;

/// Words in the nominative that begin an executor, folded.
const EXECUTORS: &[&str] = &[
    "участники",
    "участник",
    "руководитель",
    "руководители",
    "председатель",
    "директор",
    "директора",
    "рабочая",
    "экспертный",
    "координационный",
    "департамент",
    "администрация",
    "министерство",
    "заместитель",
    "секретарь",
    "работодатели",
];

/// States the cells of executors and results that look like two.
pub fn find(table: &Table, findings: &mut Vec<Finding>) {
    let whole: HashSet<String> = table
        .position("Исполнители")
        .map(|at| table.rows.iter().filter_map(|row| row.cells.get(at)?.text().map(fold)).collect())
        .unwrap_or_default();
    for row in table.rows.iter().filter(|row| !row.is_section) {
        for (place, column) in table.columns.iter().enumerate() {
            let Some(text) = row.cells.get(place).and_then(Cell::text) else { continue };
            let second = match (column.kind, column.canonical) {
                (ColumnKind::List, _) => {
                    second_entry(text, |word, rest| EXECUTORS.contains(&word) || whole.contains(&fold(rest)))
                }
                // A noun of action that begins with a capital in the middle of a line begins a result of its own.
                (_, Some("Ожидаемый результат")) => {
                    second_entry(text, |word, _| word.ends_with("ение") || word.ends_with("ание"))
                }
                _ => None,
            };
            if let Some(second) = second {
                let finding = Finding::new(Code::CellGlued, table.location_at(row, place));
                findings.push(finding.with("second", second));
            }
        }
    }
}

/// The part from the first capitalised word, past the first word of a line and outside of quotes, that `begins` an entry.
fn second_entry(text: &str, begins: impl Fn(&str, &str) -> bool) -> Option<&str> {
    let mut quotes = 0_i32;
    let mut before = '\n';
    for (at, letter) in text.char_indices() {
        match letter {
            '«' | '„' | '“' => quotes += 1,
            '»' | '”' => quotes -= 1,
            _ => {}
        }
        let follows_word = before == ' '
            && text.get(..at).is_some_and(|head| head.trim_end().ends_with(char::is_alphanumeric));
        if letter.is_uppercase() && follows_word && quotes <= 0 {
            let rest = text.get(at..)?;
            let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            let is_abbreviation = word.chars().nth(1).is_some_and(char::is_uppercase);
            if !is_abbreviation && begins(&fold(word), rest) {
                return Some(rest);
            }
        }
        before = letter;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_entry_begins_where_a_capital_begins_one() {
        let executor = |text| second_entry(text, |word, _| EXECUTORS.contains(&word));
        assert_eq!(
            executor("Руководитель ведущей ПОО кластера Участники Кластера"),
            Some("Участники Кластера")
        );
        for single in [
            "Председатель Экспертного совета",
            "ОГБПОУ «ТЭПК», ОГБПОУ «ТомИнТех»",
            "ПОО, входящие в Кластер",
            "Руководитель ведущей ПОО кластера\nУчастники Кластера",
            "Руководитель ПОО, Участники Кластера",
        ] {
            assert_eq!(executor(single), None, "{single}");
        }
    }
}
