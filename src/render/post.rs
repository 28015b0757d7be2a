//! Envelopes and labels: whom and where, as the records that their templates see.

use crate::catalog::Postal;
use crate::russian::address::PostalAddress;
use crate::value::{Field, Kind, Leaf, Record, Schema, SchemaId, Shape, Tree, Value};
use std::sync::Arc;

/// What the template of envelopes sees: `отправитель` and `конверты`.
pub fn envelopes((name, address): &(String, PostalAddress), to: &[Postal]) -> (Tree<'static>, Value) {
    let mut tree = Tree::default();
    let one = addressee(&mut tree);
    let sender = tree.add_schema(Schema {
        name: "отправитель".into(),
        fields: vec![
            word("имя", "кто отправляет"),
            word("адрес", "улица и дом, населённый пункт"),
            word("индекс", "шесть цифр"),
        ],
        subject: None,
    });
    let root = tree.add_schema(Schema {
        name: "конверты".into(),
        fields: vec![
            Field::computed("отправитель", "кто отправляет", Shape::Record(sender)),
            Field::computed("конверты", "по одному на получателя", Shape::Records(one)),
        ],
        subject: None,
    });
    let own =
        vec![text(name), text(&address.lines.join(", ")), text(address.index.as_deref().unwrap_or_default())];
    let own = Value::Record(Arc::new(Record { schema: sender, values: own }));
    let all = to.iter().map(|to| value(to, one)).collect();
    (tree, Record { schema: root, values: vec![own, Value::List(all)] }.into())
}

/// What the template of labels sees: `ряды`, each with its labels by their places from the left.
pub fn labels(places: &[&str], to: &[Postal]) -> (Tree<'static>, Value) {
    let mut tree = Tree::default();
    let one = addressee(&mut tree);
    let fields = places.iter().map(|place| Field::computed(place, "наклейка", Shape::Record(one)));
    let row = tree.add_schema(Schema { name: "ряды".into(), fields: fields.collect(), subject: None });
    let root = tree.add_schema(Schema {
        name: "наклейки".into(),
        fields: vec![Field::computed("ряды", "ряды наклеек", Shape::Records(row))],
        subject: None,
    });
    let rows = to.chunks(places.len().max(1)).map(|chunk| {
        let own = (0..places.len()).map(|place| chunk.get(place).map_or(Value::Nothing, |to| value(to, one)));
        Value::Record(Arc::new(Record { schema: row, values: own.collect() }))
    });
    let rows = Value::List(rows.collect());
    (tree, Record { schema: root, values: vec![rows] }.into())
}

fn addressee(tree: &mut Tree) -> SchemaId {
    tree.add_schema(Schema {
        name: "получатель".into(),
        fields: vec![
            word("кому", "имя, организация, должность: строками"),
            word("куда", "улица и дом, населённый пункт: строками"),
            word("индекс", "шесть цифр"),
        ],
        subject: None,
    })
}

/// What does not fit is told by the cell of the address.
fn value(to: &Postal, schema: SchemaId) -> Value {
    let name = match &to.at {
        Some(at) => Value::Leaf(Leaf::text(to.name.as_str()).at(at.clone())),
        None => text(&to.name),
    };
    let index = to.address.index.as_deref().unwrap_or_default();
    Value::Record(Arc::new(Record {
        schema,
        values: vec![name, text(&to.address.lines.join("\n")), text(index)],
    }))
}

fn word(name: &str, heading: &str) -> Field {
    Field::computed(name, heading, Shape::Leaf(Kind::Text))
}

fn text(text: &str) -> Value {
    Value::Leaf(if text.is_empty() { Leaf::empty(Kind::Text, None) } else { Leaf::text(text) })
}
