//! The production calendar: which days are worked.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Deserialize;

use super::{Period, Transfers};

/// How many days of a week are worked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Week {
    /// Monday to Friday.
    #[default]
    Five,
    /// Monday to Saturday, as many colleges work.
    Six,
}

/// Which days are worked: Russia's holidays and transfers of 2022 to 2027, and what `calendar.toml` adds.
///
/// In other years the weekends and the holidays of article 112 of the Labour Code are off, and nothing is moved.
#[derive(Clone, Debug, Default)]
pub struct ProductionCalendar {
    week: Week,
    transfers: Transfers,
}

#[derive(Default, Deserialize)]
struct Table {
    statutory: Vec<String>,
    #[serde(flatten)]
    years: BTreeMap<String, Year>,
}

#[derive(Deserialize)]
struct Year {
    moved: Vec<(String, String)>,
}

/// The days off moved from one day to another, and the holidays of article 112, as month and day.
#[derive(Default)]
struct Holidays {
    statutory: Vec<(u32, u32)>,
    moved_to: BTreeMap<NaiveDate, NaiveDate>,
    moved_from: BTreeMap<NaiveDate, NaiveDate>,
}

static HOLIDAYS: LazyLock<Holidays> = LazyLock::new(|| {
    let table: Table = toml::from_str(include_str!("data/production.toml")).unwrap_or_default();
    let day = |year: &str, day: &str| format!("{year}-{day}").parse::<NaiveDate>().ok();
    let mut holidays = Holidays {
        // Any leap year: only month and day are taken.
        statutory: table
            .statutory
            .iter()
            .filter_map(|text| day("2024", text))
            .map(|day| (day.month(), day.day()))
            .collect(),
        ..Holidays::default()
    };
    for (year, moves) in &table.years {
        for (from, to) in moves.moved.iter().filter_map(|(from, to)| day(year, from).zip(day(year, to))) {
            holidays.moved_to.insert(to, from);
            holidays.moved_from.insert(from, to);
        }
    }
    holidays
});

impl ProductionCalendar {
    /// The calendar of a week of five or six days, with a college's own days.
    pub const fn new(week: Week, transfers: Transfers) -> Self {
        Self { week, transfers }
    }

    /// Whether the day is worked.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        if let Some(works) = self.transfers.working.get(&day) {
            return *works;
        }
        if HOLIDAYS.statutory.contains(&(day.month(), day.day())) {
            return false;
        }
        if self.is_weekend(day) {
            return HOLIDAYS.moved_from.contains_key(&day);
        }
        // A day off moved from a Saturday means nothing where Saturdays are worked.
        HOLIDAYS.moved_to.get(&day).is_none_or(|from| !self.is_weekend(*from))
    }

    fn is_weekend(&self, day: NaiveDate) -> bool {
        match day.weekday() {
            Weekday::Sun => true,
            Weekday::Sat => self.week == Week::Five,
            _ => false,
        }
    }

    /// The day itself where it is worked, else the next that is.
    pub fn next_working(&self, day: NaiveDate) -> NaiveDate {
        day.iter_days().find(|day| self.is_working(*day)).unwrap_or(day)
    }

    /// The day itself where it is worked, else the last before it that is.
    pub fn previous_working(&self, day: NaiveDate) -> NaiveDate {
        before(day).find(|day| self.is_working(*day)).unwrap_or(day)
    }

    /// The n-th working day after the day (before it, where `days` is negative); the day itself for 0.
    ///
    /// So «не позднее 1 рабочего дня после события» is `add_working(event, 1)`.
    pub fn add_working(&self, day: NaiveDate, days: i32) -> NaiveDate {
        let nth = usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX);
        let Some(skipped) = nth.checked_sub(1) else { return day };
        let found = if days > 0 {
            day.iter_days().skip(1).filter(|day| self.is_working(*day)).nth(skipped)
        } else {
            before(day).skip(1).filter(|day| self.is_working(*day)).nth(skipped)
        };
        found.unwrap_or(day)
    }

    /// How many working days come after `from` up to and with `to`; negative where `to` comes first.
    ///
    /// The inverse of [`Self::add_working`]: a paper due on Friday and made on Monday is 1 working day late.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        let span = Period::spanning(from, to);
        let days = span.days().skip(1).filter(|day| self.is_working(*day)).count();
        let days = i64::try_from(days).unwrap_or(i64::MAX);
        if from <= to { days } else { -days }
    }

    /// The working days of a period.
    pub fn working_days(&self, period: Period) -> usize {
        period.days().filter(|day| self.is_working(*day)).count()
    }

    /// The last working day of a period, if it has one.
    pub fn last_working_of(&self, period: Period) -> Option<NaiveDate> {
        let day = self.previous_working(period.end());
        period.contains(day).then_some(day).filter(|day| self.is_working(*day))
    }
}

