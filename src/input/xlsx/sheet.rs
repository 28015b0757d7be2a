//! The cells of one worksheet, in one pass over its part.

use super::super::grid::{
    CellCount, Grid, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, Merge, Raw, RawCell, RawRow, Shown,
};
use super::super::refusal::Refusal;
use super::super::xml::{Events, attribute, is_true, push_reference, raw_attributes};
use super::plain;
use super::serial::from_serial;
use super::strings::Run;
use super::styles::{Class, Font, Style, Styles};
use crate::location::CellRef;
use crate::model::table::Span;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;
use std::io::BufRead;
use std::sync::Arc;

/// The most merged ranges that are kept; beyond them a sheet is no table.
const MAX_MERGES: usize = 200_000;

/// The most texts with bold or italic that are kept of a sheet; beyond them all is plain.
const MAX_RICH: usize = 500_000;

/// What the cells of all sheets of a workbook refer to.
pub struct Context<'a> {
    pub strings: &'a [Arc<str>],
    /// The runs of those texts that have any, by their index.
    pub rich: &'a HashMap<usize, Vec<Run>>,
    pub styles: &'a Styles,
    pub is_1904: bool,
}

/// A cell while its element is open.
#[derive(Default)]
struct Open {
    at: CellPlace,
    style: Option<usize>,
    kind: Kind,
    text: String,
    has_value: bool,
    has_formula: bool,
}

#[derive(Clone, Copy, Default)]
struct CellPlace {
    row: u32,
    column: u32,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    Shared,
    Text,
    Inline,
    Bool,
    Error,
    Iso,
    Unknown,
}

/// Reads one worksheet; `cells` counts its cells among those of the whole file.
pub fn read(
    source: &mut dyn BufRead,
    place: &str,
    context: &Context<'_>,
    cells: &mut CellCount<'_>,
) -> Result<Grid, Refusal> {
    let mut events = Events::new(source, place);
    let mut sheet =
        Reading { place, context, grid: Grid::default(), next: CellPlace::default(), open: Open::default() };
    let (mut is_cell, mut takes_text, mut in_phonetic) = (false, false, false);
    let (mut is_worksheet, mut is_whole) = (false, false);
    while let Some(event) = events.next()? {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "c" => {
                    sheet.open_cell(element.attributes_raw())?;
                    is_cell = true;
                }
                "v" => {
                    takes_text = is_cell && sheet.open.kind != Kind::Inline;
                    sheet.open.has_value |= takes_text;
                }
                "t" => {
                    takes_text = is_cell && sheet.open.kind == Kind::Inline && !in_phonetic;
                    sheet.open.has_value |= takes_text;
                }
                "f" => sheet.open.has_formula = true,
                "rPh" => in_phonetic = true,
                "row" => {
                    sheet.open_row(&element)?;
                    events.take(|bytes| sheet.plain_cells(bytes, cells))?;
                }
                "worksheet" => is_worksheet = true,
                "col" | "mergeCell" => sheet.aside(&element)?,
                _ => {}
            },
            Event::Empty(element) => match element.local_name().as_ref() {
                "c" => {
                    sheet.open_cell(element.attributes_raw())?;
                    sheet.close_cell(cells)?;
                }
                "f" => sheet.open.has_formula = true,
                "row" => {
                    sheet.open_row(&element)?;
                    sheet.next = CellPlace { row: sheet.next.row + 1, column: 0 };
                }
                "worksheet" => (is_worksheet, is_whole) = (true, true),
                "col" | "mergeCell" => sheet.aside(&element)?,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "c" => {
                    sheet.close_cell(cells)?;
                    is_cell = false;
                    events.take(|bytes| sheet.plain_cells(bytes, cells))?;
                }
                "v" | "t" => takes_text = false,
                "rPh" => in_phonetic = false,
                "row" => sheet.next = CellPlace { row: sheet.next.row + 1, column: 0 },
                "worksheet" => is_whole = true,
                _ => {}
            },
            Event::Text(text) if takes_text => sheet.open.text.push_str(&text.xml10_content()),
            Event::CData(text) if takes_text => sheet.open.text.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if takes_text => {
                push_reference(&reference, &mut sheet.open.text, place)?;
            }
            _ => {}
        }
    }
    if is_worksheet && is_whole { sheet.grid.in_order(place) } else { Err(events.damaged()) }
}

struct Reading<'a> {
    place: &'a str,
    context: &'a Context<'a>,
    grid: Grid,
    /// Where the next row or cell stands that does not say it.
    next: CellPlace,
    open: Open,
}

