//! Which rows name which: sheets are joined by key, whatever the spelling.

use super::plan::Plan;
use super::schema::{ColumnKind, SheetKind};
use super::table::{Cell, Column, Table};
use super::{RowRef, key};
use rayon::prelude::*;
use std::collections::HashMap;

/// A column whose cells name rows of another collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Join {
    /// The table that names.
    pub table: usize,
    /// The column's place in its rows.
    pub column: usize,
    /// The collection that is named: `организации`.
    pub target: String,
    /// For each row of the table, the row that it names.
    pub rows: Vec<Option<RowRef>>,
    /// Whether a cell that names nothing is worth a finding: the key is one that the schema knows.
    pub is_expected: bool,
}

/// All joins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Joins(Vec<Join>);

/// The names that rows of a collection go by.
struct Index {
    rows: HashMap<String, Option<RowRef>>,
}

impl Index {
    fn new() -> Self {
        Self { rows: HashMap::new() }
    }

    /// A name that two rows share names neither.
    fn add(&mut self, name: &str, row: RowRef) {
        if !name.is_empty() {
            let held = self.rows.entry(name.to_owned()).or_insert(Some(row));
            if *held != Some(row) {
                *held = None;
            }
        }
    }

    fn find(&self, name: &str) -> Option<RowRef> {
        self.rows.get(name).copied().flatten()
    }
}

impl Joins {
    /// Every column that names rows of another collection.
    pub(super) fn find(tables: &[Table], plan: &Plan) -> Self {
        let mut joins = organisations(tables);
        joins.extend(by_heading(tables, SheetKind::People, "ФИО"));
        joins.extend(by_heading(tables, SheetKind::Events, "Событие"));
        joins.extend(activities(tables, plan));
        joins.extend(shared(tables, &joins));
        Self(joins)
    }

    /// All of them.
    pub fn all(&self) -> &[Join] {
        &self.0
    }
}

fn rows_of(tables: &[Table], kind: SheetKind) -> impl Iterator<Item = (RowRef, &Table, &super::table::Row)> {
    tables.iter().enumerate().filter(move |(_, table)| table.kind == kind).flat_map(|(table_index, table)| {
        let rows = table.rows.iter().enumerate();
        rows.map(move |(row_index, row)| (RowRef { table: table_index, row: row_index }, table, row))
    })
}

/// An organisation goes by its full name, its short name, and the quoted part of either where only one has it.
fn organisations(tables: &[Table]) -> Vec<Join> {
    let mut index = Index::new();
    let mut quoted = Index::new();
    for (at, table, row) in rows_of(tables, SheetKind::Organisations) {
        for heading in ["Наименование", "Краткое наименование"] {
            let name = table.cell(row, heading).printed();
            index.add(&key::fold(&name), at);
            quoted.add(&key::quoted(&name).map(key::fold).unwrap_or_default(), at);
        }
    }
    let find = |name: &str| {
        let folded = key::fold(name);
        index.find(&folded).or_else(|| quoted.find(&key::quoted(name).map_or(folded, key::fold)))
    };
    let is_key = |table: &Table, column: &Column| {
        column.kind == ColumnKind::Organisation
            && !matches!(table.kind, SheetKind::Organisations | SheetKind::Requisites)
    };
    joined(
        tables,
        "организации",
        is_key,
        |table, _| table.kind != SheetKind::Other,
        |cell| find(&cell.printed()),
    )
}

fn by_heading(tables: &[Table], kind: SheetKind, heading: &'static str) -> Vec<Join> {
    let is_key = |table: &Table, column: &Column| table.kind != kind && *column.heading == *heading;
    // A hundred thousand names are not indexed for nobody.
    if !tables.iter().any(|table| table.columns.iter().any(|column| is_key(table, column))) {
        return Vec::new();
    }
    let mut index = Index::new();
    for (at, table, row) in rows_of(tables, kind) {
        index.add(&key::fold(&table.cell(row, heading).printed()), at);
    }
    let Some(target) = super::schema::sheet(kind).map(|sheet| sheet.collection) else { return Vec::new() };
    // Whoever is named by a role: «Эксперт» of a programme, «Исполнитель» of a decision.
    let is_role = |table: &Table, column: &Column| {
        kind == SheetKind::People
            && table.kind != SheetKind::Requisites
            && matches!(column.canonical, Some("Эксперт" | "Исполнитель" | "Ответственный"))
    };
    let is_key = |table: &Table, column: &Column| {
        table.kind != kind && (*column.heading == *heading || is_role(table, column))
    };
    joined(tables, target, is_key, |_, _| false, |cell| index.find(&key::fold(&cell.printed())))
}

