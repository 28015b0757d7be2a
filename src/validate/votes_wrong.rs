//! Votes that are not as many as the members who were present.

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::Model;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    let mut findings = Vec::new();
    for meeting in model.meetings.iter().filter(|meeting| !meeting.present.is_empty()) {
        let attendance = model.attendance(meeting);
        // A name that is nobody's may yet turn out to be a member's; its own finding tells of it.
        let most = attendance.present.len() + attendance.unknown.len();
        let possible = attendance.present.len() as f64..=most as f64;
        for decision in model.decisions.iter().filter(|decision| decision.is_of(meeting)) {
            let votes: f64 = decision.votes.map_or(0.0, |votes| votes.iter().sum());
            if decision.votes.is_none() || most == 0 || possible.contains(&votes) {
                continue;
            }
            let (table, row) = model.row(decision.row);
            findings.push(
                Finding::new(Code::VotesWrong, table.location(row, "За"))
                    .with("votes", votes)
                    .with("present", attendance.present.len()),
            );
        }
    }
    findings
}
