//! Nouns: both numbers in all cases from the lemma (Русская грамматика 1980; Зализняк, Грамматический словарь, предисловие).

use super::adjective::Adjective;
use super::agreement::{Agreement, NounGender, Number};
use super::letters::{is_hushing, is_velar, is_vowel};
use crate::russian::Case;

/// What the dictionary says beyond the ending; all of it as lower-case text with ё.
#[expect(clippy::struct_excessive_bools, reason = "independent marks of a dictionary entry")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Features {
    /// The word has one form: портье, атташе, замдиректора.
    pub(crate) indeclinable: bool,
    /// Declined as an adjective: рабочий, горничная, столовая.
    pub(crate) adjectival: bool,
    /// Has no singular: сутки, курсы.
    pub(crate) plural_only: bool,
    /// The ending is stressed, which shows after ж ш ч щ ц and in -ёй, -ём: врачом, судьёй, секретарём.
    pub(crate) stressed: bool,
    /// The name of one organisation, which stays after a legal form: ПАО Сбербанк.
    pub(crate) proper: bool,
    /// The stem of the oblique cases where it differs: боец → бойц.
    pub(crate) stem: Option<&'static str>,
    /// The nominative plural where it is not regular: директора.
    pub(crate) plural: Option<&'static str>,
    /// The genitive plural where it is not regular.
    pub(crate) genitive_plural: Option<&'static str>,
    /// The instrumental plural where it is not regular: людьми.
    pub(crate) instrumental_plural: Option<&'static str>,
    /// The genitive plural after a numeral where it is another word: лет, человек.
    pub(crate) counted: Option<&'static str>,
}

impl Features {
    /// Whether no form of the entry is spelled out, so that a compound with it declines in the same way.
    pub(crate) fn is_regular(&self) -> bool {
        self.stem.is_none() && self.plural.is_none() && self.genitive_plural.is_none() && !self.adjectival
    }
}

/// A noun that can be declined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Noun {
    /// The nominative (singular, where there is one), lower case.
    pub(crate) lemma: String,
    pub(crate) gender: NounGender,
    pub(crate) animate: bool,
    pub(crate) features: Features,
}

impl Noun {
    /// A noun of which the dictionary says nothing.
    pub(crate) fn regular(lemma: &str, gender: NounGender, animate: bool) -> Self {
        Self { lemma: lemma.to_lowercase(), gender, animate, features: Features::default() }
    }

    pub(crate) fn form(&self, number: Number, case: Case) -> String {
        if self.features.indeclinable {
            return self.lemma.clone();
        }
        if self.features.adjectival {
            return self.adjectival(number, case);
        }
        match number {
            Number::Singular if !self.features.plural_only => self.singular(case),
            _ => self.plural(case),
        }
    }

    /// The plural as numerals ask for it: «пять лет», «двум человекам».
    pub(crate) fn counted_plural(&self, case: Case) -> String {
        match (self.features.counted, case) {
            (Some(form), Case::Genitive) => form.to_owned(),
            (Some(form), Case::Accusative) if self.animate => form.to_owned(),
            (Some(_), _) => {
                Self { features: Features { counted: None, plural: None, ..self.features }, ..self.clone() }
                    .plural(case)
            }
            (None, _) => self.form(Number::Plural, case),
        }
    }

    fn adjectival(&self, number: Number, case: Case) -> String {
        let Some(adjective) = Adjective::read(&self.lemma) else { return self.lemma.clone() };
        match number {
            Number::Singular => adjective.form(case, self.animate),
            Number::Plural => adjective.agreeing(Agreement::Plural, case, self.animate),
        }
    }

    pub(super) fn without_last(&self, count: usize) -> String {
        let length = self.lemma.chars().count().saturating_sub(count);
        self.lemma.chars().take(length).collect()
    }

    pub(super) fn oblique_stem(&self, regular: impl FnOnce() -> String) -> String {
        self.features.stem.map_or_else(regular, str::to_owned)
    }

