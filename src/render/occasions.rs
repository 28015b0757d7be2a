//! Meetings and events as occasions of a calendar.

use super::calendar_file::Occasion;
use crate::catalog::{term_title, terms};
use crate::model::{Model, RowRef, key};
use sha2::{Digest as _, Sha256};

/// Every meeting and every event that has a day, with its row; what is cancelled too.
pub fn of_model(model: &Model) -> Vec<(RowRef, Occasion)> {
    let text = |row: RowRef, heading: &str| {
        let (table, row) = model.row(row);
        Some(table.cell(row, heading).printed()).filter(|text| !text.is_empty())
    };
    // The day that was announced first: what is put off stays the same occasion.
    let first_day = |row: RowRef| {
        let (table, row) = model.row(row);
        table.cell(row, "Дата").day().map(|day| day.to_string()).unwrap_or_default()
    };
    let is_moved = |row: RowRef| {
        let (table, row) = model.row(row);
        table.cell(row, "Перенесено на").day().is_some()
    };
    let meetings = model.meetings.iter().filter_map(|meeting| {
        let questions = meeting.questions.iter().enumerate();
        let agenda: Vec<String> =
            questions.map(|(place, question)| format!("{}. {}", place + 1, question.text)).collect();
        let occasion = Occasion {
            uid: uid(&[&key::fold(&meeting.council), &first_day(meeting.row)]),
            title: format!("Заседание: {}", meeting.council),
            place: text(meeting.row, "Место"),
            text: Some(agenda.join("\n")).filter(|agenda| !agenda.is_empty()),
            day: meeting.date?,
            time: meeting.time,
            is_moved: is_moved(meeting.row),
            is_cancelled: meeting.is_cancelled,
        };
        Some((meeting.row, occasion))
    });
    let events = model.events.iter().filter_map(|event| {
        let occasion = Occasion {
            uid: uid(&[&key::fold(&event.name), &first_day(event.row)]),
            title: event.name.clone(),
            place: text(event.row, "Место"),
            text: None,
            day: event.date?,
            time: event.time,
            is_moved: is_moved(event.row),
            is_cancelled: event.is_cancelled,
        };
        Some((event.row, occasion))
    });
    meetings.chain(events).collect()
}

/// All of the year: meetings, events and the terms of the plan; in the order of their days.
pub fn of_year(model: &Model) -> Vec<Occasion> {
    let mut all: Vec<Occasion> = of_model(model).into_iter().map(|(_, occasion)| occasion).collect();
    let mut known: Vec<usize> = Vec::new();
    for (place, day) in terms(model) {
        let activity = &model.plan.activities[place];
        // Which of a recurring activity's terms it is; a term that moves stays the same occasion.
        let count = known.iter().filter(|one| **one == place).count();
        known.push(place);
        let text =
            [("Исполнители", activity.executors.join("; ")), ("Результат", activity.result.value.clone())];
        let text = text.into_iter().filter(|(_, text)| !text.is_empty());
        let text: Vec<String> = text.map(|(label, text)| format!("{label}: {text}")).collect();
        all.push(Occasion {
            uid: uid(&[
                &model.year.to_string(),
                &activity.number.value,
                &key::fold(&activity.title.value),
                &count.to_string(),
            ]),
            title: term_title(activity),
            place: None,
            text: Some(text.join("\n")).filter(|text| !text.is_empty()),
            day,
            time: None,
            is_moved: false,
            is_cancelled: false,
        });
    }
    all.sort_by_key(|occasion| (occasion.day, occasion.time));
    all
}

/// An id that says nothing of what it names: calendars pass it on.
fn uid(pieces: &[&str]) -> String {
    let hash = Sha256::digest(pieces.join("\0"));
    let id = hash.iter().take(16).fold(0_u128, |id, byte| id << 8 | u128::from(*byte));
    format!("{id:032x}@pisar.invalid")
}