impl Reading<'_> {
    fn damaged(&self, what: &str) -> Refusal {
        Refusal::damaged(format!("{}: {what}", self.place))
    }

    fn open_row(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let mut hidden = false;
        for (key, value) in raw_attributes(element.attributes_raw()) {
            match key {
                "r" => {
                    let row = value.parse::<u32>().ok().filter(|row| (1..=MAX_ROWS).contains(row));
                    self.next.row = row.ok_or_else(|| self.damaged(value))? - 1;
                }
                "hidden" => hidden = is_true(value),
                _ => {}
            }
        }
        self.next.column = 0;
        // A row is mostly as wide as the one above.
        let width = self.grid.rows.last().map_or(0, |above| above.cells.len());
        self.grid.rows.push(RawRow { row: self.next.row, hidden, cells: Vec::with_capacity(width) });
        Ok(())
    }

    /// Takes the cells of the plainest form that the bytes begin with; says how many bytes they are.
    fn plain_cells(&mut self, bytes: &[u8], cells: &mut CellCount<'_>) -> Result<usize, Refusal> {
        let mut taken = 0;
        while let Some(cell) = bytes.get(taken..).and_then(plain::cell) {
            self.open_cell(cell.attributes)?;
            self.open.text.push_str(cell.value);
            self.open.has_value = !cell.value.is_empty();
            self.close_cell(cells)?;
            taken += cell.length;
        }
        Ok(taken)
    }

    fn open_cell(&mut self, attributes: &str) -> Result<(), Refusal> {
        let mut text = std::mem::take(&mut self.open.text);
        text.clear();
        self.open = Open { at: self.next, text, ..Open::default() };
        for (key, value) in raw_attributes(attributes) {
            match key {
                "r" => {
                    let at = address(value).ok_or_else(|| self.damaged(value))?;
                    self.open.at = CellPlace { row: at.row, column: at.column };
                }
                "s" => self.open.style = Some(value.parse().map_err(|_| self.damaged(value))?),
                "t" => {
                    self.open.kind = match value {
                        "n" => Kind::Number,
                        "s" => Kind::Shared,
                        "str" => Kind::Text,
                        "inlineStr" => Kind::Inline,
                        "b" => Kind::Bool,
                        "e" => Kind::Error,
                        "d" => Kind::Iso,
                        _ => Kind::Unknown,
                    }
                }
                _ => {}
            }
        }
        if self.open.at.row >= MAX_ROWS || self.open.at.column >= MAX_COLUMNS {
            return Err(self.damaged("XFD"));
        }
        self.next = CellPlace { row: self.open.at.row, column: self.open.at.column + 1 };
        Ok(())
    }

    fn close_cell(&mut self, cells: &mut CellCount<'_>) -> Result<(), Refusal> {
        let open = &self.open;
        if open.text.len() > MAX_TEXT {
            return Err(Refusal::TooBig {
                place: format!("{}: {}", self.place, CellRef::new(open.at.row, open.at.column)),
            });
        }
        // A style that the table does not have is a plain one: it says nothing that could be lost.
        let style = self.context.styles.get(open.style.unwrap_or(0)).unwrap_or_default();
        let value = match (open.has_value, open.has_formula) {
            (false, false) => return Ok(()),
            (false, true) => Raw::NotComputed,
            (true, has_formula) if open.text.is_empty() && open.kind != Kind::Shared => {
                // An empty text is what a formula may well give; an empty number is what none gave.
                if !has_formula || open.kind == Kind::Text {
                    return Ok(());
                }
                Raw::NotComputed
            }
            _ => self.value(style),
        };
        cells.one(self.place)?;
        let shown = if matches!(value, Raw::Number(_) | Raw::Date(_)) { style.shown } else { Shown::General };
        let cell = RawCell { column: open.at.column, shown, struck: style.font.struck, value };
        let at = open.at;
        self.keep_rich(&cell, style.font);
        match self.grid.rows.last_mut() {
            Some(row) if row.row == at.row => row.cells.push(cell),
            _ => self.grid.rows.push(RawRow { row: at.row, hidden: false, cells: vec![cell] }),
        }
        Ok(())
    }

    /// Keeps the bold and the italic of a text, where there is any.
    fn keep_rich(&mut self, cell: &RawCell, font: Font) {
        let Some(text) = cell.text() else { return };
        let shared = (self.open.kind == Kind::Shared).then(|| self.open.text.trim().parse::<usize>().ok());
        let runs = shared.flatten().and_then(|at| self.context.rich.get(&at));
        let span =
            |text: &str, font: Font| Span { text: text.into(), is_bold: font.bold, is_italic: font.italic };
        let spans: Vec<Span> = match runs {
            Some(runs) => runs.iter().map(|(text, own)| span(text, own.unwrap_or(font))).collect(),
            None => vec![span(text, font)],
        };
        if spans.iter().any(|span| span.is_bold || span.is_italic) && self.grid.rich.len() < MAX_RICH {
            self.grid.rich.insert(CellRef::new(self.open.at.row, cell.column), spans.into());
        }
    }

    fn value(&self, style: Style) -> Raw {
        let text = self.open.text.as_str();
        let broken = || Raw::Broken(Arc::from(text));
        match self.open.kind {
            Kind::Shared => {
                let found = text.trim().parse::<usize>().ok().and_then(|at| self.context.strings.get(at));
                found.map_or_else(broken, |text| Raw::Text(Arc::clone(text)))
            }
            Kind::Text | Kind::Inline => Raw::Text(Arc::from(text)),
            Kind::Bool => match text.trim() {
                "0" | "false" => Raw::Bool(false),
                "1" | "true" => Raw::Bool(true),
                _ => broken(),
            },
            Kind::Error => Raw::Error(Arc::from(text)),
            Kind::Iso => iso(text).unwrap_or_else(broken),
            Kind::Number => match number(text) {
                Some(number) if style.class == Class::Moment => from_serial(number, self.context.is_1904),
                Some(number) => Raw::Number(number),
                None => broken(),
            },
            Kind::Unknown => broken(),
        }
    }

    fn aside(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        if element.local_name().as_ref() == "mergeCell" {
            let range = attribute(element, "ref").unwrap_or_default();
            let (from, to) = range.split_once(':').unwrap_or((&range, &range));
            if let (Some(from), Some(to)) = (address(from), address(to))
                && from.row <= to.row
                && from.column <= to.column
                && from != to
            {
                self.grid.merges.push(Merge { from, to });
            }
            if self.grid.merges.len() > MAX_MERGES {
                return Err(Refusal::TooBig { place: self.place.to_owned() });
            }
            return Ok(());
        }
        if attribute(element, "hidden").is_some_and(|hidden| is_true(&hidden)) {
            let number = |name| attribute(element, name).and_then(|value| value.parse::<u32>().ok());
            if let (Some(from), Some(to)) = (number("min"), number("max"))
                && from >= 1
            {
                self.grid.hide_columns(from - 1, to.max(from) - 1);
            }
        }
        Ok(())
    }
}

