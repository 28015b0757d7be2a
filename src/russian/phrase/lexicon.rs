//! The dictionary: persons, things, abbreviations, from the tables in `data/`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::adjective::Adjective;
use super::agreement::{Agreement, NounGender, Number};
use super::ending::gender_by_ending;
use super::letters::fold;
use super::noun::{Features, Noun};
use crate::russian::Case;

static PERSONS: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("../data/persons.tsv"), true));
static THINGS: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("../data/things.tsv"), false));
static WORDS: LazyLock<HashMap<&'static str, WordKind>> =
    LazyLock::new(|| read_kinds(include_str!("../data/words.tsv")));

/// What a word that is not declined does in a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordKind {
    /// An abbreviated adjective; the head follows: гл., ст.
    AbbreviatedAdjective,
    /// An abbreviated head; what follows depends on it: зам., зав., и.о.
    AbbreviatedHead,
    /// An adverb before a participle: временно исполняющий.
    Adverb,
    /// A first part that stays in a compound: вице-, шеф-.
    FirstPart,
    /// A preposition.
    Preposition,
    /// A participle or adjective that takes an object and so may stand without a noun: заведующий, ответственный.
    Governing,
    /// A noun of doing that no ending shows: сбор, проверка.
    Doing,
    /// A legal form or kind of institution in capitals: ООО, МБОУ.
    LegalForm,
}

/// First parts that are written together with their noun and change nothing in it (Лопатин, Русский орфографический словарь).
const FIRST_STEMS: [&str; 44] = [
    "авиа",
    "авто",
    "агро",
    "аэро",
    "био",
    "вело",
    "видео",
    "газо",
    "гео",
    "гидро",
    "гос",
    "гор",
    "горно",
    "дерево",
    "зоо",
    "кино",
    "лесо",
    "мед",
    "метео",
    "микро",
    "мото",
    "мясо",
    "нефте",
    "овоще",
    "пище",
    "проф",
    "радио",
    "рай",
    "рыбо",
    "сель",
    "спец",
    "спорт",
    "строй",
    "судо",
    "супер",
    "теле",
    "тепло",
    "турбо",
    "тех",
    "фото",
    "хлебо",
    "хим",
    "электро",
    "энерго",
];

struct Table {
    nouns: HashMap<String, Noun>,
    plurals: HashMap<String, String>,
}

impl Table {
    /// Lines of `lemma`, `gender`, `features`; the last two may be absent.
    fn read(text: &'static str, animate: bool) -> Self {
        let mut table = Self { nouns: HashMap::new(), plurals: HashMap::new() };
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let noun = read_noun(line, animate);
            let key = fold(&noun.lemma);
            let plural = fold(&noun.form(Number::Plural, Case::Nominative));
            if !noun.features.indeclinable && plural != key {
                table.plurals.entry(plural).or_insert_with(|| key.clone());
            }
            table.nouns.insert(key, noun);
        }
        table
    }

    fn get(&self, key: &str) -> Option<&Noun> {
        self.nouns.get(key)
    }

    /// A noun of the table behind a first part that is written together with it: «агрофирма», «электромонтёр».
    fn prefixed(&self, key: &str) -> Option<Noun> {
        let rest = FIRST_STEMS.iter().find_map(|stem| key.strip_prefix(stem))?;
        let noun = self.get(rest).filter(|noun| rest.chars().count() > 3 && noun.features.is_regular())?;
        Some(Noun { lemma: key.to_owned(), ..noun.clone() })
    }

    fn plural(&self, key: &str) -> Option<&Noun> {
        self.plurals.get(key).and_then(|lemma| self.nouns.get(lemma))
    }
}

