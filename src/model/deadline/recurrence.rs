//! How often something is due.

use chrono::{Datelike, NaiveDate, TimeDelta};

use crate::calendar::{AcademicYear, Half, HalfYear, Month, Period, Quarter};

/// The period that repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A day.
    Day,
    /// A week, from Monday.
    Week,
    /// A month.
    Month,
    /// A calendar quarter.
    Quarter,
    /// A half of a calendar year.
    HalfYear,
    /// A semester: September to December, January to June.
    Semester,
    /// A calendar year.
    Year,
    /// An academic year.
    AcademicYear,
}

impl Unit {
    /// The name that machine-readable output uses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::HalfYear => "half_year",
            Self::Semester => "semester",
            Self::Year => "year",
            Self::AcademicYear => "academic_year",
        }
    }

    /// The unit that holds the day; a semester of a day in July or August is the one that has ended.
    fn containing(self, day: NaiveDate) -> Option<Period> {
        let academic = AcademicYear::containing(day);
        Some(match self {
            Self::Day => Period::day(day),
            Self::Week => {
                let monday = day - TimeDelta::days(i64::from(day.weekday().num_days_from_monday()));
                Period::new(monday, monday + TimeDelta::days(6))?
            }
            Self::Month => Month::containing(day).period(),
            Self::Quarter => Quarter::containing(day).period(),
            Self::HalfYear => HalfYear::containing(day).period(),
            Self::Semester if day.month() >= 9 => academic.half(Half::First),
            Self::Semester => academic.half(Half::Second),
            Self::Year => Period::new(day.with_ordinal(1)?, NaiveDate::from_ymd_opt(day.year(), 12, 31)?)?,
            Self::AcademicYear => academic.period(),
        })
    }
}

/// How often: `count` times in every `interval` units, at least so often or exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recurrence {
    /// The period that repeats.
    pub unit: Unit,
    /// How many units make one period; 1 unless «раз в два месяца».
    pub interval: u32,
    /// How many times in it.
    pub count: u32,
    /// Whether the count is the least: «не реже».
    pub at_least: bool,
}

impl Recurrence {
    /// Once in every unit.
    pub const fn every(unit: Unit) -> Self {
        Self { unit, interval: 1, count: 1, at_least: false }
    }

    /// The periods whose end lies in the window, in order; a window cuts the first one's start off nothing.
    pub fn units_in(self, window: Period) -> Vec<Period> {
        let units = std::iter::successors(self.unit.containing(window.start()), |unit| {
            let mut day = unit.end().succ_opt()?;
            // The summer belongs to no semester.
            if self.unit == Unit::Semester && day.month() == 7 {
                day = NaiveDate::from_ymd_opt(day.year(), 9, 1)?;
            }
            // At the last year that a date can hold, no later unit follows.
            self.unit.containing(day).filter(|next| next.end() > unit.end())
        });
        let ended = units
            .skip_while(|unit| unit.end() < window.start())
            .take_while(|unit| unit.end() <= window.end());
        let ended: Vec<Period> = ended.collect();
        let interval = usize::try_from(self.interval.max(1)).unwrap_or(1);
        ended
            .chunks(interval)
            .filter(|chunk| chunk.len() == interval)
            .filter_map(|chunk| Period::new(chunk.first()?.start(), chunk.last()?.end()))
            .collect()
    }
}
