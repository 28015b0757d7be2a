//! A term counted from an event: «не позднее 1 рабочего дня после события».

use chrono::{Days, NaiveDate};

use crate::calendar::ProductionCalendar;

/// Before or after the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// «за 10 дней до»
    Before,
    /// «в течение 5 дней после»
    After,
}

/// How long before or after an event something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventRule {
    /// Before or after.
    pub side: Side,
    /// How many days, at most 3660.
    pub days: u32,
    /// Whether working days are counted, or calendar days.
    pub working: bool,
}

impl EventRule {
    /// The last day on which it is in time, for an event on a day.
    pub fn due(self, event: NaiveDate, calendar: &ProductionCalendar) -> NaiveDate {
        let signed = i32::try_from(self.days).unwrap_or(0);
        let days = Days::new(u64::from(self.days));
        match (self.side, self.working) {
            (Side::After, true) => calendar.add_working(event, signed),
            (Side::Before, true) => calendar.add_working(event, -signed),
            (Side::After, false) => event.checked_add_days(days).unwrap_or(event),
            (Side::Before, false) => event.checked_sub_days(days).unwrap_or(event),
        }
    }
}
