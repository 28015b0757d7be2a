//! The rows of a table: which of them are data, which sections, which only stand among them; each cell decoded.

use super::columns::columns;
use super::decode::{Field, decode, written};
use super::fold::fold;
use super::glued;
use super::grid::{Grid, RawCell, RawRow};
use super::merged::Merged;
use super::names;
use super::region::{self, Region};
use crate::diagnostic::{Code, Finding};
use crate::location::{CellRef, Location, Sheet};
use crate::model::schema::{ColumnKind, SHEETS, SheetKind};
use crate::model::table::{Cell, Column, Row, Table};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// First words of what stands under a table: signatures, dates, stamps.
const FOOTERS: &[&str] = &[
    "председатель",
    "заместитель",
    "секретарь",
    "директор",
    "руководитель",
    "исполнитель",
    "составил",
    "подпись",
    "согласовано",
    "утверждаю",
    "дата",
    "мп",
    "ответственный",
    "примечание",
    "начальник",
    "главный",
];

/// The table of `region`; the rows of `grid` that it takes are left without cells, which spares their memory.
pub fn table(
    grid: &mut Grid,
    region: &Region,
    at: &Arc<Sheet>,
    collection: &str,
    findings: &mut Vec<Finding>,
) -> Table {
    let spec = region.matched.as_ref().and_then(|matched| SHEETS.get(matched.sheet));
    let columns = columns(grid, region, at, findings);
    let kind = spec.map_or(SheetKind::Other, |spec| spec.kind);
    let required: Vec<usize> = (0..columns.len())
        .filter(|place| {
            let canonical = columns.get(*place).and_then(|column| column.canonical);
            canonical.is_some_and(|canonical| {
                canonical == "Фамилия"
                    || spec
                        .is_some_and(|spec| spec.columns.iter().any(|c| c.required && c.heading == canonical))
            })
        })
        .collect();
    let merged = Merged::new(grid, &region.body);
    let widths = grid.merges.iter().filter(|merge| merge.from.row == merge.to.row);
    let wide_from: BTreeSet<_> = widths
        .filter(|merge| (merge.to.column - merge.from.column + 1) as usize * 2 >= columns.len())
        .map(|merge| (merge.from.row, merge.from.column))
        .collect();
    let number =
        columns.first().filter(|column| column.kind == ColumnKind::Number).map(|column| column.column);
    let counts_whole = kind == SheetKind::Plan
        && grid.rows.get(region.body.clone()).unwrap_or_default().iter().any(|row| {
            let text =
                number.and_then(|number| row.cell(number)).map(|cell| written(&cell.value, cell.shown));
            row.cells.len() >= 3 && text.is_some_and(|text| is_whole(&text))
        });
    let mut reading = Reading {
        at,
        columns: &columns,
        kind,
        required,
        merged,
        nameless: BTreeMap::new(),
        wide: wide_from.iter().map(|(row, _)| *row).collect(),
        wide_from,
        counts_whole,
        before: None,
    };
    let mut rows: Vec<Row> = Vec::with_capacity(region.body.len());
    let mut last_row = None;
    for raw in grid.rows.get_mut(region.body.clone()).unwrap_or_default() {
        let raw = RawRow { row: raw.row, hidden: raw.hidden, cells: std::mem::take(&mut raw.cells) };
        let after_gap = last_row.is_some_and(|last| raw.row > last + 1);
        last_row = Some(raw.row);
        match reading.sort(&raw, region, after_gap) {
            Sort::Data => {
                let row = reading.decode(&raw, findings);
                rows.push(row);
            }
            Sort::Section(title) => {
                let mut cells = vec![Cell::Empty; columns.len()];
                if let Some(first) = cells.first_mut() {
                    *first = Cell::Text(title);
                }
                rows.push(Row { row: raw.row, is_section: true, cells });
            }
            Sort::Repeated => {
                let column = raw.cells.first().map_or(0, |cell| cell.column);
                let place = Location::Cell(Arc::clone(at), CellRef::new(raw.row, column));
                findings.push(Finding::new(Code::HeadingRepeated, place));
            }
            Sort::Stranger => findings.push(reading.stranger(&raw)),
            Sort::Silent => {}
        }
    }
    for (column, cell) in reading.nameless.iter().take(5) {
        let letters = CellRef::new(0, *column).to_string();
        let finding = Finding::new(Code::ColumnWithoutHeading, Location::Cell(Arc::clone(at), *cell));
        findings.push(finding.with("column", letters.trim_end_matches('1')));
    }
    let body = grid.rows.get(region.body.clone()).unwrap_or_default();
    let rich = match (body.first(), body.last()) {
        (Some(first), Some(last)) => {
            let range = CellRef::new(first.row, 0)..=CellRef::new(last.row, u32::MAX);
            grid.rich.range(range).map(|(at, spans)| (*at, Arc::clone(spans))).collect()
        }
        _ => BTreeMap::new(),
    };
    let mut table = Table {
        kind,
        at: Arc::clone(at),
        collection: Arc::from(spec.map_or(collection, |spec| spec.collection)),
        columns,
        rows,
        transposed: false,
        preamble: region.preamble.clone(),
        rich,
    };
    names::join(&mut table);
    if table.kind == SheetKind::Plan {
        glued::find(&table, findings);
    }
    table
}

