//! The head of a noun phrase: its agreeing words and the noun, up to the first word that depends on it.

use super::adjective::Adjective;
use super::agreement::{Agreement, Number};
use super::ending;
use super::letters::{fold, is_all_capitals, is_cyrillic, is_vowel};
use super::lexicon::{self, WordKind};
use super::nominal::Nominal;
use super::noun::Noun;
use super::reader::Domain;
use super::slot::Slot;
use super::token::Token;
use crate::russian::Grade;

/// What leads a phrase.
#[derive(Clone, Debug)]
pub(crate) enum Lead {
    /// A noun.
    Noun(usize, Nominal),
    /// An adjective that stands for a noun, the last of the adjectives.
    Adjective,
    /// An abbreviation or a foreign word: nothing declines.
    Still,
    /// Nothing that could be a head.
    Nothing,
}

/// The head of a phrase.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    pub(crate) adjectives: Vec<(usize, Adjective)>,
    pub(crate) ordinals: Vec<(usize, Slot)>,
    pub(crate) lead: Lead,
    /// The index of the first token after it.
    pub(crate) next: usize,
    pub(crate) grade: Grade,
    /// Whether the last adjective may stand for a noun: «заведующий», «дежурный».
    substantive: bool,
    /// Whether an abbreviation of no table went before: «Асс. преподавателя» or «Мет. кабинет», so that no word is guessed after it.
    unlisted: bool,
}

impl Head {
    pub(crate) fn agreement(&self) -> Option<Agreement> {
        match &self.lead {
            Lead::Noun(_, nominal) => match (nominal.number, nominal.leading()) {
                (Number::Plural, _) => Some(Agreement::Plural),
                (_, Some(noun)) => Some(noun.gender.into()),
                _ => None,
            },
            Lead::Adjective => self.adjectives.last().map(|(_, adjective)| adjective.agreement()),
            _ => None,
        }
    }

    pub(crate) fn noun(&self) -> Option<&Noun> {
        match &self.lead {
            Lead::Noun(_, nominal) => nominal.leading(),
            _ => None,
        }
    }

    /// Reads a head that begins at `start`. With `strict`, a noun has to be in the tables: the words may belong to a tail.
    pub(crate) fn read(tokens: &[Token], start: usize, end: usize, domain: Domain, strict: bool) -> Self {
        let mut head = Self {
            adjectives: Vec::new(),
            ordinals: Vec::new(),
            lead: Lead::Nothing,
            next: start,
            grade: Grade::Certain,
            substantive: false,
            unlisted: false,
        };
        let mut index = start;
        let mut skipped = false;
        while index < end {
            match tokens.get(index) {
                Some(Token::Space(_)) => index += 1,
                Some(Token::Mark('.')) if skipped => index += 1,
                Some(Token::Mark('(')) if !head.adjectives.is_empty() => {
                    let Some(after) = head.bracketed_adjectives(tokens, index, end) else { break };
                    index = after;
                }
                Some(Token::Word(word)) => {
                    let following = next_word(tokens, index + 1, end);
                    match head.take(word, index, following, tokens, domain, strict) {
                        Taken::Head => {
                            head.next = index + 1;
                            return head;
                        }
                        Taken::Skipped => {
                            skipped = true;
                            index += 1;
                        }
                        Taken::Agreeing => index += 1,
                        Taken::Nothing => break,
                    }
                    head.next = index;
                }
                _ => break,
            }
        }
        if !head.adjectives.is_empty() {
            head.lead = Lead::Adjective;
            head.next = head.adjectives.last().map_or(head.next, |(at, _)| at + 1);
        } else if skipped && !strict {
            head.lead = Lead::Still;
        }
        head
    }

    /// «Крестьянское (фермерское) хозяйство»: the index after brackets that hold adjectives only.
    fn bracketed_adjectives(&mut self, tokens: &[Token], start: usize, end: usize) -> Option<usize> {
        let mut found = Vec::new();
        for index in start + 1..end {
            match tokens.get(index)? {
                Token::Space(_) => {}
                Token::Word(word) => found.push((index, ending::adjective(word)?)),
                Token::Mark(')') => {
                    next_word(tokens, index + 1, end)?;
                    self.adjectives.append(&mut found);
                    return Some(index + 1);
                }
                _ => return None,
            }
        }
        None
    }

