//! Words that agree with a person: the salutation, endings by gender; letter case of a text.

use super::{Arguments, Helper, forms, text};
use crate::russian::Gender;
use crate::russian::person::PersonName;
use crate::template::fault::Fault;
use crate::template::print;
use crate::template::trace::Form;
use crate::value::{Data, Value};

pub(super) const HELPERS: &[Helper] = &[
    Helper {
        name: "обращение",
        aliases: &[],
        least: 1,
        most: 1,
        usage: "{{обращение p}}",
        gives: "Уважаемый Иван Иванович",
        run: address,
    },
    Helper {
        name: "по_полу",
        aliases: &[],
        least: 3,
        most: 3,
        usage: "{{по_полу p \"принял\" \"приняла\"}}",
        gives: "слово по полу человека",
        run: |arguments| {
            let leaf = arguments.leaf(0)?;
            let gender = forms::gender(&leaf).ok_or_else(|| Fault::Gender(leaf.at.clone()))?;
            text(arguments.option(if gender == Gender::Masculine { 1 } else { 2 }).ok_or(Fault::Kind)?)
        },
    },
    Helper {
        name: "прописные",
        aliases: &[],
        least: 1,
        most: 1,
        usage: "{{прописные x}}",
        gives: "ВСЕ БУКВЫ ПРОПИСНЫЕ",
        run: |arguments| text(print::leaf(arguments.as_it_stands(0)?.as_ref()).to_uppercase()),
    },
    Helper {
        name: "с_прописной",
        aliases: &[],
        least: 1,
        most: 1,
        usage: "{{с_прописной x}}",
        gives: "Первая буква прописная",
        run: |arguments| first_letter(arguments, char::to_uppercase),
    },
    Helper {
        name: "со_строчной",
        aliases: &[],
        least: 1,
        most: 1,
        usage: "{{со_строчной x}}",
        gives: "первая буква строчная",
        run: |arguments| first_letter(arguments, char::to_lowercase),
    },
];

fn address(arguments: &Arguments<'_>) -> Result<Value, Fault> {
    let leaf = arguments.printed(0, Form::Salutation)?;
    if let Some(given) = leaf.overrides.as_ref().and_then(|overrides| overrides.address.clone()) {
        return text(given);
    }
    let Data::Person(person) = &leaf.data else { return Err(Fault::Kind) };
    let gender = person.gender.ok_or_else(|| Fault::Gender(leaf.at.clone()))?;
    let word = if gender == Gender::Masculine { "Уважаемый" } else { "Уважаемая" };
    text(format!("{word} {}", PersonName::read(&person.name).address(gender)))
}

fn first_letter<I: Iterator<Item = char>>(
    arguments: &Arguments<'_>,
    change: fn(char) -> I,
) -> Result<Value, Fault> {
    let whole = print::leaf(arguments.as_it_stands(0)?.as_ref());
    let mut rest = whole.chars();
    let first: String = rest.next().into_iter().flat_map(change).collect();
    text(first + rest.as_str())
}
