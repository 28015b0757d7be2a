//! Reads a deadline piece by piece, and makes one value of the pieces.

use chrono::{Datelike, NaiveDate};

use super::condition::{self, continuous, ends, external};
use super::demand::{self, on_demand};
use super::event::EventRule;
use super::note::note;
use super::recurring::{Recurring, recurring};
use super::rule::{DueRule, MonthOf, Occasion};
use super::term::{Bound, Term, terms};
use super::{Deadline, Kind, Part, Recurrence, Unit};
use crate::calendar::phrase::{Cursor, Gap, Grain, Lexeme, Resolved, Shape, resolve_list, tokens};
use crate::calendar::{AcademicYear, Period};

/// A piece that says one thing.
enum Piece {
    /// Terms, and whether they stand in brackets.
    Terms(Vec<Term>, bool),
    Recurring(Recurring),
    External(String),
    Demand(String, Option<EventRule>),
    Continuous,
    Note(String),
}

/// The deadline that the whole text says; `None` where any of it is not understood.
pub(super) fn deadline(text: &str, year: AcademicYear) -> Option<Deadline> {
    let tokens = tokens(text);
    // A cell with a story in it is no deadline.
    if tokens.len() > 120 {
        return None;
    }
    let pieces = pieces(text, Cursor::new(&tokens))?;
    Sum::of(pieces)?.deadline(text, year)
}

fn pieces(text: &str, mut place: Cursor<'_>) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    loop {
        let marks = place;
        place = between(place, pieces.is_empty());
        let marks = marks.until(place);
        if place.is_end() {
            return Some(pieces);
        }
        if let Some((mut piece, rest)) = piece(text, place) {
            if let Piece::Terms(_, bracketed) = &mut piece {
                *bracketed = marks.tokens().iter().any(|token| token.lexeme == Lexeme::Mark('('));
                // Two terms with a dash that makes no range of them.
                let dash = marks.mark(&['-']).is_some_and(Cursor::is_end);
                if dash && matches!(pieces.last(), Some(Piece::Terms(..))) {
                    return None;
                }
            }
            pieces.push(piece);
            // What follows must be apart from it, or be a piece itself.
            // Two terms with nothing between them may be a range whose dash was lost.
            let listed = matches!(pieces.last(), Some(Piece::Terms(..)));
            let lost = listed && rest.gap() == Gap::Space && !capital(rest) && terms(rest).is_some();
            let apart =
                ends(rest) || rest.any(&["и", "а", "далее", "затем"]).is_some() || piece_at(text, rest);
            let sentence = capital(rest) && rest.gap() == Gap::Space;
            if lost || !(apart || sentence) {
                return None;
            }
            place = rest;
            continue;
        }
        let label = note(place, |place| piece_at(text, place))?;
        let words = condition::lowered(&condition::raw(text, place.until(label.end)));
        // «итоги марта» speaks of March, it is not due in it: a term after a note needs a preposition or a dash.
        if !label.dashed && label.rest.gap() != Gap::Line && bare_mention(label.rest) {
            return None;
        }
        pieces.push(Piece::Note(words));
        place = label.rest;
    }
}

fn capital(place: Cursor<'_>) -> bool {
    place.peek().is_some_and(|token| token.capital)
}

fn bare_mention(place: Cursor<'_>) -> bool {
    terms(place).is_some_and(|(list, _)| list.iter().any(|term| !term.prefixed))
}

fn piece_at(text: &str, place: Cursor<'_>) -> bool {
    piece(text, place).is_some()
}

/// The place after the marks and joining words between pieces.
fn between(mut place: Cursor<'_>, first: bool) -> Cursor<'_> {
    loop {
        let rest = place
            .mark(&[',', ';', '.', '(', ')', '-', ':', '/'])
            .or_else(|| (!first).then(|| place.any(&["и", "а", "далее", "затем", "также", "но"])).flatten());
        match rest {
            Some(rest) => place = rest,
            None => return place,
        }
    }
}

/// The longest piece at the place.
fn piece<'t>(text: &str, place: Cursor<'t>) -> Option<(Piece, Cursor<'t>)> {
    let demand = || {
        let (end, rule) = on_demand(place)?;
        Some((Piece::Demand(demand::wording(text, place.until(end), rule), rule), end))
    };
    let external = || {
        let end = external(place)?;
        Some((Piece::External(condition::wording(text, place.until(end))), end))
    };
    let recurring = || recurring(place).map(|(read, rest)| (Piece::Recurring(read), rest));
    let terms = || terms(place).map(|(read, rest)| (Piece::Terms(read, false), rest));
    let continuous = || continuous(place).map(|rest| (Piece::Continuous, rest));
    let candidates = [recurring(), terms(), continuous(), demand(), external()];
    // Equal lengths: the earlier sort is the narrower one.
    candidates
        .into_iter()
        .flatten()
        .reduce(|best, next| if next.1.left() < best.1.left() { next } else { best })
}

