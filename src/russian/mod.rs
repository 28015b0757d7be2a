//! Russian as official papers need it: names, posts, organisations, numerals, dates, typography. Pure functions, no state, nothing of ours imported.

mod case;
mod inflected;
mod person;

pub use case::{Case, Gender};
pub use inflected::{Grade, Inflected};
pub use person::{GenderReading, PersonName};
