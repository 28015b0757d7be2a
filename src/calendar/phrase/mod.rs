//! Periods in Russian words: «15 марта 2023 г.», «II–III кварталы», «с сентября по май», «третья декада мая».
//!
//! A text is cut into tokens that no spelling habit disturbs (no-break spaces, kinds of dashes, ё, letters of the other
//! alphabet); a small recursive-descent grammar reads them; years that the words leave out are filled in last, by the
//! academic year.

mod cursor;
mod named;
mod point;
mod shape;
mod token;
mod weekday;
pub mod word;

pub use cursor::Cursor;
pub use named::{Named, Resolved, ends, named_period, resolve_list};
pub use point::{Point, point, year};
pub use shape::{Grain, Nth, Shape, YearWritten};
pub use token::{Gap, Lexeme, Token, tokens};
pub use weekday::{WrongWeekday, wrong_weekday};
