//! A number of the plan stands twice.

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::Model;
use std::collections::BTreeMap;

/// An activity whose number another one has.
pub(super) struct Duplicate {
    /// The activity to be renumbered.
    index: usize,
    /// The one that keeps the number.
    other: usize,
    /// The number to give it.
    pub proposal: String,
}

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    let of = |duplicate: Duplicate| {
        let activity = &model.plan.activities[duplicate.index];
        let other = model.row(model.plan.activities[duplicate.other].row).1.row + 1;
        Finding::new(Code::PlanNumberDuplicate, activity.number.at.clone())
            .with("number", &activity.number.value)
            .with("other", other)
            .with("proposal", duplicate.proposal)
    };
    duplicates(model).into_iter().map(of).collect()
}

/// Every activity whose number stands already, and the number to give it. Of two, it is the later one, but the earlier where that
/// leaves a gap before it: in 3.3, 3.5, 3.5 the first 3.5 was meant to be 3.4.
pub(super) fn duplicates(model: &Model) -> Vec<Duplicate> {
    let activities = &model.plan.activities;
    let number = |index: usize| activities.get(index).map_or("", |activity| activity.number.value.as_str());
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for index in (0..activities.len()).filter(|index| !number(*index).is_empty()) {
        let Some(earlier) = first.get(number(index)).copied() else {
            first.insert(number(index), index);
            continue;
        };
        let skipped = earlier.checked_sub(1).and_then(|before| between(number(before), number(earlier)));
        found.push(match skipped.filter(|skipped| is_free(model, skipped)) {
            Some(proposal) => Duplicate { index: earlier, other: index, proposal },
            None => Duplicate { index, other: earlier, proposal: proposal(model, number(index)) },
        });
    }
    found
}

/// The one number between two of a section: 3.4 of 3.3 and 3.5.
fn between(before: &str, after: &str) -> Option<String> {
    let (head, last) = before.rsplit_once('.')?;
    let (next_head, next) = after.rsplit_once('.')?;
    let (last, next): (u32, u32) = (last.parse().ok()?, next.parse().ok()?);
    (head == next_head && last.checked_add(2) == Some(next)).then(|| format!("{head}.{}", last + 1))
}

fn is_free(model: &Model, number: &str) -> bool {
    model.plan.numbered(number).next().is_none()
}

/// The next number of the same section that no activity has: after 3.3 twice, 3.4.
fn proposal(model: &Model, number: &str) -> String {
    let (head, last) = number.rsplit_once('.').map_or(("", number), |(head, last)| (head, last));
    let start: u32 = last.parse().unwrap_or(0);
    let written = |next: u32| if head.is_empty() { next.to_string() } else { format!("{head}.{next}") };
    (start.saturating_add(1)..=u32::MAX).map(written).find(|text| is_free(model, text)).unwrap_or_default()
}
