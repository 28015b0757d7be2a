//! A noun phrase that numbers count: «мероприятие», «рабочее место», «обучающийся».

use super::adjective::Adjective;
use super::agreement::{NounGender, Number};
use super::ending;
use super::letters::in_case_of;
use super::lexicon;
use super::noun::{Features, Noun};
use super::token::{Token, tokens};
use crate::russian::{Case, Grade};

/// A noun phrase in the nominative singular, ready to be counted.
pub(crate) struct Countable {
    tokens: Vec<Token>,
    adjectives: Vec<(usize, Adjective)>,
    head: usize,
    noun: Noun,
    grade: Grade,
}

impl Countable {
    /// Adjectives, then the noun; what follows stays.
    pub(crate) fn read(lemma: &str) -> Option<Self> {
        let (tokens, _) = tokens(lemma.trim());
        let mut adjectives = Vec::new();
        let mut found = None;
        for (index, word) in
            tokens.iter().enumerate().filter_map(|(index, token)| Some((index, token.word()?)))
        {
            if let Some((noun, grade)) = known(word) {
                found = Some((index, noun, grade));
                break;
            }
            if let Some(adjective) = ending::adjective(word) {
                adjectives.push((index, adjective));
            } else {
                found = by_ending(word).map(|(noun, grade)| (index, noun, grade));
                break;
            }
        }
        let (head, noun, grade) = match found {
            Some(found) => found,
            None => substantive(&tokens, adjectives.pop()?)?,
        };
        Some(Self { tokens, adjectives, head, noun, grade })
    }

    pub(crate) const fn noun(&self) -> &Noun {
        &self.noun
    }

    pub(crate) const fn gender(&self) -> NounGender {
        self.noun.gender
    }

    pub(crate) const fn is_animate(&self) -> bool {
        self.noun.animate
    }

    pub(crate) const fn grade(&self) -> Grade {
        self.grade
    }

    /// The phrase with this form of the noun, and each adjective as `agree` says.
    pub(crate) fn with(&self, noun: String, agree: impl Fn(&Adjective) -> String) -> String {
        let mut noun = Some(noun);
        let mut text = String::new();
        for (index, token) in self.tokens.iter().enumerate() {
            let form = if index == self.head {
                noun.take()
            } else {
                self.adjectives.iter().find(|(at, _)| *at == index).map(|(_, adjective)| agree(adjective))
            };
            match (token, form) {
                (Token::Word(word), Some(form)) => text.push_str(&in_case_of(word, &form)),
                _ => token.push_to(&mut text),
            }
        }
        text
    }
}

/// A noun of the dictionary; one that is declined as an adjective only where it is not one here («рабочее место»).
fn known(word: &str) -> Option<(Noun, Grade)> {
    lexicon::thing(word)
        .or_else(|| lexicon::person(word))
        .filter(|noun| !noun.features.adjectival)
        .map(|noun| (noun, Grade::Certain))
}

/// An adjective that stands for a noun: «обучающийся», «заведующая».
fn substantive(tokens: &[Token], (index, adjective): (usize, Adjective)) -> Option<(usize, Noun, Grade)> {
    let lemma = tokens.get(index)?.word()?.to_lowercase();
    let gender = match adjective.agreement() {
        super::Agreement::Feminine => NounGender::Feminine,
        super::Agreement::Neuter => NounGender::Neuter,
        _ => NounGender::Masculine,
    };
    let features = Features { adjectival: true, ..Features::default() };
    let known = lexicon::thing(&lemma).or_else(|| lexicon::person(&lemma));
    let animate = known.as_ref().map_or(gender != NounGender::Neuter, |noun| noun.animate);
    Some((index, Noun { lemma, gender, animate, features }, Grade::Certain))
}

/// A noun judged by its ending; compounds such as «человеко-час» by their last part.
fn by_ending(word: &str) -> Option<(Noun, Grade)> {
    if let Some((_, last)) = word.rsplit_once('-') {
        let (mut noun, grade) = known(last).or_else(|| by_ending(last))?;
        let first = word.strip_suffix(last)?.to_lowercase();
        if noun.features != Features::default() {
            let regular = Noun::regular(&noun.lemma, noun.gender, noun.animate);
            let same = Case::ALL.iter().all(|case| {
                noun.form(Number::Plural, *case) == regular.form(Number::Plural, *case)
                    && noun.form(Number::Singular, *case) == regular.form(Number::Singular, *case)
            });
            if !same {
                return None;
            }
        }
        noun.lemma.insert_str(0, &first);
        return Some((Noun::regular(&noun.lemma, noun.gender, noun.animate), grade));
    }
    match ending::person_by_ending(word) {
        Some((noun, Grade::Certain)) if ending::surely_person(word) => Some((noun, Grade::Certain)),
        _ => ending::thing_by_ending(word),
    }
}
