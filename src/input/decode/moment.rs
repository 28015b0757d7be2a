//! Dates and times that are written as text.

use crate::calendar::phrase::word::weekday;
use crate::input::fold::fold;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// The months by the stems that all their forms and shortenings share.
const MONTHS: [&str; 12] =
    ["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];

/// What a text says of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// A date.
    Date(NaiveDate),
    /// A date with a time.
    DateTime(NaiveDateTime),
    /// A date that no calendar has: 31.02.2024.
    Impossible,
    /// No single date: a month, a phrase.
    Other,
}

/// Reads a date: `12.09.2022`, `12.09.22`, `12/09/2022`, `2022-09-12`, `12 сентября 2022 г.`, with a weekday or a time beside it.
pub fn date(text: &str) -> Written {
    let text = text.to_lowercase();
    let text = text.split_once('(').map_or(text.as_str(), |(before, _)| before);
    let (day_text, time_text) = split_time(text);
    let found = numeric(day_text).or_else(|| worded(day_text));
    let Some((day, month, year)) = found else { return Written::Other };
    let Some(date) = NaiveDate::from_ymd_opt(year, month, day) else { return Written::Impossible };
    match time_text.and_then(time) {
        Some(time) if time != NaiveTime::MIN => Written::DateTime(date.and_time(time)),
        None if time_text.is_some() => Written::Other,
        _ => Written::Date(date),
    }
}

fn split_time(text: &str) -> (&str, Option<&str>) {
    let text = text.trim();
    if let Some((date, time)) = text.split_once(" в ") {
        return (date, Some(time));
    }
    match text.rsplit_once(['t', ' ']) {
        Some((date, time)) if time.contains(':') => (date, Some(time)),
        _ => (text, None),
    }
}

fn numeric(text: &str) -> Option<(u32, u32, i32)> {
    let text = text.trim_end_matches(|c: char| c.is_alphabetic() || matches!(c, '.' | ',' | ' '));
    // A weekday in front goes; inner spaces («12. 09. 2022») are slips.
    let text = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let separator =
        ['.', '/', '-', ','].into_iter().find(|separator| text.matches(*separator).count() == 2)?;
    let parts: Vec<&str> = text.split(separator).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    if !parts.iter().all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    if first.len() == 4 {
        return Some((third.parse().ok()?, second.parse().ok()?, first.parse().ok()?));
    }
    if first.len() > 2 || second.len() > 2 || third.len() == 3 {
        return None;
    }
    Some((first.parse().ok()?, second.parse().ok()?, year(third)?))
}

fn worded(text: &str) -> Option<(u32, u32, i32)> {
    let folded = fold(text);
    let mut words = folded.split(' ').skip_while(|word| !word.starts_with(|c: char| c.is_ascii_digit()));
    let day =
        words.next()?.trim_end_matches("-го").parse::<u32>().ok().filter(|day| (1..=99).contains(day))?;
    let name = words.next()?;
    let month = MONTHS.iter().position(|stem| {
        name.starts_with(&fold(stem)) && (*stem != "ма" || name == "мая" || name == "май")
    })?;
    let year_text = words.next()?;
    let digits: String = year_text.chars().take_while(char::is_ascii_digit).collect();
    let tail = year_text.get(digits.len()..).unwrap_or_default();
    let is_last = words.all(|word| matches!(word, "г" | "год" | "года") || weekday(word).is_some());
    (is_last && matches!(tail, "" | "г" | "года") && matches!(digits.len(), 2 | 4))
        .then(|| Some((day, month as u32 + 1, year(&digits)?)))
        .flatten()
}

