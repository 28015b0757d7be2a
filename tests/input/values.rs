//! Cells by the kinds of their columns: dates, times, numbers, flags, states, roles.

use crate::fixture::{column, findings, sheet, table, texts, write};
use pisar::model::schema::{ColumnKind, ROLES};
use rust_xlsxwriter::Format;

#[test]
fn r10_dates_are_read_as_serials_and_in_words_side_by_side() {
    let reading = sheet("События", |sheet| {
        let dates = ["", "12.09.22", "12 сентября 2022 г.", "=44816", "31.02.2024", "до 15.10", "=5"];
        write(sheet, &[&["Событие", "Дата", "Время"]]);
        for (row, date) in (1..).zip(dates) {
            sheet.write_string(row, 0, "Событие").unwrap();
            match date.strip_prefix('=') {
                Some(number) => sheet.write_number(row, 1, number.parse::<f64>().unwrap()).unwrap(),
                None if date.is_empty() => continue,
                None => sheet.write_string(row, 1, date).unwrap(),
            };
        }
        sheet.write_number_with_format(1, 1, 44_816, &Format::new().set_num_format("dd.mm.yyyy")).unwrap();
    });
    assert_eq!(
        findings(&reading),
        ["date-from-number@B5", "date-impossible@B6", "date-unread@B7", "date-unread@B8"]
    );
    assert_eq!(
        column(table(&reading), "Дата"),
        ["2022-09-12", "2022-09-12", "2022-09-12", "2022-09-12", "31.02.2024", "до 15.10", "5"]
    );
}

#[test]
fn times_are_read_from_parts_of_a_day_and_from_words() {
    let reading = sheet("Заседания", |sheet| {
        write(sheet, &[&["Дата", "Время", "Совет"]]);
        for (row, time) in (1..).zip(["", "14.30", "14 ч. 30 мин.", "=14.3", "утром"]) {
            write(sheet, &[]);
            sheet.write_string(row, 0, "12.09.2022").unwrap();
            sheet.write_string(row, 2, "Экспертный совет").unwrap();
            match time.strip_prefix('=') {
                Some(number) => sheet.write_number(row, 1, number.parse::<f64>().unwrap()).unwrap(),
                None if time.is_empty() => continue,
                None => sheet.write_string(row, 1, time).unwrap(),
            };
        }
        sheet
            .write_number_with_format(1, 1, 0.604_166_666_7, &Format::new().set_num_format("hh:mm"))
            .unwrap();
    });
    assert_eq!(findings(&reading), ["time-unread@B6"]);
    assert_eq!(column(table(&reading), "Время"), ["14:30:00", "14:30:00", "14:30:00", "14:30:00", "утром"]);
}

#[test]
fn numbers_lose_their_spaces_and_what_is_no_number_is_kept() {
    let reading = texts(
        "Вакансии",
        &[
            &["Организация", "Профессия", "Количество", "Зарплата"],
            &["ООО «А»", "токарь", "2 чел.", "45\u{a0}000,50 руб."],
            &["ООО «А»", "сварщик", "=3", "от 60 000"],
        ],
    );
    assert_eq!(findings(&reading), ["number-unread@D3"]);
    assert_eq!(column(table(&reading), "Количество"), ["2", "3"]);
    assert_eq!(column(table(&reading), "Зарплата"), ["45000.5", "от 60 000"]);
}

#[test]
fn states_are_known_in_other_words_and_an_unknown_one_gets_its_nearest() {
    let reading = texts(
        "Исполнение",
        &[
            &["№ мероприятия", "Статус"],
            &["1.1", "Исполнено"],
            &["1.2", "не выполнена"],
            &["1.3", "выплнено"],
            &["1.4", ""],
        ],
    );
    assert_eq!(findings(&reading), ["choice-unknown@B4"]);
    assert_eq!(reading.findings[0].arguments["nearest"], "выполнено");
    assert_eq!(column(table(&reading), "Статус"), ["выполнено", "не выполнено", "выплнено", ""]);
}

