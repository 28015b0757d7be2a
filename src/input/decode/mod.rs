//! A raw cell as the value that its column holds, and what is wrong with it.

mod clean;
mod moment;
mod number;
mod words;

pub use clean::{clean, clean_name};
pub use number::as_text;
pub use words::choice;

use super::grid::{Raw, RawCell, Shown};
use crate::calendar::phrase::wrong_weekday;
use crate::diagnostic::{Code, Finding, nearest};
use crate::location::Location;
use crate::model::schema::ColumnKind;
use crate::model::table::Cell;
use crate::russian::{Case, date as russian_date};
use chrono::{Datelike, NaiveDate, NaiveTime};
use moment::Written;
use std::sync::Arc;

const MONTHS: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];

/// Day counts that can only be dates of our time: 2000 to 2099.
const OUR_TIME: std::ops::Range<f64> = 36_526.0..73_051.0;

/// What a cell is decoded for.
pub struct Field<'a> {
    /// The heading of its column.
    pub heading: &'a str,
    /// What the column holds.
    pub kind: ColumnKind,
    /// Whether the schema knows the column: only then is a value that does not fit an error.
    pub is_known: bool,
    /// The number of the activity in the row above, where the column holds such numbers.
    pub before: Option<&'a str>,
}

/// Decodes one cell; `at` is asked for its place only when there is something to say.
pub fn decode(
    raw: &RawCell,
    field: &Field<'_>,
    at: &dyn Fn() -> Location,
    findings: &mut Vec<Finding>,
) -> Cell {
    let mut say = |code: Code, arguments: &[(&'static str, &str)]| {
        let finding = Finding::new(code, at());
        findings.push(arguments.iter().fold(finding, |finding, (name, value)| finding.with(name, value)));
    };
    match &raw.value {
        Raw::Error(value) => {
            say(if field.is_known { Code::CellError } else { Code::CellErrorUnused }, &[("value", value)]);
            return Cell::Empty;
        }
        Raw::NotComputed => {
            say(Code::CellNotComputed, &[]);
            return Cell::Empty;
        }
        Raw::NoDate(serial) => {
            say(Code::DateImpossible, &[("value", &serial.to_string())]);
            return Cell::Empty;
        }
        Raw::Broken(value) => {
            say(Code::CellBroken, &[("value", value)]);
            return Cell::Empty;
        }
        _ => {}
    }
    match field.kind {
        ColumnKind::Text | ColumnKind::Override | ColumnKind::List => text(raw, &mut say),
        ColumnKind::Person | ColumnKind::NamePart | ColumnKind::Post | ColumnKind::Organisation => match &raw
            .value
        {
            Raw::Text(text) => of_text(clean_name(text)),
            value if field.is_known => {
                say(Code::CellUnfit, &[("heading", field.heading), ("value", &written(value, raw.shown))]);
                text(raw, &mut say)
            }
            _ => text(raw, &mut say),
        },
        ColumnKind::Number => activity(raw, field, &mut say),
        ColumnKind::Date => date(raw, field, &mut say),
        ColumnKind::Deadline => match &raw.value {
            // «март 2023», which Excel has turned into the 1st of March, is a month still.
            Raw::Date(date) if raw.shown == Shown::Month && date.day() == 1 => text(raw, &mut say),
            Raw::Date(date) => Cell::Date(*date),
            Raw::DateTime(moment) => Cell::Date(moment.date()),
            Raw::Number(number) if OUR_TIME.contains(number) => date(raw, field, &mut say),
            _ => text(raw, &mut say),
        },
        ColumnKind::Time => time(raw, field, &mut say),
        ColumnKind::Quantity => quantity(raw, field, false, &mut say),
        ColumnKind::Money => quantity(raw, field, true, &mut say),
        ColumnKind::Flag => {
            let found = match &raw.value {
                Raw::Bool(yes) => Some(*yes),
                value => words::flag(&written(value, raw.shown)),
            };
            found.map_or_else(|| unread(raw, field, Code::FlagUnread, &mut say), Cell::Flag)
        }
        ColumnKind::Gender => {
            let found = words::gender(&written(&raw.value, raw.shown));
            found.map_or_else(
                || unread(raw, field, Code::GenderUnread, &mut say),
                |gender| Cell::Text(Arc::from(gender)),
            )
        }
        ColumnKind::Choice(allowed) => choose(raw, field, allowed, &mut say),
    }
}

type Say<'a> = dyn FnMut(Code, &[(&'static str, &str)]) + 'a;

fn of_text(text: Arc<str>) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// The value as a person would read it on the sheet.
pub fn written(value: &Raw, shown: Shown) -> String {
    match value {
        Raw::Text(text) | Raw::Error(text) | Raw::Broken(text) => text.trim().to_string(),
        Raw::Number(number) | Raw::NoDate(number) => as_text(*number, shown),
        Raw::Bool(yes) => (if *yes { "да" } else { "нет" }).to_owned(),
        Raw::Date(date) if shown == Shown::Month => month_text(*date),
        Raw::Date(date) => date_text(*date),
        Raw::Time(time) => time.format("%H:%M").to_string(),
        Raw::DateTime(moment) => format!("{} {}", date_text(moment.date()), moment.time().format("%H:%M")),
        Raw::NotComputed => String::new(),
    }
}

