//! What real tables look like: the list of `domain/input-realities.md`, by its numbers, as far as reading decides it.

use crate::fixture::{column, csv, findings, sheet, table, taken, texts, write};
use pisar::model::schema::ColumnKind;
use rust_xlsxwriter::Format;

const PLAN: &[&str] =
    &["№ п/п", "Наименование мероприятия", "Исполнители", "Срок исполнения", "Ожидаемый результат"];

#[test]
fn r01_a_heading_repeated_in_the_middle_is_dropped_and_stated() {
    let reading = texts(
        "План",
        &[PLAN, &["1.1", "Первое", "А", "май", "р"], PLAN, &["1.2", "Второе", "А", "май", "р"]],
    );
    assert_eq!(findings(&reading), ["heading-repeated@A3"]);
    assert_eq!(column(table(&reading), "№ п/п"), ["1.1", "1.2"]);
    // Apart from the table by empty rows, as after a page break, it is the same table still.
    let apart = texts(
        "План",
        &[PLAN, &["1.1", "Первое", "А", "май", "р"], &[], PLAN, &["1.2", "Второе", "А", "май", "р"]],
    );
    assert_eq!(findings(&apart), ["heading-repeated@A4"]);
    assert_eq!(column(table(&apart), "№ п/п"), ["1.1", "1.2"]);
}

