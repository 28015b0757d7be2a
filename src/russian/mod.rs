//! Russian as official papers need it: names, posts, organisations, numerals, dates, typography. Pure functions, no state, nothing of ours imported.

pub mod address;
mod case;
pub mod collation;
pub mod date;
mod inflected;
pub mod list;
pub mod look_alike;
pub mod money;
pub mod number;
pub mod numeral;
pub mod organisation;
pub mod person;
mod phrase;
pub mod post;
pub mod question;
pub mod typography;

pub use case::{Case, Gender};
pub use inflected::{Grade, Inflected};
pub use look_alike::mend_look_alikes;
pub use person::{GenderReading, PersonName};
pub use phrase::NounGender;
