//! Quotes, dashes and spaces that do not break (ГОСТ Р 7.0.97; Мильчин; Лопатин): text to text, idempotent.

const NBSP: char = '\u{a0}';

/// Straight and curly quotes become «ёлочки», quotes within quotes „лапки“. Quotes that can't be paired stay.
pub fn quotes(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut marks: Vec<(usize, Role)> = Vec::new();
    let mut open = Vec::new();
    for (index, letter) in letters.iter().enumerate() {
        if !is_quote(*letter) {
            continue;
        }
        let before = index.checked_sub(1).and_then(|at| letters.get(at)).copied();
        let after = letters.get(index + 1).copied();
        match role(*letter, before, after, !open.is_empty()) {
            Role::Opens => open.push((index, open.len())),
            Role::Closes => {
                if let Some((start, depth)) = open.pop() {
                    marks.push((start, if depth == 0 { Role::Opens } else { Role::OpensInner }));
                    marks.push((index, if depth == 0 { Role::Closes } else { Role::ClosesInner }));
                }
            }
            Role::OpensInner | Role::ClosesInner => {}
        }
    }
    let mut result = letters;
    if open.is_empty() {
        for (index, role) in marks {
            if let Some(letter) = result.get_mut(index) {
                *letter = match role {
                    Role::Opens => '«',
                    Role::Closes => '»',
                    Role::OpensInner => '„',
                    Role::ClosesInner => '“',
                };
            }
        }
    }
    result.into_iter().collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    OpensInner,
    ClosesInner,
}

const fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '«' | '»' | '„' | '“' | '”' | '‟' | '″')
}

fn role(quote: char, before: Option<char>, after: Option<char>, inside: bool) -> Role {
    let starts = before.is_none_or(|letter| {
        letter.is_whitespace() || matches!(letter, '(' | '[' | '-' | '–' | '—' | '«' | '„' | '/')
    });
    let goes_on = after.is_some_and(|letter| letter.is_alphanumeric() || is_quote(letter));
    match quote {
        '«' | '„' => Role::Opens,
        // „…“ closes with what English opens with.
        '“' if starts && (goes_on || !inside) => Role::Opens,
        '»' | '”' | '“' => Role::Closes,
        _ if starts && goes_on => Role::Opens,
        _ if inside => Role::Closes,
        _ => Role::Opens,
    }
}

/// A hyphen between spaces becomes a dash, and a double hyphen too: «мастер - технолог» → «мастер – технолог»; ranges of numbers take a dash without spaces.
pub fn dashes(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = |index: usize| letters.get(index).copied();
    let mut result = String::with_capacity(text.len());
    let mut index = 0;
    while let Some(letter) = at(index) {
        let before = index.checked_sub(1).and_then(at);
        let after = at(index + 1);
        let apart = |side: Option<char>| side.is_some_and(char::is_whitespace);
        if letter == '-' && after == Some('-') && at(index + 2) != Some('-') && before != Some('-') {
            result.push('–');
            index += 2;
            continue;
        }
        if letter == '-' && apart(before) && apart(after) {
            result.push('–');
        } else {
            result.push(letter);
        }
        index += 1;
    }
    result
}

/// Spaces that must not break become no-break spaces: «№ 5», «2023 г.», «5 марта», «И.И. Иванов», «Иванов И.И.», «14 кв.», «10 %».
pub fn nbsp(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut result = letters.clone();
    for (index, letter) in letters.iter().enumerate() {
        if *letter != ' ' {
            continue;
        }
        let left = word_before(&letters, index);
        let right = word_after(&letters, index);
        if keeps_together(&left, &right)
            && let Some(space) = result.get_mut(index)
        {
            *space = NBSP;
        }
    }
    result.into_iter().collect()
}

fn word_before(letters: &[char], index: usize) -> String {
    let before: Vec<char> =
        letters.iter().take(index).rev().take_while(|letter| !letter.is_whitespace()).copied().collect();
    before.into_iter().rev().collect()
}

fn word_after(letters: &[char], index: usize) -> String {
    letters.iter().skip(index + 1).take_while(|letter| !letter.is_whitespace()).collect()
}

