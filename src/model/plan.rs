//! The plan of the year: sections and activities, in the order of the sheet.

use super::deadline::Deadline;
use super::schema::SheetKind;
use super::table::{Cell, Table};
use super::{RowRef, key};
use crate::calendar::AcademicYear;
use crate::location::{Located, Location};
use std::sync::Arc;

/// One line of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    /// Its row.
    pub row: RowRef,
    /// The number as written, without a trailing dot; empty where there is none.
    pub number: Located<String>,
    /// The title as written.
    pub title: Located<String>,
    /// The executors, apart; the cell as written is the row's own.
    pub executors: Vec<String>,
    /// The executors' cell.
    pub executors_at: Location,
    /// The deadline, read.
    pub deadline: Located<Deadline>,
    /// The expected result as written.
    pub result: Located<String>,
    /// The place of its section in [`Plan::sections`].
    pub section: usize,
}

/// A section of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The title as written; empty for activities that stand before any section.
    pub title: String,
    /// Where it stands.
    pub at: Option<Location>,
}

/// The plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// The activities, in order.
    pub activities: Vec<Activity>,
}

impl Plan {
    /// Reads the plan's tables; several make one plan, in their order.
    pub fn read(tables: &[Table], year: AcademicYear) -> Self {
        let mut plan = Self::default();
        for (table_index, table) in
            tables.iter().enumerate().filter(|(_, table)| table.kind == SheetKind::Plan)
        {
            for (row_index, row) in table.rows.iter().enumerate() {
                if row.is_section {
                    let title = row.cells.iter().find_map(Cell::text).unwrap_or_default().to_owned();
                    plan.sections.push(Section { title, at: Some(table.location_at(row, 0)) });
                    continue;
                }
                if plan.sections.is_empty() {
                    plan.sections.push(Section { title: String::new(), at: None });
                }
                let text =
                    |heading| Located::new(table.cell(row, heading).printed(), table.location(row, heading));
                let deadline = table.cell(row, "Срок исполнения");
                let executors = text("Исполнители");
                plan.activities.push(Activity {
                    row: RowRef { table: table_index, row: row_index },
                    number: text("№ п/п").map(|number| key::fold_number(&number)),
                    title: text("Наименование мероприятия"),
                    executors: split_list(&executors.value),
                    executors_at: executors.at,
                    deadline: Located::new(
                        match deadline {
                            Cell::Date(day) => Deadline::from_date(*day),
                            Cell::DateTime(moment) => Deadline::from_date(moment.date()),
                            other => Deadline::read(&other.printed(), year),
                        },
                        table.location(row, "Срок исполнения"),
                    ),
                    result: text("Ожидаемый результат"),
                    section: plan.sections.len() - 1,
                });
            }
        }
        plan
    }

    /// The activities that a number names: several where the plan has it twice.
    pub fn numbered<'a>(&'a self, number: &'a str) -> impl Iterator<Item = (usize, &'a Activity)> {
        let number = key::fold_number(number);
        self.activities.iter().enumerate().filter(move |(_, activity)| activity.number.value == number)
    }

    /// The activity that a row of another sheet means: by number, and by title where the number stands twice.
    pub fn find(&self, number: &str, title: &str) -> Option<usize> {
        let mut numbered = self.numbered(number).map(|(index, _)| index).collect::<Vec<_>>();
        if numbered.len() > 1 && !title.is_empty() {
            let title = key::fold(title);
            numbered.retain(|index| {
                let own = key::fold(&self.activities[*index].title.value);
                own == title || own.starts_with(&title) || title.starts_with(&own)
            });
        }
        if numbered.is_empty() && number.is_empty() && !title.is_empty() {
            let title = key::fold(title);
            return self.activities.iter().position(|activity| key::fold(&activity.title.value) == title);
        }
        numbered.first().copied()
    }
}

/// Several names in one cell, apart: by line feeds and semicolons, and by commas outside quotes and brackets where each part
/// can stand alone («ПОО, входящие в Кластер» and «зам. директора, к.п.н.» are one).
pub fn split_list(text: &str) -> Vec<String> {
    let (mut parts, mut part, mut depth) = (Vec::new(), String::new(), 0_i32);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '«' | '(' | '„' => depth += 1,
            '»' | ')' | '“' => depth -= 1,
            _ => {}
        }
        let next = word_after(&chars);
        let is_break = match c {
            '\n' | '\r' | ';' => true,
            ',' => depth <= 0 && stands_alone(&next),
            _ => false,
        };
        if is_break {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(c);
        }
    }
    parts.push(part);
    parts.iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

fn word_after(chars: &std::iter::Peekable<std::str::Chars<'_>>) -> String {
    chars.clone().skip_while(|c| c.is_whitespace()).take_while(|c| !c.is_whitespace()).collect()
}

/// Whether a part that begins with this word is a name of its own: not a participle, not an abbreviated degree, no preposition.
fn stands_alone(word: &str) -> bool {
    let Some(first) = word.chars().next() else { return false };
    if first.is_uppercase() || matches!(first, '«' | '"') {
        return true;
    }
    let is_participle =
        ["щие", "щий", "щая", "щее", "щих", "вшие", "вший", "нные", "мые", "мый", "торые", "торый", "торая"]
            .iter()
            .any(|end| word.trim_end_matches(',').ends_with(end));
    first.is_alphabetic() && !is_participle && !word.contains('.') && word.chars().count() > 3
}

impl Cell {
    /// The cell as a plain text: dates as 15.03.2023, whole numbers without a point.
    pub fn printed(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Date(day) => day.format("%d.%m.%Y").to_string(),
            Self::Time(time) => time.format("%H:%M").to_string(),
            Self::DateTime(moment) => moment.format("%d.%m.%Y %H:%M").to_string(),
            Self::Flag(flag) => if *flag { "да" } else { "нет" }.to_owned(),
        }
    }

    /// The shared text of the cell.
    pub fn shared(&self) -> Arc<str> {
        match self {
            Self::Text(text) => Arc::clone(text),
            other => other.printed().into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::split_list;

    #[test]
    fn names_in_one_cell_are_told_apart() {
        for (text, parts) in [
            ("ОГБПОУ «ТЭПК», ОГБПОУ «ТомИнТех»", vec!["ОГБПОУ «ТЭПК»", "ОГБПОУ «ТомИнТех»"]),
            ("ПОО, входящие в Кластер", vec!["ПОО, входящие в Кластер"]),
            ("АО «А, Б», ООО «В»", vec!["АО «А, Б»", "ООО «В»"]),
            ("Иванов И.И.;\nПетров П.П.", vec!["Иванов И.И.", "Петров П.П."]),
            (
                "Руководитель ведущей ПОО кластера, руководители ПОО – участники кластера",
                vec!["Руководитель ведущей ПОО кластера", "руководители ПОО – участники кластера"],
            ),
            ("зам. директора, к.п.н.", vec!["зам. директора, к.п.н."]),
            ("", vec![]),
        ] {
            assert_eq!(split_list(text), parts, "{text}");
        }
    }
}
