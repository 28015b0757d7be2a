//! The Russian words of time: months, days of the week, numbers in words.

use chrono::Weekday;

use super::cursor::Cursor;
use super::shape::Nth;
use super::token::Gap;

/// A month's name in any case, shortened (`сент`, `дек`), or with one slip of the pen in a long name; 1 to 12.
pub fn month(word: &str) -> Option<u32> {
    const SOFT: &[&str] = &["ь", "я", "ю", "е", "ем"];
    const HARD: &[&str] = &["", "а", "у", "е", "ом"];
    const MONTHS: [(&str, &[&str], &[&str]); 12] = [
        ("январ", SOFT, &["янв"]),
        ("феврал", SOFT, &["фев", "февр"]),
        ("март", HARD, &["мар"]),
        ("апрел", SOFT, &["апр"]),
        ("ма", &["й", "я", "ю", "е", "ем"], &[]),
        ("июн", SOFT, &["июн"]),
        ("июл", SOFT, &["июл"]),
        ("август", HARD, &["авг"]),
        ("сентябр", SOFT, &["сен", "сент"]),
        ("октябр", SOFT, &["окт"]),
        ("ноябр", SOFT, &["ноя", "нояб"]),
        ("декабр", SOFT, &["дек"]),
    ];
    let exact = MONTHS.iter().position(|(stem, endings, short)| {
        short.contains(&word) || word.strip_prefix(stem).is_some_and(|ending| endings.contains(&ending))
    });
    let found = exact.or_else(|| {
        // июнь and июль, март and мая are one letter apart: only long names forgive a slip.
        let mut slips = MONTHS.iter().enumerate().filter(|(_, (stem, endings, _))| {
            stem.chars().count() >= 5
                && endings.iter().any(|ending| one_slip(word, &format!("{stem}{ending}")))
        });
        let first = slips.next()?;
        slips.next().is_none().then_some(first.0)
    });
    found.and_then(|index| u32::try_from(index + 1).ok())
}

/// Whether the word is `right` with one letter wrong, missing, added, or two neighbours swapped.
pub fn one_slip(word: &str, right: &str) -> bool {
    if word.len().abs_diff(right.len()) > 4 {
        return false;
    }
    let (mut word, mut right) = (word.chars(), right.chars());
    let rest = loop {
        let before = (word.clone(), right.clone());
        match (word.next(), right.next()) {
            (Some(a), Some(b)) if a == b => {}
            _ => break before,
        }
    };
    let (mut word, mut right) = rest;
    let (word, right) = loop {
        let before = (word.as_str(), right.as_str());
        match (word.next_back(), right.next_back()) {
            (Some(a), Some(b)) if a == b => {}
            _ => break before,
        }
    };
    let letters = |text: &str| {
        let mut letters = text.chars();
        (letters.next(), letters.next(), letters.next())
    };
    match (letters(word), letters(right)) {
        ((_, None, _), (_, None, _)) => true,
        ((Some(a), Some(b), None), (Some(c), Some(d), None)) => a == d && b == c,
        _ => false,
    }
}

/// A day of the week in any case and number.
pub fn weekday(word: &str) -> Option<Weekday> {
    const DAYS: [(&str, &[&str], Weekday); 7] = [
        ("понедельник", &["", "а", "у", "ом", "е", "и", "ам"], Weekday::Mon),
        ("вторник", &["", "а", "у", "ом", "е", "и", "ам"], Weekday::Tue),
        ("сред", &["а", "ы", "е", "у", "ой", "ам"], Weekday::Wed),
        ("четверг", &["", "а", "у", "ом", "е", "и", "ам"], Weekday::Thu),
        ("пятниц", &["а", "ы", "е", "у", "ей", "ам"], Weekday::Fri),
        ("суббот", &["а", "ы", "е", "у", "ой", "ам"], Weekday::Sat),
        ("воскресень", &["е", "я", "ю", "ем", "и", "ям"], Weekday::Sun),
    ];
    DAYS.iter()
        .find(|(stem, endings, _)| word.strip_prefix(stem).is_some_and(|ending| endings.contains(&ending)))
        .map(|(_, _, day)| *day)
}

/// One to fifteen, in their cases.
const NUMBERS: [&[&str]; 15] = [
    &["один", "одна", "одно", "одного", "одной", "одну", "одному", "одним"],
    &["два", "две", "двух", "двум", "двумя", "двое"],
    &["три", "трех", "трем", "тремя"],
    &["четыре", "четырех", "четырем", "четырьмя"],
    &["пять", "пяти", "пятью"],
    &["шесть", "шести"],
    &["семь", "семи"],
    &["восемь", "восьми"],
    &["девять", "девяти"],
    &["десять", "десяти"],
    &["одиннадцать", "одиннадцати"],
    &["двенадцать", "двенадцати"],
    &["тринадцать", "тринадцати"],
    &["четырнадцать", "четырнадцати"],
    &["пятнадцать", "пятнадцати"],
];

