//! The control of assignments: what meetings decided, who does it by when, what has come of it (lines 3.1, 3.2).

use super::column::{Column, Content};
use super::page::{EXECUTOR, Page};
use rust_xlsxwriter::{ConditionalFormatText, ConditionalFormatTextRule, Format, Workbook, XlsxError};

/// The state is told as of the day in the line under the title.
const COLUMNS: &[Column] = &[
    Column::new("№", 5.0, Content::Centred("{{@номер}}")),
    Column::new("Совет", 16.0, Content::Text("{{совет}}")),
    Column::new("Дата заседания", 12.0, Content::Date("{{заседание}}")),
    Column::new("Поручение", 40.0, Content::Text("{{решение}}")),
    Column::new(
        "Исполнитель",
        17.0,
        Content::Text("{{#если исполнитель}}{{фамилия_инициалы исполнитель}}{{/если}}"),
    ),
    Column::new("Срок", 12.0, Content::Date("{{или срок \"\"}}")),
    Column::new("Исполнено", 12.0, Content::Date("{{или дата_исполнения \"\"}}")),
    Column::new(
        "Состояние",
        23.0,
        Content::Formula(
            "IF(G{row}<>\"\",IF(AND(F{row}<>\"\",G{row}>F{row}),\"исполнено с опозданием\",\"исполнено\"),IF(F{row}=\"\",\"без срока\",IF(F{row}<$A$3,\"просрочено\",\"в работе\")))",
        ),
    ),
    Column::new("Отметка об исполнении", 26.0, Content::Text("{{или отметка_об_исполнении \"\"}}")),
];

/// Draws it.
pub fn build(workbook: &mut Workbook) -> Result<(), XlsxError> {
    let mut page = Page::start(workbook, "Поручения", COLUMNS)?;
    page.dated_title("КОНТРОЛЬ ПОРУЧЕНИЙ")?;
    page.headings()?;
    let late = ConditionalFormatText::new()
        .set_rule(ConditionalFormatTextRule::Contains("просрочено".to_owned()))
        .set_format(Format::new().set_bold().set_font_color("9C0006"));
    page.rule(7, &late)?;
    page.repeated("решения где=(или_верно исполнитель срок) по=\"срок\"")?;
    page.signature(&[EXECUTOR])
}
