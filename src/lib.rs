//! Official Russian papers out of the spreadsheets that a secretary already has.

pub mod calendar;
pub mod diagnostic;
pub mod input;
pub mod location;
pub mod model;
pub mod output;
pub mod register;
pub mod russian;
pub mod starter;
pub mod value;