/// A count in digits or words, in any case: `2`, `двух`, `одного`, `полутора` is none.
pub fn count(place: Cursor<'_>) -> Option<(u32, Cursor<'_>)> {
    if let Some((value, _, rest)) = place.number() {
        // «2-х», «3-мя».
        let suffixed = rest.close_mark('-').and_then(|rest| rest.any(&["х", "и", "мя", "ми", "ти", "го"]));
        // «2-х», «3х»: the letter alone reads as a Roman ten.
        let close = rest.close_mark('-').unwrap_or(rest);
        let roman = Some(close).filter(|close| close.gap() == Gap::None).and_then(Cursor::roman);
        let roman = roman.filter(|(ten, _)| *ten == 10).map(|(_, rest)| rest);
        let rest = suffixed.or(roman).unwrap_or(rest);
        // «10 (десяти)»: the same number in words.
        let again = rest.mark(&['(']).filter(|inner| inner.word().is_some()).and_then(count);
        let again = again.filter(|(again, _)| *again == value).and_then(|(_, rest)| rest.mark(&[')']));
        return Some((value, again.unwrap_or(rest)));
    }
    let (word, rest) = place.word()?;
    let larger = match word {
        "двадцать" | "двадцати" => Some(20),
        "тридцать" | "тридцати" => Some(30),
        _ => None,
    };
    let value = larger.or_else(|| {
        let index = NUMBERS.iter().position(|forms| forms.contains(&word))?;
        u32::try_from(index + 1).ok()
    })?;
    let bracketed = rest.mark(&['(']).and_then(Cursor::number).filter(|(again, ..)| *again == value);
    let rest = bracketed.and_then(|(.., rest)| rest.mark(&[')'])).unwrap_or(rest);
    Some((value, rest))
}

/// The endings of adjectives, hard and soft.
const ORDINAL_ENDINGS: &[&str] = &[
    "ый", "ая", "ое", "ой", "ого", "ому", "ом", "ую", "ым", "ые", "ых", "ий", "яя", "ее", "ей", "его", "ему",
    "ем", "юю", "им", "ья", "ье", "ью", "ьей", "ьего", "ьему", "ьем", "ьи", "ьих", "ие", "их",
];

/// An ordinal: `2`, `2-я`, `II`, `II-го`, `вторая`, `последней`.
pub fn ordinal(place: Cursor<'_>) -> Option<(Nth, Cursor<'_>)> {
    if let Some((value, digits, rest)) = place.number() {
        return (digits <= 2).then(|| (Nth::Number(value), ordinal_suffix(rest)));
    }
    if let Some((value, rest)) = place.roman() {
        return Some((Nth::Number(value), ordinal_suffix(rest)));
    }
    let (word, rest) = place.word()?;
    let ends = |stem: &str| word.strip_prefix(stem).is_some_and(|ending| ORDINAL_ENDINGS.contains(&ending));
    if ends("последн") {
        return Some((Nth::Last, rest));
    }
    let stems = ["перв", "втор", "трет", "четверт", "пят"];
    let index = stems.iter().position(|stem| ends(stem))?;
    Some((Nth::Number(u32::try_from(index + 1).ok()?), rest))
}

/// The place after «-я», «-го», «ой» that belongs to a number.
pub fn ordinal_suffix(place: Cursor<'_>) -> Cursor<'_> {
    const SUFFIXES: &[&str] =
        &["й", "я", "е", "ю", "го", "му", "ой", "ый", "ий", "ая", "ое", "ом", "ей", "ем", "м", "х", "ым"];
    if place.gap() != Gap::None {
        return place;
    }
    let word = place.close_mark('-').filter(|rest| rest.gap() == Gap::None).unwrap_or(place);
    word.any(SUFFIXES).unwrap_or(place)
}

/// Whether the place after a number goes on as «-е числа», «-х числах»: the twenties are no single day.
pub fn is_span_of_days(place: Cursor<'_>) -> bool {
    let suffix = place.close_mark('-').filter(|rest| rest.gap() == Gap::None).unwrap_or(place);
    suffix.any(&["е", "х"]).and_then(|rest| rest.any(&["числа", "числах"])).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_in_every_case_and_short() {
        for (word, number) in [
            ("январь", 1),
            ("февралю", 2),
            ("марте", 3),
            ("апрелем", 4),
            ("мая", 5),
            ("май", 5),
            ("июнь", 6),
            ("июл", 7),
            ("август", 8),
            ("сент", 9),
            ("окт", 10),
            ("ноябре", 11),
            ("дек", 12),
        ] {
            assert_eq!(month(word), Some(number), "{word}");
        }
    }

    #[test]
    fn a_slip_in_a_long_name_is_forgiven_and_in_a_short_one_not() {
        for (word, number) in [("сентебрь", 9), ("фервраль", 2), ("декбрь", 12), ("явнаря", 1), ("авгутс", 8)]
        {
            assert_eq!(month(word), Some(number), "{word}");
        }
        for word in ["мат", "карта", "июнл", "мартовский", "маем", "сентиментальный"]
        {
            assert_eq!(month(word), (word == "маем").then_some(5), "{word}");
        }
    }

    #[test]
    fn days_of_the_week_are_known_in_both_numbers() {
        assert_eq!(weekday("пятницам"), Some(Weekday::Fri));
        assert_eq!(weekday("среду"), Some(Weekday::Wed));
        assert_eq!(weekday("среди"), None);
        assert_eq!(weekday("средств"), None);
    }
}
