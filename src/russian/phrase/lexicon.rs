//! The dictionary: persons, things, abbreviations, from the tables in `data/`; a word that is in none is judged by its ending.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::adjective::Adjective;
use super::agreement::{Agreement, NounGender, Number};
use super::letters::{fold, is_hushing, is_vowel};
use super::noun::{Features, Noun};
use crate::russian::{Case, Grade};

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

    fn plural(&self, key: &str) -> Option<&Noun> {
        self.plurals.get(key).and_then(|lemma| self.nouns.get(lemma))
    }
}

fn read_noun(line: &'static str, animate: bool) -> Noun {
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
                "0" => features.indeclinable = true,
                "adj" => features.adjectival = true,
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
    PERSONS.get(&fold(word)).cloned()
}

/// The person whose nominative plural this is, where the dictionary has it.
pub(crate) fn persons(word: &str) -> Option<Noun> {
    PERSONS.plural(&fold(word)).cloned()
}

/// The thing that a nominative singular (or a plural-only noun) names, where the dictionary has it.
pub(crate) fn thing(word: &str) -> Option<Noun> {
    THINGS.get(&fold(word)).cloned()
}

/// The thing whose nominative plural this is, where the dictionary has it.
pub(crate) fn things(word: &str) -> Option<Noun> {
    THINGS.plural(&fold(word)).cloned()
}

fn gender_by_ending(lemma: &str) -> NounGender {
    match lemma.chars().last() {
        Some('а' | 'я') if lemma.ends_with("мя") => NounGender::Neuter,
        Some('а' | 'я') => NounGender::Feminine,
        Some('о' | 'е' | 'ё') => NounGender::Neuter,
        Some('ь')
            if ["ость", "есть", "знь", "вь", "сть", "ть", "шь", "чь", "жь", "щь"]
                .iter()
                .any(|end| lemma.ends_with(end)) =>
        {
            NounGender::Feminine
        }
        _ => NounGender::Masculine,
    }
}

/// Endings that make a word a person beyond doubt, and never a genitive plural.
const PERSON_ENDINGS: [&str; 21] = [
    "тель",
    "щик",
    "чик",
    "лог",
    "ист",
    "вед",
    "граф",
    "атор",
    "итор",
    "ятор",
    "ктор",
    "льник",
    "отник",
    "енер",
    "ейстер",
    "мейкер",
    "менеджер",
    "дизайнер",
    "мастер",
    "метрист",
    "терапевт",
];
/// Endings that make a first word a person, though a genitive plural may look alike.
const LIKELY_ENDINGS: [&str; 24] = [
    "ник", "ик", "ер", "ёр", "ор", "ир", "ант", "ент", "арь", "вод", "рук", "кор", "мен", "ман", "яр", "лаз",
    "вар", "рез", "дел", "тор", "тёр", "орг", "инг", "врач",
];

/// A person judged by the ending alone, and how sure that is: «нормировщик» is certain, «хоппер» is not.
pub(crate) fn person_by_ending(word: &str) -> Option<(Noun, Grade)> {
    let lower = word.to_lowercase();
    let last = lower.chars().last()?;
    if lower.chars().count() < 3
        || !lower.chars().any(is_vowel)
        || !lower.chars().all(super::letters::is_cyrillic)
    {
        return None;
    }
    let strong =
        |endings: &[&str]| endings.iter().any(|end| lower.ends_with(end) && lower.len() > end.len() + 2);
    let noun = |gender| Noun::regular(&lower, gender, true);
    if strong(&PERSON_ENDINGS) || strong(&LIKELY_ENDINGS) {
        return Some((noun(NounGender::Masculine), Grade::Certain));
    }
    if lower.ends_with("ница")
        || lower.ends_with("щица")
        || lower.ends_with("чица")
        || lower.ends_with("истка")
    {
        return Some((noun(NounGender::Feminine), Grade::Certain));
    }
    match last {
        'а' | 'я' => Some((noun(NounGender::Feminine), Grade::Doubtful)),
        'о' | 'е' | 'э' | 'и' | 'у' | 'ю' | 'ы' | 'ё' => None,
        _ => Some((noun(NounGender::Masculine), Grade::Doubtful)),
    }
}

