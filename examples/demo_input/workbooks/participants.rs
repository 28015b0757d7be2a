//! `participants.xlsx`: invented people, organisations and events in the sheets that pisar reads.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, XlsxError};

use super::columns::{self, DETAIL_NOTES};
use pisar::row_height;
use pisar::starter::workbook::sheet::{self, Column};

/// Each sheet: its name, its columns and its rows (a heading line first, a tab between cells, `\n` for a line feed).
pub const SHEETS: [(&str, &[Column], &str); 7] = [
    ("Участники", columns::MEMBERS, include_str!("../participants/members.tsv")),
    ("Организации", columns::ORGANISATIONS, include_str!("../participants/organisations.tsv")),
    ("Наставники", columns::MENTORS, include_str!("../participants/mentors.tsv")),
    ("Заседания", columns::MEETINGS, include_str!("../participants/meetings.tsv")),
    ("События", columns::EVENTS, include_str!("../participants/events.tsv")),
    ("Вакансии", columns::VACANCIES, include_str!("../participants/vacancies.tsv")),
    ("Исполнение", columns::EXECUTION, include_str!("../participants/execution.tsv")),
];
const DETAILS: &str = include_str!("../participants/details.tsv");

const ABOUT: [&str; 6] = [
    "О данных",
    "Эта книга показывает, как pisar читает таблицы секретаря кластера и готовит по ним документы.",
    "Все люди, предприятия, адреса, телефоны, адреса электронной почты, ИНН, номера документов и показатели вымышлены. Совпадения случайны.",
    "Из настоящего плана работы (книга plan.xlsx) взяты только названия учреждений ОГБПОУ «ТЭПК», ОГБПОУ «ТомИнТех» и ДПО Томской области; их руководители и работники, названные здесь, вымышлены.",
    "Каждый следующий лист – одна таблица. Как заполнять столбец, подскажет примечание к его заголовку; где есть список, выберите значение из него.",
    "Замените строки своими и запустите «pisar check»: он сообщит обо всём, что непонятно, с указанием ячейки.",
];

pub fn workbook() -> Result<Vec<u8>, XlsxError> {
    let mut workbook = super::dated_workbook("Участники кластера: демонстрационные данные")?;
    write_about(&mut workbook)?;
    write_details(&mut workbook)?;
    for (name, columns, text) in SHEETS {
        let rows: Vec<Vec<String>> = rows(text);
        sheet::draw(workbook.add_worksheet().set_name(name)?, columns, &rows)?;
    }
    workbook.save_to_buffer()
}

/// The cells of a TSV text without its heading line.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    let cells = |line: &str| line.split('\t').map(|cell| cell.replace("\\n", "\n")).collect();
    text.lines().skip(1).map(cells).collect()
}

fn write_about(workbook: &mut Workbook) -> Result<(), XlsxError> {
    let worksheet = workbook.add_worksheet().set_name("О данных")?;
    let width = 100.0;
    worksheet.set_column_width(0, width)?;
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let title = Format::new().set_bold().set_font_size(14);
    for (row, line) in (0u32..).zip(ABOUT) {
        worksheet.write_string_with_format(row, 0, line, if row == 0 { &title } else { &text })?;
        worksheet.set_row_height(row, row_height::of(&[(line, width)]) + 5.0)?;
    }
    sheet::set_up_page(worksheet, 0)?;
    Ok(())
}

fn write_details(workbook: &mut Workbook) -> Result<(), XlsxError> {
    let worksheet = workbook.add_worksheet().set_name("Реквизиты")?;
    let widths = [36.0, 80.0];
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Thin);
    let name = cell.clone().set_bold().set_background_color("DDEBF7");
    let value = cell.set_num_format("@");
    for (column, width) in (0u16..).zip(widths) {
        worksheet.set_column_width(column, width)?;
    }
    for (row, cells) in (0u32..).zip(rows(DETAILS)) {
        for (column, text) in (0u16..).zip(&cells) {
            worksheet.write_string_with_format(
                row,
                column,
                text,
                if column == 0 { &name } else { &value },
            )?;
        }
        let label = cells.first().map_or("", String::as_str);
        if let Some((_, note)) = DETAIL_NOTES.iter().find(|(of, _)| *of == label) {
            worksheet.insert_note(row, 0, &sheet::note(note))?;
        }
        worksheet.set_row_height(row, 20)?;
    }
    sheet::set_up_page(worksheet, 0)?;
    Ok(())
}
