//! The first page of a workbook: how to fill it.

use super::sheet;
use crate::model::schema::{ColumnSpec, SheetKind, SheetSpec};
use crate::row_height;
use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

/// The page's name. It holds one cell a row: prose, which reading passes over.
pub const NAME: &str = "Как заполнять";
const WIDTH: f64 = 104.0;

const RULES: [&str; 7] = [
    "Каждый следующий лист – одна таблица. Заполняйте строки под заголовками; строку «Пример» программа не читает, её можно удалить.",
    "Как заполнять столбец, подскажет примечание к его заголовку: наведите на него указатель. Где есть список, выберите значение из него.",
    "Даты пишите цифрами: 22.09.2022. Имена, должности и организации – в именительном падеже: по падежам их поставит программа.",
    "Если программа склонила имя или должность не так, добавьте столбец «ФИО (дат.)» или «Должность (дат.)» и впишите верную форму.",
    "Столбцы можно переставлять и добавлять, названия листов и заголовков лучше оставить. Свой столбец доступен в шаблонах под своим заголовком.",
    "Несколько строк в одной ячейке: Alt+Enter. Объединённые ячейки, итоги и пустые строки в таблице не нужны.",
    "Когда всё заполнено, запустите «pisar check»: он назовёт каждую ячейку, в которой что-то непонятно, и подскажет, как исправить.",
];

/// Writes the page for a workbook of those sheets.
pub fn write(worksheet: &mut Worksheet, sheets: &[&SheetSpec]) -> Result<(), XlsxError> {
    worksheet.set_column_width(0, WIDTH)?;
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let title = Format::new().set_bold().set_font_size(14);
    let described: Vec<String> = sheets.iter().map(|sheet| describe(sheet)).collect();
    let lines = std::iter::once(NAME).chain(RULES).chain(described.iter().map(String::as_str));
    for (row, line) in (0u32..).zip(lines) {
        worksheet.write_string_with_format(row, 0, line, if row == 0 { &title } else { &text })?;
        worksheet.set_row_height(row, row_height::of(&[(line, WIDTH)]) + 5.0)?;
    }
    sheet::set_up_page(worksheet, 0)?;
    worksheet.set_print_fit_to_pages(1, 1);
    Ok(())
}

/// «Лист «Наставники»: … Обязательно: ФИО.»
fn describe(sheet: &SheetSpec) -> String {
    let headings = |columns: Vec<&ColumnSpec>| {
        columns.iter().map(|column| format!("«{}»", column.heading)).collect::<Vec<_>>().join(", ")
    };
    let required = headings(sheet.columns.iter().filter(|column| column.required).collect());
    let what = if sheet.kind == SheetKind::Requisites { "строки" } else { "столбцы" };
    format!("Лист «{}»: {}. Обязательные {what}: {required}.", sheet.name, sheet.purpose)
}
