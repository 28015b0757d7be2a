//! The rows of a sheet's template, read: which cells stay, which are formulas, which hold tags.

use super::super::expression::Expr;
use super::super::heal::{Spot, read_tags};
use super::super::program::Step;
use super::super::xml::{Dom, Id, Vocabulary, attributes, decode};
use super::formula;
use super::reference::{Corner, LAST_ROW, Span};
use super::styles::{Style, Styles};
use super::text::{Text, content};
use crate::diagnostic::{Code, Finding};
use crate::location::{CellRef, Location, Sheet};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

/// A row of the template.
#[derive(Debug)]
pub(super) struct Row {
    pub number: u32,
    /// Its attributes but its number.
    pub attributes: String,
    pub cells: Vec<Cell>,
}

/// A cell of the template.
#[derive(Debug)]
pub(super) struct Cell {
    pub column: u32,
    /// Its attributes but its place and its type.
    pub attributes: String,
    pub content: Content,
}

/// What a cell holds.
#[derive(Debug)]
pub(super) enum Content {
    /// What stays: the attribute of its type, the markup.
    Kept(String, String),
    /// A formula: the attributes of its element, the range that it fills, its text.
    Formula(String, Option<Span>, String),
    /// Tags.
    Tags(Tags),
}

/// A text with tags.
#[derive(Debug)]
pub(super) struct Tags {
    text: Text,
    /// The tags that stay in the cell; those of blocks of rows are taken out.
    pub own: Vec<(Range<usize>, usize)>,
    /// All tags, with what is between them, as they were read.
    pub all: Vec<(Range<usize>, usize)>,
    /// What makes its content; compiled when the blocks of rows are known.
    pub steps: Vec<Step>,
    /// The one value that it is.
    pub single: Option<Expr>,
    pub style: Style,
    pub at: Location,
}

/// What the cells of all sheets refer to.
pub(super) struct Context<'a> {
    pub strings: &'a [Text],
    pub styles: &'a Styles,
    pub sheet: Arc<Sheet>,
}

impl Tags {
    /// Whether all that it holds are tags of blocks that are not its own.
    pub fn is_bare(&self) -> bool {
        let mut rest = self.text.whole();
        for (range, _) in self.all.iter().rev() {
            rest.replace_range(range.clone(), "");
        }
        rest.trim().is_empty() && self.own.is_empty()
    }

    /// Compiles what has stayed in the cell.
    pub fn compile(&mut self, prefix: &str, spots: &[Spot]) {
        // Tags of rows are cut out of the text: as tags of nothing they print nothing.
        let gone: Vec<Range<usize>> =
            self.all.iter().filter(|tag| !self.own.contains(tag)).map(|(range, _)| range.clone()).collect();
        let mut text = self.text.clone();
        let mut tags = self.own.clone();
        for range in gone.iter().rev() {
            cut(&mut text, range);
            for (other, _) in &mut tags {
                if other.start >= range.end {
                    *other = other.start - range.len()..other.end - range.len();
                }
            }
        }
        self.single = match text.single(&tags, spots) {
            Some(super::super::tag::Tag::Print(value)) => Some(value.clone()),
            _ => None,
        };
        self.steps = text.steps(prefix, &tags, spots);
    }
}

fn cut(text: &mut Text, range: &Range<usize>) {
    let mut start = 0;
    for run in &mut text.runs {
        let length = run.text.len();
        let (from, to) = (range.start.clamp(start, start + length), range.end.clamp(start, start + length));
        run.text.replace_range(from - start..to - start, "");
        start += length;
    }
}

/// The rows under `sheetData`.
pub(super) fn read(
    dom: &Dom,
    data: Id,
    context: &Context<'_>,
    spots: &mut Vec<Spot>,
    findings: &mut Vec<Finding>,
) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    // The formulas that others share, by their number: text, row, column.
    let mut shared: HashMap<String, (String, u32, u32)> = HashMap::new();
    for id in dom.nodes[data].children.iter().copied() {
        if dom.named(id) != Some((Vocabulary::Sheet, "row")) {
            continue;
        }
        let tag = attributes(dom.start_tag(id));
        let given = tag.iter().find(|(name, _)| *name == "r").and_then(|(_, value)| value.parse().ok());
        // A stranger's file may name a row that no sheet has.
        let given = given.filter(|row| (1..=LAST_ROW).contains(row));
        let number = given.unwrap_or_else(|| rows.last().map_or(1, |row| row.number + 1));
        let kept = tag.iter().filter(|(name, _)| *name != "r");
        let mut row = Row { number, attributes: joined(kept), cells: Vec::new() };
        for cell in dom.nodes[id].children.iter().copied() {
            if dom.named(cell) == Some((Vocabulary::Sheet, "c")) {
                let column = row.cells.last().map_or(1, |cell| cell.column + 1);
                let cell = self::cell(dom, cell, (number, column), context, &mut shared, spots, findings);
                row.cells.push(cell);
            }
        }
        rows.push(row);
    }
    rows
}

