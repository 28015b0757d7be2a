//! The register of councils and working groups with their members (line 1.1).

use super::column::{Column, Content};
use super::page::{HEAD, Page};
use rust_xlsxwriter::{Workbook, XlsxError};

const COLUMNS: &[Column] = &[
    Column::new("№", 5.0, Content::Centred("{{@номер}}")),
    Column::new("Фамилия, имя, отчество", 30.0, Content::Text("{{участник.фио}}")),
    Column::new("Должность", 32.0, Content::Text("{{или участник.должность \"\"}}")),
    Column::new("Организация", 28.0, Content::Text("{{или участник.организация \"\"}}")),
    Column::new("Роль", 14.0, Content::Centred("{{роль}}")),
    Column::new("Телефон", 19.0, Content::Centred("{{или участник.телефон \"\"}}")),
    Column::new("E-mail", 22.0, Content::Text("{{или участник.e_mail \"\"}}")),
];

/// Draws it.
pub fn build(workbook: &mut Workbook) -> Result<(), XlsxError> {
    let mut page = Page::start(workbook, "Реестр", COLUMNS)?;
    page.title(&["РЕЕСТР СОВЕТОВ И РАБОЧИХ ГРУПП", "на {{учебный_год}} учебный год"])?;
    page.headings()?;
    page.tags("{{#каждый составы}}")?;
    page.section("{{название}} – {{число (количество члены) \"человек\" \"человека\" \"человек\"}}")?;
    page.repeated("члены")?;
    page.tags("{{/каждый}}")?;
    page.signature(&[HEAD])
}
