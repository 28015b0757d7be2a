//! Rules: one file, one code, one test each. A rule looks at the model and says what a person should mend.

mod council_incomplete;
mod deadline_outside_year;
mod deadline_unread;
mod event_day_off;
mod evidence_missing;
mod executor_unknown;
mod form_doubtful;
mod gender_unknown;
mod key_dangling;
mod look_alike;
mod mentor_without_organisation;
mod person_written_twice;
mod plan_missing;
mod plan_number_duplicate;
mod plan_number_gap;
mod quotes_unbalanced;
mod texts;
mod weekday_wrong;

use crate::calendar::ProductionCalendar;
use crate::diagnostic::Finding;
use crate::model::Model;

/// A rule: what it finds in a model.
type Rule = fn(&Model, &ProductionCalendar) -> Vec<Finding>;

const RULES: &[Rule] = &[
    plan_missing::check,
    plan_number_duplicate::check,
    plan_number_gap::check,
    deadline_unread::check,
    deadline_outside_year::check,
    weekday_wrong::check,
    quotes_unbalanced::check,
    look_alike::check,
    key_dangling::check,
    executor_unknown::check,
    mentor_without_organisation::check,
    evidence_missing::check,
    council_incomplete::check,
    event_day_off::check,
    gender_unknown::check,
    form_doubtful::check,
    person_written_twice::check,
];

/// Everything that all rules find.
pub fn all(model: &Model, calendar: &ProductionCalendar) -> Vec<Finding> {
    RULES.iter().flat_map(|rule| rule(model, calendar)).collect()
}
