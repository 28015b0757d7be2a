//! A word as a noun in the nominative: from the dictionary, by its ending, or a compound of several.

use super::agreement::Number;
use super::ending;
use super::letters::{fold, is_all_capitals, is_cyrillic};
use super::lexicon::{self, WordKind};
use super::noun::Noun;
use super::reader::Domain;
use super::slot::is_hyphen;
use crate::russian::Grade;

/// Ranks before which «инженер» is a part of the rank and stays.
const RANKS: [&str; 7] = ["лейтенант", "капитан", "майор", "подполковник", "полковник", "адмирал", "сержант"];

/// A word taken for a noun: its parts (those that stay are `None`), its number, and how sure that is.
#[derive(Clone, Debug)]
pub(crate) struct Nominal {
    pub(crate) parts: Vec<Option<Noun>>,
    pub(crate) number: Number,
    pub(crate) grade: Grade,
}

impl Nominal {
    fn certain(noun: Noun, number: Number) -> Self {
        Self { parts: vec![Some(noun)], number, grade: Grade::Certain }
    }

    /// The part that adjectives agree with: the first that declines.
    pub(crate) fn leading(&self) -> Option<&Noun> {
        self.parts.iter().flatten().next()
    }

    /// A noun that the tables have, in the number that the adjectives before it show.
    pub(crate) fn known(word: &str, domain: Domain, plural: bool) -> Option<Self> {
        let single = || known_noun(word, domain).map(|noun| Self::certain(noun, Number::Singular));
        let several = || known_plural(word, domain).map(|noun| Self::certain(noun, Number::Plural));
        let found = if plural { several().or_else(single) } else { single().or_else(several) };
        let found = found.filter(|nominal| nominal.leading().is_some_and(|noun| !noun.features.adjectival));
        found.or_else(|| Self::compound(word, domain, false))
    }

    /// A noun that no table has.
    pub(crate) fn guessed(word: &str, domain: Domain) -> Option<Self> {
        if word.contains(is_hyphen) {
            return Self::compound(word, domain, true);
        }
        let (noun, grade) = match domain {
            Domain::Post => ending::person_by_ending(word)?,
            Domain::Organisation => ending::thing_by_ending(word)?,
            Domain::Question => return None,
        };
        Some(Self { parts: vec![Some(noun)], number: Number::Singular, grade })
    }

    /// A compound: «инженер-технолог» declines in both parts, «вице-президент» and «HR-менеджер» in the last.
    fn compound(word: &str, domain: Domain, guess: bool) -> Option<Self> {
        let pieces: Vec<&str> = word.split(is_hyphen).collect();
        let (last, first) = pieces.split_last()?;
        if first.is_empty() {
            return None;
        }
        let find = |piece: &str| match known_noun(piece, domain) {
            Some(noun) => Some((noun, Grade::Certain)),
            None if guess => Self::guessed(piece, domain)
                .and_then(|nominal| Some((nominal.leading()?.clone(), nominal.grade))),
            None => None,
        };
        if stays(last) {
            let nouns: Vec<Option<Noun>> = first.iter().map(|piece| known_noun(piece, domain)).collect();
            nouns.iter().any(Option::is_some).then_some(())?;
            let parts = nouns.into_iter().chain([None]).collect();
            return Some(Self { parts, number: Number::Singular, grade: Grade::Certain });
        }
        if let Some(noun) = known_plural(last, domain).filter(|_| known_noun(last, domain).is_none()) {
            let parts: Option<Vec<Option<Noun>>> =
                first.iter().map(|piece| known_plural(piece, domain).map(Some)).collect();
            let parts = parts?.into_iter().chain([Some(noun)]).collect();
            return Some(Self { parts, number: Number::Plural, grade: Grade::Certain });
        }
        let (noun, grade) = find(last)?;
        // Ranks of engineers: «инженер-майора», but «инженера-технолога».
        if let [only] = first
            && matches!(fold(only).as_str(), "инженер" | "капитан")
            && (RANKS.contains(&fold(last).as_str()) || fold(last) == "инженер")
        {
            return Some(Self { parts: vec![None, Some(noun)], number: Number::Singular, grade });
        }
        let mut parts: Vec<Option<Noun>> = first.iter().map(|piece| first_part(piece, domain)).collect();
        parts.push(Some(noun));
        Some(Self { parts, number: Number::Singular, grade })
    }
}

/// A first part of a compound that declines with the last, or none where it stays.
fn first_part(piece: &str, domain: Domain) -> Option<Noun> {
    if stays(piece) || lexicon::kind(piece) == Some(WordKind::FirstPart) {
        return None;
    }
    known_noun(piece, domain).or_else(|| {
        (ending::surely_person(piece) || fold(piece).ends_with("ник"))
            .then(|| ending::person_by_ending(piece))
            .flatten()
            .map(|(noun, _)| noun)
    })
}

/// Abbreviations, digits and Latin words stay.
pub(crate) fn stays(piece: &str) -> bool {
    !piece.chars().all(is_cyrillic) || is_all_capitals(piece) && piece.chars().count() < 5
}

fn known_noun(word: &str, domain: Domain) -> Option<Noun> {
    match domain {
        Domain::Post => lexicon::person(word),
        Domain::Organisation => lexicon::thing(word).or_else(|| lexicon::person(word)),
        Domain::Question if lexicon::is_doing(word) => {
            lexicon::thing(word).or_else(|| ending::thing_by_ending(word).map(|(noun, _)| noun))
        }
        Domain::Question => None,
    }
}

fn known_plural(word: &str, domain: Domain) -> Option<Noun> {
    match domain {
        Domain::Post => lexicon::persons(word),
        Domain::Organisation => lexicon::things(word).or_else(|| lexicon::persons(word)),
        Domain::Question => lexicon::things(word).filter(|noun| lexicon::is_doing(&noun.lemma)),
    }
}
