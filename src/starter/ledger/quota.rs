//! The proposal of admission quotas, college by college, beside what employers ask for (line 2.1).

use super::column::{Column, Content};
use super::page::{EXECUTOR, HEAD, Page};
use rust_xlsxwriter::{Workbook, XlsxError};

const COLUMNS: &[Column] = &[
    Column::new("№", 5.0, Content::Centred("{{@номер}}")),
    Column::new("Колледж", 17.0, Content::Text("{{поо}}")),
    Column::new("Код", 10.0, Content::Centred("{{или код_программы \"\"}}")),
    Column::new("Профессия, специальность", 32.0, Content::Text("{{профессия}}")),
    Column::new("Форма обучения", 10.0, Content::Centred("{{или форма_обучения \"\"}}")),
    Column::new("Срок обучения", 13.0, Content::Centred("{{или срок_обучения \"\"}}")),
    Column::new("КЦП текущего года", 9.0, Content::Number("{{или кцп_текущего_года \"\"}}"))
        .total("SUM(G{row}:G{row})"),
    Column::new("Проект КЦП", 9.0, Content::Number("{{или проект_кцп \"\"}}")).total("SUM(H{row}:H{row})"),
    Column::new("Изменение", 8.0, Content::Formula("N(H{row})-N(G{row})")).total("SUM(I{row}:I{row})"),
    Column::new("Заявка предприятий", 9.0, Content::Number("{{или заявка_предприятий \"\"}}"))
        .total("SUM(J{row}:J{row})"),
    Column::new("Проект к заявке", 9.0, Content::Share("IF(N(J{row})=0,\"\",H{row}/J{row})"))
        .total("IF(N(J{row})=0,\"\",H{row}/J{row})"),
    Column::new("Обоснование", 28.0, Content::Text("{{или обоснование \"\"}}")),
];

/// Draws it.
pub fn build(workbook: &mut Workbook) -> Result<(), XlsxError> {
    let mut page = Page::start(workbook, "КЦП", COLUMNS)?;
    page.title(&["ПРЕДЛОЖЕНИЯ ПО КОНТРОЛЬНЫМ ЦИФРАМ ПРИЁМА", "{{учебный_год}} учебный год"])?;
    page.headings()?;
    page.repeated("кцп")?;
    page.totals("Итого")?;
    page.signature(&[HEAD, EXECUTOR])
}
