//! A calendar quarter (квартал) of a year.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::{Month, Period, YEARS, day_of_checked};

/// A quarter of a calendar year, I to IV.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Quarter {
    year: i32,
    number: u32,
}

impl Quarter {
    /// The quarter 1 to 4 of a year 1 to 9999; `None` for others.
    pub fn new(year: i32, number: u32) -> Option<Self> {
        (YEARS.contains(&year) && (1..=4).contains(&number)).then_some(Self { year, number })
    }

    /// The quarter that holds the day.
    pub fn containing(day: NaiveDate) -> Self {
        Self { year: day.year(), number: day.month0() / 3 + 1 }
    }

    /// Its year.
    pub const fn year(self) -> i32 {
        self.year
    }

    /// Its number, 1 to 4.
    pub const fn number(self) -> u32 {
        self.number
    }

    /// Its number as plans write it: `I` to `IV`.
    pub const fn roman(self) -> &'static str {
        match self.number {
            1 => "I",
            2 => "II",
            3 => "III",
            _ => "IV",
        }
    }

    /// From its first day to its last.
    pub fn period(self) -> Period {
        let last = Month::containing(day_of_checked(self.year, self.number * 3, 1)).period().end();
        Period::spanning(day_of_checked(self.year, self.number * 3 - 2, 1), last)
    }

    /// The quarter after it.
    #[must_use]
    pub const fn next(self) -> Self {
        match self.number {
            4 => Self { year: self.year + 1, number: 1 },
            number => Self { year: self.year, number: number + 1 },
        }
    }

    /// The quarter before it.
    #[must_use]
    pub const fn previous(self) -> Self {
        match self.number {
            1 => Self { year: self.year - 1, number: 4 },
            number => Self { year: self.year, number: number - 1 },
        }
    }

    /// The quarters whose end lies in the period, in order.
    ///
    /// A report is owed when its quarter ends, so an academic year 2022/2023 has III and IV of 2022, I and II of 2023;
    /// III of 2023, which it only touches, belongs to the next one.
    pub fn ending_in(period: Period) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(Self::containing(period.start())), |quarter| Some(quarter.next()))
            .take_while(move |quarter| quarter.period().end() <= period.end())
    }
}

impl fmt::Display for Quarter {
    /// `2023-Q1`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-Q{}", self.year, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::AcademicYear;

    #[test]
    fn an_academic_year_has_four_quarters_that_end_in_it() {
        let year = AcademicYear::starting(2022).unwrap();
        let quarters: Vec<String> =
            Quarter::ending_in(year.period()).map(|quarter| quarter.to_string()).collect();
        assert_eq!(quarters, ["2022-Q3", "2022-Q4", "2023-Q1", "2023-Q2"]);
        let short = year.with_end("06-30".parse().unwrap());
        assert_eq!(Quarter::ending_in(short.period()).count(), 4);
    }

    #[test]
    fn a_quarter_is_three_whole_months() {
        let period = Quarter::new(2023, 2).unwrap().period();
        assert_eq!(
            (period.start().to_string(), period.end().to_string()),
            ("2023-04-01".into(), "2023-06-30".into())
        );
        assert_eq!(Quarter::containing(period.end()).roman(), "II");
        assert_eq!(Quarter::new(2023, 5), None);
        assert_eq!(Quarter::new(2023, 0), None);
    }

    #[test]
    fn quarters_follow_each_other_over_the_new_year() {
        let last = Quarter::new(2022, 4).unwrap();
        assert_eq!(last.next(), Quarter::new(2023, 1).unwrap());
        assert_eq!(last.next().previous(), last);
    }
}
