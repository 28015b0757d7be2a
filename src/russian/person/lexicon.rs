//! The tables of `data/`: what no rule tells.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::paradigm::{
    A_HARD, A_SIBILANT, A_TS, A_VELAR, ADJECTIVE, ADJECTIVE_FEMININE, ADJECTIVE_FEMININE_SIBILANT,
    ADJECTIVE_SOFT, ADJECTIVE_VELAR, ADJECTIVE_YOD, Endings, HARD, IYA, POSSESSIVE, POSSESSIVE_FEMININE,
    Paradigm, SIBILANT, SOFT, SOFT_FEMININE, SOFT_IY, YA,
};
use super::word::key;
use crate::russian::Gender;

/// Surnames by key, with their paradigm.
pub(super) static SURNAMES: LazyLock<FxHashMap<String, Entry>> =
    LazyLock::new(|| forms(include_str!("data/surnames.tsv")));

/// First names whose forms no rule tells, by gender letter and key.
pub(super) static FIRST_FORMS: LazyLock<FxHashMap<String, Entry>> =
    LazyLock::new(|| forms(include_str!("data/first_forms.tsv")));

/// First names of men and women.
pub(super) static FIRST_NAMES: LazyLock<FxHashMap<String, FirstName>> = LazyLock::new(first_names);

/// The word lists of `data/words.txt` by their heading.
pub(super) static WORDS: LazyLock<FxHashMap<&'static str, FxHashSet<String>>> = LazyLock::new(|| {
    let mut lists: FxHashMap<&'static str, FxHashSet<String>> = FxHashMap::default();
    let mut heading = "";
    for line in include_str!("data/words.txt").lines() {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            heading = name;
        } else if !line.starts_with('#') {
            lists.entry(heading).or_default().extend(line.split_whitespace().map(key));
        }
    }
    lists
});

/// Whether a word (by key) stands in the list.
pub(super) fn listed(list: &str, word: &str) -> bool {
    WORDS.get(list).is_some_and(|words| words.contains(word))
}

/// What is known of a first name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FirstName {
    /// The gender; `None` where men and women bear it.
    pub gender: Option<Gender>,
    /// Whether it comes from western languages: then a surname in -ин or -ов beside it may be foreign too.
    pub western: bool,
}

/// A row of a table of forms: the paradigm of a man and of a woman.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// For a man.
    pub masculine: Option<Paradigm>,
    /// For a woman.
    pub feminine: Option<Paradigm>,
}

fn first_names() -> FxHashMap<String, FirstName> {
    let mut names: FxHashMap<String, FirstName> = FxHashMap::default();
    let (mut gender, mut western) = (None, false);
    for line in include_str!("data/first_names.txt").lines() {
        if let Some(heading) = line.strip_prefix('[') {
            gender = match heading.trim_end_matches(']').split(' ').next() {
                Some("m") => Some(Gender::Masculine),
                Some("f") => Some(Gender::Feminine),
                _ => None,
            };
            western = heading.contains("western");
            continue;
        }
        if line.starts_with('#') {
            continue;
        }
        for name in line.split_whitespace() {
            names
                .entry(key(name))
                .and_modify(|known| {
                    if known.gender != gender {
                        known.gender = None;
                    }
                    known.western &= western;
                })
                .or_insert(FirstName { gender, western });
        }
    }
    names
}

/// Reads `nominative<TAB>genders<TAB>genitive[<TAB>instrumental]` rows; genders are `m`, `f`, `mf`; `?` after them marks doubt,
/// `~` doubt of the instrumental alone.
fn forms(table: &'static str) -> FxHashMap<String, Entry> {
    let mut entries: FxHashMap<String, Entry> = FxHashMap::default();
    for line in table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let mut columns = line.split('\t');
        let (Some(nominative), Some(genders), Some(genitive)) =
            (columns.next(), columns.next(), columns.next())
        else {
            continue;
        };
        let Some(mut paradigm) = by_genitive(nominative, genitive, columns.next()) else {
            continue;
        };
        if genders.contains('?') {
            paradigm = paradigm.doubtful();
        }
        if genders.contains('~') {
            paradigm = paradigm.doubtful_instrumental();
        }
        let entry = entries.entry(key(nominative)).or_insert(Entry { masculine: None, feminine: None });
        if genders.contains('m') {
            entry.masculine = Some(paradigm);
        }
        if genders.contains('f') {
            entry.feminine = Some(paradigm);
        }
    }
    entries
}

/// The paradigm that a genitive (and, where it does not decide, an instrumental) shows.
fn by_genitive(nominative: &str, genitive: &'static str, instrumental: Option<&str>) -> Option<Paradigm> {
    if genitive == nominative {
        return Some(Paradigm::indeclinable());
    }
    let (stem, endings) = stem_and_endings(nominative, genitive, instrumental)?;
    let shared = nominative.chars().zip(stem.chars()).take_while(|(left, right)| left == right);
    let (same, bytes) = shared.fold((0, 0), |(count, bytes), (left, _)| (count + 1, bytes + left.len_utf8()));
    let infix = stem.get(bytes..).unwrap_or_default();
    Some(Paradigm::new(nominative.chars().count() - same, endings).with_infix(infix))
}

fn stem_and_endings(
    nominative: &str,
    genitive: &'static str,
    instrumental: Option<&str>,
) -> Option<(&'static str, Endings)> {
    let stressed = instrumental.is_some_and(|form| form.ends_with("ом") || form.ends_with("ой"));
    let possessive = instrumental.is_some_and(|form| form.ends_with("ым"));
    for (ending, endings) in [
        ("ьего", ADJECTIVE_YOD),
        ("ого", ADJECTIVE),
        ("его", ADJECTIVE_SOFT),
        ("ой", POSSESSIVE_FEMININE),
        ("ей", ADJECTIVE_FEMININE_SIBILANT),
    ] {
        if let Some(stem) = genitive.strip_suffix(ending) {
            let velar = stem.ends_with(['к', 'г', 'х', 'ж', 'ш', 'ч', 'щ']);
            let endings = match ending {
                "ого" if velar => ADJECTIVE_VELAR,
                "ой" if nominative.ends_with("ая") => ADJECTIVE_FEMININE,
                _ => endings,
            };
            return Some((stem, endings));
        }
    }
    let last = genitive.chars().next_back()?;
    let stem = genitive.strip_suffix(last)?;
    let sibilant = stem.ends_with(['ж', 'ш', 'ч', 'щ', 'ц']);
    let vowel = nominative.ends_with(['а', 'я']);
    let endings = match last {
        'а' if possessive => POSSESSIVE,
        'а' if sibilant && !stressed => SIBILANT,
        'а' => HARD,
        'я' if nominative.ends_with("ий") && instrumental.is_none() => SOFT_IY,
        'я' => SOFT,
        'ы' if stem.ends_with('ц') && !stressed => A_TS,
        'ы' => A_HARD,
        'и' if nominative.ends_with("ия") && !stressed && instrumental.is_none() => IYA,
        'и' if nominative.ends_with('я') => YA,
        'и' if vowel && sibilant && !stressed => A_SIBILANT,
        'и' if vowel => A_VELAR,
        'и' => SOFT_FEMININE,
        _ => return None,
    };
    Some((stem, endings))
}
