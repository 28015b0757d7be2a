//! Two executors in one cell with nothing between them: «Руководитель ведущей ПОО кластера Участники Кластера».

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::Model;
use crate::model::key;
use std::collections::BTreeSet;

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    let activities = &model.plan.activities;
    // What stands alone in another cell is an executor; two of them in a row are glued.
    let alone: BTreeSet<String> = activities
        .iter()
        .flat_map(|activity| &activity.executors)
        .map(|executor| key::fold(executor))
        .filter(|executor| executor.contains(' '))
        .collect();
    let mut findings = Vec::new();
    for activity in activities {
        for executor in &activity.executors {
            if let Some((first, second)) = parts(executor, &alone) {
                let finding = Finding::new(Code::ExecutorsGlued, activity.executors_at.clone());
                findings.push(finding.with("first", first).with("second", second));
            }
        }
    }
    findings
}

/// The two known executors that the text is, glued.
fn parts<'a>(text: &'a str, alone: &BTreeSet<String>) -> Option<(&'a str, &'a str)> {
    text.match_indices(char::is_whitespace)
        .map(|(at, _)| text.split_at(at))
        .map(|(first, second)| (first.trim(), second.trim()))
        .find(|(first, second)| {
            second.starts_with(char::is_uppercase)
                && alone.contains(&key::fold(first))
                && alone.contains(&key::fold(second))
        })
}
