//! Which fields a record has, of which kind, under which heading: what lint checks tags against.

use super::Kind;
use crate::location::Location;
use std::sync::Arc;

/// A schema's place in its [`super::Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SchemaId(pub(super) usize);

/// What stands in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One leaf.
    Leaf(Kind),
    /// A leaf that opens a row of another sheet where a dot follows ([`super::Value::Key`]); a plain leaf where the key names none.
    Key(Kind, SchemaId),
    /// A list of leaves.
    Leaves(Kind),
    /// One record, or nothing.
    Record(SchemaId),
    /// A list of records.
    Records(SchemaId),
}

/// One field of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name in templates: `срок_исполнения`.
    pub name: Arc<str>,
    /// Other names for it: `срок`.
    pub aliases: Vec<Arc<str>>,
    /// The heading of its column, or what it is in a few words where it is computed.
    pub heading: Arc<str>,
    /// What stands in it.
    pub shape: Shape,
    /// The heading's cell.
    pub at: Option<Location>,
}

impl Field {
    /// A computed field.
    pub fn computed(name: &str, heading: &str, shape: Shape) -> Self {
        Self { name: name.into(), aliases: Vec::new(), heading: heading.into(), shape, at: None }
    }

    /// Whether `name` is one of the field's names.
    pub fn is_named(&self, name: &str) -> bool {
        *self.name == *name || self.aliases.iter().any(|alias| **alias == *name)
    }
}

/// The fields of a kind of record.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Schema {
    /// The collection that such records make: `наставники`.
    pub name: Arc<str>,
    /// The fields, in the order of the sheet.
    pub fields: Vec<Field>,
    /// The field that stands for the whole record where a name is wanted: `{{обращение получатель}}` takes its «ФИО».
    pub subject: Option<usize>,
}

impl Schema {
    /// The place of the field of that name.
    pub fn position(&self, name: &str) -> Option<usize> {
        // Names first: an alias never hides another column's own name.
        self.fields
            .iter()
            .position(|field| *field.name == *name)
            .or_else(|| self.fields.iter().position(|field| field.is_named(name)))
    }

    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.position(name).map(|at| &self.fields[at])
    }
}

/// The name of a field in templates: the heading in lower case, every run of other characters than letters and digits one `_`,
/// none at the ends: «№ п/п» → `п_п`.
pub fn field_name(heading: &str) -> String {
    let mut name = String::with_capacity(heading.len());
    for c in heading.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            name.push(c);
        } else if !name.ends_with('_') && !name.is_empty() {
            name.push('_');
        }
    }
    name.truncate(name.trim_end_matches('_').len());
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_become_names() {
        for (heading, name) in [
            ("№ п/п", "п_п"),
            ("Срок исполнения", "срок_исполнения"),
            ("  ФИО (дат.) ", "фио_дат"),
            ("E-mail", "e_mail"),
            ("Утверждает: должность", "утверждает_должность"),
            ("", ""),
        ] {
            assert_eq!(field_name(heading), name);
        }
    }
}
