//! A year in a small office through the program itself: what is put off, called off, added, renamed, signed, spoiled, due, interrupted.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test stands in for the secretary and may fail"
)]

mod cases;
mod due;
mod office;
mod papers;
mod privacy;
mod property;
mod register;
mod signals;
