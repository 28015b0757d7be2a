//! The grammar of recurring deadlines: «не реже 1 раза в квартал», «ежемесячно до 5 числа», «последняя пятница месяца».

use chrono::Weekday;

use super::recurrence::{Recurrence, Unit};
use super::rule::{DueRule, MonthOf, Occasion};
use super::term::clock;
use crate::calendar::phrase::{Cursor, Nth, word};

type Read<'t, T> = Option<(T, Cursor<'t>)>;

/// How often, and on which day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Recurring {
    pub often: Recurrence,
    pub rule: Option<DueRule>,
    /// Whether words say how often («ежемесячно»), or only the day rule does («до 5 числа»).
    pub stated: bool,
}

/// Reads a recurring deadline: a frequency with a day rule after it, or a day rule that itself says how often.
pub(super) fn recurring<'t>(place: Cursor<'t>) -> Read<'t, Recurring> {
    if let Some(read) = next_year(place) {
        return Some(read);
    }
    if let Some((recurrence, rest)) = frequency(place) {
        let rule = |place: Cursor<'t>| {
            let weekly = |place| weekdays(place).filter(|_| recurrence.unit == Unit::Week);
            day_rule(place, recurrence.unit == Unit::Month)
                .or_else(|| weekly(place.maybe(&["в", "во", "на"])))
        };
        let bracketed = rest.mark(&['(']).and_then(rule);
        let bracketed = bracketed.and_then(|(rule, rest)| Some(rule).zip(rest.mark(&[')'])));
        let (rule, rest) = match bracketed.or_else(|| rule(rest.maybe_mark(&[',', '-']))) {
            Some(((_, rule), rest)) => (Some(rule), rest),
            None => (None, rest),
        };
        return Some((Recurring { often: recurrence, rule, stated: true }, clock(rest).unwrap_or(rest)));
    }
    let ((unit, rule), rest) = day_rule(place, false)?;
    let count = match &rule.occasion {
        Occasion::Days(days) => u32::try_from(days.len()).ok()?,
        Occasion::Weekdays(days) => u32::try_from(days.len()).ok()?,
        _ => 1,
    };
    let alone = Recurrence { count, ..Recurrence::every(unit) };
    // «до 20 числа ежемесячно»
    match frequency(rest.maybe_mark(&[','])) {
        Some((often, rest)) if often.count == 1 => {
            Some((Recurring { often: Recurrence { count, ..often }, rule: Some(rule), stated: true }, rest))
        }
        Some(_) => None,
        None => {
            let read = Recurring { often: alone, rule: Some(rule), stated: false };
            Some((read, clock(rest).unwrap_or(rest)))
        }
    }
}

