//! Cardinal numbers in words: all parts decline («двенадцати тысяч трёхсот сорока пяти»).

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::russian::phrase::{Noun, Number};
use crate::russian::{Case, NounGender};

static WORDS: LazyLock<HashMap<u64, Vec<&'static str>>> = LazyLock::new(|| {
    include_str!("../data/numerals.tsv")
        .lines()
        .filter_map(|line| {
            let (number, forms) = line.split_once('\t')?;
            Some((number.parse().ok()?, forms.split('\t').collect()))
        })
        .collect()
});

/// The powers of a thousand, largest first, with their names.
const POWERS: [(u64, &str, NounGender); 6] = [
    (1_000_000_000_000_000_000, "квинтиллион", NounGender::Masculine),
    (1_000_000_000_000_000, "квадриллион", NounGender::Masculine),
    (1_000_000_000_000, "триллион", NounGender::Masculine),
    (1_000_000_000, "миллиард", NounGender::Masculine),
    (1_000_000, "миллион", NounGender::Masculine),
    (1_000, "тысяча", NounGender::Feminine),
];

/// A number in words, agreeing with the noun it counts: «двадцать одна» (организация), «двадцати одного» (студента).
///
/// `animate` matters in the accusative alone: «двух студентов» but «два стола»; a compound one ending in 2, 3 or 4
/// stays as it is («двадцать два студента»), one ending in 1 does not («двадцать одного студента»).
pub fn cardinal(number: u64, gender: NounGender, animate: bool, case: Case) -> String {
    let mut words = Vec::new();
    let mut rest = number;
    for (power, name, power_gender) in POWERS {
        let many = rest / power;
        rest %= power;
        if many > 0 {
            below_thousand(many, power_gender, false, case, &mut words);
            let name = Noun::regular(name, power_gender, false);
            words.push(after_number(&name, many, case));
        }
    }
    if rest > 0 || number == 0 {
        let animate = animate && (number == rest && rest < 20 || rest % 10 == 1 && rest % 100 != 11);
        below_thousand(rest, gender, animate, case, &mut words);
    }
    words.join(" ")
}

/// The form of a counted noun that the number asks for; a round thousand or more governs the genitive plural.
pub(super) fn after_number(noun: &Noun, number: u64, case: Case) -> String {
    let direct = case == Case::Nominative || case == Case::Accusative;
    match number % 100 {
        _ if number == 0 || number.is_multiple_of(1000) => noun.counted_plural(Case::Genitive),
        11..=19 if direct => noun.counted_plural(Case::Genitive),
        _ => match number % 10 {
            1 if number % 100 != 11 => noun.form(Number::Singular, case),
            2..=4 if direct && !(12..=14).contains(&(number % 100)) => {
                if case == Case::Accusative && noun.animate && number < 5 {
                    noun.counted_plural(Case::Genitive)
                } else {
                    noun.form(Number::Singular, Case::Genitive)
                }
            }
            _ if direct => noun.counted_plural(Case::Genitive),
            _ => noun.counted_plural(case),
        },
    }
}

fn below_thousand(number: u64, gender: NounGender, animate: bool, case: Case, words: &mut Vec<String>) {
    if number == 0 {
        words.extend(word(0, case));
        return;
    }
    let (hundreds, tens) = (number / 100 * 100, number % 100);
    words.extend((hundreds > 0).then(|| word(hundreds, case)).flatten());
    if (1..20).contains(&tens) {
        words.push(unit(tens, gender, animate, case));
    } else if tens > 0 {
        words.extend(word(tens / 10 * 10, case));
        if tens % 10 > 0 {
            words.push(unit(tens % 10, gender, animate, case));
        }
    }
}

/// One to nineteen; one and two have genders.
fn unit(number: u64, gender: NounGender, animate: bool, case: Case) -> String {
    let as_genitive = animate && case == Case::Accusative && number < 5;
    let fixed = match (number, gender, case) {
        (1, NounGender::Feminine, Case::Nominative) => "одна",
        (1, NounGender::Feminine, Case::Accusative) => "одну",
        (1, NounGender::Feminine, _) => "одной",
        (1, NounGender::Neuter, Case::Nominative | Case::Accusative) => "одно",
        (2, NounGender::Feminine, Case::Nominative) => "две",
        (2, NounGender::Feminine, Case::Accusative) if !as_genitive => "две",
        _ => return word(number, if as_genitive { Case::Genitive } else { case }).unwrap_or_default(),
    };
    fixed.to_owned()
}

fn word(number: u64, case: Case) -> Option<String> {
    WORDS.get(&number).and_then(|forms| forms.get(case.index())).map(|form| (*form).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masculine(number: u64, case: Case) -> String {
        cardinal(number, NounGender::Masculine, false, case)
    }

    #[test]
    fn all_parts_decline() {
        assert_eq!(masculine(12_345, Case::Genitive), "двенадцати тысяч трёхсот сорока пяти");
        assert_eq!(masculine(12_345, Case::Instrumental), "двенадцатью тысячами тремястами сорока пятью");
        assert_eq!(masculine(21_002, Case::Nominative), "двадцать одна тысяча два");
        assert_eq!(masculine(2_000_001, Case::Dative), "двум миллионам одному");
        assert_eq!(masculine(1_000, Case::Accusative), "одну тысячу");
        assert_eq!(masculine(0, Case::Genitive), "ноля");
        assert_eq!(masculine(890, Case::Prepositional), "восьмистах девяноста");
    }

    #[test]
    fn animate_accusative() {
        let students = |number| cardinal(number, NounGender::Masculine, true, Case::Accusative);
        assert_eq!(students(2), "двух");
        assert_eq!(students(22), "двадцать два");
        assert_eq!(students(21), "двадцать одного");
        assert_eq!(students(5), "пять");
        assert_eq!(cardinal(u64::MAX, NounGender::Feminine, true, Case::Nominative).split(' ').count(), 34);
    }
}
