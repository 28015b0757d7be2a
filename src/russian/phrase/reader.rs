//! A whole text: its phrases one after another, each with a head that declines and a tail that stays.

use super::adjective::Adjective;
use super::agreement::{Agreement, NounGender, Number};
use super::analysis::Analysis;
use super::ending;
use super::head::{Head, Lead, is_abbreviation, next_word};
use super::letters::{fold, is_cyrillic, is_vowel};
use super::lexicon::{self, WordKind};
use super::nominal::Nominal;
use super::slot::Slot;
use super::token::{Token, tokens};
use crate::russian::look_alike::mend_look_alikes;
use crate::russian::{Gender, Grade};

/// What the text names; it decides which nouns may head a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Domain {
    /// A post: persons.
    Post,
    /// An organisation: things first.
    Organisation,
    /// A question of an agenda: doings.
    Question,
}

/// Reads a text into slots.
pub(crate) struct Reader {
    pub(super) tokens: Vec<Token>,
    slots: Vec<Slot>,
    pub(super) domain: Domain,
    grade: Grade,
    gender: Option<Gender>,
    headed: bool,
    /// What adjectives of the first head show, for those that come late («… скважин (первый)»).
    agreement: Option<(Agreement, bool)>,
}

impl Reader {
    /// Takes the text apart. Look-alikes are mended first.
    pub(crate) fn read(text: &str, domain: Domain) -> Analysis {
        let (tokens, balanced) = tokens(&mend_look_alikes(text));
        let slots = vec![Slot::Still; tokens.len()];
        let end = tokens.len();
        let grade = if balanced { Grade::Certain } else { Grade::Doubtful };
        let mut reader = Self { tokens, slots, domain, grade, gender: None, headed: false, agreement: None };
        let mut at = reader.phrase(0, end);
        while at < end {
            at = reader.tail(at, end);
        }
        Analysis {
            tokens: reader.tokens,
            slots: reader.slots,
            grade: reader.grade,
            gender: reader.gender,
            headed: reader.headed,
        }
    }

    /// The first phrase's head; gives the index where its tail begins.
    fn phrase(&mut self, start: usize, end: usize) -> usize {
        let head = Head::read(&self.tokens, start, end, self.domain, false);
        self.grade = self.grade.max(head.grade);
        match &head.lead {
            Lead::Nothing => {
                let foreign = !self
                    .tokens
                    .iter()
                    .any(|token| token.word().is_some_and(|word| word.chars().any(is_cyrillic)));
                if !foreign {
                    self.grade = Grade::Doubtful;
                }
            }
            Lead::Adjective if !self.may_stand_alone(&head) => self.grade = Grade::Doubtful,
            Lead::Still => {}
            _ => self.headed = true,
        }
        self.gender = shown_gender(&head);
        self.agreement = head.agreement().map(|agreement| {
            (agreement, head.noun().map_or(self.domain == Domain::Post, |noun| noun.animate))
        });
        self.commit(&head);
        self.after_head(&head, end)
    }

    /// An adjective without a noun: a known substantive, or one before an abbreviation («Томская ТЭЦ-3»).
    fn may_stand_alone(&self, head: &Head) -> bool {
        let Some((last, _)) = head.adjectives.last() else { return false };
        head.adjectives
            .iter()
            .any(|(at, _)| self.tokens.get(*at).and_then(Token::word).is_some_and(lexicon::stands_alone))
            || next_word(&self.tokens, last + 1, self.tokens.len()).is_some_and(is_abbreviation)
    }

    pub(super) fn commit(&mut self, head: &Head) {
        let animate = match (&head.lead, head.noun()) {
            (_, Some(noun)) => noun.animate,
            (Lead::Adjective, None) => {
                self.agreement.map_or(self.domain == Domain::Post, |(_, animate)| animate)
            }
            _ => false,
        };
        for (at, adjective) in &head.adjectives {
            self.put(*at, Slot::Adjective(adjective.clone(), animate));
        }
        for (at, slot) in &head.ordinals {
            self.put(*at, slot.clone());
        }
        if let Lead::Noun(at, nominal) = &head.lead {
            self.put(*at, Slot::Nouns(nominal.parts.clone(), nominal.number));
        }
    }

    pub(super) fn put(&mut self, at: usize, slot: Slot) {
        if let Some(place) = self.slots.get_mut(at) {
            *place = slot;
        }
    }

