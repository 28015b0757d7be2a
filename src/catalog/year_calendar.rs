//! The calendar of the year: meetings, events and terms of the plan, month by month.

use super::periodic::due_in;
use super::values::Values;
use crate::calendar::{Month, Period};
use crate::model::{Activity, Model};
use crate::value::{Data, Field, Kind, Leaf, Record, Schema, Shape, Value};
use chrono::{Datelike as _, NaiveDate, NaiveTime, Weekday};
use std::sync::Arc;

/// How many letters of a title the wall page holds.
const LINE: usize = 100;

/// How many months stand side by side on the wall page.
const IN_ROW: [&str; 4] = ["первый", "второй", "третий", "четвёртый"];

/// The roots `календарь`, a list of months, and `календарь_рядами`, the same four in a row.
pub fn roots(values: &mut Values, model: &Model) -> [(Field, Value); 2] {
    let text = |name, heading| Field::computed(name, heading, Shape::Leaf(Kind::Text));
    let entry = values.tree.add_schema(Schema {
        name: "записи".into(),
        fields: vec![
            Field::computed("дата", "день", Shape::Leaf(Kind::Date)),
            text("день", "день коротко: 15, ср"),
            text("вид", "заседание, событие или срок плана"),
            text("что", "что в этот день"),
        ],
        subject: Some(3),
    });
    let month = values.tree.add_schema(Schema {
        name: "календарь".into(),
        fields: vec![
            Field::computed("месяц", "месяц", Shape::Leaf(Kind::Period)),
            Field::computed("записи", "записи месяца по дням", Shape::Records(entry)),
        ],
        subject: Some(0),
    });
    let fields = IN_ROW.map(|name| Field::computed(name, "месяц ряда", Shape::Record(month)));
    let row = values.tree.add_schema(Schema {
        name: "календарь_рядами".into(),
        fields: fields.to_vec(),
        subject: None,
    });
    let months: Vec<Value> = Month::ending_in(model.year.period())
        .map(|one| {
            let records = entries(model, one.period()).into_iter().map(|(day, sort, what)| {
                let values = vec![
                    Value::Leaf(Leaf::new(Data::Date(day))),
                    Value::Leaf(Leaf::text(format!("{},\u{a0}{}", day.day(), weekday(day)))),
                    Value::Leaf(Leaf::text(sort)),
                    Value::Leaf(Leaf::text(what)),
                ];
                Value::Record(Arc::new(Record { schema: entry, values }))
            });
            let values =
                vec![Value::Leaf(Leaf::new(Data::Period(one.period()))), Value::List(records.collect())];
            Value::Record(Arc::new(Record { schema: month, values }))
        })
        .collect();
    let rows = months.chunks(IN_ROW.len()).map(|months| {
        let mut values = months.to_vec();
        values.resize(IN_ROW.len(), Value::Nothing);
        Value::Record(Arc::new(Record { schema: row, values }))
    });
    let rows = Value::List(rows.collect());
    [
        (
            Field::computed("календарь", "календарь года по месяцам", Shape::Records(month)),
            Value::List(months.into()),
        ),
        (Field::computed("календарь_рядами", "то же по четыре месяца в ряд", Shape::Records(row)), rows),
    ]
}

/// «ср».
fn weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        Weekday::Mon => "пн",
        Weekday::Tue => "вт",
        Weekday::Wed => "ср",
        Weekday::Thu => "чт",
        Weekday::Fri => "пт",
        Weekday::Sat => "сб",
        Weekday::Sun => "вс",
    }
}

/// The last days of the terms of the plan that fall in the academic year, each with its activity's place, in the order of the plan.
pub fn terms(model: &Model) -> impl Iterator<Item = (usize, NaiveDate)> + '_ {
    let activities = model.plan.activities.iter().enumerate();
    activities.flat_map(|(place, activity)| {
        let months = Month::ending_in(model.year.period());
        months.filter_map(move |month| Some((place, due_in(activity, month.period())?)))
    })
}

/// Day, sort and text of all that falls in the period, by days.
fn entries(model: &Model, period: Period) -> Vec<(NaiveDate, &'static str, String)> {
    let within = |day: Option<NaiveDate>| day.filter(|day| period.contains(*day));
    let at =
        |time: Option<NaiveTime>| time.map(|time| time.format(", %H.%M").to_string()).unwrap_or_default();
    let meetings = model.meetings.iter().filter(|meeting| !meeting.is_cancelled).filter_map(|meeting| {
        let what = format!("Заседание: {}{}", meeting.council, at(meeting.time));
        Some((within(meeting.date)?, "заседание", what))
    });
    let events = model.events.iter().filter(|event| !event.is_cancelled);
    let events = events.filter_map(|event| {
        Some((within(event.date)?, "событие", format!("{}{}", event.name, at(event.time))))
    });
    let terms = model
        .plan
        .activities
        .iter()
        .filter_map(|activity| Some((due_in(activity, period)?, "срок", term_title(activity))));
    let mut all: Vec<_> = meetings.chain(events).chain(terms).collect();
    all.sort_by_key(|(day, ..)| *day);
    all
}

/// «Срок п. 2.8 плана: Организация чествования …».
pub fn term_title(activity: &Activity) -> String {
    let number = activity.number.value.trim_end_matches('.');
    let place = if number.is_empty() {
        "Срок плана".to_owned()
    } else {
        format!("Срок п.\u{a0}{number} плана")
    };
    format!("{place}: {}", short(&activity.title.value))
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