/// Whether the ending says a person even inside a tail, where a genitive plural could stand.
pub(crate) fn surely_person(word: &str) -> bool {
    let lower = word.to_lowercase();
    PERSON_ENDINGS.iter().any(|end| lower.ends_with(end) && lower.len() > end.len() + 2)
}

/// A thing judged by the ending alone.
pub(crate) fn thing_by_ending(word: &str) -> Option<(Noun, Grade)> {
    let lower = word.to_lowercase();
    let last = lower.chars().last()?;
    if lower.chars().count() < 3
        || !lower.chars().any(is_vowel)
        || !lower.chars().all(super::letters::is_cyrillic)
    {
        return None;
    }
    let sure = [
        "ние",
        "ция",
        "ство",
        "ость",
        "ика",
        "огия",
        "ифия",
        "торий",
        "ент",
        "изм",
        "тие",
        "ация",
        "ище",
        "тека",
        "тор",
        "ер",
        "ор",
        "ром",
        "ком",
        "нк",
        "ект",
        "урс",
        "кт",
        "рт",
        "лл",
        "ал",
        "вод",
    ];
    let noun = Noun::regular(&lower, gender_by_ending(&lower), false);
    let grade = if sure.iter().any(|end| lower.ends_with(end) && lower.len() > end.len() + 2) {
        Grade::Certain
    } else {
        match last {
            'и' | 'у' | 'ю' | 'ы' | 'э' => return None,
            _ if is_hushing(last) => Grade::Doubtful,
            _ => Grade::Doubtful,
        }
    };
    Some((noun, grade))
}

/// Whether an adjective or participle may stand for a person: «заведующая», «дежурный», «ответственный за …».
pub(crate) fn stands_alone(word: &str) -> bool {
    let lower = fold(word);
    kind(&lower) == Some(WordKind::Governing)
        || person(&lower).is_some_and(|noun| noun.features.adjectival)
        || PARTICIPLES.iter().any(|end| lower.ends_with(end))
}

/// Endings of participles that agree with a person named before.
const PARTICIPLES: [&str; 8] = ["щийся", "щаяся", "вшийся", "вшаяся", "ющий", "ющая", "вший", "вшая"];

/// Whether a noun names a doing, as the questions of an agenda do: -ние, -тие, -изация, or one of the table.
pub(crate) fn is_doing(word: &str) -> bool {
    let lower = fold(word);
    kind(&lower) == Some(WordKind::Doing)
        || ["ание", "ение", "яние", "зация", "икация"].iter().any(|end| lower.ends_with(end))
            && !["учреждение", "отделение", "здание", "подразделение", "поселение", "заведение", "издание"]
                .contains(&lower.as_str())
}

/// Nouns that end as adjectives do.
static NOT_ADJECTIVES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../data/not_adjectives.txt").split_whitespace().collect());

/// An adjective in the nominative, unless the dictionary knows the word as a noun that only looks so.
pub(crate) fn adjective(word: &str) -> Option<Adjective> {
    if NOT_ADJECTIVES.contains(fold(word).as_str()) {
        return None;
    }
    let lower = word.to_lowercase();
    let adjective = Adjective::read(&lower)?;
    let noun_in_ie = lower.ends_with("ие") && !adjective_in_ie(&lower);
    let noun_in_ya = lower.ends_with("ая") && lower.chars().count() < 4;
    (!noun_in_ie && !noun_in_ya).then_some(adjective)
}

/// -ие of an adjective's plural, not of a noun such as «учреждение»: after к г х ж ш щ ч, or of a soft adjective.
fn adjective_in_ie(lower: &str) -> bool {
    let stem = lower.strip_suffix("ие").unwrap_or(lower);
    stem.chars().last().is_some_and(|end| super::letters::is_velar(end) || is_hushing(end))
        && !["уверждение", "пособие"].contains(&lower)
        || [
            "средние",
            "верхние",
            "нижние",
            "внутренние",
            "внешние",
            "летние",
            "зимние",
            "последние",
            "дальние",
            "соседние",
            "весенние",
            "осенние",
            "вечерние",
            "древние",
        ]
        .contains(&lower)
}
