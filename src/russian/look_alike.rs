//! The one table of Latin and Cyrillic letters that look alike, and the mending of words that mix them.

/// Latin letters, each with the Cyrillic one it looks like.
const PAIRS: &[(char, char)] = &[
    ('A', 'А'),
    ('a', 'а'),
    ('B', 'В'),
    ('C', 'С'),
    ('c', 'с'),
    ('E', 'Е'),
    ('e', 'е'),
    ('H', 'Н'),
    ('K', 'К'),
    ('k', 'к'),
    ('M', 'М'),
    ('m', 'м'),
    ('O', 'О'),
    ('o', 'о'),
    ('P', 'Р'),
    ('p', 'р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('x', 'х'),
    ('Y', 'У'),
    ('y', 'у'),
];

/// Small letters that are alike only to one who compares: a slip of the keyboard's layout in a capital, in lower case.
const LOWERED: &[(char, char)] = &[('b', 'в'), ('h', 'н'), ('t', 'т')];

/// Legal forms that are typed wholly in Latin letters now and then.
const LATIN_FORMS: [&str; 4] = ["OOO", "OAO", "AO", "HKO"];

/// The Cyrillic letter that a Latin one looks like.
pub fn cyrillic(letter: char) -> Option<char> {
    // Most letters of our texts are Cyrillic already.
    letter.is_ascii_alphabetic().then(|| PAIRS.iter().find(|(latin, _)| *latin == letter))?.map(|pair| pair.1)
}

/// The Latin letter that a Cyrillic one looks like.
pub fn latin(letter: char) -> Option<char> {
    PAIRS.iter().find(|(_, cyrillic)| *cyrillic == letter).map(|pair| pair.0)
}

/// The small letter under which texts are compared: a look-alike as Cyrillic, capitals' look-alikes too (`h` of `H`), ё as е.
/// The letter has to be small already.
pub fn folded(small: char) -> char {
    match small {
        'ё' => 'е',
        small if small.is_ascii_alphabetic() => PAIRS
            .iter()
            .chain(LOWERED)
            .find(|(latin, _)| *latin == small)
            .map_or(small, |(_, cyrillic)| *cyrillic),
        small => small,
    }
}

/// Latin letters inside Cyrillic words become the Cyrillic ones they look like («опеpатоp»); wholly Latin words stay.
pub fn mend_look_alikes(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut word = String::new();
    for letter in text.chars() {
        if letter.is_alphabetic() {
            word.push(letter);
        } else {
            mended.push_str(&mend_word(&word));
            word.clear();
            mended.push(letter);
        }
    }
    mended.push_str(&mend_word(&word));
    mended
}

fn mend_word(word: &str) -> String {
    let is_latin = |letter: char| letter.is_ascii_alphabetic();
    let is_mixed = word.chars().any(is_latin) && word.chars().any(is_cyrillic);
    let is_mendable =
        word.chars().filter(|letter| is_latin(*letter)).all(|letter| cyrillic(letter).is_some());
    if (is_mixed && is_mendable) || LATIN_FORMS.contains(&word) {
        word.chars().map(|letter| cyrillic(letter).unwrap_or(letter)).collect()
    } else {
        word.to_owned()
    }
}

pub(crate) fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{4FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_inside_cyrillic_words_are_mended() {
        assert_eq!(mend_look_alikes("опеpатоp ЭВМ"), "оператор ЭВМ");
        assert_eq!(mend_look_alikes("HR-менеджер OOO «Google»"), "HR-менеджер ООО «Google»");
    }

    #[test]
    fn the_table_is_one_to_one() {
        for (latin_letter, cyrillic_letter) in PAIRS {
            assert_eq!(cyrillic(*latin_letter), Some(*cyrillic_letter));
            assert_eq!(latin(*cyrillic_letter), Some(*latin_letter));
        }
        assert_eq!("hоcт".chars().map(folded).collect::<String>(), "ност");
    }
}
