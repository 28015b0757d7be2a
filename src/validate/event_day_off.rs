//! A meeting or an event on a day off.

use crate::calendar::ProductionCalendar;
use crate::diagnostic::{Code, Finding};
use crate::model::Model;
use crate::russian::{Case, date};

pub(super) fn check(model: &Model, calendar: &ProductionCalendar) -> Vec<Finding> {
    let meetings = model
        .meetings
        .iter()
        .filter(|meeting| !meeting.is_cancelled)
        .map(|meeting| (meeting.date, &meeting.at));
    let events = model.events.iter().filter(|event| !event.is_cancelled).map(|event| (event.date, &event.at));
    meetings
        .chain(events)
        .filter_map(|(day, at)| Some((day?, at)))
        .filter(|(day, _)| !calendar.is_working(*day))
        .map(|(day, at)| {
            Finding::new(Code::EventDayOff, at.clone())
                .with("day", date::digits(day))
                .with("weekday", date::weekday(day, Case::Nominative))
                .with("next", date::digits(calendar.next_working(day)))
        })
        .collect()
}
