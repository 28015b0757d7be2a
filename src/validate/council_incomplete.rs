//! A council that meets without a chair, a secretary or a quorum, or that no column of «Участники» holds.

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::{Model, Role, key};
use std::collections::BTreeSet;

/// Chair, secretary and one member: with fewer there is no one to decide together, whatever share of them the quorum is.
const FEWEST: usize = 3;

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
        let voting = council.voting().count();
        if voting < FEWEST {
            let finding = Finding::new(Code::CouncilWithoutQuorum, council.at.clone());
            findings.push(finding.with("council", &council.name).with("count", voting));
        }
    }
    findings
}
