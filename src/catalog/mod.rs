//! From `catalog.toml` and the model to what must be made: selection, time, and the values of each document.

mod entry;

pub use entry::{Catalog, Entry};
