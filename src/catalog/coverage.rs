//! Which lines of the plan a kind of document answers: by the words of the line, its number deciding between several.

use super::entry::{Catalog, Entry};
use super::scope::Scope;
use super::select::Document;
use crate::model::Plan;
use crate::value::{Data, Field, Kind, Leaf, Shape, Value};
use std::borrow::Cow;

/// The `activity` of a kind that serves every line which no other kind names.
pub const OTHERS: &str = "прочие";

impl Entry {
    /// The places of the lines that the entry names. `about` are words of the line, each given by its beginning, several readings told
    /// apart by `|`; without them the number alone decides.
    fn named(&self, plan: &Plan) -> Vec<usize> {
        let numbers: Vec<&str> =
            self.activity.as_deref().unwrap_or_default().split(',').map(str::trim).collect();
        let is_numbered =
            |line: &usize| numbers.contains(&plan.activities[*line].number.value.trim_end_matches('.'));
        let all = 0..plan.activities.len();
        let Some(about) = &self.about else { return all.filter(is_numbered).collect() };
        let told: Vec<usize> =
            all.filter(|line| speaks_of(&plan.activities[*line].title.value, about)).collect();
        let exact: Vec<usize> = told.iter().copied().filter(is_numbered).collect();
        if exact.is_empty() { told } else { exact }
    }
}

impl Catalog {
    /// The places of the plan's lines that a kind answers.
    pub fn lines(&self, entry: &Entry, plan: &Plan) -> Vec<usize> {
        if entry.activity.as_deref() == Some(OTHERS) { self.unnamed(plan) } else { entry.named(plan) }
    }

    /// The places of the lines that no kind names.
    fn unnamed(&self, plan: &Plan) -> Vec<usize> {
        let named: Vec<usize> = self.entries.iter().flat_map(|entry| entry.named(plan)).collect();
        (0..plan.activities.len()).filter(|line| !named.contains(line)).collect()
    }
}

impl Scope<'_> {
    /// Gives each line of the plan its field `прочее`: whether no kind of the catalog names it.
    pub fn cover(&mut self, catalog: &Catalog) {
        let Some(schema) = self.values.schema_of("мероприятия") else { return };
        if self.values.tree.schema(schema).position("прочее").is_some() {
            return;
        }
        let plan = &self.model.plan;
        let unnamed = catalog.unnamed(plan);
        let field = Field::computed("прочее", "своих видов документов у строки нет", Shape::Leaf(Kind::Flag));
        self.values.extend("мероприятия", vec![field], |_, row| {
            let line = plan.activities.iter().position(|activity| activity.row == row);
            let is_unnamed = line.is_some_and(|line| unnamed.contains(&line));
            vec![Value::Leaf(Leaf::new(Data::Flag(is_unnamed)))]
        });
    }
}

impl Scope<'_> {
    /// The lines that a document answers: of its kind's `lines` the one that its row is or names by number, or those that speak of its
    /// row's council; without either, all.
    pub fn lines_of(&self, document: &Document, lines: &[usize]) -> Vec<usize> {
        let tree = &self.values.tree;
        let row = document.seen.row.as_ref().and_then(|row| Some((row, tree.schema_of(row)?)));
        let Some((row, schema)) = row else { return lines.to_vec() };
        let places = 0..tree.schema(schema).fields.len();
        let named: Vec<Value> = places
            .filter_map(|place| match *tree.at(row, place)? {
                Value::Key(_, named) => Some(Value::Link(named)),
                _ => None,
            })
            .collect();
        let activities = &self.model.plan.activities;
        let is_named = |line: &usize| {
            let link = self.values.link(activities[*line].row);
            *row == link || named.contains(&link)
        };
        let mut own: Vec<usize> = lines.iter().copied().filter(is_named).collect();
        let council = tree.get(row, "совет").map(Cow::into_owned);
        if let (true, Some(Value::Leaf(Leaf { data: Data::Text(council), .. }))) = (own.is_empty(), council) {
            let words = beginnings(&council);
            own.extend(lines.iter().filter(|line| speaks_of(&activities[**line].title.value, &words)));
        }
        if own.is_empty() { lines.to_vec() } else { own }
    }
}

/// The words of a name without their endings: «Экспертный совет» → «экспертн совет».
fn beginnings(name: &str) -> String {
    let cut = |word: &str| {
        let letters = word.chars().count();
        word.chars().take(if letters > 5 { letters - 2 } else { letters }).collect::<String>()
    };
    name.split_whitespace().map(cut).collect::<Vec<_>>().join(" ")
}

/// Whether the title has, for one of the readings, a word with each of its beginnings.
fn speaks_of(title: &str, about: &str) -> bool {
    let fold = |text: &str| text.to_lowercase().replace('ё', "е");
    let title = fold(title);
    let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).collect();
    fold(about).split('|').any(|reading| {
        let mut beginnings = reading.split_whitespace().peekable();
        beginnings.peek().is_some()
            && beginnings.all(|beginning| words.iter().any(|word| word.starts_with(beginning)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_known_by_its_words_whatever_their_endings() {
        let line = "Организация Ярмарки вакансий для выпускников ПОО";
        assert!(speaks_of(line, "ярмарк ваканс"));
        assert!(speaks_of(line, "медиаплан | ярмарк"));
        assert!(!speaks_of(line, "медиаплан"));
        assert!(!speaks_of(line, "ярмарк медиаплан"));
        assert!(!speaks_of(line, ""));
    }

    #[test]
    fn a_line_names_its_council_in_another_case() {
        let council = beginnings("Координационный совет");
        assert!(speaks_of("Проведение заседаний Координационного совета Кластера", &council));
        assert!(!speaks_of("Проведение заседаний Экспертного совета Кластера.", &council));
    }
}
