//! Dates in every form that a paper asks for, and quarters, half-years and academic years (ГОСТ Р 7.0.97, п. 5.10).

use chrono::{Datelike, NaiveDate, Weekday};

use super::numeral::ordinal;
use super::{Case, NounGender};

const MONTHS: &str = include_str!("data/months.tsv");
const WEEKDAYS: &str = include_str!("data/weekdays.tsv");
const NBSP: char = '\u{a0}';

/// How the number of a quarter or a half-year is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// «II квартал»
    Roman,
    /// «второй квартал»
    Words,
}

fn cell(table: &'static str, row: u32, case: Case) -> &'static str {
    table.lines().nth(row as usize).and_then(|line| line.split('\t').nth(case.index())).unwrap_or_default()
}

/// The month's name: «март», «марта», «марте».
pub fn month(date: NaiveDate, case: Case) -> &'static str {
    cell(MONTHS, date.month0(), case)
}

/// The day of the week: «четверг», «четверга».
pub fn weekday(date: NaiveDate, case: Case) -> &'static str {
    weekday_name(date.weekday(), case)
}

/// The name of a day of the week.
pub fn weekday_name(weekday: Weekday, case: Case) -> &'static str {
    cell(WEEKDAYS, weekday.num_days_from_monday(), case)
}

/// «15 марта 2023 г.», with spaces that do not break.
pub fn long(date: NaiveDate) -> String {
    format!("{}{NBSP}{}{NBSP}{}{NBSP}г.", date.day(), month(date, Case::Genitive), date.year())
}

/// «15 марта 2023 года», day and month kept together.
pub fn full(date: NaiveDate) -> String {
    format!("{}{NBSP}{} {}{NBSP}года", date.day(), month(date, Case::Genitive), date.year())
}

/// «15.03.2023»
pub fn digits(date: NaiveDate) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

/// «15» марта 2023 г., as approval stamps have it; the day has two digits.
pub fn quoted(date: NaiveDate) -> String {
    format!("«{:02}»{NBSP}{} {}{NBSP}г.", date.day(), month(date, Case::Genitive), date.year())
}

/// «16 марта 2023 г., четверг»
pub fn with_weekday(date: NaiveDate) -> String {
    format!("{}, {}", long(date), weekday(date, Case::Nominative))
}

/// «март 2023 года» in the case asked for.
pub fn month_year(date: NaiveDate, case: Case) -> String {
    format!("{} {}{NBSP}года", month(date, case), date.year())
}

/// «в марте 2023 года»
pub fn in_month(date: NaiveDate) -> String {
    format!("в{NBSP}{}", month_year(date, Case::Prepositional))
}

/// The date in words: «пятнадцатое марта две тысячи двадцать третьего года».
pub fn words(date: NaiveDate, case: Case) -> String {
    format!(
        "{} {} {} года",
        ordinal(u64::from(date.day()), NounGender::Neuter, case),
        month(date, Case::Genitive),
        ordinal(u64::from(date.year().unsigned_abs()), NounGender::Masculine, Case::Genitive)
    )
}

/// The quarter (1 to 4) that holds the date.
pub fn quarter_of(date: NaiveDate) -> u8 {
    (date.month0() / 3 + 1) as u8
}

/// The half-year (1 or 2) that holds the date.
pub fn half_of(date: NaiveDate) -> u8 {
    (date.month0() / 6 + 1) as u8
}

/// The calendar year in which the academic year that holds the date began, on 1 September.
pub fn academic_start(date: NaiveDate) -> i32 {
    if date.month() >= 9 { date.year() } else { date.year() - 1 }
}

/// «I квартал 2023 года» or «первый квартал 2023 года» in the case asked for; `quarter` is 1 to 4.
pub fn quarter(year: i32, quarter: u8, case: Case, style: Style) -> String {
    let noun = ["квартал", "квартала", "кварталу", "квартал", "кварталом", "квартале"];
    period(year, quarter, case, style, noun, NounGender::Masculine)
}

/// «в I квартале 2023 года», «во втором квартале 2023 года».
pub fn in_quarter(year: i32, number: u8, style: Style) -> String {
    within(number, style, &quarter(year, number, Case::Prepositional, style))
}

