//! The championship: registration of participants, scores of the jury, the summary with places (line 2.5).

use super::column::{Column, Content};
use super::page::{EXECUTOR, HEAD, Page};
use rust_xlsxwriter::{DataValidation, DataValidationRule, Workbook, XlsxError};

const LIST: &str = "чемпионат по=\"компетенция\"";

const REGISTRATION: &[Column] = &[
    Column::new("№", 5.0, Content::Centred("{{@номер}}")),
    Column::new("Фамилия, имя, отчество участника", 34.0, Content::Text("{{фио}}")),
    Column::new("Организация", 28.0, Content::Text("{{или организация \"\"}}")),
    Column::new("Курс, группа", 18.0, Content::Text("{{или группа \"\"}}")),
    Column::new("Компетенция", 22.0, Content::Text("{{компетенция}}")),
    Column::new(
        "Наставник",
        20.0,
        Content::Text("{{#если наставник}}{{фамилия_инициалы наставник}}{{/если}}"),
    ),
    Column::new("Подпись участника", 16.0, Content::Text("")),
];

const MODULES: &[Column] = &[
    Column::new("№", 5.0, Content::Centred("{{@номер}}")),
    Column::new("Участник", 30.0, Content::Text("{{фио}}")),
    Column::new("Организация", 26.0, Content::Text("{{или организация \"\"}}")),
    Column::new("Компетенция", 20.0, Content::Text("{{компетенция}}")),
    Column::new("Модуль А", 10.0, Content::Number("")),
    Column::new("Модуль Б", 10.0, Content::Number("")),
    Column::new("Модуль В", 10.0, Content::Number("")),
    Column::new("Модуль Г", 10.0, Content::Number("")),
    Column::new("Итого", 10.0, Content::Formula("IF(COUNT(E{row}:H{row})=0,\"\",SUM(E{row}:H{row}))")),
    Column::new(
        "Место в компетенции",
        12.0,
        Content::Formula(
            "IF(I{row}=\"\",\"\",COUNTIFS($D${row}:$D${row},D{row},$I${row}:$I${row},\">\"&I{row})+1)",
        ),
    ),
];

const SUMMARY: &[Column] = &[
    Column::new("№", 5.0, Content::Centred("{{@номер}}")),
    Column::new("Участник", 34.0, Content::Text("{{фио}}")),
    Column::new("Организация", 28.0, Content::Text("{{или организация \"\"}}")),
    Column::new("Компетенция", 22.0, Content::Text("{{компетенция}}")),
    Column::new(
        "Наставник",
        20.0,
        Content::Text("{{#если наставник}}{{фамилия_инициалы наставник}}{{/если}}"),
    ),
    Column::new("Баллы", 10.0, Content::Number("{{или баллы \"\"}}"))
        .total("ROUND(AVERAGE(F{row}:F{row}),2)"),
    Column::new(
        "Место",
        10.0,
        Content::Formula(
            "IF(F{row}=\"\",\"\",COUNTIFS($D${row}:$D${row},D{row},$F${row}:$F${row},\">\"&F{row})+1)",
        ),
    ),
    Column::new(
        "Награда",
        16.0,
        Content::Formula(
            "IF(G{row}=\"\",\"\",IF(G{row}<=3,\"диплом \"&REPT(\"I\",G{row})&\" степени\",\"сертификат\"))",
        ),
    ),
];

/// Draws the registration of participants.
pub fn registration(workbook: &mut Workbook) -> Result<(), XlsxError> {
    let mut page = Page::start(workbook, "Регистрация", REGISTRATION)?;
    page.title(&["ЛИСТ РЕГИСТРАЦИИ УЧАСТНИКОВ", "{{событие.событие}}", "{{дата событие.дата}}"])?;
    page.headings()?;
    page.tall(28.0)?;
    page.repeated(LIST)?;
    page.signature(&[EXECUTOR])
}

/// Draws the sheet that the jury fills and the summary.
pub fn scores(workbook: &mut Workbook) -> Result<(), XlsxError> {
    let mut page = Page::start(workbook, "Оценочный лист", MODULES)?;
    page.title(&["ОЦЕНОЧНЫЙ ЛИСТ", "{{событие.событие}}", "{{дата событие.дата}}"])?;
    page.headings()?;
    let mark = DataValidation::new()
        .allow_decimal_number(DataValidationRule::Between(0.0, 100.0))
        .set_error_title("Баллы")?
        .set_error_message("Число от 0 до 100")?;
    page.validation((4, 7), &mark)?;
    page.tall(30.0)?;
    page.repeated(LIST)?;
    page.signature(&[["Эксперт", ""], ["Эксперт", ""], ["Председатель жюри", ""]])?;
    let mut page = Page::start(workbook, "Сводная ведомость", SUMMARY)?;
    page.title(&["СВОДНАЯ ВЕДОМОСТЬ", "{{событие.событие}}", "{{дата событие.дата}}"])?;
    page.headings()?;
    page.repeated(LIST)?;
    page.totals("Средний балл")?;
    page.signature(&[["Председатель жюри", ""], HEAD])
}
