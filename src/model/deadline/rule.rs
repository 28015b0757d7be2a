//! On which day of each period a recurring deadline falls.

use std::fmt;

use chrono::{Datelike, Months, NaiveDate, Weekday};

use crate::calendar::phrase::{Nth, Shape};
use crate::calendar::{Month, Period, ProductionCalendar};

/// Which month of a period, or beside it, a day belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthOf {
    /// The month itself, or any of the period's.
    Any,
    /// The month after the period's end.
    Next,
    /// The month before the period's start.
    Before,
    /// The period's last month.
    Last,
    /// This month of the year.
    Named(u32),
}

/// The day, or what there is of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// The days of a month, in order: the 1st and the 15th.
    Days(Vec<u32>),
    /// From one day of a month to another.
    DayRange(u32, u32),
    /// A month as a whole.
    WholeMonth,
    /// The days of the week.
    Weekdays(Vec<Weekday>),
    /// The third Thursday, the last Friday of a month.
    NthWeekday(Nth, Weekday),
    /// The first, second, third or last seven days of a month.
    Week(Nth),
    /// Ten days of a month, the last as long as the month has.
    Decade(Nth),
    /// The last day, or the last working day, of the period.
    LastDay {
        /// Whether the day must be worked.
        working: bool,
    },
}

/// On which day of each period, and of which month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueRule {
    /// The day.
    pub occasion: Occasion,
    /// The month that it belongs to.
    pub month: MonthOf,
}

impl DueRule {
    /// A day's rule that belongs to the period's own months.
    pub const fn of(occasion: Occasion) -> Self {
        Self { occasion, month: MonthOf::Any }
    }

    /// The last day on which the rule is kept for one period: a month, a quarter, …
    ///
    /// `None` where the rule gives no single month (a day of a quarter, without saying of which month), or where the month has
    /// no such day.
    pub fn due(&self, period: Period, calendar: &ProductionCalendar) -> Option<NaiveDate> {
        if let Occasion::LastDay { working } = self.occasion {
            return if working { calendar.last_working_of(period) } else { Some(period.end()) };
        }
        if let Occasion::Weekdays(days) = &self.occasion {
            return period.days().filter(|day| days.contains(&day.weekday())).last();
        }
        let month = match self.month {
            MonthOf::Next => Month::containing(period.end().checked_add_months(Months::new(1))?),
            MonthOf::Before => Month::containing(period.start().checked_sub_months(Months::new(1))?),
            MonthOf::Last => Month::containing(period.end()),
            MonthOf::Named(number) => Month::ending_in(period).find(|month| month.number() == number)?,
            MonthOf::Any => {
                Some(Month::containing(period.start())).filter(|month| month.period() == period)?
            }
        };
        let first = month.period().start();
        match &self.occasion {
            Occasion::Days(days) => first.with_day(*days.last()?),
            Occasion::DayRange(_, last) => first.with_day(*last),
            Occasion::NthWeekday(Nth::Number(nth), weekday) => NaiveDate::from_weekday_of_month_opt(
                first.year(),
                first.month(),
                *weekday,
                u8::try_from(*nth).ok()?,
            ),
            Occasion::NthWeekday(Nth::Last, weekday) => {
                month.period().days().filter(|day| day.weekday() == *weekday).last()
            }
            Occasion::Week(nth) => part(Shape::Week { month: month.number(), nth: *nth }, month),
            Occasion::Decade(nth) => part(Shape::Decade { month: month.number(), nth: *nth }, month),
            _ => Some(month.period().end()),
        }
    }
}

/// The last day of a part of a month.
fn part(shape: Shape, month: Month) -> Option<NaiveDate> {
    shape.in_calendar_year(month.year()).map(Period::end)
}

impl fmt::Display for DueRule {
    /// `day=10;month=+1`, `day=1,15`, `weekday=fri`, `last_weekday=fri`, `nth_weekday=2,thu`, `last_day=working`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let joined = |items: Vec<String>| items.join(",");
        let name = |day: &Weekday| day.to_string().to_lowercase();
        let day = match &self.occasion {
            Occasion::Days(days) => format!("day={}", joined(days.iter().map(u32::to_string).collect())),
            Occasion::DayRange(first, last) => format!("day={first}..{last}"),
            Occasion::WholeMonth => String::new(),
            Occasion::Weekdays(days) => format!("weekday={}", joined(days.iter().map(name).collect())),
            Occasion::NthWeekday(Nth::Last, day) => format!("last_weekday={}", name(day)),
            Occasion::NthWeekday(Nth::Number(nth), day) => format!("nth_weekday={nth},{}", name(day)),
            Occasion::Week(Nth::Last) => "last_week".to_owned(),
            Occasion::Week(Nth::Number(nth)) => format!("week={nth}"),
            Occasion::Decade(Nth::Last) => "last_decade".to_owned(),
            Occasion::Decade(Nth::Number(nth)) => format!("decade={nth}"),
            Occasion::LastDay { working: true } => "last_day=working".to_owned(),
            Occasion::LastDay { working: false } => "last_day=any".to_owned(),
        };
        let month = match self.month {
            MonthOf::Any => String::new(),
            MonthOf::Next => "month=+1".to_owned(),
            MonthOf::Before => "month=-1".to_owned(),
            MonthOf::Last => "month=last".to_owned(),
            MonthOf::Named(number) => format!("month={number}"),
        };
        let gap = if day.is_empty() || month.is_empty() { "" } else { ";" };
        write!(f, "{day}{gap}{month}")
    }
}
