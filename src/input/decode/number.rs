//! Numbers: counts, sums, numbers of activities, and digits that have to stay as they are.

use super::super::grid::Shown;
use std::fmt::Write as _;

/// The most digits that a spreadsheet keeps of a number.
const KEPT_DIGITS: usize = 15;

/// A number in text, with the marks that people put around it; `None` where it is not one number.
pub fn parse(text: &str, is_money: bool) -> Option<f64> {
    let mut text: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’'))
        .collect::<String>()
        .to_lowercase();
    for tail in [
        "рублей",
        "рубля",
        "рубль",
        "руб.",
        "руб",
        "р.",
        "р",
        "₽",
        "%",
        "чел.",
        "чел",
        "ед.",
        "ед",
        "шт.",
        "шт",
        "мес.",
    ] {
        if let Some(bare) =
            text.strip_suffix(tail).filter(|bare| bare.ends_with(|c: char| c.is_ascii_digit()))
        {
            text = bare.to_owned();
            break;
        }
    }
    let text = text.replace(['−', '–'], "-");
    let groups: Vec<&str> = text.split('.').collect();
    let is_grouped = groups.len() > 1
        && groups.iter().skip(1).all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()));
    let text = match (is_grouped, groups.len()) {
        // «1.234» is a thousand or a fraction: of roubles it is a thousand, of anything else nobody knows.
        (true, 2) if !is_money => return None,
        (true, _) => groups.concat(),
        (false, _) => text.replace(',', "."),
    };
    let plain =
        text.bytes().enumerate().all(|(at, b)| b.is_ascii_digit() || b == b'.' || b == b'-' && at == 0);
    if plain && text.contains(|c: char| c.is_ascii_digit()) { text.parse().ok() } else { None }
}

/// A number as a text cell would have it: whole ones digit for digit, never an exponent, a fraction with the comma of Russian.
pub fn as_text(number: f64, shown: Shown) -> String {
    // Most numbers of long lists are whole, and a float is slow to print.
    if number.fract() == 0.0 && number.abs() < 1e15 && matches!(shown, Shown::General | Shown::Decimals(0)) {
        return (number as i64).to_string();
    }
    let mut text = String::new();
    let _ = match shown {
        Shown::Percent => write!(text, "{} %", rounded(number * 100.0)),
        Shown::Decimals(digits) if number.fract() != 0.0 || digits > 0 => {
            write!(text, "{:.*}", usize::from(digits.max(shortest_decimals(number))), number)
        }
        _ => write!(text, "{}", rounded(number)),
    };
    text.replace('.', ",")
}

/// The number that a person sees: of a hundredth part, the percents.
pub fn as_shown(number: f64, shown: Shown) -> f64 {
    if shown == Shown::Percent { rounded(number * 100.0) } else { number }
}

/// Whether a spreadsheet has lost digits of it: it keeps fifteen.
pub fn has_lost_digits(number: f64) -> bool {
    number.fract() == 0.0 && number.abs() >= 1e15 && format!("{:.0}", number.abs()).len() > KEPT_DIGITS
}

/// The number of an activity out of a float: `20.399999` is 20.4, and `1.1` shown as `0.00` is 1.10. After `before` (the number of the
/// row above), 1.1 that follows 1.9 is 1.10 that lost its zero; the second value says so.
pub fn of_activity(number: f64, shown: Shown, before: Option<&str>) -> (String, bool) {
    let mut text = format!("{}", rounded(number));
    if let Shown::Decimals(digits) = shown
        && usize::from(digits) > usize::from(shortest_decimals(number))
        && number.fract() != 0.0
    {
        text = format!("{number:.*}", usize::from(digits));
    } else if let Some((section, part)) =
        before.and_then(|before| before.trim_end_matches(['.', ')']).rsplit_once('.'))
        && let Some((this_section, this_part)) = text.split_once('.')
        && let (Ok(part), Ok(this_part)) = (part.parse::<u32>(), this_part.parse::<u32>())
        && section == this_section
        && part % 10 == 9
        && this_part * 10 == part + 1
    {
        return (format!("{text}0"), true);
    }
    (text, false)
}

/// Without the noise of binary fractions.
fn rounded(number: f64) -> f64 {
    let factor = 1e5;
    let near = (number * factor).round() / factor;
    if (near - number).abs() < 1e-5 && number.abs() < 1e9 { near } else { number }
}

fn shortest_decimals(number: f64) -> u8 {
    format!("{}", rounded(number)).split_once('.').map_or(0, |(_, digits)| digits.len() as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, money, expected) in [
            ("1 234,5", false, Some(1234.5)),
            ("45\u{a0}000,00 руб.", true, Some(45000.0)),
            ("45 000 р.", true, Some(45000.0)),
            ("45.000", true, Some(45000.0)),
            ("45.000", false, None),
            ("1.234.567", false, Some(1_234_567.0)),
            ("85 %", false, Some(85.0)),
            ("12 чел.", false, Some(12.0)),
            ("−3", false, Some(-3.0)),
            ("от 45 000", true, None),
            ("40 000 – 60 000", true, None),
            ("по договорённости", true, None),
            ("", false, None),
        ] {
            assert_eq!(parse(text, money), expected, "{text}");
        }
    }

    #[test]
    fn digits_stay_as_they_are() {
        assert_eq!(as_text(7_010_000_000.0, Shown::General), "7010000000");
        assert_eq!(as_text(1.5, Shown::General), "1,5");
        assert_eq!(as_text(1.5, Shown::Decimals(2)), "1,50");
        assert_eq!(as_text(0.85, Shown::Percent), "85 %");
        assert!((as_shown(0.855, Shown::Percent) - 85.5).abs() < 1e-9);
        assert_eq!(as_text(79_131_234_567.0, Shown::Decimals(0)), "79131234567");
        assert!(has_lost_digits(40_702_810_000_000_000_001.0) && !has_lost_digits(123_456_789_012_345.0));
    }

    #[test]
    fn numbers_of_activities_survive_floats() {
        let number = |value, shown, before| of_activity(value, shown, before);
        assert_eq!(number(20.399_999, Shown::General, None), ("20.4".into(), false));
        assert_eq!(number(1.1, Shown::Decimals(2), Some("1.9")), ("1.10".into(), false));
        assert_eq!(number(1.1, Shown::General, Some("1.9.")), ("1.10".into(), true));
        assert_eq!(number(2.2, Shown::General, Some("2.19")), ("2.20".into(), true));
        assert_eq!(number(1.1, Shown::General, Some("1.")), ("1.1".into(), false));
        assert_eq!(number(3.0, Shown::General, Some("2.9")), ("3".into(), false));
    }
}
