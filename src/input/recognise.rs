//! What a sheet is: by its name's stem and by the headings of a row.

use super::fold::fold;
use super::heading::Match;
use crate::model::schema::{SHEETS, SheetKind};

/// Headings that stand over tables of every kind: alone they make no sheet that its name does not.
const COMMON: &[&str] = &[
    "№",
    "наименование",
    "название",
    "тип",
    "вид",
    "дата",
    "время",
    "место",
    "начало",
    "примечание",
    "содержание",
    "адрес",
    "номер",
    "результат",
    "итог",
    "ссылка",
    "документ",
    "количество",
    "кол-во",
    "срок",
    "сроки",
    "город",
    "телефон",
];

/// The place in [`SHEETS`] of the sheet that the name speaks of: a word of it starts with one of the stems.
pub fn by_name(name: &str) -> Option<usize> {
    let name = fold(name);
    SHEETS.iter().position(|sheet| {
        sheet.stems.iter().any(|stem| name.split([' ', '-']).any(|word| word.starts_with(&fold(stem))))
    })
}

/// Whether the name says nothing: «Лист1», «Sheet 2».
pub fn is_nameless(name: &str) -> bool {
    let name = fold(name);
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '-'));
    stem.is_empty()
        || ["лист", "sheet", "таблица", "тавlе", "копия", "worksheet"]
            .map(fold)
            .iter()
            .any(|word| word == stem)
}

/// The sheet that these folded headings make best, if any makes one: with `named`, what the sheet's name says.
pub fn by_headings(folded: &[String], named: Option<usize>) -> Option<Match> {
    let mut best: Option<(usize, Match)> = None;
    let is_common = |heading: &String| COMMON.iter().any(|common| fold(common) == *heading);
    for (at, sheet) in SHEETS.iter().enumerate() {
        if sheet.kind == SheetKind::Requisites {
            continue;
        }
        let matched = Match::new(at, folded);
        let (known, missing, required) = (matched.known(), matched.missing().len(), matched.required());
        let is_named = named == Some(at);
        let mut told = folded.iter().zip(&matched.columns).filter(|(_, column)| column.is_some());
        if !is_named && told.all(|(heading, _)| is_common(heading)) {
            continue;
        }
        let enough = if missing == 0 {
            known >= 2 || is_named || folded.len() == 1
        } else {
            known >= 1 && is_named && missing < required || known >= 3 && missing * 2 <= required
        };
        let score = known * 2 + usize::from(is_named) * 5 + usize::from(missing == 0) * 3;
        if enough && known > 0 && best.as_ref().is_none_or(|(other, _)| score > *other) {
            best = Some((score, matched));
        }
    }
    best.map(|(_, matched)| matched)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(headings: &[&str], name: &str) -> Option<SheetKind> {
        let folded: Vec<_> = headings.iter().map(|heading| fold(heading)).collect();
        by_headings(&folded, by_name(name))
            .and_then(|matched| SHEETS.get(matched.sheet))
            .map(|sheet| sheet.kind)
    }

    #[test]
    fn sheets_are_told_by_headings_and_names() {
        let people = ["Ф.И.О.", "Должность", "Место работы"];
        assert_eq!(kind(&people, "Лист1"), Some(SheetKind::People));
        assert_eq!(kind(&people, "Наставники 2023"), Some(SheetKind::Mentors));
        assert_eq!(kind(&["ФИО", "За что", "Организация"], "Лист1"), Some(SheetKind::Mentors));
        assert_eq!(kind(&["№", "Мероприятия", "Ответственный", "Сроки"], "Лист1"), Some(SheetKind::Plan));
        assert_eq!(kind(&["Предприятие", "Вакансия", "Кол-во"], "Лист1"), Some(SheetKind::Vacancies));
        assert_eq!(kind(&["Дата заседания", "Орган", "Повестка дня"], "1"), Some(SheetKind::Meetings));
        assert_eq!(kind(&["Фамилия", "Имя", "Отчество"], "Лист2"), Some(SheetKind::People));
        assert_eq!(
            kind(&["База практики", "Колледж", "Мест", "Прошли практику"], "Лист1"),
            Some(SheetKind::Practice)
        );
        assert_eq!(
            kind(&["Ф.И.О.", "ПОО", "Номинация", "Место"], "Чемпионат"),
            Some(SheetKind::Championship)
        );
        assert_eq!(kind(&["Дата заседания", "Орган", "Вопрос", "Решили"], "1"), Some(SheetKind::Decisions));
        assert_eq!(kind(&["Группа", "Балл"], "Успеваемость"), None);
        assert!(is_nameless("Лист1") && is_nameless("Sheet 2") && !is_nameless("План"));
    }
}