    fn singular(&self, case: Case) -> String {
        if case == Case::Nominative {
            return self.lemma.clone();
        }
        let last = self.lemma.chars().last().unwrap_or(' ');
        match (self.gender, last) {
            (_, 'а') => self.first_hard(case),
            (NounGender::Neuter, 'я') => self.like_time(case),
            (_, 'я') => self.first_soft(case),
            (NounGender::Feminine, 'ь') => {
                let stem = self.oblique_stem(|| self.without_last(1));
                match case {
                    Case::Nominative | Case::Accusative => self.lemma.clone(),
                    // A lost vowel comes back: церкви, but церковью.
                    Case::Instrumental if stem.len() + 2 < self.lemma.len() => self.lemma.clone() + "ю",
                    Case::Instrumental => stem + "ью",
                    _ => stem + "и",
                }
            }
            (NounGender::Feminine, _) => self.lemma.clone(),
            (_, 'о' | 'е' | 'ё') => self.second_open(case, last),
            (NounGender::Masculine, _) if !is_vowel(last) => self.second_closed(case, last),
            _ => self.lemma.clone(),
        }
    }

    /// глава, школа, уборщица.
    fn first_hard(&self, case: Case) -> String {
        let stem = self.oblique_stem(|| self.without_last(1));
        let end = stem.chars().last().unwrap_or(' ');
        stem.clone()
            + match case {
                Case::Nominative => "а",
                Case::Genitive if is_hushing(end) || is_velar(end) => "и",
                Case::Genitive => "ы",
                Case::Dative | Case::Prepositional => "е",
                Case::Accusative => "у",
                Case::Instrumental if (is_hushing(end) || end == 'ц') && !self.features.stressed => "ей",
                Case::Instrumental => "ой",
            }
    }

    /// судья, няня, комиссия.
    fn first_soft(&self, case: Case) -> String {
        let stem = self.oblique_stem(|| self.without_last(1));
        let after_i = stem.ends_with('и') && !self.features.stressed;
        stem.clone()
            + match case {
                Case::Nominative => "я",
                Case::Genitive => "и",
                Case::Dative | Case::Prepositional if after_i => "и",
                Case::Dative | Case::Prepositional => "е",
                Case::Accusative => "ю",
                Case::Instrumental if self.features.stressed => "ёй",
                Case::Instrumental => "ей",
            }
    }

    /// место, учреждение, училище, поле.
    fn second_open(&self, case: Case, last: char) -> String {
        let stem = self.oblique_stem(|| self.without_last(1));
        let end = stem.chars().last().unwrap_or(' ');
        let hard = last == 'о' || is_hushing(end) || end == 'ц';
        let ending = match case {
            Case::Nominative => return self.lemma.clone(),
            Case::Accusative if !self.animate => return self.lemma.clone(),
            Case::Genitive | Case::Accusative => {
                if hard {
                    "а"
                } else {
                    "я"
                }
            }
            Case::Dative => {
                if hard {
                    "у"
                } else {
                    "ю"
                }
            }
            Case::Instrumental if last == 'о' => "ом",
            Case::Instrumental if last == 'ё' => "ём",
            Case::Instrumental => "ем",
            Case::Prepositional if stem.ends_with('и') => "и",
            Case::Prepositional if last == 'ё' => "ё",
            Case::Prepositional => "е",
        };
        stem + ending
    }

    /// время, имя.
    fn like_time(&self, case: Case) -> String {
        let stem = self.without_last(1) + "ен";
        match case {
            Case::Nominative | Case::Accusative => self.lemma.clone(),
            Case::Instrumental => stem + "ем",
            _ => stem + "и",
        }
    }

