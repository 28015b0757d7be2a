//! Deadlines that another paper sets, and those that last all the time.

use super::recurring::recurring;
use super::term::{during, terms};
use crate::calendar::phrase::{Cursor, Gap, Grain, Lexeme};

/// Words for what sets a deadline, by stem, with the nominative where a condition can begin with it.
const ACTS: [(&str, &str); 31] = [
    ("план", "план"),
    ("график", "график"),
    ("приказ", "приказ"),
    ("распоряжени", "распоряжение"),
    ("положени", "положение"),
    ("расписани", "расписание"),
    ("программ", "программа"),
    ("календар", "календарь"),
    ("регламент", "регламент"),
    ("договоренност", "договоренность"),
    ("договор", "договор"),
    ("соглашени", "соглашение"),
    ("порядк", "порядок"),
    ("решени", "решение"),
    ("постановлени", "постановление"),
    ("указани", "указание"),
    ("письм", "письмо"),
    ("медиаплан", "медиаплан"),
    ("циклограмм", "циклограмма"),
    ("техническ", "техническое"),
    ("инструкци", "инструкция"),
    ("поручени", "поручение"),
    ("назначени", "назначение"),
    ("согласовани", "согласование"),
    ("дорожн", "дорожная"),
    ("требовани", "требования"),
    ("уведомлени", "уведомление"),
    ("протокол", "протокол"),
    ("законодательств", "законодательство"),
    ("срок", "сроки"),
    ("методическ", "методические"),
];

/// Adjectives that stand before such a word: «по отдельному графику».
const ADJECTIVES: &[&str] = &[
    "отдельн",
    "утвержден",
    "индивидуальн",
    "особ",
    "учебн",
    "установленн",
    "календарн",
    "годов",
    "общ",
    "рабоч",
    "соответствующ",
    "специальн",
    "совместн",
    "согласован",
    "единому",
    "своему",
    "своим",
    "внутренн",
    "тематическ",
    "организатор",
    "сетев",
    "планов",
];

