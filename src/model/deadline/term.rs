//! The grammar of a term in time: «до 1 сентября», «в течение учебного года», «с 1 по 15 марта», «сентябрь, январь».

use crate::calendar::phrase::{
    Cursor, Gap, Grain, Lexeme, Named, Nth, Point, Shape, YearWritten, named_period, point, word,
};

/// How a period bounds the deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// Within the period.
    Within,
    /// Not later than its end.
    NotLater,
    /// Not before its start.
    From,
}

/// A term as worded, its year still open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub named: Named,
    pub bound: Bound,
    /// Whether a preposition or figures make it a term, and not a mere mention: «итоги марта».
    pub prefixed: bool,
}

type Read<'t, T> = Option<(T, Cursor<'t>)>;

/// One term or a list of them with commas and «и».
pub(super) fn terms(place: Cursor<'_>) -> Read<'_, Vec<Term>> {
    let (mut list, mut rest) =
        numbers(place).or_else(|| term(place).map(|(term, rest)| (vec![term], rest)))?;
    while let Some((more, after)) = next_in_list(&list, rest) {
        list.extend(more);
        rest = after;
    }
    let same = |grain: Grain| list.iter().all(|term| term.named.from.shape.grain() == grain);
    let years =
        list.iter().any(|term| matches!(term.named.from.shape.grain(), Grain::Year | Grain::AcademicYear));
    // «октябрь 2022, 2023» names no list that means anything.
    if list.len() > 1 && years && !(same(Grain::Year) || same(Grain::AcademicYear)) {
        return None;
    }
    Some((list, rest))
}

fn next_in_list<'t>(list: &[Term], place: Cursor<'t>) -> Read<'t, Vec<Term>> {
    let comma = place.mark(&[',', ';']);
    let rest = comma.unwrap_or(place).maybe(&["и", "а"]);
    let rest = if rest.left() == place.left() {
        Some(place).filter(|place| place.gap() == Gap::Line)?
    } else {
        rest
    };
    let (mut more, after) = numbers(rest).or_else(|| term(rest).map(|(term, rest)| (vec![term], rest)))?;
    // «до 15 января, 15 апреля»: the preposition serves the whole list.
    if let (Some(last), false) = (list.last(), more.iter().any(|term| term.bound != Bound::Within)) {
        for term in &mut more {
            let alike =
                term.named.from.shape.grain() == last.named.from.shape.grain() && term.named.to.is_none();
            if alike && last.bound == Bound::NotLater && !worded(rest) {
                term.bound = last.bound;
            }
        }
    }
    Some((more, after))
}

/// Whether the place opens with a word that is no month: a preposition.
fn worded(place: Cursor<'_>) -> bool {
    place.word().is_some_and(|(text, _)| word::month(text).is_none())
}

