//! More of the list of `domain/input-realities.md`: people, digits, files, what surrounds a table.

use crate::fixture::{bytes, column, csv, findings, read, sheet, show, table, taken, texts, write};
use pisar::model::schema::SheetKind;
use rust_xlsxwriter::{Format, Workbook};

const PLAN: &[&str] =
    &["№ п/п", "Наименование мероприятия", "Исполнители", "Срок исполнения", "Ожидаемый результат"];

#[test]
fn r20_a_name_in_three_columns_is_one_and_in_one_column_is_kept() {
    let reading = texts(
        "Наставники",
        &[
            &["Фамилия", "Имя", "Отчество", "Организация", "За что"],
            &["Образцов", "Пётр", "Выдуманович", "ООО «А»", "помощь"],
            &["Росси", "Марко", "", "ООО «А»", "помощь"],
        ],
    );
    assert_eq!(findings(&reading), [""; 0]);
    let parts = table(&reading);
    assert_eq!(column(parts, "ФИО"), ["Образцов Пётр Выдуманович", "Росси Марко"]);
    assert_eq!(column(parts, "Имя"), ["Пётр", "Марко"]);
    assert_eq!(parts.location(&parts.rows[0], "ФИО").to_string(), "input/книга.xlsx › Наставники › A2");
    let whole = texts("Наставники", &[&["Ф.И.О.", "Организация"], &["ОБРАЗЦОВ  Пётр\u{a0}В.", "ООО «А»"]]);
    assert_eq!(column(table(&whole), "ФИО"), ["ОБРАЗЦОВ Пётр В."]);
}

#[test]
fn r22_genders_come_in_words_and_digits() {
    let reading = texts(
        "Наставники",
        &[&["ФИО", "Пол"], &["А Б", "муж."], &["В Г", "Ж"], &["Д Е", "=1"], &["Ё Ж", "не знаю"]],
    );
    assert_eq!(findings(&reading), ["gender-unread@B5"]);
    assert_eq!(column(table(&reading), "Пол"), ["м", "ж", "м", "не знаю"]);
}

#[test]
fn r23_phones_and_numbers_of_taxpayers_are_kept_digit_for_digit() {
    let reading = texts(
        "Организации",
        &[
            &["Наименование", "ИНН", "Телефон", "Расчётный счёт"],
            &["ООО «А»", "0012345678", "=79131234567", "=40702810000000000001"],
            &["ООО «Б»", "=7000010379", "8 (3822) 00-00-00", "40702810000000000001"],
        ],
    );
    assert_eq!(findings(&reading), ["digits-lost@D2"]);
    let organisations = table(&reading);
    assert_eq!(column(organisations, "ИНН"), ["0012345678", "7000010379"]);
    assert_eq!(column(organisations, "Телефон"), ["79131234567", "8 (3822) 00-00-00"]);
}