/// What a row of a table is.
enum Sort {
    Data,
    Section(Arc<str>),
    /// The heading again.
    Repeated,
    /// Not data, and nobody would expect it there.
    Stranger,
    /// Not data, as every reader sees: totals, an example, a signature.
    Silent,
}

struct Reading<'a> {
    at: &'a Arc<Sheet>,
    columns: &'a [Column],
    kind: SheetKind,
    required: Vec<usize>,
    merged: Merged,
    /// The first cell of each column that has values but no heading.
    nameless: BTreeMap<u32, CellRef>,
    /// Rows with a cell over at least half of the columns, and where such cells begin.
    wide: BTreeSet<u32>,
    wide_from: BTreeSet<(u32, u32)>,
    /// Whether activities have whole numbers: then one that lacks all else is no section.
    counts_whole: bool,
    /// The number of the activity above.
    before: Option<Arc<str>>,
}

impl Reading<'_> {
    fn sort(&self, raw: &RawRow, region: &Region, after_gap: bool) -> Sort {
        let Some(first) = raw.cells.first() else { return Sort::Silent };
        let text = first.text().unwrap_or_default();
        let heading = region.heading(first.column);
        if heading.is_some_and(|heading| initial(&heading.text) == initial(text)) && is_heading(raw, region) {
            return Sort::Repeated;
        }
        // Folding each row of a long list costs: only words of these letters, and what stands apart, can be no data.
        let is_suspect = after_gap || matches!(initial(text), Some('и' | 'в'));
        let folded = if is_suspect && text.len() <= 240 { fold(text) } else { String::new() };
        let first_word = folded.split(' ').next().unwrap_or_default();
        // Rows that are numbered in advance and never filled.
        let is_unfilled =
            raw.cells.len() == 1 && self.columns.len() > 2 && is_number(&written(&first.value, first.shown));
        let is_total = matches!(first_word, "итого" | "всего");
        if is_total || is_unfilled || is_example(raw) || self.is_line_of_numbers(raw) {
            return Sort::Silent;
        }
        let known =
            |place: &usize| self.columns.get(*place).is_some_and(|column| self.has(raw, column.column));
        if self.kind == SheetKind::Plan
            && let Some(title) = self.section(raw)
        {
            return Sort::Section(title);
        }
        // A caption over a part of a list: «Экспертный совет» across all columns.
        if self.kind != SheetKind::Plan && raw.cells.len() == 1 && self.wide.contains(&raw.row) {
            return Sort::Stranger;
        }
        let is_signed = || raw.cells.iter().any(|cell| cell.text().is_some_and(|text| text.contains("____")));
        let is_short = raw.cells.len() * 2 <= self.columns.len().max(4);
        let is_footer = after_gap && (is_short && FOOTERS.contains(&first_word) || is_signed());
        if is_footer {
            return Sort::Silent;
        }
        if self.required.is_empty() || self.required.iter().any(known) {
            Sort::Data
        } else if after_gap
            || raw
                .cells
                .iter()
                .all(|cell| self.columns.binary_search_by_key(&cell.column, |c| c.column).is_err())
        {
            Sort::Silent
        } else {
            Sort::Stranger
        }
    }

    fn has(&self, raw: &RawRow, column: u32) -> bool {
        raw.cell(column).is_some_and(|cell| cell.text().is_none_or(|text| !text.trim().is_empty()))
            || self.merged.value(raw.row, column).is_some()
    }

    /// «1 | 2 | 3 | 4 | 5», which a printed table repeats with its heading.
    fn is_line_of_numbers(&self, raw: &RawRow) -> bool {
        self.columns.len() >= 3 && raw.cells.len() == self.columns.len() && region::counts(raw)
    }

    /// A title of a section: one text in the row, in a column where no bare number of an activity stands.
    fn section(&self, raw: &RawRow) -> Option<Arc<str>> {
        let mut texts =
            raw.cells.iter().filter(|cell| cell.text().is_some_and(|text| !text.trim().is_empty()));
        let (first, second, third) = (texts.next()?, texts.next(), texts.next());
        let text = first.text()?.trim();
        let in_front = self.columns.iter().take(2).any(|column| column.column == first.column);
        if raw.cells.len() == 1 && second.is_none() && in_front && !is_number(text) {
            return Some(Arc::from(text));
        }
        // The number of the section in a cell of its own: «1.» beside «Создание …», and nothing else in the row.
        let number = self
            .columns
            .first()
            .filter(|column| column.kind == ColumnKind::Number && column.column == first.column)?;
        let title = second.filter(|_| third.is_none() && raw.cells.len() == 2 && is_number(text))?;
        let is_whole =
            is_whole(text) && (!self.counts_whole || self.wide_from.contains(&(raw.row, title.column)));
        let in_title = self.columns.get(1).is_some_and(|column| column.column == title.column);
        (is_whole && in_title && number.column < title.column)
            .then(|| Arc::from(format!("{text} {}", title.text().unwrap_or_default().trim())))
    }

    fn stranger(&self, raw: &RawRow) -> Finding {
        let first = raw.cells.first();
        let value = first.map(|cell| written(&cell.value, cell.shown)).unwrap_or_default();
        let column = first.map_or(0, |cell| cell.column);
        let required = self.required.first().and_then(|place| self.columns.get(*place));
        Finding::new(Code::RowSkipped, Location::Cell(Arc::clone(self.at), CellRef::new(raw.row, column)))
            .with("value", value.chars().take(80).collect::<String>())
            .with("heading", required.map_or("", |column| &column.heading))
    }

    fn decode(&mut self, raw: &RawRow, findings: &mut Vec<Finding>) -> Row {
        let mut cells = Vec::with_capacity(self.columns.len());
        let mut rest = raw.cells.iter().peekable();
        let mut struck = None;
        for column in self.columns {
            while let Some(cell) = rest.next_if(|cell| cell.column < column.column) {
                self.nameless.entry(cell.column).or_insert_with(|| CellRef::new(raw.row, cell.column));
            }
            let own = rest.next_if(|cell| cell.column == column.column);
            let cell = match own {
                None if !self.merged.is_empty() => self.merged.value(raw.row, column.column),
                own => own,
            };
            let Some(cell) = cell else {
                cells.push(Cell::Empty);
                continue;
            };
            if cell.struck && struck.is_none() {
                struck = Some(column.column);
            }
            let field = Field {
                heading: &column.heading,
                kind: column.kind,
                is_known: column.canonical.is_some() || matches!(column.kind, ColumnKind::Choice(_)),
                before: self.before.as_deref(),
            };
            let at = || Location::Cell(Arc::clone(self.at), CellRef::new(raw.row, column.column));
            let value = decode(cell, &field, &at, findings);
            if column.kind == ColumnKind::Number
                && let Cell::Text(text) = &value
            {
                self.before = Some(Arc::clone(text));
            }
            cells.push(value);
        }
        for cell in rest {
            self.nameless.entry(cell.column).or_insert_with(|| CellRef::new(raw.row, cell.column));
        }
        if let Some(column) = struck {
            findings.push(Finding::new(
                Code::CellStruck,
                Location::Cell(Arc::clone(self.at), CellRef::new(raw.row, column)),
            ));
        }
        Row { row: raw.row, is_section: false, cells }
    }
}

/// Whether the text is a number of a row: `3`, `2.1.`, `4)`.
fn is_number(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '))
}

fn is_whole(text: &str) -> bool {
    is_number(text) && !text.trim_end_matches(['.', ')', ' ']).contains('.')
}

/// Whether one of the first two cells says that the row is an example.
fn is_example(raw: &RawRow) -> bool {
    raw.cells.iter().take(2).filter_map(RawCell::text).any(|text| {
        let rest =
            text.trim_start().strip_prefix("Пример").or_else(|| text.trim_start().strip_prefix("ПРИМЕР"));
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })
}

/// The first letter or digit, folded.
fn initial(text: &str) -> Option<char> {
    let letter = text.chars().find(|letter| letter.is_alphanumeric() || matches!(letter, '№' | '#'))?;
    fold(letter.encode_utf8(&mut [0; 4])).chars().next()
}

/// Whether the row is the heading again.
fn is_heading(raw: &RawRow, region: &Region) -> bool {
    raw.cells.len() >= 2
        && raw.cells.iter().all(|cell| {
            let heading = region.heading(cell.column);
            heading.is_some_and(|heading| cell.text().is_some_and(|text| fold(text) == heading.folded))
        })
}
