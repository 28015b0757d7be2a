//! Adjectives, participles and ordinals: all cases from a nominative of any gender (Русская грамматика 1980).

use super::agreement::Agreement;
use super::letters::{fold, is_hushing, is_velar, is_vowel};
use crate::russian::Case;

/// How the endings begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stem {
    /// новый, молодой
    Hard,
    /// технический: hard, и for ы
    Velar,
    /// старший, заведующий: е in the singular, и for ы
    Hushing,
    /// большой, чужой: о in the singular, и for ы
    HushingStressed,
    /// средний
    Soft,
    /// третий, казачий: ь before the endings
    Possessive,
}

/// A word declined as an adjective, read from its nominative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Adjective {
    stem: String,
    kind: Stem,
    agreement: Agreement,
    nominative: String,
    reflexive: bool,
}

/// Stems of adjectives in -ий, -ья, -ье (третий, казачье, охотничьи), folded.
const POSSESSIVE: [&str; 18] = [
    "трет",
    "казач",
    "охотнич",
    "рыбач",
    "помещич",
    "бож",
    "медвеж",
    "птич",
    "заяч",
    "собач",
    "кошач",
    "девич",
    "верблюж",
    "овеч",
    "волч",
    "пастуш",
    "барсуч",
    "беляч",
];
/// Stems whose ending is stressed after a hushing consonant, folded.
const STRESSED: [&str; 4] = ["больш", "чуж", "небольш", "меньш"];

impl Adjective {
    /// Reads a nominative of any gender or number; `None` where the ending is no adjective's.
    pub(crate) fn read(word: &str) -> Option<Self> {
        let lower = word.to_lowercase();
        let (bare, reflexive) = match lower.strip_suffix("ся") {
            Some(bare) if bare.len() > 6 => (bare, true),
            _ => (lower.as_str(), false),
        };
        let mut letters = bare.chars().rev();
        let (last, before, consonant) = (letters.next()?, letters.next()?, letters.next()?);
        let stem: String = {
            let count = bare.chars().count().checked_sub(2)?;
            bare.chars().take(count).collect()
        };
        if stem.chars().count() < 2 {
            return None;
        }
        let folded = fold(&stem);
        let possessive_stem = |stem: &str| POSSESSIVE.contains(&stem);
        let (kind, agreement) = match (before, last) {
            ('ь', 'я') if possessive_stem(&folded) => (Stem::Possessive, Agreement::Feminine),
            ('ь', 'е') if possessive_stem(&folded) => (Stem::Possessive, Agreement::Neuter),
            ('ь', 'и') if possessive_stem(&folded) => (Stem::Possessive, Agreement::Plural),
            ('и', 'й') if possessive_stem(&folded) => (Stem::Possessive, Agreement::Masculine),
            ('ы' | 'о', 'й' | 'е') | ('а', 'я') if !is_vowel(consonant) => {
                (hard_kind(&folded, consonant, before), agreement_of(before, last))
            }
            ('и', 'й' | 'е') | ('е', 'е') | ('я', 'я') if !is_vowel(consonant) || consonant == 'е' => {
                (soft_kind(&folded, consonant), agreement_of(before, last))
            }
            _ => return None,
        };
        if matches!(consonant, 'й' | 'ь') {
            return None;
        }
        Some(Self { stem, kind, agreement, nominative: lower.clone(), reflexive })
    }

    pub(crate) const fn agreement(&self) -> Agreement {
        self.agreement
    }

    /// The form of this case in the gender or number of the nominative that was read.
    pub(crate) fn form(&self, case: Case, animate: bool) -> String {
        let nominative_again = case == Case::Nominative
            || case == Case::Accusative
                && (self.agreement == Agreement::Neuter
                    || !animate && matches!(self.agreement, Agreement::Masculine | Agreement::Plural));
        if nominative_again {
            return self.nominative.clone();
        }
        self.agreeing(self.agreement, case, animate)
    }

    /// The form of this case in another gender or number: the plural of «рабочее» is «рабочие».
    pub(crate) fn agreeing(&self, agreement: Agreement, case: Case, animate: bool) -> String {
        let case = match (agreement, case) {
            (Agreement::Masculine | Agreement::Plural, Case::Accusative) if animate => Case::Genitive,
            (Agreement::Masculine | Agreement::Plural | Agreement::Neuter, Case::Accusative) => {
                Case::Nominative
            }
            (_, case) => case,
        };
        let ending = self.ending(agreement, case);
        let soften = if self.kind == Stem::Possessive
            && !(agreement == Agreement::Masculine && case == Case::Nominative)
        {
            "ь"
        } else {
            ""
        };
        let reflexive = if self.reflexive { "ся" } else { "" };
        format!("{}{soften}{ending}{reflexive}", self.stem)
    }

