//! A number of the plan stands twice.

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::Model;
use std::collections::BTreeMap;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    let activities = &model.plan.activities;
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut findings = Vec::new();
    for (index, activity) in
        activities.iter().enumerate().filter(|(_, activity)| !activity.number.value.is_empty())
    {
        let number = activity.number.value.as_str();
        let Some(earlier) = first.get(number) else {
            first.insert(number, index);
            continue;
        };
        let other = model.row(activities[*earlier].row).1.row + 1;
        let finding = Finding::new(Code::PlanNumberDuplicate, activity.number.at.clone());
        findings.push(
            finding.with("number", number).with("other", other).with("proposal", proposal(model, number)),
        );
    }
    findings
}

/// The next number of the same section that no activity has: after 3.3 twice, 3.4.
fn proposal(model: &Model, number: &str) -> String {
    let (head, last) = number.rsplit_once('.').map_or(("", number), |(head, last)| (head, last));
    let start: u32 = last.parse().unwrap_or(0);
    let written = |next: u32| if head.is_empty() { next.to_string() } else { format!("{head}.{next}") };
    let is_taken = |text: &str| model.plan.numbered(text).next().is_some();
    (start + 1..=u32::MAX).map(written).find(|text| !is_taken(text)).unwrap_or_default()
}
