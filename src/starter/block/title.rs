//! Name of the giver, kind of the document, and the line of date and number.

use docx_rs::{Paragraph, Run, Table};

use super::page::Page;
use super::table::{cell, layout, whole_row};
use super::text::{Placed, paragraph, requisite, style};
use crate::starter::measure::{half_points, points};

/// A line of the title, centred and bold.
pub fn line(text: &str) -> Paragraph {
    paragraph(style::TITLE, text)
}

/// The kind of the document: 16 pt, spread by 3 pt. Spread by the font, never by spaces: the word must be found.
pub fn kind(text: &str) -> Paragraph {
    let spread = i32::try_from(points(3)).unwrap_or_default();
    Paragraph::new()
        .style(style::TITLE)
        .add_run(Run::new().add_text(text).size(half_points(16)).character_spacing(spread))
}

/// Date at the left, number at the right.
pub fn date_and_number(page: Page, date: &str, number: &str) -> Table {
    let left = page.text_width() / 2;
    let right = page.text_width() - left;
    let row = vec![cell(left, [requisite(date)]), cell(right, [requisite(number).to_right()])];
    layout(&[left, right], vec![whole_row(row)])
}

/// The place, centred.
pub fn place() -> Paragraph {
    requisite("г. {{реквизиты.город}}").centred()
}