#[test]
fn r02_a_number_that_stands_twice_keeps_both_rows() {
    let reading =
        texts("План", &[PLAN, &["3.3.", "Первое", "А", "май", "р"], &["3.3.", "Второе", "А", "май", "р"]]);
    assert_eq!(findings(&reading), [""; 0]);
    assert_eq!(column(table(&reading), "Наименование мероприятия"), ["Первое", "Второе"]);
    assert_eq!(table(&reading).rows.iter().map(|row| row.row).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn r03_sections_are_rows_with_a_text_in_front_merged_or_not() {
    let reading = sheet("План", |sheet| {
        write(
            sheet,
            &[
                PLAN,
                &[],
                &["1.1", "Первое", "А", "май", "р"],
                &["2. Второй раздел"],
                &["2.1", "Второе", "А", "май", "р"],
                &["3.", "Третий раздел"],
            ],
        );
        sheet.merge_range(1, 0, 1, 4, "1. Первый раздел", &Format::new()).unwrap();
    });
    assert_eq!(findings(&reading), [""; 0]);
    assert_eq!(
        column(table(&reading), "№ п/п"),
        ["[1. Первый раздел]", "1.1", "[2. Второй раздел]", "2.1", "[3. Третий раздел]"]
    );
}

#[test]
fn r04_a_merged_cell_holds_inside_its_range_and_not_beyond() {
    let reading = sheet("План", |sheet| {
        write(
            sheet,
            &[
                PLAN,
                &["1.1", "Первое", "", "май", "р"],
                &["1.2", "Второе", "", "май", "р"],
                &["1.3", "Третье", "", "май", "р"],
            ],
        );
        sheet.merge_range(1, 2, 2, 2, "Рабочая группа", &Format::new()).unwrap();
    });
    assert_eq!(column(table(&reading), "Исполнители"), ["Рабочая группа", "Рабочая группа", ""]);
}

#[test]
fn r05_the_title_and_the_stamp_stand_above_the_table() {
    let reading = texts(
        "План",
        &[
            &["", "", "", "", "УТВЕРЖДАЮ"],
            &["", "", "", "", "Председатель совета"],
            &[],
            &["ПЛАН РАБОТЫ"],
            &["на 2022/2023 учебный год"],
            &[],
            PLAN,
            &["1.1", "Первое", "А", "май", "р"],
        ],
    );
    assert_eq!(findings(&reading), [""; 0]);
    let table = table(&reading);
    let above: Vec<_> = table.preamble.iter().map(|(at, text)| format!("{at} {text}")).collect();
    assert_eq!(
        above,
        ["E1 УТВЕРЖДАЮ", "E2 Председатель совета", "A4 ПЛАН РАБОТЫ", "A5 на 2022/2023 учебный год"]
    );
    assert_eq!(table.location(&table.rows[0], "Исполнители").to_string(), "input/книга.xlsx › План › C8");
}

#[test]
fn r06_a_heading_of_two_rows_names_its_columns_by_both() {
    let reading = sheet("Исполнение", |sheet| {
        write(
            sheet,
            &[
                &["№ мероприятия", "Статус", "Показатель"],
                &["", "", "", "План", "Факт"],
                &["1.1", "выполнено", "Участники", "=10", "=12"],
            ],
        );
        sheet.merge_range(0, 3, 0, 4, "Значение", &Format::new()).unwrap();
        sheet.merge_range(0, 0, 1, 0, "№ мероприятия", &Format::new()).unwrap();
        sheet.merge_range(0, 1, 1, 1, "Статус", &Format::new()).unwrap();
    });
    assert_eq!(findings(&reading), [""; 0]);
    let table = table(&reading);
    let headings: Vec<_> = table.columns.iter().map(|column| &*column.heading).collect();
    assert_eq!(headings, ["№ мероприятия", "Статус", "Показатель", "Значение: План", "Значение: Факт"]);
    assert_eq!(column(table, "План"), ["10"]);
    assert_eq!(column(table, "Факт"), ["12"]);
}

#[test]
fn r07_the_line_of_numbers_under_a_heading_is_no_activity() {
    for numbers in [&["1", "2", "3", "4", "5"], &["=1", "=2", "=3", "=4", "=5"]] {
        let reading = texts("План", &[PLAN, numbers, &["1.1", "Первое", "А", "май", "р"]]);
        assert_eq!(findings(&reading), [""; 0]);
        assert_eq!(column(table(&reading), "№ п/п"), ["1.1"]);
    }
}

#[test]
fn r08_numbers_of_activities_survive_dates_and_floats() {
    let reading = sheet("План", |sheet| {
        let of = |number| [number, "Мероприятие", "А", "май", "р"];
        let rows =
            [of(""), of("=1.8"), of("=1.9"), of("=1.1"), of("=20.399999"), of("=2.1"), of("3.10"), of("=4")];
        write(sheet, &[PLAN]);
        for (row, cells) in (1..).zip(&rows) {
            for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
                match text.strip_prefix('=') {
                    Some(number) => sheet.write_number(row, column, number.parse::<f64>().unwrap()).unwrap(),
                    None => sheet.write_string(row, column, *text).unwrap(),
                };
            }
        }
        sheet.write_number_with_format(1, 0, 44_562, &Format::new().set_num_format("dd.mmm")).unwrap();
        sheet.write_number_with_format(6, 0, 2.1, &Format::new().set_num_format("0.00")).unwrap();
    });
    assert_eq!(findings(&reading), ["number-was-date@A2", "number-lost-zero@A5"]);
    assert_eq!(column(table(&reading), "№ п/п"), ["1.1", "1.8", "1.9", "1.10", "20.4", "2.10", "3.10", "4"]);
}

#[test]
fn r09_a_number_keeps_its_dot_or_bracket_as_written() {
    let reading = texts(
        "План",
        &[
            PLAN,
            &["1.1.", "а", "А", "май", "р"],
            &["1.2", "б", "А", "май", "р"],
            &["1.3)", "в", "А", "май", "р"],
        ],
    );
    assert_eq!(column(table(&reading), "№ п/п"), ["1.1.", "1.2", "1.3)"]);
}

#[test]
fn r11_r12_a_deadline_in_words_stays_as_written_and_a_date_is_one() {
    let reading = sheet("План", |sheet| {
        write(
            sheet,
            &[
                PLAN,
                &["1", "а", "А", "В течение  учебного года", "р"],
                &["2", "б", "А", "Март 2023г.", "р"],
                &["3", "в", "А", "", "р"],
                &["4", "г", "А", "=2023", "р"],
            ],
        );
        sheet.write_number_with_format(3, 3, 45_000, &Format::new().set_num_format("dd.mm.yyyy")).unwrap();
    });
    assert_eq!(findings(&reading), [""; 0]);
    assert_eq!(
        column(table(&reading), "Срок исполнения"),
        ["В течение  учебного года", "Март 2023г.", "2023-03-15", "2023"]
    );
}

#[test]
fn r13_two_entries_in_a_cell_are_suspected_and_a_line_end_is_kept() {
    let glued = [
        "1.1",
        "а",
        "Руководитель ведущей ПОО кластера Участники Кластера",
        "май",
        "Отчет о встрече Достижение показателей",
    ];
    assert_eq!(findings(&texts("План", &[PLAN, &glued])), ["cell-glued@C2", "cell-glued@E2"]);
    let lines = [PLAN.join(";"), "1.2;б;\"Руководитель ПОО_x000D_\nУчастники\";май;р".to_owned()];
    let reading = csv("input/план.csv", &lines.each_ref().map(String::as_str));
    assert_eq!(findings(&reading), [""; 0]);
    assert_eq!(column(table(&reading), "Исполнители"), ["Руководитель ПОО\nУчастники"]);
}

#[test]
fn r14_to_r17_texts_print_as_they_are_written() {
    let executors = [
        "Иванов И.И.; Петров П.П., зам. директора",
        "ПОО, входящие в Кластер",
        "ОГБПОУ \"ТЭПК\" – «От „А“»",
        "а - б — в",
    ];
    let rows: Vec<[&str; 5]> = executors.iter().map(|text| ["1", "а", text, "май", "р"]).collect();
    let rows: Vec<&[&str]> = std::iter::once(PLAN).chain(rows.iter().map(<[&str; 5]>::as_slice)).collect();
    let reading = texts("План", &rows);
    assert_eq!(column(table(&reading), "Исполнители"), executors);
    assert_eq!(table(&reading).columns[2].kind, ColumnKind::List);
    let soft = texts("План", &[PLAN, &["1", "меро\u{ad}приятие", "А", "май", "р"]]);
    assert_eq!(column(table(&soft), "Наименование мероприятия"), ["мероприятие"]);
}

#[test]
fn r18_r19_headings_are_known_through_spaces_look_alikes_and_yo() {
    let reading = texts(
        "Лист1",
        &[
            &[
                "N п/п",
                "\u{a0}Hаименовaние мероприятия ",
                "Исполнители:",
                "Сpок\nисполнения",
                "Ожидаемый  результат.",
            ],
            &["1.1", "\u{200b}Первое\u{a0}", "А", "май", "р"],
        ],
    );
    assert_eq!(taken(&reading), [Some("План")]);
    assert_eq!(findings(&reading), [""; 0]);
    assert_eq!(column(table(&reading), "Наименование мероприятия"), ["Первое"]);
}
