//! The academic year (учебный год) and its halves.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::{Half, Period, YEARS, day_of_checked};

/// The day and month on which academic years end: 31 August by the law, 30 June in many colleges' speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AcademicYearEnd {
    month: u32,
    day: u32,
}

impl Default for AcademicYearEnd {
    /// 31 August.
    fn default() -> Self {
        Self { month: 8, day: 31 }
    }
}

impl FromStr for AcademicYearEnd {
    type Err = ();

    /// `MM-DD`, from 31 May to 31 August.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (month, day) = text.trim().split_once('-').ok_or(())?;
        let (month, day) = (month.parse().map_err(|_| ())?, day.parse().map_err(|_| ())?);
        // A year that is none, to check the day against: one that is not a leap year.
        NaiveDate::from_ymd_opt(2023, month, day).ok_or(())?;
        if (month, day) < (5, 31) || month > 8 { Err(()) } else { Ok(Self { month, day }) }
    }
}

/// An academic year: from 1 September to the configured end in the next calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AcademicYear {
    first: i32,
    end: AcademicYearEnd,
}

impl AcademicYear {
    /// The academic year that starts in September of the year 1 to 9998, and ends on 31 August.
    pub fn starting(year: i32) -> Option<Self> {
        (YEARS.contains(&year) && year < *YEARS.end())
            .then(|| Self { first: year, end: AcademicYearEnd::default() })
    }

    /// The same year with another end.
    #[must_use]
    pub const fn with_end(self, end: AcademicYearEnd) -> Self {
        Self { first: self.first, end }
    }

    /// The academic year that starts in another calendar year, with the same kind of end.
    pub fn starting_in(self, year: i32) -> Option<Self> {
        Self::starting(year).map(|other| other.with_end(self.end))
    }

    /// The academic year, September to August, that holds the day.
    pub fn containing(day: NaiveDate) -> Self {
        let first = if day.month() >= 9 { day.year() } else { day.year() - 1 };
        Self { first: first.clamp(*YEARS.start(), *YEARS.end() - 1), end: AcademicYearEnd::default() }
    }

    /// The calendar year in which it starts.
    pub const fn first_year(self) -> i32 {
        self.first
    }

    /// The calendar year in which it ends.
    pub const fn last_year(self) -> i32 {
        self.first + 1
    }

    /// From 1 September to its end.
    pub fn period(self) -> Period {
        Period::spanning(
            day_of_checked(self.first, 9, 1),
            day_of_checked(self.last_year(), self.end.month, self.end.day),
        )
    }

    /// The calendar year into which a month without a year falls: September to December open the academic year.
    pub const fn year_of_month(self, month: u32) -> i32 {
        if month >= 9 { self.first } else { self.last_year() }
    }

    /// Its first half, September to December, or its second, January to June (or its end, where that is earlier).
    pub fn half(self, half: Half) -> Period {
        let last = self.last_year();
        match half {
            Half::First => {
                Period::spanning(day_of_checked(self.first, 9, 1), day_of_checked(self.first, 12, 31))
            }
            Half::Second => Period::spanning(
                day_of_checked(last, 1, 1),
                day_of_checked(last, 6, 30).min(self.period().end()),
            ),
        }
    }

    /// The year after it.
    #[must_use]
    pub const fn next(self) -> Self {
        Self { first: self.first + 1, end: self.end }
    }

    /// The year before it.
    #[must_use]
    pub const fn previous(self) -> Self {
        Self { first: self.first - 1, end: self.end }
    }

    /// The academic years whose end lies in the period, in order, with this one's kind of end.
    pub fn ending_in(self, period: Period) -> impl Iterator<Item = Self> {
        let start = Self::containing(period.start()).with_end(self.end);
        std::iter::successors(Some(start), |year| Some(year.next()))
            .skip_while(move |year| year.period().end() < period.start())
            .take_while(move |year| year.period().end() <= period.end())
    }
}

impl fmt::Display for AcademicYear {
    /// `2022/2023`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.first, self.last_year())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_academic_year_runs_from_september() {
        let year = AcademicYear::containing(day("2023-03-15"));
        assert_eq!(year.to_string(), "2022/2023");
        assert_eq!(year.period(), Period::new(day("2022-09-01"), day("2023-08-31")).unwrap());
        assert_eq!(AcademicYear::containing(day("2023-09-01")), year.next());
        assert_eq!((year.year_of_month(9), year.year_of_month(8)), (2022, 2023));
    }

    #[test]
    fn its_end_is_a_setting() {
        let year = AcademicYear::starting(2022).unwrap().with_end("06-30".parse().unwrap());
        assert_eq!(year.period().end(), day("2023-06-30"));
        for wrong in ["", "13-01", "02-30", "09-01", "01-15", "0630", "июнь"] {
            assert_eq!(wrong.parse::<AcademicYearEnd>(), Err(()), "{wrong}");
        }
    }

    #[test]
    fn its_second_half_is_january_to_june() {
        let year = AcademicYear::starting(2022).unwrap();
        assert_eq!(year.half(Half::First), Period::new(day("2022-09-01"), day("2022-12-31")).unwrap());
        assert_eq!(year.half(Half::Second), Period::new(day("2023-01-01"), day("2023-06-30")).unwrap());
    }
}
