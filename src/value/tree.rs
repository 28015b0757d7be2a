//! The tree: schemas, the rows of all sheets, and the values that link them.

use super::{Leaf, List, Schema, SchemaId};
use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt::Debug;
use std::sync::Arc;

/// A row of a sheet, by its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowId {
    /// The sheet's place among the sheets.
    pub sheet: u32,
    /// The row's place in it.
    pub row: u32,
}

/// What a template can reach.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// One piece of data.
    Leaf(Leaf),
    /// Several values in order.
    List(List),
    /// A record of its own.
    Record(Arc<Record>),
    /// A row of a sheet.
    Link(RowId),
    /// A key: prints and declines as its own leaf («АО «Заря»»), and opens the row that it names where a dot follows.
    Key(Leaf, RowId),
    /// No such row: a key that names nothing, an optional part that is absent.
    Nothing,
}

/// A record: a value for each field of its schema, in the same order.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Which fields it has.
    pub schema: SchemaId,
    /// Their values.
    pub values: Vec<Value>,
}

impl From<Record> for Value {
    fn from(record: Record) -> Self {
        Self::Record(Arc::new(record))
    }
}

/// Where rows of sheets are read from: a cell becomes a value when it is asked for, so that a hundred thousand rows are held once.
pub trait Rows: Debug + Send + Sync {
    /// How many fields the rows of that sheet have from their cells; computed ones stand after them.
    fn width(&self, sheet: u32) -> usize;

    /// The value in a field, by the field's place in its schema; the place is less than the sheet's width.
    fn value(&self, row: RowId, place: usize) -> Value;
}

/// All schemas, and the rows of all sheets.
#[derive(Debug, Default)]
pub struct Tree<'m> {
    schemas: Vec<Schema>,
    /// The schema of each sheet's rows.
    sheets: Vec<SchemaId>,
    /// The computed values of rows that have some, for the fields behind those from cells.
    computed: HashMap<RowId, Vec<Value>>,
    source: Option<Box<dyn Rows + 'm>>,
}

impl<'m> Tree<'m> {
    /// Adds a schema; its fields may be set later by [`Tree::schema_mut`], so that schemas may name each other.
    pub fn add_schema(&mut self, schema: Schema) -> SchemaId {
        self.schemas.push(schema);
        SchemaId(self.schemas.len() - 1)
    }

    /// Sets where the rows of sheets are read from, and the schema of each sheet's rows.
    pub fn read_from(&mut self, source: Box<dyn Rows + 'm>, sheets: Vec<SchemaId>) {
        (self.source, self.sheets) = (Some(source), sheets);
    }

    /// Adds values to a row, for fields behind those that it has.
    pub fn extend(&mut self, row: RowId, values: Vec<Value>) {
        match self.computed.entry(row) {
            Entry::Occupied(mut own) => own.get_mut().extend(values),
            Entry::Vacant(none) => _ = none.insert(values),
        }
    }

    /// The schema of that id.
    pub fn schema(&self, id: SchemaId) -> &Schema {
        &self.schemas[id.0]
    }

    /// The schema of that id, to be completed.
    pub fn schema_mut(&mut self, id: SchemaId) -> &mut Schema {
        &mut self.schemas[id.0]
    }

    /// The schema of the record that a value is, links followed.
    pub fn schema_of(&self, value: &Value) -> Option<SchemaId> {
        match value {
            Value::Record(record) => Some(record.schema),
            Value::Link(row) | Value::Key(_, row) => self.sheets.get(row.sheet as usize).copied(),
            Value::Leaf(_) | Value::List(_) | Value::Nothing => None,
        }
    }

    /// The field of the record that a value is, links followed, by its name in templates; `None` where it is no record or has no such
    /// field.
    pub fn get<'v>(&'v self, value: &'v Value, name: &str) -> Option<Cow<'v, Value>> {
        self.at(value, self.schema(self.schema_of(value)?).position(name)?)
    }

    /// The field at `place` of its schema of the record that a value is, links followed.
    pub fn at<'v>(&'v self, value: &'v Value, place: usize) -> Option<Cow<'v, Value>> {
        let row = match value {
            Value::Record(record) => return record.values.get(place).map(Cow::Borrowed),
            Value::Link(row) | Value::Key(_, row) => *row,
            Value::Leaf(_) | Value::List(_) | Value::Nothing => return None,
        };
        let source = self.source.as_ref()?;
        match place.checked_sub(source.width(row.sheet)) {
            Some(computed) => self.computed.get(&row)?.get(computed).map(Cow::Borrowed),
            None => Some(Cow::Owned(source.value(row, place))),
        }
    }

    /// The leaf that stands for a value where a name is wanted: the leaf itself, or the record's subject.
    pub fn subject<'v>(&'v self, value: &'v Value) -> Option<Cow<'v, Leaf>> {
        match value {
            Value::Leaf(leaf) | Value::Key(leaf, _) => Some(Cow::Borrowed(leaf)),
            Value::List(_) | Value::Nothing => None,
            Value::Record(_) | Value::Link(_) => {
                match self.at(value, self.schema(self.schema_of(value)?).subject?)? {
                    Cow::Borrowed(inner) => self.subject(inner),
                    Cow::Owned(Value::Leaf(leaf) | Value::Key(leaf, _)) => Some(Cow::Owned(leaf)),
                    Cow::Owned(inner) => self.subject(&inner).map(|leaf| Cow::Owned(leaf.into_owned())),
                }
            }
        }
    }
}
