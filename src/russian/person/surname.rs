//! Surnames of men that end in a consonant, й or ь, one part without a hyphen.
//!
//! Калакуцкая (1984); «Русская грамматика» (1980); Лопатин (2006).
//! Stress decides between -ом and -ем after sibilants and ц; where the tables do not know it, the form is doubtful.

use super::lexicon::SURNAMES;
use super::paradigm::{
    ADJECTIVE, ADJECTIVE_SOFT, ADJECTIVE_TS, ADJECTIVE_VELAR, HARD, POSSESSIVE, Paradigm, SIBILANT, SOFT,
    SOFT_IY,
};
use super::surname_vowels::ending_in_vowel;
use super::word::{from_end, is_vowel, key, syllables};

/// The paradigm of a man's surname.
pub(super) fn masculine(word: &str) -> Paradigm {
    let key = key(word);
    if let Some(paradigm) = SURNAMES.get(&key).and_then(|entry| entry.masculine) {
        return paradigm;
    }
    match from_end(&key, 0) {
        'й' => ending_in_short_i(&key),
        'ь' => ending_in_soft_sign(&key),
        last if is_vowel(last) => ending_in_vowel(&key),
        _ => ending_in_consonant(&key),
    }
}

fn ending_in_consonant(key: &str) -> Paradigm {
    let before = from_end(key, 1);
    let single = syllables(key) <= 1;
    match (before, from_end(key, 0)) {
        ('о' | 'е', 'в') => Paradigm::new(0, POSSESSIVE),
        ('и' | 'ы', 'н') if !single => Paradigm::new(0, POSSESSIVE),
        ('ы', 'х') if !single => Paradigm::indeclinable(),
        ('и', 'х') if !single => ending_in_ikh(key),
        (_, 'ц') => ending_in_ts(key),
        (_, 'ж' | 'ш' | 'щ' | 'ч') => ending_in_sibilant(key),
        ('о' | 'е', 'к') if !single => ending_in_ok(key),
        _ => Paradigm::new(0, HARD),
    }
}

/// Old genitives plural (Долгих, Русских) do not change, German names (Эрлих, Фрейндлих) do: Калакуцкая.
fn ending_in_ikh(key: &str) -> Paradigm {
    match from_end(key, 2) {
        'к' | 'г' | 'х' | 'ж' | 'ш' | 'ч' | 'щ' | 'ц' => Paradigm::indeclinable(),
        'н' => Paradigm::indeclinable().doubtful(),
        _ => Paradigm::new(0, HARD),
    }
}

/// Armenian -янц and Jewish -виц have the stress on the stem; -ец loses its vowel, and its stress is known only by the word.
fn ending_in_ts(key: &str) -> Paradigm {
    if from_end(key, 1) != 'е' {
        return Paradigm::new(0, SIBILANT);
    }
    if syllables(key) < 2 {
        return Paradigm::new(0, SIBILANT).doubtful();
    }
    let infix = match from_end(key, 2) {
        before if is_vowel(before) => "йц",
        'л' => "ьц",
        _ => "ц",
    };
    let paradigm = Paradigm::new(2, SIBILANT).with_infix(infix);
    let unstressed = ["янец", "уец", "иец"].iter().any(|ending| key.ends_with(ending)) && syllables(key) > 2;
    if unstressed { paradigm } else { paradigm.doubtful() }
}

/// -ич, -иш, -аш, -уш of most surnames keep the stress on the stem, -ач and words of one syllable that are Russian nouns do not.
fn ending_in_sibilant(key: &str) -> Paradigm {
    let tail: String = [from_end(key, 1), from_end(key, 0)].into_iter().collect();
    let many = syllables(key) > 1;
    match tail.as_str() {
        "ич" if many => Paradigm::new(0, SIBILANT),
        "ач" if many => Paradigm::new(0, HARD).doubtful_instrumental(),
        "уш" | "ош" | "еш" | "юш" | "нч" | "рш" | "нш" | "лш" | "рж" | "рч" | "йч" | "йш" | "ьш" | "ьч"
        | "пш" | "кш" | "мш"
            if many =>
        {
            Paradigm::new(0, SIBILANT)
        }
        _ => Paradigm::new(0, SIBILANT).doubtful_instrumental(),
    }
}

/// Казючонок, Починок lose the vowel; Биншток, Чапек keep it (Калакуцкая).
fn ending_in_ok(key: &str) -> Paradigm {
    let before = from_end(key, 2);
    if key.ends_with("рок") {
        // Пророк keeps the vowel, Сурок loses it.
        return Paradigm::new(0, HARD).doubtful();
    }
    if is_vowel(before) || ["шток", "блок", "бек", "лек", "цек"].iter().any(|ending| key.ends_with(ending))
    {
        return Paradigm::new(0, HARD);
    }
    if from_end(key, 1) == 'о' {
        let paradigm = Paradigm::new(2, HARD).with_infix("к");
        return if matches!(before, 'ч' | 'ш' | 'ж' | 'н') { paradigm } else { paradigm.doubtful() };
    }
    Paradigm::new(0, HARD).doubtful()
}

/// Nouns in -ень may lose the vowel (Камень), surnames often do not (Ремень): only the tables know.
fn ending_in_soft_sign(key: &str) -> Paradigm {
    let paradigm = Paradigm::new(1, SOFT);
    if key.ends_with("ень") && syllables(key) > 1 { paradigm.doubtful() } else { paradigm }
}

/// Adjectival -ой, -ый, -ий change as adjectives; Цой, Хегай, Палий as nouns.
fn ending_in_short_i(key: &str) -> Paradigm {
    let before = from_end(key, 2);
    let single = syllables(key) <= 1;
    match from_end(key, 1) {
        'ы' if before == 'ц' => Paradigm::new(2, ADJECTIVE_TS),
        'ы' if !single => Paradigm::new(2, ADJECTIVE),
        'о' if !single && !is_vowel(before) => {
            let endings = if matches!(before, 'к' | 'г' | 'х' | 'ж' | 'ш' | 'ч' | 'щ') {
                ADJECTIVE_VELAR
            } else {
                ADJECTIVE
            };
            let paradigm = Paradigm::new(2, endings);
            if matches!(before, 'б' | 'р' | 'п') { paradigm.doubtful() } else { paradigm }
        }
        'и' if !single => match before {
            'к' | 'г' | 'х' => Paradigm::new(2, ADJECTIVE_VELAR),
            'ж' | 'ш' | 'щ' | 'ч' => Paradigm::new(2, ADJECTIVE_SOFT),
            'н' => Paradigm::new(2, ADJECTIVE_SOFT).doubtful(),
            _ => Paradigm::new(1, SOFT_IY),
        },
        _ => Paradigm::new(1, SOFT),
    }
}
