//! A period: from one day to another, both included.

use chrono::NaiveDate;

use super::AcademicYear;
use super::phrase;

/// Days from `start` to `end`, both included; `start` is never after `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    start: NaiveDate,
    end: NaiveDate,
}

impl Period {
    /// The days from `start` to `end`, both included; `None` where `end` comes before `start`.
    pub fn new(start: NaiveDate, end: NaiveDate) -> Option<Self> {
        (start <= end).then_some(Self { start, end })
    }

    /// One day.
    pub const fn day(day: NaiveDate) -> Self {
        Self { start: day, end: day }
    }

    /// The shortest period that holds both days, whichever comes first.
    pub fn spanning(one: NaiveDate, other: NaiveDate) -> Self {
        Self { start: one.min(other), end: one.max(other) }
    }

    /// The first day.
    pub const fn start(self) -> NaiveDate {
        self.start
    }

    /// The last day.
    pub const fn end(self) -> NaiveDate {
        self.end
    }

    /// Whether the day is in the period.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.start <= day && day <= self.end
    }

    /// Whether the periods share a day.
    pub fn touches(self, other: Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// The days that both periods hold.
    pub fn intersection(self, other: Self) -> Option<Self> {
        Self::new(self.start.max(other.start), self.end.min(other.end))
    }

    /// Every day, from the first to the last.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.start.iter_days().take_while(move |day| *day <= self.end)
    }
}

/// Why a text is no period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// Nothing was written.
    #[error("empty period")]
    Empty,
    /// The text names no period that is known.
    #[error("not a period: {text}")]
    Unknown {
        /// The text as it was given.
        text: String,
    },
    /// The period's end comes before its start.
    #[error("the period ends before it starts: {text}")]
    Backwards {
        /// The text as it was given.
        text: String,
    },
}

/// Reads a period as a person types it after `--for`.
///
/// `2023-03`, `март 2023`, `2023-Q1`, `I квартал 2023`, `1 кв. 2023 г.`, `II полугодие 2023`, `2022/2023`, `2023`,
/// `2023-03-15`, `15.03.2023`, and two of these with `..`, a dash or «с … по …» between them. Case, no-break spaces and letters
/// that look alike in the two alphabets do not matter. What has no year of its own falls in `year`.
pub fn parse(text: &str, year: AcademicYear) -> Result<Period, PeriodError> {
    if text.trim().is_empty() {
        return Err(PeriodError::Empty);
    }
    let unknown = || PeriodError::Unknown { text: text.to_owned() };
    if let Some((start, end)) = text.split_once("..") {
        let (start, end) = (whole(start, year), whole(end, year));
        let (start, end) = start.zip(end).ok_or_else(unknown)?;
        return Period::new(start.start, end.end)
            .ok_or_else(|| PeriodError::Backwards { text: text.to_owned() });
    }
    whole(text, year).ok_or_else(unknown)
}

/// The period that the whole text names.
fn whole(text: &str, year: AcademicYear) -> Option<Period> {
    let tokens = phrase::tokens(text);
    let (named, rest) = phrase::named_period(phrase::Cursor::new(&tokens))?;
    if !rest.is_end() {
        return None;
    }
    Some(named.resolve(year)?.period)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, PeriodError> {
        parse(text, AcademicYear::starting(2022).unwrap())
            .map(|period| format!("{}..{}", period.start, period.end))
    }

    #[test]
    fn periods_are_read_as_people_type_them() {
        let table = [
            ("2023-03", "2023-03-01..2023-03-31"),
            ("март 2023", "2023-03-01..2023-03-31"),
            ("МАРТ\u{a0}2023 г.", "2023-03-01..2023-03-31"),
            ("март", "2023-03-01..2023-03-31"),
            ("03.2023", "2023-03-01..2023-03-31"),
            ("2023-Q1", "2023-01-01..2023-03-31"),
            ("2023-q4", "2023-10-01..2023-12-31"),
            ("I квартал 2023", "2023-01-01..2023-03-31"),
            ("ІI квартал 2023 года", "2023-04-01..2023-06-30"),
            ("П квартал 2023", "2023-04-01..2023-06-30"),
            ("1 кв. 2023 г.", "2023-01-01..2023-03-31"),
            ("IV квартал", "2022-10-01..2022-12-31"),
            ("II полугодие 2023", "2023-07-01..2023-12-31"),
            ("II полугодие", "2023-01-01..2023-06-30"),
            ("2022/2023", "2022-09-01..2023-08-31"),
            ("2022/23 учебный год", "2022-09-01..2023-08-31"),
            ("2023", "2023-01-01..2023-12-31"),
            ("2023-03-15", "2023-03-15..2023-03-15"),
            ("15.03.2023", "2023-03-15..2023-03-15"),
            ("15 марта 2023 года", "2023-03-15..2023-03-15"),
            ("2023-03-01..2023-05-31", "2023-03-01..2023-05-31"),
            ("март 2023..май 2023", "2023-03-01..2023-05-31"),
            ("март – май 2023", "2023-03-01..2023-05-31"),
            ("с 1 по 15 марта 2023 г.", "2023-03-01..2023-03-15"),
        ];
        for (text, expected) in table {
            assert_eq!(read(text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_period_says_why() {
        assert_eq!(read(" "), Err(PeriodError::Empty));
        for text in [
            "скоро",
            "2023-13",
            "31.02.2023",
            "5 квартал 2023",
            "март 2023 и ещё",
            "2023-03-01..",
            "III полугодие",
        ] {
            assert_eq!(read(text), Err(PeriodError::Unknown { text: text.to_owned() }), "{text}");
        }
        let text = "2023-05-31..2023-03-01";
        assert_eq!(read(text), Err(PeriodError::Backwards { text: text.to_owned() }));
    }
}
