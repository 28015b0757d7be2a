//! What `input` makes of real files and of hostile ones, through its public seam.

#![expect(clippy::unwrap_used, reason = "a fixture that cannot be made is a failed test")]

mod binary;
mod corpus;
mod fixture;
mod formats;
mod hostile;
mod list;
mod marked;
mod old_excel;
mod people_and_files;
mod realities;
mod values;
