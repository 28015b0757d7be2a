//! The sorts of deadlines.

/// The sort of a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// One day, or «не позднее» a day.
    Date,
    /// Days that are no whole months.
    DateRange,
    /// A month.
    Month,
    /// Several months.
    MonthRange,
    /// One or more quarters.
    Quarter,
    /// A half of a year.
    HalfYear,
    /// One or more calendar years.
    Year,
    /// An academic year.
    AcademicYear,
    /// Again and again.
    Recurring,
    /// By another paper: a plan, a schedule, an order.
    External,
    /// By an event or a need.
    OnDemand,
    /// All the time.
    Continuous,
    /// Several terms, or a term and a rule.
    Compound,
    /// Not understood; printed as written.
    Unread,
}

impl Kind {
    /// The name that machine-readable output uses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::DateRange => "date_range",
            Self::Month => "month",
            Self::MonthRange => "month_range",
            Self::Quarter => "quarter",
            Self::HalfYear => "half_year",
            Self::Year => "year",
            Self::AcademicYear => "academic_year",
            Self::Recurring => "recurring",
            Self::External => "external",
            Self::OnDemand => "on_demand",
            Self::Continuous => "continuous",
            Self::Compound => "compound",
            Self::Unread => "unread",
        }
    }
}
