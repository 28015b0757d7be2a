//! Counts of anything: «21 мероприятие», «двадцати одного мероприятия», «2 рабочих места» (Розенталь).

use super::cardinal::{after_number, cardinal};
use crate::russian::phrase::{Agreement, Countable, Noun};
use crate::russian::{Case, Grade, Inflected, NounGender, number};

/// The number in words with its noun phrase: `count_words(21, "мероприятие", Genitive)` is «двадцати одного мероприятия».
/// `lemma` is a noun phrase in the nominative singular; `None` where it holds no noun.
pub fn count_words(number: u64, lemma: &str, case: Case) -> Option<Inflected> {
    let counted = Countable::read(lemma)?;
    let phrase = phrase(&counted, number, case);
    let (words, grade) = if counted.noun().features.plural_only {
        of_plural_only(number, case)
    } else {
        (cardinal(number, counted.gender(), counted.is_animate(), case), Grade::Certain)
    };
    Some(graded(format!("{words} {phrase}"), grade.max(counted.grade())))
}

/// Words before a noun without a singular: «одни сутки», «двое суток»; «двадцать двое» is not for papers, so it is doubtful (Розенталь).
fn of_plural_only(number: u64, case: Case) -> (String, Grade) {
    let direct = matches!(case, Case::Nominative | Case::Accusative);
    let ones = ["одни", "одних", "одним", "одни", "одними", "одних"];
    let word = match (number, direct) {
        (1, _) => ones.get(case.index()).copied().unwrap_or_default(),
        (2, true) => "двое",
        (3, true) => "трое",
        (4, true) => "четверо",
        _ => {
            let compound =
                number > 20 && (1..=4).contains(&(number % 10)) && !(11..=14).contains(&(number % 100));
            let grade = if compound { Grade::Doubtful } else { Grade::Certain };
            return (cardinal(number, NounGender::Masculine, false, case), grade);
        }
    };
    (word.to_owned(), Grade::Certain)
}

/// The number in digits with its noun phrase: `count_digits(21, "мероприятие", Genitive)` is «21 мероприятия»
/// (a no-break space between, thousands grouped).
pub fn count_digits(number: u64, lemma: &str, case: Case) -> Option<Inflected> {
    let counted = Countable::read(lemma)?;
    let digits = i64::try_from(number).map_or_else(|_| number.to_string(), number::grouped);
    Some(graded(format!("{digits}\u{a0}{}", phrase(&counted, number, case)), counted.grade()))
}

fn graded(text: String, grade: Grade) -> Inflected {
    Inflected { text, grade }
}

/// The phrase as the number asks for it: adjectives in the genitive plural after 2, 3, 4 of masculine and neuter nouns
/// («два рабочих места»), in the nominative plural of feminine ones («две рабочие группы»).
fn phrase(counted: &Countable, number: u64, case: Case) -> String {
    let direct = matches!(case, Case::Nominative | Case::Accusative);
    let (last, two) = (number % 10, number % 100);
    let teen = (11..=19).contains(&two);
    let one = last == 1 && !teen;
    let few = (2..=4).contains(&last) && !teen;
    let noun: &Noun = counted.noun();
    if one {
        return counted.with(noun.form(crate::russian::phrase::Number::Singular, case), |adjective| {
            adjective.agreeing(noun.gender.into(), case, noun.animate)
        });
    }
    let whole_thousand = number == 0 || number.is_multiple_of(1000);
    let asked = match (direct, few) {
        _ if whole_thousand => Case::Genitive,
        (true, true)
            if noun.gender == NounGender::Feminine
                && !(noun.animate && case == Case::Accusative && number < 5) =>
        {
            Case::Nominative
        }
        (true, _) => Case::Genitive,
        (false, _) => case,
    };
    let form = if few && direct && noun.features.adjectival {
        noun.counted_plural(asked)
    } else {
        after_number(noun, number, case)
    };
    counted.with(form, |adjective| adjective.agreeing(Agreement::Plural, asked, noun.animate))
}

/// All forms of a count, named `nom_digits`, `nom_words`, `gen_digits` and so on for every case.
pub fn forms(number: u64, lemma: &str) -> Option<Vec<(&'static str, String)>> {
    const NAMES: [(Case, &str, &str); 6] = [
        (Case::Nominative, "nom_digits", "nom_words"),
        (Case::Genitive, "gen_digits", "gen_words"),
        (Case::Dative, "dat_digits", "dat_words"),
        (Case::Accusative, "acc_digits", "acc_words"),
        (Case::Instrumental, "ins_digits", "ins_words"),
        (Case::Prepositional, "prep_digits", "prep_words"),
    ];
    let mut all = Vec::with_capacity(NAMES.len() * 2);
    for (case, digits, words) in NAMES {
        let counted = Countable::read(lemma)?;
        all.push((digits, format!("{number} {}", phrase(&counted, number, case))));
        all.push((words, count_words(number, lemma, case)?.text));
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(number: u64, lemma: &str, case: Case) -> String {
        count_words(number, lemma, case).unwrap().text
    }

    #[test]
    fn nouns_and_phrases_are_counted() {
        assert_eq!(words(21, "мероприятие", Case::Genitive), "двадцати одного мероприятия");
        assert_eq!(words(2, "рабочая группа", Case::Nominative), "две рабочие группы");
        assert_eq!(words(2, "рабочее место", Case::Dative), "двум рабочим местам");
        assert_eq!(words(5, "человек", Case::Accusative), "пять человек");
        assert_eq!(words(2, "студент", Case::Accusative), "двух студентов");
        assert_eq!(words(22, "студент", Case::Accusative), "двадцать два студента");
        assert_eq!(words(2_000, "рубль", Case::Dative), "двум тысячам рублей");
        assert_eq!(words(4, "год", Case::Instrumental), "четырьмя годами");
        assert_eq!(words(3, "заведующая", Case::Nominative), "три заведующие");
        assert_eq!(words(2, "сутки", Case::Nominative), "двое суток");
        assert_eq!(words(1, "сутки", Case::Genitive), "одних суток");
        assert_eq!(
            count_digits(21, "договор о сотрудничестве", Case::Genitive).unwrap().text,
            "21\u{a0}договора о сотрудничестве"
        );
        assert_eq!(count_words(1, "", Case::Nominative), None);
        assert_eq!(count_words(1, "2023", Case::Nominative), None);
    }
}
