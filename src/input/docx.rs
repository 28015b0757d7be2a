//! Tables of a Word document: a plan is often one, split in two, its heading repeated.

use super::grid::{Grid, MAX_CELLS, MAX_TEXT, Merge, Raw, RawCell, RawRow};
use super::package::Package;
use super::refusal::{Foreign, Refusal};
use super::xml::{Events, attribute, is_true, push_reference};
use crate::location::CellRef;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::BufRead;
use std::sync::Arc;

/// How refusals name the part.
const PART: &str = "word/document.xml";

/// The document's outermost tables one below the other on one sheet of that name, a row apart, its paragraphs in between as rows of one cell.
///
/// # Errors
/// [`Foreign::Word`] where it has no table; damage.
pub fn read(package: &mut Package<'_>, part: &str, name: &str) -> Result<Vec<Grid>, Refusal> {
    package.part(part, |source| body(source, name))
}

fn body(source: &mut dyn BufRead, name: &str) -> Result<Vec<Grid>, Refusal> {
    let mut events = Events::new(source, PART);
    let mut document = Reading { grid: Grid::named(name), ..Reading::default() };
    let (mut is_whole, mut in_text) = (false, false);
    while let Some(event) = events.next()? {
        match event {
            Event::Start(element) => {
                in_text = element.local_name().as_ref() == "t";
                document.open(&element);
            }
            Event::Empty(element) => {
                document.open(&element);
                document.close(element.local_name().as_ref())?;
            }
            Event::End(element) => {
                let name = element.local_name();
                in_text &= name.as_ref() != "t";
                is_whole |= name.as_ref() == "document";
                document.close(name.as_ref())?;
            }
            Event::Text(text) if in_text && document.takes_text() => {
                document.text.push_str(&text.xml10_content());
            }
            Event::CData(text) if in_text && document.takes_text() => {
                document.text.push_str(&text.xml10_content());
            }
            Event::GeneralRef(reference) if in_text && document.takes_text() => {
                push_reference(&reference, &mut document.text, PART)?;
            }
            _ => {}
        }
    }
    match (is_whole, document.tables) {
        (false, _) => Err(events.damaged()),
        (true, 0) => Err(Refusal::Foreign(Foreign::Word)),
        (true, _) => Ok(vec![document.grid]),
    }
}

#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "states of a stream of events, each on its own")]
struct Reading {
    grid: Grid,
    tables: usize,
    depth: usize,
    /// Open elements whose text is not the document's: deleted text, text boxes, their fallbacks.
    aside: usize,
    row: u32,
    column: u32,
    cells: Vec<RawCell>,
    count: usize,
    in_cell: bool,
    text: String,
    struck: bool,
    has_struck: bool,
    has_plain: bool,
    merge: Option<bool>,
    /// For each column, where a cell merged downwards begins, and its place among the merges once it has one.
    merged: BTreeMap<u32, (CellRef, Option<usize>)>,
}

impl Reading {
    /// Text of the body and of cells of the outermost tables.
    fn takes_text(&mut self) -> bool {
        let takes = self.aside == 0 && self.depth <= 1;
        if takes {
            *(if self.struck { &mut self.has_struck } else { &mut self.has_plain }) = true;
        }
        takes
    }

    fn open(&mut self, element: &BytesStart<'_>) {
        let value = || attribute(element, "val");
        match element.local_name().as_ref() {
            "del" | "moveFrom" | "txbxContent" | "Fallback" | "instrText" => self.aside += 1,
            "tbl" => {
                self.depth += 1;
                if self.depth == 1 {
                    self.tables += 1;
                    self.row += 1;
                    self.text.clear();
                    self.merged.clear();
                }
            }
            "tr" if self.depth == 1 => self.column = 0,
            "tc" if self.depth == 1 => {
                (self.in_cell, self.merge) = (true, None);
                (self.has_struck, self.has_plain) = (false, false);
                self.text.clear();
            }
            "vMerge" if self.depth == 1 => self.merge = Some(value().as_deref() == Some("restart")),
            "p" if self.in_cell && self.depth == 1 && !self.text.is_empty() => self.text.push('\n'),
            "r" => self.struck = false,
            "strike" | "dstrike" => self.struck = value().is_none_or(|value| is_true(&value)),
            "tab" if self.aside == 0 && self.depth <= 1 && !self.text.is_empty() => self.text.push('\t'),
            "br" | "cr" if self.aside == 0 && self.depth <= 1 => self.text.push('\n'),
            "noBreakHyphen" if self.aside == 0 && self.depth <= 1 => self.text.push('-'),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "del" | "moveFrom" | "txbxContent" | "Fallback" | "instrText" => {
                self.aside = self.aside.saturating_sub(1);
            }
            "tbl" => {
                if self.depth == 1 {
                    self.row += 1;
                }
                self.depth = self.depth.saturating_sub(1);
            }
            "tr" if self.depth == 1 => {
                let cells = std::mem::take(&mut self.cells);
                if !cells.is_empty() {
                    self.grid.rows.push(RawRow { row: self.row, hidden: false, cells });
                }
                self.row += 1;
            }
            "tc" if self.depth == 1 => self.close_cell()?,
            "p" if self.depth == 0 && self.aside == 0 => {
                let text = std::mem::take(&mut self.text);
                if !text.trim().is_empty() {
                    let cell = RawCell::new(0, Raw::Text(Arc::from(text.trim())));
                    self.grid.rows.push(RawRow { row: self.row, hidden: false, cells: vec![cell] });
                }
                self.row += 1;
            }
            _ => {}
        }
        if self.text.len() > MAX_TEXT {
            return Err(Refusal::TooBig { place: PART.to_owned() });
        }
        Ok(())
    }

    /// Cells are counted, not measured: the grid of a table that Word has edited differs from row to row, its cells do not.
    fn close_cell(&mut self) -> Result<(), Refusal> {
        self.in_cell = false;
        let (column, at) = (self.column, CellRef::new(self.row, self.column));
        self.column += 1;
        self.count += 1;
        if self.count > MAX_CELLS {
            return Err(Refusal::TooBig { place: PART.to_owned() });
        }
        match self.merge {
            Some(true) => {
                self.merged.insert(column, (at, None));
            }
            Some(false) => {
                if let Some((from, place)) = self.merged.get_mut(&column) {
                    let last = place.and_then(|place| self.grid.merges.get_mut(place));
                    if let Some(merge) = last {
                        merge.to = at;
                    } else {
                        *place = Some(self.grid.merges.len());
                        self.grid.merges.push(Merge { from: *from, to: at });
                    }
                }
            }
            None => {
                self.merged.remove(&column);
            }
        }
        let text = std::mem::take(&mut self.text);
        if !text.trim().is_empty() {
            let mut cell = RawCell::new(column, Raw::Text(Arc::from(text.trim_matches('\n'))));
            cell.struck = self.has_struck && !self.has_plain;
            self.cells.push(cell);
        }
        Ok(())
    }
}
