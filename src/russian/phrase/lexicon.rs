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
        Some('ь') if ["ость", "есть", "знь", "вь", "сть", "ть", "шь", "чь", "жь", "щь"].iter().any(|end| lemma.ends_with(end)) => {
            NounGender::Feminine
        }
        _ => NounGender::Masculine,
    }
}

/// Endings that make a word a person beyond doubt, and never a genitive plural.
const PERSON_ENDINGS: [&str; 21] = [
    "тель", "щик", "чик", "лог", "ист", "вед", "граф", "атор", "итор", "ятор", "ктор", "льник", "отник",
    "енер", "ейстер", "мейкер", "менеджер", "дизайнер", "мастер", "метрист", "терапевт",
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
    if lower.chars().count() < 3 || !lower.chars().any(is_vowel) || !lower.chars().all(super::letters::is_cyrillic) {
        return None;
    }
    let strong = |endings: &[&str]| endings.iter().any(|end| lower.ends_with(end) && lower.len() > end.len() + 2);
    let noun = |gender| Noun::regular(&lower, gender, true);
    if strong(&PERSON_ENDINGS) || strong(&LIKELY_ENDINGS) {
        return Some((noun(NounGender::Masculine), Grade::Certain));
    }
    if lower.ends_with("ница") || lower.ends_with("щица") || lower.ends_with("чица") || lower.ends_with("истка") {
        return Some((noun(NounGender::Feminine), Grade::Certain));
    }
    let length = lower.chars().count();
    if lower.ends_with("врач") {
        let features = Features { stressed: true, ..Features::default() };
        return Some((Noun { features, ..noun(NounGender::Masculine) }, Grade::Certain));
    }
    let graded = |sure| if sure { Grade::Certain } else { Grade::Doubtful };
    match last {
        'а' | 'я' => {
            let sure = ["ка", "ша", "ца", "ия", "иня", "ыня"].iter().any(|end| lower.ends_with(end)) && length > 4;
            Some((noun(NounGender::Feminine), graded(sure)))
        }
        'о' | 'е' | 'э' | 'и' | 'у' | 'ю' | 'ы' | 'ё' => None,
        // -ец of a long word is not stressed: «владивостокцем», not «-ом».
        'ц' => Some((noun(NounGender::Masculine), graded(lower.ends_with("ец") && length > 7))),
        _ => Some((noun(NounGender::Masculine), graded(is_plain_closed(&lower, last) && length > 3))),
    }
}

/// A first part cut short and grown together with what depends on it: «замруководителя», «завкафедрой». Such words stay
/// (Лопатин, Русский орфографический словарь: «замдиректора, нескл.»).
pub(crate) fn is_fused(word: &str) -> bool {
    let lower = fold(word);
    let known = |lemma: String| person(&lemma).or_else(|| thing(&lemma)).is_some();
    let Some(rest) = ["зам", "зав", "пом", "нач", "ком"].iter().find_map(|start| lower.strip_prefix(start)) else {
        return false;
    };
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    [("а", ""), ("я", "ь"), ("я", "й"), ("я", "е"), ("ы", "а"), ("и", "а"), ("и", "я"), ("ой", "а"), ("ей", "я"), ("ом", ""), ("ом", "о"), ("ем", "е"), ("ем", "ь"), ("его", "ий"), ("ого", "ый")]
        .iter()
        .any(|(end, nominative)| rest.strip_suffix(end).is_some_and(|stem| stem.chars().count() > 2 && known(format!("{stem}{nominative}"))))
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
    if lower.chars().count() < 3 || !lower.chars().any(is_vowel) || !lower.chars().all(super::letters::is_cyrillic) {
        return None;
    }
    let sure = ["ние", "ия", "ция", "ство", "ость", "ика", "огия", "ифия", "торий", "ент", "изм", "тие", "ация", "ище", "тека", "тор", "ер", "ор", "ром", "ком", "нк", "ект", "урс", "кт", "рт", "лл", "ал", "вод"];
    let noun = Noun::regular(&lower, gender_by_ending(&lower), false);
    let grade = if sure.iter().any(|end| lower.ends_with(end) && lower.len() > end.len() + 2) {
        Grade::Certain
    } else {
        match last {
            'и' | 'у' | 'ю' | 'ы' | 'э' => return None,
            'а' if is_plain_open(&lower) => Grade::Certain,
            // A bare name in a hard consonant («Горэлектротранс») has one declension; an inner capital may be an abbreviation's.
            _ if is_plain_closed(&lower, last) && word.chars().skip(1).all(char::is_lowercase) => Grade::Certain,
            _ => Grade::Doubtful,
        }
    };
    Some((noun, grade))
}