    /// директор, врач, боец, слесарь, музей.
    fn second_closed(&self, case: Case, last: char) -> String {
        let soft = matches!(last, 'й' | 'ь');
        let stem = self.oblique_stem(|| if soft { self.without_last(1) } else { closed_stem(&self.lemma) });
        let end = stem.chars().last().unwrap_or(' ');
        let narrow = (is_hushing(end) || end == 'ц') && !self.features.stressed;
        let ending = match case {
            Case::Nominative => return self.lemma.clone(),
            Case::Accusative if !self.animate => return self.lemma.clone(),
            Case::Genitive | Case::Accusative => {
                if soft {
                    "я"
                } else {
                    "а"
                }
            }
            Case::Dative => {
                if soft {
                    "ю"
                } else {
                    "у"
                }
            }
            Case::Instrumental if soft && self.features.stressed => "ём",
            Case::Instrumental if soft || narrow => "ем",
            Case::Instrumental => "ом",
            Case::Prepositional if self.lemma.ends_with("ий") && end == 'и' => "и",
            Case::Prepositional => "е",
        };
        stem + ending
    }
}

/// The oblique stem of a masculine noun in a hard consonant: -ец loses its vowel after one consonant (продавец → продавц,
/// владелец → владельц, гвардеец → гвардейц), a short word keeps it after two (кузнец, but голландец → голландц).
pub(super) fn closed_stem(lemma: &str) -> String {
    let letters: Vec<char> = lemma.chars().collect();
    let [start @ .., 'е', 'ц'] = letters.as_slice() else { return lemma.to_owned() };
    // «Военспеца»: the word is cut from «специалист».
    if lemma.ends_with("спец") {
        return lemma.to_owned();
    }
    match start {
        [.., last] if is_vowel(*last) => start.iter().chain(&['й', 'ц']).collect(),
        [.., before, _] if letters.len() < 8 && !is_vowel(*before) && !matches!(*before, 'й' | 'ь' | 'р') => {
            lemma.to_owned()
        }
        [_, .., 'л'] => start.iter().chain(&['ь', 'ц']).collect(),
        [_, _, ..] => start.iter().chain(&['ц']).collect(),
        _ => lemma.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(noun: &Noun, number: Number) -> String {
        Case::ALL.map(|case| noun.form(number, case)).join(" ")
    }

    fn masculine(lemma: &str) -> Noun {
        Noun::regular(lemma, NounGender::Masculine, true)
    }

    #[test]
    fn masculine_stems() {
        assert_eq!(
            all(&masculine("продавец"), Number::Singular),
            "продавец продавца продавцу продавца продавцем продавце"
        );
        assert_eq!(
            all(&masculine("владелец"), Number::Plural),
            "владельцы владельцев владельцам владельцев владельцами владельцах"
        );
        assert_eq!(closed_stem("кузнец"), "кузнец");
        assert_eq!(closed_stem("гвардеец"), "гвардейц");
        assert_eq!(closed_stem("спец"), "спец");
        assert_eq!(closed_stem("творец"), "творц");
        assert_eq!(
            all(&masculine("викарий"), Number::Singular),
            "викарий викария викарию викария викарием викарии"
        );
        assert_eq!(
            all(&masculine("гражданин"), Number::Plural),
            "граждане граждан гражданам граждан гражданами гражданах"
        );
    }

    #[test]
    fn neuter_and_feminine() {
        let event = Noun::regular("мероприятие", NounGender::Neuter, false);
        assert_eq!(
            all(&event, Number::Singular),
            "мероприятие мероприятия мероприятию мероприятие мероприятием мероприятии"
        );
        assert_eq!(
            all(&event, Number::Plural),
            "мероприятия мероприятий мероприятиям мероприятия мероприятиями мероприятиях"
        );
        let purchase = Noun::regular("закупка", NounGender::Feminine, false);
        assert_eq!(all(&purchase, Number::Plural), "закупки закупок закупкам закупки закупками закупках");
        let network = Noun::regular("сеть", NounGender::Feminine, false);
        assert_eq!(all(&network, Number::Plural), "сети сетей сетям сети сетями сетях");
    }
}