/// What the pieces say together.
#[derive(Default)]
struct Sum {
    terms: Vec<Vec<Term>>,
    bracketed: bool,
    recurring: Option<Recurring>,
    /// The sorts without days that it names: external, on demand, continuous.
    sorts: Vec<Kind>,
    event_rule: Option<EventRule>,
    conditions: Vec<String>,
}

impl Sum {
    fn of(pieces: Vec<Piece>) -> Option<Self> {
        let mut sum = Self::default();
        let mut label: Option<String> = None;
        for piece in pieces {
            let before = label.take();
            let mut own = None;
            match piece {
                Piece::Terms(list, bracketed) => {
                    sum.bracketed |= bracketed;
                    sum.terms.push(list);
                }
                Piece::Recurring(read) => match &sum.recurring {
                    None => sum.recurring = Some(read),
                    Some(known) => sum.recurring = Some(said_twice(known, read)?),
                },
                Piece::External(condition) => {
                    sum.sorts.push(Kind::External);
                    own = Some(condition);
                }
                Piece::Demand(condition, rule) => {
                    sum.sorts.push(Kind::OnDemand);
                    sum.event_rule = sum.event_rule.or(rule);
                    own = Some(condition);
                }
                Piece::Continuous => sum.sorts.push(Kind::Continuous),
                Piece::Note(words) => {
                    sum.conditions.extend(before);
                    label = Some(words);
                    continue;
                }
            }
            match (before, own) {
                (Some(label), Some(own)) => sum.conditions.push(format!("{label} {own}")),
                (one, other) => sum.conditions.extend(one.or(other)),
            }
        }
        sum.conditions.extend(label);
        Some(sum)
    }

    fn says(&self, sort: Kind) -> bool {
        self.sorts.contains(&sort)
    }

    fn deadline(self, text: &str, year: AcademicYear) -> Option<Deadline> {
        let mut read = Deadline::empty(text, Kind::Unread);
        let resolved = self.resolved(year)?;
        read.condition = (!self.conditions.is_empty()).then(|| self.conditions.join("; "));
        read.event_rule = self.event_rule;
        if let Some(recurring) = &self.recurring {
            read.recurrence = Some(recurring.often);
            read.due_rule.clone_from(&recurring.rule);
        }
        if self.yearly(&mut read) {
            return Some(read);
        }
        if let Some(day) = self.day_of_month(&resolved) {
            (read.kind, read.end) = (Kind::Date, Some(day));
            (read.recurrence, read.due_rule) = (None, None);
            return Some(read);
        }
        match resolved.as_slice() {
            // «не ранее 1 марта и не позднее 1 мая»
            [(first, Bound::From), (last, Bound::NotLater)]
                if self.recurring.is_none() && self.sorts.is_empty() =>
            {
                let days = Period::new(first.period.start(), last.period.end())?;
                (read.start, read.end) = (Some(days.start()), Some(days.end()));
                read.kind = Kind::DateRange;
            }
            [] => read.kind = self.kind_without_terms()?,
            [(one, bound)] => {
                let part = part(one, *bound);
                (read.start, read.end) = (part.start, part.end);
                read.kind = self.kind_with_term(one, *bound);
                let window = matches!(
                    one.grain,
                    Grain::Month | Grain::Months | Grain::Day | Grain::Days | Grain::Quarter
                );
                if read.kind == Kind::Compound
                    && (self.says(Kind::OnDemand) || (self.recurring.is_some() && window))
                {
                    read.parts.push(part);
                }
                if one.loose && read.condition.is_none() {
                    read.condition = Some("нестрогий срок".to_owned());
                }
            }
            several => {
                read.kind = Kind::Compound;
                read.parts = several.iter().map(|(one, bound)| part(one, *bound)).collect();
            }
        }
        Some(read)
    }

    fn resolved(&self, year: AcademicYear) -> Option<Vec<(Resolved, Bound)>> {
        let terms: Vec<Term> = self.terms.iter().flatten().copied().collect();
        let named: Vec<_> = terms.iter().map(|term| term.named).collect();
        // Only terms of one list share a year; terms with labels of their own do too, as they stand in one cell.
        let mut resolved = resolve_list(&named, year)?;
        // «май 2023 г. (25 мая)», «май 2023 г., не позднее 25 мая»: the second says the first one closer.
        if let ([first, second], [_, term]) = (resolved.as_slice(), terms.as_slice()) {
            let closer = self.bracketed || (term.bound == Bound::NotLater && self.conditions.is_empty());
            let inside = first.period.intersection(second.period) == Some(second.period);
            if closer && inside && first.period != second.period && self.terms.len() == 2 {
                resolved.remove(0);
                return Some(resolved.into_iter().map(|second| (second, term.bound)).collect());
            }
        }
        Some(resolved.into_iter().zip(terms.iter().map(|term| term.bound)).collect())
    }

