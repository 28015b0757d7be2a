//! What a named period is, apart from its year, and which days it has in a year.

use chrono::{NaiveDate, TimeDelta, Weekday};

use crate::calendar::holiday_rule::{last_weekday, nth_weekday};
use crate::calendar::{AcademicYear, Half, HalfYear, Month, Period, Quarter};

/// Which of several: the third, or the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nth {
    /// From 1.
    Number(u32),
    /// The last, however many there are.
    Last,
}

/// The year as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearWritten {
    /// A calendar year.
    Calendar(i32),
    /// An academic year, by the year in which it starts; `None`: «учебного года», the plan's own.
    Academic(Option<i32>),
}

/// A period of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// 15 марта.
    Day {
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
    },
    /// Март.
    Month(u32),
    /// Декада: 1 to 10, 11 to 20, 21 to the end. «Начало», «середина» and «конец» are read as these.
    Decade {
        /// 1 to 12.
        month: u32,
        /// The first, second, third or last.
        nth: Nth,
    },
    /// Неделя: days 1 to 7, 8 to 14 and so on; the last is the month's last seven days.
    Week {
        /// 1 to 12.
        month: u32,
        /// The first to the fifth, or the last.
        nth: Nth,
    },
    /// Половина месяца: 1 to 15, 16 to the end.
    HalfMonth {
        /// 1 to 12.
        month: u32,
        /// 1 or 2.
        half: Half,
    },
    /// Второй четверг марта.
    Weekday {
        /// 1 to 12.
        month: u32,
        /// The first to the fifth, or the last.
        nth: Nth,
        /// The day of the week.
        weekday: Weekday,
    },
    /// Квартал, 1 to 4.
    Quarter(u32),
    /// Полугодие: of the calendar year where one is written, else of the academic year.
    HalfYear(Half),
    /// Семестр: always of the academic year.
    Semester(Half),
    /// A season: 1 winter (December to February), 2 spring, 3 summer, 4 autumn.
    Season(u32),
    /// A calendar year.
    Year,
    /// An academic year.
    AcademicYear,
}

/// The sort of period that the words name; the kind of a deadline follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// One day.
    Day,
    /// Days of a month or of several.
    Days,
    /// One month.
    Month,
    /// Several months.
    Months,
    /// One or more quarters.
    Quarter,
    /// One or more halves of a year.
    HalfYear,
    /// One or more calendar years.
    Year,
    /// One or more academic years.
    AcademicYear,
}

impl Shape {
    /// The sort of period.
    pub const fn grain(self) -> Grain {
        match self {
            Self::Day { .. } | Self::Weekday { .. } => Grain::Day,
            Self::Decade { .. } | Self::Week { .. } | Self::HalfMonth { .. } => Grain::Days,
            Self::Month(_) => Grain::Month,
            Self::Season(_) => Grain::Months,
            Self::Quarter(_) => Grain::Quarter,
            Self::HalfYear(_) | Self::Semester(_) => Grain::HalfYear,
            Self::Year => Grain::Year,
            Self::AcademicYear => Grain::AcademicYear,
        }
    }

    /// The same shape with another number: the first end of «1–15 марта», «I–II кварталы».
    pub fn numbered(self, number: u32) -> Option<Self> {
        Some(match self {
            Self::Day { month, .. } => Self::Day { month, day: number },
            Self::Decade { month, .. } if (1..=3).contains(&number) => {
                Self::Decade { month, nth: Nth::Number(number) }
            }
            Self::Week { month, .. } if (1..=5).contains(&number) => {
                Self::Week { month, nth: Nth::Number(number) }
            }
            Self::Weekday { month, weekday, .. } => {
                Self::Weekday { month, nth: Nth::Number(number), weekday }
            }
            Self::Quarter(_) if (1..=4).contains(&number) => Self::Quarter(number),
            Self::HalfYear(_) => Self::HalfYear(Half::from_number(number)?),
            Self::Semester(_) => Self::Semester(Half::from_number(number)?),
            _ => return None,
        })
    }

    /// The month that the shape starts in, which orders shapes within a calendar year; none for years.
    pub(super) const fn first_month(self) -> Option<u32> {
        match self {
            Self::Day { month, .. }
            | Self::Month(month)
            | Self::Decade { month, .. }
            | Self::Week { month, .. }
            | Self::HalfMonth { month, .. }
            | Self::Weekday { month, .. } => Some(month),
            Self::Quarter(number) => Some(number * 3 - 2),
            Self::Season(season) => Some(if season == 1 { 12 } else { season * 3 - 3 }),
            _ => None,
        }
    }

