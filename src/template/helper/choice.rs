//! Comparisons, conditions, what to print instead of nothing, lists in a sentence.

use super::{Arguments, Helper, flag, numbers, text};
use crate::russian::{collation, list};
use crate::template::fault::Fault;
use crate::template::print;
use crate::value::{Data, Leaf, Value};
use std::borrow::Cow;
use std::cmp::Ordering;

macro_rules! comparison {
    ($name:literal, $usage:literal, $gives:literal, $holds:expr) => {
        Helper {
            name: $name,
            aliases: &[],
            least: 2,
            most: 2,
            usage: $usage,
            gives: $gives,
            run: |arguments| flag($holds(compare(arguments)?)),
        }
    };
}

pub(super) const HELPERS: &[Helper] = &[
    Helper {
        name: "или",
        aliases: &[],
        least: 2,
        most: 9,
        usage: "{{или поле \"—\"}}",
        gives: "первое непустое",
        run: |arguments| {
            // Nought is a number like any other.
            let is_number = |value: &Value| matches!(value, Value::Leaf(leaf) if matches!(leaf.data, Data::Number(_) | Data::Money(_)));
            let found = arguments.values.iter().find(|value| print::holds(value) || is_number(value));
            let last = arguments.values.last();
            found.or(last).map(|value| value.clone().into_owned()).ok_or(Fault::Kind)
        },
    },
    Helper {
        name: "оформленное",
        aliases: &[],
        least: 1,
        most: 1,
        usage: "{{оформленное поле}}",
        gives: "текст с полужирным и курсивом своей ячейки",
        run: |arguments| arguments.values.first().map(|value| value.clone().into_owned()).ok_or(Fault::Kind),
    },
    Helper {
        name: "список",
        aliases: &[],
        least: 1,
        most: 1,
        usage: "{{список xs}}",
        gives: "«А, Б и В»",
        run: |arguments| text(list::join(&numbers::texts(arguments)?)),
    },
    comparison!("равно", "(равно a \"текст\")", "равны, регистр букв не важен", Ordering::is_eq),
    comparison!("не_равно", "(не_равно a b)", "не равны", Ordering::is_ne),
    comparison!("больше", "(больше a 3)", "a больше", Ordering::is_gt),
    comparison!("меньше", "(меньше a 3)", "a меньше", Ordering::is_lt),
    comparison!("не_меньше", "(не_меньше a 3)", "a больше или равно", Ordering::is_ge),
    comparison!("не_больше", "(не_больше a 3)", "a меньше или равно", Ordering::is_le),
    Helper {
        name: "и",
        aliases: &["and"],
        least: 2,
        most: 9,
        usage: "(и a b)",
        gives: "верны все",
        run: |arguments| flag(arguments.values.iter().all(|value| print::holds(value))),
    },
    Helper {
        name: "или_верно",
        aliases: &["or"],
        least: 2,
        most: 9,
        usage: "(или_верно a b)",
        gives: "верно хотя бы одно",
        run: |arguments| flag(arguments.values.iter().any(|value| print::holds(value))),
    },
    Helper {
        name: "не",
        aliases: &["not"],
        least: 1,
        most: 1,
        usage: "(не a)",
        gives: "неверно",
        run: |arguments| flag(!arguments.values.iter().any(|value| print::holds(value))),
    },
    Helper {
        name: "длина",
        aliases: &[],
        least: 1,
        most: 9,
        usage: "(длина x y)",
        gives: "сколько знаков во всех вместе",
        run: |arguments| {
            let length = |place| match arguments.leaf_or_empty(place) {
                Err(Fault::Empty(_)) => Ok(0),
                leaf => leaf.map(|leaf| print::leaf(&leaf).chars().count()),
            };
            let whole: usize = (0..arguments.values.len()).map(length).sum::<Result<_, _>>()?;
            Ok(Value::Leaf(Leaf::new(Data::Number(whole as f64))))
        },
    },
    Helper {
        name: "не_длиннее",
        aliases: &[],
        least: 2,
        most: 2,
        usage: "{{не_длиннее x 500}}",
        gives: "сам текст; длиннее — ошибка с ячейкой",
        run: |arguments| {
            let leaf = arguments.leaf(0)?;
            let (length, most) = (print::leaf(&leaf).chars().count(), arguments.number(1)? as usize);
            if length > most {
                return Err(Fault::TooLong { at: leaf.into_owned().at, length, most });
            }
            Ok(Value::Leaf(leaf.into_owned()))
        },
    },
];

/// Numbers and dates by size, everything else as text by Russian collation; nothing is less than anything.
fn compare(arguments: &Arguments<'_>) -> Result<Ordering, Fault> {
    let leaf = |place| match arguments.leaf_or_empty(place) {
        Err(Fault::Empty(_)) => Ok(None),
        other => other.map(Some),
    };
    let data = |leaf: Option<Cow<'_, Leaf>>| leaf.map_or(Data::Empty, |leaf| leaf.into_owned().data);
    Ok(order(&data(leaf(0)?), &data(leaf(1)?)))
}

/// The order of two pieces of data.
pub(in crate::template) fn order(one: &Data, other: &Data) -> Ordering {
    match (one, other) {
        (Data::Number(a), Data::Number(b)) => a.total_cmp(b),
        (Data::Money(a), Data::Money(b)) => a.cmp(b),
        (Data::Money(a), Data::Number(b)) => (*a as f64 / 100.0).total_cmp(b),
        (Data::Number(a), Data::Money(b)) => a.total_cmp(&(*b as f64 / 100.0)),
        (Data::Date(a), Data::Date(b)) => a.cmp(b),
        (Data::Time(a), Data::Time(b)) => a.cmp(b),
        (Data::Flag(a), Data::Flag(b)) => a.cmp(b),
        _ => {
            let text = |data: &Data| print::leaf(&Leaf::new(data.clone())).to_lowercase();
            collation::compare(&text(one), &text(other))
        }
    }
}
