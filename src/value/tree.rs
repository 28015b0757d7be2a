//! The tree: schemas, the rows of all sheets, and the values that link them.

use super::{Leaf, Schema, SchemaId};
use std::sync::Arc;

/// A row's place in its [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowId(usize);

/// What a template can reach.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// One piece of data.
    Leaf(Leaf),
    /// Several values in order.
    List(Arc<[Value]>),
    /// A record of its own.
    Record(Arc<Record>),
    /// A row of a sheet, kept in the tree.
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

/// All schemas, and the rows of all sheets.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    schemas: Vec<Schema>,
    rows: Vec<Record>,
}

impl Tree {
    /// Adds a schema; its fields may be set later by [`Tree::schema_mut`], so that schemas may name each other.
    pub fn add_schema(&mut self, schema: Schema) -> SchemaId {
        self.schemas.push(schema);
        SchemaId(self.schemas.len() - 1)
    }

    /// Adds a row.
    pub fn add_row(&mut self, row: Record) -> RowId {
        self.rows.push(row);
        RowId(self.rows.len() - 1)
    }

    /// The schema of that id.
    pub fn schema(&self, id: SchemaId) -> &Schema {
        &self.schemas[id.0]
    }

    /// The schema of that id, to be completed.
    pub fn schema_mut(&mut self, id: SchemaId) -> &mut Schema {
        &mut self.schemas[id.0]
    }

    /// The row of that id.
    pub fn row(&self, id: RowId) -> &Record {
        &self.rows[id.0]
    }

    /// The row of that id, to be completed.
    pub fn row_mut(&mut self, id: RowId) -> &mut Record {
        &mut self.rows[id.0]
    }

    /// The record that a value is, links followed.
    pub fn record<'a>(&'a self, value: &'a Value) -> Option<&'a Record> {
        match value {
            Value::Record(record) => Some(record),
            Value::Link(row) | Value::Key(_, row) => Some(self.row(*row)),
            Value::Leaf(_) | Value::List(_) | Value::Nothing => None,
        }
    }

    /// The field of a record by its name in templates; `None` where the record has no such field.
    pub fn get<'a>(&'a self, record: &'a Record, name: &str) -> Option<&'a Value> {
        record.values.get(self.schema(record.schema).position(name)?)
    }

    /// The leaf that stands for a value where a name is wanted: the leaf itself, or the record's subject.
    pub fn subject<'a>(&'a self, value: &'a Value) -> Option<&'a Leaf> {
        match value {
            Value::Leaf(leaf) | Value::Key(leaf, _) => Some(leaf),
            Value::List(_) | Value::Nothing => None,
            Value::Record(_) | Value::Link(_) => {
                let record = self.record(value)?;
                self.subject(record.values.get(self.schema(record.schema).subject?)?)
            }
        }
    }
}
