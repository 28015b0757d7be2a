//! Days off and working days that a decree or the college itself has set: `calendar.toml`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::Period;

/// Days that are off or worked whatever the table says.
///
/// The file has two lists, both optional; a day is `2027-05-04` or `04.05.2027`, a run of days `2027-05-04..2027-05-10`:
///
/// ```toml
/// days-off = ["2027-05-04", "2027-12-29..2027-12-31"]
/// working-days = ["2027-02-20"]
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transfers {
    pub(super) working: BTreeMap<NaiveDate, bool>,
}

/// Why a `calendar.toml` was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// It is not TOML, or has other keys than the two lists.
    #[error("{message}")]
    Syntax {
        /// The TOML reader's own words, with the line.
        message: String,
    },
    /// A text in a list is neither a day nor a run of days.
    #[error("not a day: {text}")]
    NotADay {
        /// The text as it stands in the file.
        text: String,
    },
    /// A day is in both lists.
    #[error("both off and working: {day}")]
    Both {
        /// The day.
        day: NaiveDate,
    },
}

/// A run of more days than this is a slip of the pen, not a holiday.
const LONGEST_RUN: usize = 366;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct File {
    #[serde(default)]
    days_off: Vec<toml::Value>,
    #[serde(default)]
    working_days: Vec<toml::Value>,
}

impl Transfers {
    /// Reads the text of a `calendar.toml`.
    pub fn read(text: &str) -> Result<Self, CalendarError> {
        let file: File =
            toml::from_str(text).map_err(|error| CalendarError::Syntax { message: error.to_string() })?;
        let mut working = BTreeMap::new();
        for (list, works) in [(&file.days_off, false), (&file.working_days, true)] {
            for value in list {
                for day in days(value)? {
                    if working.insert(day, works) == Some(!works) {
                        return Err(CalendarError::Both { day });
                    }
                }
            }
        }
        Ok(Self { working })
    }
}

fn days(value: &toml::Value) -> Result<Vec<NaiveDate>, CalendarError> {
    // TOML has days of its own, without quotes.
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let run = match text.split_once("..") {
        Some((first, last)) => day(first).zip(day(last)).and_then(|(first, last)| Period::new(first, last)),
        None => day(&text).map(Period::day),
    };
    let listed: Option<Vec<NaiveDate>> = run.map(|run| run.days().take(LONGEST_RUN + 1).collect());
    listed.filter(|days| days.len() <= LONGEST_RUN).ok_or(CalendarError::NotADay { text })
}

fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    ["%Y-%m-%d", "%d.%m.%Y"].iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_runs_are_read_in_both_notations() {
        let transfers = Transfers::read(
            "days-off = [2027-05-04, \"05.05.2027\", \"2027-12-30..2027-12-31\"]\nworking-days = [\"2027-02-20\"]",
        )
        .unwrap();
        let days: Vec<String> =
            transfers.working.iter().map(|(day, works)| format!("{day} {works}")).collect();
        assert_eq!(
            days,
            [
                "2027-02-20 true",
                "2027-05-04 false",
                "2027-05-05 false",
                "2027-12-30 false",
                "2027-12-31 false"
            ]
        );
        assert_eq!(Transfers::read("").unwrap(), Transfers::default());
    }

    #[test]
    fn mistakes_are_named() {
        let not_a_day = |text: &str| CalendarError::NotADay { text: text.to_owned() };
        assert_eq!(Transfers::read("days-off = [\"32.01.2027\"]"), Err(not_a_day("32.01.2027")));
        assert_eq!(
            Transfers::read("days-off = [\"2027-01-01..2037-01-01\"]"),
            Err(not_a_day("2027-01-01..2037-01-01"))
        );
        let day = "2027-05-04".parse().unwrap();
        assert_eq!(
            Transfers::read("days-off = [2027-05-04]\nworking-days = [2027-05-04]"),
            Err(CalendarError::Both { day })
        );
        assert!(matches!(Transfers::read("holidays = []"), Err(CalendarError::Syntax { .. })));
    }
}
