//! Publishing and the register as a secretary meets them: issue, repeat, edit, remove, interrupt, restore.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test stands in for the secretary and may fail"
)]

mod files;
mod numbers;
mod office;
mod register;
mod safety;
