//! The typed whole: tables as they were read, and what they mean.

mod attendance;
pub mod council;
pub mod deadline;
pub mod decision;
pub mod execution;
pub mod join;
pub mod key;
pub mod meeting;
pub mod plan;
pub mod schema;
pub mod table;

pub use attendance::Attendance;
pub use council::{Council, Member, Role};
pub use decision::Decision;
pub use execution::{Execution, Status};
pub use join::Joins;
pub use meeting::{Event, Meeting, Question};
pub use plan::{Activity, Plan, Section};

use crate::calendar::{AcademicYear, AcademicYearEnd};
use chrono::NaiveDate;
use deadline::Deadline;
use schema::SheetKind;
use std::collections::{BTreeMap, BTreeSet};
use table::{Cell, Row, Table};

/// A row of a table of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowRef {
    /// The table's place in [`Model::tables`].
    pub table: usize,
    /// The row's place in [`Table::rows`].
    pub row: usize,
}

/// Everything that the input says.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The academic year that the papers are for.
    pub year: AcademicYear,
    /// Every table, as it was read.
    pub tables: Vec<Table>,
    /// The plan.
    pub plan: Plan,
    /// What was done of it.
    pub executions: Vec<Execution>,
    /// Councils and working groups.
    pub councils: Vec<Council>,
    /// Their meetings.
    pub meetings: Vec<Meeting>,
    /// What they decided.
    pub decisions: Vec<Decision>,
    /// Events.
    pub events: Vec<Event>,
    /// Which rows name which.
    pub joins: Joins,
}

impl Model {
    /// What the tables mean. The academic year is that of «Реквизиты», else the one that the plan's title names, else the one that
    /// most of its dated deadlines fall in, else the one of `today`.
    pub fn assemble(tables: Vec<Table>, today: NaiveDate, end: AcademicYearEnd) -> Self {
        let current = AcademicYear::containing(today);
        let year =
            stated_year(&tables).or_else(|| dated_year(&tables, current)).unwrap_or(current).with_end(end);
        let plan = Plan::read(&tables, year);
        let meetings = Meeting::read_all(&tables);
        let mut named: Vec<String> = meetings.iter().map(|meeting| meeting.council.clone()).collect();
        named.dedup();
        Self {
            year,
            executions: Execution::read_all(&tables, &plan),
            councils: Council::read_all(&tables, &named),
            decisions: Decision::read_all(&tables),
            events: Event::read_all(&tables),
            joins: Joins::find(&tables, &plan),
            plan,
            meetings,
            tables,
        }
    }

    /// The row that a reference names.
    pub fn row(&self, at: RowRef) -> (&Table, &Row) {
        let table = &self.tables[at.table];
        (table, &table.rows[at.row])
    }

    /// The rows of the meetings and the events that do not take place.
    pub fn called_off(&self) -> BTreeSet<RowRef> {
        let meetings = self.meetings.iter().filter(|meeting| meeting.is_cancelled).map(|meeting| meeting.row);
        meetings.chain(self.events.iter().filter(|event| event.is_cancelled).map(|event| event.row)).collect()
    }

    /// The council of that name.
    pub fn council(&self, name: &str) -> Option<&Council> {
        let name = key::fold(name);
        self.councils.iter().find(|council| key::fold(&council.name) == name)
    }

    /// The value of a requisite, by its canonical heading.
    pub fn requisite(&self, heading: &str) -> Option<String> {
        let of_kind = self.tables.iter().filter(|table| table.kind == SheetKind::Requisites);
        of_kind
            .flat_map(|table| table.rows.iter().map(move |row| table.cell(row, heading).printed()))
            .find(|value| !value.is_empty())
    }
}

fn stated_year(tables: &[Table]) -> Option<AcademicYear> {
    let requisites = tables.iter().filter(|table| table.kind == SheetKind::Requisites);
    let stated =
        requisites.flat_map(|table| table.rows.iter().map(move |row| table.cell(row, "Учебный год")));
    let titles =
        tables.iter().filter(|table| table.kind == SheetKind::Plan).flat_map(|table| &table.preamble);
    stated.filter_map(Cell::text).chain(titles.map(|(_, line)| &**line)).find_map(year_in)
}

/// The academic year that most deadlines with a year of their own fall in; of two as frequent, the one nearer to today.
fn dated_year(tables: &[Table], current: AcademicYear) -> Option<AcademicYear> {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for table in tables.iter().filter(|table| table.kind == SheetKind::Plan) {
        for row in &table.rows {
            let day = match table.cell(row, "Срок исполнения") {
                Cell::Text(text) if text.contains("20") => Deadline::read(text, current).due(),
                cell => cell.day(),
            };
            if let Some(day) = day {
                *counts.entry(AcademicYear::containing(day).first_year()).or_default() += 1;
            }
        }
    }
    let distance = |year: i32| (year - current.first_year()).abs();
    let (year, _) = counts.into_iter().max_by_key(|(year, count)| (*count, -distance(*year)))?;
    AcademicYear::starting(year)
}

/// The first year of «2022/2023», «2022-2023» or «2022–23» in a text.
fn year_in(text: &str) -> Option<AcademicYear> {
    let chars: Vec<char> = text.chars().collect();
    chars
        .windows(6)
        .find_map(|window| {
            let first: String = window.iter().take(4).collect();
            let is_pair =
                matches!(window[4], '/' | '-' | '–' | '—') && window[5] == '2' && first.starts_with('2');
            is_pair.then(|| first.parse().ok())?
        })
        .and_then(AcademicYear::starting)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_academic_year_is_found_in_a_title() {
        for (text, year) in [
            ("на 2022/2023 учебный год", Some(2022)),
            ("2024–2025 уч. г.", Some(2024)),
            ("на 2024 год", None),
        ] {
            assert_eq!(year_in(text).map(AcademicYear::first_year), year);
        }
    }
}
