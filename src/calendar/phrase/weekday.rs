//! A weekday written beside a date: «15 марта 2023 г., вторник», «вт 15.03.2023» – and whether the date has it.

use super::cursor::Cursor;
use super::point::{Point, point};
use super::shape::{Grain, Shape};
use super::token::tokens;
use super::word;
use crate::calendar::AcademicYear;
use chrono::{Datelike, NaiveDate, Weekday};

/// A date that does not fall on the weekday written beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongWeekday {
    /// The date as written.
    pub date: NaiveDate,
    /// The weekday as written.
    pub written: Weekday,
}

/// The first date of a text whose weekday, written beside it, is another one. A date without a year is of the academic year, and
/// is left alone where none is given.
pub fn wrong_weekday(text: &str, academic: Option<AcademicYear>) -> Option<WrongWeekday> {
    let tokens = tokens(text);
    let mut place = Cursor::new(&tokens);
    // Dates are looked for only where a weekday is written at all.
    let mut any = place;
    while weekday(any).is_none() {
        any = any.next()?.1;
    }
    let mut before: Option<Weekday> = None;
    while let Some((_, next)) = place.next() {
        if let Some((weekday, rest)) = weekday(place) {
            before = Some(weekday);
            place = rest;
            continue;
        }
        let Some((date, rest)) = day(place, academic) else {
            // «вторник, 15 марта»: only marks stand between a weekday and its date.
            before = before.filter(|_| place.mark(BETWEEN).is_some());
            place = next;
            continue;
        };
        let after = weekday(skip(rest)).map(|(weekday, _)| weekday);
        let wrong = |written: &Weekday| *written != date.weekday();
        if let Some(written) = before.or(after).filter(wrong) {
            return Some(WrongWeekday { date, written });
        }
        before = None;
        place = rest;
    }
    None
}

const BETWEEN: &[char] = &[',', '(', ')', '.', '-'];

fn skip(mut place: Cursor<'_>) -> Cursor<'_> {
    while let Some(rest) = place.mark(BETWEEN) {
        place = rest;
    }
    place
}

/// A whole date; the first of two that make a term («15–17 марта») is none.
fn day(place: Cursor<'_>, academic: Option<AcademicYear>) -> Option<(NaiveDate, Cursor<'_>)> {
    let (Point { shape, year, .. }, rest) = point(place)?;
    if shape.grain() != Grain::Day || matches!(shape, Shape::Weekday { .. }) {
        return None;
    }
    let academic = match year {
        Some(_) => academic.or_else(|| AcademicYear::starting(2000)),
        None => academic,
    };
    let period = shape.in_year(year, academic?)?;
    Some((period.start(), rest))
}

/// A weekday in any case, or shortened to two letters.
fn weekday(place: Cursor<'_>) -> Option<(Weekday, Cursor<'_>)> {
    const SHORT: [(&str, Weekday); 7] = [
        ("пн", Weekday::Mon),
        ("вт", Weekday::Tue),
        ("ср", Weekday::Wed),
        ("чт", Weekday::Thu),
        ("пт", Weekday::Fri),
        ("сб", Weekday::Sat),
        ("вс", Weekday::Sun),
    ];
    let (written, rest) = place.word()?;
    let short = || SHORT.iter().find(|(name, _)| *name == written).map(|(_, weekday)| *weekday);
    Some((word::weekday(written).or_else(short)?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> Option<(String, Weekday)> {
        let found = wrong_weekday(text, AcademicYear::starting(2022))?;
        Some((found.date.to_string(), found.written))
    }

    #[test]
    fn a_weekday_beside_a_date_has_to_be_its_own() {
        // 15 March 2023 was a Wednesday.
        for text in [
            "15 марта 2023 г., вторник",
            "15.03.2023 (вт)",
            "вторник, 15 марта",
            "во вторник 15 марта 2023 года в 14.00",
            "15.03.2023 г. (вторник)",
            "2023-03-15, вторник",
            "Совет соберётся в среду, 15 марта; повторно – 16 марта (среда)",
        ] {
            assert!(wrong(text).is_some(), "{text}");
        }
        assert_eq!(wrong("пт 16.03.2023"), Some(("2023-03-16".into(), Weekday::Fri)));
        for text in [
            "15 марта 2023 г., среда",
            "ср 15.03.2023",
            "каждый вторник с 15 марта 2023 г.",
            "второй вторник марта",
            "15 марта",
            "вторник",
            "15.03.2023, сразу после лекции",
            "с 15 марта по вторник",
        ] {
            assert_eq!(wrong(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_without_a_year_is_left_alone_where_no_year_is_known() {
        assert_eq!(wrong_weekday("15 марта (вторник)", None), None);
        assert!(wrong_weekday("15 марта 2023 (вторник)", None).is_some());
    }
}
