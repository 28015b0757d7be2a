//! The grammar of one named period: «15 марта 2023 г.», «третья декада мая», «II квартал», «2022/2023 уч. г.».

use super::cursor::Cursor;
use super::shape::{Nth, Shape, YearWritten};
use super::token::Gap;
use super::word::{is_span_of_days, month, ordinal, ordinal_suffix, weekday};
use crate::calendar::Half;

/// A period and the year that was written with it, if any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// What it is within its year.
    pub shape: Shape,
    /// Its year.
    pub year: Option<YearWritten>,
    /// Whether the words are loose: «начало», «середина», «конец».
    pub loose: bool,
}

type Read<'t, T> = Option<(T, Cursor<'t>)>;

/// Years that papers speak of; other numbers of four digits are no years.
const PLAUSIBLE: std::ops::RangeInclusive<u32> = 1900..=2199;

/// Reads one named period.
pub fn point(place: Cursor<'_>) -> Read<'_, Point> {
    iso(place)
        .or_else(|| dotted(place))
        .or_else(|| academic(place))
        .or_else(|| day_of_month(place))
        .or_else(|| bare_month(place))
        .or_else(|| part_of_month(place))
        .or_else(|| quarter(place))
        .or_else(|| half_year(place))
        .or_else(|| season(place))
        .or_else(|| bare_year(place))
}

fn with_year(shape: Shape, place: Cursor<'_>) -> Read<'_, Point> {
    let (year, rest) = year(place).map_or((None, place), |(year, rest)| (Some(year), rest));
    Some(Point { shape, year, loose: false }).zip(Some(rest))
}

fn calendar(shape: Shape, year: u32, rest: Cursor<'_>) -> Read<'_, Point> {
    let year = i32::try_from(year).ok()?;
    Some((Point { shape, year: Some(YearWritten::Calendar(year)), loose: false }, year_word(rest)))
}

/// `2023-03-15` (with or without a time of day), `2023-03`, `2023-Q1`.
fn iso(place: Cursor<'_>) -> Read<'_, Point> {
    let (year, 4, rest) = place.number()? else { return None };
    let rest = rest.close_mark('-').filter(|rest| rest.gap() == Gap::None)?;
    if let Some((word, rest)) = rest.word()
        && word == "q"
    {
        let (number, _, rest) = rest.close_number()?;
        return calendar(Shape::Quarter(Some(number).filter(|number| (1..=4).contains(number))?), year, rest);
    }
    let (month, 2, rest) = rest.number()? else { return None };
    if !(1..=12).contains(&month) {
        return None;
    }
    let day = rest.close_mark('-').and_then(Cursor::close_number);
    match day {
        Some((day, 2, rest)) => calendar(Shape::Day { month, day }, year, midnight(rest)),
        _ => calendar(Shape::Month(month), year, rest),
    }
}

/// `15.03.2023`, `15.03.23`, `15.03`, `03.2023`; slashes do for dots in a whole date.
fn dotted(place: Cursor<'_>) -> Read<'_, Point> {
    let (first, first_digits, rest) = place.number()?;
    let separator = if rest.close_mark('.').is_some() { '.' } else { '/' };
    let (second, digits, rest) = rest.close_mark(separator)?.close_number()?;
    let dots = separator == '.';
    if dots && first_digits <= 2 && digits == 4 && (1..=12).contains(&first) && PLAUSIBLE.contains(&second) {
        return calendar(Shape::Month(first), second, rest);
    }
    if first_digits > 2 || digits > 2 || !(1..=12).contains(&second) {
        return None;
    }
    let shape = Shape::Day { month: second, day: first };
    match rest.close_mark(separator).and_then(Cursor::close_number) {
        Some((year, 4, rest)) if PLAUSIBLE.contains(&year) => calendar(shape, year, midnight(rest)),
        Some((year, 2, rest)) => calendar(shape, 2000 + year, midnight(rest)),
        // A year apart: «15.03 2023 г.», «15.03. 2023».
        None if dots && digits == 2 => {
            let dot = rest
                .close_mark('.')
                .filter(|rest| year(*rest).is_some() || rest.is_end() || rest.mark(&['-']).is_some());
            with_year(shape, dot.unwrap_or(rest))
        }
        _ => None,
    }
}

/// The midnight that a spreadsheet prints after a date.
fn midnight(place: Cursor<'_>) -> Cursor<'_> {
    let minutes = zero(place.maybe(&["т"])).and_then(|rest| zero(rest.close_mark(':')?));
    let Some(minutes) = minutes else { return place };
    minutes.close_mark(':').and_then(zero).unwrap_or(minutes)
}

fn zero(place: Cursor<'_>) -> Option<Cursor<'_>> {
    place.number().filter(|(value, ..)| *value == 0).map(|(.., rest)| rest)
}

/// `2022/2023`, `2022-2023 уч. г.`, «учебный год 2022/2023», «учебный год».
fn academic(place: Cursor<'_>) -> Read<'_, Point> {
    if let Some((year, rest)) = academic_year(place) {
        return Some((Point { shape: Shape::AcademicYear, year: Some(year), loose: false }, rest));
    }
    None
}

/// An academic year in figures, in words, or both.
fn academic_year(place: Cursor<'_>) -> Read<'_, YearWritten> {
    if let Some((first, slash, rest)) = two_years(place) {
        let worded = academic_words(rest);
        // «2022-2023» alone: the years of a project would be «2022–2023 гг.».
        let bare =
            place.number().is_some_and(|(_, digits, _)| digits == 4) && year_word(rest).left() == rest.left();
        if slash || worded.is_some() || bare {
            return Some((YearWritten::Academic(Some(first)), worded.unwrap_or(rest)));
        }
        return None;
    }
    let rest = academic_words(place)?;
    match two_years(rest) {
        Some((first, _, rest)) => Some((YearWritten::Academic(Some(first)), year_word(rest))),
        None => Some((YearWritten::Academic(None), rest)),
    }
}

/// `2022/2023`, `2022-23`, `22/23`: the first year, and whether a slash stood between.
fn two_years(place: Cursor<'_>) -> Option<(i32, bool, Cursor<'_>)> {
    let (first, digits, rest) = place.number()?;
    let slash = rest.mark(&['/', '\\']).is_some();
    let (second, second_digits, rest) = rest.mark(&['/', '\\', '-'])?.number()?;
    let first = match digits {
        4 if PLAUSIBLE.contains(&first) => first,
        2 if second_digits == 2 && first >= 15 => 2000 + first,
        _ => return None,
    };
    let next = if second_digits == 4 { second } else { first / 100 * 100 + second };
    (next == first + 1 && second_digits >= 2).then_some((i32::try_from(first).ok()?, slash, rest))
}

/// «учебный год», «уч. г.», «уч.года».
fn academic_words(place: Cursor<'_>) -> Option<Cursor<'_>> {
    let (word, rest) = place.word()?;
    let worded = word.starts_with("учебн") || word == "уч" || super::word::one_slip(word, "учебного");
    let rest = Some(rest).filter(|_| worded)?.maybe_mark(&['.']);
    let rest = rest.maybe_mark(&['-']);
    let after = rest.any(&["год", "года", "году", "годом", "г", "годов", "гг"])?;
    Some(if rest.any(&["г", "гг"]).is_some() { after.close_mark('.').unwrap_or(after) } else { after })
}

/// A year after a month or a quarter: «2023», «, 2023 г.», «2022/2023 учебного года».
pub fn year(place: Cursor<'_>) -> Read<'_, YearWritten> {
    let place = place.close_mark('.').filter(|rest| rest.number().is_some()).unwrap_or(place);
    let place = place.maybe_mark(&[',']);
    if place.gap() == Gap::Line {
        return None;
    }
    if let Some(read) = academic_year(place) {
        return Some(read);
    }
    let (year, digits, rest) = place.number()?;
    let value = match digits {
        4 if PLAUSIBLE.contains(&year) => year,
        2 => {
            rest.any(&["г", "гг", "год", "года", "году"])?;
            2000 + year
        }
        _ => return None,
    };
    // «2023.05.01», «2023-2024»: not a year by itself.
    if rest.close_mark('.').is_some_and(|rest| rest.close_number().is_some()) {
        return None;
    }
    Some((YearWritten::Calendar(i32::try_from(value).ok()?), year_word(rest)))
}

/// The place after «г.», «гг.», «года», «-го года».
pub(super) fn year_word(place: Cursor<'_>) -> Cursor<'_> {
    let place = ordinal_suffix(place);
    match place.word() {
        Some(("г" | "гг", rest)) => rest.close_mark('.').unwrap_or(rest),
        Some(("год" | "года" | "году" | "годы" | "годов" | "годах", rest)) => rest,
        _ => place,
    }
}

/// «15 марта», «15-го марта», «15 мар. 2023».
fn day_of_month(place: Cursor<'_>) -> Read<'_, Point> {
    let (day, digits, rest) = place.number()?;
    if digits > 2 || !(1..=31).contains(&day) || is_span_of_days(rest) {
        return None;
    }
    let rest = ordinal_suffix(rest);
    let rest = rest.any(&["числа", "число"]).unwrap_or(rest);
    let (month, rest) = month_word(rest.maybe_mark(&['-']))?;
    with_year(Shape::Day { month, day }, rest)
}

/// A month's name with the dot of its short form.
pub(super) fn month_word(place: Cursor<'_>) -> Read<'_, u32> {
    let (word, rest) = place.word()?;
    let number = month(word)?;
    let full = word.chars().count() > 4;
    let rest =
        if full { rest } else { rest.close_mark('.').filter(|dot| dot.gap() != Gap::Line).unwrap_or(rest) };
    Some((number, rest))
}

/// «март 2023 г.», «март месяц».
fn bare_month(place: Cursor<'_>) -> Read<'_, Point> {
    let place = place.any(&["месяц", "месяце"]).filter(|rest| month_word(*rest).is_some()).unwrap_or(place);
    let (month, rest) = month_word(place)?;
    let rest = rest.any(&["месяц", "месяца", "месяце", "мес"]).unwrap_or(rest);
    part_after(month, rest).or_else(|| with_year(Shape::Month(month), rest))
}

/// The part of a month that stands after its name: «октябрь, 3 неделя», «сентябрь 2022 г. (1-я декада)».
fn part_after(month: u32, place: Cursor<'_>) -> Read<'_, Point> {
    let (before, rest) = year(place).map_or((None, place), |(year, rest)| (Some(year), rest));
    let (nth, rest) = ordinal(rest.maybe_mark(&['(', ',']))?;
    let (word, rest) = rest.word()?;
    let shape = part(month, nth, word)?;
    // «октябрь, 3 неделя ноября»: the part is the next month's.
    if month_word(rest).is_some() {
        return None;
    }
    let (read, rest) = with_year(shape, rest.maybe_mark(&[')']))?;
    Some((Point { year: before.or(read.year), ..read }, rest))
}

/// A decade or a week of a month, by the word for it.
fn part(month: u32, nth: Nth, word: &str) -> Option<Shape> {
    let is_decade = word.starts_with("декад");
    match nth {
        Nth::Number(0) => None,
        Nth::Number(nth @ 4..) if is_decade || nth > 5 => None,
        _ if is_decade => Some(Shape::Decade { month, nth }),
        _ if word.starts_with("недел") || word == "нед" => Some(Shape::Week { month, nth }),
        _ => None,
    }
}

/// «третья декада мая», «первая неделя сентября», «вторая половина мая», «второй четверг марта», «конец мая».
fn part_of_month(place: Cursor<'_>) -> Read<'_, Point> {
    if let Some((word, rest)) = place.word() {
        let nth = match word {
            "начало" | "начале" | "началу" | "начала" => Some(1),
            "середина" | "середине" | "середину" | "середины" => Some(2),
            "конец" | "конце" | "концу" | "конца" => Some(3),
            _ => None,
        };
        if let Some(nth) = nth {
            let (month, rest) = month_word(rest)?;
            let (read, rest) = with_year(Shape::Decade { month, nth: Nth::Number(nth) }, rest)?;
            return Some((Point { loose: true, ..read }, rest));
        }
    }
    let (nth, rest) = ordinal(place)?;
    let (word, rest) = rest.word()?;
    if word.starts_with("половин") {
        return half(nth, rest);
    }
    let weekday = weekday(word);
    if !(word.starts_with("декад") || word.starts_with("недел") || word == "нед" || weekday.is_some())
    {
        return None;
    }
    let rest = if word == "нед" { rest.close_mark('.').unwrap_or(rest) } else { rest };
    let (month, rest) = month_word(rest)?;
    let shape = match weekday {
        Some(weekday) => Shape::Weekday { month, nth, weekday },
        None => part(month, nth, word)?,
    };
    with_year(shape, rest)
}

/// «первая половина» of a month, of a calendar year, of the academic year.
fn half(nth: Nth, rest: Cursor<'_>) -> Read<'_, Point> {
    let Nth::Number(number) = nth else { return None };
    let half = Half::from_number(number)?;
    if let Some((month, rest)) = month_word(rest) {
        return with_year(Shape::HalfMonth { month, half }, rest);
    }
    let (year, rest) = year(rest)?;
    Some((Point { shape: Shape::HalfYear(half), year: Some(year), loose: false }, rest))
}

/// «II квартал», «1 кв. 2023 г.», «кв. 2», `Q2 2023`.
fn quarter(place: Cursor<'_>) -> Read<'_, Point> {
    if let Some(rest) = place.any(&["q"]) {
        let (number, _, rest) = rest.close_number()?;
        return with_year(Shape::Quarter(Some(number).filter(|number| (1..=4).contains(number))?), rest);
    }
    let (number, rest) = if let Some(rest) = quarter_word(place) {
        counted(rest)?
    } else {
        let (number, rest) = counted(place)?;
        (number, quarter_word(rest)?)
    };
    if !(1..=4).contains(&number) {
        return None;
    }
    with_year(Shape::Quarter(number), rest)
}

/// An ordinal before «квартал» or «полугодие», where П and Ш can only be II and III.
fn counted(place: Cursor<'_>) -> Read<'_, u32> {
    match ordinal(place) {
        Some((Nth::Number(number), rest)) => Some((number, rest)),
        Some((Nth::Last, _)) => None,
        None => match place.word()? {
            ("п", rest) => Some((2, rest)),
            ("ш", rest) => Some((3, rest)),
            _ => None,
        },
    }
}

fn quarter_word(place: Cursor<'_>) -> Option<Cursor<'_>> {
    let (word, rest) = place.word()?;
    if word.starts_with("квартал")
        || super::word::one_slip(word, "квартал")
        || super::word::one_slip(word, "квартала")
    {
        return Some(rest);
    }
    let rest = Some(rest).filter(|_| matches!(word, "кв"))?;
    let rest = rest.close_mark('-').and_then(|rest| rest.any(&["л", "ла"])).unwrap_or(rest);
    Some(rest.close_mark('.').unwrap_or(rest))
}

/// «II полугодие 2023», «1 семестр».
fn half_year(place: Cursor<'_>) -> Read<'_, Point> {
    let (number, rest) = counted(place)?;
    let half = Half::from_number(number)?;
    let (word, rest) = rest.word()?;
    let shape = if word.starts_with("полугод") {
        Shape::HalfYear(half)
    } else if word.starts_with("семестр") {
        Shape::Semester(half)
    } else {
        return None;
    };
    let rest = if word == "полугод" { rest.close_mark('.').unwrap_or(rest) } else { rest };
    with_year(shape, rest)
}

/// «осень 2022», «весной», «летний период».
fn season(place: Cursor<'_>) -> Read<'_, Point> {
    let (word, rest) = place.word()?;
    let noun = match word {
        "зима" | "зимой" | "зиму" | "зимы" => Some(1),
        "весна" | "весной" | "весну" | "весны" => Some(2),
        "лето" | "летом" | "лета" => Some(3),
        "осень" | "осенью" | "осени" => Some(4),
        _ => None,
    };
    if let Some(season) = noun {
        return with_year(Shape::Season(season), rest);
    }
    let stems = ["зимн", "весенн", "летн", "осенн"];
    let season = u32::try_from(stems.iter().position(|stem| word.starts_with(stem))? + 1).ok()?;
    let rest = rest.any(&["период", "периода", "периоде", "время", "месяцы"])?;
    with_year(Shape::Season(season), rest)
}

/// `2023`, «2023 год», «2023 г.».
fn bare_year(place: Cursor<'_>) -> Read<'_, Point> {
    let (year, 4, rest) = place.number()? else { return None };
    if !PLAUSIBLE.contains(&year) {
        return None;
    }
    let rest = rest.any(&["календарный", "календарного", "календарном"]).unwrap_or(rest);
    calendar(Shape::Year, year, rest)
}