fn cell(
    dom: &Dom,
    id: Id,
    (row, next): (u32, u32),
    context: &Context<'_>,
    shared: &mut HashMap<String, (String, u32, u32)>,
    spots: &mut Vec<Spot>,
    findings: &mut Vec<Finding>,
) -> Cell {
    let tag = attributes(dom.start_tag(id));
    let attribute = |wanted: &str| tag.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value);
    let column = attribute("r").and_then(Corner::read).map_or(0, |corner| corner.column);
    let column = if column == 0 { next } else { column };
    let kind = attribute("t").unwrap_or_default();
    let kept = joined(tag.iter().filter(|(name, _)| !matches!(*name, "r" | "t")));
    let child = |name: &str| {
        let children = dom.nodes[id].children.iter();
        children.copied().find(|child| dom.named(*child) == Some((Vocabulary::Sheet, name)))
    };
    let at = Location::Cell(Arc::clone(&context.sheet), CellRef::new(row - 1, column - 1));
    if let Some(element) = child("f")
        && !dom.start_tag(element).contains("\"dataTable\"")
    {
        let formula = formula_of(dom, element, (row, column), shared);
        if let Content::Formula(_, _, text) = &formula
            && formula::has_tag(text)
        {
            findings.push(Finding::new(Code::TemplateFormulaTag, at));
        }
        return Cell { column, attributes: kept, content: formula };
    }
    let text = match kind {
        "s" => child("v")
            .and_then(|value| context.strings.get(content(dom, value).trim().parse::<usize>().ok()?))
            .cloned(),
        "inlineStr" => child("is").map(|element| Text::read(dom, element)),
        "str" => child("v").map(|value| Text::plain(content(dom, value))),
        _ => None,
    };
    if let Some(text) = text.filter(|text| super::has_braces(&text.whole())) {
        let all = read_tags(&text.whole(), &at, spots, findings);
        let style = attribute("s").and_then(|style| style.parse().ok()).unwrap_or(0);
        let style = context.styles.of(style);
        let tags = Tags { text, own: all.clone(), all, steps: Vec::new(), single: None, style, at };
        return Cell { column, attributes: kept, content: Content::Tags(tags) };
    }
    let kind = if kind.is_empty() { String::new() } else { format!(" t=\"{kind}\"") };
    let inner = dom.nodes[id].children.iter().map(|child| dom.markup(*child)).collect();
    Cell { column, attributes: kept, content: Content::Kept(kind, inner) }
}

/// A formula; one that shares another's text gets its own.
fn formula_of(
    dom: &Dom,
    element: Id,
    (row, column): (u32, u32),
    shared: &mut HashMap<String, (String, u32, u32)>,
) -> Content {
    let tag = attributes(dom.start_tag(element));
    let attribute = |wanted: &str| tag.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value);
    let mut text = content(dom, element);
    let is_shared = attribute("t") == Some("shared");
    if let Some(number) = attribute("si").filter(|_| is_shared) {
        if text.is_empty() {
            if let Some((master, of_row, of_column)) = shared.get(number) {
                let by = (i64::from(row) - i64::from(*of_row), i64::from(column) - i64::from(*of_column));
                text = formula::moved(master, by.0, by.1);
            }
        } else {
            shared.insert(number.to_owned(), (text.clone(), row, column));
        }
    }
    let is_kept = |name: &str| !(matches!(name, "ref" | "ca") || is_shared && matches!(name, "t" | "si"));
    let kept = joined(tag.iter().filter(|(name, _)| is_kept(name)));
    let range = attribute("ref").filter(|_| !is_shared).and_then(Span::read);
    Content::Formula(kept, range, text)
}

/// Attributes as they stand in a tag, each after a space.
fn joined<'a>(attributes: impl Iterator<Item = &'a (&'a str, &'a str)>) -> String {
    let mut out = String::new();
    for (name, value) in attributes {
        let value = decode(value).replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
        let _ = write!(out, " {name}=\"{value}\"");
    }
    out
}
