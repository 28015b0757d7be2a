//! A name among those present at a meeting that no member of its council and no guest has: the minutes would leave it out.

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding, nearest};
use crate::model::{Model, Role};

pub(super) fn check(model: &Model, _: &ProductionCalendar) -> Vec<Finding> {
    let mut findings = Vec::new();
    for meeting in &model.meetings {
        let Some(council) = model.council(&meeting.council) else { continue };
        let members: Vec<String> = council
            .members
            .iter()
            .filter(|member| member.role != Role::Guest)
            .map(|member| short(&model.full_name(member.row)))
            .collect();
        let (table, row) = model.row(meeting.row);
        for name in model.attendance(meeting).unknown {
            findings.push(
                Finding::new(Code::PresentUnknown, table.location(row, "Присутствовали"))
                    .with("name", &name)
                    .with("council", &council.name)
                    .with("nearest", nearest(&name, members.iter().map(String::as_str)).unwrap_or("none")),
            );
        }
    }
    findings
}

/// «Майер Генрих Иванович» → «Майер Г.И.»: how such lists have it.
fn short(name: &str) -> String {
    let mut words = name.split_whitespace();
    let surname = words.next().unwrap_or_default().to_owned();
    let initials: Vec<String> =
        words.take(2).map(|word| word.chars().take(1).chain(['.']).collect()).collect();
    if initials.is_empty() { surname } else { format!("{surname} {}", initials.concat()) }
}
