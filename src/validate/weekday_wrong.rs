//! A weekday written beside a date that falls on another one. Cells of dates are looked at where they are read: `input` keeps their day alone.

use super::texts::texts;
use crate::calendar::ProductionCalendar;
use crate::calendar::phrase::wrong_weekday;
use crate::diagnostic::{Code, Finding};
use crate::model::Model;
use crate::russian::{Case, date};

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    texts(model)
        // A date has digits: most texts have none.
        .filter(|cell| cell.text.bytes().any(|byte| byte.is_ascii_digit()) && !cell.text.is_ascii())
        .filter_map(|cell| {
            let wrong = wrong_weekday(cell.text, Some(model.year))?;
            Some(
                Finding::new(Code::WeekdayWrong, cell.at())
                    .with("day", date::long(wrong.date))
                    .with("weekday", date::weekday(wrong.date, Case::Nominative))
                    .with("written", date::weekday_name(wrong.written, Case::Nominative)),
            )
        })
        .collect()
}
