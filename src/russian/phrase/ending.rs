//! Words that no table has, judged by their endings (Русская грамматика 1980: suffixes of persons and things).

use std::collections::HashSet;
use std::sync::LazyLock;

use super::adjective::Adjective;
use super::agreement::NounGender;
use super::letters::{fold, is_cyrillic, is_hushing, is_vowel};
use super::lexicon::{person, thing};
use super::noun::{Features, Noun};
use crate::russian::Grade;

/// The gender that the ending of a lemma suggests.
pub(crate) fn gender_by_ending(lemma: &str) -> NounGender {
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
const LIKELY_ENDINGS: [&str; 23] = [
    "ник", "ик", "ер", "ёр", "ор", "ир", "ант", "ент", "арь", "вод", "рук", "кор", "мен", "ман", "яр", "лаз",
    "вар", "рез", "дел", "тор", "тёр", "орг", "инг",
];

/// A person judged by the ending alone, and how sure that is: «нормировщик» is certain, «хоппер» is not.
pub(crate) fn person_by_ending(word: &str) -> Option<(Noun, Grade)> {
    let lower = word.to_lowercase();
    let last = lower.chars().last()?;
    if lower.chars().count() < 3 || !lower.chars().any(is_vowel) || !lower.chars().all(is_cyrillic) {
        return None;
    }
    // A genitive plural of an adjective: «часовых дел мастер».
    if lower.ends_with("ых") || lower.ends_with("их") {
        return None;
    }
    let strong =
        |endings: &[&str]| endings.iter().any(|end| lower.ends_with(end) && lower.len() > end.len() + 2);
    let noun = |gender| Noun::regular(&lower, gender, true);
    // Compounds keep the stress of their noun: «военврачом», «перепродавцом».
    if strong(&["врач", "продавец"]) {
        let features = Features { stressed: true, ..Features::default() };
        return Some((Noun { features, ..noun(NounGender::Masculine) }, Grade::Certain));
    }
    if lower.ends_with("спец") {
        return Some((noun(NounGender::Masculine), Grade::Doubtful));
    }
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
    let length = lower.chars().count();
    let graded = |sure| if sure { Grade::Certain } else { Grade::Doubtful };
    match last {
        'а' | 'я' => {
            let sure =
                ["ка", "ша", "ца", "ия", "иня", "ыня"].iter().any(|end| lower.ends_with(end)) && length > 4;
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
    let Some(rest) = ["зам", "зав", "пом", "нач", "ком"].iter().find_map(|start| lower.strip_prefix(start))
    else {
        return false;
    };
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    [
        ("а", ""),
        ("я", "ь"),
        ("я", "й"),
        ("я", "е"),
        ("ы", "а"),
        ("и", "а"),
        ("и", "я"),
        ("ой", "а"),
        ("ей", "я"),
        ("ом", ""),
        ("ом", "о"),
        ("ем", "е"),
        ("ем", "ь"),
        ("его", "ий"),
        ("ого", "ый"),
    ]
    .iter()
    .any(|(end, nominative)| {
        rest.strip_suffix(end)
            .is_some_and(|stem| stem.chars().count() > 2 && known(format!("{stem}{nominative}")))
    })
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
    if lower.chars().count() < 3 || !lower.chars().any(is_vowel) || !lower.chars().all(is_cyrillic) {
        return None;
    }
    if lower.ends_with("энерго") || is_ministry(&lower) {
        let features = Features { indeclinable: true, ..Features::default() };
        return Some((Noun { features, ..Noun::regular(&lower, NounGender::Neuter, false) }, Grade::Certain));
    }
    let sure = [
        "ние",
        "ия",
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
            'а' if is_plain_open(&lower) => Grade::Certain,
            // A bare name in a hard consonant («Горэлектротранс») has one declension; an inner capital may be an abbreviation's.
            _ if is_plain_closed(&lower, last) && word.chars().skip(1).all(char::is_lowercase) => {
                Grade::Certain
            }
            _ => Grade::Doubtful,
        }
    };
    Some((noun, grade))
}

/// A ministry cut short whose second part is a genitive: «Минобрнауки», «Минэкономразвития» stay, «Минтруд» does not
/// (Лопатин, Русский орфографический словарь: «Минобрнауки, нескл.»).
fn is_ministry(lower: &str) -> bool {
    let cut = lower.strip_prefix("мин").filter(|rest| !rest.starts_with("истер"));
    lower.ends_with(['ы', 'и']) && cut.is_some_and(|rest| rest.chars().count() > 3)
        || lower.ends_with("ия") && cut.is_some_and(|rest| rest.chars().count() > 5)
}

/// -а after one consonant or after -к-: the genitive plural is regular (команд, ручек).
fn is_plain_open(lower: &str) -> bool {
    let letters: Vec<char> = lower.chars().rev().take(3).collect();
    if lower.starts_with("пол") {
        return false;
    }
    match letters.as_slice() {
        ['а', 'к', _] => true,
        ['а', end, before] => is_vowel(*before) && !is_vowel(*end) && !is_hushing(*end) && *end != 'ц',
        _ => false,
    }
}

/// A hard consonant with no vowel before it that could be lost.
fn is_plain_closed(lower: &str, last: char) -> bool {
    let fleeting = ["ок", "ек", "ёк", "ец", "ел", "ол", "ень", "ен", "он", "ёр", "ём", "ёл", "ёс", "ён"]
        .iter()
        .any(|end| lower.ends_with(end));
    !is_vowel(last) && !matches!(last, 'й' | 'ь' | 'ъ') && !is_hushing(last) && last != 'ц' && !fleeting
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
    "средн",
    "верхн",
    "нижн",
    "внутренн",
    "внешн",
    "последн",
    "летн",
    "шн",
    "соседн",
    "дальн",
    "ранн",
    "поздн",
    "весенн",
    "осенн",
    "зимн",
    "вечерн",
    "утренн",
    "древн",
    "син",
    "передн",
    "задн",
    "крайн",
    "давн",
    "сторонн",
    "искренн",
    "дочерн",
    "межн",
    "суботн",
    "трет",
    "матерн",
    "ближн",
    "городн",
    "прежн",
    "загородн",
];
/// Adjectives in -гий and -хий; other words so ending are genitives («коллегий», «епархий»).
const VELAR_ADJECTIVES: [&str; 7] = ["строг", "долг", "полог", "убог", "упруг", "тих", "ветх"];

fn noun_in_soft_ending(lower: &str) -> bool {
    let folded = fold(lower);
    let Some(stem) = ["ий", "ие", "ее", "яя"].iter().find_map(|end| folded.strip_suffix(end)) else {
        return false;
    };
    let last = stem.chars().last().unwrap_or(' ');
    if is_hushing(last) || last == 'к' {
        return false;
    }
    if matches!(last, 'г' | 'х') {
        return folded.ends_with("ий") && !VELAR_ADJECTIVES.iter().any(|end| stem.ends_with(end));
    }
    !SOFT.iter().any(|end| stem.ends_with(end))
}