#[test]
fn a_column_of_roles_is_a_council() {
    let reading = texts(
        "Участники",
        &[
            &["ФИО", "Организация", "Совет по качеству", "Заметки", "Приглашать"],
            &["Образцов Пётр", "ООО «А»", "Председатель", "член", "+"],
            &["Примерова Анна", "ООО «Б»", "зам. председателя", "болеет", ""],
            &["Выдумкин Илья", "ООО «Б»", "член совета", "в отпуске", "-"],
            &["Небылицын Лев", "ООО «Б»", "казначей", "", ""],
            &["Сказкина Вера", "ООО «Б»", "член", "", ""],
        ],
    );
    let table = table(&reading);
    assert_eq!(table.columns[2].kind, ColumnKind::Choice(ROLES));
    assert_eq!(table.columns[3].kind, ColumnKind::Text);
    assert_eq!(findings(&reading), ["choice-unknown@C5"]);
    let roles: Vec<_> = table.rows.iter().map(|row| row.cells[2].text().unwrap()).collect();
    assert_eq!(roles, ["председатель", "заместитель", "член", "казначей", "член"]);
}

#[test]
fn flags_are_yes_and_no_in_many_signs() {
    let reading = texts(
        "Организации",
        &[
            &["Наименование", "ИНН", "Приглашать на ярмарку"],
            &["ООО «А»", "1", "+"],
            &["ООО «Б»", "2", "Нет"],
            &["ООО «В»", "3", "=1"],
            &["ООО «Г»", "4", "возможно"],
            &["ООО «Д»", "5", ""],
        ],
    );
    assert_eq!(findings(&reading), ["flag-unread@C5"]);
    assert_eq!(column(table(&reading), "Приглашать на ярмарку"), ["true", "false", "true", "возможно", ""]);
}

#[test]
fn a_number_in_place_of_a_name_is_an_error_and_r39_another_year_is_none() {
    let reading =
        texts("Наставники", &[&["ФИО", "Должность", "За что"], &["=44816", "мастер", "план на 2024 год"]]);
    assert_eq!(findings(&reading), ["cell-unfit@A2"]);
}

#[test]
fn a_value_under_no_heading_is_stated_once_a_column() {
    let reading = texts(
        "Наставники",
        &[&["ФИО", "Организация"], &["Образцов", "А", "лишнее"], &["Примеров", "Б", "и это"]],
    );
    assert_eq!(findings(&reading), ["column-without-heading@C2"]);
    assert_eq!(reading.findings[0].arguments["column"], "C");
}

#[test]
fn a_month_that_excel_made_a_date_is_a_month_still() {
    let reading = sheet("План", |sheet| {
        write(
            sheet,
            &[&["№ п/п", "Мероприятие", "Исполнители", "Срок"], &["1.1", "а", "А"], &["1.2", "б", "А"]],
        );
        let month = Format::new().set_num_format("mmm.yy");
        sheet.write_number_with_format(1, 3, 44_986, &month).unwrap();
        sheet.write_number_with_format(2, 3, 45_000, &month).unwrap();
    });
    assert_eq!(findings(&reading), [""; 0]);
    assert_eq!(column(table(&reading), "Срок исполнения"), ["март 2023 г.", "2023-03-15"]);
    let numbers = sheet("План", |sheet| {
        write(sheet, &[&["№ п/п", "Мероприятие", "Исполнители", "Срок"], &["", "а", "А", "май"]]);
        sheet.write_number_with_format(1, 0, 45_292, &Format::new().set_num_format("mmm.yy")).unwrap();
    });
    assert_eq!(findings(&numbers), ["number-was-date@A2"]);
    assert_eq!(column(table(&numbers), "№ п/п"), ["1.24"]);
}

#[test]
fn a_percentage_is_the_number_that_stands_on_the_sheet() {
    let reading = sheet("Исполнение", |sheet| {
        write(sheet, &[&["№ мероприятия", "Статус", "Показатель", "План"], &["1.1", "выполнено", "доля"]]);
        sheet.write_number_with_format(1, 3, 0.85, &Format::new().set_num_format("0%")).unwrap();
    });
    assert_eq!(findings(&reading), [""; 0]);
    assert_eq!(column(table(&reading), "План"), ["85"]);
}
