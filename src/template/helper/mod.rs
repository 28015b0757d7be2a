//! Helpers of templates: one table of them all; each is a function from arguments to a value.

mod agreement;
mod choice;
pub(super) use choice::order;
mod dates;
mod forms;
mod numbers;
mod pictures;

use super::fault::Fault;
use super::trace::{Form, Trace};
use crate::value::{Data, Leaf, Tree, Value};
use std::borrow::Cow;

/// What a helper works on.
#[derive(Debug)]
pub(super) struct Arguments<'a> {
    /// Where links lead.
    pub tree: &'a Tree<'a>,
    /// The values, in the order written.
    pub values: Vec<Cow<'a, Value>>,
    /// Where what is printed is noted.
    pub trace: Option<&'a Trace>,
}

/// A helper.
#[derive(Debug)]
pub struct Helper {
    /// Its name.
    pub name: &'static str,
    /// Its other names.
    pub aliases: &'static [&'static str],
    /// The least number of arguments.
    pub least: usize,
    /// The greatest number of arguments.
    pub most: usize,
    /// How it is written.
    pub usage: &'static str,
    /// What it gives.
    pub gives: &'static str,
    pub(super) run: fn(&Arguments<'_>) -> Result<Value, Fault>,
}

/// Every helper.
pub fn all() -> impl Iterator<Item = &'static Helper> {
    [forms::HELPERS, agreement::HELPERS, dates::HELPERS, numbers::HELPERS, choice::HELPERS, pictures::HELPERS]
        .into_iter()
        .flatten()
}

/// The helper of that name, letter case apart.
pub(super) fn find(name: &str) -> Option<&'static Helper> {
    let name = name.to_lowercase();
    all().find(|helper| helper.name == name || helper.aliases.contains(&name.as_str()))
}

/// All names.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    all().map(|helper| helper.name)
}

impl Arguments<'_> {
    /// The leaf that an argument is, or that stands for it; an empty one is a fault.
    pub fn leaf(&self, place: usize) -> Result<Cow<'_, Leaf>, Fault> {
        let leaf = self.leaf_or_empty(place)?;
        if leaf.is_empty() { Err(Fault::Empty(leaf.into_owned().at)) } else { Ok(leaf) }
    }

    /// The leaf that an argument is, printed in that form.
    pub fn printed(&self, place: usize, form: Form) -> Result<Cow<'_, Leaf>, Fault> {
        let leaf = self.leaf(place)?;
        self.trace.inspect(|trace| trace.note(&leaf, form));
        Ok(leaf)
    }

    /// The leaf that an argument is, printed as it stands.
    pub fn as_it_stands(&self, place: usize) -> Result<Cow<'_, Leaf>, Fault> {
        let leaf = self.leaf(place)?;
        self.trace.inspect(|trace| trace.note_as_it_stands(&leaf));
        Ok(leaf)
    }

    /// The leaf that an argument is, empty or not.
    pub fn leaf_or_empty(&self, place: usize) -> Result<Cow<'_, Leaf>, Fault> {
        let value = self.values.get(place).ok_or(Fault::Kind)?;
        match value.as_ref() {
            Value::Nothing => Err(Fault::Empty(None)),
            value => self.tree.subject(value).ok_or(Fault::Kind),
        }
    }

    /// The text of a literal argument, where it is given.
    pub fn option(&self, place: usize) -> Option<&str> {
        match self.values.get(place)?.as_ref() {
            Value::Leaf(Leaf { data: Data::Text(text), .. }) => Some(text),
            _ => None,
        }
    }

    /// The items of a list.
    pub fn items(&self, place: usize) -> Result<Vec<Value>, Fault> {
        match self.values.get(place).map(Cow::as_ref) {
            Some(Value::List(items)) => Ok(items.iter().collect()),
            Some(Value::Nothing) => Ok(Vec::new()),
            _ => Err(Fault::Kind),
        }
    }

    /// The number that an argument is.
    pub fn number(&self, place: usize) -> Result<f64, Fault> {
        match &self.leaf(place)?.data {
            Data::Number(number) => Ok(*number),
            Data::Money(kopecks) => Ok(*kopecks as f64 / 100.0),
            Data::Text(text) => {
                text.replace(['\u{a0}', ' '], "").replace(',', ".").parse().map_err(|_| Fault::Kind)
            }
            _ => Err(Fault::Kind),
        }
    }
}

/// A computed text.
#[expect(clippy::unnecessary_wraps, reason = "what every helper returns")]
pub(super) fn text(text: impl Into<std::sync::Arc<str>>) -> Result<Value, Fault> {
    Ok(Value::Leaf(Leaf::text(text)))
}

/// A computed yes or no.
#[expect(clippy::unnecessary_wraps, reason = "what every helper returns")]
pub(super) fn flag(flag: bool) -> Result<Value, Fault> {
    Ok(Value::Leaf(Leaf::new(Data::Flag(flag))))
}
