//! From `catalog.toml` and the model to what must be made: selection, time, and the values of each document.

mod councils;
mod entry;
mod meetings;
mod people;
mod publications;
mod recipient;
mod report;
mod scope;
mod select;
mod values;

pub use entry::{Catalog, Entry, Restart};
pub use meetings::Quorum;
pub use report::{mark_text, share};
pub use scope::{NUMBER, Scope};
pub use select::{Cancelled, Document, Kind, QUARTERS, Selection, When};
pub use values::Values;
