//! The plural of nouns, and the genitive plural with its fleeting vowels (Русская грамматика 1980).

use super::agreement::NounGender;
use super::letters::{is_hushing, is_velar, is_vowel};
use super::noun::{Noun, closed_stem};
use crate::russian::Case;

impl Noun {
    fn nominative_plural(&self) -> String {
        if self.features.plural_only {
            return self.lemma.clone();
        }
        if let Some(plural) = self.features.plural {
            return plural.to_owned();
        }
        if self.is_resident() {
            return self.without_last(2) + "е";
        }
        let last = self.lemma.chars().last().unwrap_or(' ');
        let open = is_vowel(last) || matches!(last, 'й' | 'ь');
        let stem = self.oblique_stem(|| if open { self.without_last(1) } else { closed_stem(&self.lemma) });
        let end = stem.chars().last().unwrap_or(' ');
        let ending = match (self.gender, last) {
            (NounGender::Neuter, 'о') => "а",
            (NounGender::Neuter, 'е' | 'ё') if is_hushing(end) || end == 'ц' => "а",
            (NounGender::Neuter, 'я') => return self.without_last(1) + "ена",
            (NounGender::Neuter, _) => "я",
            (_, 'я' | 'й' | 'ь' | 'е') => "и",
            _ if is_hushing(end) || is_velar(end) => "и",
            _ => "ы",
        };
        stem + ending
    }

    /// гражданин, северянин: the plural is граждане.
    fn is_resident(&self) -> bool {
        self.animate && (self.lemma.ends_with("анин") || self.lemma.ends_with("янин"))
    }

    pub(super) fn plural(&self, case: Case) -> String {
        let nominative = self.nominative_plural();
        let vowel = nominative.chars().last().unwrap_or(' ');
        let stem: String = nominative.chars().take(nominative.chars().count().saturating_sub(1)).collect();
        let end = stem.chars().last().unwrap_or(' ');
        let soft = vowel == 'я' || vowel == 'и' && !is_hushing(end) && !is_velar(end);
        match case {
            Case::Nominative => nominative,
            Case::Accusative if !self.animate => nominative,
            Case::Genitive | Case::Accusative => self.genitive_plural(&stem, vowel),
            Case::Dative => stem + if soft { "ям" } else { "ам" },
            Case::Instrumental => match self.features.instrumental_plural {
                Some(form) => form.to_owned(),
                None => stem + if soft { "ями" } else { "ами" },
            },
            Case::Prepositional => stem + if soft { "ях" } else { "ах" },
        }
    }

    fn genitive_plural(&self, stem: &str, vowel: char) -> String {
        if let Some(form) = self.features.genitive_plural {
            return form.to_owned();
        }
        if self.is_resident() {
            return stem.to_owned();
        }
        let end = stem.chars().last().unwrap_or(' ');
        let last = self.lemma.chars().last().unwrap_or(' ');
        match (self.gender, last) {
            _ if self.features.plural_only => match vowel {
                'ы' if end == 'ц' => stem.to_owned() + "ев",
                'ы' | 'и' if vowel == 'ы' || is_velar(end) => stem.to_owned() + "ов",
                'и' => stem.to_owned() + "ей",
                _ => with_fleeting(stem),
            },
            (_, 'а') | (NounGender::Neuter, 'о') => with_fleeting(stem),
            (NounGender::Neuter, 'я') => stem.to_owned(),
            (_, 'я') if stem.ends_with('и') => stem.to_owned() + "й",
            (_, 'я') if stem.ends_with('ь') && self.features.stressed => before_last(stem) + "ей",
            (_, 'я') if stem.ends_with('ь') => before_last(stem) + "ий",
            (_, 'я') if is_vowel(end) => stem.to_owned() + "й",
            (_, 'я') => with_fleeting(stem) + "ь",
            (NounGender::Neuter, _) if stem.ends_with('и') => stem.to_owned() + "й",
            (NounGender::Neuter, _) if stem.ends_with('ь') => before_last(stem) + "ий",
            (NounGender::Neuter, _) if is_hushing(end) || end == 'ц' => with_fleeting(stem),
            (_, 'ь') | (NounGender::Neuter, _) => stem.to_owned() + "ей",
            (_, 'й') => stem.to_owned() + if self.features.stressed { "ёв" } else { "ев" },
            _ if is_hushing(end) => stem.to_owned() + "ей",
            _ if end == 'ц' && !self.features.stressed => stem.to_owned() + "ев",
            _ if vowel == 'я' => stem.to_owned() + "ев",
            _ => stem.to_owned() + "ов",
        }
    }
}

fn before_last(stem: &str) -> String {
    stem.chars().take(stem.chars().count().saturating_sub(1)).collect()
}

/// The bare stem of a genitive plural, with о or е between the two last consonants where the language puts one before к and н:
/// справка → справок, ручка → ручек, копейка → копеек.
fn with_fleeting(stem: &str) -> String {
    let letters: Vec<char> = stem.chars().collect();
    match letters.as_slice() {
        [start @ .., 'й' | 'ь', 'к'] => start.iter().chain(&['е', 'к']).collect(),
        [start @ .., before, 'к'] if is_hushing(*before) => {
            start.iter().chain(&[*before, 'е', 'к']).collect()
        }
        [start @ .., before, 'к'] if !is_vowel(*before) => {
            start.iter().chain(&[*before, 'о', 'к']).collect()
        }
        _ => stem.to_owned(),
    }
}