const UNITS: [&str; 40] = [
    "г.",
    "гг.",
    "год",
    "года",
    "году",
    "годом",
    "лет",
    "кв.",
    "руб.",
    "коп.",
    "р.",
    "тыс.",
    "млн",
    "млрд",
    "%",
    "шт.",
    "экз.",
    "л.",
    "с.",
    "стр.",
    "чел.",
    "ч.",
    "ч",
    "мин",
    "мин.",
    "кг",
    "г",
    "м",
    "км",
    "см",
    "мм",
    "т",
    "кВт",
    "МВт",
    "°C",
    "₽",
    "рублей",
    "рубля",
    "час.",
    "час",
];
const MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
const BEFORE_NAMES: [&str; 24] = [
    "г.",
    "ул.",
    "пр.",
    "пер.",
    "д.",
    "кв.",
    "стр.",
    "рис.",
    "табл.",
    "п.",
    "пп.",
    "ст.",
    "ч.",
    "пос.",
    "с.",
    "обл.",
    "р-н",
    "им.",
    "корп.",
    "оф.",
    "каб.",
    "ауд.",
    "тел.",
    "гл.",
];

fn keeps_together(left: &str, right: &str) -> bool {
    let bare_left = left.trim_start_matches(['(', '«', '„', '"', '[']);
    let bare_right = right.trim_end_matches([',', ';', ':', ')', '»', '“', '"', ']']);
    let number = |word: &str| {
        word.chars().next_back().is_some_and(|digit| digit.is_ascii_digit())
            && word.chars().any(|digit| digit.is_ascii_digit())
    };
    let starts_with_digit = right.chars().next().is_some_and(|digit| digit.is_ascii_digit());
    let day = |word: &str| {
        let digits = word.trim_matches(['«', '»', '"']);
        (1..=2).contains(&digits.chars().count()) && digits.chars().all(|digit| digit.is_ascii_digit())
    };
    let trimmed_unit = bare_right.trim_end_matches('.');
    let is_unit = UNITS.contains(&bare_right) || UNITS.contains(&trimmed_unit) && !bare_right.ends_with("..");
    bare_left == "№"
        || bare_left == "§"
        || bare_left == "№№"
        || number(bare_left) && is_unit
        || day(left) && MONTHS.contains(&bare_right.trim_end_matches('.'))
        || MONTHS.contains(&bare_left)
            && starts_with_digit
            && right.chars().take_while(char::is_ascii_digit).count() == 4
        || are_initials(bare_left) && is_surname(right)
        || is_surname(bare_left) && are_initials(bare_right)
        || are_initials(bare_left) && are_initials(bare_right) && bare_left.chars().count() == 2
        || BEFORE_NAMES.contains(&bare_left)
            && right.chars().next().is_some_and(|letter| letter.is_uppercase() || letter.is_ascii_digit())
        || ["т.", "и"].contains(&bare_left) && ["д.", "п.", "др.", "т.д.", "т.п."].contains(&bare_right)
}

/// «И.», «И.И.»
fn are_initials(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    matches!(letters.len(), 2 | 4)
        && letters
            .chunks(2)
            .all(|pair| matches!(pair, [letter, '.'] if letter.is_uppercase() && letter.is_alphabetic()))
}

fn is_surname(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_pair_and_nest() {
        for (from, to) in [
            ("ООО \"Ромашка\"", "ООО «Ромашка»"),
            ("«проект «Точка роста»»", "«проект „Точка роста“»"),
            ("«О мероприятии „Конкурс \"Лучший\"“»", "«О мероприятии „Конкурс „Лучший““»"),
            ("“Ромашка” и „Лютик“", "«Ромашка» и «Лютик»"),
            ("проект от «Точек роста» до региона»", "проект от «Точек роста» до региона»"),
            ("12\" труба", "12\" труба"),
        ] {
            assert_eq!(quotes(from), to);
            assert_eq!(quotes(to), to);
        }
    }

    #[test]
    fn spaces_that_do_not_break() {
        let spaced = |text: &str| nbsp(text).replace(NBSP, "_");
        assert_eq!(spaced("цех № 5, 15 марта 2023 г. в г. Томск"), "цех №_5, 15_марта_2023_г. в г._Томск");
        assert_eq!(
            spaced("И.И. Иванов, Петрова А. Б., на 14 кв. и 10 %"),
            "И.И._Иванов, Петрова_А._Б., на 14_кв. и 10_%"
        );
        assert_eq!(spaced("«15» марта"), "«15»_марта");
        assert_eq!(spaced("список и другие"), "список и другие");
    }

    #[test]
    fn dashes_between_words() {
        assert_eq!(dashes("начальник - мастер, веб-мастер -- да"), "начальник – мастер, веб-мастер – да");
    }
}
