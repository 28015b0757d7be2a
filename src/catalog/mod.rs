//! From `catalog.toml` and the model to what must be made: selection, time, and the values of each document.

mod addressee;
mod councils;
mod coverage;
mod decisions;
mod entry;
mod evidence;
mod kind;
mod meetings;
mod people;
mod periodic;
mod postal;
mod practice;
mod publications;
mod recipient;
mod report;
mod rows;
mod scope;
mod select;
mod values;
mod year_calendar;

pub use addressee::Message;
pub use entry::{CALENDAR, Catalog, Entry, Restart};
pub use evidence::SignedPaper;
pub use kind::Kind;
pub use meetings::Quorum;
pub use periodic::QUARTERS;
pub use postal::Postal;
pub use report::{mark_text, share};
pub use scope::Scope;
pub use select::{Cancelled, Document, Seen, Selection, When};
pub use values::Values;
pub use year_calendar::{term_title, terms};
