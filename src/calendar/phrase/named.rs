//! One named period or two with a dash or «с … по …» between them, and the years that the words leave out.

use super::cursor::Cursor;
use super::point::{Point, month_word, point};
use super::shape::{Grain, Nth, Shape, YearWritten};
use super::token::Gap;
use super::word::ordinal;
use crate::calendar::{AcademicYear, Period};

/// A period as it was worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The period, or the first end of several.
    pub from: Point,
    /// The other end.
    pub to: Option<Point>,
}

/// A period with its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// From the first day to the last.
    pub period: Period,
    /// What sort of period the words named.
    pub grain: Grain,
    /// Whether the words were loose: «начало сентября».
    pub loose: bool,
}

/// A range longer than this is a misreading.
const LONGEST_DAYS: i64 = 366 * 12;

/// Reads a period: one, or from one to another.
pub fn named_period(place: Cursor<'_>) -> Option<(Named, Cursor<'_>)> {
    if let Some(after) = place.any(&["с", "со"]) {
        let after = after.any(&["начала"]).filter(|rest| ordinal(*rest).is_none()).unwrap_or(after);
        return ends(after, &["по", "до"]);
    }
    ends(place, &[]).or_else(|| point(place).map(|(from, rest)| (Named { from, to: None }, rest)))
}

/// Two ends: with one of the words between them, or with a dash.
pub fn ends<'t>(place: Cursor<'t>, between: &[&str]) -> Option<(Named, Cursor<'t>)> {
    let joined = |rest: Cursor<'t>| -> Option<Cursor<'t>> {
        if rest.gap() == Gap::Line {
            return None;
        }
        let worded = rest.any(between).map(|after| after.any(&["конец", "конца"]).unwrap_or(after));
        worded.or_else(|| rest.mark(&['-'])).or_else(|| slash(rest))
    };
    // «1–15 марта», «с I по III квартал»: the first end is only a number.
    if let Some((Nth::Number(number), rest)) = ordinal(place)
        && let Some(rest) = joined(rest)
        && let Some((to, rest)) = point(rest)
        && to.year != Some(YearWritten::Academic(None))
        && let Some(shape) = to.shape.numbered(number)
    {
        // «20–10 марта» is a slip, not eleven months.
        if let (Shape::Day { day: first, .. }, Shape::Day { day: last, .. }) = (shape, to.shape)
            && first > last
        {
            return None;
        }
        return Some((Named { from: Point { shape, ..to }, to: Some(to) }, rest));
    }
    let (from, rest) = point(place)?;
    // «2009 2011 годы»: the dash was lost.
    let rest = if let Some(rest) = joined(rest) { rest } else { lost_dash(from, rest)? };
    let month_left_out = between.contains(&"до") && matches!(from.shape, Shape::Month(_));
    let (to, after) = point(rest)?;
    // «с сентября до мая»: with May or without, nobody knows.
    if month_left_out && !inclusive(place, rest) {
        return None;
    }
    Some((Named { from, to: Some(to) }, after))
}

/// Whether the word right before the second end says that it belongs to the range.
fn inclusive(start: Cursor<'_>, second: Cursor<'_>) -> bool {
    let before = start.until(second);
    let last = before.tokens().last();
    !last.is_some_and(|token| token.lexeme == super::token::Lexeme::Word("до".to_owned()))
}

