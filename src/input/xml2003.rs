//! Workbooks of Excel 2003 in XML, which 1С and portals still write under the name .xls.

use super::grid::{Grid, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, Merge, Raw, RawCell, RawRow, Shown};
use super::refusal::Refusal;
use super::xml::{Events, attribute, is_true, push_reference};
use crate::location::CellRef;
use chrono::{NaiveDateTime, NaiveTime};
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;
use std::io::BufRead;
use std::sync::Arc;

/// The sheets of the workbook.
///
/// # Errors
/// Damage, and sheets beyond every measure.
pub fn read(source: &mut dyn BufRead) -> Result<Vec<Grid>, Refusal> {
    let mut events = Events::new(source, "Workbook");
    let mut book = Reading::default();
    while let Some(event) = events.next()? {
        match event {
            Event::Start(element) => book.open(&element)?,
            Event::Empty(element) => {
                book.open(&element)?;
                book.close(element.local_name().as_ref())?;
            }
            Event::End(element) => book.close(element.local_name().as_ref())?,
            Event::Text(text) if book.in_data => book.text.push_str(&text.xml10_content()),
            Event::CData(text) if book.in_data => book.text.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if book.in_data => {
                push_reference(&reference, &mut book.text, "Workbook")?;
            }
            _ => {}
        }
        if book.text.len() > MAX_TEXT {
            return Err(Refusal::TooBig { place: "Workbook".to_owned() });
        }
    }
    if !book.is_whole {
        return Err(events.damaged());
    }
    if book.grids.is_empty() { Err(Refusal::NoSheets) } else { Ok(book.grids) }
}

#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "states of a stream of events, each on its own")]
struct Reading {
    grids: Vec<Grid>,
    row: u32,
    column: u32,
    cells: usize,
    in_data: bool,
    kind: String,
    text: String,
    has_data: bool,
    has_formula: bool,
    style: String,
    cell_style: String,
    struck: HashSet<String>,
    is_whole: bool,
    across: u32,
}

impl Reading {
    fn number(element: &BytesStart<'_>, name: &str) -> Result<Option<u32>, Refusal> {
        attribute(element, name)
            .map(|text| text.parse::<u32>().map_err(|_| Refusal::damaged(format!("Workbook: {name}={text}"))))
            .transpose()
    }

    fn open(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        match element.local_name().as_ref() {
            "Style" => self.style = attribute(element, "ID").unwrap_or_default().into_owned(),
            "Font" if attribute(element, "StrikeThrough").is_some_and(|strike| is_true(&strike)) => {
                self.struck.insert(self.style.clone());
            }
            "Worksheet" => {
                self.grids.push(Grid::named(attribute(element, "Name").unwrap_or_default()));
                self.row = 0;
            }
            "Row" => {
                if let Some(index) = Self::number(element, "Index")? {
                    self.row = index.checked_sub(1).ok_or_else(|| Refusal::damaged("Row"))?;
                }
                self.column = 0;
                if self.row >= MAX_ROWS {
                    return Err(Refusal::damaged("Row"));
                }
                let hidden = attribute(element, "Hidden").is_some_and(|hidden| is_true(&hidden));
                if let Some(grid) = self.grids.last_mut() {
                    if grid.rows.last().is_some_and(|last| last.row >= self.row) {
                        return Err(Refusal::damaged(format!("Row {}", self.row + 1)));
                    }
                    grid.rows.push(RawRow { row: self.row, hidden, cells: Vec::new() });
                }
            }
            "Cell" => {
                if let Some(index) = Self::number(element, "Index")? {
                    let column = index.checked_sub(1).filter(|column| *column >= self.column);
                    self.column = column.ok_or_else(|| Refusal::damaged("Cell"))?;
                }
                if self.column >= MAX_COLUMNS {
                    return Err(Refusal::damaged("Cell"));
                }
                self.across = Self::number(element, "MergeAcross")?.unwrap_or(0).min(MAX_COLUMNS);
                let down = Self::number(element, "MergeDown")?.unwrap_or(0).min(MAX_ROWS);
                if (self.across > 0 || down > 0)
                    && let Some(grid) = self.grids.last_mut()
                {
                    let from = CellRef::new(self.row, self.column);
                    grid.merges
                        .push(Merge { from, to: CellRef::new(self.row + down, self.column + self.across) });
                }
                self.cell_style = attribute(element, "StyleID").unwrap_or_default().into_owned();
                self.has_formula = attribute(element, "Formula").is_some();
                self.has_data = false;
                self.text.clear();
            }
            "Data" => {
                self.kind = attribute(element, "Type").unwrap_or_default().into_owned();
                (self.in_data, self.has_data) = (true, true);
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "Workbook" => self.is_whole = true,
            "Data" => self.in_data = false,
            "Cell" => {
                let column = self.column;
                self.column = column.saturating_add(1 + self.across);
                let Some(value) = self.value() else { return Ok(()) };
                self.cells += 1;
                if self.cells > MAX_CELLS {
                    return Err(Refusal::TooBig { place: "Workbook".to_owned() });
                }
                let struck = self.struck.contains(&self.cell_style);
                if let Some(row) = self.grids.last_mut().and_then(|grid| grid.rows.last_mut()) {
                    row.cells.push(RawCell { column, shown: Shown::General, struck, value });
                }
            }
            "Row" => {
                self.row += 1;
                if let Some(grid) = self.grids.last_mut()
                    && grid.rows.last().is_some_and(|row| row.cells.is_empty())
                {
                    grid.rows.pop();
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn value(&self) -> Option<Raw> {
        let text = self.text.as_str();
        if !self.has_data || text.is_empty() {
            return (self.has_formula && !self.has_data).then_some(Raw::NotComputed);
        }
        let broken = || Raw::Broken(Arc::from(text));
        Some(match self.kind.as_str() {
            "Number" => {
                text.trim().parse().ok().filter(|n: &f64| n.is_finite()).map_or_else(broken, Raw::Number)
            }
            "Boolean" => Raw::Bool(is_true(text.trim())),
            "Error" => Raw::Error(Arc::from(text)),
            "DateTime" => text.trim().trim_end_matches('Z').parse::<NaiveDateTime>().map_or_else(
                |_| broken(),
                |moment| match (moment.date().to_string().as_str(), moment.time()) {
                    // A time of day is stored on the day before the count begins.
                    ("1899-12-31", time) => Raw::Time(time),
                    (_, NaiveTime::MIN) => Raw::Date(moment.date()),
                    _ => Raw::DateTime(moment),
                },
            ),
            _ => Raw::Text(Arc::from(text)),
        })
    }
}
