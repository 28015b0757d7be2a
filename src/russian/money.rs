//! Sums of money in digits and in words.

use super::numeral::count_words;
use super::{Case, number};

/// Kopecks as roubles with a decimal comma: «1 234,50» (the space does not break).
pub fn rubles(kopecks: i64) -> String {
    let sign = if kopecks < 0 { "\u{2212}" } else { "" };
    let total = kopecks.unsigned_abs();
    let whole = i64::try_from(total / 100).map_or_else(|_| (total / 100).to_string(), number::grouped);
    format!("{sign}{whole},{:02}", total % 100)
}

/// A sum in words, kopecks in digits as accounts have them: «одна тысяча двести тридцать четыре рубля 50 копеек».
pub fn words(kopecks: i64, case: Case) -> String {
    let total = kopecks.unsigned_abs();
    let spelled = |count, noun| count_words(count, noun, case).map(|form| form.text).unwrap_or_default();
    let rest = total % 100;
    let kopeck = spelled(rest, "копейка");
    let kopeck = kopeck.rsplit(' ').next().unwrap_or_default();
    let sign = if kopecks < 0 { "минус " } else { "" };
    format!("{sign}{} {rest:02} {kopeck}", spelled(total / 100, "рубль"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums() {
        assert_eq!(rubles(123_450), "1\u{a0}234,50");
        assert_eq!(rubles(-5), "\u{2212}0,05");
        assert_eq!(words(123_450, Case::Nominative), "одна тысяча двести тридцать четыре рубля 50 копеек");
        assert_eq!(words(2_100_101, Case::Genitive), "двадцати одной тысячи одного рубля 01 копейки");
        assert_eq!(words(200_000, Case::Dative), "двум тысячам рублей 00 копеек");
    }
}
