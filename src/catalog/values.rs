//! The model as a tree of values: every sheet's rows under their headings, linked by key.

use super::rows::{self, SheetRows, View};
use crate::model::schema::{self, ColumnKind, SheetKind};
use crate::model::table::Table;
use crate::model::{Model, RowRef};
use crate::value::{Field, Kind, List, RowId, Schema, SchemaId, Shape, Tree, Value, field_name};
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
#[derive(Debug)]
pub struct Values<'m> {
    model: &'m Model,
    /// The tree.
    pub tree: Tree<'m>,
    /// The collections by name.
    pub collections: BTreeMap<String, Collection>,
}

impl<'m> Values<'m> {
    /// Every sheet of the model.
    pub fn of(model: &'m Model) -> Self {
        let mut values = Self { model, tree: Tree::default(), collections: BTreeMap::new() };
        for spec in schema::SHEETS {
            values.collection(spec.collection, spec.columns.iter().map(known_field).collect());
        }
        values.shape_keys();
        values.add_rows();
        values.add_joins();
        values
    }

    /// The link to a row of the model.
    pub fn link(&self, row: RowRef) -> Value {
        self.id(row).map_or(Value::Nothing, Value::Link)
    }

    /// A list of links.
    pub fn links(&self, rows: impl IntoIterator<Item = RowRef>) -> Value {
        Value::List(rows.into_iter().filter_map(|row| self.id(row)).collect())
    }

    /// The titles of sections are no rows of a collection.
    fn id(&self, row: RowRef) -> Option<RowId> {
        let is_section = self.model.tables.get(row.table)?.rows.get(row.row)?.is_section;
        (!is_section).then(|| rows::id(row))
    }

    /// The schema of a collection's rows.
    pub fn schema_of(&self, name: &str) -> Option<SchemaId> {
        self.collections.get(name).map(|collection| collection.schema)
    }

    /// Adds computed fields to the rows of a collection.
    pub fn extend(&mut self, name: &str, fields: Vec<Field>, compute: impl Fn(&Self, RowRef) -> Vec<Value>) {
        let Some(collection) = self.collections.get(name).cloned() else { return };
        let rows = collection.rows.iter().filter_map(|row| Some((self.id(*row)?, compute(self, *row))));
        let computed: Vec<(RowId, Vec<Value>)> = rows.collect();
        self.tree.schema_mut(collection.schema).fields.extend(fields);
        for (id, values) in computed {
            self.tree.extend(id, values);
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

    /// Adds every table's columns to its collection's schema, and its rows to the collection.
    fn add_rows(&mut self) {
        let model = self.model;
        let columns: Vec<(SchemaId, Vec<usize>)> =
            model.tables.iter().map(|table| self.add_columns(table)).collect();
        for (sheet, table) in model.tables.iter().enumerate() {
            let Some(collection) = self.collections.get_mut(&*table.collection) else { continue };
            let data = table.rows.iter().enumerate().filter(|(_, read)| !read.is_section);
            collection.rows.reserve_exact(table.rows.len());
            collection.rows.extend(data.map(|(row, _)| RowRef { table: sheet, row }));
        }
        let views = columns.iter().enumerate().map(|(index, (schema, places))| {
            let fields = &self.tree.schema(*schema).fields;
            View::new(model, index, places, fields.iter().map(|field| shape_kind(field.shape)).collect())
        });
        let views = views.collect();
        let schemas = columns.iter().map(|(schema, _)| *schema).collect();
        self.tree.read_from(Box::new(SheetRows { model, views }), schemas);
    }

    /// Where each column of a table stands in the schema: columns that no sheet before had are added at the end.
    fn add_columns(&mut self, table: &Table) -> (SchemaId, Vec<usize>) {
        let id = self.collection(&table.collection, Vec::new());
        let schema = self.tree.schema_mut(id);
        let places = table.columns.iter().enumerate().map(|(position, column)| {
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
        });
        let places = places.collect();
        schema.subject = schema.subject.or_else(|| subject(&schema.fields));
        (id, places)
    }

    /// A key opens the row it names, and that row reaches all that name it under their collection's name.
    fn add_joins(&mut self) {
        let model = self.model;
        let mut reached: BTreeMap<(String, String), BTreeMap<RowRef, Vec<RowId>>> = BTreeMap::new();
        for join in model.joins.all() {
            let table = &model.tables[join.table];
            let (Some(target), Some(column)) = (self.schema_of(&join.target), table.columns.get(join.column))
            else {
                continue;
            };
            let Some(own) = self.schema_of(&table.collection) else { continue };
            let Some(place) = self.tree.schema(own).position(&column.field) else { continue };
            self.tree.schema_mut(own).fields[place].shape = Shape::Key(leaf_kind(column.kind), target);
            let by_target = reached.entry((join.target.clone(), table.collection.to_string())).or_default();
            for (row, named) in join.rows.iter().enumerate() {
                let (Some(named), Some(id)) = (named, self.id(RowRef { table: join.table, row })) else {
                    continue;
                };
                let rows = by_target.entry(*named).or_default();
                if rows.last() != Some(&id) {
                    rows.push(id);
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
                |_, row| vec![Value::List(rows.get(&row).into_iter().flatten().copied().collect::<List>())],
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

pub(super) const fn leaf_kind(kind: ColumnKind) -> Kind {
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
