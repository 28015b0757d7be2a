//! The sheet «Реквизиты»: names down the left, empty cells beside them.

use super::{sheet, table};
use crate::model::schema::SheetSpec;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

const WIDTHS: [f64; 2] = [36.0, 80.0];
const HEADINGS: [&str; 2] = ["Реквизит", "Значение"];
/// Points.
const ROW: f64 = 20.0;

/// Writes the sheet. Its example is a line below the list: a cell beside a name would be read as its value.
pub fn write(worksheet: &mut Worksheet, spec: &SheetSpec) -> Result<(), XlsxError> {
    let cell =
        Format::new().set_text_wrap().set_align(FormatAlign::VerticalCenter).set_border(FormatBorder::Thin);
    let name = cell.clone().set_bold().set_background_color("DDEBF7");
    let value = cell.set_num_format("@");
    for ((column, width), heading) in (0u16..).zip(WIDTHS).zip(HEADINGS) {
        worksheet.set_column_width(column, width)?;
        worksheet.write_string_with_format(
            0,
            column,
            heading,
            &name.clone().set_align(FormatAlign::Center),
        )?;
    }
    worksheet.set_row_height(0, ROW)?;
    let mut last = 0;
    for (row, column) in (1u32..).zip(spec.columns) {
        worksheet.write_string_with_format(row, 0, column.heading, &name)?;
        worksheet.write_blank(row, 1, &value)?;
        worksheet.insert_note(row, 0, &sheet::note(&note(column.note, column.example)))?;
        worksheet.set_row_height(row, ROW)?;
        last = row;
    }
    let example: Vec<String> = spec
        .columns
        .iter()
        .filter(|column| column.required || column.heading == "Учебный год")
        .map(|column| format!("{} – {}", column.heading, column.example))
        .collect();
    let text = format!("Пример: {}", example.join("; "));
    worksheet.write_string_with_format(last + 2, 0, text, &table::example_format(Format::new()))?;
    worksheet.set_freeze_panes(1, 1)?;
    sheet::set_up_page(worksheet, 0)
}

fn note(note: &str, example: &str) -> String {
    format!("{note}.\nНапример: {example}")
}
