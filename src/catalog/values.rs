//! The model as a tree of values: every sheet's rows under their headings, linked by key.

use super::people;
use crate::location::Location;
use crate::model::schema::{self, ColumnKind, SheetKind};
use crate::model::table::{self, Cell, Column, Row, Table};
use crate::model::{Model, RowRef};
use crate::value::{
    Data, Field, Kind, Leaf, Overrides, Record, RowId, Schema, SchemaId, Shape, Span, Tree, Value, field_name,
};
use crate::{model::key, russian::Case};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A collection: rows of one kind, from one sheet or several.
#[derive(Clone, Debug)]
pub struct Collection {
    /// The schema of its rows.
    pub schema: SchemaId,
    /// Its rows, in the order of the sheets.
    pub rows: Vec<RowRef>,
}

/// The tree, and how to find a row of the model in it.
#[derive(Clone, Debug, Default)]
pub struct Values {
    /// The tree.
    pub tree: Tree,
    /// The collections by name.
    pub collections: BTreeMap<String, Collection>,
    ids: BTreeMap<RowRef, RowId>,
}

impl Values {
    /// Every sheet of the model.
    pub fn of(model: &Model) -> Self {
        let mut values = Self::default();
        for spec in schema::SHEETS {
            values.collection(spec.collection, spec.columns.iter().map(known_field).collect());
        }
        values.shape_keys();
        for (index, table) in model.tables.iter().enumerate() {
            values.add_table(index, table);
        }
        values.add_joins(model);
        values
    }

    /// The link to a row of the model.
    pub fn link(&self, row: RowRef) -> Value {
        self.ids.get(&row).map_or(Value::Nothing, |id| Value::Link(*id))
    }

    /// A list of links.
    pub fn links(&self, rows: impl IntoIterator<Item = RowRef>) -> Value {
        Value::List(rows.into_iter().map(|row| self.link(row)).collect())
    }

    /// The schema of a collection's rows.
    pub fn schema_of(&self, name: &str) -> Option<SchemaId> {
        self.collections.get(name).map(|collection| collection.schema)
    }

    /// Adds computed fields to the rows of a collection.
    pub fn extend(&mut self, name: &str, fields: Vec<Field>, compute: impl Fn(&Self, RowRef) -> Vec<Value>) {
        let Some(collection) = self.collections.get(name).cloned() else { return };
        let computed: Vec<(RowId, Vec<Value>)> = collection
            .rows
            .iter()
            .filter_map(|row| self.ids.get(row).map(|id| (*id, compute(self, *row))))
            .collect();
        self.tree.schema_mut(collection.schema).fields.extend(fields);
        for (id, values) in computed {
            self.tree.row_mut(id).values.extend(values);
        }
    }

    fn collection(&mut self, name: &str, fields: Vec<Field>) -> SchemaId {
        if let Some(known) = self.collections.get(name) {
            return known.schema;
        }
        let subject = subject(&fields);
        let schema = self.tree.add_schema(Schema { name: name.into(), fields, subject });
        self.collections.insert(name.to_owned(), Collection { schema, rows: Vec::new() });
        schema
    }

    /// The keys that the schema of sheets knows open their target also where no row of this input names one: templates rely on it.
    fn shape_keys(&mut self) {
        let (organisations, activities) = (self.schema_of("организации"), self.schema_of("мероприятия"));
        let (events, people) = (self.schema_of("события"), self.schema_of("участники"));
        for spec in schema::SHEETS
            .iter()
            .filter(|spec| !matches!(spec.kind, SheetKind::Organisations | SheetKind::Requisites))
        {
            let Some(own) = self.schema_of(spec.collection) else { continue };
            for (column, field) in spec.columns.iter().zip(&mut self.tree.schema_mut(own).fields) {
                let target = match (column.kind, column.heading) {
                    (ColumnKind::Organisation, _) => organisations,
                    (_, "№ мероприятия") => activities,
                    (_, "Событие") if spec.kind != SheetKind::Events => events,
                    (ColumnKind::Person, "Эксперт" | "Исполнитель" | "Ответственный") => {
                        people
                    }
                    _ => None,
                };
                if let Some(target) = target {
                    field.shape = Shape::Key(leaf_kind(column.kind), target);
                }
            }
        }
    }