#[test]
fn r24_a_csv_is_read_in_every_encoding_by_the_name_of_its_file() {
    let text = "ФИО;Организация;За что\r\nОбразцов Пётр Выдуманович;\"ООО \"\"А\"\"\";помощь\r\n";
    let (cp1251, cp866) = (encoding_rs::WINDOWS_1251.encode(text).0, encoding_rs::IBM866.encode(text).0);
    let utf16: Vec<u8> = std::iter::once(0xFEFF)
        .chain(text.replace(';', "\t").encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let marked = [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat();
    for bytes in [cp1251.as_ref(), cp866.as_ref(), &utf16, &marked] {
        let reading = read(bytes, "input/наставники.csv");
        assert_eq!(findings(&reading), [""; 0]);
        assert_eq!(taken(&reading), [Some("Наставники")]);
        assert_eq!(column(table(&reading), "Организация"), ["ООО \"А\""]);
    }
}

#[test]
fn r26_what_is_hidden_is_stated_and_what_follows_a_table_is_left() {
    let mut book = Workbook::new();
    let list = book.add_worksheet().set_name("Вакансии").unwrap();
    write(
        list,
        &[
            &["Организация", "Профессия", "Количество"],
            &["ООО «А»", "токарь", "=2"],
            &["ООО «Б»", "сварщик", "=3"],
            &["ИТОГО", "", "=5"],
            &[],
            &["Исполнитель", "___________ Образцов П.В."],
        ],
    );
    list.set_row_hidden(2).unwrap();
    list.set_column_hidden(2).unwrap();
    let hidden = book.add_worksheet().set_name("Наставники").unwrap();
    write(hidden, &[&["ФИО", "Организация"], &["Образцов Пётр", "ООО «А»"]]);
    hidden.set_hidden(true);
    let reading = read(&book.save_to_buffer().unwrap(), "input/книга.xlsx");
    assert_eq!(findings(&reading), ["rows-hidden", "sheet-hidden"]);
    assert_eq!(
        reading.findings[0].arguments.clone().into_iter().collect::<Vec<_>>(),
        [("columns", "1".into()), ("rows", "1".into())]
    );
    assert_eq!(column(table(&reading), "Профессия"), ["токарь", "сварщик"]);
}

#[test]
fn r27_formulas_without_a_value_and_errors_are_named_with_their_cells() {
    let reading = sheet("Вакансии", |sheet| {
        write(
            sheet,
            &[
                &["Организация", "Профессия", "Количество", "Заметка"],
                &["ООО «А»", "токарь"],
                &["ООО «Б»", "токарь"],
            ],
        );
        sheet.write_formula(1, 2, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        sheet.write_formula(2, 3, rust_xlsxwriter::Formula::new("=NA()").set_result("#N/A")).unwrap();
    });
    assert_eq!(findings(&reading), ["cell-error@C2", "cell-error-unused@D3"]);
}

#[test]
fn r28_empty_rows_and_styled_blanks_cost_nothing() {
    let reading = sheet("Наставники", |sheet| {
        write(
            sheet,
            &[
                &["ФИО", "Организация"],
                &["Образцов Пётр", "ООО «А»"],
                &[],
                &[],
                &["Примерова Анна", "ООО «Б»"],
            ],
        );
        let bordered = Format::new().set_bold();
        for row in 5..3000 {
            sheet.write_blank(row, 0, &bordered).unwrap();
        }
    });
    assert_eq!(findings(&reading), [""; 0]);
    assert_eq!(table(&reading).rows.iter().map(|row| row.row).collect::<Vec<_>>(), [1, 4]);
}

#[test]
fn r29_a_struck_row_is_read_and_stated() {
    let reading = sheet("Наставники", |sheet| {
        write(sheet, &[&["ФИО", "Организация"], &["", "ООО «А»"]]);
        sheet
            .write_string_with_format(1, 0, "Образцов Пётр", &Format::new().set_font_strikethrough())
            .unwrap();
    });
    assert_eq!(findings(&reading), ["cell-struck@A2"]);
    assert_eq!(column(table(&reading), "ФИО"), ["Образцов Пётр"]);
}

#[test]
fn r30_lock_files_are_skipped_and_stated() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| fs_err::write(folder.path().join(name), bytes).unwrap();
    put("~$план.xlsx", b"\x07Secretary");
    put("план.xlsx", &bytes("План", |sheet| write(sheet, &[PLAN, &["1", "а", "А", "май", "р"]])));
    fs_err::create_dir(folder.path().join("списки")).unwrap();
    put("списки/наставники.csv", "ФИО;Организация\nОбразцов Пётр;ООО «А»\n".as_bytes());
    let reading = pisar::input::read_with(folder.path(), "input", crate::fixture::PROGRAM.as_ref());
    let places: Vec<_> =
        reading.findings.iter().map(|finding| finding.at.clone().unwrap().to_string()).collect();
    assert_eq!(findings(&reading), ["file-lock-skipped"]);
    assert_eq!(places, ["input/~$план.xlsx"]);
    let files: Vec<_> = reading.sheets.iter().map(|sheet| &*sheet.file).collect();
    assert_eq!(files, ["input/план.xlsx", "input/списки/наставники.csv"]);
}

#[test]
fn r34_an_export_of_a_form_is_known_by_what_it_asks() {
    let reading = csv(
        "input/ответы на форму.csv",
        &[
            "\"Отметка времени\",\"Адрес электронной почты\",\"Укажите Ваше ФИО \",\"Ваша должность\",\"Место работы\"",
            "\"2023/03/01 10:15:00\",\"a@example.ru\",\"Образцов Пётр Выдуманович\",\"мастер\",\"ООО «А»\"",
        ],
    );
    assert_eq!(taken(&reading), [Some("Участники")]);
    assert_eq!(findings(&reading), [""; 0]);
    assert_eq!(column(table(&reading), "E-mail"), ["a@example.ru"]);
    assert_eq!(show(&table(&reading).rows[0].cells[0]), "2023/03/01 10:15:00");
}

#[test]
fn several_tables_of_a_sheet_are_several_and_a_missing_heading_is_named() {
    let reading = texts(
        "Лист1",
        &[
            &["Событие", "Дата", "Место"],
            &["День отрасли", "26.05.2023", "зал"],
            &[],
            &["ФИО", "За что"],
            &["Образцов Пётр", "помощь"],
        ],
    );
    let kinds: Vec<_> = reading.tables.iter().map(|table| table.kind).collect();
    assert_eq!(kinds, [SheetKind::Events, SheetKind::Mentors]);
    let missing = texts("План", &[&["№", "Мероприятие", "Срок"], &["1", "а", "май"]]);
    assert_eq!(findings(&missing), ["heading-missing@A1"]);
    let twice = texts("Наставники", &[&["ФИО", "Организация", "Организaция"], &["Образцов", "А", "Б"]]);
    assert_eq!(findings(&twice), ["heading-duplicate@C1"]);
    assert_eq!(column(table(&twice), "Организация"), ["А"]);
}

#[test]
fn requisites_run_down_and_each_value_keeps_its_own_cell() {
    let reading = texts(
        "Реквизиты",
        &[
            &["Реквизит", "Значение"],
            &["Полное наименование кластера:", "Кластер"],
            &["Утверждает: ФИО", "Образцов Пётр Выдуманович"],
            &["Девиз", "Вперёд"],
        ],
    );
    assert_eq!(findings(&reading), [""; 0]);
    let table = table(&reading);
    let row = &table.rows[0];
    assert_eq!(show(table.cell(row, "Утверждает: ФИО")), "Образцов Пётр Выдуманович");
    assert_eq!(table.location(row, "Утверждает: ФИО").to_string(), "input/книга.xlsx › Реквизиты › B3");
    assert_eq!(&*table.columns[2].field, "девиз");
}

#[test]
fn an_example_row_and_a_page_of_prose_are_no_data() {
    let mut book = Workbook::new();
    let list = book.add_worksheet().set_name("Наставники").unwrap();
    write(
        list,
        &[
            &["ФИО", "Организация"],
            &["Пример: Иванов Иван Иванович", "ООО «А»"],
            &["Примеров Пётр", "ООО «А»"],
        ],
    );
    let how = book.add_worksheet().set_name("Как заполнять").unwrap();
    write(how, &[&["Как заполнять"], &["Строка примера пропускается."]]);
    let reading = read(&book.save_to_buffer().unwrap(), "input/книга.xlsx");
    assert_eq!(findings(&reading), [""; 0]);
    assert_eq!(taken(&reading), [Some("Наставники"), None]);
    assert_eq!(column(table(&reading), "ФИО"), ["Примеров Пётр"]);
}

#[test]
fn captions_unfilled_numbers_and_numbered_examples_are_no_people() {
    let reading = sheet("Участники", |sheet| {
        write(
            sheet,
            &[
                &["№", "ФИО", "Должность", "Организация"],
                &["=1", "Пример: Иванов И. И.", "мастер", "ООО «А»"],
                &[],
                &["=1", "Образцов Пётр", "мастер", "ООО «А»"],
                &["=2"],
                &["=3"],
            ],
        );
        sheet.merge_range(2, 0, 2, 3, "Экспертный совет", &Format::new()).unwrap();
    });
    assert_eq!(findings(&reading), ["row-skipped@A3"]);
    assert_eq!(column(table(&reading), "ФИО"), ["Образцов Пётр"]);
}

#[test]
fn an_activity_with_a_whole_number_and_nothing_else_is_no_section() {
    let reading = texts(
        "План",
        &[PLAN, &["1", "Первое", "А", "май", "р"], &["2", "Второе"], &["3.", "Третье", "Б", "май", "р"]],
    );
    assert_eq!(column(table(&reading), "Наименование мероприятия"), ["Первое", "Второе", "Третье"]);
    let numbered = texts(
        "Реквизиты",
        &[&["1", "Город", "Томск"], &["2", "Телефон", "1"], &["3", "Полное наименование", "Кластер"]],
    );
    assert_eq!(findings(&numbered), [""; 0]);
    let row = &table(&numbered).rows[0];
    assert_eq!(show(table(&numbered).cell(row, "Город")), "Томск");
}

#[test]
fn rows_under_headings_of_no_known_words_above_a_table_are_stated() {
    let reading = texts(
        "План",
        &[
            &["Номерок", "Дело", "Людишки", "Когда-нибудь", "Толк"],
            &["1.1", "Первое", "А", "май", "р"],
            &["1.2", "Второе", "А", "май", "р"],
            &[],
            PLAN,
            &["1.3", "Третье", "А", "май", "р"],
        ],
    );
    assert_eq!(findings(&reading), ["rows-above-heading@A1"]);
    assert_eq!(reading.findings[0].arguments["count"], "3");
}

#[test]
fn rows_without_what_their_table_needs_are_stated_to_the_last() {
    let reading = texts(
        "Наставники",
        &[&["ФИО", "Организация", "За что"], &["Образцов", "А", "помощь"], &["", "Б", "помощь"]],
    );
    assert_eq!(findings(&reading), ["row-skipped@B3"]);
    assert_eq!(reading.findings[0].arguments["heading"], "ФИО");
}

#[test]
fn r21_r33_r38_names_of_every_shape_are_kept_as_they_are() {
    let names = [
        "Соколов-Микитов Иван",
        "Гусейнов Руслан Тофик оглы",
        "Черных Анна (Седых)",
        "Иванов И. И.",
        "Иванов 2",
        "Ткаченко Лев ©",
    ];
    let organisations = ["ОГБПОУ «ТЭПК»", "ТЭПК", "ОГБПОУ \"ТЭПК\"", "ИП Образцов П.В.", "АО „А“", "«Б»"];
    let pairs: Vec<[&str; 2]> =
        names.into_iter().zip(organisations).map(|(name, organisation)| [name, organisation]).collect();
    let heading: &[&str] = &["ФИО", "Организация"];
    let rows: Vec<&[&str]> =
        std::iter::once(heading).chain(pairs.iter().map(<[&str; 2]>::as_slice)).collect();
    let reading = texts("Наставники", &rows);
    assert_eq!(findings(&reading), [""; 0]);
    assert_eq!(column(table(&reading), "ФИО"), names);
    assert_eq!(column(table(&reading), "Организация"), organisations);
}

#[test]
fn a_copy_of_a_table_is_dropped_and_stated() {
    let mut book = Workbook::new();
    for name in ["Наставники", "Наставники (копия)", "Наставники 2021"] {
        let list = book.add_worksheet().set_name(name).unwrap();
        let person =
            if name.ends_with("2021") { "Примерова Анна" } else { "Образцов Пётр" };
        write(list, &[&["ФИО", "Организация"], &[person, "ООО «А»"]]);
    }
    let reading = read(&book.save_to_buffer().unwrap(), "input/книга.xlsx");
    assert_eq!(findings(&reading), ["table-twice"]);
    assert_eq!(reading.findings[0].arguments["other"], "input/книга.xlsx › Наставники");
    let people: Vec<_> = reading.tables.iter().flat_map(|table| column(table, "ФИО")).collect();
    assert_eq!(people, ["Образцов Пётр", "Примерова Анна"]);
}

#[test]
fn r36_an_archive_with_names_of_another_code_page_says_what_to_do() {
    // What Explorer makes of a folder: a name in cp866 and no flag that says UTF-8.
    let name = "plan.xlsx";
    let cp866 = b"\xAF\xAB\xA0\xAD.xlsx";
    let mut bytes = crate::formats::zip(&[(name, "x")]);
    while let Some(at) = bytes.windows(name.len()).position(|window| window == name.as_bytes()) {
        bytes.splice(at..at + name.len(), cp866.iter().copied());
    }
    let reading = read(&bytes, "input/план.zip");
    assert_eq!(findings(&reading), ["file-unreadable"]);
    assert_eq!(reading.findings[0].arguments["reason"], "archive");
}