/// A number as XML Schema writes one: no comma, no hexadecimal, nothing infinite.
fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let plain =
        text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'e' | b'E'));
    text.parse::<f64>().ok().filter(|number| plain && number.is_finite())
}

/// An ISO 8601 date, time, or both.
fn iso(text: &str) -> Option<Raw> {
    let text = text.trim().trim_end_matches('Z');
    if let Ok(date) = text.parse::<NaiveDate>() {
        return Some(Raw::Date(date));
    }
    if let Ok(time) = text.parse::<NaiveTime>() {
        return Some(Raw::Time(time));
    }
    let moment = text.parse::<NaiveDateTime>().ok()?;
    Some(if moment.time() == NaiveTime::MIN { Raw::Date(moment.date()) } else { Raw::DateTime(moment) })
}

/// The cell that an A1 reference names.
fn address(text: &str) -> Option<CellRef> {
    let text = text.as_bytes();
    let letters = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    if !(1..=3).contains(&letters) {
        return None;
    }
    let (letters, digits) = text.split_at(letters);
    let column =
        letters.iter().fold(0, |sum, letter| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    if digits.is_empty() || digits.len() > 7 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let row = digits.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
    ((1..=MAX_ROWS).contains(&row) && column <= MAX_COLUMNS).then(|| CellRef::new(row - 1, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_inside_the_sheet_or_none() {
        assert_eq!(address("A1"), Some(CellRef::new(0, 0)));
        assert_eq!(address("XFD1048576"), Some(CellRef::new(1_048_575, 16_383)));
        for none in ["", "A", "1", "A0", "XFE1", "A1048577", "AAAA1", "Б1", "A1B", "A4294967295"] {
            assert_eq!(address(none), None, "{none}");
        }
    }

    #[test]
    fn numbers_are_only_what_the_schema_calls_numbers() {
        assert_eq!(number("1.5E3"), Some(1500.0));
        for none in ["1,5", "0x1F", "NaN", "INF", "1e999", ""] {
            assert_eq!(number(none), None, "{none}");
        }
    }
}
