//! What a meeting's papers see beside its row: the council's people, the agenda, the quorum.

use super::values::Values;
use crate::analysis;
use crate::calendar::Period;
use crate::model::{Council, Meeting, Model, Role, RowRef};
use crate::russian::{collation, question};
use crate::value::{Data, Field, Kind, Leaf, Record, Schema, SchemaId, Shape, Value};
use std::sync::Arc;

/// How many members make a meeting competent (кворум), by the council's own regulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Quorum {
    /// At least a half.
    Half,
    /// At least two thirds.
    TwoThirds,
    /// More than a half.
    #[default]
    MoreThanHalf,
}

impl Quorum {
    /// The least number of members present, of `members`.
    pub const fn needed(self, members: usize) -> usize {
        match self {
            Self::Half => members.div_ceil(2),
            Self::TwoThirds => (2 * members).div_ceil(3),
            Self::MoreThanHalf => members / 2 + 1,
        }
    }
}

/// Adds to each meeting's row what its papers need.
pub fn add(values: &mut Values, model: &Model, quorum: Quorum) {
    let (Some(people), Some(own)) = (values.schema_of("участники"), values.schema_of("заседания"))
    else {
        return;
    };
    // The cell's text gives way to the questions that it holds.
    for field in values.tree.schema_mut(own).fields.iter_mut().filter(|field| *field.name == *"повестка")
    {
        field.name = "повестка_текстом".into();
    }
    let question = values.tree.add_schema(Schema {
        name: "вопросы".into(),
        fields: vec![
            Field::computed("номер", "номер вопроса по порядку", Shape::Leaf(Kind::Number)),
            Field::computed("вопрос", "вопрос повестки: «О …»", Shape::Leaf(Kind::Text)),
            Field::computed("докладчик", "докладчик", Shape::Leaf(Kind::Text)),
            Field::computed("пункт", "номер строки плана", Shape::Leaf(Kind::Text)),
            Field::computed("срок", "срок по плану", Shape::Leaf(Kind::Text)),
        ],
        subject: Some(1),
    });
    let record = |name, heading| Field::computed(name, heading, Shape::Record(people));
    let list = |name, heading, schema| Field::computed(name, heading, Shape::Records(schema));
    let fields = vec![
        record("председатель", "председатель совета"),
        record("заместитель", "заместитель председателя"),
        record("секретарь", "секретарь совета"),
        list("члены", "члены совета с голосом, кроме председателя и секретаря, по алфавиту", people),
        list("состав", "все с голосом, председатель первым", people),
        Field::computed("гости", "приглашённые, строка на каждого", Shape::Leaves(Kind::Text)),
        list("вопросы", "вопросы с листа «Заседания»", question),
        list("вопросы_плана", "мероприятия плана, срок которых наступает к заседанию", question),
        list("повестка", "все вопросы по порядку", question),
        Field::computed("всего_членов", "членов совета с голосом", Shape::Leaf(Kind::Number)),
        Field::computed("кворум", "сколько нужно для правомочности", Shape::Leaf(Kind::Number)),
    ];
    values.extend("заседания", fields, |values, row| {
        let meeting = model.meetings.iter().find(|meeting| meeting.row == row);
        meeting.map(|meeting| of_meeting(values, model, meeting, question, quorum)).unwrap_or_default()
    });
}

fn of_meeting(
    values: &Values,
    model: &Model,
    meeting: &Meeting,
    question: SchemaId,
    quorum: Quorum,
) -> Vec<Value> {
    let council = model.council(&meeting.council);
    let first = |role| {
        council
            .and_then(|council| council.first(role))
            .map_or(Value::Nothing, |member| values.link(member.row))
    };
    let (members, all) =
        council.map(|council| (members(model, council), everyone(model, council))).unwrap_or_default();
    let voting = council.map_or(0, |council| council.voting().count());
    let own: Vec<Value> = meeting
        .questions
        .iter()
        .enumerate()
        .map(|(index, asked)| item(question, index + 1, &asked.text, &asked.speaker, None))
        .collect();
    let planned: Vec<Value> = due_by(model, meeting)
        .into_iter()
        .enumerate()
        .map(|(index, activity)| {
            let activity = &model.plan.activities[activity];
            let text = question::agenda(&activity.title.value).text;
            let plan = Some((activity.number.value.as_str(), activity.deadline.value.text.as_str()));
            item(question, own.len() + index + 1, &text, "", plan)
        })
        .collect();
    let whole = own.iter().chain(&planned).cloned().collect();
    let number = |count: usize| Value::Leaf(Leaf::new(Data::Number(count as f64)));
    vec![
        first(Role::Chair),
        first(Role::Deputy),
        first(Role::Secretary),
        values.links(members),
        values.links(all),
        Value::List(meeting.guests.iter().map(|guest| Value::Leaf(Leaf::text(guest.as_str()))).collect()),
        Value::List(own.into()),
        Value::List(planned.into()),
        Value::List(whole),
        number(voting),
        number(quorum.needed(voting)),
    ]
}

