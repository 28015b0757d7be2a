//! OpenDocument spreadsheets, zipped (.ods) and flat (.fods), streamed like workbooks.
//!
//! Our own reader, for calamine's hangs on nested tables, spends seconds on a lying count of spaces, and knows neither merges nor what is
//! hidden or struck through.

use super::grid::{Grid, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, Merge, Raw, RawCell, RawRow, Shown};
use super::package::Package;
use super::refusal::Refusal;
use super::xml::{Events, attribute, push_reference};
use crate::location::CellRef;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;
use std::io::BufRead;
use std::sync::Arc;

/// The sheets of a zipped spreadsheet; `None` where the zip is none.
///
/// # Errors
/// Why it is not read.
pub fn read(package: &mut Package<'_>) -> Result<Option<Vec<Grid>>, Refusal> {
    if !package.has("content.xml") {
        return Ok(None);
    }
    if package.has("META-INF/manifest.xml") {
        let is_locked = package.part("META-INF/manifest.xml", |source| {
            let mut events = Events::new(source, "META-INF/manifest.xml");
            while let Some(event) = events.next()? {
                if let Event::Start(element) | Event::Empty(element) = event
                    && element.local_name().as_ref() == "encryption-data"
                {
                    return Ok(true);
                }
            }
            Ok(false)
        })?;
        if is_locked {
            return Err(Refusal::Password);
        }
    }
    package.part("content.xml", |source| read_flat(source, "content.xml")).map(Some)
}

/// The sheets of a flat spreadsheet, or of the content of a zipped one.
///
/// # Errors
/// Damage, and tables beyond every measure.
pub fn read_flat(source: &mut dyn BufRead, place: &str) -> Result<Vec<Grid>, Refusal> {
    let mut events = Events::new(source, place);
    let mut sheet = Reading { place, ..Reading::default() };
    let mut is_whole = false;
    while let Some(event) = events.next()? {
        match event {
            Event::Start(element) => sheet.open(&element)?,
            Event::Empty(element) => {
                sheet.open(&element)?;
                sheet.close(element.local_name().as_ref())?;
            }
            Event::End(element) => {
                sheet.close(element.local_name().as_ref())?;
                is_whole |= matches!(element.local_name().as_ref(), "document-content" | "document");
            }
            Event::Text(text) if sheet.takes_text() => sheet.text.push_str(&text.xml10_content()),
            Event::CData(text) if sheet.takes_text() => sheet.text.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if sheet.takes_text() => {
                push_reference(&reference, &mut sheet.text, place)?;
            }
            _ => {}
        }
        if sheet.text.len() > MAX_TEXT {
            return Err(Refusal::TooBig { place: place.to_owned() });
        }
    }
    match (is_whole, sheet.grids.is_empty()) {
        (false, _) => Err(events.damaged()),
        (true, true) => Err(Refusal::NoSheets),
        (true, false) => Ok(sheet.grids),
    }
}

/// A cell while its element is open.
#[derive(Default)]
struct Open {
    kind: String,
    value: Option<String>,
    repeated: u32,
    rows: u32,
    columns: u32,
    has_formula: bool,
    struck: bool,
    is_covered: bool,
    paragraphs: u32,
}

#[derive(Default)]
struct Reading<'a> {
    place: &'a str,
    grids: Vec<Grid>,
    row: RawRow,
    row_repeated: u32,
    next_row: u32,
    next_column: u32,
    cell: Option<Open>,
    text: String,
    cells: usize,
    /// How many tables are open: a table inside a cell is not ours.
    tables: usize,
    /// How many elements are open whose text is not the cell's: notes, drawings.
    aside: usize,
    in_paragraph: bool,
    /// Styles that hide a table, and such as strike through.
    hidden_styles: HashSet<String>,
    struck_styles: HashSet<String>,
    style: String,
}

