//! The cells of the model as values: each when it is asked for.

use super::people;
use super::values::leaf_kind;
use crate::location::Location;
use crate::model::join::Join;
use crate::model::schema::ColumnKind;
use crate::model::table::{self, Cell, Column, Row, Table};
use crate::model::{Model, RowRef, key};
use crate::russian::Case;
use crate::value::{Data, Kind, Leaf, Overrides, RowId, Rows, Span, Value};
use std::sync::Arc;

/// How the rows of a table become records.
#[derive(Debug)]
pub struct View<'m> {
    /// The kind of each field of the schema that is read from cells.
    pub kinds: Arc<[Kind]>,
    /// Where each of these fields is among the table's columns.
    places: Vec<Option<usize>>,
    /// The joins of its columns.
    joins: Vec<&'m Join>,
    /// The column that says the gender of the person in each column.
    genders: Vec<Option<usize>>,
    overrides: Vec<(usize, usize, Form)>,
    /// The columns «Дата» and «Перенесено на».
    put_off: Option<(usize, usize)>,
}

impl<'m> View<'m> {
    /// The view of a table; `columns` says at which place of the schema each of its columns stands.
    pub fn new(model: &'m Model, index: usize, columns: &[usize], kinds: Arc<[Kind]>) -> Self {
        let table = &model.tables[index];
        let mut places = vec![None; kinds.len()];
        for (column, place) in columns.iter().enumerate() {
            places[*place] = Some(column);
        }
        Self {
            kinds,
            places,
            joins: model.joins.all().iter().filter(|join| join.table == index).collect(),
            genders: (0..table.columns.len()).map(|column| table.gender_column(column)).collect(),
            overrides: override_columns(table),
            put_off: table.position("Дата").zip(table.position("Перенесено на")),
        }
    }

    fn value(&self, table: &Table, row: &Row, index: usize, place: usize) -> Value {
        let Some(column) = self.places[place] else {
            return Value::Leaf(Leaf::empty(self.kinds[place], Some(table.location_at(row, 0))));
        };
        let cell = |column: usize| row.cells.get(column).unwrap_or(&Cell::Empty);
        // Papers of what is put off bear the day on which it takes place; the announced one is in the sheet.
        let moved = self.put_off.filter(|(date, until)| *date == column && !cell(*until).is_empty());
        let column = moved.map_or(column, |(_, until)| until);
        let leaf = self.leaf(table, row, column, cell(column));
        let named = self.joins.iter().filter(|join| join.column == column);
        let mut named = named.filter_map(|join| *join.rows.get(index)?);
        match named.next() {
            Some(named) => Value::Key(leaf, id(named)),
            None => Value::Leaf(leaf),
        }
    }

    fn leaf(&self, table: &Table, row: &Row, position: usize, cell: &Cell) -> Leaf {
        let kind = leaf_kind(table.columns[position].kind);
        let data = match (kind, cell) {
            (_, Cell::Empty) => Data::Empty,
            (Kind::Person, cell) => {
                people::person(Table::stated_gender(row, self.genders[position]), cell.shared())
            }
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
        let mut forms = given_forms(row, position, &self.overrides);
        if let (Location::Cell(_, cell), Data::Text(text), false) = (&at, &data, table.rich.is_empty())
            && let Some(spans) = table.rich.get(cell)
        {
            forms.spans = spans_of(text, spans);
        }
        let overrides = (forms != Overrides::default()).then(|| Arc::new(forms));
        Leaf { data, kind, at: Some(at), overrides }
    }
}

/// The place of a row of the model among those that templates see.
pub const fn id(row: RowRef) -> RowId {
    RowId { sheet: row.table as u32, row: row.row as u32 }
}

/// The rows of every table of a model.
#[derive(Debug)]
pub struct SheetRows<'m> {
    /// The model.
    pub model: &'m Model,
    /// How each of its tables is seen.
    pub views: Vec<View<'m>>,
}

impl Rows for SheetRows<'_> {
    fn width(&self, sheet: u32) -> usize {
        self.views[sheet as usize].kinds.len()
    }

    fn value(&self, row: RowId, place: usize) -> Value {
        let (sheet, index) = (row.sheet as usize, row.row as usize);
        let table = &self.model.tables[sheet];
        self.views[sheet].value(table, &table.rows[index], index, place)
    }
}

/// What an override column gives: a case of its base column, or the salutation.
#[derive(Clone, Copy, Debug)]
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