    fn add_table(&mut self, table_index: usize, table: &Table) {
        let id = self.collection(&table.collection, Vec::new());
        // Where each column of the sheet stands in the schema: columns that no sheet before had are added at the end.
        let schema = self.tree.schema_mut(id);
        let places: Vec<usize> = table
            .columns
            .iter()
            .enumerate()
            .map(|(position, column)| {
                let at = Some(table.heading_location(position));
                if let Some(place) = schema.fields.iter().position(|field| field.name == column.field) {
                    schema.fields[place].at = at;
                    return place;
                }
                schema.fields.push(Field {
                    name: Arc::clone(&column.field),
                    aliases: Vec::new(),
                    heading: Arc::clone(&column.heading),
                    shape: Shape::Leaf(leaf_kind(column.kind)),
                    at,
                });
                schema.fields.len() - 1
            })
            .collect();
        schema.subject = schema.subject.or_else(|| subject(&schema.fields));
        let kinds: Vec<Kind> = schema.fields.iter().map(|field| shape_kind(field.shape)).collect();
        let overrides = override_columns(table);
        for (row_index, row) in table.rows.iter().enumerate().filter(|(_, row)| !row.is_section) {
            let mut leaves: Vec<Leaf> =
                kinds.iter().map(|kind| Leaf::empty(*kind, Some(table.location_at(row, 0)))).collect();
            for (position, place) in places.iter().enumerate() {
                let cell = row.cells.get(position).unwrap_or(&Cell::Empty);
                leaves[*place] = leaf(table, row, position, cell, &overrides);
            }
            if let (Some(date), Some(put_off)) = (table.position("Дата"), table.position("Перенесено на"))
                && !matches!(leaves[places[put_off]].data, Data::Empty)
            {
                // Papers of what is put off bear the day on which it takes place; the announced one is in the sheet.
                leaves[places[date]] = leaves[places[put_off]].clone();
            }
            let values = leaves.into_iter().map(Value::Leaf).collect();
            let row_ref = RowRef { table: table_index, row: row_index };
            let row_id = self.tree.add_row(Record { schema: id, values });
            self.ids.insert(row_ref, row_id);
            if let Some(collection) = self.collections.get_mut(&*table.collection) {
                collection.rows.push(row_ref);
            }
        }
    }

    /// A key opens the row it names, and that row reaches all that name it under their collection's name.
    fn add_joins(&mut self, model: &Model) {
        let mut reached: BTreeMap<(String, String), BTreeMap<RowRef, Vec<RowRef>>> = BTreeMap::new();
        for join in model.joins.all() {
            let table = &model.tables[join.table];
            let (Some(target), Some(column)) = (self.schema_of(&join.target), table.columns.get(join.column))
            else {
                continue;
            };
            let Some(own) = self.schema_of(&table.collection) else { continue };
            let Some(place) = self.tree.schema(own).position(&column.field) else { continue };
            let kind = leaf_kind(column.kind);
            self.tree.schema_mut(own).fields[place].shape = Shape::Key(kind, target);
            let by_target = reached.entry((join.target.clone(), table.collection.to_string())).or_default();
            for (row_index, named) in join.rows.iter().enumerate() {
                let row = RowRef { table: join.table, row: row_index };
                let (Some(named), Some(id)) = (named, self.ids.get(&row)) else { continue };
                let (Some(named_id), record) = (self.ids.get(named).copied(), self.tree.row_mut(*id)) else {
                    continue;
                };
                if let Some(Value::Leaf(leaf)) = record.values.get(place).cloned() {
                    record.values[place] = Value::Key(leaf, named_id);
                }
                let rows = by_target.entry(*named).or_default();
                if rows.last() != Some(&row) {
                    rows.push(row);
                }
            }
        }
        // Every collection that may be named has the field, also where no row of this input names it: templates rely on it.
        for (target, source) in [
            ("организации", "вакансии"),
            ("организации", "наставники"),
            ("организации", "участники"),
            ("организации", "программы"),
            ("организации", "практика"),
            ("организации", "кцп"),
            ("организации", "чемпионат"),
            ("участники", "программы"),
            ("участники", "решения"),
            ("события", "публикации"),
            ("мероприятия", "события"),
            ("мероприятия", "исполнение"),
        ] {
            reached.entry((target.to_owned(), source.to_owned())).or_default();
        }
        for ((target, source), rows) in reached {
            let Some(schema) = self.schema_of(&source) else { continue };
            let heading = format!("строки листа «{source}»");
            self.extend(
                &target,
                vec![Field::computed(&source, &heading, Shape::Records(schema))],
                |values, row| vec![values.links(rows.get(&row).cloned().unwrap_or_default())],
            );
        }
    }
}

fn known_field(spec: &schema::ColumnSpec) -> Field {
    Field {
        name: field_name(spec.heading).into(),
        aliases: spec.aliases.iter().map(|alias| (*alias).into()).collect(),
        heading: spec.heading.into(),
        shape: Shape::Leaf(leaf_kind(spec.kind)),
        at: None,
    }
}

/// The field that stands for the row: its person, else its organisation, else its first field.
fn subject(fields: &[Field]) -> Option<usize> {
    let of = |kind| fields.iter().position(|field| shape_kind(field.shape) == kind);
    // «Руководитель» of an organisation stands after its name: the first of the two decides.
    [of(Kind::Person), of(Kind::Organisation)]
        .into_iter()
        .flatten()
        .min()
        .or((!fields.is_empty()).then_some(0))
}