fn item(schema: SchemaId, number: usize, text: &str, speaker: &str, plan: Option<(&str, &str)>) -> Value {
    let (point, term) = plan.unwrap_or_default();
    let text_of = |text: &str| {
        Value::Leaf(if text.is_empty() { Leaf::empty(Kind::Text, None) } else { Leaf::text(text) })
    };
    let number = Value::Leaf(Leaf::new(Data::Number(number as f64)));
    Value::Record(Arc::new(Record {
        schema,
        values: vec![number, text_of(text), text_of(speaker), text_of(point), text_of(term)],
    }))
}

/// Voting members but the chair and the secretary, by Russian collation.
fn members(model: &Model, council: &Council) -> Vec<RowRef> {
    let plain = council.voting().filter(|member| !matches!(member.role, Role::Chair | Role::Secretary));
    sorted(model, plain.map(|member| member.row).collect())
}

/// All voting members: the chair, the deputies, the secretary, then the others by Russian collation.
fn everyone(model: &Model, council: &Council) -> Vec<RowRef> {
    let of = |role| {
        sorted(
            model,
            council.members.iter().filter(|member| member.role == role).map(|member| member.row).collect(),
        )
    };
    [Role::Chair, Role::Deputy, Role::Secretary, Role::Member].into_iter().flat_map(of).collect()
}

/// People by Russian collation.
pub(super) fn sorted(model: &Model, mut rows: Vec<RowRef>) -> Vec<RowRef> {
    let name = |at: RowRef| {
        let (table, row) = model.row(at);
        table.cell(row, "ФИО").printed()
    };
    rows.sort_by(|a, b| collation::compare(&name(*a), &name(*b)));
    rows
}

/// The activities that fall due between the council's last meeting and this one, those left out whose executor is another council.
fn due_by(model: &Model, meeting: &Meeting) -> Vec<usize> {
    let Some(date) = meeting.date else { return Vec::new() };
    let same = model.meetings.iter().filter(|other| other.is_of(&meeting.council) && !other.is_cancelled);
    let before = same.filter_map(|other| other.date).filter(|other| *other < date).max();
    let start = before.and_then(|before| before.succ_opt()).unwrap_or_else(|| model.year.period().start());
    let Some(period) = Period::new(start, date) else { return Vec::new() };
    let names_another = |executor: &String| {
        model
            .councils
            .iter()
            .any(|council| !meeting.is_of(&council.name) && mentions(executor, &council.name))
            && !mentions(executor, &meeting.council)
    };
    analysis::due_by(model, period)
        .filter(|activity| !model.plan.activities[*activity].executors.iter().all(names_another))
        .collect()
}

/// Whether an executor's text names the council, whatever its case: «Председатель Экспертного совета», «Экспертный совет кластера».
fn mentions(executor: &str, council: &str) -> bool {
    let stem = |word: &str| word.to_lowercase().chars().take(6).collect::<String>();
    let words: Vec<String> = executor.split_whitespace().map(stem).collect();
    council
        .split_whitespace()
        .filter(|word| word.chars().count() > 5)
        .map(stem)
        .all(|wanted| words.contains(&wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quorum_follows_the_regulation() {
        for (quorum, members, needed) in [
            (Quorum::Half, 15, 8),
            (Quorum::Half, 14, 7),
            (Quorum::MoreThanHalf, 14, 8),
            (Quorum::MoreThanHalf, 15, 8),
            (Quorum::TwoThirds, 15, 10),
            (Quorum::TwoThirds, 14, 10),
        ] {
            assert_eq!(quorum.needed(members), needed, "{quorum:?} of {members}");
        }
    }

    #[test]
    fn an_executor_names_a_council_in_any_case() {
        assert!(mentions("Председатель Экспертного совета", "Экспертный совет"));
        assert!(!mentions("Председатель Координационного совета", "Экспертный совет"));
    }
}