    /// The shape's days, its year as written or by the academic year; `None` where there are none (30 февраля) or no
    /// one reading (зима 2023).
    pub(super) fn in_year(self, written: Option<YearWritten>, academic: AcademicYear) -> Option<Period> {
        let owner = match written {
            Some(YearWritten::Academic(Some(first))) => academic.starting_in(first)?,
            _ => academic,
        };
        match self {
            Self::AcademicYear => return Some(owner.period()),
            Self::Semester(half) if !matches!(written, Some(YearWritten::Calendar(_))) => {
                return Some(owner.half(half));
            }
            Self::Semester(_) => return None,
            Self::HalfYear(half) if !matches!(written, Some(YearWritten::Calendar(_))) => {
                return Some(owner.half(half));
            }
            Self::Season(1) if matches!(written, Some(YearWritten::Calendar(_))) => return None,
            _ => {}
        }
        let year = match (written, self.first_month()) {
            (Some(YearWritten::Calendar(year)), _) => year,
            // III квартал ends in September, which opens the academic year.
            (_, Some(month)) if matches!(self, Self::Quarter(_)) => owner.year_of_month(month + 2),
            (_, Some(month)) => owner.year_of_month(month),
            // «до конца года»: the calendar year that ends within the academic one.
            (_, None) => owner.first_year(),
        };
        self.in_calendar_year(year)
    }

    /// The shape's days in a calendar year; none for an academic year's own shapes, or where there is no such day.
    pub fn in_calendar_year(self, year: i32) -> Option<Period> {
        match self {
            Self::Day { month, day } => NaiveDate::from_ymd_opt(year, month, day).map(Period::day),
            Self::Month(month) => Some(Month::new(year, month)?.period()),
            Self::Decade { month, nth } => {
                let nth = if let Nth::Number(nth) = nth { nth } else { 3 };
                if !(1..=3).contains(&nth) {
                    return None;
                }
                part(year, month, nth * 10 - 9, if nth == 3 { 31 } else { nth * 10 })
            }
            Self::Week { month, nth: Nth::Number(nth) } => {
                if !(1..=5).contains(&nth) {
                    return None;
                }
                part(year, month, nth * 7 - 6, nth * 7)
            }
            Self::Week { month, nth: Nth::Last } => {
                let end = Month::new(year, month)?.period().end();
                Period::new(end - TimeDelta::days(6), end)
            }
            Self::HalfMonth { month, half: Half::First } => part(year, month, 1, 15),
            Self::HalfMonth { month, half: Half::Second } => part(year, month, 16, 31),
            Self::Weekday { month, nth: Nth::Number(nth), weekday } => {
                nth_weekday(Month::new(year, month)?, weekday, u8::try_from(nth).ok()?).map(Period::day)
            }
            Self::Weekday { month, nth: Nth::Last, weekday } => {
                Some(Period::day(last_weekday(Month::new(year, month)?, weekday)))
            }
            Self::Quarter(number) => Some(Quarter::new(year, number)?.period()),
            Self::HalfYear(half) => Some(HalfYear::new(year, half)?.period()),
            Self::Season(season) => {
                let (first, last) = if season == 1 { (12, 2) } else { (season * 3 - 3, season * 3 - 1) };
                let end = Month::new(if last < first { year + 1 } else { year }, last)?;
                Period::new(Month::new(year, first)?.period().start(), end.period().end())
            }
            Self::Year => {
                let (first, last) = (Month::new(year, 1)?, Month::new(year, 12)?);
                Period::new(first.period().start(), last.period().end())
            }
            Self::Semester(_) | Self::AcademicYear => None,
        }
    }
}

/// Days of a month, no further than its end.
fn part(year: i32, month: u32, first: u32, last: u32) -> Option<Period> {
    let whole = Month::new(year, month)?.period();
    let start = NaiveDate::from_ymd_opt(year, month, first)?;
    let end = NaiveDate::from_ymd_opt(year, month, last).unwrap_or(whole.end());
    Period::new(start, end.min(whole.end()))
}
