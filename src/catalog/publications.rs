//! What a report on information support sees: by which day the plan wants each event told of, and how late it was.

use super::values::Values;
use crate::calendar::ProductionCalendar;
use crate::model::deadline::Side;
use crate::model::{Model, RowRef};
use crate::value::{Data, Field, Kind, Leaf, Shape, Value};
use chrono::NaiveDate;

/// Adds to the rows of «Публикации» and «События» the day by which news had to stand, and to publications their lateness.
pub fn add(values: &mut Values, model: &Model, calendar: &ProductionCalendar) {
    let mut rules = model.plan.activities.iter().filter_map(|activity| activity.deadline.value.event_rule);
    let rule = rules.find(|rule| rule.side == Side::After);
    let term = |row: RowRef| {
        let event = model.events.iter().find(|event| event.row == row && !event.is_cancelled)?;
        Some(rule?.due(event.date?, calendar))
    };
    let of_publication = |row: RowRef| {
        let named =
            model.joins.all().iter().find(|join| join.table == row.table && join.target == "события")?;
        let term = term((*named.rows.get(row.row)?)?)?;
        let (table, cells) = model.row(row);
        let published = table.cell(cells, "Дата публикации").day();
        Some((term, published.map(|day| calendar.working_days_between(term, day).max(0))))
    };
    extend(values, term, of_publication);
}

fn extend(
    values: &mut Values,
    of_event: impl Fn(RowRef) -> Option<NaiveDate>,
    of_publication: impl Fn(RowRef) -> Option<(NaiveDate, Option<i64>)>,
) {
    let date = |day: Option<NaiveDate>| {
        Value::Leaf(day.map_or_else(|| Leaf::empty(Kind::Date, None), |day| Leaf::new(Data::Date(day))))
    };
    let term =
        Field::computed("срок_размещения", "к какому дню о событии надо рассказать", Shape::Leaf(Kind::Date));
    values.extend("события", vec![term.clone()], |_, row| vec![date(of_event(row))]);
    let late = Field::computed("опоздание", "на сколько рабочих дней позже срока", Shape::Leaf(Kind::Number));
    values.extend("публикации", vec![term, late], |_, row| {
        let found = of_publication(row);
        let late = found.and_then(|(_, late)| late);
        vec![
            date(found.map(|(term, _)| term)),
            Value::Leaf(late.map_or_else(
                || Leaf::empty(Kind::Number, None),
                |late| Leaf::new(Data::Number(late as f64)),
            )),
        ]
    });
}
