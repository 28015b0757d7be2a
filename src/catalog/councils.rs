//! The councils and working groups with their members, as every document sees them: `составы`.

use super::meetings::sorted;
use super::values::Values;
use crate::model::{Council, Model, Role};
use crate::value::{Data, Field, Kind, Leaf, Record, Schema, Shape, Value};
use std::sync::Arc;

/// The root: a record a council, in the order of the columns; its members by role, then by Russian collation.
pub fn root(values: &mut Values, model: &Model) -> (Field, Value) {
    let people = values.schema_of("участники").map_or(Shape::Leaf(Kind::Person), Shape::Record);
    let member = values.tree.add_schema(Schema {
        name: "члены состава".into(),
        fields: vec![
            Field::computed("участник", "строка листа «Участники»", people),
            Field::computed(
                "роль",
                "председатель, заместитель, секретарь, член, приглашённый",
                Shape::Leaf(Kind::Text),
            ),
        ],
        subject: Some(0),
    });
    let council = values.tree.add_schema(Schema {
        name: "составы".into(),
        fields: vec![
            Field::computed("название", "совет или группа: заголовок столбца", Shape::Leaf(Kind::Text)),
            Field::computed("это_группа", "рабочая группа, а не совет", Shape::Leaf(Kind::Flag)),
            Field::computed("члены", "все по ролям, затем по алфавиту", Shape::Records(member)),
        ],
        subject: Some(0),
    });
    let of = |found: &Council| {
        let members = ROLES.iter().flat_map(|(role, word)| {
            let rows = found.members.iter().filter(|member| member.role == *role).map(|member| member.row);
            let rows = sorted(model, rows.collect());
            rows.into_iter().map(|row| vec![values.link(row), Value::Leaf(Leaf::text(*word))])
        });
        let members: Vec<Value> =
            members.map(|values| Value::Record(Arc::new(Record { schema: member, values }))).collect();
        let is_group = found.name.to_lowercase().contains("групп");
        let values = vec![
            Value::Leaf(Leaf::text(found.name.as_str())),
            Value::Leaf(Leaf::new(Data::Flag(is_group))),
            Value::List(members.into()),
        ];
        Value::Record(Arc::new(Record { schema: council, values }))
    };
    let all = model.councils.iter().map(of).collect();
    (Field::computed("составы", "советы и рабочие группы", Shape::Records(council)), Value::List(all))
}

/// The roles in the order in which a paper lists them.
const ROLES: [(Role, &str); 5] = [
    (Role::Chair, "председатель"),
    (Role::Deputy, "заместитель"),
    (Role::Secretary, "секретарь"),
    (Role::Member, "член"),
    (Role::Guest, "приглашённый"),
];
