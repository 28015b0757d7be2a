//! What was done of the plan: the rows of «Исполнение».

use super::schema::SheetKind;
use super::table::{Cell, Table};
use super::{Plan, RowRef, key};
use crate::location::Location;
use chrono::NaiveDate;

/// The state of an activity (статус).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Выполнено.
    Done,
    /// В работе.
    InProgress,
    /// Перенесено.
    Postponed,
    /// Не выполнено.
    NotDone,
    /// Отменено.
    Cancelled,
}

impl Status {
    /// The status that a cell names, by its stem.
    pub fn read(text: &str) -> Option<Self> {
        let text = key::fold(text);
        let is = |stem: &str| text.starts_with(stem);
        Some(match () {
            () if is("не вып") || is("не исп") => Self::NotDone,
            () if is("вып") || is("исполнено") => Self::Done,
            () if is("в раб") || is("в процессе") || is("выполняется") => {
                Self::InProgress
            }
            () if is("перен") => Self::Postponed,
            () if is("отмен") => Self::Cancelled,
            () => return None,
        })
    }
}

/// One row of «Исполнение»: a state, or an indicator, or both.
#[derive(Clone, Debug, PartialEq)]
pub struct Execution {
    /// Its row.
    pub row: RowRef,
    /// The activity's place in [`Plan::activities`]; `None` where the number names none.
    pub activity: Option<usize>,
    /// The state.
    pub status: Option<Status>,
    /// When it was done.
    pub date: Option<NaiveDate>,
    /// What came of it.
    pub result: String,
    /// The paper or link that shows it.
    pub evidence: String,
    /// The indicator's name.
    pub indicator: String,
    /// Its planned value.
    pub planned: Option<f64>,
    /// Its actual value.
    pub actual: Option<f64>,
    /// The cell of the activity's number.
    pub at: Location,
}

impl Execution {
    /// Reads every row of the sheets of that kind.
    pub fn read_all(tables: &[Table], plan: &Plan) -> Vec<Self> {
        let mut all = Vec::new();
        for (table_index, table) in
            tables.iter().enumerate().filter(|(_, table)| table.kind == SheetKind::Execution)
        {
            for (row_index, row) in table.rows.iter().enumerate() {
                let text = |heading| table.cell(row, heading).printed();
                let number = |heading| match table.cell(row, heading) {
                    Cell::Number(number) => Some(*number),
                    _ => None,
                };
                all.push(Self {
                    row: RowRef { table: table_index, row: row_index },
                    activity: plan.find(&text("№ мероприятия"), &text("Наименование мероприятия")),
                    status: Status::read(&text("Статус")),
                    date: table.cell(row, "Дата исполнения").day(),
                    result: text("Фактический результат"),
                    evidence: text("Подтверждение"),
                    indicator: text("Показатель"),
                    planned: number("План"),
                    actual: number("Факт"),
                    at: table.location(row, "№ мероприятия"),
                });
            }
        }
        all
    }
}

impl Cell {
    /// The day of a date or of a date with a time.
    pub const fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Date(day) => Some(*day),
            Self::DateTime(moment) => Some(moment.date()),
            _ => None,
        }
    }
}