const fn shape_kind(shape: Shape) -> Kind {
    match shape {
        Shape::Leaf(kind) | Shape::Key(kind, _) | Shape::Leaves(kind) => kind,
        Shape::Record(_) | Shape::Records(_) => Kind::Text,
    }
}

const fn leaf_kind(kind: ColumnKind) -> Kind {
    match kind {
        ColumnKind::Person => Kind::Person,
        ColumnKind::Post => Kind::Post,
        ColumnKind::Organisation => Kind::Organisation,
        ColumnKind::Date => Kind::Date,
        ColumnKind::Time => Kind::Time,
        ColumnKind::Quantity => Kind::Number,
        ColumnKind::Money => Kind::Money,
        ColumnKind::Flag => Kind::Flag,
        ColumnKind::Text
        | ColumnKind::Number
        | ColumnKind::NamePart
        | ColumnKind::Gender
        | ColumnKind::Deadline
        | ColumnKind::List
        | ColumnKind::Choice(_)
        | ColumnKind::Override => Kind::Text,
    }
}

fn leaf(table: &Table, row: &Row, position: usize, cell: &Cell, overrides: &[(usize, usize, Form)]) -> Leaf {
    let kind = leaf_kind(table.columns[position].kind);
    let data = match (kind, cell) {
        (_, Cell::Empty) => Data::Empty,
        (Kind::Person, cell) => people::person(table, row, position, cell.shared()),
        (Kind::Post, cell) => Data::Post(cell.shared()),
        (Kind::Organisation, cell) => Data::Organisation(cell.shared()),
        (Kind::Money, Cell::Number(roubles)) => Data::Money((roubles * 100.0).round() as i64),
        (Kind::Time, Cell::DateTime(moment)) => Data::Time(moment.time()),
        (_, Cell::Number(number)) if kind == Kind::Number => Data::Number(*number),
        (_, Cell::Date(day)) => Data::Date(*day),
        (_, Cell::DateTime(moment)) => Data::Date(moment.date()),
        (_, Cell::Time(time)) => Data::Time(*time),
        (_, Cell::Flag(flag)) => Data::Flag(*flag),
        (_, cell) => Data::Text(cell.shared()),
    };
    let at: Location = table.location_at(row, position);
    let mut forms = given_forms(row, position, overrides);
    if let (Location::Cell(_, cell), Data::Text(text), false) = (&at, &data, table.rich.is_empty())
        && let Some(spans) = table.rich.get(cell)
    {
        forms.spans = spans_of(text, spans);
    }
    let overrides = (forms != Overrides::default()).then(|| Arc::new(forms));
    Leaf { data, kind, at: Some(at), overrides }
}

/// What an override column gives: a case of its base column, or the salutation.
#[derive(Clone, Copy)]
enum Form {
    Case(Case),
    Address,
}

/// For each override column: its place, the place of the column that it overrides, and what it gives.
fn override_columns(table: &Table) -> Vec<(usize, usize, Form)> {
    let base_of = |heading: &str| {
        let base = key::fold(heading);
        table.columns.iter().position(|column| {
            key::fold(&column.heading) == base
                || column.canonical.is_some_and(|canonical| key::fold(canonical) == base)
        })
    };
    let given = |(place, column): (usize, &Column)| {
        if key::fold(&column.heading) == "обращение" {
            let person = table.columns.iter().position(|column| column.kind == ColumnKind::Person)?;
            return Some((place, person, Form::Address));
        }
        let (base, case) = column.heading.trim_end_matches([')', ' ']).rsplit_once('(')?;
        Some((place, base_of(base.trim())?, Form::Case(Case::from_name(case)?)))
    };
    table.columns.iter().enumerate().filter_map(given).collect()
}

fn given_forms(row: &Row, position: usize, overrides: &[(usize, usize, Form)]) -> Overrides {
    let mut forms = Overrides::default();
    for (place, _, form) in overrides.iter().filter(|(_, base, _)| *base == position) {
        let Some(text) = row.cells.get(*place).filter(|cell| !cell.is_empty()).map(Cell::shared) else {
            continue;
        };
        match form {
            Form::Case(case) => forms.cases[case.index()] = Some(text),
            Form::Address => forms.address = Some(text),
        }
    }
    forms
}

/// The stretches of a cell's text as the text was decoded: what was cleaned away goes, whoever it belonged to.
fn spans_of(text: &str, spans: &[table::Span]) -> Option<Arc<[Span]>> {
    let mut rest = text;
    let mut found = Vec::with_capacity(spans.len());
    for span in spans {
        let start = rest.len();
        let mut left = rest.chars();
        for letter in span.text.chars() {
            let after = left.as_str();
            if left.next() != Some(letter) {
                left = after.chars();
            }
        }
        rest = left.as_str();
        let taken = &text[text.len() - start..text.len() - rest.len()];
        if !taken.is_empty() {
            found.push(Span { text: taken.into(), is_bold: span.is_bold, is_italic: span.is_italic });
        }
    }
    rest.is_empty().then(|| found.into())
}
