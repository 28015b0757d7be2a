//! A number that the plan leaves out: 2.2 after which comes 2.4.

use super::plan_number_duplicate::duplicates;
use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::Model;
use std::collections::{BTreeMap, BTreeSet};

/// A longer gap is no slip: another part of the plan is in other hands.
const MOST: u32 = 9;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    // A duplicate's proposal fills its own gap: one slip is one finding.
    let proposed: BTreeSet<String> =
        duplicates(model).into_iter().map(|duplicate| duplicate.proposal).collect();
    let mut sections: BTreeMap<&str, BTreeMap<u32, usize>> = BTreeMap::new();
    for (index, activity) in model.plan.activities.iter().enumerate() {
        if let Some((head, last)) = split(&activity.number.value) {
            sections.entry(head).or_default().entry(last).or_insert(index);
        }
    }
    let mut findings = Vec::new();
    for (head, numbers) in sections {
        // A lone number may be an extract of a plan: nothing says that others are missing.
        let is_alone = numbers.len() == 1;
        let mut before = if is_alone { numbers.keys().next().copied().unwrap_or(0) } else { 0 };
        for (last, index) in numbers {
            let missing: Vec<String> = (before + 1..last)
                .take(MOST as usize + 1)
                .map(|number| if head.is_empty() { number.to_string() } else { format!("{head}.{number}") })
                .filter(|number| !proposed.contains(number))
                .collect();
            if !missing.is_empty() && last - before <= MOST {
                let activity = &model.plan.activities[index];
                findings.push(
                    Finding::new(Code::PlanNumberGap, activity.number.at.clone())
                        .with("number", &activity.number.value)
                        .with("missing", missing.join(", ")),
                );
            }
            before = last;
        }
    }
    findings
}

/// «2.10» as its section and its last number; nothing where the last part is no number.
fn split(number: &str) -> Option<(&str, u32)> {
    let (head, last) = number.rsplit_once('.').unwrap_or(("", number));
    Some((head, last.parse().ok()?))
}