/// «I полугодие 2023 года» or «первое полугодие 2023 года» in the case asked for; `half` is 1 or 2.
pub fn half_year(year: i32, half: u8, case: Case, style: Style) -> String {
    let noun = ["полугодие", "полугодия", "полугодию", "полугодие", "полугодием", "полугодии"];
    period(year, half, case, style, noun, NounGender::Neuter)
}

/// «в I полугодии 2023 года», «во втором полугодии 2023 года».
pub fn in_half_year(year: i32, number: u8, style: Style) -> String {
    within(number, style, &half_year(year, number, Case::Prepositional, style))
}

/// «2022/2023 учебный год» in the case asked for; `start` is the year of its September.
pub fn academic_year(start: i32, case: Case) -> String {
    let words =
        ["учебный год", "учебного года", "учебному году", "учебный год", "учебным годом", "учебном году"];
    let words = words.get(case.index()).copied().unwrap_or_default();
    format!("{start}/{}{NBSP}{words}", start + 1)
}

/// «в 2022/2023 учебном году»
pub fn in_academic_year(start: i32) -> String {
    format!("в{NBSP}{}", academic_year(start, Case::Prepositional))
}

fn period(year: i32, number: u8, case: Case, style: Style, noun: [&str; 6], gender: NounGender) -> String {
    let noun = noun.get(case.index()).copied().unwrap_or_default();
    match style {
        Style::Roman => {
            let roman = ["I", "II", "III", "IV"];
            let roman = roman.get(usize::from(number.saturating_sub(1))).copied().unwrap_or("IV");
            format!("{roman}{NBSP}{noun} {year}{NBSP}года")
        }
        Style::Words => {
            format!("{} {noun} {year}{NBSP}года", ordinal(u64::from(number), gender, case))
        }
    }
}

/// «в», or «во» before «втором» (Розенталь).
fn within(number: u8, style: Style, period: &str) -> String {
    let preposition = if number == 2 && style == Style::Words { "во" } else { "в" };
    format!("{preposition}{NBSP}{period}")
}

/// Every form of a date, by name: `quoted`, `dotted`, `full`, `month_year_nom` and so on, with plain spaces.
pub fn forms(date: NaiveDate) -> Vec<(&'static str, String)> {
    let (year, quarter_number, half) = (date.year(), quarter_of(date), half_of(date));
    let all = [
        ("quoted", quoted(date)),
        ("dotted", digits(date)),
        ("full", full(date)),
        ("month_year_nom", month_year(date, Case::Nominative)),
        ("month_year_gen", month_year(date, Case::Genitive)),
        ("in_month_year", in_month(date)),
        ("quarter_roman", quarter(year, quarter_number, Case::Nominative, Style::Roman)),
        ("in_quarter_words", in_quarter(year, quarter_number, Style::Words)),
        ("half_roman", half_year(year, half, Case::Nominative, Style::Roman)),
        ("in_half_words", in_half_year(year, half, Style::Words)),
        ("academic_year", academic_year(academic_start(date), Case::Nominative)),
        ("words_nom", words(date, Case::Nominative)),
        ("words_gen", words(date, Case::Genitive)),
        ("weekday", weekday(date, Case::Nominative).to_owned()),
    ];
    all.into_iter().map(|(name, form)| (name, form.replace(NBSP, " "))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn spaces_do_not_break() {
        assert_eq!(long(day(2023, 3, 5)), "5\u{a0}марта\u{a0}2023\u{a0}г.");
        assert_eq!(with_weekday(day(2023, 3, 16)), "16\u{a0}марта\u{a0}2023\u{a0}г., четверг");
    }

    #[test]
    fn periods() {
        assert_eq!(in_quarter(2023, 1, Style::Roman), "в\u{a0}I\u{a0}квартале 2023\u{a0}года");
        assert_eq!(quarter(2023, 3, Case::Genitive, Style::Words), "третьего квартала 2023\u{a0}года");
        assert_eq!(in_half_year(2023, 2, Style::Words), "во\u{a0}втором полугодии 2023\u{a0}года");
        assert_eq!(in_academic_year(2022), "в\u{a0}2022/2023\u{a0}учебном году");
        assert_eq!(
            words(day(2023, 3, 15), Case::Dative),
            "пятнадцатому марта две тысячи двадцать третьего года"
        );
    }
}