    /// «сентябрь (до 15 числа)»: a day of the one month.
    fn day_of_month(&self, resolved: &[(Resolved, Bound)]) -> Option<NaiveDate> {
        let [(month, Bound::Within)] = resolved else { return None };
        let Recurring { rule: Some(rule), stated: false, .. } = self.recurring.as_ref()? else { return None };
        let (Occasion::Days(days), MonthOf::Any) = (&rule.occasion, rule.month) else { return None };
        let [day] = days.as_slice() else { return None };
        (month.grain == Grain::Month && self.sorts.is_empty())
            .then(|| month.period.start().with_day(*day))
            .flatten()
    }

    /// «ежегодно до 1 февраля»: a day of every year, not of this one.
    fn yearly(&self, read: &mut Deadline) -> bool {
        let Some(Recurring { often: recurrence, rule: None, .. }) = &self.recurring else { return false };
        let terms: Vec<&Term> = self.terms.iter().flatten().collect();
        let once = recurrence.count == 1 && !self.bracketed;
        let ([term], Unit::Year, true) = (terms.as_slice(), recurrence.unit, once) else {
            return false;
        };
        let (None, None) = (term.named.to, term.named.from.year) else { return false };
        let (occasion, month) = match term.named.from.shape {
            Shape::Day { month, day } => (Occasion::Days(vec![day]), month),
            Shape::Month(month) => (Occasion::WholeMonth, month),
            _ => return false,
        };
        read.kind = Kind::Recurring;
        read.due_rule = Some(DueRule { occasion, month: MonthOf::Named(month) });
        true
    }

    fn kind_without_terms(&self) -> Option<Kind> {
        let sorts = [
            self.recurring.is_some(),
            self.says(Kind::Continuous),
            self.says(Kind::OnDemand),
            self.says(Kind::External),
        ];
        match sorts.iter().filter(|sort| **sort).count() {
            0 => None,
            1 if self.recurring.is_some() => Some(Kind::Recurring),
            1 if self.says(Kind::Continuous) => Some(Kind::Continuous),
            1 if self.says(Kind::OnDemand) => Some(Kind::OnDemand),
            1 => Some(Kind::External),
            _ if self.says(Kind::OnDemand)
                && self.says(Kind::External)
                && !self.says(Kind::Continuous)
                && self.recurring.is_none() =>
            {
                Some(Kind::OnDemand)
            }
            _ => Some(Kind::Compound),
        }
    }

    fn kind_with_term(&self, term: &Resolved, bound: Bound) -> Kind {
        let whole = matches!(term.grain, Grain::Year | Grain::AcademicYear) && bound == Bound::Within;
        if self.says(Kind::External) || self.says(Kind::OnDemand) {
            return Kind::Compound;
        }
        match (&self.recurring, self.says(Kind::Continuous)) {
            (Some(_), _) if whole => Kind::Recurring,
            (None, true) if whole || bound == Bound::From => Kind::Continuous,
            (None, false) => kind(term.grain, bound),
            _ => Kind::Compound,
        }
    }
}

/// «ежеквартально, не реже 1 раза в квартал»: the second frequency says the first one closer, or it is another one.
fn said_twice(known: &Recurring, again: Recurring) -> Option<Recurring> {
    let same = (known.often.unit, known.often.interval) == (again.often.unit, again.often.interval);
    let plain = known.often == Recurrence::every(known.often.unit) && known.rule.is_none();
    (same && plain).then_some(again)
}

const fn kind(grain: Grain, bound: Bound) -> Kind {
    match grain {
        Grain::Day if matches!(bound, Bound::From) => Kind::DateRange,
        Grain::Day => Kind::Date,
        Grain::Days if matches!(bound, Bound::NotLater) => Kind::Date,
        Grain::Days => Kind::DateRange,
        Grain::Month if matches!(bound, Bound::From) => Kind::MonthRange,
        Grain::Month => Kind::Month,
        Grain::Months => Kind::MonthRange,
        Grain::Quarter => Kind::Quarter,
        Grain::HalfYear => Kind::HalfYear,
        Grain::Year => Kind::Year,
        Grain::AcademicYear => Kind::AcademicYear,
    }
}

fn part(resolved: &Resolved, bound: Bound) -> Part {
    let (start, end) = (Some(resolved.period.start()), Some(resolved.period.end()));
    match bound {
        Bound::Within => Part { start, end },
        Bound::NotLater => Part { start: None, end },
        Bound::From => Part { start, end: None },
    }
}
