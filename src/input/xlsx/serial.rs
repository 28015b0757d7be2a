//! Day counts of spreadsheets as dates and times.

use super::super::grid::Raw;
use chrono::{Days, NaiveDate, NaiveTime};

/// The last serial of the year 9999.
const LAST: f64 = 2_958_466.0;

/// The moment that a day count names: before 1 a time of day, whole a date, else both.
///
/// A count from 1900 has a 29 February 1900 that never was (60), after which it runs a day ahead (ECMA-376, part 1, 18.17.4.1).
pub fn from_serial(serial: f64, is_1904: bool) -> Raw {
    if !(0.0..LAST).contains(&serial) {
        return Raw::NoDate(serial);
    }
    // Rounded to a second: fractions of a day are binary.
    let seconds = (serial * 86_400.0).round() as u64;
    let (days, rest) = (seconds / 86_400, (seconds % 86_400) as u32);
    let time = NaiveTime::from_num_seconds_from_midnight_opt(rest, 0).unwrap_or_default();
    let first = match (is_1904, days) {
        (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1),
        (false, 0) if rest == 0 => return Raw::NoDate(serial),
        (false, 1..=59) => NaiveDate::from_ymd_opt(1899, 12, 31),
        (false, 60) => return Raw::NoDate(serial),
        (false, _) => NaiveDate::from_ymd_opt(1899, 12, 30),
    };
    if days == 0 && rest > 0 {
        return Raw::Time(time);
    }
    let Some(date) = first.and_then(|first| first.checked_add_days(Days::new(days))) else {
        return Raw::NoDate(serial);
    };
    if rest == 0 { Raw::Date(date) } else { Raw::DateTime(date.and_time(time)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_counts_are_dates_of_both_bases() {
        let date = |y, m, d| Raw::Date(NaiveDate::from_ymd_opt(y, m, d).unwrap());
        assert_eq!(from_serial(1.0, false), date(1900, 1, 1));
        assert_eq!(from_serial(59.0, false), date(1900, 2, 28));
        assert_eq!(from_serial(60.0, false), Raw::NoDate(60.0));
        assert_eq!(from_serial(61.0, false), date(1900, 3, 1));
        assert_eq!(from_serial(44_562.0, false), date(2022, 1, 1));
        assert_eq!(from_serial(43_100.0, true), date(2022, 1, 1));
        assert_eq!(from_serial(0.625, false), Raw::Time(NaiveTime::from_hms_opt(15, 0, 0).unwrap()));
        assert_eq!(
            from_serial(44_562.5, false),
            Raw::DateTime(NaiveDate::from_ymd_opt(2022, 1, 1).unwrap().and_hms_opt(12, 0, 0).unwrap())
        );
        for none in [-1.0, 0.0, 1e15, f64::NAN, f64::INFINITY] {
            assert!(matches!(from_serial(none, false), Raw::NoDate(_)), "{none}");
        }
    }
}
