//! How a leaf prints by its kind, and what counts as true.

use crate::russian::{date, money, number, typography};
use crate::value::{Data, Leaf, Value};
use chrono::Datelike as _;

/// The leaf as text: dates «15 марта 2023 г.», times «14.00», numbers «1 234,5», sums «45 000,00», an academic year «2022/2023».
pub(super) fn leaf(leaf: &Leaf) -> String {
    match &leaf.data {
        Data::Empty => String::new(),
        Data::Text(text) => text.to_string(),
        Data::Post(text) | Data::Organisation(text) => typography::quotes(text),
        Data::Person(person) => person.name.to_string(),
        Data::Date(day) => date::long(*day),
        Data::Time(time) => time.format("%H.%M").to_string(),
        Data::Number(value) if value.fract() == 0.0 && value.abs() < 1e15 => number::grouped(*value as i64),
        Data::Number(value) => {
            // As many places as it has, up to six.
            let places =
                (1..6).find(|places| (value * 10_f64.powi(*places)).fract().abs() < 1e-9).unwrap_or(6);
            number::decimal(*value, places as usize)
        }
        Data::Money(kopecks) => money::rubles(*kopecks),
        Data::Period(period) => {
            let (start, end) = (period.start(), period.end());
            let is_academic = start.day() == 1 && start.month() == 9 && end.year() == start.year() + 1;
            if is_academic {
                format!("{}/{}", start.year(), end.year())
            } else {
                format!("{} – {}", date::long(start), date::long(end))
            }
        }
        Data::Flag(flag) => if *flag { "да" } else { "нет" }.to_owned(),
    }
}

/// Whether a value counts as true: something that is not empty, not «нет», not zero, not an empty list.
pub(super) fn holds(value: &Value) -> bool {
    match value {
        Value::Nothing => false,
        Value::List(items) => !items.is_empty(),
        Value::Record(_) | Value::Link(_) => true,
        Value::Leaf(leaf) | Value::Key(leaf, _) => match &leaf.data {
            Data::Flag(flag) => *flag,
            Data::Number(number) => *number != 0.0,
            _ => !leaf.is_empty(),
        },
    }
}
