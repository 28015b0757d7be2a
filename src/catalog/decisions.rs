//! What a meeting's papers see after it: who was present, each question with what was said and decided, and assignments still open.

use super::values::Values;
use crate::calendar::ProductionCalendar;
use crate::model::decision::Decision;
use crate::model::{Attendance, Meeting, Model, RowRef, key};
use crate::value::{Data, Field, Kind, Leaf, Record, Schema, SchemaId, Shape, Value};
use std::borrow::Cow;
use std::sync::Arc;

/// Adds to the rows of «Решения» and of «Заседания» what the minutes, extracts and control of assignments need.
pub fn add(values: &mut Values, model: &Model, calendar: &ProductionCalendar) {
    let (Some(people), Some(meetings), Some(decisions)) =
        (values.schema_of("участники"), values.schema_of("заседания"), values.schema_of("решения"))
    else {
        return;
    };
    add_to_decisions(values, model, calendar, meetings, decisions);
    let question = values.tree.add_schema(Schema {
        name: "ход".into(),
        fields: vec![
            Field::computed("номер", "номер вопроса по порядку", Shape::Leaf(Kind::Number)),
            Field::computed("вопрос", "вопрос повестки: «О …»", Shape::Leaf(Kind::Text)),
            Field::computed("докладчик", "докладчик", Shape::Leaf(Kind::Text)),
            Field::computed("выступили", "кто выступил, строка на каждого", Shape::Leaves(Kind::Text)),
            Field::computed("решения", "решения по вопросу", Shape::Records(decisions)),
            Field::computed("за", "голосов «за»", Shape::Leaf(Kind::Number)),
            Field::computed("против", "голосов «против»", Shape::Leaf(Kind::Number)),
            Field::computed("воздержались", "воздержались", Shape::Leaf(Kind::Number)),
            Field::computed("единогласно", "все «за»", Shape::Leaf(Kind::Flag)),
        ],
        subject: Some(1),
    });
    let list = |name, heading, schema| Field::computed(name, heading, Shape::Records(schema));
    let fields = vec![
        list("ход", "вопросы по порядку: кто выступил, что решили, как голосовали", question),
        list("принятые", "решения заседания", decisions),
        list("на_контроле", "поручения прежних заседаний совета, не исполненные к этому", decisions),
        list("присутствовавшие", "кто присутствовал из членов совета с голосом", people),
        list("отсутствовавшие", "кто отсутствовал из членов совета с голосом", people),
        Field::computed("присутствует", "сколько членов присутствовало", Shape::Leaf(Kind::Number)),
        Field::computed("правомочно", "есть ли кворум", Shape::Leaf(Kind::Flag)),
    ];
    values.extend("заседания", fields, |values, row| {
        let meeting = model.meetings.iter().find(|meeting| meeting.row == row);
        meeting.map(|meeting| of_meeting(values, model, meeting, question)).unwrap_or_default()
    });
}

/// A decision's row opens its meeting, knows its number in the minutes, and finds the executor's other ones of that meeting.
fn add_to_decisions(
    values: &mut Values,
    model: &Model,
    calendar: &ProductionCalendar,
    meetings: SchemaId,
    decisions: SchemaId,
) {
    let numbers = numbers(values, model);
    let fields = vec![
        Field::computed("номер", "номер решения в протоколе: 1.2", Shape::Leaf(Kind::Text)),
        Field::computed("строка_заседания", "заседание, на котором принято", Shape::Record(meetings)),
        Field::computed("это_поручение", "есть исполнитель и срок", Shape::Leaf(Kind::Flag)),
        Field::computed(
            "первое_исполнителю",
            "первое поручение исполнителю на заседании",
            Shape::Leaf(Kind::Flag),
        ),
        Field::computed(
            "исполнителю",
            "все поручения исполнителю на этом заседании",
            Shape::Records(decisions),
        ),
        Field::computed(
            "опоздание",
            "на сколько рабочих дней позже срока исполнено",
            Shape::Leaf(Kind::Number),
        ),
    ];
    values.extend("решения", fields, |values, row| {
        let Some(decision) = model.decisions.iter().find(|decision| decision.row == row) else {
            return Vec::new();
        };
        let meeting = model.meetings.iter().find(|meeting| decision.is_of(meeting));
        let number = numbers.iter().find(|(of, _)| *of == row).map(|(_, number)| number.as_str());
        let his: Vec<RowRef> = assignments(model)
            .filter(|other| {
                other.date == decision.date
                    && key::fold(&other.council) == key::fold(&decision.council)
                    && key::fold(&other.executor) == key::fold(&decision.executor)
            })
            .map(|other| other.row)
            .collect();
        let late = decision
            .due
            .zip(decision.done)
            .map(|(due, done)| calendar.working_days_between(calendar.next_working(due), done).max(0));
        vec![
            Value::Leaf(number.map_or_else(|| Leaf::empty(Kind::Text, None), Leaf::text)),
            meeting.map_or(Value::Nothing, |meeting| values.link(meeting.row)),
            flag(decision.is_assignment()),
            flag(decision.is_assignment() && his.first() == Some(&row)),
            values.links(his),
            late.map_or_else(|| Value::Leaf(Leaf::empty(Kind::Number, None)), |late| number_of(late as f64)),
        ]
    });
}

