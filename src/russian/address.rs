//! A postal address in the order in which the post wants it: street and house, settlement, district, region, the index last.

use super::typography;

/// Words that a street is called by, at its beginning or its end; short ones stand with their dots.
const STREETS: &[&str] = &[
    "ул.",
    "улица",
    "пр.",
    "пр-т",
    "пр-кт",
    "просп.",
    "проспект",
    "пер.",
    "переулок",
    "пл.",
    "площадь",
    "ш.",
    "шоссе",
    "наб.",
    "набережная",
    "б-р",
    "бул.",
    "бульвар",
    "тракт",
    "тр.",
    "проезд",
    "пр-д",
    "мкр.",
    "мкр",
    "микрорайон",
    "кв-л",
    "квартал",
    "тупик",
    "аллея",
    "линия",
    "а/я",
    "территория",
    "тер.",
];
/// Words that a part of a house is called by.
const HOUSE: &[&str] = &[
    "д.",
    "дом",
    "корп.",
    "корпус",
    "к.",
    "стр.",
    "строение",
    "лит.",
    "литер",
    "оф.",
    "офис",
    "кв.",
    "квартира",
    "пом.",
    "помещение",
    "каб.",
    "кабинет",
    "ком.",
    "комната",
    "этаж",
    "эт.",
    "вл.",
    "владение",
    "зд.",
    "здание",
];
/// What no address within the country names.
const COUNTRY: &[&str] = &["россия", "рф", "российская федерация"];

/// An address as it stands on an envelope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostalAddress {
    /// Street and house; settlement, district, region: a line each.
    pub lines: Vec<String>,
    /// Six digits; `None` where the address has none.
    pub index: Option<String>,
}

impl PostalAddress {
    /// Reads an address as sheets have it, «634000, г. Томск, ул. Мира, д. 5», and puts it in the post's order (Правила оказания услуг
    /// почтовой связи, постановление Правительства РФ от 15.04.2005 № 221). Where no street is recognised, all but the index stays as it is written.
    pub fn read(text: &str) -> Self {
        let (rest, index) = without_index(text);
        let pieces: Vec<&str> = rest
            .split([',', ';', '\n'])
            .map(str::trim)
            .filter(|piece| !piece.is_empty() && !COUNTRY.contains(&piece.to_lowercase().as_str()))
            .collect();
        let Some(street) = pieces.iter().position(|piece| is_called(piece, STREETS)) else {
            return Self { lines: line(pieces.iter().copied()).into_iter().collect(), index };
        };
        let (before, rest) = pieces.split_at(street);
        let houses = rest.iter().skip(1).take_while(|piece| is_house(piece)).count();
        let (own, after) = rest.split_at(houses + 1);
        let places = before.iter().rev().chain(after).copied();
        Self { lines: line(own.iter().copied()).into_iter().chain(line(places)).collect(), index }
    }
}

/// The pieces as one line, nothing parted that belongs together.
fn line<'p>(pieces: impl Iterator<Item = &'p str>) -> Option<String> {
    let pieces: Vec<String> = pieces.map(bound).collect();
    (!pieces.is_empty()).then(|| typography::quotes(&pieces.join(", ")))
}

/// The piece with no break behind an abbreviation or before a number: «г. Томск», «д. 5», «стр. 1».
fn bound(piece: &str) -> String {
    let mut out = String::new();
    for word in piece.split_whitespace() {
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        if !out.is_empty() {
            out.push(if out.ends_with('.') || is_number { '\u{a0}' } else { ' ' });
        }
        out.push_str(word);
    }
    out
}

/// Whether the first or the last word of a piece, or what stands before its first dot, is one of those.
fn is_called(piece: &str, words: &[&str]) -> bool {
    let piece = piece.to_lowercase();
    let first = piece.split_whitespace().next().unwrap_or_default();
    let last = piece.split_whitespace().next_back().unwrap_or_default();
    let glued = first.split_once('.').map(|(word, _)| format!("{word}."));
    words.iter().any(|word| *word == first || *word == last || glued.as_deref() == Some(word))
}

/// Whether a piece says more of the house: «д. 5», «5/2», «офис 3», «стр. 1».
fn is_house(piece: &str) -> bool {
    piece.starts_with(|c: char| c.is_ascii_digit()) || is_called(piece, HOUSE)
}

/// The text without its index, and the index: six digits in a row, or in threes, that are no part of a longer number.
fn without_index(text: &str) -> (String, Option<String>) {
    let plain = text.replace('\u{a0}', " ");
    let is_digit = |at: usize| plain.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    for (start, _) in plain.match_indices(|c: char| c.is_ascii_digit()) {
        if start > 0 && is_digit(start - 1) {
            continue;
        }
        let six = (start..start + 6).all(is_digit) && !is_digit(start + 6);
        let threes = plain.get(start + 3..start + 4) == Some(" ")
            && (start..start + 3).chain(start + 4..start + 7).all(is_digit)
            && !is_digit(start + 7);
        let length = if six {
            6
        } else if threes {
            7
        } else {
            continue;
        };
        let (before, rest) = plain.split_at(start);
        let (index, after) = rest.split_at(length);
        let before = before.trim_end().trim_end_matches("индекс").trim_end_matches("Индекс");
        return (format!("{before}, {after}"), Some(index.replace(' ', "")));
    }
    (plain, None)
}

#[cfg(test)]
mod tests {
    use super::PostalAddress;

    #[test]
    fn addresses_are_put_in_the_order_of_the_post() {
        for (written, lines, index) in [
            ("634000, г. Томск, ул. Линейная, д. 5", &["ул. Линейная, д. 5", "г. Томск"][..], Some("634000")),
            (
                "Россия, 634 050, Томская область, Томский район, с. Моряковский Затон, ул. Мира, 5/2, офис 3",
                &["ул. Мира, 5/2, офис 3", "с. Моряковский Затон, Томский район, Томская область"],
                Some("634050"),
            ),
            (
                "Невский проспект, д. 10, стр. 1, Санкт-Петербург, 191000",
                &["Невский проспект, д. 10, стр. 1", "Санкт-Петербург"],
                Some("191000"),
            ),
            ("индекс 101000 г.Москва, пл.Театральная, 1", &["пл.Театральная, 1", "г.Москва"], Some("101000")),
            ("а/я 15, г. Томск, 634009", &["а/я 15", "г. Томск"], Some("634009")),
            ("с. Лоскутово, 12", &["с. Лоскутово, 12"], None),
            ("г. Томск, ул. Мира, д. 5", &["ул. Мира, д. 5", "г. Томск"], None),
            ("", &[], None),
        ] {
            let read = PostalAddress::read(written);
            let plain: Vec<String> = read.lines.iter().map(|line| line.replace('\u{a0}', " ")).collect();
            assert_eq!(
                (plain, read.index.as_deref()),
                (lines.iter().map(ToString::to_string).collect(), index),
                "{written}"
            );
        }
    }

    #[test]
    fn what_belongs_together_is_not_parted() {
        let read = PostalAddress::read("г. Томск, ул. 2-я Заречная, д. 5, корп. 2");
        assert_eq!(read.lines, ["ул.\u{a0}2-я Заречная, д.\u{a0}5, корп.\u{a0}2", "г.\u{a0}Томск"]);
    }
}
