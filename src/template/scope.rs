//! What names mean where they stand: the scopes of blocks, what a loop says of its pass, the rows of a group.

use super::evaluate::Evaluation;
use super::expression::{Head, Local, Path};
use super::fault::Fault;
use crate::value::{Data, Leaf, Value};
use std::borrow::Cow;
use std::sync::Arc;

/// What the rows of a group have in common, in templates.
pub(super) const KEY: &str = "ключ";
/// The rows of a group, in templates.
pub(super) const ROWS: &str = "строки";
/// What a group has.
pub(super) const GROUP: [&str; 2] = [KEY, ROWS];

/// What a name is looked up in, innermost last.
pub(super) struct Scope<'a> {
    pub value: Cow<'a, Value>,
    /// `как |x|`: the item is reached by that name only.
    pub name: Option<Arc<str>>,
    /// The pass and the number of passes of a loop.
    pub pass: Option<(usize, usize)>,
    /// What the rows of a group have in common; the scope's value is the list of them.
    pub key: Option<Value>,
}

impl<'a> Evaluation<'a> {
    pub(super) fn local(&self, local: Local, level: usize) -> Result<Cow<'a, Value>, Fault> {
        let mut passes = self.scopes.iter().rev().filter_map(|scope| scope.pass);
        let (pass, count) = passes.nth(level).ok_or(Fault::NoField)?;
        let data = match local {
            Local::Number => Data::Number((pass + 1) as f64),
            Local::Index => Data::Number(pass as f64),
            Local::Count => Data::Number(count as f64),
            Local::First => Data::Flag(pass == 0),
            Local::Last => Data::Flag(pass + 1 == count),
            Local::Odd => Data::Flag(pass % 2 == 0),
            Local::Even => Data::Flag(pass % 2 == 1),
        };
        Ok(Cow::Owned(Value::Leaf(Leaf::new(data))))
    }

    pub(super) fn path(&self, path: &Path) -> Result<Cow<'a, Value>, Fault> {
        let Some(first) = path.steps.first() else {
            return self.scopes.last().map(|scope| scope.value.clone()).ok_or(Fault::NoField);
        };
        let reachable = match path.head {
            Head::Nearest => self.scopes.len(),
            Head::This => return self.within(self.scopes.last().ok_or(Fault::NoField)?, &path.steps),
            Head::Up(levels) => self.scopes.len().saturating_sub(levels),
            Head::Root => 0,
        };
        for scope in self.scopes[..reachable].iter().rev() {
            if scope.name.as_ref() == Some(first) {
                return self.within(scope, &path.steps[1..]);
            }
            let has = || match scope.key {
                Some(_) => GROUP.contains(&&**first),
                None => self.has(&scope.value, first),
            };
            if scope.name.is_none() && has() {
                return self.within(scope, &path.steps);
            }
        }
        let value = self.tree.get(self.root, first).ok_or(Fault::NoField)?;
        self.steps(value, &path.steps[1..])
    }

    /// Whether a value is a record that has a field of that name.
    fn has(&self, value: &Value, name: &str) -> bool {
        let schema = self.tree.schema_of(value).map(|schema| self.tree.schema(schema));
        schema.is_some_and(|schema| schema.position(name).is_some())
    }

    /// The steps from a scope's value; those of a group begin with `ключ` or `строки`.
    fn within(&self, scope: &Scope<'a>, steps: &[Arc<str>]) -> Result<Cow<'a, Value>, Fault> {
        let (Some(key), Some((first, rest))) = (&scope.key, steps.split_first()) else {
            return self.steps(scope.value.clone(), steps);
        };
        match &**first {
            KEY => self.steps(Cow::Owned(key.clone()), rest),
            ROWS => self.steps(scope.value.clone(), rest),
            _ => Err(Fault::NoField),
        }
    }

    pub(super) fn steps(
        &self,
        mut value: Cow<'a, Value>,
        steps: &[Arc<str>],
    ) -> Result<Cow<'a, Value>, Fault> {
        for step in steps {
            let next = match value.as_ref() {
                Value::Nothing => return Err(Fault::Empty(None)),
                // A key that names no row.
                Value::Leaf(leaf) => return Err(Fault::Empty(leaf.at.clone())),
                Value::List(_) => return Err(Fault::Kind),
                found => self.tree.get(found, step).ok_or(Fault::NoField)?.into_owned(),
            };
            value = Cow::Owned(next);
        }
        Ok(value)
    }
}
