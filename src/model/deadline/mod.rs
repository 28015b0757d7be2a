//! A deadline (срок исполнения): what the plan's free text says, as a value that can be counted with.

mod combine;
mod condition;
mod demand;
mod event;
mod kind;
mod note;
mod recurrence;
mod recurring;
mod rule;
mod term;

#[cfg(test)]
mod soup;
#[cfg(test)]
mod tests;

pub use event::{EventRule, Side};
pub use kind::Kind;
pub use recurrence::{Recurrence, Unit};
pub use rule::{DueRule, MonthOf, Occasion};

use chrono::NaiveDate;

use crate::calendar::{AcademicYear, Period};

/// One of the terms of a compound deadline; both days included, no start for «не позднее», no end for «начиная с».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The first day.
    pub start: Option<NaiveDate>,
    /// The last day.
    pub end: Option<NaiveDate>,
}

/// A deadline, read. What is not certain is [`Kind::Unread`], never guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// As it is written.
    pub text: String,
    /// Its sort.
    pub kind: Kind,
    /// The first day; `None` for «не позднее» and where there are no days.
    pub start: Option<NaiveDate>,
    /// The last day, included.
    pub end: Option<NaiveDate>,
    /// How often.
    pub recurrence: Option<Recurrence>,
    /// On which day of each period; its `Display` is the text form: `day=10;month=+1`.
    pub due_rule: Option<DueRule>,
    /// How long before or after an event.
    pub event_rule: Option<EventRule>,
    /// The act, event or remark that the deadline depends on, in words.
    pub condition: Option<String>,
    /// The terms of a deadline that has several.
    pub parts: Vec<Part>,
}

impl Deadline {
    /// Reads a deadline's text; terms without a year fall in the academic year.
    pub fn read(text: &str, year: AcademicYear) -> Self {
        combine::deadline(text, year).unwrap_or_else(|| Self::empty(text, Kind::Unread))
    }

    /// The deadline of a cell that holds a real date.
    pub fn from_date(day: NaiveDate) -> Self {
        Self {
            start: Some(day),
            end: Some(day),
            ..Self::empty(&day.format("%d.%m.%Y").to_string(), Kind::Date)
        }
    }

    fn empty(text: &str, kind: Kind) -> Self {
        Self {
            text: text.to_owned(),
            kind,
            start: None,
            end: None,
            recurrence: None,
            due_rule: None,
            event_rule: None,
            condition: None,
            parts: Vec::new(),
        }
    }

    /// The last day on which all of it can be done.
    pub fn due(&self) -> Option<NaiveDate> {
        self.end.or_else(|| self.parts.iter().filter_map(|part| part.end).max())
    }

    /// Whether the text itself gives a last day.
    pub fn is_fixed(&self) -> bool {
        self.due().is_some()
    }

    /// When the deadline occurs within a period, in order.
    ///
    /// Of a recurring one: the units (months, quarters, …) whose end lies in the period, every second one of «раз в два
    /// месяца», and within the deadline's own window if it has one. Of others: the windows that touch the period; a «не
    /// позднее» is the one day on which it falls due.
    pub fn occurrences(&self, within: Period) -> Vec<Period> {
        if let (Some(recurrence), true) = (self.recurrence, self.parts.is_empty()) {
            let own = Period::new(self.start.unwrap_or(within.start()), self.end.unwrap_or(within.end()));
            let window = own.and_then(|own| own.intersection(within));
            return window.map(|window| recurrence.units_in(window)).unwrap_or_default();
        }
        let whole = Part { start: self.start, end: self.end };
        let windows = if self.parts.is_empty() { std::slice::from_ref(&whole) } else { &self.parts };
        let mut found: Vec<Period> =
            windows.iter().filter_map(|part| part.window()).filter(|window| window.touches(within)).collect();
        found.sort_unstable();
        found
    }

    /// Whether it occurs in the period: a window that touches it, or a unit that ends in it; «постоянно» always does.
    pub fn falls_in(&self, period: Period) -> bool {
        match (self.kind, self.is_fixed()) {
            (Kind::Continuous, false) => true,
            _ => !self.occurrences(period).is_empty(),
        }
    }
}

impl Part {
    /// The days of the part; the last one alone where there is no first, and the first alone where there is no last.
    pub fn window(self) -> Option<Period> {
        let end = self.end.or(self.start)?;
        Period::new(self.start.unwrap_or(end), end)
    }
}