    fn ending(&self, agreement: Agreement, case: Case) -> &'static str {
        let pick = |hard, hushing, soft, possessive, stressed| match self.kind {
            Stem::Hard | Stem::Velar => hard,
            Stem::Hushing => hushing,
            Stem::Soft => soft,
            Stem::Possessive => possessive,
            Stem::HushingStressed => stressed,
        };
        let high = |y, i| if self.kind == Stem::Hard { y } else { i };
        match (agreement, case) {
            (Agreement::Masculine, Case::Nominative | Case::Accusative) => match self.kind {
                Stem::Possessive => "ий",
                Stem::HushingStressed => "ой",
                _ if self.agreement == Agreement::Masculine && self.nominative.ends_with("ой") => "ой",
                _ => high("ый", "ий"),
            },
            (Agreement::Neuter, Case::Nominative | Case::Accusative) => pick("ое", "ее", "ее", "е", "ое"),
            (Agreement::Masculine | Agreement::Neuter, Case::Genitive) => {
                pick("ого", "его", "его", "его", "ого")
            }
            (Agreement::Masculine | Agreement::Neuter, Case::Dative) => {
                pick("ому", "ему", "ему", "ему", "ому")
            }
            (Agreement::Masculine | Agreement::Neuter, Case::Prepositional) => {
                pick("ом", "ем", "ем", "ем", "ом")
            }
            (Agreement::Masculine | Agreement::Neuter, Case::Instrumental)
            | (Agreement::Plural, Case::Dative) => high("ым", "им"),
            (Agreement::Feminine, Case::Nominative) => pick("ая", "ая", "яя", "я", "ая"),
            (Agreement::Feminine, Case::Accusative) => pick("ую", "ую", "юю", "ю", "ую"),
            (Agreement::Feminine, _) => pick("ой", "ей", "ей", "ей", "ой"),
            (Agreement::Plural, Case::Nominative | Case::Accusative) if self.kind == Stem::Possessive => "и",
            (Agreement::Plural, Case::Nominative | Case::Accusative) => high("ые", "ие"),
            (Agreement::Plural, Case::Genitive | Case::Prepositional) => high("ых", "их"),
            (Agreement::Plural, Case::Instrumental) => high("ыми", "ими"),
        }
    }
}

fn hard_kind(folded: &str, consonant: char, before: char) -> Stem {
    if is_hushing(consonant) {
        if before == 'о' || STRESSED.contains(&folded) { Stem::HushingStressed } else { Stem::Hushing }
    } else if is_velar(consonant) {
        Stem::Velar
    } else {
        Stem::Hard
    }
}

fn soft_kind(folded: &str, consonant: char) -> Stem {
    if STRESSED.contains(&folded) {
        Stem::HushingStressed
    } else if is_velar(consonant) {
        Stem::Velar
    } else if is_hushing(consonant) {
        Stem::Hushing
    } else {
        Stem::Soft
    }
}

const fn agreement_of(before: char, last: char) -> Agreement {
    match (before, last) {
        (_, 'й') => Agreement::Masculine,
        (_, 'я') => Agreement::Feminine,
        ('о' | 'е', 'е') => Agreement::Neuter,
        _ => Agreement::Plural,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(word: &str, animate: bool) -> String {
        let adjective = Adjective::read(word).unwrap();
        Case::ALL.map(|case| adjective.form(case, animate)).join(" ")
    }

    #[test]
    fn kinds_of_stems() {
        assert_eq!(all("главный", true), "главный главного главному главного главным главном");
        assert_eq!(
            all("участковой", true),
            "участковой участкового участковому участкового участковым участковом"
        );
        assert_eq!(
            all("технический", false),
            "технический технического техническому технический техническим техническом"
        );
        assert_eq!(all("старший", true), "старший старшего старшему старшего старшим старшем");
        assert_eq!(all("старшая", true), "старшая старшей старшей старшую старшей старшей");
        assert_eq!(all("большой", false), "большой большого большому большой большим большом");
        assert_eq!(all("большая", false), "большая большой большой большую большой большой");
        assert_eq!(all("средняя", false), "средняя средней средней среднюю средней средней");
        assert_eq!(all("третий", false), "третий третьего третьему третий третьим третьем");
        assert_eq!(all("казачье", false), "казачье казачьего казачьему казачье казачьим казачьем");
        assert_eq!(
            all("обучающийся", true),
            "обучающийся обучающегося обучающемуся обучающегося обучающимся обучающемся"
        );
        assert_eq!(
            all("электрические", false),
            "электрические электрических электрическим электрические электрическими электрических"
        );
        assert_eq!(
            all("длинношеее", false),
            "длинношеее длинношеего длинношеему длинношеее длинношеим длинношеем"
        );
    }

    #[test]
    fn another_gender() {
        let working = Adjective::read("рабочее").unwrap();
        assert_eq!(working.agreeing(Agreement::Plural, Case::Genitive, false), "рабочих");
        assert_eq!(working.agreeing(Agreement::Plural, Case::Nominative, false), "рабочие");
        let first = Adjective::read("третий").unwrap();
        assert_eq!(first.agreeing(Agreement::Neuter, Case::Nominative, false), "третье");
    }

    #[test]
    fn nouns_are_not_adjectives() {
        for word in ["директор", "музей", "сталь", "мая", "ся", "й", ""] {
            assert_eq!(Adjective::read(word), None, "{word}");
        }
    }
}
