//! Dates, quarters and academic years in every form that a paper needs.

use super::{Arguments, Helper, text};
use crate::russian::Case;
use crate::russian::date::{self, Style};
use crate::template::fault::Fault;
use crate::value::{Data, Value};
use chrono::{Datelike, NaiveDate};

pub(super) const HELPERS: &[Helper] = &[
    Helper {
        name: "дата",
        aliases: &[],
        least: 1,
        most: 2,
        usage: "{{дата d \"с_днём_недели\"}}",
        gives: "15 марта 2023 г.; цифрами, полностью, в_кавычках, с_днём_недели, месяц, в_месяце, день_недели, год, словами, исо",
        run: day,
    },
    Helper {
        name: "квартал",
        aliases: &[],
        least: 1,
        most: 2,
        usage: "{{квартал период \"родительный\"}}",
        gives: "I квартал 2023 года; падеж, словами, в_квартале",
        run: quarter,
    },
];

fn start(arguments: &Arguments<'_>) -> Result<NaiveDate, Fault> {
    match &arguments.leaf(0)?.data {
        Data::Date(day) => Ok(*day),
        Data::Period(period) => Ok(period.start()),
        _ => Err(Fault::Kind),
    }
}

fn day(arguments: &Arguments<'_>) -> Result<Value, Fault> {
    let day = start(arguments)?;
    text(match arguments.option(1) {
        None => date::long(day),
        Some("цифрами") => date::digits(day),
        Some("полностью") => date::full(day),
        Some("в_кавычках") => date::quoted(day),
        Some("с_днём_недели" | "с_днем_недели") => date::with_weekday(day),
        Some("месяц") => date::month_year(day, Case::Nominative),
        Some("в_месяце") => date::in_month(day),
        Some("день_недели") => date::weekday(day, Case::Nominative).to_owned(),
        Some("год") => day.year().to_string(),
        Some("словами") => date::words(day, Case::Nominative),
        Some("исо") => day.to_string(),
        Some(_) => return Err(Fault::Kind),
    })
}

fn quarter(arguments: &Arguments<'_>) -> Result<Value, Fault> {
    let day = start(arguments)?;
    let (year, number) = (day.year(), date::quarter_of(day));
    text(match arguments.option(1) {
        None => date::quarter(year, number, Case::Nominative, Style::Roman),
        Some("словами") => date::quarter(year, number, Case::Nominative, Style::Words),
        Some("в_квартале") => date::in_quarter(year, number, Style::Words),
        Some(name) => date::quarter(year, number, Case::from_name(name).ok_or(Fault::Kind)?, Style::Roman),
    })
}