/// The day and those before it, back in time.
fn before(day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(day), NaiveDate::pred_opt)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn year(year: i32) -> Period {
        Period::new(
            NaiveDate::from_ymd_opt(year, 1, 1).unwrap(),
            NaiveDate::from_ymd_opt(year, 12, 31).unwrap(),
        )
        .unwrap()
    }

    #[test]
    fn the_years_have_the_working_days_that_are_published() {
        let calendar = ProductionCalendar::default();
        let counts: Vec<usize> = (2022..=2027).map(|number| calendar.working_days(year(number))).collect();
        assert_eq!(counts, [247, 247, 248, 247, 247, 247]);
    }

    #[test]
    fn every_day_agrees_with_the_checked_table() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let file = ["../shared/domain", "../../shared/domain"]
            .iter()
            .map(|folder| root.join(folder).join("production_calendar.json"))
            .find(|file| file.exists());
        let Some(file) = file else {
            println!("skipped: no shared/domain/production_calendar.json beside the repository");
            return;
        };
        let table: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let calendar = ProductionCalendar::default();
        for number in 2022..=2027 {
            let lists = &table[number.to_string()];
            let listed = |list: &str, day: NaiveDate| {
                lists[list].as_array().unwrap().iter().any(|value| value == &day.to_string())
            };
            for day in year(number).days() {
                let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
                let working = listed("working_weekends", day) || !(weekend || listed("holidays", day));
                assert_eq!(calendar.is_working(day), working, "{day}");
            }
        }
    }

    #[test]
    fn a_six_day_week_works_on_saturdays_and_keeps_what_sundays_moved() {
        let calendar = ProductionCalendar::new(Week::Six, Transfers::default());
        assert!(calendar.is_working(day("2023-03-18")));
        assert!(!calendar.is_working(day("2023-02-24")), "moved from Sunday 1 January");
        assert!(calendar.is_working(day("2023-11-06")), "moved from Saturday 4 November");
        assert!(!calendar.is_working(day("2023-11-04")));
    }

    #[test]
    fn other_years_have_weekends_and_statutory_holidays() {
        let calendar = ProductionCalendar::default();
        assert!(!calendar.is_working(day("2030-01-07")));
        assert!(!calendar.is_working(day("2030-06-12")));
        assert!(calendar.is_working(day("2030-01-09")));
        assert!(!calendar.is_working(day("2030-01-12")));
    }

    #[test]
    fn a_college_sets_days_of_its_own() {
        let transfers =
            Transfers::read("days-off = [\"2023-03-15\"]\nworking-days = [\"2023-03-18\"]").unwrap();
        let calendar = ProductionCalendar::new(Week::Five, transfers);
        assert!(!calendar.is_working(day("2023-03-15")));
        assert!(calendar.is_working(day("2023-03-18")));
    }

    #[test]
    fn the_next_and_the_previous_working_day_skip_holidays() {
        let calendar = ProductionCalendar::default();
        assert_eq!(calendar.next_working(day("2022-12-31")), day("2023-01-09"));
        assert_eq!(calendar.previous_working(day("2023-01-08")), day("2022-12-30"));
        assert_eq!(calendar.next_working(day("2023-01-09")), day("2023-01-09"));
        assert_eq!(calendar.previous_working(day("2023-01-09")), day("2023-01-09"));
    }

    #[test]
    fn working_days_are_added_and_counted_alike() {
        let calendar = ProductionCalendar::default();
        assert_eq!(calendar.add_working(day("2022-12-29"), 1), day("2022-12-30"));
        assert_eq!(calendar.add_working(day("2022-12-30"), 1), day("2023-01-09"));
        assert_eq!(calendar.add_working(day("2023-01-09"), -1), day("2022-12-30"));
        assert_eq!(calendar.add_working(day("2023-01-01"), 0), day("2023-01-01"));
        assert_eq!(calendar.working_days_between(day("2022-12-30"), day("2023-01-10")), 2);
        assert_eq!(calendar.working_days_between(day("2023-01-10"), day("2022-12-30")), -2);
        assert_eq!(calendar.working_days_between(day("2023-01-10"), day("2023-01-10")), 0);
    }

    #[test]
    fn a_month_that_ends_on_a_weekend_is_due_before_it() {
        let calendar = ProductionCalendar::default();
        let december = crate::calendar::Month::new(2022, 12).unwrap().period();
        assert_eq!(calendar.last_working_of(december), Some(day("2022-12-30")));
        let holidays = Period::new(day("2023-01-01"), day("2023-01-08")).unwrap();
        assert_eq!(calendar.last_working_of(holidays), None);
    }
}