/// «1, 8 и 15 марта», «I, III кварталы»: numbers that share what follows the last of them.
fn numbers(place: Cursor<'_>) -> Read<'_, Vec<Term>> {
    let (bound, start) = match place.any(&["до", "к"]) {
        Some(rest) => (Bound::NotLater, rest),
        None => (Bound::Within, place.maybe(&["в", "во"])),
    };
    let mut found = Vec::new();
    let mut rest = start;
    while let Some((Nth::Number(number), after)) = word::ordinal(rest) {
        let comma = after.mark(&[',', ';']);
        let next = comma.unwrap_or(after).maybe(&["и"]);
        if next.left() == after.left() {
            break;
        }
        found.push(number);
        rest = next;
    }
    if found.is_empty() {
        return None;
    }
    let (last, rest) = named_period(rest)?;
    let mut terms = Vec::new();
    for number in found {
        let shape = last.from.shape.numbered(number)?;
        terms.push(Named { from: Point { shape, ..last.from }, to: None });
    }
    terms.push(last);
    Some((terms.into_iter().map(|named| Term { named, bound, prefixed: true }).collect(), rest))
}

/// One term.
fn term(place: Cursor<'_>) -> Read<'_, Term> {
    let place = opening(place);
    let (term, rest) =
        whole_year(place).or_else(|| not_later(place)).or_else(|| within(place)).or_else(|| from(place))?;
    let rest = rest.maybe(&["включительно", "вкл"]);
    Some((term, clock(rest).unwrap_or(rest)))
}

/// The place after «срок:», «в срок», «ориентировочно».
fn opening(place: Cursor<'_>) -> Cursor<'_> {
    let rest = place.maybe(&["ориентировочно", "предварительно", "примерно", "планируется"]);
    let due = rest.maybe(&["в"]).any(&["срок", "сроки"]);
    due.map_or(rest, |due| due.maybe(&["исполнения", "проведения", "сдачи"]).maybe_mark(&['-', ':']))
}

/// «в течение года», «весь год», «круглый год»: the plan's own year.
fn whole_year(place: Cursor<'_>) -> Read<'_, Term> {
    let rest = during(place).or_else(|| place.stem(&["весь", "всего", "целый", "кругл"]))?;
    let rest = rest.stem(&["всего", "текущ", "весь"]).unwrap_or(rest);
    let rest = rest.any(&["год", "года", "году", "г"])?;
    let rest = rest.close_mark('.').unwrap_or(rest);
    let from = Point { shape: Shape::AcademicYear, year: Some(YearWritten::Academic(None)), loose: false };
    Some((Term { named: Named { from, to: None }, bound: Bound::Within, prefixed: true }, rest))
}

/// «в течение», «на протяжении», «в период».
pub(super) fn during(place: Cursor<'_>) -> Option<Cursor<'_>> {
    let rest = place.any(&["в", "на"])?;
    rest.any(&["течение", "течении", "протяжении", "период", "периоде", "теченние", "течени", "теч"])
        .map(|rest| rest.close_mark('.').unwrap_or(rest))
}

fn not_later(place: Cursor<'_>) -> Read<'_, Term> {
    let late = place.words(&["не", "позднее"]).or_else(|| place.words(&["не", "позже"]));
    let until = place.any(&["до"]);
    let last = place.stem(&["крайн", "предельн"]).and_then(|rest| rest.any(&["срок"]));
    let last = last.map(|rest| rest.maybe(&["исполнения", "сдачи"]).maybe_mark(&['-', ':']).maybe(&["до"]));
    let rest = late.or(until).or_else(|| place.any(&["к", "ко", "по"])).or(last)?;
    // «по окончании года» comes after it, not before.
    if let Some(rest) =
        rest.any(&["окончания", "окончанию", "завершения", "конца", "концу", "конец", "завершению"])
    {
        let (named, rest) = end_of(rest)?;
        return Some((Term { named, bound: Bound::NotLater, prefixed: true }, rest));
    }
    if let Some(rest) = rest.any(&["начала", "началу"]) {
        let (point, rest) = point(rest)?;
        let Shape::AcademicYear = point.shape else { return None };
        let from = Point { shape: Shape::Day { month: 9, day: 1 }, ..point };
        return Some((
            Term { named: Named { from, to: None }, bound: Bound::NotLater, prefixed: true },
            rest,
        ));
    }
    let (from, rest) = point(rest)?;
    let inclusive = late.is_some() || place.any(&["по"]).is_some() || rest.any(&["включительно"]).is_some();
    // «до марта», «до II квартала»: before it or with it, nobody knows.
    if from.loose || (from.shape.grain() != Grain::Day && !inclusive) {
        return None;
    }
    Some((Term { named: Named { from, to: None }, bound: Bound::NotLater, prefixed: true }, rest))
}

/// What can end: a month, a quarter, a year.
fn end_of(place: Cursor<'_>) -> Read<'_, Named> {
    if let Some((from, rest)) = point(place) {
        return (!matches!(from.shape.grain(), Grain::Day | Grain::Days))
            .then_some((Named { from, to: None }, rest));
    }
    let rest = place.stem(&["календарн", "текущ"]).unwrap_or(place).any(&["года", "году"])?;
    let from = Point { shape: Shape::Year, year: None, loose: false };
    Some((Named { from, to: None }, rest))
}

fn within(place: Cursor<'_>) -> Read<'_, Term> {
    let start = during(place)
        .map(|rest| rest.stem(&["всего", "всей", "календарн", "текущ"]).unwrap_or(rest))
        .or_else(|| place.any(&["в", "во", "на"]))
        .or_else(|| place.any(&["период", "весь", "за"]))
        .unwrap_or(place);
    let start = start.maybe(&["период"]);
    let (named, rest) = named_period(start)?;
    let figures =
        matches!(place.peek().map(|token| &token.lexeme), Some(Lexeme::Number { .. } | Lexeme::Roman(_)));
    let prefixed = figures || start.left() < place.left() || place.any(&["с", "со"]).is_some();
    Some((Term { named, bound: Bound::Within, prefixed }, rest))
}

fn from(place: Cursor<'_>) -> Read<'_, Term> {
    let rest = place.words(&["не", "ранее"]).or_else(|| place.words(&["не", "раньше"])).or_else(|| {
        let rest = place.maybe(&["начиная"]);
        rest.any(&["с", "со"])
    })?;
    let beginning = rest.any(&["начала"]);
    let (from, rest) = point(beginning.unwrap_or(rest))?;
    if from.loose || (beginning.is_some() && from.shape != Shape::AcademicYear) {
        return None;
    }
    Some((Term { named: Named { from, to: None }, bound: Bound::From, prefixed: true }, rest))
}

/// A time of day after a date: «в 14:00», «с 10.00 до 12.00», «14:00 ч.», «начало в 11.00».
pub(super) fn clock(place: Cursor<'_>) -> Option<Cursor<'_>> {
    let rest = place.maybe_mark(&[',']);
    let start = rest.any(&["начало"]).map(|rest| rest.maybe_mark(&['-', ':']));
    let rest = start.unwrap_or(rest);
    let worded = rest.any(&["в", "с", "к"]).or(start);
    let rest = worded.unwrap_or(rest);
    let (_, _, rest) = rest.number().filter(|(hour, ..)| *hour < 24)?;
    // A dot could be a date's, and a dash a range's, unless a preposition or the figures say no.
    let colon =
        rest.close_mark(':').or_else(|| worded.and(rest.close_mark('-'))).and_then(Cursor::close_number);
    let dot = rest.close_mark('.').and_then(Cursor::close_number);
    let dot = dot.filter(|(minute, ..)| worded.is_some() || *minute == 0 || *minute > 12);
    let minute = colon.or(dot).filter(|(minute, digits, _)| *minute < 60 && *digits == 2);
    let hours = |rest: Cursor<'_>| rest.any(&["ч", "час", "часов", "часа"]).is_some();
    let rest = match minute {
        // «с 15.10.2022»: a date.
        Some((.., rest)) if rest.close_mark('.').and_then(Cursor::close_number).is_some() => return None,
        Some((.., rest)) => rest,
        None if worded.is_some() && hours(rest) => rest,
        None => return None,
    };
    let rest = rest.maybe(&["ч", "час", "часов", "часа"]);
    let rest = rest.close_mark('.').unwrap_or(rest).maybe(&["мск"]);
    let until = rest.mark(&['-']).or_else(|| rest.any(&["до"]));
    Some(until.and_then(|until| clock_end(until)).unwrap_or(rest))
}

fn clock_end(place: Cursor<'_>) -> Option<Cursor<'_>> {
    let (hour, _, rest) = place.number()?;
    let rest = rest.close_mark(':').or_else(|| rest.close_mark('.'))?;
    rest.close_number().filter(|(minute, ..)| hour < 24 && *minute < 60).map(|(.., rest)| rest)
}
