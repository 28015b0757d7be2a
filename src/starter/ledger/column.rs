//! The columns of a ledger and the look of their cells.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

/// The font of official papers.
const FONT: &str = "Times New Roman";

/// A column: its heading, its width in characters, what stands in its cells.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub heading: &'static str,
    pub width: f64,
    pub content: Content,
    /// The formula of the row of totals, its row written as `{row}`; empty: nothing.
    pub total: &'static str,
}

/// What stands in a cell; in formulas its row is written as `{row}`.
#[derive(Clone, Copy, Debug)]
pub enum Content {
    /// Text with tags.
    Text(&'static str),
    /// The same in the middle of the cell.
    Centred(&'static str),
    /// A tag that gives a number.
    Number(&'static str),
    /// A formula that gives a fraction, shown with two places.
    Fraction(&'static str),
    /// A tag that gives a sum of roubles.
    Money(&'static str),
    /// A tag that gives a date.
    Date(&'static str),
    /// A formula that gives a number.
    Formula(&'static str),
    /// A formula that gives a share of one, shown in per cent.
    Share(&'static str),
}

impl Column {
    /// A column without a total.
    pub const fn new(heading: &'static str, width: f64, content: Content) -> Self {
        Self { heading, width, content, total: "" }
    }

    /// The same with a formula in the row of totals.
    pub const fn total(mut self, formula: &'static str) -> Self {
        self.total = formula;
        self
    }
}

impl Content {
    /// How its cells look.
    pub fn format(self) -> Format {
        let (cell, centred) = (cell(), cell().set_align(FormatAlign::Center));
        match self {
            Self::Text(_) => cell,
            // No form for numbers: «#,##0.##» leaves a lone comma after a whole one.
            Self::Centred(_) | Self::Number(_) | Self::Formula(_) => centred,
            Self::Fraction(_) => centred.set_num_format("0.00"),
            Self::Money(_) => centred.set_num_format("#,##0.00"),
            Self::Date(_) => centred.set_num_format("dd.mm.yyyy"),
            Self::Share(_) => centred.set_num_format("0.0\u{a0}%"),
        }
    }
}

/// Letters without a cell around them.
pub fn plain(size: u8) -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(size)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
}

/// A cell of a table.
pub fn cell() -> Format {
    plain(11).set_border(FormatBorder::Thin)
}

/// A heading of a table.
pub fn heading() -> Format {
    cell().set_bold().set_align(FormatAlign::Center).set_background_color("F2F2F2")
}

/// A row over all columns: the title of a section.
pub fn section() -> Format {
    cell().set_bold().set_align(FormatAlign::Center).set_background_color("E7E6E6")
}