impl Reading<'_> {
    fn damaged(&self) -> Refusal {
        Refusal::damaged(self.place)
    }

    fn takes_text(&self) -> bool {
        self.in_paragraph && self.aside == 0 && self.tables == 1 && self.cell.is_some()
    }

    /// A count of an attribute: 1 where it is not said, damage where it is no count.
    fn count(&self, element: &BytesStart<'_>, name: &str) -> Result<u32, Refusal> {
        attribute(element, name).map_or(Ok(1), |text| text.parse::<u32>().map_err(|_| self.damaged()))
    }

    fn open(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let name = element.local_name();
        match name.as_ref() {
            "style" => self.style = attribute(element, "name").unwrap_or_default().into_owned(),
            "table-properties" if attribute(element, "display").as_deref() == Some("false") => {
                self.hidden_styles.insert(self.style.clone());
            }
            "text-properties"
                if attribute(element, "text-line-through-style").is_some_and(|style| style != "none") =>
            {
                self.struck_styles.insert(self.style.clone());
            }
            "table" => {
                self.tables += 1;
                if self.tables == 1 {
                    let style = attribute(element, "style-name").unwrap_or_default();
                    let mut grid = Grid::named(attribute(element, "name").unwrap_or_default());
                    grid.hidden = self.hidden_styles.contains(&*style);
                    self.grids.push(grid);
                    (self.next_row, self.next_column) = (0, 0);
                }
            }
            "annotation" | "frame" | "shapes" | "custom-shape" | "forms" => self.aside += 1,
            _ if self.tables != 1 => {}
            "table-column" => {
                let repeated = self.count(element, "number-columns-repeated")?.min(MAX_COLUMNS);
                if is_hidden(element)
                    && let Some(grid) = self.grids.last_mut()
                {
                    grid.hide_columns(
                        self.next_column,
                        self.next_column.saturating_add(repeated.saturating_sub(1)),
                    );
                }
                self.next_column = self.next_column.saturating_add(repeated);
            }
            "table-row" => {
                self.row = RawRow { row: self.next_row, hidden: is_hidden(element), cells: Vec::new() };
                self.row_repeated = self.count(element, "number-rows-repeated")?;
                self.next_column = 0;
            }
            "table-cell" | "covered-table-cell" => {
                let text = |name| attribute(element, name).map(std::borrow::Cow::into_owned);
                let is_error = text("value-type").as_deref() == Some("error")
                    || element.attributes_raw().contains("calcext:value-type=\"error\"");
                let value = ["value", "date-value", "time-value", "boolean-value", "string-value"];
                self.cell = Some(Open {
                    kind: if is_error { "error".to_owned() } else { text("value-type").unwrap_or_default() },
                    value: value.into_iter().find_map(text),
                    repeated: self.count(element, "number-columns-repeated")?,
                    rows: self.count(element, "number-rows-spanned")?,
                    columns: self.count(element, "number-columns-spanned")?,
                    has_formula: text("formula").is_some(),
                    struck: text("style-name").is_some_and(|style| self.struck_styles.contains(&style)),
                    is_covered: name.as_ref() == "covered-table-cell",
                    paragraphs: 0,
                });
                self.text.clear();
            }
            "p" | "h" if self.aside == 0 => {
                if let Some(cell) = &mut self.cell {
                    if cell.paragraphs > 0 {
                        self.text.push('\n');
                    }
                    cell.paragraphs += 1;
                    self.in_paragraph = true;
                }
            }
            "s" if self.takes_text() => {
                let count = self.count(element, "c")? as usize;
                if count > MAX_TEXT {
                    return Err(Refusal::TooBig { place: self.place.to_owned() });
                }
                self.text.extend(std::iter::repeat_n(' ', count));
            }
            "tab" if self.takes_text() => self.text.push('\t'),
            "line-break" if self.takes_text() => self.text.push('\n'),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "table" => self.tables = self.tables.saturating_sub(1),
            "annotation" | "frame" | "shapes" | "custom-shape" | "forms" => {
                self.aside = self.aside.saturating_sub(1);
            }
            "p" | "h" if self.aside == 0 => self.in_paragraph = false,
            "table-cell" | "covered-table-cell" if self.tables == 1 => self.close_cell()?,
            "table-row" if self.tables == 1 => self.close_row()?,
            _ => {}
        }
        Ok(())
    }

    fn close_cell(&mut self) -> Result<(), Refusal> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let (row, column) = (self.next_row, self.next_column);
        self.next_column = column.saturating_add(cell.repeated);
        if (cell.rows > 1 || cell.columns > 1)
            && row < MAX_ROWS
            && column < MAX_COLUMNS
            && let Some(grid) = self.grids.last_mut()
        {
            let to = CellRef::new(
                row.saturating_add(cell.rows.saturating_sub(1)).min(MAX_ROWS - 1),
                column.saturating_add(cell.columns.saturating_sub(1)).min(MAX_COLUMNS - 1),
            );
            grid.merges.push(Merge { from: CellRef::new(row, column), to });
        }
        let Some((value, shown)) = self.value(&cell).filter(|_| !cell.is_covered) else { return Ok(()) };
        if column.saturating_add(cell.repeated) > MAX_COLUMNS {
            return Err(Refusal::TooBig { place: self.place.to_owned() });
        }
        for at in 0..cell.repeated {
            self.row.cells.push(RawCell {
                column: column + at,
                shown,
                struck: cell.struck,
                value: value.clone(),
            });
        }
        Ok(())
    }

    /// The row as often as it is repeated; beyond the last one that holds anything, repeats cost nothing.
    fn close_row(&mut self) -> Result<(), Refusal> {
        let (first, repeated) = (self.next_row, self.row_repeated);
        self.next_row = first.saturating_add(repeated);
        let row = std::mem::take(&mut self.row);
        if row.cells.is_empty() {
            return Ok(());
        }
        self.cells = self.cells.saturating_add(row.cells.len().saturating_mul(repeated as usize));
        if self.next_row > MAX_ROWS || self.cells > MAX_CELLS {
            return Err(Refusal::TooBig { place: self.place.to_owned() });
        }
        if let Some(grid) = self.grids.last_mut() {
            grid.rows.extend((0..repeated).map(|at| RawRow { row: first + at, ..row.clone() }));
        }
        Ok(())
    }

    fn value(&self, cell: &Open) -> Option<(Raw, Shown)> {
        let shown_text = self.text.trim();
        let stored = cell.value.as_deref();
        let broken = |text: &str| Raw::Broken(Arc::from(text));
        let raw = match cell.kind.as_str() {
            "float" | "percentage" | "currency" => {
                let stored = stored?;
                match stored.parse::<f64>().ok().filter(|number| number.is_finite()) {
                    Some(number) if cell.kind == "percentage" => {
                        return Some((Raw::Number(number), Shown::Percent));
                    }
                    Some(number) => return Some((Raw::Number(number), decimals(shown_text))),
                    None => broken(stored),
                }
            }
            "date" => date(stored?).unwrap_or_else(|| broken(stored.unwrap_or_default())),
            "time" => duration(stored?).map_or_else(|| broken(stored.unwrap_or_default()), Raw::Time),
            "boolean" => Raw::Bool(stored? == "true"),
            "error" => Raw::Error(Arc::from(shown_text)),
            _ if shown_text.starts_with('#') && cell.has_formula => Raw::Error(Arc::from(shown_text)),
            _ if !self.text.is_empty() => Raw::Text(Arc::from(self.text.as_str())),
            "string" => Raw::Text(Arc::from(stored.filter(|text| !text.is_empty())?)),
            _ if cell.has_formula => Raw::NotComputed,
            _ => return None,
        };
        Some((raw, Shown::General))
    }
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "visibility").is_some_and(|visibility| visibility != "visible")
}

