//! Tables of fixed layout: the grid and the cells say the same widths, in millimetres.

use docx_rs::{
    BorderType, HeightRule, Paragraph, Shading, Table, TableBorder, TableBorderPosition, TableBorders,
    TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};

use crate::starter::measure::{mm, mm_tenths};

/// A cell so many millimetres wide.
pub fn cell(width: u32, paragraphs: impl IntoIterator<Item = Paragraph>) -> TableCell {
    let cell = TableCell::new().width(mm(width) as usize, WidthType::Dxa);
    paragraphs.into_iter().fold(cell, TableCell::add_paragraph)
}

/// A cell over `span` columns, so many millimetres wide together.
pub fn wide_cell(widths: &[u32], paragraphs: impl IntoIterator<Item = Paragraph>) -> TableCell {
    let width: u32 = widths.iter().map(|&width| mm(width)).sum();
    let cell = TableCell::new().width(width as usize, WidthType::Dxa).grid_span(widths.len());
    paragraphs.into_iter().fold(cell, TableCell::add_paragraph)
}

/// A row that is never split over two pages: for rows that are sure to be lower than a page.
pub fn whole_row(cells: Vec<TableCell>) -> TableRow {
    TableRow::new(cells).cant_split()
}

/// A row at least so many millimetres high, never split.
pub fn tall_row(height: u32, cells: Vec<TableCell>) -> TableRow {
    #[expect(clippy::cast_precision_loss, reason = "a page is 297 mm high")]
    let height = mm(height) as f32;
    whole_row(cells).row_height(height).height_rule(HeightRule::AtLeast)
}

/// A table without lines whose text stands exactly at the columns' edges: for lay-out.
pub fn layout(widths: &[u32], rows: Vec<TableRow>) -> Table {
    fixed(widths, rows).margins(margins(0, 0)).set_borders(TableBorders::with_empty())
}

/// A table with thin lines and 1.5 mm around the text.
pub fn ruled(widths: &[u32], rows: Vec<TableRow>) -> Table {
    let borders = [
        TableBorderPosition::Top,
        TableBorderPosition::Left,
        TableBorderPosition::Bottom,
        TableBorderPosition::Right,
        TableBorderPosition::InsideH,
        TableBorderPosition::InsideV,
    ]
    .into_iter()
    .fold(TableBorders::with_empty(), |borders, position| borders.set(line(position)));
    fixed(widths, rows).margins(margins(8, 15)).set_borders(borders)
}

/// A table with horizontal lines only, the top one excepted: room to write.
pub fn lines(width: u32, rows: Vec<TableRow>) -> Table {
    let borders = TableBorders::with_empty()
        .set(line(TableBorderPosition::Bottom))
        .set(line(TableBorderPosition::InsideH));
    fixed(&[width], rows).margins(margins(0, 0)).set_borders(borders)
}

/// The cell with no white space above and below its text: the least height of its row is then the same everywhere. Word and the built-in
/// PDF engine add that white space to it, LibreOffice 7 counts it in.
pub fn tight(mut cell: TableCell) -> TableCell {
    cell.property = cell.property.margin_top(0, WidthType::Dxa).margin_bottom(0, WidthType::Dxa);
    cell
}

/// The cell with its text in the middle of its height.
pub fn in_the_middle(cell: TableCell) -> TableCell {
    cell.vertical_align(VAlignType::Center)
}

/// The cell with its text at its lower edge.
pub fn at_the_bottom(cell: TableCell) -> TableCell {
    cell.vertical_align(VAlignType::Bottom)
}

/// The cell on a ground of that colour, RRGGBB.
pub fn filled(cell: TableCell, colour: &str) -> TableCell {
    cell.shading(Shading::new().shd_type(docx_rs::ShdType::Clear).color("auto").fill(colour))
}

fn fixed(widths: &[u32], rows: Vec<TableRow>) -> Table {
    let grid: Vec<usize> = widths.iter().map(|&width| mm(width) as usize).collect();
    let whole = grid.iter().sum();
    Table::new(rows).set_grid(grid).width(whole, WidthType::Dxa).layout(TableLayoutType::Fixed).indent(0)
}

fn line(position: TableBorderPosition) -> TableBorder {
    TableBorder::new(position).border_type(BorderType::Single).size(4).color("auto")
}

/// Tenths of a millimetre above and below, left and right.
fn margins(vertical: u32, horizontal: u32) -> TableCellMargins {
    let (vertical, horizontal) = (mm_tenths(vertical) as usize, mm_tenths(horizontal) as usize);
    TableCellMargins::new().margin(vertical, horizontal, vertical, horizontal)
}
