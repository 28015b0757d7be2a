//! The single base of practice sites, with the share of graduates who were employed there (line 2.3).

use super::column::{Column, Content};
use super::page::{EXECUTOR, HEAD, Page};
use rust_xlsxwriter::{Workbook, XlsxError};

const COLUMNS: &[Column] = &[
    Column::new("№", 5.0, Content::Centred("{{@номер}}")),
    Column::new("Предприятие", 22.0, Content::Text("{{предприятие}}")),
    Column::new("ИНН", 13.0, Content::Centred("{{или предприятие.инн \"\"}}")),
    Column::new("Адрес", 22.0, Content::Text("{{или предприятие.адрес \"\"}}")),
    Column::new("Колледж", 16.0, Content::Text("{{поо}}")),
    Column::new("Профессия, специальность", 24.0, Content::Text("{{или профессия \"\"}}")),
    Column::new("Договор", 14.0, Content::Text("{{или договор \"\"}}")),
    Column::new("Действует до", 11.0, Content::Date("{{или действует_до \"\"}}")),
    Column::new("Мест", 7.0, Content::Number("{{или мест \"\"}}")).total("SUM(I{row}:I{row})"),
    Column::new("Студентов", 7.0, Content::Number("{{или студентов \"\"}}")).total("SUM(J{row}:J{row})"),
    Column::new("Наставников", 7.0, Content::Number("{{или наставников \"\"}}")).total("SUM(K{row}:K{row})"),
    Column::new("Выпускников", 7.0, Content::Number("{{или выпускников \"\"}}")).total("SUM(L{row}:L{row})"),
    Column::new("Трудоустроено", 7.0, Content::Number("{{или трудоустроено \"\"}}"))
        .total("SUM(M{row}:M{row})"),
    Column::new("Доля", 9.0, Content::Share("IF(N(L{row})=0,\"\",M{row}/L{row})"))
        .total("IF(N(L{row})=0,\"\",M{row}/L{row})"),
];

/// Draws it.
pub fn build(workbook: &mut Workbook) -> Result<(), XlsxError> {
    let mut page = Page::start(workbook, "Базы практик", COLUMNS)?;
    page.title(&["ЕДИНАЯ БАЗА ПРАКТИК", "{{учебный_год}} учебный год"])?;
    page.headings()?;
    page.filter()?;
    page.repeated("практика")?;
    page.totals("Итого")?;
    page.signature(&[HEAD, EXECUTOR])
}
