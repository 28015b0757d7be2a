//! Deadlines that an event or a need sets: «по мере поступления», «не позднее 1 рабочего дня после события».

use super::condition::{extent, lowered, raw};
use super::event::{EventRule, Side};
use super::term::during;
use crate::calendar::phrase::{Cursor, Grain, Lexeme, point, word};

/// How far the condition reaches, and how many days it counts.
pub(super) type Demand<'t> = (Cursor<'t>, Option<EventRule>);

/// A longer wait is a misreading.
const LONGEST_DAYS: u32 = 3660;

/// Reads a condition of an event or a need.
pub(super) fn on_demand(place: Cursor<'_>) -> Option<Demand<'_>> {
    let (rule, start) = counted(place).or_else(|| need(place).map(|rest| (None, rest)))?;
    let end = extent(start);
    // «за 10 дней до 1 сентября» is a date that can be counted, not a need.
    let dated = |place: Cursor<'_>| {
        point(place)
            .is_some_and(|(point, _)| !matches!(point.shape.grain(), Grain::Year | Grain::AcademicYear))
    };
    let mut tail = start.until(end);
    if start.any(&["до", "после", "с", "со", "от", "по"]).is_some_and(dated) {
        return None;
    }
    // The extent stops before a term; one that hangs on «до», «после» is the event itself.
    let hanging = start.until(end).tokens().last().or_else(|| place.until(start).tokens().last());
    let hangs = hanging.is_some_and(|token| {
        matches!(&token.lexeme, Lexeme::Word(text) if matches!(text.as_str(), "до" | "после" | "с" | "от" | "по" | "окончании" | "окончания" | "завершения" | "начала"))
    });
    if hangs && !end.is_end() && dated(end) {
        return None;
    }
    while let Some((_, rest)) = tail.next() {
        if dated(tail) {
            return None;
        }
        tail = rest;
    }
    Some((end, rule))
}