/// «март/апрель»: a slash between two months.
fn slash(place: Cursor<'_>) -> Option<Cursor<'_>> {
    place.mark(&['/']).filter(|rest| month_word(*rest).is_some())
}

fn lost_dash(from: Point, place: Cursor<'_>) -> Option<Cursor<'_>> {
    let (_, digits, rest) = place.number()?;
    let years = rest.any(&["годы", "годов", "гг"]).is_some();
    (from.shape == Shape::Year && digits == 4 && years).then_some(place)
}

impl Named {
    /// The days meant; years left out come from the other end, else from the academic year.
    pub fn resolve(self, academic: AcademicYear) -> Option<Resolved> {
        let loose = self.from.loose || self.to.is_some_and(|to| to.loose);
        let Some(to) = self.to else {
            let period = self.from.shape.in_year(self.from.year, academic)?;
            return Some(Resolved { period, grain: self.from.shape.grain(), loose });
        };
        let (first, last) = self.periods(to, academic)?;
        let period = Period::new(first.start(), last.end())?;
        let short = (period.end() - period.start()).num_days() <= LONGEST_DAYS;
        // «II–I кварталы»: each end is itself no later than the other.
        let ordered = first.start() <= last.start() && first.end() <= last.end();
        (short && ordered).then_some(Resolved { period, grain: grain(self.from.shape, to.shape), loose })
    }

    fn periods(self, to: Point, academic: AcademicYear) -> Option<(Period, Period)> {
        let calendar = |year| Some(YearWritten::Calendar(year));
        match (self.from.year, to.year) {
            (None, Some(YearWritten::Calendar(year))) => {
                let last = to.shape.in_year(to.year, academic)?;
                let same = self.from.shape.in_year(calendar(year), academic)?;
                let first = if same.start() <= last.start() {
                    same
                } else {
                    self.from.shape.in_year(calendar(year - 1), academic)?
                };
                Some((first, last))
            }
            (Some(YearWritten::Calendar(year)), None) => {
                let first = self.from.shape.in_year(self.from.year, academic)?;
                Some((first, following(to.shape, first, year, academic)?))
            }
            (None, None) => {
                let first = self.from.shape.in_year(None, academic)?;
                let year = chrono::Datelike::year(&first.start());
                let placed = to.shape.in_year(None, academic)?;
                if placed.start() >= first.start() {
                    return Some((first, placed));
                }
                Some((first, following(to.shape, first, year, academic)?))
            }
            (None, Some(_)) => {
                Some((self.from.shape.in_year(to.year, academic)?, to.shape.in_year(to.year, academic)?))
            }
            _ => Some((
                self.from.shape.in_year(self.from.year, academic)?,
                to.shape.in_year(to.year.or(self.from.year), academic)?,
            )),
        }
    }
}

/// The shape in this calendar year, or in the next where it would come before the first end.
fn following(shape: Shape, first: Period, year: i32, academic: AcademicYear) -> Option<Period> {
    [year, year + 1]
        .into_iter()
        .filter_map(|year| shape.in_year(Some(YearWritten::Calendar(year)), academic))
        .find(|last| last.start() >= first.start())
}

fn grain(from: Shape, to: Shape) -> Grain {
    match (from.grain(), to.grain()) {
        (Grain::Month | Grain::Months, Grain::Month | Grain::Months) => Grain::Months,
        (Grain::Day | Grain::Days, _) | (_, Grain::Day | Grain::Days) => Grain::Days,
        (from, to) if from == to => from,
        _ => Grain::Days,
    }
}

/// Resolves a list as a whole: a year written once serves its neighbours.
///
/// «март, июнь, сентябрь 2023 г.» is all of 2023; «сентябрь, январь 2023 г.» starts in 2022; «октябрь 2022, март» ends in 2023.
/// Without any year each falls in the academic year by itself.
pub fn resolve_list(list: &[Named], academic: AcademicYear) -> Option<Vec<Resolved>> {
    let mut list = list.to_vec();
    let own = |named: &Named| match (named.from.year, named.to.and_then(|to| to.year)) {
        (_, Some(year)) | (Some(year), None) => Some(year),
        (None, None) => None,
    };
    let month = |named: &Named| named.from.shape.first_month();
    for index in (0..list.len().saturating_sub(1)).rev() {
        let (Some(named), Some(next)) = (list.get(index).copied(), list.get(index + 1).copied()) else {
            continue;
        };
        if let (None, Some(year)) = (own(&named), own(&next)) {
            let year = match (year, month(&named), month(&next)) {
                (YearWritten::Calendar(year), Some(this), Some(next)) if this > next => {
                    YearWritten::Calendar(year - 1)
                }
                (year, ..) => year,
            };
            write_year(&mut list, index, year);
        }
    }
    for index in 1..list.len() {
        let (Some(before), Some(named)) = (list.get(index - 1).copied(), list.get(index).copied()) else {
            continue;
        };
        if let (Some(year), None) = (own(&before), own(&named)) {
            let year = match (year, month(&before), month(&named)) {
                (YearWritten::Calendar(year), Some(before), Some(this)) if this < before => {
                    YearWritten::Calendar(year + 1)
                }
                (year, ..) => year,
            };
            write_year(&mut list, index, year);
        }
    }
    list.into_iter().map(|named| named.resolve(academic)).collect()
}

fn write_year(list: &mut [Named], index: usize, year: YearWritten) {
    if let Some(named) = list.get_mut(index) {
        match &mut named.to {
            Some(to) => to.year = Some(year),
            None => named.from.year = Some(year),
        }
    }
}
