//! The look that the sheets share: formats of cells, page set-up, chart letters.

use crate::row_height;
use chrono::{Datelike as _, NaiveDate};
use rust_xlsxwriter::{ChartFont, ExcelDateTime, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

/// The font of all sheets.
pub const FONT: &str = "Times New Roman";
/// Points between the margins of a page.
pub const PAGE_HEIGHT: f64 = 494.0;
/// Letters of the font are about as wide as its digits, which a column's width counts: more of them fit than of the usual font's.
const LETTERS: f64 = 1.1;
/// A share of one: «61,1 %» where the system's decimal sign is a comma.
pub const PERCENT: &str = "0.0\"\u{a0}\"%";
/// A grey that separates cells on paper and does not shout on a screen.
const LINE: u32 = 0x00A6_A6A6;

/// Letters without a cell around them.
pub fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(11)
}

/// A title, in letters of that size in points.
pub fn title(size: u8) -> Format {
    plain().set_bold().set_font_size(size).set_text_wrap().set_align(FormatAlign::VerticalCenter)
}

/// A cell of a table.
pub fn cell() -> Format {
    plain().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Thin).set_border_color(LINE)
}

/// A cell of a table whose contents stand in its middle: numbers, dates, short words.
pub fn centred() -> Format {
    cell().set_align(FormatAlign::Center)
}

/// A heading of a table.
pub fn heading() -> Format {
    cell()
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(0x00D9_E2F3)
}

/// Letters of a chart, of that size in points.
pub fn chart_font(size: u8) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name(FONT).set_size(size);
    font
}

/// A4 landscape, one page wide, what the report is above on each page, the sheet's name and page numbers below.
pub fn set_up_page(sheet: &mut Worksheet, running_title: &str) {
    let letters = format!("&\"{FONT},Regular\"&9");
    sheet
        .set_paper_size(9)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.6, 0.4, 0.7, 0.7, 0.3, 0.3)
        .set_header(format!("&L{letters}{running_title}"))
        .set_footer(format!("&L{letters}&A&R{letters}Страница &P из &N"));
}

/// The height of a row in points that holds these texts, each in a column of that width.
pub fn row_height(texts: &[(&str, f64)]) -> f64 {
    let wider: Vec<(&str, f64)> = texts.iter().map(|(text, width)| (*text, width * LETTERS)).collect();
    row_height::of(&wider)
}

/// Writes a day as a date; one that no spreadsheet can hold (before 1900), as text.
pub fn write_day(sheet: &mut Worksheet, row: u32, column: u16, day: NaiveDate) -> Result<(), XlsxError> {
    let date = u16::try_from(day.year())
        .ok()
        .and_then(|year| ExcelDateTime::from_ymd(year, day.month() as u8, day.day() as u8).ok());
    let text = || day.format("%d.%m.%Y").to_string();
    match date {
        Some(date) => {
            let format = centred().set_num_format("dd.mm.yyyy");
            sheet.write_datetime_with_format(row, column, &date, &format)?
        }
        None => sheet.write_string_with_format(row, column, text(), &centred())?,
    };
    Ok(())
}
