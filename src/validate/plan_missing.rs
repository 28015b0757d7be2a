//! There is no plan, or it has no activity.

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::Model;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    if model.plan.activities.is_empty() && !model.tables.is_empty() {
        return vec![Finding::new(Code::PlanMissing, None)];
    }
    Vec::new()
}
