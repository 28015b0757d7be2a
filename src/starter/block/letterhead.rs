//! The corner letterhead at the left (80 mm) and the addressee at the right (from 95 mm on), in one lay-out table.

use docx_rs::{Paragraph, Run, Table};

use super::page::Page;
use super::table::{cell, layout, whole_row};
use super::text::{Placed, bold, paragraph, requisite, sized, style, where_there_is};
use crate::starter::measure::half_points;

const LEFT: u32 = 80;
const BETWEEN: u32 = 15;

/// Letterhead with room for date and number, the addressee opposite.
pub fn corner(page: Page, addressee: impl IntoIterator<Item = Paragraph>) -> Table {
    let right = page.text_width() - LEFT - BETWEEN;
    let widths = [LEFT, BETWEEN, right];
    let row = vec![cell(LEFT, head()), cell(BETWEEN, [requisite("")]), cell(right, addressee)];
    layout(&widths, vec![whole_row(row)])
}

fn head() -> Vec<Paragraph> {
    let small = |text: &str| paragraph(style::NOTE, text).centred();
    let name = Paragraph::new()
        .style(style::REQUISITE)
        .add_run(
            Run::new().add_text("{{реквизиты.полное_наименование_кластера}}").bold().size(half_points(12)),
        )
        .centred();
    let mut lines =
        vec![sized(style::REQUISITE, "{{реквизиты.ведущая_организация}}", 10).centred(), name.below(3)];
    lines.extend(where_there_is("реквизиты.адрес", small("{{реквизиты.адрес}}").below(3)));
    lines.extend(where_there_is("реквизиты.телефон", small("Телефон: {{реквизиты.телефон}}")));
    lines.extend(where_there_is("реквизиты.e_mail", small("E-mail: {{реквизиты.e_mail}}")));
    lines.push(sized(style::REQUISITE, "___.___.20___ № {{или номер \"________\"}}", 12).centred().below(9));
    lines
}

/// The heading of a letter: what it is about, at the left, no more than 80 mm wide.
pub fn subject(page: Page, text: &str) -> Table {
    let rest = page.text_width() - LEFT;
    layout(&[LEFT, rest], vec![whole_row(vec![cell(LEFT, [requisite(text)]), cell(rest, [requisite("")])])])
}

/// The salutation, centred.
pub fn salutation(text: &str) -> Paragraph {
    bold(style::REQUISITE, text).centred().below(14)
}
