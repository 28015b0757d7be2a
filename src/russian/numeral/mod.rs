//! Numbers in words: cardinals and ordinals in all cases, and counts of anything (Русская грамматика 1980; Розенталь).

mod cardinal;
mod count;
mod ordinal;

pub use cardinal::cardinal;
pub use count::{count_digits, count_words, forms};
pub use ordinal::ordinal;
