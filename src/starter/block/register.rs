//! The register table: a heading row repeated on each page, rows at 12 pt, section rows over all columns.

use docx_rs::{Paragraph, Table, TableRow};

use super::table::{cell, filled, in_the_middle, ruled, tall_row, tight, whole_row, wide_cell};
use super::text::{Placed, bold, paragraph, sized, style, table_text, tag};

const HEADING_GROUND: &str = "F2F2F2";
const SECTION_GROUND: &str = "E7E6E6";

/// A column: its heading, its width in millimetres, what stands in its cells.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The heading.
    pub heading: &'static str,
    /// Millimetres.
    pub width: u32,
    /// The cell's text with its tags.
    pub content: &'static str,
    /// Whether the text stands in the middle (numbers, terms, marks).
    pub centred: bool,
    /// The size of its type, where it is not the 12 points of tables.
    pub points: Option<u32>,
}

impl Column {
    /// A column of text.
    pub const fn text(heading: &'static str, width: u32, content: &'static str) -> Self {
        Self { heading, width, content, centred: false, points: None }
    }

    /// A column whose text stands in the middle.
    pub const fn centred(heading: &'static str, width: u32, content: &'static str) -> Self {
        Self { heading, width, content, centred: true, points: None }
    }

    /// The same in smaller type: long lists of long texts.
    #[must_use]
    pub const fn small(self) -> Self {
        Self { points: Some(10), ..self }
    }

    fn paragraph(&self, before: &str, after: &str) -> Paragraph {
        let text = format!("{before}{}{after}", self.content);
        let paragraph = match self.points {
            Some(points) => sized(style::TABLE, &text, points),
            None => table_text(&text),
        };
        if self.centred { paragraph.centred() } else { paragraph }
    }
}

/// The widths of the columns.
pub fn widths(columns: &[Column]) -> Vec<u32> {
    columns.iter().map(|column| column.width).collect()
}

/// A table of the columns with those rows under its heading.
pub fn table(columns: &[Column], rows: impl IntoIterator<Item = TableRow>) -> Table {
    let all = std::iter::once(heading(columns)).chain(rows).collect();
    ruled(&widths(columns), all)
}

/// A table with one row for each item of a list.
pub fn of_list(columns: &[Column], list: &str) -> Table {
    table(columns, [repeated(columns, list)])
}

/// The heading row.
pub fn heading(columns: &[Column]) -> TableRow {
    let cells = columns
        .iter()
        .map(|column| {
            let heading = paragraph(style::TABLE_HEADING, column.heading);
            in_the_middle(filled(cell(column.width, [heading]), HEADING_GROUND))
        })
        .collect();
    whole_row(cells)
}

/// A row that is repeated for each item of a list.
pub fn repeated(columns: &[Column], list: &str) -> TableRow {
    enclosed(columns, &format!("{{{{#каждый {list}}}}}"), "{{/каждый}}")
}

/// A row with a tag before its first cell's text and another after its last one's.
pub fn enclosed(columns: &[Column], before: &str, after: &str) -> TableRow {
    row(columns, before, after, false)
}

/// A row that is repeated for each item of a list for which the condition holds, numbered without gaps.
pub fn repeated_where(columns: &[Column], list: &str, condition: &str) -> TableRow {
    enclosed(columns, &format!("{{{{#каждый {list} где={condition}}}}}"), "{{/каждый}}")
}

/// So many empty rows, at least so many millimetres high: to fill by hand. The last one is kept with what follows the table.
pub fn blank(columns: &[Column], count: usize, height: u32) -> Vec<TableRow> {
    (1..=count)
        .map(|place| {
            let text = if place == count { table_text("").with_next() } else { table_text("") };
            let cells = columns.iter().map(|column| tight(cell(column.width, [text.clone()])));
            tall_row(height, cells.collect())
        })
        .collect()
}

/// A row with those texts.
pub fn filled_in(columns: &[Column], texts: &[&str]) -> TableRow {
    let cells = columns.iter().zip(texts).map(|(column, text)| {
        let paragraph = table_text(text);
        cell(column.width, [if column.centred { paragraph.centred() } else { paragraph }])
    });
    whole_row(cells.collect())
}

/// Rows for each item of a list, the last one kept with what follows the table: a signature under it never stands alone.
pub fn repeated_to_the_end(columns: &[Column], list: &str) -> [TableRow; 4] {
    enclosed_to_the_end(columns, &format!("{{{{#каждый {list}}}}}"), "{{/каждый}}")
}

/// The same, its loop's tags given.
pub fn enclosed_to_the_end(columns: &[Column], before: &str, after: &str) -> [TableRow; 4] {
    [
        tag_row(columns, before),
        row(columns, "{{#если_нет @последний}}", "{{/если_нет}}", false),
        row(columns, "{{#если @последний}}", "{{/если}}", true),
        tag_row(columns, after),
    ]
}

fn row(columns: &[Column], before: &str, after: &str, with_next: bool) -> TableRow {
    let last = columns.len().saturating_sub(1);
    let cells = columns
        .iter()
        .enumerate()
        .map(|(index, column)| {
            let before = if index == 0 { before } else { "" };
            let after = if index == last { after } else { "" };
            let paragraph = column.paragraph(before, after);
            cell(column.width, [if with_next { paragraph.with_next() } else { paragraph }])
        })
        .collect();
    whole_row(cells)
}

/// A row over all columns, bold, kept with the next: the title of a section.
pub fn section(columns: &[Column], title: &str) -> TableRow {
    let title = bold(style::TABLE, title).centred().with_next();
    whole_row(vec![filled(wide_cell(&widths(columns), [title]), SECTION_GROUND)])
}

/// A row that only holds a block tag: it disappears with the tag.
pub fn tag_row(columns: &[Column], text: &str) -> TableRow {
    TableRow::new(vec![wide_cell(&widths(columns), [tag(text)])])
}
