//! `pisar spell`: every form of a date or of a count that a template can ask for.

use super::Said;
use crate::calendar::{AcademicYear, period};
use crate::cli::Shape;
use crate::diagnostic::{Language, text};
use crate::russian::{date, numeral};
use chrono::NaiveDate;
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use std::io::BufRead;

/// Without words, each line of standard input is a date or a count; what is neither is told, and the others are spelled.
pub(super) fn run(
    words: &[String],
    format: Shape,
    language: Language,
    standard_input: &mut dyn BufRead,
) -> Said {
    let mut said = Said::default();
    if !words.is_empty() {
        spell(&words.join(" "), format, language, &mut said);
        return said;
    }
    let mut line = String::new();
    loop {
        line.clear();
        match standard_input.read_line(&mut line) {
            Ok(0) => return said,
            Ok(_) if line.trim().is_empty() => {}
            Ok(_) => spell(line.trim(), format, language, &mut said),
            Err(error) => {
                let _ = writeln!(said.err, "{error}");
                said.status = 2;
                return said;
            }
        }
    }
}

fn spell(whole: &str, format: Shape, language: Language, said: &mut Said) {
    let Some(forms) = day(whole).map(date::forms).or_else(|| count(whole)) else {
        let _ = writeln!(said.err, "{}", text("spell-unread", &[("text", whole)], language));
        said.status = 2;
        return;
    };
    if matches!(format, Shape::Json) {
        let named: Map<String, Value> =
            forms.into_iter().map(|(name, form)| (name.to_owned(), Value::from(form))).collect();
        let _ = writeln!(said.out, "{}", json!({"text": whole, "forms": named}));
    } else {
        for (name, form) in forms {
            let _ = writeln!(said.out, "{name:20} {form}");
        }
    }
}

/// A date, ISO or as written; a period of one day.
fn day(text: &str) -> Option<NaiveDate> {
    if let Ok(day) = text.trim().parse() {
        return Some(day);
    }
    // A day without a year is no date to spell: the year given here is never used for one with a year.
    let period = period::parse(text, AcademicYear::starting(2000)?).ok()?;
    (period.start() == period.end()).then(|| period.start())
}

/// «21 мероприятие»: a number, and the noun as a dictionary has it.
fn count(text: &str) -> Option<Vec<(&'static str, String)>> {
    let (number, noun) = text.trim().split_once(char::is_whitespace)?;
    numeral::forms(number.replace(['\u{a0}', '_'], "").parse().ok()?, noun.trim())
}
