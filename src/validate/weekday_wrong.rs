//! A weekday written beside a date that falls on another one. Cells of dates are looked at where they are read: `input` keeps their day alone.

use super::texts::texts;
use crate::calendar::ProductionCalendar;
use crate::calendar::phrase::wrong_weekday;
use crate::diagnostic::{Code, Finding};
use crate::model::Model;
use crate::russian::{Case, date, look_alike};

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    texts(model)
        .filter(|cell| cell.text.bytes().any(|byte| byte.is_ascii_digit()) && may_name_weekday(cell.text))
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

/// Whether a word begins like a weekday. Almost none does: an address or a name of an organisation is not cut into tokens for nothing.
fn may_name_weekday(text: &str) -> bool {
    const BEGINNINGS: [[char; 2]; 12] = [
        ['п', 'о'],
        ['в', 'т'],
        ['с', 'р'],
        ['ч', 'е'],
        ['п', 'я'],
        ['с', 'у'],
        ['в', 'о'],
        ['п', 'н'],
        ['ч', 'т'],
        ['п', 'т'],
        ['с', 'б'],
        ['в', 'с'],
    ];
    let folded = |c: char| c.to_lowercase().next().map_or(c, look_alike::folded);
    let mut is_inside = false;
    let mut letters = text.chars();
    !text.is_ascii()
        && std::iter::from_fn(|| letters.next().map(|letter| (letter, letters.clone().next()))).any(
            |(letter, next)| {
                let is_letter = matches!(letter, 'а'..='я' | 'А'..='Я') || letter.is_alphabetic();
                let begins = !std::mem::replace(&mut is_inside, is_letter) && is_letter;
                begins && next.is_some_and(|next| BEGINNINGS.contains(&[folded(letter), folded(next)]))
            },
        )
}