/// A deadline set by another paper: how far it reaches, and its wording.
pub(super) fn external(place: Cursor<'_>) -> Option<Cursor<'_>> {
    let start = place
        .words(&["в", "соответствии", "с"])
        .or_else(|| place.words(&["в", "соответствии", "со"]))
        .or_else(|| place.words(&["в", "соответствие", "с"]))
        .or_else(|| place.any(&["согласно"]))
        .or_else(|| place.words(&["на", "основании"]))
        .or_else(|| place.words(&["в", "рамках"]))
        .or_else(|| by_act(place))
        .or_else(|| set_dates(place))
        .or_else(|| calendar_event(place))?;
    Some(extent(start))
}

/// «по плану», «по отдельному графику», «график уточняется».
fn by_act(place: Cursor<'_>) -> Option<Cursor<'_>> {
    let rest = place.any(&["по", "согл", "на"]).map(|rest| rest.maybe_mark(&['.']))?;
    let rest = adjectives(rest);
    let (text, after) = rest.word()?;
    act(text).map(|_| after)
}

fn adjectives(mut place: Cursor<'_>) -> Cursor<'_> {
    while let Some(rest) =
        place.stem(ADJECTIVES).filter(|_| place.word().is_some_and(|(text, _)| act(text).is_none()))
    {
        place = rest.maybe_mark(&[',']);
    }
    place
}

fn act(text: &str) -> Option<&'static str> {
    ACTS.iter()
        .find(|(stem, _)| text.strip_prefix(stem).is_some_and(|ending| ending.chars().count() <= 3))
        .map(|(_, noun)| *noun)
}

/// «в сроки, установленные …», «в установленные сроки», «сроки организаторов», «дата уточняется», «определяется дополнительно».
fn set_dates(place: Cursor<'_>) -> Option<Cursor<'_>> {
    let later = place.maybe(&["будет", "будут"]).stem(&["устан", "уточн", "определ", "назнач"]);
    if let Some(rest) = later.and_then(|rest| rest.any(&["дополнительно", "позднее", "позже", "отдельно"]))
    {
        return Some(rest);
    }
    let start = place.maybe(&["в", "к"]);
    let set = start.stem(&[
        "установлен",
        "указан",
        "определен",
        "назначен",
        "согласованн",
        "запланирован",
        "планов",
    ]);
    if let Some(rest) = set.and_then(|rest| rest.stem(&["срок", "дат", "порядк", "врем", "дни", "день"]))
    {
        return Some(rest);
    }
    let rest = start.any(&["сроки", "срок", "дата", "даты", "график"])?.maybe_mark(&[',', '-', ':']);
    let reason = rest.maybe(&["будет", "будут"]).stem(&[
        "установл",
        "устанавл",
        "уточн",
        "указан",
        "определ",
        "организатор",
        "согласов",
        "назнач",
        "предусмотр",
        "утвержд",
        "проведени",
        "реализаци",
    ])?;
    Some(reason)
}

/// «осенние каникулы», «в период практики», «во время сессии»: the academic calendar sets the days.
fn calendar_event(place: Cursor<'_>) -> Option<Cursor<'_>> {
    let span = during(place)
        .or_else(|| place.words(&["во", "время"]))
        .or_else(|| place.words(&["в", "дни"]))
        .or_else(|| place.any(&["период"]));
    if let Some(rest) = span.and_then(|span| span.stem(&["проведени"])) {
        return rest.word().map(|(_, rest)| rest);
    }
    let start = span.or_else(|| place.any(&["на", "в", "во"])).unwrap_or(place);
    let which = start.stem(&[
        "осенни",
        "зимни",
        "весенни",
        "летни",
        "каникулярн",
        "экзаменационн",
        "производственн",
        "преддипломн",
    ]);
    let rest = which.unwrap_or(start);
    // «трудоустройство на практике» is no time; «в период практики» is.
    let named = span.or(which).and(rest.stem(&["практик", "сесси", "экзамен", "гиа", "чемпионат", "приемн"]));
    rest.stem(&["каникул"])
        .or(named)
        .or_else(|| rest.any(&["период", "время"]).filter(|_| start.stem(&["каникулярн"]).is_some()))
}

/// A deadline without an end: «постоянно», «весь период».
pub(super) fn continuous(place: Cursor<'_>) -> Option<Cursor<'_>> {
    let worded = place
        .any(&[
            "постоянно",
            "систематически",
            "регулярно",
            "непрерывно",
            "бессрочно",
            "круглогодично",
            "беспрерывно",
            "повседневно",
        ])
        .or_else(|| place.words(&["на", "постоянной", "основе"]))
        .or_else(|| place.words(&["на", "регулярной", "основе"]))
        .or_else(|| place.words(&["в", "постоянном", "режиме"]));
    if worded.is_some() {
        return worded;
    }
    let rest = during(place).map(|rest| rest.stem(&["всего"]).unwrap_or(rest));
    let rest = rest.or_else(|| place.maybe(&["на"]).stem(&["весь", "всего"]));
    let rest = rest?.any(&["период", "периода", "срок", "срока", "времени", "время"])?;
    let tail = rest.stem(&[
        "реализаци",
        "действи",
        "обучени",
        "работы",
        "деятельност",
        "проекта",
        "функционировани",
        "существовани",
    ]);
    Some(tail.map_or(rest, extent))
}

/// How far a condition reaches: to a bracket, a semicolon, a new sentence or line, or a term that stands by itself.
pub(super) fn extent(start: Cursor<'_>) -> Cursor<'_> {
    let mut place = start;
    let mut owned = false;
    while let Some((token, rest)) = place.next() {
        let mark = if let Lexeme::Mark(mark) = token.lexeme { Some(mark) } else { None };
        let new_sentence = token.gap == Gap::Line && token.capital;
        if new_sentence || mark.is_some_and(|mark| matches!(mark, '(' | ')' | ';')) {
            return place;
        }
        if mark == Some('.')
            && rest.peek().is_some_and(|next| next.capital && next.gap != Gap::None)
            && !shortened(start, place)
        {
            return place;
        }
        // «приказом от 15.03.2023», «на 2023 год», «№ 5»: figures that belong to the paper.
        if !owned && stands_alone(place) {
            return place;
        }
        let after_comma = mark.is_some() && stands_alone(rest.maybe(&["и", "но"]));
        if mark == Some(',') && after_comma {
            return place;
        }
        owned = match &token.lexeme {
            Lexeme::Word(text) => matches!(text.as_str(), "от" | "на" | "за" | "до" | "с" | "по"),
            Lexeme::Mark(mark) => *mark == '№',
            _ => false,
        };
        place = rest;
    }
    place
}

/// Whether the dot at the place ends a shortening of one or two letters: «г.», «т.д.».
fn shortened(start: Cursor<'_>, dot: Cursor<'_>) -> bool {
    let word = start.until(dot);
    matches!(word.tokens().last().map(|token| &token.lexeme), Some(Lexeme::Word(text)) if text.chars().count() <= 2)
}

/// Whether a term or a frequency starts here and nothing hangs on its end.
fn stands_alone(place: Cursor<'_>) -> bool {
    // «планом на март»: the plan's month.
    if place.any(&["на", "за"]).is_some() {
        return false;
    }
    if let Some((_, rest)) = recurring(place) {
        return ends(rest);
    }
    let Some((list, rest)) = terms(place) else { return false };
    let year = |grain| matches!(grain, Grain::Year | Grain::AcademicYear);
    let mention = list.iter().any(|term| year(term.named.from.shape.grain()) && place.any(&["в"]).is_none());
    !mention && ends(rest)
}

pub(super) fn ends(place: Cursor<'_>) -> bool {
    place.is_end()
        || place.gap() == Gap::Line
        || place.mark(&[',', ';', '.', ':', '(', ')', '-', '/']).is_some()
}

/// The condition in words: the text of the tokens, opened by the nominative where it is known.
pub(super) fn wording(text: &str, condition: Cursor<'_>) -> String {
    let opened = condition
        .words(&["в", "соответствии", "с"])
        .or_else(|| condition.words(&["в", "соответствии", "со"]))
        .or_else(|| condition.any(&["согласно"]))
        .or_else(|| condition.any(&["по"]));
    if let Some((head, rest)) = opened.and_then(Cursor::word)
        && let Some(noun) = act(head)
        && !matches!(
            noun,
            "согласование"
                | "договоренность"
                | "назначение"
                | "указание"
                | "решение"
                | "поручение"
        )
    {
        let rest = raw(text, rest);
        return if rest.is_empty() { noun.to_owned() } else { format!("{noun} {rest}") };
    }
    lowered(&raw(text, condition))
}

/// The text of the tokens as written, with single spaces.
pub(super) fn raw(text: &str, tokens: Cursor<'_>) -> String {
    let (Some(first), Some(last)) = (tokens.peek(), tokens.tokens().last()) else { return String::new() };
    let raw = text.get(first.start..last.end).unwrap_or_default();
    let spaced = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    spaced.trim_matches(|mark: char| matches!(mark, '.' | ',' | ';' | ' ')).to_owned()
}

/// The text with a small first letter, unless its first word is an abbreviation.
pub(super) fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}
