//! Documents that time itself asks for: a quarter's and a year's report, a month's reminder to each executor.

use super::kind::Kind;
use super::report::ReportSchema;
use super::scope::Scope;
use super::select::{Selection, When};
use super::values::Values;
use crate::analysis;
use crate::calendar::{Month, Period, Quarter};
use crate::model::{Activity, Status, key};
use crate::russian::{Case, date};
use crate::value::{Data, Field, Kind as Sort, Leaf, Record, Schema, SchemaId, Shape, Value};
use chrono::NaiveDate;
use std::sync::Arc;

/// Quarters that end in the academic year.
pub const QUARTERS: &str = "кварталы";
/// The academic year.
pub const YEAR: &str = "год";
/// For each month and each executor what is due.
pub const REMINDERS: &str = "напоминания";
/// All of them.
pub const ALL: [&str; 3] = [QUARTERS, YEAR, REMINDERS];

/// The schemas of reminders.
#[derive(Clone, Copy, Debug)]
pub struct ReminderSchema {
    reminder: SchemaId,
    task: SchemaId,
}

impl ReminderSchema {
    /// Adds the schemas to the tree.
    pub fn add(values: &mut Values) -> Self {
        let text = |name, heading| Field::computed(name, heading, Shape::Leaf(Sort::Text));
        let task = values.tree.add_schema(Schema {
            name: "дела".into(),
            fields: vec![
                text("номер", "№ п/п плана; у поручения – пусто"),
                text("что", "мероприятие или поручение"),
                Field::computed("срок", "последний день срока", Shape::Leaf(Sort::Date)),
                text("результат", "ожидаемый результат"),
            ],
            subject: Some(1),
        });
        let reminder = values.tree.add_schema(Schema {
            name: REMINDERS.into(),
            fields: vec![
                text("исполнитель", "исполнитель, как в плане"),
                Field::computed("месяц", "месяц", Shape::Leaf(Sort::Period)),
                Field::computed("начало", "первый день месяца", Shape::Leaf(Sort::Date)),
                Field::computed("дела", "что в этом месяце к сроку", Shape::Records(task)),
            ],
            subject: Some(0),
        });
        Self { reminder, task }
    }
}

/// One document: for whom, its own key, the day that anchors it, its period, its record.
struct Item {
    recipient: String,
    key: String,
    anchor: NaiveDate,
    period: Period,
    value: Value,
}

