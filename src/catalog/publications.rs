//! How soon after its event each material was published, in working days (line 3.3 of the plan asks for one day).

use super::values::Values;
use crate::calendar::ProductionCalendar;
use crate::model::join::Join;
use crate::model::{Model, RowRef};
use crate::value::{Data, Field, Kind, Leaf, Shape, Value};
use chrono::NaiveDate;

/// Adds `рабочих_дней` to the rows of «Публикации»: empty where the event or the day of publication is not known.
pub(super) fn add(values: &mut Values, model: &Model, calendar: &ProductionCalendar) {
    let field = Field::computed(
        "рабочих_дней",
        "сколько рабочих дней прошло от события до публикации",
        Shape::Leaf(Kind::Number),
    );
    values.extend("публикации", vec![field], |_, row| {
        let days = published(model, row).zip(event_day(model, row));
        vec![Value::Leaf(days.map_or_else(
            || Leaf::empty(Kind::Number, None),
            |(published, event)| {
                Leaf::new(Data::Number(calendar.working_days_between(event, published) as f64))
            },
        ))]
    });
}

fn published(model: &Model, at: RowRef) -> Option<NaiveDate> {
    let (table, row) = model.row(at);
    table.cell(row, "Дата публикации").day()
}

/// The day of the event that the row names.
fn event_day(model: &Model, at: RowRef) -> Option<NaiveDate> {
    let named = |join: &&Join| join.table == at.table && join.target == "события";
    let event =
        model.joins.all().iter().filter(named).find_map(|join| join.rows.get(at.row).copied().flatten())?;
    model.events.iter().find(|found| found.row == event)?.date
}