    /// Words after the noun that go with it: «врач-терапевт участковый», «учитель логопед», «сестра (постовая)».
    fn after_head(&mut self, head: &Head, end: usize) -> usize {
        let mut at = head.next;
        let Some(agreement) = head.agreement().filter(|_| head.noun().is_some()) else { return at };
        let animate = head.noun().is_some_and(|noun| noun.animate);
        loop {
            let Some(next) =
                (at..end).find(|index| !matches!(self.tokens.get(*index), Some(Token::Space(_))))
            else {
                return at;
            };
            if self.tokens.get(next).is_some_and(|token| token.is_mark('(')) {
                if let Some(close) = self.agreeing_brackets(next, end, agreement, animate) {
                    at = close;
                    continue;
                }
                let Some(close) = self.second_name(next, end, agreement) else { return at };
                at = close;
                continue;
            }
            let Some(word) = self.tokens.get(next).and_then(Token::word).map(str::to_owned) else {
                return at;
            };
            let word = word.as_str();
            let ends = self.tokens.get(next + 1).is_none_or(|token| !matches!(token, Token::Space(_)));
            if let Some(adjective) =
                postposed(word, agreement).or_else(|| self.ambiguous(word, agreement, ends))
            {
                self.put(next, Slot::Adjective(adjective, animate));
            } else if let Some(nominal) = self.apposition(word, head) {
                self.put(next, Slot::Nouns(nominal.parts, nominal.number));
            } else {
                return at;
            }
            at = next + 1;
        }
    }

    /// A last word in -ой after a man's noun: «монтажник судовой», unless it names a place («оператор котельной»).
    fn ambiguous(&mut self, word: &str, agreement: Agreement, ends: bool) -> Option<Adjective> {
        let stem = word.strip_suffix("ой").filter(|_| ends && agreement == Agreement::Masculine)?;
        if lexicon::thing(&format!("{stem}ая")).is_some() {
            return None;
        }
        let adjective = ending::adjective(word)?;
        let known = [
            "судовой",
            "цеховой",
            "полевой",
            "путевой",
            "бортовой",
            "рядовой",
            "лесной",
            "морской",
            "портовой",
        ];
        if !known.contains(&fold(word).as_str()) {
            self.grade = Grade::Doubtful;
        }
        Some(adjective)
    }

    /// A second person right after the first, with no hyphen: «инженер электрик».
    fn apposition(&self, word: &str, head: &Head) -> Option<Nominal> {
        let singular = matches!(&head.lead, Lead::Noun(_, nominal) if nominal.number == Number::Singular);
        if self.domain != Domain::Post || !singular || is_abbreviation(word) {
            return None;
        }
        let nominal = Nominal::known(word, Domain::Post, false)?;
        let alike = ["солдат", "партизан", "техник"].contains(&fold(word).as_str());
        (nominal.number == Number::Singular && !alike).then_some(nominal)
    }

    /// The dependent words from `start` on, up to another phrase in the nominative; gives the index after what was read.
    fn tail(&mut self, start: usize, end: usize) -> usize {
        let mut at = start;
        let first = (start..end)
            .find(|index| !matches!(self.tokens.get(*index), Some(Token::Space(_))))
            .unwrap_or(end);
        while at < end {
            let token = self.tokens.get(at);
            let opens = match token {
                Some(Token::Mark(',' | ';' | '/' | ':')) => true,
                Some(Token::Mark('(')) => self.domain != Domain::Question,
                Some(Token::Mark('.')) => self.domain == Domain::Question,
                Some(token) if token.is_dash() => true,
                Some(Token::Word(word)) => matches!(fold(word).as_str(), "и" | "или" | "а" | "также"),
                _ => false,
            };
            let apposed = matches!(token, Some(Token::Word(_))) && self.domain == Domain::Organisation;
            if token.is_some_and(|token| token.is_mark('(')) && self.domain == Domain::Question {
                at = self.closing(at, end).map_or(end, |close| close + 1);
                continue;
            }
            if token.is_some_and(|token| token.is_mark('('))
                && let Some((agreement, animate)) = self.agreement
                && let Some(after) = self.agreeing_brackets(at, end, agreement, animate)
            {
                return after;
            }
            if opens && let Some(after) = self.another(at + 1, end) {
                return after;
            }
            if at == first && opens && self.domain == Domain::Question && self.headed {
                self.coordinated(at + 1, end);
            }
            if apposed && let Some(after) = self.second_head(at, end) {
                return after;
            }
            self.doubt_nominative(at);
            at += 1;
        }
        end
    }