/// `март 2023 г.`
fn month_text(date: NaiveDate) -> String {
    let name = MONTHS.get(date.month0() as usize).copied().unwrap_or_default();
    format!("{name} {} г.", date.year())
}

fn date_text(date: NaiveDate) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

fn text(raw: &RawCell, say: &mut Say<'_>) -> Cell {
    match &raw.value {
        Raw::Text(text) => of_text(clean(text)),
        Raw::Number(number) => {
            let text = as_text(*number, raw.shown);
            if number::has_lost_digits(*number) {
                say(Code::DigitsLost, &[("value", &text)]);
            }
            Cell::Text(Arc::from(text))
        }
        value => of_text(Arc::from(written(value, raw.shown))),
    }
}

fn activity(raw: &RawCell, field: &Field<'_>, say: &mut Say<'_>) -> Cell {
    match &raw.value {
        Raw::Number(value) => {
            let (text, is_mended) = number::of_activity(*value, raw.shown, field.before);
            if is_mended {
                say(Code::NumberLostZero, &[("number", &text)]);
            }
            Cell::Text(Arc::from(text))
        }
        Raw::Date(date) => {
            // «1.24» has become January 2024, «1.2» the 1st of February.
            let text = if raw.shown == Shown::Month {
                format!("{}.{:02}", date.month(), date.year() % 100)
            } else {
                format!("{}.{}", date.day(), date.month())
            };
            say(Code::NumberWasDate, &[("number", &text)]);
            Cell::Text(Arc::from(text))
        }
        _ => text(raw, say),
    }
}

fn date(raw: &RawCell, field: &Field<'_>, say: &mut Say<'_>) -> Cell {
    match &raw.value {
        Raw::Date(date) => Cell::Date(*date),
        Raw::DateTime(moment) => Cell::DateTime(*moment),
        Raw::Number(number) if OUR_TIME.contains(number) && field.is_known => {
            match super::xlsx::from_serial(number.trunc(), false) {
                Raw::Date(date) => {
                    let of = as_text(*number, raw.shown);
                    say(Code::DateFromNumber, &[("number", &of), ("date", &date_text(date))]);
                    Cell::Date(date)
                }
                _ => unread(raw, field, Code::DateUnread, say),
            }
        }
        Raw::Text(text) => match moment::date(text) {
            Written::Date(date) => {
                say_weekday(text, say);
                Cell::Date(date)
            }
            Written::DateTime(moment) => {
                say_weekday(text, say);
                Cell::DateTime(moment)
            }
            Written::Impossible => {
                say(Code::DateImpossible, &[("value", text.trim())]);
                of_text(clean(text))
            }
            Written::Other => unread(raw, field, Code::DateUnread, say),
        },
        _ => unread(raw, field, Code::DateUnread, say),
    }
}

/// States a weekday that the date beside it does not have; the day alone goes on.
fn say_weekday(text: &str, say: &mut Say<'_>) {
    if let Some(wrong) = wrong_weekday(text, None) {
        let name = |weekday| russian_date::weekday_name(weekday, Case::Nominative);
        let (day, weekday) = (russian_date::long(wrong.date), name(wrong.date.weekday()));
        say(Code::WeekdayWrong, &[("day", &day), ("weekday", weekday), ("written", name(wrong.written))]);
    }
}

fn time(raw: &RawCell, field: &Field<'_>, say: &mut Say<'_>) -> Cell {
    let found: Option<NaiveTime> = match &raw.value {
        Raw::Time(time) => Some(*time),
        Raw::DateTime(moment) => Some(moment.time()),
        Raw::Number(number) => moment::time_of_number(*number),
        Raw::Text(text) => moment::time(text),
        _ => None,
    };
    found.map_or_else(|| unread(raw, field, Code::TimeUnread, say), Cell::Time)
}

fn quantity(raw: &RawCell, field: &Field<'_>, is_money: bool, say: &mut Say<'_>) -> Cell {
    let found = match &raw.value {
        Raw::Number(number) => Some(number::as_shown(*number, raw.shown)),
        Raw::Text(text) => number::parse(text, is_money),
        _ => None,
    };
    found.map_or_else(|| unread(raw, field, Code::NumberUnread, say), Cell::Number)
}

fn choose(raw: &RawCell, field: &Field<'_>, allowed: &'static [&'static str], say: &mut Say<'_>) -> Cell {
    let text = written(&raw.value, raw.shown);
    if text.is_empty() {
        return Cell::Empty;
    }
    if let Some(word) = choice(&text, allowed) {
        return Cell::Text(Arc::from(word));
    }
    let near = nearest(&text, allowed.iter().copied()).unwrap_or("none");
    say(
        Code::ChoiceUnknown,
        &[("heading", field.heading), ("value", &text), ("nearest", near), ("allowed", &allowed.join(", "))],
    );
    Cell::Text(Arc::from(text))
}

/// The text as it is, and a finding where the schema knows the column.
fn unread(raw: &RawCell, field: &Field<'_>, code: Code, say: &mut Say<'_>) -> Cell {
    let text = written(&raw.value, raw.shown);
    if text.is_empty() {
        return Cell::Empty;
    }
    if field.is_known {
        say(code, &[("heading", field.heading), ("value", &text)]);
    }
    match &raw.value {
        Raw::Text(text) => of_text(clean(text)),
        Raw::Number(number) if !field.is_known => Cell::Number(*number),
        _ => Cell::Text(Arc::from(text)),
    }
}
