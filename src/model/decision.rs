//! What meetings decided: rows of «Решения», and which meeting and which question each belongs to.

use super::meeting::Meeting;
use super::schema::SheetKind;
use super::table::{Cell, Table};
use super::{RowRef, key};
use crate::location::Location;
use chrono::NaiveDate;

/// One decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// Its row.
    pub row: RowRef,
    /// The council's name as written.
    pub council: String,
    /// The day of the meeting.
    pub date: Option<NaiveDate>,
    /// The question: its number on the agenda or its text.
    pub question: String,
    /// Who spoke to it; empty where the agenda says.
    pub speaker: String,
    /// A line each: who took part in the discussion.
    pub discussion: Vec<String>,
    /// Who carries it out, as written; empty where nobody need.
    pub executor: String,
    /// The last day of its term.
    pub due: Option<NaiveDate>,
    /// For, against, abstained; where the row says.
    pub votes: Option<[f64; 3]>,
    /// When it was carried out.
    pub done: Option<NaiveDate>,
    /// The cell that names the meeting.
    pub at: Location,
}

impl Decision {
    /// Reads every row of the sheets of that kind.
    pub fn read_all(tables: &[Table]) -> Vec<Self> {
        let sheets = tables.iter().enumerate().filter(|(_, table)| table.kind == SheetKind::Decisions);
        sheets
            .flat_map(|(table_index, table)| {
                table.rows.iter().enumerate().map(move |(row_index, row)| {
                    let cell = |heading| table.cell(row, heading);
                    let text = |heading| cell(heading).printed().trim().to_owned();
                    let number = |heading| match cell(heading) {
                        Cell::Number(number) => Some(*number),
                        _ => None,
                    };
                    let lines = text("Выступили");
                    Self {
                        row: RowRef { table: table_index, row: row_index },
                        council: text("Совет"),
                        date: cell("Заседание").day(),
                        question: text("Вопрос"),
                        speaker: text("Докладчик"),
                        discussion: lines.lines().map(|line| line.trim().to_owned()).collect(),
                        executor: text("Исполнитель"),
                        due: cell("Срок").day(),
                        votes: number("За").map(|votes| {
                            [votes, number("Против").unwrap_or(0.0), number("Воздержались").unwrap_or(0.0)]
                        }),
                        done: cell("Дата исполнения").day(),
                        at: table.location(row, "Заседание"),
                    }
                })
            })
            .collect()
    }

    /// Whether it was taken at that meeting.
    pub fn is_of(&self, meeting: &Meeting) -> bool {
        self.date.is_some() && self.date == meeting.date && meeting.is_of(&self.council)
    }

    /// Whether somebody has to do something by a day.
    pub fn is_assignment(&self) -> bool {
        !self.executor.is_empty() && self.due.is_some()
    }

    /// Whether it speaks of the question of that number and text.
    pub fn answers(&self, number: usize, question: &str) -> bool {
        let own = self.question.trim_end_matches('.');
        own.parse() == Ok(number) || key::fold(own) == key::fold(question)
    }
}

/// Whether a name as a list of those present has it («Майер Г.И.», «Майер Генрих Иванович») is that member's.
pub fn is_named(written: &str, member: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let parted = text.replace(['.', '\u{a0}', ','], " ");
        parted.split_whitespace().map(key::fold).collect()
    };
    let (written, member) = (words(written), words(member));
    let Some((surname, initials)) = written.split_first() else { return false };
    member.split_first().is_some_and(|(own, names)| {
        own == surname
            && initials.iter().take(2).zip(names).all(|(initial, name)| name.starts_with(initial.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_is_known_by_surname_and_initials() {
        for (written, member, is_it) in [
            ("Майер Г.И.", "Майер Генрих Иванович", true),
            ("Майер\u{a0}Г. И.", "Майер Генрих Иванович", true),
            ("Майер", "Майер Генрих Иванович", true),
            ("Майер Генрих Иванович", "Майер Генрих Иванович", true),
            ("Гусейнов Р.Т.", "Гусейнов Руслан Тофик оглы", true),
            ("Майер А.И.", "Майер Генрих Иванович", false),
            ("Мельник О.В.", "Майер Генрих Иванович", false),
            ("", "Майер Генрих Иванович", false),
        ] {
            assert_eq!(is_named(written, member), is_it, "{written}");
        }
    }
}
