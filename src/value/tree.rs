//! The tree: schemas, the rows of all sheets, and the values that link them.

use super::{Leaf, List, Schema, SchemaId};
use std::borrow::Cow;
use std::fmt::Debug;
use std::sync::Arc;

/// A row's place in its [`Tree`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowId(u32);

impl RowId {
    /// The row that is `after` rows behind this one.
    #[must_use]
    pub const fn plus(self, after: usize) -> Self {
        Self(self.0 + after as u32)
    }
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

impl From<Record> for Value {
    fn from(record: Record) -> Self {
        Self::Record(Arc::new(record))
    }
}

/// A row of a sheet: which sheet, which row of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowAt {
    /// The sheet's place among the sheets.
    pub sheet: u32,
    /// The row's place in it.
    pub row: u32,
}

/// Where rows of sheets are read from: a cell becomes a value when it is asked for, so that a hundred thousand rows are held once.
pub trait Rows: Debug + Send + Sync {
    /// How many fields the rows of that sheet have from their cells; computed ones stand after them.
    fn width(&self, sheet: u32) -> usize;

    /// The value in a field, by the field's place in its schema; the place is less than the sheet's width.
    fn value(&self, at: RowAt, place: usize) -> Value;
}

/// A row of the tree: all its values, or, where it is a sheet's, those that are computed.
#[derive(Debug)]
struct Row {
    schema: SchemaId,
    at: Option<RowAt>,
    values: Vec<Value>,
}

/// All schemas, and the rows of all sheets.
#[derive(Debug, Default)]
pub struct Tree<'m> {
    schemas: Vec<Schema>,
    rows: Vec<Row>,
    sheets: Option<Box<dyn Rows + 'm>>,
}

impl<'m> Tree<'m> {
    /// Adds a schema; its fields may be set later by [`Tree::schema_mut`], so that schemas may name each other.
    pub fn add_schema(&mut self, schema: Schema) -> SchemaId {
        self.schemas.push(schema);
        SchemaId(self.schemas.len() - 1)
    }

    /// Adds a row with all its values.
    pub fn add_row(&mut self, row: Record) -> RowId {
        self.push(Row { schema: row.schema, at: None, values: row.values })
    }

    /// Adds a row whose values are read from its sheet ([`Tree::read_from`]).
    pub fn add_sheet_row(&mut self, schema: SchemaId, at: RowAt) -> RowId {
        self.push(Row { schema, at: Some(at), values: Vec::new() })
    }

    /// Makes room for so many more rows.
    pub fn reserve(&mut self, rows: usize) {
        self.rows.reserve_exact(rows);
    }

    fn push(&mut self, row: Row) -> RowId {
        self.rows.push(row);
        RowId(self.rows.len() as u32 - 1)
    }

    /// Where the rows of sheets are read from.
    pub fn read_from(&mut self, sheets: Box<dyn Rows + 'm>) {
        self.sheets = Some(sheets);
    }

    /// Adds values to a row, for fields behind those that it has.
    pub fn extend(&mut self, row: RowId, values: Vec<Value>) {
        let own = &mut self.rows[row.0 as usize].values;
        if own.is_empty() {
            *own = values;
        } else {
            own.extend(values);
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
            Value::Link(row) | Value::Key(_, row) => Some(self.rows[row.0 as usize].schema),
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
            Value::Link(row) | Value::Key(_, row) => &self.rows[row.0 as usize],
            Value::Leaf(_) | Value::List(_) | Value::Nothing => return None,
        };
        let (Some(at), Some(sheets)) = (row.at, &self.sheets) else {
            return row.values.get(place).map(Cow::Borrowed);
        };
        match place.checked_sub(sheets.width(at.sheet)) {
            Some(computed) => row.values.get(computed).map(Cow::Borrowed),
            None => Some(Cow::Owned(sheets.value(at, place))),
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