/// How many digits the text of a number shows after its point.
fn decimals(text: &str) -> Shown {
    let digits = text.rsplit_once([',', '.']).map(|(_, digits)| digits);
    match digits {
        Some(digits) if digits.len() < 16 && digits.bytes().all(|b| b.is_ascii_digit()) => {
            Shown::Decimals(digits.len() as u8)
        }
        _ => Shown::General,
    }
}

fn date(text: &str) -> Option<Raw> {
    if let Ok(date) = text.parse::<NaiveDate>() {
        return Some(Raw::Date(date));
    }
    let moment = text.trim_end_matches('Z').parse::<NaiveDateTime>().ok()?;
    Some(if moment.time() == NaiveTime::MIN { Raw::Date(moment.date()) } else { Raw::DateTime(moment) })
}

/// A time of day out of a duration: `PT14H30M00S`.
fn duration(text: &str) -> Option<NaiveTime> {
    let (mut numbers, mut digits) = ([0_u32; 3], String::new());
    for letter in text.strip_prefix("PT")?.chars() {
        match letter {
            '0'..='9' => digits.push(letter),
            // Parts of a second are noise of a fraction of a day.
            '.' | ',' => break,
            'H' | 'M' | 'S' => {
                let at = "HMS".find(letter)?;
                *numbers.get_mut(at)? = digits.parse().ok()?;
                digits.clear();
            }
            _ => return None,
        }
    }
    NaiveTime::from_hms_opt(numbers[0], numbers[1], numbers[2])
}
