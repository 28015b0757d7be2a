//! Progress of the plan in a period: which activities the report lists, in which part, and how they stand.

use super::Mark;
use crate::calendar::{Period, ProductionCalendar};
use crate::model::deadline::{Deadline, Kind};
use crate::model::{Execution, Model, RowRef};
use chrono::NaiveDate;

/// One activity in one part of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its place in the plan's activities.
    pub activity: usize,
    /// How it stands as of the end of the period.
    pub mark: Mark,
    /// When it was done.
    pub date: Option<NaiveDate>,
    /// What came of it.
    pub result: String,
    /// The paper or link that shows it.
    pub evidence: String,
}

/// An indicator with its planned and actual value.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// The activity's place in the plan.
    pub activity: usize,
    /// Its name.
    pub name: String,
    /// The planned value.
    pub planned: Option<f64>,
    /// The actual value.
    pub actual: Option<f64>,
    /// Its row.
    pub row: RowRef,
}

/// How many activities of the parts that are counted stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// All that were to be done: due in the period, carried over, recurring.
    pub all: usize,
    /// Done, late or not.
    pub done: usize,
    /// Of them late.
    pub done_late: usize,
    /// In progress or not begun, the term not past.
    pub in_progress: usize,
    /// The term is past.
    pub overdue: usize,
    /// Put off.
    pub postponed: usize,
    /// Not done, as the sheet says.
    pub not_done: usize,
    /// Called off.
    pub cancelled: usize,
}

/// A period's report.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// The period.
    pub period: Period,
    /// Due in the period.
    pub due: Vec<Line>,
    /// Due earlier, and not closed when the period began.
    pub carried_over: Vec<Line>,
    /// Recurring, with an occurrence in the period.
    pub recurring: Vec<Line>,
    /// Going on through the period, due later.
    pub ongoing: Vec<Line>,
    /// Without a fixed term: by another act, on demand, not understood.
    pub without_term: Vec<Line>,
    /// Plan and fact of what the period's rows report.
    pub indicators: Vec<Indicator>,
    /// The counts.
    pub totals: Totals,
}

/// The report of `period`, as of its last day.
pub fn progress(model: &Model, period: Period, calendar: &ProductionCalendar) -> Progress {
    let mut report = Progress {
        period,
        due: Vec::new(),
        carried_over: Vec::new(),
        recurring: Vec::new(),
        ongoing: Vec::new(),
        without_term: Vec::new(),
        indicators: Vec::new(),
        totals: Totals::default(),
    };
    let last_entry = model.executions.iter().filter_map(|row| row.date).max();
    for (index, activity) in model.plan.activities.iter().enumerate() {
        let rows: Vec<&Execution> =
            model.executions.iter().filter(|row| row.activity == Some(index)).collect();
        let deadline = &activity.deadline.value;
        let due = deadline.due();
        let by = |day| known_by(&rows, due, last_entry, day);
        if is_recurring(deadline) {
            let occurrences = deadline.occurrences(period);
            if let Some(last) = occurrences.last() {
                let first = occurrences.first().map_or(last.start(), |first| first.start());
                let within: Vec<&Execution> = by(period.end())
                    .into_iter()
                    .filter(|row| row.date.is_none_or(|date| date >= first))
                    .collect();
                report.recurring.push(line(index, &within, Some(last.end()), period, calendar));
            }
            continue;
        }
        let part = match (deadline.kind, due) {
            (Kind::External | Kind::OnDemand | Kind::Unread, None) => &mut report.without_term,
            (_, Some(due)) if period.contains(due) => &mut report.due,
            (_, Some(due)) if due < period.start() => {
                let before = period.start().pred_opt().unwrap_or(period.start());
                if Mark::of(&by(before), Some(due), before, calendar).is_closed() {
                    continue;
                }
                &mut report.carried_over
            }
            _ if deadline.falls_in(period) => &mut report.ongoing,
            _ => continue,
        };
        part.push(line(index, &by(period.end()), due, period, calendar));
    }
    report.indicators = indicators(model, &report);
    report.totals = totals(&report);
    report
}

/// The activities that are due in `period`, recurring ones left out: what a council's agenda takes up.
pub fn due_by(model: &Model, period: Period) -> impl Iterator<Item = usize> {
    let activities = model.plan.activities.iter().enumerate();
    activities
        .filter(move |(_, activity)| {
            let deadline = &activity.deadline.value;
            !is_recurring(deadline) && deadline.due().is_some_and(|due| period.contains(due))
        })
        .map(|(index, _)| index)
}

const fn is_recurring(deadline: &Deadline) -> bool {
    matches!(deadline.kind, Kind::Recurring)
}

/// The rows that were known by a day. A row without a date was entered when its term ended or, where that is open or still ahead,
/// when the sheet's newest dated row was.
fn known_by<'r>(
    rows: &[&'r Execution],
    due: Option<NaiveDate>,
    last_entry: Option<NaiveDate>,
    day: NaiveDate,
) -> Vec<&'r Execution> {
    let entered = [due, last_entry].into_iter().flatten().min();
    let is_known = |row: &&&Execution| row.date.or(entered).is_none_or(|date| date <= day);
    rows.iter().filter(is_known).copied().collect()
}

fn line(
    activity: usize,
    rows: &[&Execution],
    due: Option<NaiveDate>,
    period: Period,
    calendar: &ProductionCalendar,
) -> Line {
    let mark = Mark::of(rows, due, period.end(), calendar);
    let newest = rows.iter().enumerate().max_by_key(|(place, row)| (row.date, *place)).map(|(_, row)| *row);
    let text = |read: fn(&Execution) -> &str| newest.map(read).unwrap_or_default().to_owned();
    Line {
        activity,
        mark,
        date: newest.and_then(|row| row.date),
        result: text(|row| &row.result),
        evidence: text(|row| &row.evidence),
    }
}

/// Rows with an indicator that were reported in the period, or belong to an activity that the report lists as due or carried over.
fn indicators(model: &Model, report: &Progress) -> Vec<Indicator> {
    let listed =
        |activity| report.due.iter().chain(&report.carried_over).any(|line| line.activity == activity);
    model
        .executions
        .iter()
        .filter(|row| !row.indicator.is_empty())
        .filter_map(|row| Some((row.activity?, row)))
        .filter(|(activity, row)| match row.date {
            Some(date) => report.period.contains(date),
            None => listed(*activity),
        })
        .map(|(activity, row)| Indicator {
            activity,
            name: row.indicator.clone(),
            planned: row.planned,
            actual: row.actual,
            row: row.row,
        })
        .collect()
}

fn totals(report: &Progress) -> Totals {
    let mut totals = Totals::default();
    for line in report.due.iter().chain(&report.carried_over).chain(&report.recurring) {
        totals.all += 1;
        totals.done += usize::from(line.mark.is_done());
        match line.mark {
            Mark::Done => {}
            Mark::DoneLate(_) => totals.done_late += 1,
            Mark::InProgress | Mark::Planned => totals.in_progress += 1,
            Mark::Overdue(_) => totals.overdue += 1,
            Mark::Postponed => totals.postponed += 1,
            Mark::NotDone => totals.not_done += 1,
            Mark::Cancelled => totals.cancelled += 1,
        }
    }
    totals
}
