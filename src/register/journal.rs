//! The journal: the register as a workbook by the habits of ГОСТ Р 7.0.97 offices, two columns of it to fill in and read back.

use super::assign::INVENTORY_KIND;
use super::record::{Record, State};
use crate::row_height;
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

/// Headings and widths in characters; one page of A4 across in letters that can be read.
const COLUMNS: [(&str, f64); 11] = [
    (RECORD, 8.0),
    ("Регистрационный номер", 13.0),
    ("Дата регистрации", 12.0),
    ("Вид документа", 24.0),
    ("Адресат или содержание", 30.0),
    ("К дате", 11.0),
    ("Файл", 34.0),
    ("Состояние", 15.0),
    (SIGNED_DATE, 12.0),
    (SIGNED_NUMBER, 14.0),
    ("Примечание", 20.0),
];
/// The row of the headings, below the title.
const HEADING: u32 = 1;
const TITLE: &str = "Журнал регистрации исходящих документов";
const FONT: &str = "Times New Roman";

/// The formats of the cells.
struct Look {
    text: Format,
    middle: Format,
    day: Format,
    to_fill: Format,
    day_to_fill: Format,
}

impl Look {
    fn new() -> Self {
        let font = Format::new().set_font_name(FONT).set_font_size(11);
        let text = font.set_border(FormatBorder::Thin).set_align(FormatAlign::Top).set_text_wrap();
        let middle = text.clone().set_align(FormatAlign::Center);
        let to_fill = middle.clone().set_background_color(Color::RGB(0x00FF_F8E1));
        Self {
            day: middle.clone().set_num_format("dd.mm.yyyy"),
            day_to_fill: to_fill.clone().set_num_format("dd.mm.yyyy"),
            text,
            middle,
            to_fill,
        }
    }
}

/// The journal of `records` as an .xlsx: the same records, the same bytes.
pub fn journal<'r>(records: impl IntoIterator<Item = &'r Record>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_title(TITLE);
    workbook.set_properties(&properties.set_creation_datetime(&created));
    let sheet = workbook.add_worksheet();
    sheet.set_name("Журнал")?;
    let look = Look::new();
    let title = Format::new().set_font_name(FONT).set_font_size(14).set_bold();
    sheet.write_with_format(0, 0, TITLE, &title)?;
    sheet.set_row_height(0, 24)?;
    let heading = look.middle.clone().set_bold().set_align(FormatAlign::VerticalCenter);
    for (column, (text, width)) in (0..).zip(COLUMNS) {
        sheet.write_with_format(HEADING, column, text, &heading)?;
        sheet.set_column_width(column, width)?;
    }
    sheet.set_row_height(HEADING, row_height::of(&COLUMNS))?;
    let shown = records.into_iter().filter(|record| record.kind != INVENTORY_KIND);
    let mut last = HEADING;
    for record in shown {
        last += 1;
        write_row(sheet, last, record, &look)?;
    }
    sheet.set_freeze_panes(HEADING + 1, 0)?;
    sheet.autofilter(HEADING, 0, last.max(HEADING + 1), COLUMNS.len() as u16 - 1)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(HEADING, HEADING)?;
    sheet
        .set_margins(0.8, 0.4, 0.6, 0.6, 0.3, 0.3)
        .set_footer("&R&\"Times New Roman,Regular\"&9Страница &P из &N");
    workbook.save_to_buffer()
}

fn write_row(sheet: &mut Worksheet, row: u32, record: &Record, look: &Look) -> Result<(), XlsxError> {
    let number = record.number.as_ref().map_or("б/н", |number| number.text.as_str());
    let signed = record.signed.as_ref();
    let signed_number = signed.and_then(|signed| signed.number.as_deref()).unwrap_or_default();
    let note = record.note.as_deref().unwrap_or_default();
    sheet.write_with_format(row, 0, record.id, &look.middle)?;
    write_date(sheet, row, 2, record.issued, &look.day)?;
    write_date(sheet, row, 5, Some(record.date), &look.day)?;
    write_date(sheet, row, 8, signed.and_then(|signed| signed.date), &look.day_to_fill)?;
    let texts = [
        (1, number, &look.middle),
        (3, &record.title, &look.text),
        (4, &record.recipient, &look.text),
        (6, &record.path, &look.text),
        (7, state(record.state), &look.middle),
        (9, signed_number, &look.to_fill),
        (10, note, &look.text),
    ];
    let mut measured = Vec::new();
    for (column, text, format) in texts {
        sheet.write_string_with_format(row, column, text, format)?;
        measured.push((
            text,
            COLUMNS.get(usize::from(column)).map_or(10.0, |(_, width)| *width * row_height::TIMES),
        ));
    }
    sheet.set_row_height(row, row_height::of(&measured))?;
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