impl Scope<'_> {
    /// The schema of the records of a collection that time makes.
    pub(super) fn periodic_schema(&self, collection: &str) -> Option<SchemaId> {
        match collection {
            QUARTERS | YEAR => Some(self.report.id()),
            REMINDERS => Some(self.reminders.reminder),
            _ => None,
        }
    }

    /// The documents of a kind that time asks for.
    pub(super) fn periodic(&self, kind: &Kind<'_>, collection: &str, when: When, selection: &mut Selection) {
        // Without a plan there is nothing to report on.
        if self.model.plan.activities.is_empty() {
            return;
        }
        let whole = self.model.year.period();
        let span = match when {
            When::In(period) => period,
            When::Year | When::Due(_) => whole,
        };
        let keys = self.items(collection, whole).into_iter().map(|item| self.key(kind.entry, &item.key));
        selection.keys.get_or_insert_default().extend(keys);
        for item in self.items(collection, span) {
            if matches!(when, When::Due(_)) && !self.is_wanted(kind.entry, item.anchor, when) {
                continue;
            }
            let recipient = (item.recipient, item.key, None);
            self.add(kind, recipient, item.anchor, (Some(item.value), None, Some(item.period)), selection);
        }
    }

    fn items(&self, collection: &str, span: Period) -> Vec<Item> {
        let report = |period: Period| {
            let progress = self.progress(period);
            self.report_record(&progress)
        };
        match collection {
            QUARTERS => Quarter::ending_in(span)
                .map(|quarter| {
                    let (year, number) = (quarter.year(), quarter.number() as u8);
                    let label = date::quarter(year, number, Case::Nominative, date::Style::Roman);
                    let (recipient, period) = (label.replace('\u{a0}', " "), quarter.period());
                    let key = quarter.to_string();
                    Item { recipient, key, anchor: period.end(), period, value: report(period) }
                })
                .collect(),
            YEAR => {
                let period = self.model.year.period();
                let recipient = format!("{} учебный год", self.model.year);
                let item =
                    Item { recipient, key: YEAR.into(), anchor: period.end(), period, value: report(period) };
                Some(item).filter(|_| span.contains(period.end())).into_iter().collect()
            }
            _ => Month::ending_in(span).flat_map(|month| self.reminders_of(month)).collect(),
        }
    }

    fn report_record(&self, progress: &analysis::Progress) -> Value {
        let report: ReportSchema = self.report;
        report.record(self.model, progress)
    }

    /// A reminder for each executor who has something due in the month, in the order of the plan.
    fn reminders_of(&self, month: Month) -> Vec<Item> {
        let period = month.period();
        let mut tasks: Vec<(String, Vec<Value>)> = Vec::new();
        let mut give = |executor: &str, task: Value| {
            let own = key::fold(executor);
            match tasks.iter_mut().find(|(known, _)| key::fold(known) == own) {
                Some((_, list)) => list.push(task),
                None => tasks.push((executor.to_owned(), vec![task])),
            }
        };
        for (index, activity) in self.model.plan.activities.iter().enumerate() {
            let Some(day) = due_in(activity, period).filter(|_| !self.is_closed(index, period.start()))
            else {
                continue;
            };
            for executor in &activity.executors {
                let texts = [&activity.number.value, &activity.title.value, &activity.result.value];
                give(executor, self.task(texts, day));
            }
        }
        for decision in self.model.decisions.iter().filter(|decision| decision.is_assignment()) {
            let is_open = decision.done.is_none_or(|done| done >= period.start());
            if let Some(day) = decision.due.filter(|day| period.contains(*day) && is_open) {
                let (table, row) = self.model.row(decision.row);
                let what = table.cell(row, "Решение").printed();
                give(&decision.executor, self.task([&String::new(), &what, &decision.council], day));
            }
        }
        let item = |(executor, tasks): (String, Vec<Value>)| Item {
            key: format!("{}|{}", period.start().format("%Y-%m"), key::fold(&executor)),
            recipient: executor.clone(),
            anchor: period.start(),
            period,
            value: Value::Record(Arc::new(Record {
                schema: self.reminders.reminder,
                values: vec![
                    Value::Leaf(Leaf::text(executor)),
                    Value::Leaf(Leaf::new(Data::Period(period))),
                    Value::Leaf(Leaf::new(Data::Date(period.start()))),
                    Value::List(tasks.into()),
                ],
            })),
        };
        tasks.into_iter().map(item).collect()
    }

    fn task(&self, [number, what, result]: [&String; 3], day: NaiveDate) -> Value {
        let text = |text: &String| {
            Value::Leaf(if text.is_empty() {
                Leaf::empty(Sort::Text, None)
            } else {
                Leaf::text(text.as_str())
            })
        };
        let values = vec![text(number), text(what), Value::Leaf(Leaf::new(Data::Date(day))), text(result)];
        Value::Record(Arc::new(Record { schema: self.reminders.task, values }))
    }

    /// Whether the sheet says that the activity was done or called off before that day.
    fn is_closed(&self, activity: usize, before: NaiveDate) -> bool {
        let is_recurring = self.model.plan.activities[activity].deadline.value.recurrence.is_some();
        !is_recurring
            && self.model.executions.iter().any(|row| {
                row.activity == Some(activity)
                    && matches!(row.status, Some(Status::Done | Status::Cancelled))
                    && row.date.is_some_and(|date| date < before)
            })
    }
}

/// The last day of a term, or of one of its occurrences, that lies in the period.
pub(super) fn due_in(activity: &Activity, period: Period) -> Option<NaiveDate> {
    let deadline = &activity.deadline.value;
    if deadline.recurrence.is_some() {
        let occurrences = deadline.occurrences(period);
        return occurrences.into_iter().map(Period::end).find(|day| period.contains(*day));
    }
    deadline.due().filter(|day| period.contains(*day))
}
