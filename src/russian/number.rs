//! Numbers in digits: agreement of a noun, decimal comma, thousands by a no-break space, percent (Мильчин, Справочник издателя и автора).

const NBSP: char = '\u{a0}';

/// The form of a noun after a number: `agree(21, "мероприятие", "мероприятия", "мероприятий")` is «мероприятие».
pub const fn agree<'a>(number: u64, one: &'a str, few: &'a str, many: &'a str) -> &'a str {
    match (number % 10, number % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    }
}

/// A number with a decimal comma and so many places, thousands grouped: «1 234,50» (the space does not break).
/// What is no number («бесконечность», NaN) is a dash.
pub fn decimal(value: f64, places: usize) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let plain = format!("{:.places$}", value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let negative = value < 0.0 && plain.chars().any(|digit| matches!(digit, '1'..='9'));
    let mut text = if negative { "\u{2212}".to_owned() } else { String::new() };
    push_grouped(whole, &mut text);
    if !fraction.is_empty() {
        text.push(',');
        text.push_str(fraction);
    }
    text
}

/// A whole number with thousands grouped by a no-break space: «1 234», «12 345».
pub fn grouped(number: i64) -> String {
    let mut text = if number < 0 { "\u{2212}".to_owned() } else { String::new() };
    push_grouped(&number.unsigned_abs().to_string(), &mut text);
    text
}

fn push_grouped(digits: &str, text: &mut String) {
    let length = digits.chars().count();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (length - index).is_multiple_of(3) {
            text.push(NBSP);
        }
        text.push(digit);
    }
}

/// A part of a whole as a percentage with one place: «61,1 %»; of nothing it is a dash.
pub fn percent(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    let share = decimal(part as f64 * 100.0 / whole as f64, 1);
    format!("{}{NBSP}%", share.strip_suffix(",0").unwrap_or(&share))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_agree() {
        let events = |number| agree(number, "мероприятие", "мероприятия", "мероприятий");
        assert_eq!(
            [1, 2, 5, 11, 12, 21, 22, 111, 0].map(events).join(" "),
            "мероприятие мероприятия мероприятий мероприятий мероприятий мероприятие мероприятия мероприятий мероприятий"
        );
    }

    #[test]
    fn digits_are_grouped() {
        assert_eq!(grouped(1234), "1\u{a0}234");
        assert_eq!(grouped(-1_234_567), "\u{2212}1\u{a0}234\u{a0}567");
        assert_eq!(grouped(i64::MIN), "\u{2212}9\u{a0}223\u{a0}372\u{a0}036\u{a0}854\u{a0}775\u{a0}808");
        assert_eq!(decimal(1234.5, 2), "1\u{a0}234,50");
        assert_eq!(decimal(-0.001, 1), "0,0");
        assert_eq!(decimal(f64::NAN, 1), "–");
    }

    #[test]
    fn percentages() {
        assert_eq!(percent(11, 18), "61,1\u{a0}%");
        assert_eq!(percent(18, 18), "100\u{a0}%");
        assert_eq!(percent(1, 0), "–");
    }
}
