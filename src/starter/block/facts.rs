//! The facts table: label and value, without lines, so that a reader finds date, time and place at a glance.

use docx_rs::{Paragraph, Table};

use super::page::Page;
use super::table::{cell, layout, whole_row};
use super::text::{Placed, bold, requisite, style};

const LABEL: u32 = 35;

/// Rows of a label and a value with its tags, set in by the indent of the running text.
pub fn table(page: Page, rows: &[(&str, &str)]) -> Table {
    let indent = 12;
    let widths = [indent, LABEL, page.text_width() - indent - LABEL];
    let rows = rows
        .iter()
        .map(|(label, value)| {
            let [indent, label_width, value_width] = widths;
            whole_row(vec![
                cell(indent, [Paragraph::new()]),
                cell(label_width, [requisite(label).below(3)]),
                cell(value_width, [bold(style::REQUISITE, value).below(3)]),
            ])
        })
        .collect();
    layout(&widths, rows)
}
