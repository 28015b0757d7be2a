//! The journal: the register as a workbook by the habits of ГОСТ Р 7.0.97 offices, two columns of it to fill in and read back.

use super::assign::INVENTORY_KIND;
use super::record::{Record, State};
use chrono::{Datelike as _, NaiveDate};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// The column by which a row is known again.
pub(super) const RECORD: &str = "№ записи";
/// The column for the date on the signed paper.
pub(super) const SIGNED_DATE: &str = "Дата подписания";
/// The column for the number on the signed paper.
pub(super) const SIGNED_NUMBER: &str = "Номер подписанного";

/// Headings and widths in characters.
const COLUMNS: [(&str, u16); 11] = [
    (RECORD, 9),
    ("Номер документа", 18),
    ("Дата документа", 13),
    ("Вид документа", 32),
    ("Адресат или содержание", 44),
    ("Файл", 50),
    ("Выдан", 12),
    ("Состояние", 16),
    (SIGNED_DATE, 13),
    (SIGNED_NUMBER, 18),
    ("Примечание", 28),
];

/// The journal of `records` as an .xlsx: the same records, the same bytes.
pub fn journal(records: &[Record]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_title("Журнал регистрации исходящих документов");
    workbook.set_properties(&properties.set_creation_datetime(&created));
    let sheet = workbook.add_worksheet();
    sheet.set_name("Журнал")?;
    let cell = Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::Top).set_text_wrap();
    let heading = cell.clone().set_bold().set_align(FormatAlign::Center);
    for (column, (text, width)) in (0..).zip(COLUMNS) {
        sheet.write_with_format(0, column, text, &heading)?;
        sheet.set_column_width(column, width)?;
    }
    for (row, record) in (1..).zip(records.iter().filter(|record| record.kind != INVENTORY_KIND)) {
        write_row(sheet, row, record, &cell)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, records.len().max(1) as u32, COLUMNS.len() as u16 - 1)?;
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_print_fit_to_pages(1, 0);
    workbook.save_to_buffer()
}

fn write_row(sheet: &mut Worksheet, row: u32, record: &Record, cell: &Format) -> Result<(), XlsxError> {
    let to_fill = cell.clone().set_background_color(Color::RGB(0x00FF_F8E1));
    let (day, day_to_fill) =
        (cell.clone().set_num_format("dd.mm.yyyy"), to_fill.clone().set_num_format("dd.mm.yyyy"));
    let signed = record.signed.as_ref();
    sheet.write_with_format(row, 0, record.id, cell)?;
    sheet.write_string_with_format(
        row,
        1,
        record.number.as_ref().map_or("б/н", |number| &number.text),
        cell,
    )?;
    write_date(sheet, row, 2, Some(record.date), &day)?;
    sheet.write_string_with_format(row, 3, &record.title, cell)?;
    sheet.write_string_with_format(row, 4, &record.recipient, cell)?;
    sheet.write_string_with_format(row, 5, &record.path, cell)?;
    write_date(sheet, row, 6, record.issued, &day)?;
    sheet.write_string_with_format(row, 7, state(record.state), cell)?;
    write_date(sheet, row, 8, signed.and_then(|signed| signed.date), &day_to_fill)?;
    let number = signed.and_then(|signed| signed.number.as_deref()).unwrap_or_default();
    sheet.write_string_with_format(row, 9, number, &to_fill)?;
    sheet.write_string_with_format(row, 10, record.note.as_deref().unwrap_or_default(), cell)?;
    Ok(())
}

fn write_date(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    date: Option<NaiveDate>,
    format: &Format,
) -> Result<(), XlsxError> {
    match date {
        Some(date) => {
            let day = ExcelDateTime::from_ymd(date.year() as u16, date.month() as u8, date.day() as u8)?;
            sheet.write_with_format(row, column, &day, format)?;
        }
        None => {
            sheet.write_blank(row, column, format)?;
        }
    }
    Ok(())
}

const fn state(state: State) -> &'static str {
    match state {
        State::Reserved => "зарезервирован",
        State::Issued => "выдан",
        State::Superseded => "заменён",
        State::Voided => "аннулирован",
    }
}
