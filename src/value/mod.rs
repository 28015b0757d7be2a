//! The tree of values that a template sees: each leaf with its kind (name, post, date, …) and its cell.
//!
//! Rows of sheets live in a [`Tree`] and reach each other by [`Value::Link`], so that a vacancy knows its organisation and an
//! organisation its vacancies without a cycle of pointers; their cells become values when they are asked for ([`Rows`]). What is computed for one document is an owned [`Value::Record`].
//! A [`Schema`] says which fields a record has: templates are checked against it before a single document is made.

mod leaf;
mod list;
mod schema;
mod tree;

pub use leaf::{Data, Kind, Leaf, Overrides, Person, Span};
pub use list::List;
pub use schema::{Field, Schema, SchemaId, Shape, field_name};
pub use tree::{Record, RowId, Rows, Tree, Value};
