//! Runs a sheet's blocks over a document's values: which rows come out, with which cells, and where each has gone.

use super::super::evaluate::Evaluation;
use super::super::expression::Expr;
use super::super::tag::Word;
use super::super::xml::decode;
use super::blocks::{Block, Body, Node};
use super::height::Widths;
use super::row_map::{Path, RowMap};
use super::rows::{Content, Row, Tags};
use super::styles::Format;
use crate::diagnostic::{Code, Finding};
use crate::value::Data;
use chrono::{NaiveDate, NaiveTime, Timelike as _};
use std::rc::Rc;

/// Characters that a cell can hold.
const LONGEST: usize = 32_767;

/// What `text.rs` says of every text.
const SPACE: &str = " xml:space=\"preserve\"";

/// The type of a cell with a text of its own.
const TEXT: &str = " t=\"inlineStr\"";

/// A row that came out.
#[derive(Debug)]
pub(super) struct Placed<'t> {
    pub row: &'t Row,
    pub number: u32,
    pub path: Path,
    /// For each of its cells with tags, in their order, the attribute of its type and its markup.
    pub values: Vec<(&'static str, String)>,
    /// Whether it stands for a loop that had nothing to repeat.
    pub is_blank: bool,
    /// What its texts need, in points, where that is more than a line.
    pub height: Option<f64>,
}

/// What a sheet becomes.
#[derive(Debug, Default)]
pub(super) struct Grown<'t> {
    pub rows: Vec<Placed<'t>>,
    pub map: RowMap,
}

/// What a sheet's rows are run with.
pub(super) struct Grower<'t, 'e, 'a> {
    pub template: &'t [Row],
    pub evaluation: &'e mut Evaluation<'a>,
    /// The prefix of the sheet's elements.
    pub prefix: &'t str,
    pub widths: &'t Widths,
    pub is_1904: bool,
    pub grown: Grown<'t>,
    /// The number that the next row gets.
    pub next: u32,
}

impl<'t> Grower<'t, '_, '_> {
    /// Runs rows one after another.
    pub fn body(&mut self, body: &'t Body, path: &Path) {
        let mut next = body.first;
        for node in &body.nodes {
            let (first, last) = node.rows();
            // Rows that the file does not name are empty.
            self.pass_over(next, first.saturating_sub(1), path);
            match node {
                Node::Row(place, number) => self.row(*place, *number, path, false),
                Node::Block(block) => self.block(block, path),
            }
            next = last + 1;
        }
        self.pass_over(next, body.last, path);
    }

    fn pass_over(&mut self, first: u32, last: u32, path: &Path) {
        if first <= last {
            self.grown.map.push(first, last, self.next, path);
            self.next = self.next.saturating_add(last - first + 1);
        }
    }

    fn row(&mut self, place: usize, number: u32, path: &Path, is_blank: bool) {
        let Some(row) = self.template.get(place) else { return };
        self.grown.map.push(number, number, self.next, path);
        let mut placed = Placed {
            row,
            number: self.next,
            path: Rc::clone(path),
            values: Vec::new(),
            is_blank,
            height: None,
        };
        for cell in &row.cells {
            let Content::Tags(tags) = &cell.content else { continue };
            if !is_blank {
                let (kind, inner) = self.cell(tags);
                if kind == TEXT {
                    let text = plain(&inner);
                    let height = self.widths.height((number, cell.column), &text, &tags.style);
                    placed.height = placed.height.into_iter().chain(height).reduce(f64::max);
                }
                placed.values.push((kind, inner));
            }
        }
        self.grown.rows.push(placed);
        self.next = self.next.saturating_add(1);
    }

    fn block(&mut self, block: &'t Block, path: &Path) {
        let Some(((_, body), others)) = block.parts.split_first() else { return };
        let subject = &block.opening.subject;
        if matches!(block.opening.word, Word::If | Word::Unless) {
            let holds = self.evaluation.holds(subject, &block.at) != (block.opening.word == Word::Unless);
            let other = others.iter().find(|(condition, _)| {
                condition.as_ref().is_none_or(|condition| self.evaluation.holds(condition, &block.at))
            });
            match (holds, other) {
                (true, _) => self.body(body, path),
                (false, Some((_, other))) => self.body(other, path),
                (false, None) => {}
            }
            return;
        }
        let items = self.evaluation.items(&block.opening, &block.at);
        let count = items.len();
        let within = |pass: usize| -> Path { path.iter().copied().chain([(block.id, pass)]).collect() };
        for (pass, item) in items.into_iter().enumerate() {
            self.evaluation.enter(item, block.opening.item.clone(), Some((pass, count)));
            self.body(body, &within(pass));
            self.evaluation.leave();
        }
        if count == 0 {
            match others.iter().find(|(condition, _)| condition.is_none()) {
                Some((_, other)) => self.body(other, path),
                None if block.is_kept => self.blank(body, &within(0)),
                None => {}
            }
        }
    }

