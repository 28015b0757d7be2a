//! How the schema's columns are drawn: widths, drop-downs, checks of what is typed.

use super::sheet::{Column, Content};
use crate::model::schema::{ColumnKind, ColumnSpec, ROLES, SheetKind, SheetSpec};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, XlsxError,
};

/// Councils and groups that a cluster usually has: columns of the sheet of people.
const COUNCILS: &[&str] = &["Экспертный совет", "Координационный совет", "Рабочая группа"];
const COUNCIL_NOTE: &str =
    "Роль в этом совете или группе – из списка; пусто, если не входит. Новый совет – новый столбец";
const YES_NO: &[&str] = &["да", "нет"];
const GENDERS: &[&str] = &["м", "ж"];

/// What a drop-down suggests in a column of text: sheet, heading, words.
const SUGGESTIONS: &[(SheetKind, &str, &[&str])] = &[
    (SheetKind::Meetings, "Совет", COUNCILS),
    (
        SheetKind::Events,
        "Вид",
        &["День отрасли", "Ярмарка вакансий", "Чемпионат", "Профориентация", "Семинар"],
    ),
    (SheetKind::Decisions, "Совет", COUNCILS),
    (SheetKind::Quota, "Форма обучения", &["очная", "очно-заочная", "заочная"]),
    (SheetKind::Publications, "Формат", &["новость", "пресс-релиз", "фотоотчёт", "видео", "статья"]),
    (SheetKind::Organisations, "Тип", &["предприятие", "ПОО", "орган власти"]),
    (SheetKind::Organisations, "Отрасль", &["энергетика", "металлообработка", "образование"]),
];

/// Widths in characters of columns that their kind does not settle.
const WIDTHS: &[(&str, f64)] = &[
    ("Наименование мероприятия", 60.0),
    ("Повестка", 70.0),
    ("За что", 56.0),
    ("Место", 48.0),
    ("Событие", 48.0),
    ("Телефон", 20.0),
    ("ИНН", 15.0),
    ("Тип", 16.0),
    ("Отрасль", 20.0),
    ("Вид", 20.0),
    ("Совет", 22.0),
    ("№ протокола", 14.0),
    ("E-mail", 26.0),
    ("Присутствовали", 24.0),
    ("Вопрос", 44.0),
    ("Выступили", 44.0),
    ("Решение", 56.0),
    ("Отметка об исполнении", 40.0),
    ("Программа", 52.0),
    ("Код программы", 14.0),
    ("Форма обучения", 14.0),
    ("Срок обучения", 20.0),
    ("Замечания", 44.0),
    ("Компетенция", 34.0),
    ("Группа", 24.0),
];

/// How many characters a text may have, and what is wrong with one of another length. Not so the numbers of a plan: the titles of its
/// sections stand in the same column.
const LENGTHS: &[(&str, u32, u32, &str)] = &[
    ("ИНН", 10, 12, "В ИНН 10 цифр, у предпринимателя 12."),
    ("ФИО", 5, 100, "Фамилия, имя и отчество полностью."),
    ("Руководитель (ФИО)", 5, 100, "Фамилия, имя и отчество полностью."),
    ("№ мероприятия", 1, 10, "Номер мероприятия плана, например 2.8."),
    ("Краткое наименование", 2, 120, "Это длиннее, чем помещается в письме: сократите."),
    ("E-mail", 6, 100, "Один адрес, например office@example.ru."),
];

/// A column to draw, and the column of the schema that it is; a council has none.
pub type Drawn = (Column, Option<ColumnSpec>);

/// The columns of a sheet: without the three parts of a name, which are another way to write «ФИО», and with the councils.
pub fn of(sheet: &SheetSpec) -> Vec<Drawn> {
    let known = sheet.columns.iter().filter(|spec| spec.kind != ColumnKind::NamePart);
    let mut columns: Vec<Drawn> = known.map(|spec| (column(sheet.kind, spec), Some(*spec))).collect();
    if sheet.kind == SheetKind::People {
        let council = |heading| {
            let content = Content::Choice(ROLES);
            (Column { heading, width: 20.0, content, note: COUNCIL_NOTE }, None)
        };
        columns.extend(COUNCILS.iter().copied().map(council));
    }
    columns
}

fn column(sheet: SheetKind, spec: &ColumnSpec) -> Column {
    let suggested = SUGGESTIONS.iter().find(|(of, heading, _)| *of == sheet && *heading == spec.heading);
    let (usual, content) = match spec.kind {
        ColumnKind::Person => (34.0, Content::Text),
        ColumnKind::Post => (36.0, Content::Text),
        ColumnKind::Organisation => (44.0, Content::Text),
        ColumnKind::NamePart => (20.0, Content::Text),
        ColumnKind::Number => (14.0, Content::Code),
        ColumnKind::Deadline => (28.0, Content::Code),
        ColumnKind::Text | ColumnKind::List | ColumnKind::Override => (36.0, Content::Code),
        ColumnKind::Gender => (8.0, Content::Choice(GENDERS)),
        ColumnKind::Flag => (16.0, Content::Choice(YES_NO)),
        ColumnKind::Choice(words) => (16.0, Content::Choice(words)),
        ColumnKind::Date => (18.0, Content::Date),
        ColumnKind::Time => (10.0, Content::Time),
        ColumnKind::Quantity => (13.0, Content::Number),
        ColumnKind::Money => (14.0, Content::Money),
    };
    let content = suggested.map_or(content, |(_, _, words)| Content::Suggestion(words));
    let width =
        WIDTHS.iter().find(|(heading, _)| *heading == spec.heading).map_or(usual, |(_, width)| *width);
    Column { heading: spec.heading, width, content, note: spec.note }
}

/// What else is checked as it is typed, beside drop-downs and dates: lengths, numbers not below zero, times. A warning, never a refusal:
/// the secretary may know better.
pub fn check(spec: &ColumnSpec) -> Result<Option<DataValidation>, XlsxError> {
    if let Some((_, least, most, message)) = LENGTHS.iter().find(|(heading, ..)| *heading == spec.heading) {
        let rule = DataValidation::new().allow_text_length(DataValidationRule::Between(*least, *most));
        return warn(rule, "Проверьте запись", message).map(Some);
    }
    match spec.kind {
        ColumnKind::Quantity | ColumnKind::Money => {
            let rule =
                DataValidation::new().allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0));
            warn(rule, "Это не число", "Введите число цифрами, без единиц измерения.").map(Some)
        }
        ColumnKind::Time => {
            let (first, last) = (ExcelDateTime::from_hms(0, 0, 0)?, ExcelDateTime::from_hms(23, 59, 59)?);
            let rule = DataValidation::new().allow_time(DataValidationRule::Between(first, last));
            warn(rule, "Это не время", "Введите время, например 14:00.").map(Some)
        }
        _ => Ok(None),
    }
}

fn warn(rule: DataValidation, title: &str, message: &str) -> Result<DataValidation, XlsxError> {
    rule.set_error_style(DataValidationErrorStyle::Warning).set_error_title(title)?.set_error_message(message)
}
