//! Tables of web pages, which portals and 1С write under the name .xls: read as forgivingly as they are written.

use super::encoding;
use super::grid::{Grid, MAX_CELLS, MAX_COLUMNS, Merge, Raw, RawCell, RawRow};
use super::refusal::Refusal;
use crate::location::CellRef;
use encoding_rs::Encoding;
use quick_xml::escape::unescape_with;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most cells that a span is believed to run over.
const MAX_SPAN: u32 = 1000;

/// The outermost tables of the page, one below the other on one sheet of that name, two rows apart, texts between them too.
///
/// # Errors
/// Text in no known encoding, a page without a table, a table beyond every measure.
pub fn read(bytes: &[u8], name: &str) -> Result<Vec<Grid>, Refusal> {
    let text = decoded(bytes)?;
    let mut page = Reading { grid: Grid::named(name), ..Reading::default() };
    let mut rest = text.as_str();
    while let Some(at) = rest.find('<') {
        page.text(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let Some((tag, after)) = rest.get(1..).and_then(|tag| tag.split_once('>')) else { break };
        rest = after;
        let name = tag
            .trim_start_matches('/')
            .split(|c: char| c.is_whitespace() || c == '/')
            .next()
            .unwrap_or_default();
        let name = name.to_ascii_lowercase();
        if matches!(name.as_str(), "script" | "style" | "title" | "comment") && !tag.starts_with('/') {
            let end = format!("</{name}");
            let at = rest.to_ascii_lowercase().find(&end).unwrap_or(rest.len());
            rest = rest.get(at..).unwrap_or_default();
            continue;
        }
        if tag.starts_with('/') { page.close(&name) } else { page.open(&name, tag)? }
    }
    page.flush_row();
    if page.seen { Ok(vec![page.grid]) } else { Err(Refusal::NoSheets) }
}

/// By the byte order mark, as UTF-8, by what the page declares, else by a guess.
fn decoded(bytes: &[u8]) -> Result<String, Refusal> {
    if Encoding::for_bom(bytes).is_none() && std::str::from_utf8(bytes).is_err() {
        let head = encoding::head(bytes, 2048).to_ascii_lowercase();
        let label = head.split_once("charset=").map(|(_, label)| label.trim_start_matches(['"', '\'']));
        let label =
            label.and_then(|label| label.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next());
        if let Some(encoding) = label.and_then(|label| Encoding::for_label(label.as_bytes())) {
            let (text, _, wrong) = encoding.decode(bytes);
            if !wrong {
                return Ok(text.into_owned());
            }
        }
    }
    encoding::text(bytes)
}

#[derive(Default)]
struct Reading {
    grid: Grid,
    seen: bool,
    depth: usize,
    row: u32,
    cells: BTreeMap<u32, RawCell>,
    open: Option<(u32, String)>,
    /// Columns that a cell of a row above still covers, and how many rows more.
    covered: BTreeMap<u32, u32>,
    count: usize,
}

impl Reading {
    fn text(&mut self, raw: &str) {
        if let Some((_, text)) = &mut self.open {
            // White space of the source is one space; an unknown reference stays as it is written.
            let words = raw.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
            let (starts, ends) = (
                raw.starts_with(|c: char| c.is_ascii_whitespace()),
                raw.ends_with(|c: char| c.is_ascii_whitespace()),
            );
            let words =
                unescape_with(&words, entity).map_or_else(|_| words.clone(), std::borrow::Cow::into_owned);
            if starts && !text.is_empty() && !text.ends_with(['\n', ' ']) {
                text.push(' ');
            }
            text.push_str(&words);
            if ends && !words.is_empty() {
                text.push(' ');
            }
        }
    }

    fn open(&mut self, name: &str, tag: &str) -> Result<(), Refusal> {
        match name {
            "table" => {
                self.depth += 1;
                if self.depth == 1 {
                    self.row += u32::from(self.seen) * 2;
                    self.seen = true;
                }
            }
            "tr" if self.depth == 1 => self.flush_row(),
            "td" | "th" if self.depth == 1 => {
                self.flush_cell();
                let span = |name| number(tag, name).unwrap_or(1).clamp(1, MAX_SPAN);
                let (columns, rows) = (span("colspan"), span("rowspan"));
                let taken =
                    |column: &u32| self.cells.contains_key(column) || self.covered.contains_key(column);
                let next = self.cells.keys().next_back().map_or(0, |last| last + 1);
                let column = (next..MAX_COLUMNS).find(|column| !taken(column));
                let column = column.ok_or_else(|| Refusal::TooBig { place: self.grid.name.clone() })?;
                self.count += 1;
                if self.count > MAX_CELLS {
                    return Err(Refusal::TooBig { place: self.grid.name.clone() });
                }
                if rows > 1 || columns > 1 {
                    let from = CellRef::new(self.row, column);
                    self.grid
                        .merges
                        .push(Merge { from, to: CellRef::new(self.row + rows - 1, column + columns - 1) });
                }
                for at in 0..columns {
                    if rows > 1 {
                        self.covered.insert(column + at, rows);
                    }
                    // Empty cells hold the places of the span until the row ends.
                    self.cells
                        .entry(column + at)
                        .or_insert_with(|| RawCell::new(column + at, Raw::NotComputed));
                }
                self.open = Some((column, String::new()));
            }
            "br" | "p" | "div" | "li" => {
                if let Some((_, text)) = &mut self.open
                    && !text.is_empty()
                    && !text.ends_with('\n')
                {
                    text.push('\n');
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        match name {
            "table" => {
                if self.depth == 1 {
                    self.flush_row();
                    self.covered.clear();
                }
                self.depth = self.depth.saturating_sub(1);
            }
            "tr" if self.depth == 1 => self.flush_row(),
            "td" | "th" if self.depth == 1 => self.flush_cell(),
            _ => {}
        }
    }

    fn flush_cell(&mut self) {
        if let Some((column, text)) = self.open.take()
            && !text.trim().is_empty()
            && let Some(cell) = self.cells.get_mut(&column)
        {
            cell.value = Raw::Text(Arc::from(text.trim()));
        }
    }

    fn flush_row(&mut self) {
        self.flush_cell();
        if self.cells.is_empty() {
            return;
        }
        let cells: Vec<_> = std::mem::take(&mut self.cells)
            .into_values()
            .filter(|cell| cell.value != Raw::NotComputed)
            .collect();
        if !cells.is_empty() {
            self.grid.rows.push(RawRow { row: self.row, hidden: false, cells });
        }
        self.row += 1;
        self.covered.retain(|_, rows| {
            *rows -= 1;
            *rows > 0
        });
    }
}

fn number(tag: &str, name: &str) -> Option<u32> {
    let (_, value) = tag.split_once(name)?;
    let value = value.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    value.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

fn entity(name: &str) -> Option<&'static str> {
    Some(match name {
        "nbsp" => "\u{a0}",
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "laquo" => "«",
        "raquo" => "»",
        "ndash" => "–",
        "mdash" => "—",
        "hellip" => "…",
        "shy" => "\u{ad}",
        "bdquo" => "„",
        "ldquo" => "“",
        "rdquo" => "”",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_with_its_spans_and_references() {
        let page = "<html><head><style>td{}</style></head><body><TABLE border=1><tr><th rowspan=2>№<th colspan=\"2\">Срок</tr>\
            <tr><td>план</td><td>факт&nbsp;&laquo;б&raquo;</td></tr>\n<!-- <tr> --><tr><td>1<td><comment>заметка</comment>Первая<br>вторая <b>строка</b><td></tr></table>";
        let grids = read(page.as_bytes(), "лист").unwrap();
        let rows: Vec<Vec<(u32, &str)>> = grids[0]
            .rows
            .iter()
            .map(|row| row.cells.iter().filter_map(|cell| Some((cell.column, cell.text()?))).collect())
            .collect();
        assert_eq!(
            rows,
            [
                vec![(0, "№"), (1, "Срок")],
                vec![(1, "план"), (2, "факт\u{a0}«б»")],
                vec![(0, "1"), (1, "Первая\nвторая строка")],
            ]
        );
        assert_eq!(grids[0].merges.len(), 2);
    }
}
