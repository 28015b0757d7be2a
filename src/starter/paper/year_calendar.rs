//! The calendar of the academic year on one sheet of A3 for the wall: four months in a row, their days in the months' cells.

use docx_rs::{Paragraph, Run, SpecialIndentType, TableCell};

use crate::starter::block::page::Page;
use crate::starter::block::table::{cell, ruled, tall_row};
use crate::starter::block::text::{self, Placed, style, tag};
use crate::starter::block::title;
use crate::starter::document::{Document, Section};
use crate::starter::measure::half_points;

/// The months of a row by their names in the tree.
const MONTHS: [&str; 4] = ["первый", "второй", "третий", "четвёртый"];
/// The least height of a row in millimetres: three of them and the title fill the sheet but for what longer months need.
const HEIGHT: u32 = 72;
/// The type of the entries in points: read from a step away, and from the hand on a copy of A4.
const SIZE: u32 = 11;

/// Builds the calendar.
pub fn build() -> Document {
    let page = Page::wall();
    let width = page.text_width() / 4;
    let cells = MONTHS.iter().map(|name| month(width, name)).collect();
    let sheet = Section::new(page)
        .put(title::line("КАЛЕНДАРЬ"))
        .put(title::line("{{кого реквизиты.полное_наименование_кластера}} на {{учебный_год}} учебный год"))
        .put(text::gap(8))
        .put(ruled(&[width; 4], vec![tall_row(HEIGHT, cells)]))
        .put(text::gap(1));
    Document::new("Календарь кластера на учебный год", [sheet])
}

/// A month's cell; the first one opens the row's loop, the last one closes it.
fn month(width: u32, name: &str) -> TableCell {
    let (first, last) = (name == MONTHS[0], name == MONTHS[3]);
    let open = if first { "{{#каждый календарь_рядами}}" } else { "" };
    let close = if last { "{{/каждый}}" } else { "" };
    let heading = format!("{open}{{{{#если {name}}}}}{{{{дата {name}.месяц \"месяц\"}}}}{{{{/если}}}}");
    let heading = Paragraph::new().add_run(Run::new().add_text(heading).bold().size(half_points(14)));
    let mut paragraphs = vec![
        heading.style(style::TABLE).centred(),
        tag(&format!("{{{{#если {name}}}}}")),
        tag(&format!("{{{{#каждый {name}.записи}}}}")),
        tag("{{#если (равно вид \"срок\")}}"),
        entry(Run::new().italic()),
        tag("{{иначе}}"),
        entry(Run::new()),
        tag("{{/если}}"),
        tag("{{/каждый}}"),
        tag("{{/если}}"),
    ];
    // A cell ends with a paragraph, and the loop over the rows with the last cell.
    paragraphs.push(if close.is_empty() {
        text::gap(1)
    } else {
        text::gap(1).add_run(Run::new().add_text(close))
    });
    cell(width, paragraphs)
}

/// A day and what is on it, hanging by 13 mm.
fn entry(run: Run) -> Paragraph {
    Paragraph::new()
        .style(style::TABLE)
        .indent(Some(737), Some(SpecialIndentType::Hanging(737)), None, None)
        .add_run(Run::new().add_text("{{день}}").add_tab().bold().size(half_points(SIZE)))
        .add_run(run.add_text("{{что}}").size(half_points(SIZE)))
        .below(3)
}
