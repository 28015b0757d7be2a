//! Ordinal numbers in words: the last part alone is an ordinal and declines («две тысячи двадцать третьего»).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::cardinal::cardinal;
use crate::russian::phrase::{Adjective, Agreement};
use crate::russian::{Case, NounGender};

static WORDS: LazyLock<HashMap<u64, &'static str>> = LazyLock::new(|| {
    include_str!("../data/ordinals.tsv")
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(number, word)| Some((number.parse().ok()?, word)))
        .collect()
});

const POWERS: [(u64, &str); 5] = [
    (1_000_000_000_000, "триллионный"),
    (1_000_000_000, "миллиардный"),
    (1_000_000, "миллионный"),
    (1_000, "тысячный"),
    (1, ""),
];

/// An ordinal in words, as of an inanimate noun: «пятнадцатое», «две тысячи двадцать третьего».
pub fn ordinal(number: u64, gender: NounGender, case: Case) -> String {
    let (start, last) = split(number);
    let mut words = match start {
        0 => String::new(),
        // «тысяча девятьсот», not «одна тысяча девятьсот»: so years are read.
        start => cardinal(start, NounGender::Masculine, false, Case::Nominative)
            .strip_prefix("одна тысяча ")
            .map_or_else(
                || {
                    if start == 1000 {
                        "тысяча ".to_owned()
                    } else {
                        cardinal(start, NounGender::Masculine, false, Case::Nominative) + " "
                    }
                },
                |rest| format!("тысяча {rest} "),
            ),
    };
    words.push_str(&decline(&last, gender, case));
    words
}

/// The part that stays a cardinal, and the ordinal's nominative.
fn split(number: u64) -> (u64, String) {
    let simple = |number: u64| WORDS.get(&number).map(|word| (*word).to_owned());
    if let Some(word) = simple(number) {
        return (0, word);
    }
    for part in [number % 100, number % 10, number % 1000] {
        if let Some(word) = simple(part).filter(|_| part > 0) {
            return (number - part, word);
        }
    }
    for (power, name) in POWERS.into_iter().rev() {
        let below_next = number % power.saturating_mul(1000);
        if power > 1 && below_next > 0 && below_next.is_multiple_of(power) {
            return (number - below_next, prefix(below_next / power) + name);
        }
    }
    (0, number.to_string())
}

/// The number in front of -тысячный: «двадцатиоднотысячный», «стопятидесятитысячный».
fn prefix(many: u64) -> String {
    if many == 1 {
        return String::new();
    }
    cardinal(many, NounGender::Masculine, false, Case::Genitive)
        .split(' ')
        .map(|part| match part {
            "одного" => "одно",
            "ста" => "сто",
            "девяноста" => "девяносто",
            part => part,
        })
        .collect()
}

fn decline(nominative: &str, gender: NounGender, case: Case) -> String {
    Adjective::read(nominative).map_or_else(
        || nominative.to_owned(),
        |adjective| adjective.agreeing(Agreement::from(gender), case, false),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_part_declines() {
        let neuter = |number, case| ordinal(number, NounGender::Neuter, case);
        assert_eq!(neuter(15, Case::Nominative), "пятнадцатое");
        assert_eq!(neuter(3, Case::Genitive), "третьего");
        assert_eq!(neuter(2, Case::Nominative), "второе");
        assert_eq!(ordinal(2023, NounGender::Masculine, Case::Genitive), "две тысячи двадцать третьего");
        assert_eq!(
            ordinal(1999, NounGender::Masculine, Case::Genitive),
            "тысяча девятьсот девяносто девятого"
        );
        assert_eq!(ordinal(2000, NounGender::Masculine, Case::Nominative), "двухтысячный");
        assert_eq!(ordinal(1900, NounGender::Masculine, Case::Nominative), "тысяча девятисотый");
        assert_eq!(ordinal(21_000, NounGender::Feminine, Case::Nominative), "двадцатиоднотысячная");
        assert_eq!(ordinal(1_002, NounGender::Masculine, Case::Nominative), "тысяча второй");
        assert_eq!(ordinal(140, NounGender::Masculine, Case::Dative), "сто сороковому");
        assert_eq!(ordinal(3_000_000, NounGender::Masculine, Case::Nominative), "трёхмиллионный");
    }
}
