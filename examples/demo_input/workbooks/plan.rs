//! `plan.xlsx`: the real plan of 2022/2023 whole and as it is, defects included.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use super::columns::PLAN;
use pisar::row_height;
use pisar::starter::workbook::sheet;

/// The plan's text: a line a row, a tab between cells; lines without a tab above the table are its title.
const TEXT: &str = include_str!("../plan.tsv");

const STAMP: [&str; 4] = [
    "УТВЕРЖДАЮ",
    "Председатель Координационного совета кластера",
    "_______________ А.Н. Воробьёв",
    "«___» ____________ 2022 г.",
];

pub fn workbook() -> Result<Vec<u8>, XlsxError> {
    let mut workbook = super::dated_workbook("План работы кластера на 2022/2023 учебный год")?;
    let worksheet = workbook.add_worksheet().set_name("План")?;
    for (index, column) in (0u16..).zip(PLAN) {
        worksheet.set_column_width(index, column.width)?;
    }
    let title_row = write_stamp(worksheet)? + 1;
    let mut heading_row = None;
    let last_column = sheet::last_column(PLAN);
    for (row, line) in (title_row..).zip(TEXT.trim_start().lines()) {
        let cells: Vec<&str> = line.split('\t').collect();
        match cells.as_slice() {
            [""] => {}
            [title] => {
                worksheet.merge_range(row, 0, row, last_column, title, &title_format())?;
            }
            [section, rest @ ..] if rest.iter().all(|cell| cell.is_empty()) => {
                worksheet.merge_range(row, 0, row, last_column, section, &section_format())?;
                let width: f64 = PLAN.iter().map(|column| column.width).sum();
                worksheet.set_row_height(row, row_height::of(&[(section, width / 1.1)]))?;
            }
            cells if cells.first() == PLAN.first().map(|column| column.heading).as_ref() => {
                sheet::write_heading(worksheet, row, PLAN, heading_row.is_none())?;
                heading_row = heading_row.or(Some(row));
            }
            cells => sheet::write_row(worksheet, row, PLAN, cells)?,
        }
    }
    let heading_row = heading_row.unwrap_or(title_row);
    sheet::set_up_page(worksheet, heading_row)?;
    worksheet.set_freeze_panes(heading_row + 1, 0)?;
    workbook.save_to_buffer()
}

/// Writes the approval stamp into the last column and returns the first free row.
fn write_stamp(worksheet: &mut Worksheet) -> Result<u32, XlsxError> {
    let column = sheet::last_column(PLAN);
    let format = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (row, line) in (0u32..).zip(STAMP) {
        worksheet.write_string_with_format(row, column, line, &format)?;
        let width = PLAN.last().map_or(0.0, |column| column.width);
        worksheet.set_row_height(row, row_height::of(&[(line, width)]).max(20.0))?;
    }
    Ok(STAMP.len() as u32)
}

fn title_format() -> Format {
    Format::new().set_bold().set_font_size(14).set_align(FormatAlign::Center)
}

fn section_format() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_background_color("E7E6E6")
}
