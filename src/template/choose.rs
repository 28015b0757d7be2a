//! The items that a loop goes over: chosen, sorted, grouped.

use super::evaluate::Evaluation;
use super::expression::Path;
use super::fault::Fault;
use super::helper;
use super::print;
use super::tag::Opening;
use crate::location::Location;
use crate::value::{Data, Value};
use std::borrow::Cow;
use std::collections::HashMap;

/// An item of a loop: a value, or the rows of a group with what they have in common.
pub(super) type Item = (Value, Option<Value>);

impl Evaluation<'_> {
    /// The items that `где` lets through, sorted, in groups, at most `не_более`.
    pub(super) fn chosen(&mut self, mut items: Vec<Value>, opening: &Opening, at: &Location) -> Vec<Item> {
        let options = &opening.options;
        if let Some(condition) = &options.only {
            items.retain(|item| {
                self.enter((item.clone(), None), opening.item.clone(), None);
                let held = self.value(condition).map(|value| print::holds(&value));
                self.leave();
                held.unwrap_or_else(|fault| {
                    if !matches!(fault, Fault::Empty(_)) {
                        self.tell(&fault, condition, at);
                    }
                    false
                })
            });
        }
        for (by, descending) in [(&options.by, false), (&options.descending, true)] {
            let Some(by) = by else { continue };
            let mut keyed: Vec<(Data, Value)> =
                items.into_iter().map(|item| (self.data(&self.field(&item, by)), item)).collect();
            keyed
                .sort_by(|(a, _), (b, _)| if descending { helper::order(b, a) } else { helper::order(a, b) });
            items = keyed.into_iter().map(|(_, item)| item).collect();
        }
        let mut items = match &options.key {
            Some(key) => self.groups(items, key, options.by_key),
            None => items.into_iter().map(|item| (item, None)).collect(),
        };
        let most = options.most.as_ref().and_then(|most| self.value(most).ok());
        if let Some(Data::Number(most)) = most.map(|most| self.data(&most)) {
            items.truncate(most as usize);
        }
        items
    }

    /// The field of an item; nothing where it has none.
    fn field(&self, item: &Value, field: &Path) -> Value {
        self.steps(Cow::Owned(item.clone()), &field.steps).map_or(Value::Nothing, Cow::into_owned)
    }

    fn data(&self, value: &Value) -> Data {
        self.tree.subject(value).map_or(Data::Empty, |leaf| leaf.into_owned().data)
    }

    /// Rows with the same key together, letter case and outer white space apart, in the order in which the keys come first.
    fn groups(&self, items: Vec<Value>, field: &Path, sorted: bool) -> Vec<Item> {
        let mut groups: Vec<(Value, Vec<Value>)> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for item in items {
            let key = self.field(&item, field);
            let printed = self.tree.subject(&key).map(|leaf| print::leaf(&leaf)).unwrap_or_default();
            let place = *places.entry(printed.trim().to_lowercase()).or_insert(groups.len());
            match groups.get_mut(place) {
                Some((_, rows)) => rows.push(item),
                None => groups.push((key, vec![item])),
            }
        }
        if sorted {
            groups.sort_by(|(a, _), (b, _)| helper::order(&self.data(a), &self.data(b)));
        }
        groups.into_iter().map(|(key, rows)| (Value::List(rows.into()), Some(key))).collect()
    }
}
