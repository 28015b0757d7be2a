//! The list of vacancies of the job fair as a workbook, organisation by organisation, with sums (line 3.3).

use super::column::{Column, Content};
use super::page::{EXECUTOR, Page};
use rust_xlsxwriter::{Workbook, XlsxError};

const COLUMNS: &[Column] = &[
    Column::new("№", 5.0, Content::Centred("{{@номер}}")),
    Column::new("Профессия, должность", 50.0, Content::Text("{{профессия}}")),
    Column::new("Мест", 10.0, Content::Number("{{или количество \"\"}}")).total("SUBTOTAL(9,C{row}:C{row})"),
    Column::new("Зарплата, руб.", 16.0, Content::Money("{{или зарплата \"\"}}"))
        .total("SUBTOTAL(1,D{row}:D{row})"),
    Column::new("Требования", 60.0, Content::Text("{{или требования \"\"}}")),
];

/// Draws it.
pub fn build(workbook: &mut Workbook) -> Result<(), XlsxError> {
    let mut page = Page::start(workbook, "Вакансии", COLUMNS)?;
    page.title(&["ПЕРЕЧЕНЬ ВАКАНСИЙ", "{{событие.событие}}", "{{дата событие.дата}}"])?;
    page.headings()?;
    page.tags("{{#каждый организации где=вакансии}}")?;
    page.section("{{или краткое_наименование наименование}}")?;
    page.repeated("вакансии")?;
    page.totals("Итого")?;
    page.tags("{{/каждый}}")?;
    page.totals("Всего мест, средняя зарплата")?;
    page.signature(&[EXECUTOR])
}
