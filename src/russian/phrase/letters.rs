//! Letters: folding for comparison, and giving a form the letter case of its source.

pub(crate) use crate::russian::look_alike::is_cyrillic;

/// Whether the lower-case letter is a Russian vowel.
pub(crate) const fn is_vowel(letter: char) -> bool {
    matches!(letter, 'а' | 'е' | 'ё' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я')
}

/// ж, ш, ч, щ: after them grammar writes и for ы and е for an unstressed о.
pub(crate) const fn is_hushing(letter: char) -> bool {
    matches!(letter, 'ж' | 'ш' | 'ч' | 'щ')
}

/// г, к, х: after them grammar writes и for ы.
pub(crate) const fn is_velar(letter: char) -> bool {
    matches!(letter, 'г' | 'к' | 'х')
}

/// Lower case with е for ё: the key under which tables hold a word.
pub(crate) fn fold(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).map(|letter| if letter == 'ё' { 'е' } else { letter }).collect()
}

/// Whether every letter is a capital, and there are at least two.
pub(crate) fn is_all_capitals(word: &str) -> bool {
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic()).peekable();
    letters.peek().is_some()
        && letters.clone().count() > 1
        && letters.all(|letter| letter.is_uppercase() || !letter.is_lowercase())
}

/// A lower-case form in the letter case of the word it was formed of: «Директор» + «директору» → «Директору».
pub(crate) fn in_case_of(source: &str, form: &str) -> String {
    let shouting = is_all_capitals(source);
    let mut letters = source.chars();
    let mut shared = true;
    let mut result = String::with_capacity(form.len());
    for letter in form.chars() {
        let from = if shared { letters.next() } else { None };
        match from {
            Some(original) if same_letter(original, letter) => result.push(original),
            _ => {
                shared = false;
                if shouting {
                    result.extend(letter.to_uppercase());
                } else {
                    result.push(letter);
                }
            }
        }
    }
    result
}

/// The same letter up to capitals and the dots of ё, so that the author's spelling stays.
fn same_letter(original: char, letter: char) -> bool {
    let lower = original.to_lowercase().next().unwrap_or(original);
    lower == letter || matches!((lower, letter), ('е', 'ё') | ('ё', 'е'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letter_case_of_the_source_is_kept() {
        assert_eq!(in_case_of("Директор", "директору"), "Директору");
        assert_eq!(in_case_of("ДИРЕКТОР", "директору"), "ДИРЕКТОРУ");
        assert_eq!(in_case_of("Боец", "бойца"), "Бойца");
        assert_eq!(in_case_of("Вахтер", "вахтёра"), "Вахтера");
    }
}