/// -а after one consonant or after -к-: the genitive plural is regular (команд, ручек).
fn is_plain_open(lower: &str) -> bool {
    let letters: Vec<char> = lower.chars().rev().take(3).collect();
    let half = lower.starts_with("пол");
    !half && matches!(letters.as_slice(), ['а', 'к', _]) || !half && matches!(letters.as_slice(), ['а', consonant, vowel] if is_vowel(*vowel) && !is_vowel(*consonant) && !is_hushing(*consonant) && *consonant != 'ц')
}

/// A hard consonant with no vowel before it that could be lost.
fn is_plain_closed(lower: &str, last: char) -> bool {
    let fleeting = ["ок", "ек", "ёк", "ец", "ел", "ол", "ень", "ен", "он", "ёр", "ём", "ёл", "ёс", "ён"].iter().any(|end| lower.ends_with(end));
    !is_vowel(last) && !matches!(last, 'й' | 'ь' | 'ъ') && !is_hushing(last) && last != 'ц' && !fleeting
}

/// Whether an adjective or participle may stand for a person: «заведующая», «дежурный», «ответственный за …».
pub(crate) fn stands_alone(word: &str) -> bool {
    let lower = fold(word);
    kind(&lower) == Some(WordKind::Governing)
        || person(&lower).or_else(|| thing(&lower)).is_some_and(|noun| noun.features.adjectival)
        || PARTICIPLES.iter().any(|end| lower.ends_with(end))
}

/// Endings of participles that agree with a person named before.
const PARTICIPLES: [&str; 8] = ["щийся", "щаяся", "вшийся", "вшаяся", "ющий", "ющая", "вший", "вшая"];

/// Whether a noun names a doing, as the questions of an agenda do: -ние, -тие, -изация, or one of the table.
pub(crate) fn is_doing(word: &str) -> bool {
    let lower = fold(word);
    kind(&lower) == Some(WordKind::Doing)
        || ["ание", "ение", "яние", "зация", "икация"].iter().any(|end| lower.ends_with(end))
            && !["учреждение", "отделение", "здание", "подразделение", "поселение", "заведение", "издание"].contains(&lower.as_str())
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
    (!noun_in_soft_ending(&lower)).then_some(adjective)
}

/// Ends of the stems of soft adjectives, folded; other words in -ий and -ие are nouns («учреждение», «соревнований»).
const SOFT: [&str; 34] = [
    "средн", "верхн", "нижн", "внутренн", "внешн", "последн", "летн", "шн", "соседн", "дальн", "ранн", "поздн",
    "весенн", "осенн", "зимн", "вечерн", "утренн", "древн", "син", "передн", "задн", "крайн", "давн", "сторонн",
    "искренн", "дочерн", "межн", "суботн", "трет", "матерн", "ближн", "городн", "прежн", "загородн",
];
/// Adjectives in -гий and -хий; other words so ending are genitives («коллегий», «епархий»).
const VELAR_ADJECTIVES: [&str; 7] = ["строг", "долг", "полог", "убог", "упруг", "тих", "ветх"];

fn noun_in_soft_ending(lower: &str) -> bool {
    let folded = fold(lower);
    let Some(stem) = ["ий", "ие", "ее", "яя"].iter().find_map(|end| folded.strip_suffix(end)) else { return false };
    let last = stem.chars().last().unwrap_or(' ');
    if is_hushing(last) || last == 'к' {
        return false;
    }
    if matches!(last, 'г' | 'х') {
        return folded.ends_with("ий") && !VELAR_ADJECTIVES.iter().any(|end| stem.ends_with(end));
    }
    !SOFT.iter().any(|end| stem.ends_with(end))
}
