//! A small tree of values for the targets: leaves of every kind, a list, an empty list, a key.

use pisar::value::{Data, Field, Kind, Leaf, Person, Record, Schema, SchemaId, Shape, Tree, Value};
use std::sync::Arc;

/// The tree, a root record and its schema.
pub fn values() -> (Tree<'static>, Value, SchemaId) {
    let mut tree = Tree::default();
    let leaf = |name, kind| Field::computed(name, name, Shape::Leaf(kind));
    let row = tree.add_schema(Schema {
        name: "люди".into(),
        fields: vec![leaf("имя", Kind::Person), leaf("пост", Kind::Post), leaf("раздел", Kind::Text)],
        subject: Some(0),
    });
    let fields = vec![
        leaf("название", Kind::Text),
        leaf("пусто", Kind::Text),
        leaf("число", Kind::Number),
        leaf("деньги", Kind::Money),
        leaf("да_нет", Kind::Flag),
        Field::computed("люди", "люди", Shape::Records(row)),
        Field::computed("никто", "никто", Shape::Records(row)),
        Field::computed("ключ", "ключ", Shape::Key(Kind::Organisation, row)),
        Field::computed("слова", "слова", Shape::Leaves(Kind::Text)),
    ];
    let root = tree.add_schema(Schema { name: "корень".into(), fields, subject: None });
    let one = |name: &str, post: &str, section: &str| Record {
        schema: row,
        values: vec![
            Value::Leaf(Leaf::new(Data::Person(Arc::new(Person { name: name.into(), gender: None })))),
            Value::Leaf(Leaf::new(Data::Post(post.into()))),
            Value::Leaf(Leaf::text(section)),
        ],
    };
    let anna = one("Иванова Анна Петровна", "мастер", "А");
    let pyotr = one("Петров Пётр", "", "Б");
    let linked = tree.add_row(anna.clone());
    let record = Record {
        schema: root,
        values: vec![
            Value::Leaf(Leaf::text("<w:p/> & {{имя}}\nдве\tтри")),
            Value::Leaf(Leaf::empty(Kind::Text, None)),
            Value::Leaf(Leaf::new(Data::Number(21.5))),
            Value::Leaf(Leaf::new(Data::Money(123_450))),
            Value::Leaf(Leaf::new(Data::Flag(true))),
            Value::List([Value::Record(anna.into()), Value::Record(pyotr.into())].into()),
            Value::List([].into()),
            Value::Key(Leaf::new(Data::Organisation("ООО «Заря»".into())), linked),
            Value::List([Value::Leaf(Leaf::text("а")), Value::Leaf(Leaf::text("б"))].into()),
        ],
    };
    (tree, Value::from(record), root)
}
