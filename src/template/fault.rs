//! What stops a tag while a document is made.

use crate::location::Location;

/// Why a tag cannot be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The field is empty; its cell, where it has one.
    Empty(Option<Location>),
    /// The person's gender is not known.
    Gender(Option<Location>),
    /// The value is of a kind that the helper cannot work on.
    Kind,
    /// The text is longer than the page has room for.
    TooLong {
        /// Its cell.
        at: Option<Location>,
        /// Its length, characters.
        length: usize,
        /// The greatest length that fits, characters.
        most: usize,
    },
    /// There is no such field.
    NoField,
}
