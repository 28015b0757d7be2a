//! A decision of a meeting that «Заседания» does not have: no minutes would hold it.

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::Model;
use crate::russian::date;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    // Without the sheet there is nothing to compare with.
    if model.meetings.is_empty() {
        return Vec::new();
    }
    let dated = model.decisions.iter().filter_map(|decision| Some((decision, decision.date?)));
    let lost = dated.filter(|(decision, _)| !model.meetings.iter().any(|meeting| decision.is_of(meeting)));
    lost.map(|(decision, day)| {
        let own = model.meetings.iter().filter(|meeting| meeting.is_of(&decision.council));
        let nearest =
            own.filter_map(|meeting| meeting.date).min_by_key(|other| (*other - day).num_days().abs());
        Finding::new(Code::MeetingUnknown, decision.at.clone())
            .with("council", &decision.council)
            .with("day", date::digits(day))
            .with("nearest", nearest.map_or_else(|| "none".to_owned(), date::digits))
    })
    .collect()
}