/// Two digits are of this century up to 69, as spreadsheets have it (29 there; a plan is never of 1930).
fn year(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok()?;
    match text.len() {
        4 => Some(year),
        2 if year < 70 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

/// Reads a time of day: `14:00`, `14.00`, `14-30`, `14 ч. 30 мин.`, `в 14 часов`, `14`.
pub fn time(text: &str) -> Option<NaiveTime> {
    let text = text.trim().to_lowercase();
    let text = text.strip_prefix("в ").or_else(|| text.strip_prefix("с ")).unwrap_or(&text);
    let mut numbers = Vec::new();
    let mut word = String::new();
    for part in text.split(|c: char| !c.is_ascii_digit()) {
        if !part.is_empty() {
            numbers.push(part);
        }
    }
    word.extend(text.chars().filter(|c| c.is_alphabetic()));
    if !matches!(word.as_str(), "" | "ч" | "час" | "часов" | "часа" | "чмин" | "часовминут" | "чм")
    {
        return None;
    }
    let number = |at: usize| numbers.get(at).map_or(Some(0), |text| text.parse::<u32>().ok());
    if numbers.is_empty() || numbers.len() > 3 || numbers.iter().any(|text| text.len() > 2) {
        return None;
    }
    NaiveTime::from_hms_opt(number(0)?, number(1)?, number(2)?)
}

/// A time out of a number: a part of a day, an hour, or «14.30» that became 14.3.
pub fn time_of_number(number: f64) -> Option<NaiveTime> {
    if (0.0..1.0).contains(&number) {
        return NaiveTime::from_num_seconds_from_midnight_opt((number * 86_400.0).round() as u32, 0);
    }
    if !(1.0..24.0).contains(&number) {
        return None;
    }
    let minutes = (number.fract() * 100.0).round();
    ((number.fract() * 100.0 - minutes).abs() < 1e-6)
        .then(|| NaiveTime::from_hms_opt(number.trunc() as u32, minutes as u32, 0))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_every_form_that_people_use() {
        let expected = NaiveDate::from_ymd_opt(2022, 9, 12).unwrap();
        for text in [
            "12.09.2022",
            "12.09.22",
            "12/09/2022",
            "12-09-2022",
            "2022-09-12",
            "12 сентября 2022 г.",
            "12.09.2022г.",
            "12. 09. 2022 г.",
            "«12» сентября 2022 года",
            "12 сент. 2022",
            "12 сентября 2022г.",
            "12.09.2022 (понедельник)",
            "понедельник, 12 сентября 2022 г.",
            "12 сентября 2022 г., понедельник",
            "пн 12.09.2022",
            "12.09.2022 00:00:00",
        ] {
            assert_eq!(date(text), Written::Date(expected), "{text}");
        }
        let afternoon = Written::DateTime(expected.and_hms_opt(14, 30, 0).unwrap());
        for text in ["12.09.2022 14:30", "2022-09-12T14:30:00", "12 сентября 2022 г. в 14.30"] {
            assert_eq!(date(text), afternoon, "{text}");
        }
        for text in ["31.02.2024", "12.13.2022", "31 июня 2023 г.", "00.01.2023"] {
            assert_eq!(date(text), Written::Impossible, "{text}");
        }
        for text in
            ["сентябрь", "до 15.10", "март 2023 г.", "1.1", "12.09.2022–15.09.2022", "", "12 сентября"]
        {
            assert_eq!(date(text), Written::Other, "{text}");
        }
    }

    #[test]
    fn times_are_read_in_every_form_that_people_use() {
        let expected = NaiveTime::from_hms_opt(14, 30, 0);
        for text in ["14:30", "14.30", "14-30", "14 ч. 30 мин.", "в 14.30", "14:30:00"] {
            assert_eq!(time(text), expected, "{text}");
        }
        assert_eq!(time("14 часов"), NaiveTime::from_hms_opt(14, 0, 0));
        for text in ["10:00–12:00", "25:00", "утром", "", "14:75"] {
            assert_eq!(time(text), None, "{text}");
        }
        assert_eq!(time_of_number(14.3), expected);
        assert_eq!(time_of_number(0.625), NaiveTime::from_hms_opt(15, 0, 0));
        assert_eq!(time_of_number(44_562.0), None);
    }
}
