//! Workbook templates: tags in cells, rows that repeat, what follows them, what is refused.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails loudly and makes its own files"
)]

mod cells;
mod follow;
mod refused;

use pisar::template::Template;
use pisar::value::{Data, Field, Kind, Leaf, Record, Schema, SchemaId, Shape, Tree, Value};
use rust_xlsxwriter::Workbook;
use std::io::{Cursor, Read as _};
use std::sync::Arc;

/// Three practice sites of two towns, with places, fees and dates.
fn values() -> (Tree<'static>, Value, SchemaId) {
    let mut tree = Tree::default();
    let leaf = |name, kind| Field::computed(name, name, Shape::Leaf(kind));
    let site = tree.add_schema(Schema {
        name: "базы".into(),
        fields: vec![
            leaf("имя", Kind::Text),
            leaf("мест", Kind::Number),
            leaf("плата", Kind::Money),
            leaf("с", Kind::Date),
            leaf("код", Kind::Text),
        ],
        subject: Some(0),
    });
    let town = tree.add_schema(Schema {
        name: "города".into(),
        fields: vec![leaf("город", Kind::Text), Field::computed("базы", "базы", Shape::Records(site))],
        subject: Some(0),
    });
    let root = tree.add_schema(Schema {
        name: "корень".into(),
        fields: vec![
            leaf("название", Kind::Text),
            leaf("год", Kind::Text),
            leaf("число", Kind::Number),
            leaf("пусто", Kind::Text),
            Field::computed("базы", "базы", Shape::Records(site)),
            Field::computed("города", "города", Shape::Records(town)),
            Field::computed("никто", "никто", Shape::Records(site)),
        ],
        subject: None,
    });
    let record = |schema, values| Value::Record(Arc::new(Record { schema, values }));
    let one = |name: &str, places: f64, fee: i64, day: u32| {
        let date = chrono::NaiveDate::from_ymd_opt(2023, 3, day).unwrap();
        let numbers = [Data::Number(places), Data::Money(fee), Data::Date(date)];
        let mut values = vec![Value::Leaf(Leaf::text(name))];
        values.extend(numbers.map(|data| Value::Leaf(Leaf::new(data))));
        values.push(Value::Leaf(Leaf::text("=1+1")));
        record(site, values)
    };
    let sites = [one("Заря", 10.0, 100_050, 1), one("Маяк", 20.0, 200_000, 2), one("Луч", 30.0, 300_000, 3)];
    let towns = [
        record(town, vec![Value::Leaf(Leaf::text("Томск")), Value::List(sites[..2].to_vec().into())]),
        record(town, vec![Value::Leaf(Leaf::text("Омск")), Value::List(sites[2..].to_vec().into())]),
    ];
    let values = vec![
        Value::Leaf(Leaf::text("=A1 <b> & {{имя}}\n_x0041_")),
        Value::Leaf(Leaf::text("2022/2023")),
        Value::Leaf(Leaf::new(Data::Number(2.5))),
        Value::Leaf(Leaf::empty(Kind::Text, None)),
        Value::List(sites.to_vec().into()),
        Value::List(towns.into()),
        Value::List([].into()),
    ];
    (tree, Value::from(Record { schema: root, values }), root)
}

/// A template's bytes, drawn by `draw`.
fn drawn(draw: impl FnOnce(&mut Workbook) -> Result<(), rust_xlsxwriter::XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    draw(&mut workbook).unwrap();
    workbook.save_to_buffer().unwrap()
}

/// What a template makes, checked against the fields first; twice, to see that both are the same.
fn filled(template: &[u8]) -> Vec<u8> {
    let (tree, record, root) = values();
    let template = Template::compile("t.xlsx", template).unwrap();
    assert_eq!(template.lint(&tree, root), []);
    let bytes = template.renderer().render(&tree, &record).unwrap();
    assert_eq!(template.renderer().render(&tree, &record).unwrap(), bytes);
    bytes
}

/// A part's text.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// What stands between two texts, the first time.
fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("no {start} in {text}"));
    rest.split_once(end).unwrap().0
}

/// The content of every cell that holds something, by its place: `A1=…`; styles apart.
fn cells(sheet: &str) -> Vec<String> {
    let data = between(sheet, "<sheetData>", "</sheetData>").replace(" xml:space=\"preserve\"", "");
    let cells = data.split("<c r=\"").skip(1).filter_map(|cell| {
        let (place, rest) = cell.split_once('"')?;
        let (_, inner) = rest.split_once('>')?;
        let inner = inner.split_once("</c>")?.0;
        Some(format!("{place}={}", inner.replace("<is><t>", "").replace("</t></is>", "")))
    });
    cells.collect()
}
