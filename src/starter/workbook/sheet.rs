//! Draws a table that a secretary can fill: headings with notes, drop-downs, formats, print set-up.

use crate::row_height;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Note, Worksheet, XlsxError,
};

/// What the cells of a column hold. Rows are given as text; the workbook gets real numbers, dates and times.
#[derive(Clone, Copy, Debug)]
pub enum Content {
    /// Any text.
    Text,
    /// Text that a spreadsheet would spoil by taking it for a number or a date: «1.1.», an ИНН, a phone.
    Code,
    /// A number, written with a decimal point.
    Number,
    /// A sum of roubles.
    Money,
    /// A date, written as `2023-03-16`.
    Date,
    /// A time of day, written as `14:00`.
    Time,
    /// One of a closed list: the drop-down refuses all else.
    Choice(&'static [&'static str]),
    /// One of a list that the secretary may go beyond: the drop-down only suggests.
    Suggestion(&'static [&'static str]),
}

/// One column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The heading as written.
    pub heading: &'static str,
    /// Width in characters of the normal font.
    pub width: f64,
    /// What its cells hold.
    pub content: Content,
    /// How to fill it, shown as a note on the heading; empty: no note.
    pub note: &'static str,
}

/// Rows below the data that keep formats and drop-downs, for rows to come.
pub const SPARE_ROWS: u32 = 300;

/// Draws the whole sheet: headings in its first row, then the rows.
pub fn draw(worksheet: &mut Worksheet, columns: &[Column], rows: &[Vec<String>]) -> Result<(), XlsxError> {
    let last_row = rows.len() as u32;
    for (index, column) in (0u16..).zip(columns) {
        worksheet.set_column_width(index, column.width)?;
        worksheet.set_column_format(index, &content_format(column.content))?;
        if let Some(validation) = validation(column.content)? {
            worksheet.add_data_validation(1, index, last_row + SPARE_ROWS, index, &validation)?;
        }
    }
    write_heading(worksheet, 0, columns, true)?;
    for (row, cells) in (1u32..).zip(rows) {
        write_row(worksheet, row, columns, cells)?;
    }
    worksheet.autofilter(0, 0, last_row, last_column(columns))?;
    worksheet.set_freeze_panes(1, 1)?;
    set_up_page(worksheet, 0)
}

/// Writes the headings into `row`, with their notes where `notes` says so.
pub fn write_heading(
    worksheet: &mut Worksheet,
    row: u32,
    columns: &[Column],
    notes: bool,
) -> Result<(), XlsxError> {
    let format = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_background_color("DDEBF7");
    for (index, column) in (0u16..).zip(columns) {
        worksheet.write_string_with_format(row, index, column.heading, &format)?;
        if notes && !column.note.is_empty() {
            worksheet.insert_note(row, index, &note(column.note))?;
        }
    }
    // Four characters are lost to the filter's button, and bold is wider.
    let texts: Vec<(&str, f64)> =
        columns.iter().map(|column| (column.heading, (column.width - 4.0).max(4.0))).collect();
    worksheet.set_row_height(row, row_height::of(&texts).max(30.0))?;
    Ok(())
}

/// Writes one row of cells, each by its column's content, and makes it high enough for its wrapped text.
pub fn write_row(
    worksheet: &mut Worksheet,
    row: u32,
    columns: &[Column],
    cells: &[impl AsRef<str>],
) -> Result<(), XlsxError> {
    if cells.len() != columns.len() {
        let message = format!("{} cells for {} columns", cells.len(), columns.len());
        return Err(XlsxError::ParameterError(message));
    }
    let mut texts = Vec::new();
    for ((index, column), cell) in (0u16..).zip(columns).zip(cells) {
        let text = cell.as_ref();
        let format = content_format(column.content).set_border(FormatBorder::Thin);
        match column.content {
            _ if text.is_empty() => worksheet.write_blank(row, index, &format)?,
            Content::Number | Content::Money => {
                let number: f64 =
                    text.parse().map_err(|_| XlsxError::ParameterError(format!("not a number: {text}")))?;
                worksheet.write_number_with_format(row, index, number, &format)?
            }
            Content::Date | Content::Time => {
                let moment = ExcelDateTime::parse_from_str(text)?;
                worksheet.write_datetime_with_format(row, index, &moment, &format)?
            }
            Content::Text | Content::Code | Content::Choice(_) | Content::Suggestion(_) => {
                texts.push((text, column.width));
                worksheet.write_string_with_format(row, index, text, &format)?
            }
        };
    }
    worksheet.set_row_height(row, row_height::of(&texts))?;
    Ok(())
}

/// A4 landscape, one page wide, the heading row on each page, page numbers below.
pub fn set_up_page(worksheet: &mut Worksheet, heading_row: u32) -> Result<(), XlsxError> {
    worksheet
        .set_paper_size(9)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
        .set_footer("&L&A&RСтраница &P из &N")
        .set_repeat_rows(heading_row, heading_row)?;
    Ok(())
}

/// Index of the last column.
pub fn last_column(columns: &[Column]) -> u16 {
    columns.len().saturating_sub(1) as u16
}

/// A note as large as its text, without the author's name.
pub fn note(text: &str) -> Note {
    let height = 24 + 18 * row_height::lines(text, 36.0);
    Note::new(text).set_width(260).set_height(height).add_author_prefix(false)
}

/// The format of a column with that content.
pub fn content_format(content: Content) -> Format {
    let format = Format::new().set_align(FormatAlign::Top);
    match content {
        Content::Text | Content::Choice(_) | Content::Suggestion(_) => format.set_text_wrap(),
        Content::Code => format.set_text_wrap().set_num_format("@"),
        Content::Number => format.set_align(FormatAlign::Center),
        Content::Money => format.set_num_format("#,##0"),
        Content::Date => format.set_num_format("dd.mm.yyyy").set_align(FormatAlign::Left),
        Content::Time => format.set_num_format("hh:mm").set_align(FormatAlign::Left),
    }
}

fn validation(content: Content) -> Result<Option<DataValidation>, XlsxError> {
    let validation = match content {
        Content::Choice(values) => DataValidation::new()
            .allow_list_strings(values)?
            .set_error_title("Нет в списке")?
            .set_error_message("Выберите значение из списка.")?,
        Content::Suggestion(values) => DataValidation::new()
            .allow_list_strings(values)?
            .set_error_style(DataValidationErrorStyle::Information)
            .set_error_title("Нет в списке")?
            .set_error_message("Такого значения в списке нет. Если так и нужно, оставьте.")?,
        Content::Date => DataValidation::new()
            .allow_date(DataValidationRule::GreaterThan(ExcelDateTime::from_ymd(2000, 1, 1)?))
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title("Это не дата")?
            .set_error_message("Введите дату цифрами, например 16.03.2023.")?,
        Content::Text | Content::Code | Content::Number | Content::Money | Content::Time => return Ok(None),
    };
    Ok(Some(validation))
}
