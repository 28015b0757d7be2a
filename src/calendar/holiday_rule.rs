//! Rules by which professional holidays fall: «третье воскресенье июля».

use std::str::FromStr;

use chrono::{Datelike, NaiveDate, Weekday};

use super::Month;

/// When a professional holiday falls. It only helps to suggest: the day that a college keeps is data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HolidayRule {
    /// `fixed:12-22`: the same day each year; 29 February only in leap years.
    Fixed {
        /// 1 to 12.
        month: u32,
        /// A day that the month has in some year.
        day: u32,
    },
    /// `nth:sun,3,jul`: the third Sunday of July.
    Nth {
        /// The day of the week.
        weekday: Weekday,
        /// 1 to 4: the numbers that every month has.
        nth: u8,
        /// 1 to 12.
        month: u32,
    },
    /// `last:sun,sep`: the last Sunday of September.
    Last {
        /// The day of the week.
        weekday: Weekday,
        /// 1 to 12.
        month: u32,
    },
}

/// Why a text is no rule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a holiday rule: {text}")]
pub struct HolidayRuleError {
    /// The text as it was given.
    pub text: String,
}

impl HolidayRule {
    /// The holiday's day in a year 1 to 9999.
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed { month, day } => Month::new(year, month)?.period().start().with_day(day),
            Self::Nth { weekday, nth, month } => nth_weekday(Month::new(year, month)?, weekday, nth),
            Self::Last { weekday, month } => Some(last_weekday(Month::new(year, month)?, weekday)),
        }
    }
}

/// The n-th such weekday of the month, from 1; `None` where the month has no fifth.
pub fn nth_weekday(month: Month, weekday: Weekday, nth: u8) -> Option<NaiveDate> {
    NaiveDate::from_weekday_of_month_opt(month.year(), month.number(), weekday, nth)
}

/// The last such weekday of the month.
pub fn last_weekday(month: Month, weekday: Weekday) -> NaiveDate {
    let end = month.period().end();
    end - chrono::TimeDelta::days(i64::from(end.weekday().days_since(weekday)))
}

impl FromStr for HolidayRule {
    type Err = HolidayRuleError;

    fn from_str(text: &str) -> Result<Self, HolidayRuleError> {
        rule(text.trim()).ok_or_else(|| HolidayRuleError { text: text.to_owned() })
    }
}

fn rule(text: &str) -> Option<HolidayRule> {
    let (form, rest) = text.split_once(':')?;
    let parts: Vec<&str> = rest.split(',').map(str::trim).collect();
    match (form.trim(), parts.as_slice()) {
        ("fixed", [day]) => {
            let (month, day) = day.split_once('-')?;
            let (month, day) = (month.parse().ok()?, day.parse().ok()?);
            // 2024 is a leap year: 29 February is a day that exists in some years.
            NaiveDate::from_ymd_opt(2024, month, day)?;
            Some(HolidayRule::Fixed { month, day })
        }
        ("nth", [weekday, nth, month]) => {
            let nth = nth.parse().ok().filter(|nth| (1..=4).contains(nth))?;
            Some(HolidayRule::Nth { weekday: weekday.parse().ok()?, nth, month: month_number(month)? })
        }
        ("last", [weekday, month]) => {
            Some(HolidayRule::Last { weekday: weekday.parse().ok()?, month: month_number(month)? })
        }
        _ => None,
    }
}

fn month_number(name: &str) -> Option<u32> {
    name.parse::<chrono::Month>().ok().map(|month| month.number_from_month())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn falls(rule: &str, year: i32) -> Option<String> {
        rule.parse::<HolidayRule>().unwrap().in_year(year).map(|day| day.to_string())
    }

    #[test]
    fn professional_holidays_fall_by_their_rules() {
        // День энергетика, металлурга, машиностроителя, нефтяника, сварщика: days of published calendars.
        let table = [
            ("fixed:12-22", 2022, "2022-12-22"),
            ("nth:sun,3,jul", 2023, "2023-07-16"),
            ("nth:sun,3,jul", 2024, "2024-07-21"),
            ("last:sun,sep", 2023, "2023-09-24"),
            ("last:sun,sep", 2026, "2026-09-27"),
            ("nth:sun,1,sep", 2026, "2026-09-06"),
            ("last:fri,may", 2026, "2026-05-29"),
        ];
        for (rule, year, expected) in table {
            assert_eq!(falls(rule, year).as_deref(), Some(expected), "{rule} {year}");
        }
        assert_eq!(falls("fixed:02-29", 2023), None);
    }

    #[test]
    fn what_is_no_rule_says_so() {
        for text in [
            "",
            "fixed",
            "fixed:13-01",
            "fixed:02-30",
            "nth:sun,0,jul",
            "nth:sun,5,jul",
            "last:вс,sep",
            "last:sun",
        ] {
            assert_eq!(text.parse::<HolidayRule>(), Err(HolidayRuleError { text: text.to_owned() }));
        }
    }
}