/// Words of need that count no days.
fn need(place: Cursor<'_>) -> Option<Cursor<'_>> {
    let single = place.any(&[
        "единовременно",
        "однократно",
        "разово",
        "разовое",
        "немедленно",
        "незамедлительно",
        "безотлагательно",
        "своевременно",
        "оперативно",
        "накануне",
        "сразу",
    ]);
    single
        .or_else(|| place.words(&["по", "мере"]))
        .or_else(|| {
            place.any(&["по"])?.stem(&[
                "необходимост",
                "запрос",
                "требовани",
                "заявк",
                "факт",
                "окончани",
                "завершени",
                "истечени",
                "итогам",
                "результатам",
                "поступлени",
                "приглашени",
                "обращени",
                "заявлени",
                "востребован",
                "готовност",
                "возможност",
                "получени",
                "прибыти",
                "выполнени",
            ])
        })
        .or_else(|| place.any(&["при", "после", "перед"]).filter(|rest| rest.word().is_some()))
        .or_else(|| place.any(&["в"])?.any(&["день", "дни", "момент", "случае", "случаях", "процессе"]))
        .or_else(|| place.any(&["с", "со"])?.any(&["момента", "дня"]))
        .or_else(|| place.words(&["в", "тот", "же", "день"]))
        .or_else(|| place.any(&["в"])?.stem(&["рабоч", "оператив"])?.any(&["порядке"]))
        .or_else(|| {
            place.words(&["до", "начала"])?.stem(&[
                "мероприяти",
                "проведени",
                "заседани",
                "событи",
                "занятий",
                "практик",
            ])
        })
        .or_else(|| {
            let events =
                ["мероприяти", "проведени", "заседани", "событи", "подписани", "завершени", "окончани"];
            place.any(&["до"])?.stem(&events)
        })
}

/// «в течение 5 рабочих дней», «в 10-дневный срок», «не позднее чем за 3 дня до», «на следующий день после».
fn counted(place: Cursor<'_>) -> Option<(Option<EventRule>, Cursor<'_>)> {
    if let Some(rest) = place.words(&["на", "следующий"]) {
        let working = rest.stem(&["рабоч"]);
        let rest = working.unwrap_or(rest).any(&["день"])?;
        return Some((Some(EventRule { side: Side::After, days: 1, working: working.is_some() }), rest));
    }
    let late = place.words(&["не", "позднее"]).or_else(|| place.words(&["не", "позже"]));
    if let Some(rest) = late.and_then(|rest| rest.stem(&["следующ"])) {
        let working = rest.stem(&["рабоч"]);
        let rest = working.unwrap_or(rest).any(&["дня"])?;
        return Some((Some(EventRule { side: Side::After, days: 1, working: working.is_some() }), rest));
    }
    if let Some(read) = term_of_days(place) {
        return Some(read);
    }
    let least = place.words(&["не", "менее"]).filter(|rest| rest.maybe_mark(&[',']).any(&["чем"]).is_some());
    let late = late.or(least).map(|rest| rest.maybe_mark(&[',']).maybe(&["чем"]).maybe(&["через"]));
    let within = during(place);
    let before = late.unwrap_or(place).any(&["за"]);
    let through = place.any(&["через", "спустя"]);
    let start = before.or(late).or(within).or(through)?;
    let (amount, working, rest) = span(start)?;
    let named_side = side(rest);
    let side = match (before, named_side) {
        (Some(_), Some(Side::Before)) => Side::Before,
        (None, Some(side)) => side,
        // «в течение 5 рабочих дней»: of an event that goes without saying.
        (None, None) if within.is_some() => Side::After,
        _ => return None,
    };
    Some((amount.map(|days| EventRule { side, days, working }), rest))
}

fn side(place: Cursor<'_>) -> Option<Side> {
    if place.any(&["до"]).is_some() {
        return Some(Side::Before);
    }
    let after = place.any(&["после", "с", "со", "от", "по"]);
    after.map(|_| Side::After)
}

/// «N рабочих дней», «недели», «месяца», «3 часов»: days where they can be counted.
fn span(place: Cursor<'_>) -> Option<(Option<u32>, bool, Cursor<'_>)> {
    let (count, rest) = word::count(place).unwrap_or((1, place));
    let rest = rest.maybe(&["х"]);
    let working = rest.stem(&["рабоч"]);
    let rest = working.or_else(|| rest.stem(&["календарн"])).unwrap_or(rest);
    let (text, rest) = rest.word()?;
    let days = match text {
        "день" | "дня" | "дней" | "дн" | "сутки" | "суток" => Some(count),
        text if text.starts_with("недел") => Some(count.checked_mul(7)?),
        text if text.starts_with("месяц") || text.starts_with("час") => None,
        _ => return None,
    };
    if days.is_some_and(|days| days > LONGEST_DAYS) {
        return None;
    }
    let rest = rest.close_mark('.').unwrap_or(rest);
    Some((days, working.is_some(), rest))
}

/// «в 10-дневный срок», «в трёхдневный срок», «в недельный срок», «в месячный срок».
fn term_of_days(place: Cursor<'_>) -> Option<(Option<EventRule>, Cursor<'_>)> {
    let rest = place.any(&["в"])?;
    let (number, rest) = match word::count(rest) {
        Some((number, rest)) if place.any(&["в"]).and_then(Cursor::number).is_some() => {
            let rest = rest.maybe_mark(&['-']);
            (Some(number), rest.any(&["ти", "и"]).map_or(rest, |rest| rest.maybe_mark(&['-'])))
        }
        _ => (None, rest),
    };
    let (text, rest) = rest.word()?;
    let rest = rest.stem(&["рабоч"]).unwrap_or(rest);
    let rest = rest.any(&["срок"])?;
    let words = [
        ("одно", 1),
        ("двух", 2),
        ("трех", 3),
        ("четырех", 4),
        ("пяти", 5),
        ("семи", 7),
        ("десяти", 10),
        ("пятнадцати", 15),
    ];
    let worded = words.iter().find_map(|(stem, count)| Some((*count, text.strip_prefix(stem)?)));
    let (count, unit) = number.map(|number| (number, text)).or(worded).unwrap_or((1, text));
    let days = if unit.starts_with("дневн") {
        Some(count)
    } else if unit.starts_with("недельн") {
        Some(count.checked_mul(7)?)
    } else if unit.starts_with("месячн") {
        None
    } else {
        return None;
    };
    let rule = days.filter(|days| *days <= LONGEST_DAYS).map(|days| EventRule {
        side: Side::After,
        days,
        working: false,
    });
    Some((rule, rest))
}

/// The condition in words; days of an unnamed event are said to be after it.
pub(super) fn wording(text: &str, condition: Cursor<'_>, rule: Option<EventRule>) -> String {
    let written = lowered(&raw(text, condition));
    match rule {
        Some(EventRule { side: Side::After, days, working })
            if counted(condition).is_some_and(|(_, rest)| rest.is_end()) =>
        {
            let kind = if working { "рабочих " } else { "" };
            if days >= 5 && !(days % 10 == 1 && days % 100 != 11) {
                format!("{days} {kind}дней после события")
            } else {
                format!("{written} после события")
            }
        }
        _ => written,
    }
}
