//! placeholder
use chrono::NaiveDate;
/// p
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// s
    pub start: NaiveDate,
    /// e
    pub end: NaiveDate,
}
