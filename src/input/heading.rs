//! Headings against the schema: which column of which sheet a text names.

use super::fold::fold;
use crate::model::schema::{ColumnSpec, SHEETS, SheetSpec};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Words that a form puts in front of what it asks for.
const ASKING: &[&str] = &["укажите", "введите", "напишите", "ваш", "ваша", "ваше", "ваши", "вашу", "вашего"];

/// For each sheet of the schema, its columns by their folded headings; canonical ones win over synonyms.
static HEADINGS: LazyLock<Vec<HashMap<String, usize>>> = LazyLock::new(|| {
    let of_sheet = |sheet: &SheetSpec| {
        let mut headings = HashMap::new();
        for (at, column) in sheet.columns.iter().enumerate() {
            headings.entry(fold(column.heading)).or_insert(at);
        }
        for (at, column) in sheet.columns.iter().enumerate() {
            for synonym in column.synonyms {
                headings.entry(fold(synonym)).or_insert(at);
            }
        }
        headings
    };
    SHEETS.iter().map(of_sheet).collect()
});

/// The column of `sheet` (its place in [`SHEETS`]) that the folded heading names.
pub fn column_of(sheet: usize, folded: &str) -> Option<usize> {
    let headings = HEADINGS.get(sheet)?;
    if let Some(at) = headings.get(folded) {
        return Some(*at);
    }
    let mut words: Vec<&str> = folded.split(' ').collect();
    let asked = words.iter().take_while(|word| ASKING.contains(word)).count();
    if asked > 0 {
        words.drain(..asked);
        return headings.get(&words.join(" ")).copied();
    }
    None
}

/// How the headings of a row match one sheet: for each of them, the column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The sheet's place in [`SHEETS`].
    pub sheet: usize,
    /// For each heading, its column in the schema; a column is given once.
    pub columns: Vec<Option<usize>>,
}

impl Match {
    /// Matches folded headings against one sheet. A heading that is a column's own goes before one that is a synonym of it.
    pub fn new(sheet: usize, folded: &[String]) -> Self {
        let spec = SHEETS.get(sheet).map_or(&[][..], |sheet| sheet.columns);
        let found: Vec<_> = folded.iter().map(|heading| column_of(sheet, heading)).collect();
        let is_own = |at: usize| {
            let own = found.get(at).copied().flatten().and_then(|column| spec.get(column));
            own.is_some_and(|column| folded.get(at).is_some_and(|heading| fold(column.heading) == *heading))
        };
        let mut columns = vec![None; folded.len()];
        let mut taken = vec![false; spec.len()];
        for own in [true, false] {
            for (at, column) in found.iter().enumerate() {
                if let Some(column) = column
                    && is_own(at) == own
                    && let (Some(slot), Some(taken)) = (columns.get_mut(at), taken.get_mut(*column))
                    && !*taken
                {
                    *slot = Some(*column);
                    *taken = true;
                }
            }
        }
        Self { sheet, columns }
    }

    /// How many headings are known.
    pub fn known(&self) -> usize {
        self.columns.iter().flatten().count()
    }

    /// The required columns that no heading names; a surname stands for the whole name.
    pub fn missing(&self) -> Vec<&'static ColumnSpec> {
        let spec = SHEETS.get(self.sheet).map_or(&[][..], |sheet| sheet.columns);
        let has = |heading: &str| {
            self.columns
                .iter()
                .flatten()
                .any(|at| spec.get(*at).is_some_and(|column| column.heading == heading))
        };
        spec.iter()
            .filter(|column| column.required && !has(column.heading))
            .filter(|column| !(column.heading == "ФИО" && has("Фамилия")))
            .collect()
    }

    /// How many columns of the sheet are required.
    pub fn required(&self) -> usize {
        SHEETS
            .get(self.sheet)
            .map_or(0, |sheet| sheet.columns.iter().filter(|column| column.required).count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::schema::SheetKind;

    #[test]
    fn a_column_is_given_once_and_first_to_its_own_heading() {
        let events = SHEETS.iter().position(|sheet| sheet.kind == SheetKind::Events).unwrap();
        let folded: Vec<_> = ["Название", "Событие", "Дата проведения", "Гости"].map(fold).into();
        let matched = Match::new(events, &folded);
        assert_eq!(matched.columns, [None, Some(0), Some(2), None]);
        assert!(matched.missing().is_empty());
    }

    #[test]
    fn a_question_of_a_form_names_the_column_that_it_asks_for() {
        let mentors = SHEETS.iter().position(|sheet| sheet.kind == SheetKind::Mentors).unwrap();
        let post = column_of(mentors, &fold("Должность"));
        assert!(post.is_some());
        assert_eq!(column_of(mentors, &fold("Укажите Вашу должность")), post);
        assert_eq!(column_of(mentors, &fold("Ваша любимая должность")), None);
    }
}