fn activities(tables: &[Table], plan: &Plan) -> Vec<Join> {
    let mut joins = Vec::new();
    for (table_index, table) in tables.iter().enumerate().filter(|(_, table)| table.kind != SheetKind::Plan) {
        let is_key = |column: &Column| {
            column.canonical == Some("№ мероприятия")
                || (column.kind == ColumnKind::Number && table.kind == SheetKind::Other)
        };
        let Some(column) = table.columns.iter().position(is_key) else { continue };
        let rows = table.rows.iter().map(|row| {
            let number = row.cells.get(column).map(Cell::printed).unwrap_or_default();
            let title = table.cell(row, "Наименование мероприятия").printed();
            plan.find(&number, &title).map(|index| plan.activities[index].row)
        });
        let rows = rows.collect();
        joins.push(Join {
            table: table_index,
            column,
            target: "мероприятия".into(),
            rows,
            is_expected: table.kind == SheetKind::Execution,
        });
    }
    joins
}

/// Any other text heading that two sheets share and one holds uniquely.
fn shared(tables: &[Table], known: &[Join]) -> Vec<Join> {
    let mut joins: Vec<Join> = Vec::new();
    let is_text = |column: &Column| column.kind == ColumnKind::Text && column.canonical.is_none();
    for (target_index, target) in tables.iter().enumerate() {
        for (position, column) in target.columns.iter().enumerate().filter(|(_, column)| is_text(column)) {
            let heading = key::fold(&column.heading);
            let is_key = |table: &Table, other: &Column| {
                !std::ptr::eq(table, target)
                    && table.collection != target.collection
                    && is_text(other)
                    && key::fold(&other.heading) == heading
            };
            // A hundred thousand cells are not indexed for nobody.
            if !tables.iter().any(|table| table.columns.iter().any(|column| is_key(table, column))) {
                continue;
            }
            let mut index = Index::new();
            let mut filled = 0;
            for (row_index, row) in target.rows.iter().enumerate() {
                let name = row.cells.get(position).map(|cell| key::fold(&cell.printed())).unwrap_or_default();
                filled += usize::from(!name.is_empty());
                index.add(&name, RowRef { table: target_index, row: row_index });
            }
            if filled < 2 || index.rows.len() < filled {
                continue;
            }
            let found = joined(
                tables,
                &target.collection,
                is_key,
                |_, _| false,
                |cell| index.find(&key::fold(&cell.printed())),
            );
            joins.extend(found.into_iter().filter(|join| {
                join.rows.iter().any(Option::is_some)
                    && !known.iter().any(|known| known.table == join.table && known.column == join.column)
            }));
        }
    }
    // Two sheets that both hold a heading uniquely name each other: the first in order is the one that is named.
    let mut kept: Vec<Join> = Vec::new();
    for join in joins {
        if !kept.iter().any(|other| other.table == join.table && other.column == join.column) {
            kept.push(join);
        }
    }
    kept
}

fn joined(
    tables: &[Table],
    target: &str,
    is_key: impl Fn(&Table, &Column) -> bool,
    is_expected: impl Fn(&Table, &Column) -> bool,
    find: impl Fn(&Cell) -> Option<RowRef> + Sync,
) -> Vec<Join> {
    let mut joins = Vec::new();
    for (table_index, table) in tables.iter().enumerate() {
        for (position, column) in table.columns.iter().enumerate().filter(|(_, column)| is_key(table, column))
        {
            let rows = table.rows.par_iter().map(|row| row.cells.get(position).and_then(&find)).collect();
            joins.push(Join {
                table: table_index,
                column: position,
                target: target.to_owned(),
                rows,
                is_expected: is_expected(table, column),
            });
        }
    }
    joins
}
