//! The calendar of the year: meetings, events and terms of the plan, month by month.

use super::periodic::due_in;
use super::values::Values;
use crate::calendar::{Month, Period};
use crate::model::Model;
use crate::value::{Data, Field, Kind, Leaf, Record, Schema, Shape, Value};
use chrono::NaiveDate;
use std::sync::Arc;

/// How many letters of a title the wall page holds.
const LINE: usize = 100;

/// The root `календарь`: a list of months.
pub fn root(values: &mut Values, model: &Model) -> (Field, Value) {
    let text = |name, heading| Field::computed(name, heading, Shape::Leaf(Kind::Text));
    let entry = values.tree.add_schema(Schema {
        name: "записи".into(),
        fields: vec![
            Field::computed("дата", "день", Shape::Leaf(Kind::Date)),
            text("вид", "заседание, событие или срок плана"),
            text("что", "что в этот день"),
        ],
        subject: Some(2),
    });
    let month = values.tree.add_schema(Schema {
        name: "календарь".into(),
        fields: vec![
            Field::computed("месяц", "месяц", Shape::Leaf(Kind::Period)),
            Field::computed("записи", "записи месяца по дням", Shape::Records(entry)),
        ],
        subject: Some(0),
    });
    let months = Month::ending_in(model.year.period()).map(|one| {
        let records = entries(model, one.period()).into_iter().map(|(day, sort, what)| {
            let values = vec![
                Value::Leaf(Leaf::new(Data::Date(day))),
                Value::Leaf(Leaf::text(sort)),
                Value::Leaf(Leaf::text(what)),
            ];
            Value::Record(Arc::new(Record { schema: entry, values }))
        });
        let values = vec![Value::Leaf(Leaf::new(Data::Period(one.period()))), Value::List(records.collect())];
        Value::Record(Arc::new(Record { schema: month, values }))
    });
    (
        Field::computed("календарь", "календарь года по месяцам", Shape::Records(month)),
        Value::List(months.collect()),
    )
}

/// Day, sort and text of all that falls in the period, by days.
fn entries(model: &Model, period: Period) -> Vec<(NaiveDate, &'static str, String)> {
    let within = |day: Option<NaiveDate>| day.filter(|day| period.contains(*day));
    let meetings = model.meetings.iter().filter(|meeting| !meeting.is_cancelled).filter_map(|meeting| {
        Some((within(meeting.date)?, "заседание", format!("Заседание: {}", meeting.council)))
    });
    let events = model.events.iter().filter(|event| !event.is_cancelled);
    let events = events.filter_map(|event| Some((within(event.date)?, "событие", event.name.clone())));
    let terms = model.plan.activities.iter().filter_map(|activity| {
        let title = short(&activity.title.value);
        Some((due_in(activity, period)?, "срок", format!("Срок п. {} плана: {title}", activity.number.value)))
    });
    let mut all: Vec<_> = meetings.chain(events).chain(terms).collect();
    all.sort_by_key(|(day, ..)| *day);
    all
}

/// The beginning of a title that fits a line, cut between words.
fn short(title: &str) -> String {
    let title = title.trim_end_matches('.');
    let Some((end, _)) = title.char_indices().nth(LINE) else { return title.to_owned() };
    let cut = title[..end].rfind(' ').unwrap_or(end);
    format!("{}…", title[..cut].trim_end_matches([',', ':', '-', '–', ' ']))
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_long_title_is_cut_between_words() {
        assert_eq!(short("Проведение заседаний совета."), "Проведение заседаний совета");
        let long = format!("{} конец", "слово, ".repeat(16));
        let cut = short(&long);
        assert!(cut.ends_with("слово…") && cut.chars().count() <= 101, "{cut}");
    }
}
