//! A quarter's report as a record: counts, lists of activities with their marks, indicators.

use super::values::Values;
use crate::analysis::{Line, Mark, Progress};
use crate::model::Model;
use crate::russian::number;
use crate::value::{Data, Field, Kind, Leaf, Record, Schema, SchemaId, Shape, Value};
use std::sync::Arc;

/// The schemas of a report and of what it lists.
#[derive(Clone, Copy, Debug)]
pub struct ReportSchema {
    report: SchemaId,
    line: SchemaId,
    indicator: SchemaId,
}

impl ReportSchema {
    /// Adds the schemas to the tree.
    pub fn add(values: &mut Values) -> Self {
        let text = |name, heading| Field::computed(name, heading, Shape::Leaf(Kind::Text));
        let count = |name, heading| Field::computed(name, heading, Shape::Leaf(Kind::Number));
        let date = |name, heading| Field::computed(name, heading, Shape::Leaf(Kind::Date));
        let line = values.tree.add_schema(Schema {
            name: "строки_отчёта".into(),
            fields: vec![
                text("номер", "№ п/п плана"),
                text("наименование", "мероприятие"),
                text("исполнители", "исполнители, как в плане"),
                text("срок", "срок по плану"),
                date("дата", "дата исполнения"),
                text("результат", "фактический результат"),
                text("подтверждение", "подтверждение"),
                text("отметка", "отметка о выполнении"),
            ],
            subject: Some(1),
        });
        let indicator = values.tree.add_schema(Schema {
            name: "показатели".into(),
            fields: vec![
                text("номер", "№ п/п плана"),
                text("показатель", "показатель"),
                count("план", "план"),
                count("факт", "факт"),
                text("процент", "факт к плану"),
            ],
            subject: Some(1),
        });
        let list = |name, heading| Field::computed(name, heading, Shape::Records(line));
        let report = values.tree.add_schema(Schema {
            name: "отчёт".into(),
            fields: vec![
                Field::computed("период", "отчётный период", Shape::Leaf(Kind::Period)),
                date("начало", "первый день периода"),
                date("конец", "последний день периода"),
                count("всего", "к исполнению: к сроку, перенесённые, регулярные"),
                count("выполнено", "выполнено"),
                count("выполнено_с_опозданием", "из них с опозданием"),
                count("в_работе", "в работе, срок не истёк"),
                count("просрочено", "срок истёк"),
                count("перенесено", "перенесено"),
                count("не_выполнено", "не выполнено"),
                count("отменено", "отменено"),
                text("доля", "доля выполненных"),
                list("к_сроку", "срок наступил в периоде"),
                list("перенесённые", "перешли с прошлых периодов"),
                list("регулярные", "регулярные"),
                list("в_течение_года", "продолжаются, срок позже"),
                list("без_срока", "без фиксированного срока"),
                Field::computed("показатели", "показатели: план и факт", Shape::Records(indicator)),
            ],
            subject: Some(0),
        });
        Self { report, line, indicator }
    }

    /// The report's own schema.
    pub const fn id(self) -> SchemaId {
        self.report
    }

    /// The report as a record.
    pub fn record(self, model: &Model, progress: &Progress) -> Value {
        let number = |count: usize| Value::Leaf(Leaf::new(Data::Number(count as f64)));
        let date = |day| Value::Leaf(Leaf::new(Data::Date(day)));
        let lines = |lines: &[Line]| Value::List(lines.iter().map(|line| self.line(model, line)).collect());
        let totals = progress.totals;
        let done = number::percent(totals.done as u64, totals.all as u64);
        let indicators = progress.indicators.iter().map(|indicator| {
            let quantity =
                |value: Option<f64>| {
                    Value::Leaf(value.map_or_else(
                        || Leaf::empty(Kind::Number, None),
                        |value| Leaf::new(Data::Number(value)),
                    ))
                };
            let share = share(indicator.actual, indicator.planned);
            let values = vec![
                text(&model.plan.activities[indicator.activity].number.value),
                text(&indicator.name),
                quantity(indicator.planned),
                quantity(indicator.actual),
                text(&share),
            ];
            Value::Record(Arc::new(Record { schema: self.indicator, values }))
        });
        let values = vec![
            Value::Leaf(Leaf::new(Data::Period(progress.period))),
            date(progress.period.start()),
            date(progress.period.end()),
            number(totals.all),
            number(totals.done),
            number(totals.done_late),
            number(totals.in_progress),
            number(totals.overdue),
            number(totals.postponed),
            number(totals.not_done),
            number(totals.cancelled),
            text(&done),
            lines(&progress.due),
            lines(&progress.carried_over),
            lines(&progress.recurring),
            lines(&progress.ongoing),
            lines(&progress.without_term),
            Value::List(indicators.collect()),
        ];
        Value::Record(Arc::new(Record { schema: self.report, values }))
    }

    fn line(self, model: &Model, line: &Line) -> Value {
        let activity = &model.plan.activities[line.activity];
        let (table, row) = model.row(activity.row);
        let values = vec![
            text(&activity.number.value),
            text(&activity.title.value),
            text(&table.cell(row, "Исполнители").printed()),
            text(&activity.deadline.value.text),
            Value::Leaf(
                line.date.map_or_else(|| Leaf::empty(Kind::Date, None), |date| Leaf::new(Data::Date(date))),
            ),
            text(&line.result),
            text(&line.evidence),
            text(&mark_text(line.mark)),
        ];
        Value::Record(Arc::new(Record { schema: self.line, values }))
    }
}

/// Fact to plan in percent; empty where either is unknown or the plan is nothing.
pub fn share(actual: Option<f64>, planned: Option<f64>) -> String {
    // Indicators may be fractions: thousandths are kept.
    let whole = |value: f64| (value * 1000.0).round() as u64;
    match (actual, planned) {
        (Some(actual), Some(planned)) if planned > 0.0 && actual >= 0.0 => {
            number::percent(whole(actual), whole(planned))
        }
        _ => String::new(),
    }
}

fn text(text: &str) -> Value {
    Value::Leaf(if text.is_empty() { Leaf::empty(Kind::Text, None) } else { Leaf::text(text) })
}

/// The mark in words, as papers have it.
pub fn mark_text(mark: Mark) -> String {
    let days = |count: i64| {
        let count = count.unsigned_abs();
        format!("{count}\u{a0}{}", number::agree(count, "рабочий день", "рабочих дня", "рабочих дней"))
    };
    match mark {
        Mark::Done => "выполнено".to_owned(),
        Mark::DoneLate(late) if late > 0 => format!("выполнено с опозданием на {}", days(late)),
        Mark::DoneLate(_) => "выполнено с опозданием".to_owned(),
        Mark::InProgress => "в работе".to_owned(),
        Mark::Overdue(late) if late > 0 => format!("просрочено на {}", days(late)),
        Mark::Overdue(_) => "просрочено".to_owned(),
        Mark::Postponed => "перенесено".to_owned(),
        Mark::NotDone => "не выполнено".to_owned(),
        Mark::Cancelled => "отменено".to_owned(),
        Mark::Planned => "предстоит".to_owned(),
    }
}
