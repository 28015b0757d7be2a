//! A deadline that does not touch the academic year of the plan.

use crate::calendar::{Period, ProductionCalendar};
use crate::diagnostic::{Code, Finding};
use crate::model::Model;
use crate::model::deadline::Kind;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    let year = model.year.period();
    let activities = model.plan.activities.iter();
    activities
        .filter(|activity| {
            let deadline = &activity.deadline.value;
            let end = deadline.due();
            let whole = end.and_then(|end| Period::new(deadline.start.unwrap_or(end), end));
            deadline.kind != Kind::Recurring && whole.is_some_and(|whole| !whole.touches(year))
        })
        .map(|activity| {
            Finding::new(Code::DeadlineOutsideYear, activity.deadline.at.clone())
                .with("text", &activity.deadline.value.text)
                .with("year", model.year)
        })
        .collect()
}
