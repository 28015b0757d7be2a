//! Meetings of the councils (заседания) and events (события).

use super::schema::SheetKind;
use super::table::{Cell, Table};
use super::{RowRef, key};
use crate::location::Location;
use chrono::{NaiveDate, NaiveTime};

/// One question of an agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// «О плане работы …», without a dot.
    pub text: String,
    /// Who speaks; empty where the sheet does not say.
    pub speaker: String,
}

/// A meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// Its row.
    pub row: RowRef,
    /// The day on which it takes place: «Перенесено на» where that is filled.
    pub date: Option<NaiveDate>,
    /// When it begins.
    pub time: Option<NaiveTime>,
    /// The council's name as written.
    pub council: String,
    /// The questions that the sheet gives.
    pub questions: Vec<Question>,
    /// The guests.
    pub guests: Vec<String>,
    /// Who was present of the members, as the sheet names them; empty before it.
    pub present: Vec<String>,
    /// Whether it does not take place.
    pub is_cancelled: bool,
    /// The date's cell.
    pub at: Location,
}

impl Meeting {
    /// Reads every row of the sheets of that kind, in the order of the sheets.
    pub fn read_all(tables: &[Table]) -> Vec<Self> {
        rows(tables, SheetKind::Meetings)
            .map(|(row_ref, table, row)| {
                let text = |heading| table.cell(row, heading).printed();
                Self {
                    row: row_ref,
                    date: table.cell(row, "Перенесено на").day().or_else(|| table.cell(row, "Дата").day()),
                    time: time(table.cell(row, "Время")).or_else(|| time(table.cell(row, "Дата"))),
                    council: text("Совет"),
                    questions: questions(&text("Повестка")),
                    guests: guests(&text("Приглашённые")),
                    present: guests(&text("Присутствовали")),
                    is_cancelled: *table.cell(row, "Отменено") == Cell::Flag(true),
                    at: table.location(row, "Дата"),
                }
            })
            .collect()
    }

    /// Whether a member was present: one of the names is the member's, or the sheet says «все».
    pub fn has_present(&self, is_member: impl Fn(&str) -> bool) -> bool {
        self.present.iter().any(|written| key::fold(written) == "все" || is_member(written))
    }

    /// Whether it is a meeting of the council of that name.
    pub fn is_of(&self, council: &str) -> bool {
        key::fold(&self.council) == key::fold(council)
    }
}

/// An event: Industry Day, a job fair.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its row.
    pub row: RowRef,
    /// Its name.
    pub name: String,
    /// Its kind: День отрасли, Ярмарка вакансий.
    pub kind: String,
    /// The day on which it takes place: «Перенесено на» where that is filled.
    pub date: Option<NaiveDate>,
    /// When it begins.
    pub time: Option<NaiveTime>,
    /// Whether it does not take place.
    pub is_cancelled: bool,
    /// The date's cell.
    pub at: Location,
}

impl Event {
    /// Reads every row of the sheets of that kind.
    pub fn read_all(tables: &[Table]) -> Vec<Self> {
        rows(tables, SheetKind::Events)
            .map(|(row_ref, table, row)| Self {
                row: row_ref,
                name: table.cell(row, "Событие").printed(),
                kind: table.cell(row, "Вид").printed(),
                date: table.cell(row, "Перенесено на").day().or_else(|| table.cell(row, "Дата").day()),
                time: time(table.cell(row, "Время")),
                is_cancelled: *table.cell(row, "Отменено") == Cell::Flag(true),
                at: table.location(row, "Дата"),
            })
            .collect()
    }

    /// Whether the event is of that kind, or of that name.
    pub fn is_called(&self, name: &str) -> bool {
        let name = key::fold(name);
        key::fold(&self.kind) == name || key::fold(&self.name) == name
    }
}

fn rows(tables: &[Table], kind: SheetKind) -> impl Iterator<Item = (RowRef, &Table, &super::table::Row)> {
    tables.iter().enumerate().filter(move |(_, table)| table.kind == kind).flat_map(|(table_index, table)| {
        let rows = table.rows.iter().enumerate();
        rows.map(move |(row_index, row)| (RowRef { table: table_index, row: row_index }, table, row))
    })
}

const fn time(cell: &Cell) -> Option<NaiveTime> {
    match cell {
        Cell::Time(time) => Some(*time),
        Cell::DateTime(moment) => Some(moment.time()),
        _ => None,
    }
}

/// A line a question; the speaker stands after « — докладчик ».
fn questions(text: &str) -> Vec<Question> {
    text.lines()
        .map(|line| {
            line.trim().trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['.', ')', ' '])
        })
        .filter(|line| !line.is_empty())
        .map(|line| {
            let lower = line.to_lowercase();
            // Lower case may change the byte length of rare letters: cut only where the letters before the mark are the same.
            let at = lower
                .find("докладчик")
                .filter(|at| line.is_char_boundary(*at) && lower[..*at].len() == line[..*at].len());
            let (text, speaker) = at.map_or((line, ""), |at| {
                let speaker = line[at..].trim_start_matches(|c: char| !c.is_whitespace() && c != ':');
                (&line[..at], speaker.trim_start_matches([':', ' ', '\u{a0}', '-', '–', '—']))
            });
            Question {
                text: text.trim_end_matches([' ', '\u{a0}', '-', '–', '—', '(', '.', ';', ',']).to_owned(),
                speaker: speaker.trim().trim_end_matches([')', ';']).to_owned(),
            }
        })
        .collect()
}

/// Guests are told apart by lines and semicolons; a comma belongs to the post that follows the name.
fn guests(text: &str) -> Vec<String> {
    text.split(['\n', ';']).map(str::trim).filter(|guest| !guest.is_empty()).map(ToOwned::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_question_and_its_speaker() {
        let read = questions("1. О плане работы — докладчик Майер Г.И.\nОб итогах года.\n\n");
        assert_eq!(
            read,
            [
                Question { text: "О плане работы".into(), speaker: "Майер Г.И.".into() },
                Question { text: "Об итогах года".into(), speaker: String::new() },
            ]
        );
    }

    #[test]
    fn a_guest_keeps_the_post() {
        assert_eq!(
            guests("Шевчук Д.О., управляющий ООО «А»; Ким В.\nЛи С."),
            ["Шевчук Д.О., управляющий ООО «А»", "Ким В.", "Ли С."]
        );
    }
}
