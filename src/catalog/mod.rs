//! From `catalog.toml` and the model to what must be made: selection, time, and the values of each document.

mod addressee;
mod councils;
mod entry;
mod kind;
mod meetings;
mod people;
mod publications;
mod recipient;
mod report;
mod scope;
mod select;
mod values;

pub use addressee::{Addressee, Message};
pub use entry::{Catalog, Entry, Restart};
pub use kind::Kind;
pub use meetings::Quorum;
pub use report::{mark_text, share};
pub use scope::{NUMBER, Scope};
pub use select::{Cancelled, Document, QUARTERS, Selection, When};
pub use values::Values;
