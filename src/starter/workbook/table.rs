//! A sheet of rows: headings with notes, drop-downs and checks below them, an example.

use super::columns::{self, Drawn};
use super::sheet::{self, Column, Content, SPARE_ROWS};
use crate::model::schema::{SheetKind, SheetSpec};
use crate::row_height;
use chrono::NaiveDate;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatBorder, Worksheet, XlsxError};

/// What the first cell of an example begins with: reading passes over such a row.
const EXAMPLE: &str = "Пример: ";
/// The title of a section, which only plans have.
const SECTION: &str = "Пример раздела: 1. Организация работы кластера";

/// Writes the sheet.
pub fn write(worksheet: &mut Worksheet, spec: &SheetSpec) -> Result<(), XlsxError> {
    let drawn = columns::of(spec);
    let plain: Vec<Column> = drawn.iter().map(|(column, _)| *column).collect();
    sheet::draw(worksheet, &plain, &[])?;
    let mut row = 1;
    if spec.kind == SheetKind::Plan {
        worksheet.write_string_with_format(row, 0, SECTION, &example_format(Format::new().set_bold()))?;
        row += 1;
    }
    write_example(worksheet, row, &drawn)?;
    for (index, (_, spec)) in (0u16..).zip(&drawn) {
        if let Some(check) = spec.as_ref().map(columns::check).transpose()?.flatten() {
            worksheet.add_data_validation(row + 1, index, SPARE_ROWS, index, &check)?;
        }
    }
    worksheet.autofilter(0, 0, row, sheet::last_column(&plain))?;
    Ok(())
}

fn write_example(worksheet: &mut Worksheet, row: u32, drawn: &[Drawn]) -> Result<(), XlsxError> {
    let mut texts = Vec::new();
    for (index, (column, spec)) in (0u16..).zip(drawn) {
        let example = spec.map_or("член", |spec| spec.example);
        let text = if index == 0 { format!("{EXAMPLE}{example}") } else { example.to_owned() };
        let format = example_format(sheet::content_format(column.content)).set_border(FormatBorder::Thin);
        // The first cell is a text whatever its column holds.
        let content = if index == 0 { Content::Text } else { column.content };
        match content {
            _ if text.is_empty() => {
                worksheet.write_blank(row, index, &format)?;
            }
            Content::Number | Content::Money => {
                let number: f64 = text.parse().map_err(|_| unfit(&text))?;
                worksheet.write_number_with_format(row, index, number, &format)?;
            }
            Content::Date => {
                let day = NaiveDate::parse_from_str(&text, "%d.%m.%Y").map_err(|_| unfit(&text))?;
                let day = ExcelDateTime::parse_from_str(&day.to_string())?;
                worksheet.write_datetime_with_format(row, index, &day, &format)?;
            }
            Content::Time => {
                let time = ExcelDateTime::parse_from_str(&text)?;
                worksheet.write_datetime_with_format(row, index, &time, &format)?;
            }
            Content::Text | Content::Code | Content::Choice(_) | Content::Suggestion(_) => {
                worksheet.write_string_with_format(row, index, &text, &format)?;
            }
        }
        texts.push((text, column.width));
    }
    let texts: Vec<(&str, f64)> = texts.iter().map(|(text, width)| (text.as_str(), *width)).collect();
    worksheet.set_row_height(row, row_height::of(&texts))?;
    Ok(())
}

/// Grey slanted letters: not data yet.
pub fn example_format(format: Format) -> Format {
    format.set_italic().set_font_color(0x0059_5959)
}

fn unfit(text: &str) -> XlsxError {
    XlsxError::ParameterError(format!("the example does not fit its column: {text}"))
}