    /// Rows as they are with nothing in them; the blocks among them come out once too.
    fn blank(&mut self, body: &'t Body, path: &Path) {
        let mut next = body.first;
        for node in &body.nodes {
            let (first, last) = node.rows();
            self.pass_over(next, first.saturating_sub(1), path);
            match node {
                Node::Row(place, number) => self.row(*place, *number, path, true),
                Node::Block(block) => {
                    let within: Path = path.iter().copied().chain([(block.id, 0)]).collect();
                    if let Some((_, body)) = block.parts.first() {
                        self.blank(body, &within);
                    }
                }
            }
            next = last + 1;
        }
        self.pass_over(next, body.last, path);
    }

    /// A cell with tags: a number where it is one value that is a number, else text.
    fn cell(&mut self, tags: &Tags) -> (&'static str, String) {
        let prefix = self.prefix;
        if let Some(value) = &tags.single
            && let Ok(found) = self.evaluation.value(value)
            && self.evaluation.leaf(&found).is_some_and(|leaf| leaf.data == Data::Text("".into()))
            && matches!(value, Expr::Call(_))
        {
            // `{{или поле ""}}`: the cell may stay empty.
            return ("", String::new());
        }
        if let Some(value) = &tags.single
            && let Ok(found) = self.evaluation.value(value)
            && let Some(number) = self
                .evaluation
                .leaf(&found)
                .and_then(|leaf| number(&leaf.data, tags.style.format, self.is_1904))
        {
            return ("", format!("<{prefix}v>{number}</{prefix}v>"));
        }
        let mut text = String::new();
        self.evaluation.run(&tags.steps, &mut text);
        let length = plain(&text).chars().count();
        if length > LONGEST {
            let finding = Finding::new(Code::TemplateCellLong, tags.at.clone());
            self.evaluation.findings.push(finding.with("count", length));
        }
        if length == 0 {
            return ("", String::new());
        }
        (TEXT, format!("<{prefix}is>{}</{prefix}is>", spaced(&text)))
    }
}

/// White space at the ends of a text counts only where that is said; where there is none, nothing is said.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut pieces = text.split(SPACE);
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let content = piece.get(1..piece.find('<').unwrap_or(piece.len())).unwrap_or_default();
        if content.trim() != content {
            out.push_str(SPACE);
        }
        out.push_str(piece);
    }
    out
}

/// The text without its markup.
fn plain(text: &str) -> String {
    let text: String =
        text.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect();
    decode(&text).into_owned()
}

/// A value as the number that a cell holds; dates where the cell's own format shows dates.
fn number(data: &Data, format: Format, is_1904: bool) -> Option<f64> {
    match data {
        Data::Number(number) if format != Format::Text => Some(*number).filter(|number| number.is_finite()),
        Data::Money(kopecks) if format != Format::Text => Some(*kopecks as f64 / 100.0),
        Data::Date(day) if format == Format::Date => serial(*day, is_1904),
        Data::Time(time) if format == Format::Date => Some(fraction(*time)),
        _ => None,
    }
}

/// Days since the workbook's beginning of time; before March 1900 Excel counts a day that never was.
fn serial(day: NaiveDate, is_1904: bool) -> Option<f64> {
    let start =
        if is_1904 { NaiveDate::from_ymd_opt(1904, 1, 1) } else { NaiveDate::from_ymd_opt(1899, 12, 30) };
    let days = (day - start?).num_days();
    (days >= if is_1904 { 0 } else { 61 }).then_some(days as f64)
}

fn fraction(time: NaiveTime) -> f64 {
    f64::from(time.num_seconds_from_midnight()) / 86_400.0
}
