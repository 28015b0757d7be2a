//! A deadline that is not understood: it is printed as written, and reports list it without a term.

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::Model;
use crate::model::deadline::Kind;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    let activities = model.plan.activities.iter();
    activities
        .filter(|activity| activity.deadline.value.kind == Kind::Unread)
        .map(|activity| {
            Finding::new(Code::DeadlineUnread, activity.deadline.at.clone())
                .with("text", &activity.deadline.value.text)
        })
        .collect()
}
