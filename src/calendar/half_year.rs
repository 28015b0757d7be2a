//! A half (полугодие) of a calendar year.

use chrono::{Datelike, NaiveDate};

use super::{Period, YEARS, day_of_checked};

/// Which half of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Half {
    /// I полугодие.
    First,
    /// II полугодие.
    Second,
}

impl Half {
    /// The half of the number 1 or 2.
    pub const fn from_number(number: u32) -> Option<Self> {
        match number {
            1 => Some(Self::First),
            2 => Some(Self::Second),
            _ => None,
        }
    }
}

/// A half of a calendar year; an academic year has its own, [`super::AcademicYear::half`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HalfYear {
    year: i32,
    half: Half,
}

impl HalfYear {
    /// A half of a year 1 to 9999; `None` for others.
    pub fn new(year: i32, half: Half) -> Option<Self> {
        YEARS.contains(&year).then_some(Self { year, half })
    }

    /// The half that holds the day.
    pub fn containing(day: NaiveDate) -> Self {
        Self { year: day.year(), half: if day.month() <= 6 { Half::First } else { Half::Second } }
    }

    /// Its year.
    pub const fn year(self) -> i32 {
        self.year
    }

    /// Which of the two.
    pub const fn half(self) -> Half {
        self.half
    }

    /// January to June, or July to December.
    pub fn period(self) -> Period {
        let (first, last, day) = match self.half {
            Half::First => (1, 6, 30),
            Half::Second => (7, 12, 31),
        };
        Period::spanning(day_of_checked(self.year, first, 1), day_of_checked(self.year, last, day))
    }

    /// The half after it.
    #[must_use]
    pub const fn next(self) -> Self {
        match self.half {
            Half::First => Self { year: self.year, half: Half::Second },
            Half::Second => Self { year: self.year + 1, half: Half::First },
        }
    }

    /// The half before it.
    #[must_use]
    pub const fn previous(self) -> Self {
        match self.half {
            Half::First => Self { year: self.year - 1, half: Half::Second },
            Half::Second => Self { year: self.year, half: Half::First },
        }
    }

    /// The halves whose end lies in the period, in order.
    pub fn ending_in(period: Period) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(Self::containing(period.start())), |half| Some(half.next()))
            .take_while(move |half| half.period().end() <= period.end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_is_six_months() {
        let second = HalfYear::new(2023, Half::Second).unwrap();
        let days = second.period();
        assert_eq!(
            (days.start().to_string(), days.end().to_string()),
            ("2023-07-01".into(), "2023-12-31".into())
        );
        assert_eq!(HalfYear::containing(days.start()), second);
        assert_eq!(second.next(), HalfYear::new(2024, Half::First).unwrap());
        assert_eq!(second.next().previous(), second);
        assert_eq!(HalfYear::new(10_000, Half::First), None);
        assert_eq!(Half::from_number(3), None);
    }

    #[test]
    fn an_academic_year_sees_two_halves_end() {
        let year = crate::calendar::AcademicYear::starting(2022).unwrap();
        let ends: Vec<String> =
            HalfYear::ending_in(year.period()).map(|half| half.period().end().to_string()).collect();
        assert_eq!(ends, ["2022-12-31", "2023-06-30"]);
    }
}