fn read_noun(line: &'static str, mut animate: bool) -> Noun {
    let mut columns = line.split('\t');
    let lemma = columns.next().unwrap_or_default();
    let mut gender = gender_by_ending(lemma);
    let mut features = Features::default();
    for mark in columns.flat_map(|column| column.split(' ')).filter(|mark| !mark.is_empty()) {
        match mark.split_once('=') {
            Some(("stem", value)) => features.stem = Some(value),
            Some(("pl", value)) => features.plural = Some(value),
            Some(("gp", value)) => features.genitive_plural = Some(value),
            Some(("ip", value)) => features.instrumental_plural = Some(value),
            Some(("count", value)) => features.counted = Some(value),
            _ => match mark {
                "m" => gender = NounGender::Masculine,
                "f" => gender = NounGender::Feminine,
                "n" => gender = NounGender::Neuter,
                "a" => animate = true,
                "i" => animate = false,
                "0" => features.indeclinable = true,
                "adj" => features.adjectival = true,
                "name" => features.proper = true,
                "pl" => features.plural_only = true,
                "!" => features.stressed = true,
                _ => {}
            },
        }
    }
    if features.adjectival {
        gender = match Adjective::read(lemma).map(|adjective| adjective.agreement()) {
            Some(Agreement::Feminine) => NounGender::Feminine,
            Some(Agreement::Neuter) => NounGender::Neuter,
            _ => NounGender::Masculine,
        };
    }
    Noun { lemma: lemma.to_owned(), gender, animate, features }
}

fn read_kinds(text: &'static str) -> HashMap<&'static str, WordKind> {
    text.lines()
        .filter_map(|line| line.split_once('\t'))
        .flat_map(|(kind, words)| {
            let kind = match kind {
                "adjective" => Some(WordKind::AbbreviatedAdjective),
                "head" => Some(WordKind::AbbreviatedHead),
                "adverb" => Some(WordKind::Adverb),
                "first" => Some(WordKind::FirstPart),
                "preposition" => Some(WordKind::Preposition),
                "governing" => Some(WordKind::Governing),
                "doing" => Some(WordKind::Doing),
                "form" => Some(WordKind::LegalForm),
                _ => None,
            };
            words.split(' ').filter_map(move |word| kind.map(|kind| (word, kind)))
        })
        .collect()
}

/// What the table of undeclined words says of this one.
pub(crate) fn kind(word: &str) -> Option<WordKind> {
    WORDS.get(fold(word).as_str()).copied()
}

/// The person that a nominative singular names, where the dictionary has it.
pub(crate) fn person(word: &str) -> Option<Noun> {
    let key = fold(word);
    PERSONS.get(&key).cloned().or_else(|| PERSONS.prefixed(&key))
}

/// The person whose nominative plural this is, where the dictionary has it.
pub(crate) fn persons(word: &str) -> Option<Noun> {
    PERSONS.plural(&fold(word)).cloned()
}

/// The thing that a nominative singular (or a plural-only noun) names, where the dictionary has it.
pub(crate) fn thing(word: &str) -> Option<Noun> {
    let key = fold(word);
    THINGS.get(&key).cloned().or_else(|| THINGS.prefixed(&key))
}

/// The thing whose nominative plural this is, where the dictionary has it.
pub(crate) fn things(word: &str) -> Option<Noun> {
    THINGS.plural(&fold(word)).cloned()
}

/// Whether an adjective or participle may stand for a person: «заведующая», «дежурный», «ответственный за …».
pub(crate) fn stands_alone(word: &str) -> bool {
    let lower = fold(word);
    kind(&lower) == Some(WordKind::Governing)
        || person(&lower)
            .or_else(|| thing(&lower))
            .or_else(|| things(&lower))
            .is_some_and(|noun| noun.features.adjectival)
        || PARTICIPLES.iter().any(|end| lower.ends_with(end))
}

/// Endings of participles that agree with a person named before.
const PARTICIPLES: [&str; 24] = [
    "щийся",
    "щаяся",
    "щееся",
    "щиеся",
    "вшийся",
    "вшаяся",
    "вшиеся",
    "ющий",
    "ющая",
    "ющее",
    "ющие",
    "вший",
    "вшая",
    "вшее",
    "вшие",
    "ящий",
    "ящая",
    "ящее",
    "ящие",
    "ащий",
    "ащие",
    "ущий",
    "ущая",
    "ущие",
];

/// Whether a noun names a doing, as the questions of an agenda do: -ние, -тие, -изация, or one of the table.
pub(crate) fn is_doing(word: &str) -> bool {
    let lower = fold(word);
    kind(&lower) == Some(WordKind::Doing)
        || ["ание", "ение", "яние", "зация", "икация"].iter().any(|end| lower.ends_with(end))
            && !["учреждение", "отделение", "здание", "подразделение", "поселение", "заведение"]
                .contains(&lower.as_str())
}
