//! Noun phrases: which words of a phrase decline, and how. Posts, organisations, counts and questions are all built on it.
//!
//! The head noun and the adjectives that agree with it decline; everything from the first dependent word on (a genitive, a
//! preposition, a number, quotes) stays (Русская грамматика 1980). What the tables and endings leave open is doubtful.

mod adjective;
mod agreement;
mod analysis;
mod brackets;
mod countable;
pub(crate) mod ending;
mod head;
pub(crate) mod letters;
pub(crate) mod lexicon;
mod nominal;
mod noun;
mod plural;
mod reader;
mod slot;
pub(crate) mod token;

pub(crate) use adjective::Adjective;
pub use agreement::NounGender;
pub(crate) use agreement::{Agreement, Number};
pub(crate) use countable::Countable;
pub(crate) use noun::Noun;
pub(crate) use reader::{Domain, Reader};
