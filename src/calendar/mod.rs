//! Working days, periods, and the Russian words for them. Of ours, it imports only the letters of `russian`.

mod academic_year;
mod half_year;
mod holiday_rule;
mod month;
pub mod period;
pub mod phrase;
mod production;
mod quarter;
mod transfers;

pub use academic_year::{AcademicYear, AcademicYearEnd};
pub use half_year::{Half, HalfYear};
pub use holiday_rule::{HolidayRule, HolidayRuleError};
pub use month::Month;
pub use period::{Period, PeriodError};
pub use production::{ProductionCalendar, Week};
pub use quarter::Quarter;
pub use transfers::{CalendarError, Transfers};

use chrono::NaiveDate;

/// The years that the module's types can hold; papers know no others, and every date in them exists.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;

/// The day of parts that a type has already checked; the first day of 1970 for parts that are none.
fn day_of_checked(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}
