//! A calendar month of a year.

use chrono::{Datelike, Months, NaiveDate};

use super::{Period, YEARS, day_of_checked};

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    first: NaiveDate,
}

impl Month {
    /// The month 1 to 12 of a year 1 to 9999; `None` for others.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        YEARS
            .contains(&year)
            .then(|| NaiveDate::from_ymd_opt(year, month, 1))
            .flatten()
            .map(|first| Self { first })
    }

    /// The month that holds the day.
    pub fn containing(day: NaiveDate) -> Self {
        Self { first: day.with_day(1).unwrap_or(day) }
    }

    /// Its year.
    pub fn year(self) -> i32 {
        self.first.year()
    }

    /// Its number, 1 to 12.
    pub fn number(self) -> u32 {
        self.first.month()
    }

    /// From its first day to its last.
    pub fn period(self) -> Period {
        let next = day_of_checked(self.year(), self.number(), 28) + chrono::TimeDelta::days(4);
        Period::spanning(self.first, next - chrono::TimeDelta::days(i64::from(next.day())))
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self { first: self.first.checked_add_months(Months::new(1)).unwrap_or(self.first) }
    }

    /// The month before it.
    #[must_use]
    pub fn previous(self) -> Self {
        Self { first: self.first.checked_sub_months(Months::new(1)).unwrap_or(self.first) }
    }

    /// The months whose end lies in the period, in order.
    pub fn ending_in(period: Period) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(Self::containing(period.start())), |month| Some(month.next()))
            .take_while(move |month| month.period().end() <= period.end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_knows_its_last_day() {
        let ends = |year, month| Month::new(year, month).unwrap().period().end().day();
        assert_eq!((ends(2023, 2), ends(2024, 2), ends(2023, 12), ends(2023, 6)), (28, 29, 31, 30));
    }

    #[test]
    fn only_real_months_exist() {
        assert_eq!(Month::new(2023, 0), None);
        assert_eq!(Month::new(2023, 13), None);
        assert_eq!(Month::new(0, 1), None);
        assert_eq!(Month::new(10_000, 1), None);
    }

    #[test]
    fn months_follow_each_other_over_the_new_year() {
        let december = Month::new(2022, 12).unwrap();
        assert_eq!(december.next(), Month::new(2023, 1).unwrap());
        assert_eq!(december.next().previous(), december);
    }
}
