//! Cases of names, posts and organisations; surnames with initials.

use super::{Arguments, Helper, text};
use crate::russian::person::PersonName;
use crate::russian::{Case, organisation, post, typography};
use crate::template::fault::Fault;
use crate::template::print;
use crate::template::trace::Form;
use crate::value::{Data, Leaf, Person, Value};

macro_rules! case_helper {
    ($name:literal, $aliases:expr, $case:ident, $usage:literal, $gives:literal) => {
        Helper {
            name: $name,
            aliases: $aliases,
            least: 1,
            most: 1,
            usage: $usage,
            gives: $gives,
            run: |arguments| {
                text(decline(arguments.printed(0, Form::Case(Case::$case))?.as_ref(), Case::$case)?)
            },
        }
    };
}

pub(super) const HELPERS: &[Helper] = &[
    case_helper!(
        "кого",
        &["родительный", "чего"],
        Genitive,
        "{{кого x}}",
        "родительный падеж: директора Иванова"
    ),
    case_helper!("кому", &["дательный", "чему"], Dative, "{{кому x}}", "дательный падеж: директору Иванову"),
    case_helper!(
        "винительный",
        &["кого_что"],
        Accusative,
        "{{винительный x}}",
        "винительный падеж: директора Иванова"
    ),
    case_helper!(
        "кем",
        &["творительный", "чем"],
        Instrumental,
        "{{кем x}}",
        "творительный падеж: директором Ивановым"
    ),
    case_helper!(
        "о_ком",
        &["предложный", "о_чём", "о_чем"],
        Prepositional,
        "{{о_ком x}}",
        "предложный падеж: директоре Иванове"
    ),
    case_helper!("именительный", &["кто"], Nominative, "{{именительный x}}", "именительный падеж"),
    Helper {
        name: "фамилия_инициалы",
        aliases: &[],
        least: 1,
        most: 2,
        usage: "{{фамилия_инициалы p \"дательный\"}}",
        gives: "Иванову И.И., неразрывно",
        run: |arguments| short(arguments, true),
    },
    Helper {
        name: "инициалы_фамилия",
        aliases: &[],
        least: 1,
        most: 2,
        usage: "{{инициалы_фамилия p}}",
        gives: "И.И. Иванов, неразрывно",
        run: |arguments| short(arguments, false),
    },
    Helper {
        name: "двумя_строками",
        aliases: &[],
        least: 1,
        most: 1,
        usage: "{{двумя_строками (кому p)}}",
        gives: "фамилия, с новой строки имя и отчество",
        run: |arguments| text(in_two_lines(&print::leaf(arguments.as_it_stands(0)?.as_ref()))),
    },
];

/// A long name broken where it is read best: after the surname. A patronymic of two words («Али оглы») is one.
fn in_two_lines(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let tail = words.last().is_some_and(|last| matches!(*last, "оглы" | "кызы" | "улы" | "уулу"));
    let given = if tail { 3 } else { 2 };
    match words.len().checked_sub(given) {
        Some(surname @ 1..) => {
            format!("{}\n{}", words[..surname].join("\u{a0}"), words[surname..].join("\u{a0}"))
        }
        _ => name.to_owned(),
    }
}

/// The leaf in a case: the form that the sheet gives, else the computed one.
pub(super) fn decline(leaf: &Leaf, case: Case) -> Result<String, Fault> {
    if let Some(given) = leaf.given(case) {
        return Ok(given.to_string());
    }
    match &leaf.data {
        Data::Person(person) if case == Case::Nominative => Ok(person.name.to_string()),
        Data::Person(person) => {
            // A name of no known gender is not guessed at.
            let gender = person.gender.ok_or_else(|| Fault::Gender(leaf.at.clone()))?;
            Ok(PersonName::read(&person.name).decline(case, Some(gender)).text)
        }
        Data::Post(post) => Ok(typography::quotes(&post::decline(post, case).text)),
        Data::Organisation(name) => Ok(typography::quotes(&organisation::decline(name, case).text)),
        // A plain text is a noun phrase: a kind of event, a council.
        Data::Text(phrase) => Ok(organisation::decline(phrase, case).text),
        _ => Err(Fault::Kind),
    }
}

fn short(arguments: &Arguments<'_>, surname_first: bool) -> Result<Value, Fault> {
    let case = match arguments.option(1) {
        Some(name) => Case::from_name(name).ok_or(Fault::Kind)?,
        None => Case::Nominative,
    };
    let leaf = arguments.printed(0, Form::Case(case))?;
    let name = match &leaf.data {
        Data::Person(person) => person.name.clone(),
        Data::Text(name) => name.clone(),
        _ => return Err(Fault::Kind),
    };
    let gender = gender(&leaf);
    if case != Case::Nominative && gender.is_none() {
        return Err(Fault::Gender(leaf.at.clone()));
    }
    let name = PersonName::read(&name);
    let form =
        if surname_first { name.surname_initials(case, gender) } else { name.initials_surname(case, gender) };
    text(form.text)
}

/// The gender of a person.
pub(super) fn gender(leaf: &Leaf) -> Option<crate::russian::Gender> {
    match &leaf.data {
        Data::Person(person) => {
            let Person { gender, .. } = person.as_ref();
            *gender
        }
        _ => None,
    }
}
