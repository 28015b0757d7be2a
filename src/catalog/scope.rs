//! What every document of a run sees: the roots common to all kinds, computed once.

use super::councils;
use super::evidence::Evidence;
use super::meetings::{self, Quorum};
use super::periodic::ReminderSchema;
use super::report::ReportSchema;
use super::select::Seen;
use super::values::Values;
use super::{decisions, practice, publications, year_calendar};
use crate::calendar::ProductionCalendar;
use crate::model::deadline::Deadline;
use crate::model::{Model, RowRef};
use crate::value::{Data, Field, Kind, Leaf, Record, Schema, Shape, Value};
use chrono::NaiveDate;
use std::sync::Arc;

/// The common roots, and the tree that they stand in.
#[derive(Debug)]
pub struct Scope<'m> {
    /// The model.
    pub model: &'m Model,
    /// Working days.
    pub calendar: &'m ProductionCalendar,
    /// Every sheet as values.
    pub values: Values<'m>,
    /// The report's schemas.
    pub report: ReportSchema,
    pub(super) reminders: ReminderSchema,
    pub(super) roots: Vec<(Field, Value)>,
    pub(super) today: NaiveDate,
    pub(super) evidence: Vec<Evidence>,
}

/// The place of the register's number in every root record.
const NUMBER: usize = 0;
/// The place of the document's period in every root record.
const PERIOD: usize = 1;

impl<'m> Scope<'m> {
    /// The common roots of a model; `standard` is the year of the edition of ГОСТ Р 7.0.97 that papers follow.
    pub fn new(
        model: &'m Model,
        calendar: &'m ProductionCalendar,
        quorum: Quorum,
        today: NaiveDate,
        standard: &str,
    ) -> Self {
        let mut values = Values::of(model);
        add_activity_fields(&mut values, model);
        meetings::add(&mut values, model, quorum);
        decisions::add(&mut values, model, calendar);
        publications::add(&mut values, model, calendar);
        let report = ReportSchema::add(&mut values);
        let reminders = ReminderSchema::add(&mut values);
        let leaf = |name, heading, kind, value| {
            (Field::computed(name, heading, Shape::Leaf(kind)), Value::Leaf(value))
        };
        let year = Leaf::new(Data::Period(model.year.period()));
        let mut roots = vec![
            leaf("номер", "номер документа по реестру", Kind::Text, Leaf::empty(Kind::Text, None)),
            leaf("период", "период документа", Kind::Period, year.clone()),
            leaf("учебный_год", "учебный год", Kind::Text, Leaf::text(model.year.to_string())),
            leaf("сегодня", "день запуска", Kind::Date, Leaf::new(Data::Date(today))),
            leaf("гост", "редакция ГОСТ Р 7.0.97: 2016 или 2025", Kind::Text, Leaf::text(standard)),
        ];
        roots.push(plan(&mut values, model));
        roots.push(practice::root(&mut values, model));
        roots.extend(year_calendar::roots(&mut values, model));
        roots.push(councils::root(&mut values, model));
        if let Some(collection) = values.collections.get("реквизиты") {
            let row = collection.rows.first().map_or(Value::Nothing, |row| values.link(*row));
            roots.push((
                Field::computed("реквизиты", "лист «Реквизиты»", Shape::Record(collection.schema)),
                row,
            ));
        }
        // What is called off stands in no list of a paper.
        let called_off = model.called_off();
        for (name, collection) in values.collections.iter().filter(|(name, _)| *name != "реквизиты")
        {
            let heading = format!("строки листа «{name}»");
            let rows = collection.rows.iter().copied().filter(|row| !called_off.contains(row));
            roots.push((
                Field::computed(name, &heading, Shape::Records(collection.schema)),
                values.links(rows),
            ));
        }
        Self { model, calendar, values, report, reminders, roots, today, evidence: Vec::new() }
    }
}

impl Scope<'_> {
    /// What the template of a document sees; the number is the register's, where it gave one.
    pub fn root(&self, seen: &Seen, number: Option<&str>) -> Value {
        let mut values: Vec<Value> = Vec::with_capacity(self.roots.len() + 2);
        values.extend(self.roots.iter().map(|(_, value)| value.clone()));
        if let Some(number) = number {
            values[NUMBER] = Value::Leaf(Leaf::text(number));
        }
        if let Some(period) = seen.period {
            values[PERIOD] = Value::Leaf(Leaf::new(Data::Period(period)));
        }
        values.extend(seen.row.clone());
        values.extend(seen.event.map(|event| self.values.link(event)));
        Value::Record(Arc::new(Record { schema: seen.schema, values }))
    }
}

/// What an activity's row has beside its cells: its section and the days of its term.
fn add_activity_fields(values: &mut Values, model: &Model) {
    let fields = vec![
        Field::computed("раздел", "название раздела плана", Shape::Leaf(Kind::Text)),
        Field::computed("срок_начало", "первый день срока", Shape::Leaf(Kind::Date)),
        Field::computed("срок_конец", "последний день срока", Shape::Leaf(Kind::Date)),
    ];
    values.extend("мероприятия", fields, |_, row| {
        let activity = model.plan.activities.iter().find(|activity| activity.row == row);
        let date = |day: Option<NaiveDate>| {
            Value::Leaf(day.map_or_else(|| Leaf::empty(Kind::Date, None), |day| Leaf::new(Data::Date(day))))
        };
        let section = activity.map_or("", |activity| model.plan.sections[activity.section].title.as_str());
        let deadline = activity.map(|activity| &activity.deadline.value);
        vec![
            Value::Leaf(if section.is_empty() { Leaf::empty(Kind::Text, None) } else { Leaf::text(section) }),
            date(deadline.and_then(|deadline| deadline.start)),
            date(deadline.and_then(Deadline::due)),
        ]
    });
}

fn plan(values: &mut Values, model: &Model) -> (Field, Value) {
    let activity = values.schema_of("мероприятия").map_or(Shape::Leaf(Kind::Text), Shape::Records);
    let section = values.tree.add_schema(Schema {
        name: "разделы".into(),
        fields: vec![
            Field::computed("название", "название раздела плана", Shape::Leaf(Kind::Text)),
            Field::computed("мероприятия", "мероприятия раздела", activity),
        ],
        subject: Some(0),
    });
    let whole = values.tree.add_schema(Schema {
        name: "план".into(),
        fields: vec![
            Field::computed("разделы", "разделы плана по порядку", Shape::Records(section)),
            Field::computed("мероприятия", "все мероприятия по порядку", activity),
        ],
        subject: None,
    });
    let of = |wanted: Option<usize>| {
        let activities = model
            .plan
            .activities
            .iter()
            .filter(|activity| wanted.is_none_or(|wanted| activity.section == wanted));
        let rows: Vec<RowRef> = activities.map(|activity| activity.row).collect();
        values.links(rows)
    };
    let sections = model.plan.sections.iter().enumerate().map(|(index, found)| {
        let title = if found.title.is_empty() {
            Leaf::empty(Kind::Text, None)
        } else {
            Leaf::text(found.title.as_str())
        };
        let title = found.at.iter().fold(title, |title, at| title.at(at.clone()));
        Value::Record(Arc::new(Record { schema: section, values: vec![Value::Leaf(title), of(Some(index))] }))
    });
    let record = Record { schema: whole, values: vec![Value::List(sections.collect()), of(None)] };
    (Field::computed("план", "план на учебный год", Shape::Record(whole)), Value::Record(Arc::new(record)))
}
