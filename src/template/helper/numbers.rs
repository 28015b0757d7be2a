//! Counts that agree with their noun, numbers in words, sums, percents.

use super::{Arguments, Helper, text};
use crate::russian::{Case, NounGender, money, number, numeral};
use crate::template::fault::Fault;
use crate::template::print;
use crate::value::{Data, Leaf, Value};

pub(super) const HELPERS: &[Helper] = &[
    Helper {
        name: "число",
        aliases: &[],
        least: 1,
        most: 4,
        usage: "{{число n \"мероприятие\" \"мероприятия\" \"мероприятий\"}}",
        gives: "21 мероприятие",
        run: count,
    },
    Helper {
        name: "прописью",
        aliases: &[],
        least: 1,
        most: 1,
        usage: "{{прописью n}}",
        gives: "двадцать один",
        run: |arguments| {
            text(numeral::cardinal(whole(arguments)?, NounGender::Masculine, false, Case::Nominative))
        },
    },
    Helper {
        name: "рубли",
        aliases: &[],
        least: 1,
        most: 1,
        usage: "{{рубли x}}",
        gives: "1 234,50",
        run: |arguments| text(money::rubles((arguments.number(0)? * 100.0).round() as i64)),
    },
    Helper {
        name: "процент",
        aliases: &[],
        least: 2,
        most: 2,
        usage: "{{процент часть целое}}",
        gives: "61,1 %",
        run: |arguments| {
            let thousandths =
                |place| arguments.number(place).map(|number| (number * 1000.0).round().max(0.0) as u64);
            text(number::percent(thousandths(0)?, thousandths(1)?))
        },
    },
    Helper {
        name: "количество",
        aliases: &[],
        least: 1,
        most: 1,
        usage: "{{количество список}}",
        gives: "сколько в списке",
        run: |arguments| Ok(Value::Leaf(Leaf::new(Data::Number(arguments.items(0)?.len() as f64)))),
    },
    Helper {
        name: "сумма",
        aliases: &[],
        least: 2,
        most: 2,
        usage: "{{сумма вакансии \"количество\"}}",
        gives: "сумма поля по списку",
        run: sum,
    },
];

fn whole(arguments: &Arguments<'_>) -> Result<u64, Fault> {
    let number = arguments.number(0)?;
    if number >= 0.0 && number.fract() == 0.0 { Ok(number as u64) } else { Err(Fault::Kind) }
}

fn count(arguments: &Arguments<'_>) -> Result<Value, Fault> {
    let count = whole(arguments)?;
    let digits = number::grouped(count.cast_signed());
    match (arguments.option(1), arguments.option(2), arguments.option(3)) {
        (None, ..) => text(digits),
        (Some(one), Some(few), Some(many)) => {
            text(format!("{digits}\u{a0}{}", number::agree(count, one, few, many)))
        }
        (Some(lemma), ..) => {
            text(numeral::count_digits(count, lemma, Case::Nominative).ok_or(Fault::Kind)?.text)
        }
    }
}

fn sum(arguments: &Arguments<'_>) -> Result<Value, Fault> {
    let name = arguments.option(1).ok_or(Fault::Kind)?;
    let mut total = 0.0;
    let mut kopecks = None;
    for item in arguments.items(0)? {
        arguments.tree.schema_of(&item).ok_or(Fault::Kind)?;
        let value = arguments.tree.get(&item, name).ok_or(Fault::NoField)?;
        let one = Arguments { tree: arguments.tree, values: vec![value], trace: None };
        match &one.leaf_or_empty(0)?.data {
            Data::Empty => {}
            Data::Money(sum) => kopecks = Some(kopecks.unwrap_or(0) + sum),
            _ => total += one.number(0)?,
        }
    }
    Ok(Value::Leaf(Leaf::new(kopecks.map_or(Data::Number(total), Data::Money))))
}

/// The texts of a list's items, as they are printed.
pub(super) fn texts(arguments: &Arguments<'_>) -> Result<Vec<String>, Fault> {
    let items = arguments.items(0)?;
    let text = |item: &Value| {
        let leaf = arguments.tree.subject(item).ok_or(Fault::Kind)?;
        arguments.trace.inspect(|trace| trace.note_as_it_stands(&leaf));
        Ok(print::leaf(&leaf))
    };
    items.iter().map(text).collect()
}