/// «до 20 января года, следующего за отчётным».
fn next_year(place: Cursor<'_>) -> Read<'_, Recurring> {
    let late = place.words(&["не", "позднее"]).unwrap_or_else(|| place.maybe(&["до", "к"]));
    let (day, rest) = day_number(late)?;
    let (text, rest) = rest.word()?;
    let month = word::month(text)?;
    let rest = rest.any(&["года"])?.maybe_mark(&[',']).stem(&["следующ"])?.any(&["за"])?.stem(&["отчетн"])?;
    let rule = DueRule { occasion: Occasion::Days(vec![day]), month: MonthOf::Named(month) };
    let read = Recurring { often: Recurrence::every(Unit::Year), rule: Some(rule), stated: true };
    Some((read, rest.maybe(&["годом"])))
}

/// «ежеквартально», «каждый месяц», «2 раза в год», «не реже одного раза в две недели», «по полугодиям».
fn frequency(place: Cursor<'_>) -> Read<'_, Recurrence> {
    adverb(place).or_else(|| each(place)).or_else(|| times(place)).or_else(|| by_units(place))
}

fn adverb(place: Cursor<'_>) -> Read<'_, Recurrence> {
    const ADVERBS: [(&str, Unit); 12] = [
        ("ежедневн", Unit::Day),
        ("еженедельн", Unit::Week),
        ("ежемесячн", Unit::Month),
        ("ежеквартальн", Unit::Quarter),
        ("ежегодн", Unit::Year),
        ("ежесеместр", Unit::Semester),
        ("ежеполугод", Unit::HalfYear),
        ("поквартальн", Unit::Quarter),
        ("помесячн", Unit::Month),
        ("понедельно", Unit::Week),
        ("посеместров", Unit::Semester),
        ("каждодневн", Unit::Day),
    ];
    let (text, rest) = place.word()?;
    // «ежедневник» is a thing.
    let is_adverb = |stem: &str| text.strip_prefix(stem).is_some_and(|ending| !ending.starts_with("ик"));
    let known = ADVERBS.iter().find(|(stem, _)| is_adverb(stem));
    let known = known.or_else(|| ADVERBS.iter().find(|(stem, _)| word::one_slip(text, &format!("{stem}о"))));
    if known.is_none() && text.starts_with("ежечетверт") {
        return Some((Recurrence { count: 4, ..Recurrence::every(Unit::AcademicYear) }, rest));
    }
    let rest = rest.maybe(&["отчет", "отчеты"]);
    known.map(|(_, unit)| (Recurrence::every(*unit), rest))
}

/// A unit and how many times it goes into it: a school quarter (четверть) is a fourth of an academic year.
fn unit(place: Cursor<'_>) -> Read<'_, (Unit, u32)> {
    let (text, rest) = place.word()?;
    let dotted = |rest: Cursor<'_>| rest.close_mark('.').is_some();
    let found = match text {
        "день" | "дня" | "дней" | "дни" | "сутки" | "суток" => Unit::Day,
        "мес" | "кв" | "уч" | "г" | "полуг" => {
            let after = rest.close_mark('.').unwrap_or(rest);
            let unit = match text {
                "мес" => Unit::Month,
                "кв" => Unit::Quarter,
                "полуг" => Unit::HalfYear,
                "г" => Unit::Year,
                _ => {
                    let after = after.any(&["год", "года", "г"])?;
                    let after = if dotted(after) { after.maybe_mark(&['.']) } else { after };
                    return Some(((Unit::AcademicYear, 1), after));
                }
            };
            return Some(((unit, 1), after));
        }
        "год" | "года" | "году" | "лет" | "годы" => Unit::Year,
        "полгода" => Unit::HalfYear,
        text if text.starts_with("недел") => Unit::Week,
        text if text.starts_with("месяц") => Unit::Month,
        text if text.starts_with("квартал") => Unit::Quarter,
        text if text.starts_with("полугоди") => Unit::HalfYear,
        text if text.starts_with("семестр") => Unit::Semester,
        text if text.starts_with("четверть") || text == "четверти" => {
            return Some(((Unit::AcademicYear, 4), rest));
        }
        text if text.starts_with("триместр") => return Some(((Unit::AcademicYear, 3), rest)),
        text if text.starts_with("учебн") => {
            if let Some(rest) = rest.stem(&["семестр"]) {
                return Some(((Unit::Semester, 1), rest));
            }
            return rest.any(&["год", "года", "году"]).map(|rest| ((Unit::AcademicYear, 1), rest));
        }
        text if text.starts_with("календарн") => {
            return rest.any(&["год", "года", "году"]).map(|rest| ((Unit::Year, 1), rest));
        }
        _ => return None,
    };
    Some(((found, 1), rest))
}

/// «каждый квартал», «каждые две недели».
fn each(place: Cursor<'_>) -> Read<'_, Recurrence> {
    let rest = place.maybe(&["в", "на"]).stem(&["кажд"])?;
    let (interval, rest) =
        word::count(rest).filter(|(interval, _)| (1..=60).contains(interval)).unwrap_or((1, rest));
    let ((unit, times), rest) = unit(rest)?;
    Some((Recurrence { interval, count: times, ..Recurrence::every(unit) }, rest))
}

/// «раз в неделю», «2 раза в год», «не реже двух раз в полугодие», «не менее 2 заседаний в год».
fn times(place: Cursor<'_>) -> Read<'_, Recurrence> {
    let least = at_least(place);
    let start = least.unwrap_or(place).maybe(&["по"]);
    let (count, exact, rest) = match start.word() {
        Some(("дважды", rest)) => (2, true, rest),
        Some(("трижды", rest)) => (3, true, rest),
        Some(("раз" | "разу", rest)) => (1, true, rest),
        _ => {
            let (count, rest) = word::count(start)?;
            // «1–2 раза»: at least the first of the two.
            let range = rest.mark(&['-']).and_then(word::count).filter(|(most, _)| *most > count);
            let (exact, rest) = range.map_or((true, rest), |(_, rest)| (false, rest));
            let noun = rest.any(&["раз", "раза", "разу", "разов", "р"]);
            let noun = noun.map(|rest| rest.close_mark('.').unwrap_or(rest));
            // «не менее 2 заседаний в год»
            let noun = noun.or_else(|| least.and(rest.word()).map(|(_, rest)| rest));
            (count, exact, noun?)
        }
    };
    let bare = rest.any(&["в", "во", "за", "на"]).or_else(|| rest.mark(&['/']));
    let rest = bare
        .map(|rest| rest.maybe(&["течение", "течении"]))
        .or_else(|| rest.stem(&["ежегодн"]).map(|_| rest))?;
    if let Some((stated, rest)) = adverb(rest) {
        return Some((Recurrence { count, at_least: least.is_some(), ..stated }, rest));
    }
    let rest = rest.stem(&["кажд", "один"]).unwrap_or(rest);
    let (interval, rest) = word::count(rest).unwrap_or((1, rest));
    let ((unit, per_unit), rest) = unit(rest)?;
    let sensible = (1..=366).contains(&count) && (1..=60).contains(&interval);
    let count = Some(count * per_unit).filter(|_| sensible && !(interval > 1 && per_unit > 1))?;
    Some((Recurrence { unit, interval, count, at_least: least.is_some() || !exact }, rest))
}

fn at_least(place: Cursor<'_>) -> Option<Cursor<'_>> {
    let worded = place.any(&["не"]).and_then(|rest| rest.any(&["реже", "менее", "меньше"]));
    let rest = worded.or_else(|| place.maybe(&["как"]).any(&["минимум"]))?;
    let rest = rest.maybe_mark(&[',']).maybe(&["чем"]);
    Some(rest.maybe_mark(&[',']))
}

/// «по полугодиям», «по итогам каждого квартала».
fn by_units(place: Cursor<'_>) -> Read<'_, Recurrence> {
    let rest = place.any(&["по", "после"])?;
    if let Some(rest) = rest.stem(&["окончани", "завершени"]).and_then(|rest| rest.stem(&["кажд"]))
    {
        let ((unit, count), rest) = unit(rest)?;
        return Some((Recurrence { count, ..Recurrence::every(unit) }, rest));
    }
    let Some(rest) = rest.any(&["итогам", "результатам"]) else {
        let (text, rest) = rest.word()?;
        let unit = match text {
            "кварталам" => Unit::Quarter,
            "полугодиям" => Unit::HalfYear,
            "семестрам" => Unit::Semester,
            "месяцам" => Unit::Month,
            _ => return None,
        };
        return Some((Recurrence::every(unit), rest));
    };
    let rest = rest.stem(&["кажд", "отчетн"]).unwrap_or(rest);
    let ((unit, count), rest) = unit(rest)?;
    let numbered = word::ordinal(rest).is_some() || crate::calendar::phrase::year(rest).is_some();
    (!numbered && !matches!(unit, Unit::Year | Unit::AcademicYear if count == 1))
        .then_some((Recurrence { count, ..Recurrence::every(unit) }, rest))
}

/// A rule that says on which day, and of what: «до 5 числа месяца, следующего за отчётным», «2-й четверг месяца».
fn day_rule(place: Cursor<'_>, stated: bool) -> Read<'_, (Unit, DueRule)> {
    numbered_day(place)
        .or_else(|| part_of_unit(place, stated))
        .or_else(|| nth_weekday(place, stated))
        .or_else(|| last_day(place, stated))
        .or_else(|| weekly(place))
}

/// «до 5 числа», «1 и 15 числа каждого месяца», «с 1 по 5 число», with the month after it.
fn numbered_day(place: Cursor<'_>) -> Read<'_, (Unit, DueRule)> {
    let due = place.words(&["в", "срок"]).unwrap_or(place);
    let late = due.words(&["не", "позднее"]).or_else(|| due.words(&["не", "позже"]));
    let start = late.unwrap_or_else(|| due.maybe(&["до", "к", "ко", "по", "с"]));
    let (first, mut rest) = day_number(start)?;
    let mut days = vec![first];
    while let Some((day, after)) = rest.mark(&[',']).or_else(|| rest.any(&["и"])).and_then(day_number) {
        days.push(day);
        rest = after;
    }
    let ranged = rest.any(&["по", "до"]).or_else(|| rest.mark(&['-'])).and_then(day_number);
    let occasion = match ranged {
        Some((last, after)) if days.len() == 1 && last > first => {
            rest = after;
            Occasion::DayRange(first, last)
        }
        Some(_) => return None,
        None => Occasion::Days(days),
    };
    let rest = rest.any(&["числа", "число", "числу", "числам"])?;
    let ((unit, month), rest) = month_of(rest).unwrap_or(((Unit::Month, MonthOf::Any), rest));
    Some(((unit, DueRule { occasion, month }), rest))
}

fn day_number(place: Cursor<'_>) -> Read<'_, u32> {
    let (day, digits, rest) = place.number()?;
    if word::is_span_of_days(rest) {
        return None;
    }
    let rest = word::ordinal_suffix(rest);
    // «5 (пятого) числа»
    let again = rest.mark(&['(']).and_then(word::ordinal).filter(|(again, _)| *again == Nth::Number(day));
    let again = again.and_then(|(_, rest)| rest.mark(&[')']));
    (digits <= 2 && (1..=31).contains(&day)).then(|| (day, again.unwrap_or(rest)))
}

/// «каждого месяца», «следующего месяца», «месяца, следующего за отчётным кварталом», «последнего месяца квартала».
fn month_of(place: Cursor<'_>) -> Read<'_, (Unit, MonthOf)> {
    if let Some(rest) = place.stem(&["последн"]).and_then(|rest| rest.any(&["месяца"])) {
        let rest = rest.stem(&["кажд", "отчетн"]).unwrap_or(rest);
        let ((unit, _), rest) = unit(rest)?;
        return Some(((unit, MonthOf::Last), rest));
    }
    let next = place.stem(&["следующ", "последующ"]);
    if let Some(rest) = next.and_then(|rest| rest.any(&["месяца"])) {
        return Some(((Unit::Month, MonthOf::Next), rest));
    }
    if let Some(rest) = next.and_then(|rest| rest.any(&["за"])) {
        let (unit, rest) = after_reported(rest)?;
        return Some(((unit, MonthOf::Next), rest));
    }
    let rest = place.stem(&["кажд", "отчетн", "текущ"]).unwrap_or(place).any(&["месяца", "мес"])?;
    let rest = rest.close_mark('.').unwrap_or(rest);
    let turned = rest.maybe_mark(&[',']);
    if let Some(rest) = turned.stem(&["следующ"]).and_then(|rest| rest.any(&["за"])) {
        let (unit, rest) = after_reported(rest)?;
        return Some(((unit, MonthOf::Next), rest));
    }
    if let Some(rest) = turned.stem(&["предшеству"]) {
        let (unit, rest) = after_reported(rest)?;
        return Some(((unit, MonthOf::Before), rest));
    }
    Some(((Unit::Month, MonthOf::Any), rest))
}

/// «отчётным», «отчётным кварталом», «планируемому периоду»: a period of no name is a quarter, by which plans are made.
fn after_reported(place: Cursor<'_>) -> Read<'_, Unit> {
    let rest = place.stem(&["отчетн", "планируем", "истекш", "прошедш", "планов"])?;
    if let Some(rest) = rest.stem(&["период"]) {
        return Some((Unit::Quarter, rest));
    }
    if let Some(rest) = rest.any(&["годом", "году"]) {
        return Some((Unit::Year, rest));
    }
    Some(unit(rest).map_or((Unit::Month, rest), |((unit, _), rest)| (unit, rest)))
}

/// «последняя пятница месяца» (the month may be `stated` before: «ежемесячно, последняя пятница»), «каждый 2-й четверг месяца», «в последний четверг каждого месяца».
fn nth_weekday(place: Cursor<'_>, stated: bool) -> Read<'_, (Unit, DueRule)> {
    let rest = place.maybe(&["в", "во"]);
    let rest = rest.stem(&["кажд"]).unwrap_or(rest);
    let (nth, rest) = word::ordinal(rest).filter(|(nth, _)| !matches!(nth, Nth::Number(0 | 6..)))?;
    let (text, rest) = rest.word()?;
    let weekday = word::weekday(text)?;
    let each = rest.stem(&["кажд"]).unwrap_or(rest).any(&["месяца"]);
    let monthly = || frequency(rest).filter(|(often, _)| often.unit == Unit::Month).map(|(_, rest)| rest);
    let rest = each.or_else(monthly).or_else(|| stated.then_some(rest))?;
    Some(((Unit::Month, DueRule::of(Occasion::NthWeekday(nth, weekday))), rest))
}

/// «последняя неделя месяца», «вторая декада каждого месяца», «в конце каждого квартала».
fn part_of_unit(place: Cursor<'_>, stated: bool) -> Read<'_, (Unit, DueRule)> {
    let start = place.maybe(&["в", "во", "на"]);
    if let Some(rest) = start.any(&["конце", "конец"]).and_then(|rest| rest.stem(&["кажд"])) {
        let ((unit, 1), rest) = unit(rest)? else { return None };
        let rule = DueRule { occasion: Occasion::Decade(Nth::Last), month: MonthOf::Last };
        return matches!(unit, Unit::Month | Unit::Quarter).then_some(((unit, rule), rest));
    }
    let (nth, rest) = word::ordinal(start)?;
    let (text, rest) = rest.word()?;
    let occasion = match nth {
        Nth::Number(0 | 4..) => return None,
        nth if text.starts_with("недел") => Occasion::Week(nth),
        nth if text.starts_with("декад") => Occasion::Decade(nth),
        _ => return None,
    };
    let each = rest.stem(&["кажд"]).unwrap_or(rest).any(&["месяца"]);
    Some(((Unit::Month, DueRule::of(occasion)), each.or(stated.then_some(rest))?))
}

/// «последний рабочий день квартала», «последний день каждого месяца».
fn last_day(place: Cursor<'_>, stated: bool) -> Read<'_, (Unit, DueRule)> {
    let late = place.words(&["не", "позднее"]).unwrap_or_else(|| place.maybe(&["в", "до", "на"]));
    let rest = late.stem(&["последн"])?;
    // «последний месяц квартала»
    if let Some(rest) = rest.any(&["месяц", "месяце"]) {
        let ((unit, 1), rest) = unit(rest)? else { return None };
        let rule = DueRule { occasion: Occasion::WholeMonth, month: MonthOf::Last };
        return (unit == Unit::Quarter).then_some(((unit, rule), rest));
    }
    let working = rest.stem(&["рабоч"]);
    let rest = working.unwrap_or(rest).any(&["день", "дня"])?;
    let rule = DueRule::of(Occasion::LastDay { working: working.is_some() });
    let Some(((unit, 1), rest)) = unit(rest.stem(&["кажд", "отчетн"]).unwrap_or(rest)) else {
        return stated.then_some(((Unit::Month, rule), rest));
    };
    let plain = !matches!(unit, Unit::Day | Unit::Year | Unit::AcademicYear);
    plain.then_some(((unit, rule), rest))
}

/// «каждый вторник», «по пятницам», «по вторникам и четвергам».
fn weekly(place: Cursor<'_>) -> Read<'_, (Unit, DueRule)> {
    let each = place.maybe(&["в", "во"]).stem(&["кажд"]);
    let plural = place.any(&["по"]).filter(|rest| rest.word().is_some_and(|(text, _)| text.ends_with("м")));
    weekdays(each.or(plural)?)
}

/// Days of the week in a row.
fn weekdays(place: Cursor<'_>) -> Read<'_, (Unit, DueRule)> {
    let one = |place: Cursor<'_>| -> Option<(Weekday, usize)> {
        let (text, rest) = place.word()?;
        word::weekday(text).map(|day| (day, place.left() - rest.left()))
    };
    let (first, _) = one(place)?;
    let mut days = vec![first];
    let mut rest = place.next()?.1;
    loop {
        let comma = rest.mark(&[',']).unwrap_or(rest).maybe(&["и", "по"]);
        let Some((day, _)) = one(comma).filter(|_| comma.left() < rest.left()) else { break };
        days.push(day);
        rest = comma.next()?.1;
    }
    Some(((Unit::Week, DueRule::of(Occasion::Weekdays(days))), rest))
}
