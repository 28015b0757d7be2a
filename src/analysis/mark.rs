//! What a report says of one activity as of the end of its period.

use crate::calendar::ProductionCalendar;
use crate::model::{Execution, Status};
use chrono::NaiveDate;

/// The state of an activity in a report (отметка о выполнении).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Done in time.
    Done,
    /// Done late, by so many working days.
    DoneLate(i64),
    /// Begun, and its term has not ended.
    InProgress,
    /// Not done, and its term has ended so many working days ago.
    Overdue(i64),
    /// Put off by decision.
    Postponed,
    /// Not done, as the sheet itself says.
    NotDone,
    /// Called off.
    Cancelled,
    /// Nothing is known yet, and its term has not ended.
    Planned,
}

impl Mark {
    /// The mark of an activity whose term ends on `due`, as of the day `as_of`, from those rows of «Исполнение» that were known by then.
    ///
    /// A term whose last day is a day off ends on the next working day (ст. 193 ГК РФ); lateness is counted in working days from there.
    pub fn of(
        rows: &[&Execution],
        due: Option<NaiveDate>,
        as_of: NaiveDate,
        calendar: &ProductionCalendar,
    ) -> Self {
        let last = due.map(|due| calendar.next_working(due));
        let late = |day: NaiveDate| last.map_or(0, |last| calendar.working_days_between(last, day).max(0));
        // The newest word counts; of rows without a date, the last one in the sheet.
        let known = rows.iter().filter(|row| row.status.is_some());
        let newest = known.enumerate().max_by_key(|(place, row)| (row.date, *place)).map(|(_, row)| *row);
        // A day counts as past when it is over: a report is as of the end of its last day.
        let is_past = due.is_some_and(|due| as_of >= due);
        match newest.and_then(|row| row.status.map(|status| (status, row.date))) {
            Some((Status::Done, Some(date))) if last.is_some_and(|last| date > last) => {
                Self::DoneLate(late(date))
            }
            Some((Status::Done, _)) => Self::Done,
            Some((Status::Postponed, _)) => Self::Postponed,
            Some((Status::Cancelled, _)) => Self::Cancelled,
            Some((Status::NotDone, _)) => Self::NotDone,
            Some((Status::InProgress, _)) | None if is_past => Self::Overdue(late(as_of)),
            Some((Status::InProgress, _)) => Self::InProgress,
            None => Self::Planned,
        }
    }

    /// Whether nothing is left to do.
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Done | Self::DoneLate(_))
    }

    /// Whether it is no longer carried over: done, or called off.
    pub const fn is_closed(self) -> bool {
        matches!(self, Self::Done | Self::DoneLate(_) | Self::Cancelled)
    }
}