fn of_meeting(values: &Values, model: &Model, meeting: &Meeting, schema: SchemaId) -> Vec<Value> {
    let of_it: Vec<&Decision> = model.decisions.iter().filter(|decision| decision.is_of(meeting)).collect();
    let open = assignments(model).filter(|decision| {
        let taken = decision.date.zip(meeting.date).is_some_and(|(taken, now)| taken < now);
        let is_open = decision.done.is_none_or(|done| meeting.date.is_some_and(|now| done > now));
        taken && is_open && meeting.is_of(&decision.council)
    });
    let Attendance { present, absent, .. } = model.attendance(meeting);
    let quorum = field(values, &values.link(meeting.row), "кворум").and_then(|value| match value {
        Value::Leaf(Leaf { data: Data::Number(number), .. }) => Some(number),
        _ => None,
    });
    let course = course(values, model, meeting).into_iter();
    let course =
        course.map(|(number, text, speaker, own)| question(values, schema, (number, &text, speaker), &own));
    let count = present.len() as f64;
    vec![
        Value::List(course.collect()),
        values.links(of_it.iter().map(|decision| decision.row)),
        values.links(open.map(|decision| decision.row)),
        values.links(present),
        values.links(absent),
        number_of(count),
        flag(count > 0.0 && quorum.is_some_and(|quorum| count >= quorum)),
    ]
}

fn question(
    values: &Values,
    schema: SchemaId,
    (number, text, speaker): (usize, &str, Value),
    own: &[&Decision],
) -> Value {
    let said = own.iter().flat_map(|decision| &decision.discussion);
    let votes = own.iter().find_map(|decision| decision.votes);
    let vote = |place: usize| {
        votes.map_or_else(|| Value::Leaf(Leaf::empty(Kind::Number, None)), |votes| number_of(votes[place]))
    };
    let reporter = own.iter().find(|decision| !decision.speaker.is_empty());
    let values = vec![
        number_of(number as f64),
        Value::Leaf(Leaf::text(text)),
        reporter.map_or(speaker, |decision| Value::Leaf(Leaf::text(decision.speaker.as_str()))),
        Value::List(said.map(|line| Value::Leaf(Leaf::text(line.as_str()))).collect()),
        values.links(own.iter().map(|decision| decision.row)),
        vote(0),
        vote(1),
        vote(2),
        flag(votes.is_some_and(|[_, against, abstained]| against + abstained == 0.0)),
    ];
    Value::Record(Arc::new(Record { schema, values }))
}

/// The number of each decision in its minutes: the question's, then its own.
fn numbers(values: &Values, model: &Model) -> Vec<(RowRef, String)> {
    let mut numbers = Vec::new();
    for meeting in &model.meetings {
        for (number, _, _, own) in course(values, model, meeting) {
            numbers.extend((1..).zip(own).map(|(at, decision)| (decision.row, format!("{number}.{at}"))));
        }
    }
    numbers
}

/// Number, text, speaker and decisions of each question: the agenda's, then those that only «Решения» has, so that no decision is lost.
fn course<'m>(
    values: &Values,
    model: &'m Model,
    meeting: &Meeting,
) -> Vec<(usize, String, Value, Vec<&'m Decision>)> {
    let mut left: Vec<&Decision> =
        model.decisions.iter().filter(|decision| decision.is_of(meeting)).collect();
    let mut course = Vec::new();
    for (number, text, speaker) in agenda(values, meeting.row) {
        let (own, others) = left.into_iter().partition(|decision| decision.answers(number, &text));
        left = others;
        course.push((number, text, speaker, own));
    }
    while let Some(first) = left.first() {
        let text = first.question.trim_end_matches('.').to_owned();
        let (own, others) = left
            .into_iter()
            .partition(|decision| key::fold(decision.question.trim_end_matches('.')) == key::fold(&text));
        left = others;
        course.push((course.len() + 1, text, Value::Nothing, own));
    }
    course
}

/// Number, text and speaker of each question of a meeting's agenda.
fn agenda(values: &Values, meeting: RowRef) -> Vec<(usize, String, Value)> {
    let Some(Value::List(questions)) = field(values, &values.link(meeting), "повестка") else {
        return Vec::new();
    };
    let text = |question: &Value| match field(values, question, "вопрос") {
        Some(Value::Leaf(Leaf { data: Data::Text(text), .. })) => text.to_string(),
        _ => String::new(),
    };
    let speaker = |question: &Value| field(values, question, "докладчик").unwrap_or(Value::Nothing);
    let questions = questions.iter();
    (1..).zip(questions).map(|(number, question)| (number, text(&question), speaker(&question))).collect()
}

fn field(values: &Values<'_>, record: &Value, name: &str) -> Option<Value> {
    values.tree.get(record, name).map(Cow::into_owned)
}

fn assignments(model: &Model) -> impl Iterator<Item = &Decision> {
    model.decisions.iter().filter(|decision| decision.is_assignment())
}

fn flag(holds: bool) -> Value {
    Value::Leaf(Leaf::new(Data::Flag(holds)))
}

fn number_of(number: f64) -> Value {
    Value::Leaf(Leaf::new(Data::Number(number)))
}
