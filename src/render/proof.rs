//! The proof sheet: every name, post and organisation that documents print, in its cases, the doubtful ones first, as the record that its
//! template sees.

use crate::catalog::Scope;
use crate::location::Location;
use crate::russian::person::PersonName;
use crate::russian::{Case, Inflected, collation, organisation, post, typography};
use crate::template::{Form, Use};
use crate::value::{Data, Field, Kind, Leaf, Overrides, Record, Schema, SchemaId, Shape, Span, Tree, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The cases that have a column of their own.
const COLUMNS: [Case; 4] = [Case::Nominative, Case::Genitive, Case::Dative, Case::Instrumental];
/// The cases that are told where a document prints them or where they are doubtful.
const RARE: [Case; 2] = [Case::Accusative, Case::Prepositional];

/// What the sheet is made of.
#[derive(Debug, Default)]
pub struct Proof {
    lines: BTreeMap<(u8, String, String), Line>,
    documents: usize,
}

/// One name in the forms that documents print.
#[derive(Debug)]
struct Line {
    leaf: Leaf,
    forms: BTreeSet<Form>,
}

impl Proof {
    /// Adds what one document prints.
    pub fn add(&mut self, uses: Vec<Use>) {
        self.documents += 1;
        for Use { leaf, form } in uses {
            let (rank, name) = match &leaf.data {
                Data::Person(person) => (0, format!("{}\0{:?}", person.name, person.gender)),
                Data::Post(text) => (1, text.to_string()),
                Data::Organisation(text) => (2, text.to_string()),
                Data::Text(text) => (3, text.to_string()),
                _ => continue,
            };
            let given = leaf.overrides.as_ref().map(|given| format!("{:?}{:?}", given.cases, given.address));
            let line = self.lines.entry((rank, name, given.unwrap_or_default()));
            line.or_insert_with(|| Line { leaf, forms: BTreeSet::new() }).forms.insert(form);
        }
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// What the template sees.
    pub fn record(&self, scope: &Scope<'_>) -> (Tree<'static>, Value) {
        let mut rows: Vec<(u8, Row)> =
            self.lines.iter().map(|((rank, ..), line)| (*rank, row(line, scope))).collect();
        rows.sort_by(|(rank, one), (other_rank, other)| {
            (rank, !one.is_doubtful)
                .cmp(&(other_rank, !other.is_doubtful))
                .then_with(|| collation::compare(&one.name, &other.name))
        });
        let doubtful = rows.iter().filter(|(_, row)| row.is_doubtful).count();
        let (tree, schemas) = schemas();
        let mut sections = Vec::new();
        let titles = ["Люди", "Должности", "Организации", "Другие слова"];
        let mut section = |title: &str, wanted: &dyn Fn(u8, &Row) -> bool| {
            let own: Vec<Value> = rows
                .iter()
                .filter(|(rank, row)| wanted(*rank, row))
                .map(|(_, row)| row.value(schemas[2]))
                .collect();
            if !own.is_empty() {
                let values = vec![text(title), Value::List(own.into())];
                sections.push(Value::Record(Arc::new(Record { schema: schemas[1], values })));
            }
        };
        section("Сомнительные: прочитайте их первыми", &|_, row| {
            row.is_doubtful
        });
        for (rank, title) in (0..).zip(titles) {
            section(title, &|own, row| own == rank && !row.is_doubtful);
        }
        let number = |count: usize| Value::Leaf(Leaf::new(Data::Number(count as f64)));
        let values =
            vec![number(self.documents), number(rows.len()), number(doubtful), Value::List(sections.into())];
        (tree, Record { schema: schemas[0], values }.into())
    }
}

/// A row of the sheet.
struct Row {
    name: String,
    is_doubtful: bool,
    cells: [Leaf; 4],
    note: String,
}

impl Row {
    fn value(&self, schema: SchemaId) -> Value {
        let mut values: Vec<Value> = self.cells.iter().cloned().map(Value::Leaf).collect();
        values.push(text(&self.note));
        Value::Record(Arc::new(Record { schema, values }))
    }
}

fn row(line: &Line, scope: &Scope<'_>) -> Row {
    let leaf = &line.leaf;
    let forms: Vec<Option<Inflected>> = Case::ALL.iter().map(|case| form(leaf, *case)).collect();
    let of = |case: Case| forms.get(case.index()).and_then(Option::as_ref);
    let is_printed = |case: Case| line.forms.contains(&Form::Case(case));
    let name = of(Case::Nominative).map(|form| form.text.clone()).unwrap_or_default();
    let heading = heading(leaf, scope);
    let (mut remarks, mut columns) = (Vec::new(), Vec::new());
    if line.forms.contains(&Form::Salutation) {
        remarks.extend(salutation(leaf).map(|text| format!("Обращение: {text}")));
    }
    for case in RARE {
        if let Some(form) = of(case).filter(|form| is_printed(case) || !form.is_certain()) {
            remarks.push(format!("{} {}", first_upper(case.short()), marked(form)));
        }
    }
    for case in Case::OBLIQUE {
        if of(case).is_some_and(|form| !form.is_certain()) {
            columns.push(format!("«{heading} ({})»", case.short()));
        }
    }
    let is_declined = line.forms.iter().any(|form| *form != Form::Case(Case::Nominative));
    let lacks_gender = is_declined && of(Case::Genitive).is_none();
    if lacks_gender {
        remarks.push("Пол не известен: документы не склоняют".to_owned());
        columns = vec!["«Пол»".to_owned()];
    }
    remarks.extend(leaf.at.as_ref().map(Location::to_string));
    if !columns.is_empty() {
        let word = if columns.len() == 1 { "столбец" } else { "столбцы" };
        remarks.push(format!("Поправить: {word} {}", columns.join(", ")));
    }
    Row {
        name,
        // What is printed in the nominative only cannot be declined wrongly.
        is_doubtful: is_declined && !columns.is_empty(),
        cells: COLUMNS
            .map(|case| of(case).map_or_else(|| Leaf::text("—"), |form| cell(form, is_printed(case)))),
        note: remarks.join("\n"),
    }
}

/// A form as documents print it; `None` of a person of no known gender.
fn form(leaf: &Leaf, case: Case) -> Option<Inflected> {
    if let Some(given) = leaf.given(case) {
        return Some(Inflected::certain(given.to_string()));
    }
    let quoted = |form: Inflected| Inflected { text: typography::quotes(&form.text), ..form };
    match &leaf.data {
        Data::Person(person) if case == Case::Nominative => Some(Inflected::certain(person.name.to_string())),
        Data::Person(person) => Some(PersonName::read(&person.name).decline(case, Some(person.gender?))),
        Data::Post(text) => Some(quoted(post::decline(text, case))),
        Data::Organisation(text) => Some(quoted(organisation::decline(text, case))),
        Data::Text(text) => Some(organisation::decline(text, case)),
        _ => None,
    }
}

fn salutation(leaf: &Leaf) -> Option<String> {
    if let Some(given) = leaf.overrides.as_ref().and_then(|given| given.address.as_ref()) {
        return Some(given.to_string());
    }
    let Data::Person(person) = &leaf.data else { return None };
    let gender = person.gender?;
    let word =
        if gender == crate::russian::Gender::Masculine { "Уважаемый" } else { "Уважаемая" };
    Some(format!("{word} {}", PersonName::read(&person.name).address(gender)))
}

/// A form with a mark where it is doubtful.
fn marked(form: &Inflected) -> String {
    if form.is_certain() { form.text.clone() } else { format!("{} (?)", form.text) }
}

/// A cell: bold where documents print the form.
fn cell(form: &Inflected, is_printed: bool) -> Leaf {
    let text: Arc<str> = marked(form).into();
    let spans = [Span { text: Arc::clone(&text), is_bold: is_printed, is_italic: false }];
    let overrides = Overrides { spans: Some(spans.into()), ..Overrides::default() };
    Leaf { overrides: Some(Arc::new(overrides)), ..Leaf::text(text) }
}

/// The heading of the column that a leaf was read from: a form of one's own goes into «heading (дат.)».
fn heading(leaf: &Leaf, scope: &Scope<'_>) -> String {
    let Some(Location::Cell(sheet, cell)) = &leaf.at else { return "ФИО".to_owned() };
    let tables = scope.model.tables.iter().filter(|table| table.at == *sheet);
    let mut columns = tables.flat_map(|table| table.columns.iter().map(move |column| (table, column)));
    let found = columns.find(|(table, column)| {
        column.column == cell.column
            && if table.transposed {
                column.heading_row == cell.row
            } else {
                table.rows.iter().any(|row| row.row == cell.row)
            }
    });
    found.map_or_else(|| "ФИО".to_owned(), |(_, column)| column.heading.to_string())
}

fn first_upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn text(text: &str) -> Value {
    Value::Leaf(if text.is_empty() { Leaf::empty(Kind::Text, None) } else { Leaf::text(text) })
}

/// The schemas of the whole, of a section, of a row.
fn schemas() -> (Tree<'static>, [SchemaId; 3]) {
    let mut tree = Tree::default();
    let mut add =
        |name: &str, fields: Vec<Field>| tree.add_schema(Schema { name: name.into(), fields, subject: None });
    let field = |name: &str, heading: &str, shape: Shape| Field::computed(name, heading, shape);
    let word = |name: &str, heading: &str| field(name, heading, Shape::Leaf(Kind::Text));
    let row = add(
        "строки",
        vec![
            word("именительный", "именительный падеж"),
            word("родительный", "родительный падеж"),
            word("дательный", "дательный падеж"),
            word("творительный", "творительный падеж"),
            word("примечание", "обращение, винительный и предложный падежи; ячейка и столбец, где поправить"),
        ],
    );
    let section = add(
        "разделы",
        vec![word("название", "название раздела"), field("строки", "строки раздела", Shape::Records(row))],
    );
    let count = |name: &str, heading: &str| field(name, heading, Shape::Leaf(Kind::Number));
    let whole = add(
        "вычитка",
        vec![
            count("документов", "сколько документов"),
            count("всего", "сколько имён, должностей и названий"),
            count("сомнительных", "сколько из них сомнительных"),
            field(
                "разделы",
                "сомнительные, люди, должности, организации, другие слова",
                Shape::Records(section),
            ),
        ],
    );
    (tree, [whole, section, row])
}
