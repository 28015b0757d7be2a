//! An executor of the plan that is an organisation, a person or a council, and that no sheet knows. Of a description («Участники кластера») nothing
//! can be said.

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding, nearest};
use crate::model::schema::{ColumnKind, SheetKind};
use crate::model::table::Cell;
use crate::model::{Model, key};
use std::collections::BTreeMap;

/// Names as they are compared, each with the name as it is written.
type Names = BTreeMap<String, String>;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    let (organisations, people) = (organisations(model), people(model));
    let councils: Vec<&str> = model.councils.iter().map(|council| council.name.as_str()).collect();
    let mut findings = Vec::new();
    for activity in &model.plan.activities {
        for executor in &activity.executors {
            let near = if let Some(name) = organisation(executor) {
                unknown(&organisations, executor, &[executor, name])
            } else if let Some(person) = surname_and_initials(executor) {
                unknown(&people, executor, &[&person])
            } else {
                miswritten(executor, &councils).map(Some)
            };
            if let Some(near) = near {
                findings.push(
                    Finding::new(Code::ExecutorUnknown, activity.executors_at.clone())
                        .with("name", executor)
                        .with("nearest", near.as_deref().unwrap_or("none")),
                );
            }
        }
    }
    findings
}

/// Nothing where one of the spellings is known, or where there is no list to compare with; else the nearest name, if any is near.
#[expect(clippy::option_option, reason = "known, unknown, and unknown with a proposal")]
fn unknown(names: &Names, executor: &str, spellings: &[&str]) -> Option<Option<String>> {
    let is_known = spellings.iter().any(|spelling| names.contains_key(&key::fold(spelling)));
    if is_known || names.is_empty() {
        return None;
    }
    Some(nearest(executor, names.values().map(String::as_str)).map(ToOwned::to_owned))
}

/// What stands in the quotes of an organisation's name: nothing but a legal form before them («ОГБПОУ «ТЭПК»»), nothing after.
fn organisation(executor: &str) -> Option<&str> {
    let inner = key::quoted(executor)?;
    let (form, _) = executor.split_once(['«', '"', '„', '“'])?;
    let is_form = form.split_whitespace().all(|word| word.chars().all(char::is_uppercase));
    (is_form && executor.ends_with(['»', '"', '“', '”'])).then_some(inner)
}

/// «Иванов И. И.» and «И.И. Иванов» as `иванов и и`.
fn surname_and_initials(executor: &str) -> Option<String> {
    let words: Vec<&str> = executor.split([' ', '.', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let is_initial = |word: &&&str| word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let initials: Vec<&&str> = words.iter().filter(is_initial).collect();
    let [surname] = words.iter().filter(|word| !is_initial(word)).copied().collect::<Vec<_>>()[..] else {
        return None;
    };
    let is_name = surname.starts_with(char::is_uppercase) && surname.chars().skip(1).any(char::is_lowercase);
    (is_name && initials.len() == 2 && words.len() == 3)
        .then(|| key::fold(&format!("{surname} {} {}", initials[0], initials[1])))
}

/// The council whose name begins the executor but for a slip: «Эксперный совет кластера».
fn miswritten(executor: &str, councils: &[&str]) -> Option<String> {
    let folded = key::fold(executor);
    let is_slip = |council: &&&str| {
        let name = key::fold(council);
        let begin: Vec<&str> = folded.split(' ').take(name.split(' ').count()).collect();
        let begin = begin.join(" ");
        begin != name
            && begin.split(' ').zip(name.split(' ')).all(|(written, meant)| {
                written == meant || (written.chars().count() > 4 && nearest(written, [meant]).is_some())
            })
    };
    let is_known = councils.iter().any(|council| folded.starts_with(&key::fold(council)));
    if is_known { None } else { councils.iter().find(is_slip).map(ToString::to_string) }
}

fn organisations(model: &Model) -> Names {
    let mut names = Names::new();
    for table in model.tables.iter().filter(|table| table.kind == SheetKind::Organisations) {
        for row in &table.rows {
            for heading in ["Краткое наименование", "Наименование"] {
                let name = table.cell(row, heading).printed();
                for spelling in [Some(name.as_str()), key::quoted(&name)].into_iter().flatten() {
                    names.entry(key::fold(spelling)).or_insert_with(|| name.clone());
                }
            }
        }
    }
    names.remove("");
    names
}

/// Every person of every sheet, by surname and initials.
fn people(model: &Model) -> Names {
    let mut names = Names::new();
    // A hundred thousand people are not gone through for a plan that names none.
    let mut executors = model.plan.activities.iter().flat_map(|activity| &activity.executors);
    if !executors.any(|executor| surname_and_initials(executor).is_some()) {
        return names;
    }
    for table in &model.tables {
        for (position, _) in
            table.columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Person)
        {
            for name in table.rows.iter().filter_map(|row| row.cells.get(position).and_then(Cell::text)) {
                let words: Vec<String> = name.split_whitespace().map(key::fold).collect();
                if let [surname, first, patronymic, ..] = &words[..] {
                    let initial = |word: &String| word.chars().next().unwrap_or_default();
                    let short = format!("{surname} {} {}", initial(first), initial(patronymic));
                    names.entry(short).or_insert_with(|| name.to_owned());
                } else if let Some(short) = surname_and_initials(name) {
                    names.entry(short).or_insert_with(|| name.to_owned());
                }
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_executor_is_shows_in_how_it_is_written() {
        assert_eq!(organisation("ОГБПОУ «ТЭПК»"), Some("ТЭПК"));
        assert_eq!(organisation("\"Заря\""), Some("Заря"));
        for other in [
            "Участники проекта «Билет в будущее»",
            "ООО «Заря», цех № 2",
            "Рабочая группа",
            "Директор «ТЭПК»",
        ] {
            assert_eq!(organisation(other), None, "{other}");
        }
        assert_eq!(surname_and_initials("И. И. Иванов").as_deref(), Some("иванов и и"));
        assert_eq!(surname_and_initials("Иванов И.И."), surname_and_initials("И.И. Иванов"));
        assert_eq!(surname_and_initials("Экспертный совет кластера"), None);
        let councils = ["Экспертный совет", "Рабочая группа"];
        assert_eq!(miswritten("Эксперный совет Кластера", &councils).as_deref(), Some("Экспертный совет"));
        for known in
            ["Экспертный совет кластера", "Участники кластера", "Координационный совет", "Творческая группа"]
        {
            assert_eq!(miswritten(known, &councils), None, "{known}");
        }
    }
}