    /// A man's noun in the nominative within a tail is no genitive: something was not understood.
    fn doubt_nominative(&mut self, at: usize) {
        let Some(word) = self.tokens.get(at).and_then(Token::word).filter(|_| self.domain == Domain::Post)
        else {
            return;
        };
        let folded = fold(word);
        // Genitive plurals that look alike: «отдел техник», «отряд солдат».
        let alike = [
            "солдат",
            "партизан",
            "человек",
            "техник",
            "механик",
            "математик",
            "физик",
            "критик",
            "политик",
            "электрик",
        ]
        .contains(&folded.as_str());
        let closed = folded.chars().last().is_some_and(|last| !is_vowel(last));
        let nominative = lexicon::person(word)
            .is_some_and(|noun| !noun.features.adjectival && !noun.features.indeclinable);
        if closed && !alike && nominative && !is_abbreviation(word) {
            self.grade = Grade::Doubtful;
        }
    }

    /// Another phrase in the nominative, if one begins here beyond doubt.
    fn another(&mut self, start: usize, end: usize) -> Option<usize> {
        let head = Head::read(&self.tokens, start, end, self.domain, true);
        let takes = match &head.lead {
            Lead::Noun(_, nominal) => {
                nominal.number == Number::Singular
                    || self.domain == Domain::Organisation && !head.adjectives.is_empty()
            }
            Lead::Adjective => self.domain != Domain::Question && self.agrees_with_head(&head),
            Lead::Still => self.domain == Domain::Organisation && !head.adjectives.is_empty(),
            Lead::Nothing => false,
        };
        if !takes {
            return None;
        }
        self.grade = self.grade.max(head.grade);
        self.headed = true;
        self.commit(&head);
        Some(self.after_head(&head, end))
    }

    /// «Итоги и перспективы»: what stands right after the head and «и» is in its case, be it a doing or not.
    fn coordinated(&mut self, start: usize, end: usize) {
        let next = (start..end).find(|index| !matches!(self.tokens.get(*index), Some(Token::Space(_))));
        let Some(word) = next.and_then(|next| self.tokens.get(next)).and_then(Token::word) else { return };
        let nominal = Nominal::known(word, Domain::Organisation, true)
            .or_else(|| Nominal::guessed(word, Domain::Organisation));
        match (nominal, next) {
            (Some(nominal), Some(next)) => {
                self.grade = self.grade.max(nominal.grade);
                self.put(next, Slot::Nouns(nominal.parts, nominal.number));
            }
            _ => self.grade = Grade::Doubtful,
        }
    }

    /// «…, ответственный за …», «…, входящие в …»: a participle of the head, or in a post any that may stand for a person.
    fn agrees_with_head(&self, head: &Head) -> bool {
        let Some((at, adjective)) = head.adjectives.last() else { return false };
        let same = self.agreement.is_none_or(|(agreement, _)| agreement == adjective.agreement());
        let person = self.domain == Domain::Post && adjective.agreement() != Agreement::Plural;
        (same || person)
            && self
                .tokens
                .get(*at)
                .and_then(Token::word)
                .is_some_and(|word| lexicon::stands_alone(word) && !fold(word).ends_with("ой"))
    }

    /// «… учреждение детский сад № 5»: a second name in the nominative within the tail.
    fn second_head(&mut self, start: usize, end: usize) -> Option<usize> {
        let before =
            self.tokens.get(..start)?.iter().rev().find(|token| !matches!(token, Token::Space(_)))?;
        let governed = before.word().is_some_and(|word| lexicon::kind(word) == Some(WordKind::Preposition));
        let within_word = matches!(self.tokens.get(start.checked_sub(1)?), Some(Token::Word(_)));
        if governed || within_word {
            return None;
        }
        let head = Head::read(&self.tokens, start, end, self.domain, true);
        let Lead::Noun(_, nominal) = &head.lead else { return None };
        let noun = nominal.leading()?;
        let bare_name = head.adjectives.is_empty() && noun.features.proper;
        if noun.animate || nominal.number == Number::Plural || bare_name {
            return None;
        }
        if !self.headed {
            self.grade = Grade::Doubtful;
        }
        self.headed = true;
        self.commit(&head);
        Some(self.after_head(&head, end))
    }
}

/// An adjective after its noun, where the ending leaves no doubt: -ой may be a genitive («врач выездной бригады»).
pub(super) fn postposed(word: &str, agreement: Agreement) -> Option<Adjective> {
    if fold(word).ends_with("ой") || agreement == Agreement::Plural {
        return None;
    }
    ending::adjective(word).filter(|adjective| adjective.agreement() == agreement)
}

/// The gender of the head's own form, where it is a woman's.
fn shown_gender(head: &Head) -> Option<Gender> {
    let by_adjective =
        head.adjectives.last().filter(|(_, adjective)| adjective.agreement() == Agreement::Feminine);
    match head.noun() {
        Some(noun) if noun.gender == NounGender::Feminine => Some(Gender::Feminine),
        _ => by_adjective.map(|_| Gender::Feminine),
    }
}