    fn take(
        &mut self,
        word: &str,
        index: usize,
        following: Option<&str>,
        tokens: &[Token],
        domain: Domain,
        strict: bool,
    ) -> Taken {
        let key = fold(word);
        if key == "и." && following.is_some_and(|next| fold(next) == "о.") {
            self.lead = Lead::Still;
            return Taken::Head;
        }
        match lexicon::kind(word) {
            Some(WordKind::AbbreviatedAdjective | WordKind::Adverb) => return Taken::Skipped,
            Some(WordKind::AbbreviatedHead | WordKind::LegalForm) => {
                self.lead = Lead::Still;
                let acting = matches!(key.as_str(), "и.о." | "врио" | "ио" | "и.о" | "врип");
                let person = following.and_then(lexicon::person);
                if acting && person.is_some() || matches!(key.as_str(), "зам" | "зав" | "нач" | "пом")
                {
                    self.grade = Grade::Doubtful;
                }
                return Taken::Head;
            }
            Some(WordKind::Preposition) => return Taken::Nothing,
            _ => {}
        }
        if ending::is_fused(word) && lexicon::person(word).is_none() {
            self.lead = Lead::Still;
            return Taken::Head;
        }
        if let Some(slot) = Slot::ordinal(word) {
            self.ordinals.push((index, slot));
            return Taken::Agreeing;
        }
        if matches!(key.as_str(), "и" | "или") {
            let goes_on = !self.adjectives.is_empty()
                && following.is_some_and(|next| ending::adjective(next).is_some());
            return if goes_on { Taken::Agreeing } else { Taken::Nothing };
        }
        let plural =
            self.adjectives.last().is_some_and(|(_, adjective)| adjective.agreement() == Agreement::Plural);
        if let Some(nominal) = Nominal::known(word, domain, plural) {
            if !self.agrees(&nominal) {
                if self.substantive || strict {
                    return Taken::Nothing;
                }
                self.grade = Grade::Doubtful;
            }
            self.lead = Lead::Noun(index, nominal);
            return Taken::Head;
        }
        if !word.chars().any(is_cyrillic) {
            return if strict { Taken::Nothing } else { Taken::Skipped };
        }
        if is_abbreviation(word) {
            if self.adjectives.is_empty() && following.is_some_and(|next| lexicon::person(next).is_some()) {
                return Taken::Skipped;
            }
            self.lead = Lead::Still;
            return if strict && self.adjectives.is_empty() { Taken::Nothing } else { Taken::Head };
        }
        if let Some(adjective) = ending::adjective(word) {
            if key.ends_with("ой") && !self.may_be_nominative(word, following, domain) {
                return Taken::Nothing;
            }
            let known = !strict || domain != Domain::Question;
            if self.adjectives.last().is_none_or(|(_, last)| last.agreement() == adjective.agreement())
                && known
            {
                self.adjectives.push((index, adjective));
                // «старший» stands alone before a genitive, but a noun may still follow.
                self.substantive =
                    lexicon::stands_alone(word) && !key.starts_with("старш") && !key.starts_with("ведущ");
                return Taken::Agreeing;
            }
            return Taken::Nothing;
        }
        if tokens.get(index + 1).is_some_and(|token| token.is_mark('.')) && following.is_none() && !strict {
            self.grade = Grade::Doubtful;
            self.unlisted = true;
            return Taken::Skipped;
        }
        self.guess(word, index, following, domain, strict)
    }

    /// -ой is a nominative («выездной фельдшер») or a woman's oblique case («заведующий учебной частью»): what follows decides.
    fn may_be_nominative(&self, word: &str, following: Option<&str>, domain: Domain) -> bool {
        let before_noun = following.is_some_and(|next| {
            Nominal::known(next, domain, false).is_some_and(|nominal| nominal.number == Number::Singular)
                || ending::surely_person(next)
        });
        // «Томский областной краеведческий музей»: between two adjectives of a man's noun.
        let before_adjective = following.is_some_and(|next| {
            let key = fold(next);
            (key.ends_with("ый") || key.ends_with("ий"))
                && ending::adjective(next).is_some()
                && self.adjectives.last().is_some_and(|(_, last)| last.agreement() == Agreement::Masculine)
                && !self.substantive
        });
        before_noun
            || before_adjective
            || self.adjectives.is_empty()
                && (lexicon::stands_alone(word)
                    || following.is_none_or(|next| ending::adjective(next).is_some() || closed(next)))
    }

    /// Whether the adjectives read so far agree with this noun; a person in -а may be of either gender.
    fn agrees(&self, nominal: &Nominal) -> bool {
        let (Some((_, adjective)), Some(noun)) = (self.adjectives.last(), nominal.leading()) else {
            return true;
        };
        match (adjective.agreement(), nominal.number) {
            (Agreement::Plural, Number::Plural) => true,
            (Agreement::Plural, _) | (_, Number::Plural) => noun.features.indeclinable,
            (shown, _) => {
                shown == Agreement::from(noun.gender)
                    || noun.animate && (noun.lemma.ends_with(['а', 'я']) || noun.features.indeclinable)
            }
        }
    }

    fn guess(
        &mut self,
        word: &str,
        index: usize,
        following: Option<&str>,
        domain: Domain,
        strict: bool,
    ) -> Taken {
        let sure = domain == Domain::Post && ending::surely_person(word);
        if !sure && (strict || self.substantive || self.unlisted) {
            return Taken::Nothing;
        }
        if domain == Domain::Organisation
            && self.adjectives.is_empty()
            && following.is_some_and(is_abbreviation)
        {
            // «Интер РАО»: a name of several words that is no phrase.
            self.grade = Grade::Doubtful;
            self.lead = Lead::Still;
            return Taken::Head;
        }
        let Some(nominal) = Nominal::guessed(word, domain).filter(|nominal| self.agrees(nominal)) else {
            return Taken::Nothing;
        };
        self.grade = self.grade.max(nominal.grade);
        self.lead = Lead::Noun(index, nominal);
        Taken::Head
    }
}

enum Taken {
    Head,
    Agreeing,
    Skipped,
    Nothing,
}

/// The next word, with nothing but space before it.
pub(crate) fn next_word(tokens: &[Token], start: usize, end: usize) -> Option<&str> {
    tokens.get(start..end)?.iter().find(|token| !matches!(token, Token::Space(_)))?.word()
}

/// Whether a word ends in a consonant, as a man's noun in the nominative does.
fn closed(word: &str) -> bool {
    fold(word).chars().last().is_some_and(|last| is_cyrillic(last) && !is_vowel(last))
}

/// An abbreviation in capitals: ТЭЦ-3, МЧС.
pub(crate) fn is_abbreviation(word: &str) -> bool {
    let first = word.split('-').next().unwrap_or(word);
    let spelled_out = word
        .rsplit('-')
        .next()
        .is_some_and(|last| last.chars().all(|letter| is_cyrillic(letter) && letter.is_lowercase()));
    is_all_capitals(first)
        && !spelled_out
        && first.chars().count() <= 7
        && (first.chars().count() < 5 || ending::adjective(first).is_none())
}
