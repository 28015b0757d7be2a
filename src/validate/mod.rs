//! Rules: one file, one code, one test each. A rule looks at the model and says what a person should mend.

mod council_incomplete;
mod deadline_outside_year;
mod deadline_unread;
mod decision_term_early;
mod event_day_off;
mod evidence_missing;
mod executor_unknown;
mod form_doubtful;
mod gender_unknown;
mod key_dangling;
mod look_alike;
mod meeting_unknown;
mod mentor_without_organisation;
mod person_written_twice;
mod plan_missing;
mod plan_number_duplicate;
mod plan_number_gap;
mod present_unknown;
mod quotes_unbalanced;
mod slips;
mod texts;
mod votes_wrong;
mod weekday_wrong;

use crate::calendar::ProductionCalendar;
use crate::diagnostic::Finding;
use crate::model::Model;
use rayon::prelude::*;

/// A rule: what it finds in a model.
pub type Rule = fn(&Model, &ProductionCalendar) -> Vec<Finding>;

/// Every rule, by the name of its file.
pub const RULES: &[(&str, Rule)] = &[
    ("plan_missing", plan_missing::check),
    ("plan_number_duplicate", plan_number_duplicate::check),
    ("plan_number_gap", plan_number_gap::check),
    ("deadline_unread", deadline_unread::check),
    ("deadline_outside_year", deadline_outside_year::check),
    ("weekday_wrong", weekday_wrong::check),
    ("quotes_unbalanced", quotes_unbalanced::check),
    ("look_alike", look_alike::check),
    ("key_dangling", key_dangling::check),
    ("executor_unknown", executor_unknown::check),
    ("mentor_without_organisation", mentor_without_organisation::check),
    ("evidence_missing", evidence_missing::check),
    ("council_incomplete", council_incomplete::check),
    ("meeting_unknown", meeting_unknown::check),
    ("present_unknown", present_unknown::check),
    ("votes_wrong", votes_wrong::check),
    ("decision_term_early", decision_term_early::check),
    ("event_day_off", event_day_off::check),
    ("gender_unknown", gender_unknown::check),
    ("form_doubtful", form_doubtful::check),
    ("person_written_twice", person_written_twice::check),
];

/// Everything that all rules find, in their order; they run side by side.
pub fn all(model: &Model, calendar: &ProductionCalendar) -> Vec<Finding> {
    RULES.par_iter().flat_map_iter(|(_, rule)| rule(model, calendar)).collect()
}
