//! The register of expert opinions on educational programmes (line 2.2).

use super::column::{Column, Content};
use super::page::{EXECUTOR, HEAD, Page};
use rust_xlsxwriter::{Workbook, XlsxError};

const COLUMNS: &[Column] = &[
    Column::new("№", 5.0, Content::Centred("{{@номер}}")),
    Column::new("Образовательная программа", 34.0, Content::Text("{{программа}}")),
    Column::new("Код", 10.0, Content::Centred("{{или код_программы \"\"}}")),
    Column::new("Колледж", 20.0, Content::Text("{{или организация \"\"}}")),
    Column::new("ФГОС", 22.0, Content::Text("{{или фгос \"\"}}")),
    Column::new("Эксперт", 17.0, Content::Text("{{фамилия_инициалы эксперт}}")),
    Column::new("Дата экспертизы", 12.0, Content::Date("{{или дата_экспертизы \"\"}}")),
    Column::new("Вывод", 14.0, Content::Centred("{{или вывод \"\"}}")),
    Column::new("Замечания", 28.0, Content::Text("{{или замечания \"\"}}")),
];

/// Draws it.
pub fn build(workbook: &mut Workbook) -> Result<(), XlsxError> {
    let mut page = Page::start(workbook, "Реестр", COLUMNS)?;
    page.title(&[
        "РЕЕСТР ЭКСПЕРТНЫХ ЗАКЛЮЧЕНИЙ",
        "на образовательные программы, {{учебный_год}} учебный год",
    ])?;
    page.headings()?;
    page.repeated("программы")?;
    page.counts(&[
        ("Всего программ", "COUNTA(B{row}:B{row})"),
        ("Заключений дано", "COUNTA(H{row}:H{row})"),
        ("Согласовано", "COUNTIF(H{row}:H{row},\"согласовать\")"),
    ])?;
    page.signature(&[HEAD, EXECUTOR])
}
