//! Sheets of address labels: A4, as many labels as fit, in the middle of the sheet.

use docx_rs::{HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, VAlignType, WidthType};

use crate::starter::block::page::{Exact, Page};
use crate::starter::block::text::{self, sized, style};
use crate::starter::document::{Document, Section};
use crate::starter::measure::{mm, mm_hundredths};

/// A4, hundredths of a millimetre.
const SHEET: [u32; 2] = [21_000, 29_700];
/// The height that the labels of a sheet may take together: the paragraph that Word wants behind a table is left room.
const ROOM: u32 = SHEET[1] - 50;
/// From a label's edge to its text, hundredths of a millimetre.
const EDGE: u32 = 300;

/// A label and the gap between two columns of them, hundredths of a millimetre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Between two columns; rows touch.
    pub gap: u32,
}

impl Label {
    /// How many stand side by side; at most nine, the columns that the template has names for.
    pub fn columns(self) -> u32 {
        ((SHEET[0] + self.gap) / (self.width + self.gap)).min(9)
    }

    /// How many stand one under another.
    pub const fn rows(self) -> u32 {
        SHEET[1] / self.height
    }

    /// Whether a sheet holds one, and a line of type fits on it.
    pub fn is_possible(self) -> bool {
        (2_000..=SHEET[0]).contains(&self.width)
            && (1_500..=SHEET[1]).contains(&self.height)
            && self.gap < self.width
    }

    /// How many letters of so many points it holds, by the mean width of a letter (0.45 of its size) and lines of 1.15; a fifth is
    /// left for ends of lines.
    fn letters(self, points: u32) -> u32 {
        let size = points * 3_528 / 100;
        let (width, height) = (self.width - 2 * EDGE, self.height.saturating_sub(EDGE));
        (width * 100 / (size * 45)) * (height * 100 / (size * 115)) * 4 / 5
    }
}

impl std::str::FromStr for Label {
    type Err = ();

    /// Width, height and gap in millimetres: `70x37`, `63,5×38,1+2,5`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let hundredths = |text: &str| -> Result<u32, ()> {
            let millimetres: f64 = text.trim().replace(',', ".").parse().map_err(|_| ())?;
            if (0.0..=300.0).contains(&millimetres) {
                Ok((millimetres * 100.0).round() as u32)
            } else {
                Err(())
            }
        };
        let (width, rest) = text.split_once(['x', 'X', 'х', 'Х', '×', '*']).ok_or(())?;
        let (height, gap) = rest.split_once('+').unwrap_or((rest, "0"));
        let label = Self { width: hundredths(width)?, height: hundredths(height)?, gap: hundredths(gap)? };
        if label.is_possible() { Ok(label) } else { Err(()) }
    }
}

/// The names of a row's labels in the template, from the left.
pub const PLACES: [&str; 9] =
    ["первая", "вторая", "третья", "четвёртая", "пятая", "шестая", "седьмая", "восьмая", "девятая"];

/// Builds a sheet of those labels.
pub fn build(label: Label) -> Document {
    let columns = label.columns();
    let whole = columns * label.width + (columns - 1) * label.gap;
    let height = label.height.min(ROOM / label.rows());
    let (side, above) = ((SHEET[0] - whole) / 2, (SHEET[1] - label.rows() * height) / 2);
    let margins = [above, side, 0, side].map(mm_hundredths);
    let page = Page::exact(Exact { size: [mm(210), mm(297)], margins });
    let (mut widths, mut cells) = (Vec::new(), Vec::new());
    for place in 0..columns as usize {
        if place > 0 && label.gap > 0 {
            widths.push(label.gap);
            cells.push(vec![text::requisite("")]);
        }
        widths.push(label.width);
        cells.push(lines(label, place, columns as usize));
    }
    let grid: Vec<usize> = widths.iter().map(|width| mm_hundredths(*width) as usize).collect();
    let row = cells.into_iter().zip(&grid).map(|(paragraphs, width)| cell(*width, paragraphs)).collect();
    #[expect(clippy::cast_precision_loss, reason = "a sheet is 297 mm high")]
    let row = TableRow::new(row)
        .row_height(mm_hundredths(height) as f32)
        .height_rule(HeightRule::Exact)
        .cant_split();
    let width = grid.iter().sum();
    let table = Table::new(vec![row])
        .set_grid(grid)
        .width(width, WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .indent(0)
        .margins(docx_rs::TableCellMargins::new().margin(0, 0, 0, 0))
        .set_borders(docx_rs::TableBorders::with_empty());
    Document::new("Наклейки", [Section::new(page).put(table).put(text::gap(1))])
}

fn cell(width: usize, paragraphs: Vec<Paragraph>) -> TableCell {
    let edge = mm_hundredths(EDGE) as usize;
    let mut cell = TableCell::new().width(width, WidthType::Dxa).vertical_align(VAlignType::Center);
    if width > 3 * edge {
        cell.property = cell.property.margin_left(edge, WidthType::Dxa).margin_right(edge, WidthType::Dxa);
    }
    paragraphs.into_iter().fold(cell, TableCell::add_paragraph)
}

/// The longer the lines, the smaller the type: 11, 9 or 7 points.
fn lines(label: Label, place: usize, columns: usize) -> Vec<Paragraph> {
    let name = PLACES.get(place).copied().unwrap_or_default();
    let sizes = [11, 9, 7];
    let [large, small, least] = sizes.map(|points| label.letters(points));
    let length = format!("(длина {name}.кому {name}.куда)");
    let tags = [
        format!("{{{{#если (не_больше {length} {large})}}}}"),
        format!("{{{{иначе если (не_больше {length} {small})}}}}"),
        "{{иначе}}".to_owned(),
    ];
    let mut all = Vec::new();
    if place == 0 {
        all.push(text::tag("{{#каждый ряды}}"));
    }
    all.push(text::tag(&format!("{{{{#если {name}}}}}")));
    for (tag, size) in tags.iter().zip(sizes) {
        all.push(text::tag(tag));
        all.push(sized(style::REQUISITE, &format!("{{{{не_длиннее {name}.кому {least}}}}}"), size));
        let address =
            format!("{{{{{name}.куда}}}}{{{{#если {name}.индекс}}}}, {{{{{name}.индекс}}}}{{{{/если}}}}");
        all.push(sized(style::REQUISITE, &address, size));
    }
    all.extend([text::tag("{{/если}}"), text::tag("{{/если}}")]);
    if place + 1 == columns {
        all.push(text::tag("{{/каждый}}"));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::Label;

    #[test]
    fn sizes_are_read_as_people_write_them() {
        let label = |width, height, gap| Ok(Label { width, height, gap });
        assert_eq!("70x37".parse(), label(7_000, 3_700, 0));
        assert_eq!("63,5×38,1+2,5".parse(), label(6_350, 3_810, 250));
        assert_eq!("105х74".parse(), label(10_500, 7_400, 0));
        for wrong in ["", "70", "70x", "10x10", "500x37", "-70x37", "70x37+80"] {
            assert_eq!(wrong.parse::<Label>(), Err(()), "{wrong}");
        }
    }

    #[test]
    fn common_sheets_hold_what_their_makers_say() {
        for (width, height, gap, grid) in [
            (7_000, 3_700, 0, (3, 8)),
            (10_500, 7_400, 0, (2, 4)),
            (6_350, 3_810, 250, (3, 7)),
            (9_910, 3_810, 250, (2, 7)),
            (3_810, 2_120, 250, (5, 14)),
        ] {
            let label = Label { width, height, gap };
            assert_eq!((label.columns(), label.rows()), grid, "{label:?}");
        }
    }
}
