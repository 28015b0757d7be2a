//! A council that meets without a chair or a secretary, or that no column of «Участники» holds.

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::{Model, Role, key};
use std::collections::BTreeSet;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen = BTreeSet::new();
    for meeting in model.meetings.iter().filter(|meeting| !meeting.council.is_empty()) {
        if !seen.insert(key::fold(&meeting.council)) {
            continue;
        }
        let Some(council) = model.council(&meeting.council) else {
            findings.push(
                Finding::new(Code::CouncilUnknown, meeting.at.clone()).with("council", &meeting.council),
            );
            continue;
        };
        for (role, name) in [(Role::Chair, "chair"), (Role::Secretary, "secretary")] {
            if council.first(role).is_none() {
                let finding = Finding::new(Code::CouncilIncomplete, council.at.clone());
                findings.push(finding.with("council", &council.name).with("role", name));
            }
        }
    }
    findings
}
