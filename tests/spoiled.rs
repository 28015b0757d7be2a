//! The sample input spoiled in known cells: `check` names those cells, each under its code, and nothing else beyond what the clean input gets.
#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

use assert_cmd::Command;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::sync::OnceLock;

const PLAN: &str = "plan.xlsx › План";
const PEOPLE: &str = "participants.xlsx › Участники";
const MENTORS: &str = "participants.xlsx › Наставники";
const MEETINGS: &str = "participants.xlsx › Заседания";
const EVENTS: &str = "participants.xlsx › События";
const VACANCIES: &str = "participants.xlsx › Вакансии";
const DONE: &str = "participants.xlsx › Исполнение";

/// Spoils cells (sheet, cell, new text) and holds the findings that are new to those that are wanted (sheet, cell, code).
fn spoil(cells: &[(&str, &str, &str)], wanted: &[(&str, &str, &str)]) {
    static CLEAN: OnceLock<Vec<String>> = OnceLock::new();
    let mut books: BTreeMap<&str, Vec<u8>> = ["plan.xlsx", "participants.xlsx"]
        .map(|name| {
            (name, fs_err::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("input").join(name)).unwrap())
        })
        .into();
    let clean = CLEAN.get_or_init(|| check(&books));
    for (place, cell, text) in cells {
        let (book, sheet) = place.split_once(" › ").unwrap();
        let bytes = books.get_mut(book).unwrap();
        *bytes = with_cell(bytes, sheet, cell, text);
    }
    let mut found = check(&books);
    for known in clean {
        let at = found.iter().position(|finding| finding == known);
        found.remove(at.unwrap_or_else(|| panic!("the spoiled copy has lost {known}")));
    }
    let mut wanted: Vec<String> =
        wanted.iter().map(|(sheet, cell, code)| format!("input/{sheet} › {cell}: {code}")).collect();
    wanted.sort();
    assert_eq!(found, wanted);
}

/// Every finding of `check`, as `file › sheet › cell: code`, in order.
fn check(books: &BTreeMap<&str, Vec<u8>>) -> Vec<String> {
    let workspace = tempfile::tempdir().unwrap();
    fs_err::create_dir(workspace.path().join("input")).unwrap();
    for (name, bytes) in books {
        fs_err::write(workspace.path().join("input").join(name), bytes).unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_pisar"))
        .args(["check", "--format", "json", "--today", "2023-01-15", "-C"])
        .arg(workspace.path())
        .output()
        .unwrap();
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or("—").to_owned();
    let mut findings: Vec<String> = said["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| {
            let at = &finding["location"];
            format!(
                "{} › {} › {}: {}",
                text(&at["file"]),
                text(&at["sheet"]),
                text(&at["cell"]),
                text(&finding["code"])
            )
        })
        .collect();
    findings.sort();
    findings
}

/// The workbook with another text in one cell; an empty text empties it. The cell has to be there.
fn with_cell(book: &[u8], sheet: &str, cell: &str, text: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        parts.push((part.name().unwrap().into_owned(), bytes));
    }
    let of = |name: &str| {
        let part = parts.iter().find(|(part, _)| part == name).unwrap();
        String::from_utf8(part.1.clone()).unwrap()
    };
    // The books are our own: sheets are numbered in their order.
    let workbook = of("xl/workbook.xml");
    let number =
        workbook.split("<sheet name=\"").position(|entry| entry.starts_with(&format!("{sheet}\""))).unwrap();
    let name = format!("xl/worksheets/sheet{number}.xml");
    let xml = of(&name);
    let start = xml.find(&format!("<c r=\"{cell}\"")).unwrap();
    let tag_end = start + xml[start..].find('>').unwrap() + 1;
    let end =
        if xml[..tag_end].ends_with("/>") { tag_end } else { start + xml[start..].find("</c>").unwrap() + 4 };
    let style = xml[start..tag_end].split(' ').find(|part| part.starts_with("s=\"")).unwrap_or_default();
    let style = style.trim_end_matches(['>', '/']);
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    let new = if text.is_empty() {
        format!("<c r=\"{cell}\" {style}/>")
    } else {
        format!(
            "<c r=\"{cell}\" {style} t=\"inlineStr\"><is><t xml:space=\"preserve\">{escaped}</t></is></c>"
        )
    };
    let patched = format!("{}{new}{}", &xml[..start], &xml[end..]);
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (part, bytes) in &parts {
        writer.start_file(part, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(if *part == name { patched.as_bytes() } else { bytes }).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn numbers_that_stand_twice_and_numbers_left_out() {
    spoil(
        &[(PLAN, "A18", "2.3."), (PLAN, "A33", "4.2."), (PLAN, "A34", "4.6.")],
        &[
            (PLAN, "A18", "plan-number-duplicate"),
            (PLAN, "A33", "plan-number-duplicate"),
            (PLAN, "A34", "plan-number-gap"),
        ],
    );
}

#[test]
fn executors_and_organisations_that_no_sheet_knows() {
    spoil(
        &[
            (PLAN, "C13", "ОГБПОУ «ТЭПКК»"),
            (PLAN, "C16", "Эксперный совет Кластера"),
            (PLAN, "C19", "Рабочая группа, Сидоров П.П."),
            (MENTORS, "C4", "ООО «Томтеплогенерации»"),
            (VACANCIES, "A14", "АО «Басандайский механический комбинат»"),
        ],
        &[
            (PLAN, "C13", "executor-unknown"),
            (PLAN, "C16", "executor-unknown"),
            (PLAN, "C19", "executor-unknown"),
            (MENTORS, "C4", "key-dangling"),
            (VACANCIES, "A14", "key-dangling"),
        ],
    );
}

#[test]
fn weekdays_that_the_dates_do_not_have() {
    spoil(
        &[
            (PLAN, "D12", "вторник, 15 февраля 2023 г."),
            (MEETINGS, "A3", "29 сентября 2022 г., среда"),
            (EVENTS, "C2", "16.03.2023 (пт)"),
            (EVENTS, "A4", "День отрасли (26 мая, четверг)"),
        ],
        &[
            (PLAN, "D12", "weekday-wrong"),
            (MEETINGS, "A3", "weekday-wrong"),
            (EVENTS, "C2", "weekday-wrong"),
            (EVENTS, "A4", "weekday-wrong"),
        ],
    );
}

#[test]
fn letters_of_the_other_alphabet() {
    spoil(
        &[
            (PLAN, "B12", "Формирование рабочих групп из состава учaстников Кластера"),
            (PEOPLE, "C4", "мeтодист"),
            (PEOPLE, "E7", "bеrestov@example.ru"),
            (VACANCIES, "B14", "тoкарь"),
        ],
        &[
            (PLAN, "B12", "look-alike"),
            (PEOPLE, "C4", "look-alike"),
            (PEOPLE, "E7", "look-alike"),
            (VACANCIES, "B14", "look-alike"),
        ],
    );
}

#[test]
fn quotes_that_are_not_closed() {
    spoil(
        &[
            (PLAN, "B26", "Проведение заседаний «Экспертного совета Кластера."),
            (PEOPLE, "D4", "ОГБПОУ «ТЭПК"),
            (EVENTS, "E3", "Мастерские ОГБПОУ \"ТомИнТех (г. Томск)"),
        ],
        &[
            (PLAN, "B26", "quotes-unbalanced"),
            (PEOPLE, "D4", "quotes-unbalanced"),
            (EVENTS, "E3", "quotes-unbalanced"),
        ],
    );
}

#[test]
fn people_written_two_ways() {
    spoil(
        &[(MENTORS, "A7", "Лысенко Виктория Павлвна"), (PEOPLE, "A2", "Воробьёв Алексей Николевич")],
        &[
            (MENTORS, "A7", "person-written-twice"),
            // A patronymic that is none says nothing of the gender either.
            (MENTORS, "A7", "gender-unknown"),
            (PEOPLE, "A2", "person-written-twice"),
        ],
    );
}

#[test]
fn two_entries_glued_into_one_cell() {
    spoil(
        &[
            (PLAN, "C13", "Рабочая группа Участники Кластера"),
            (PLAN, "C15", "Участники Кластера Руководитель ведущей ПОО кластера"),
            (PLAN, "E17", "Сформирована база практик Проведение семинара"),
        ],
        &[(PLAN, "C13", "cell-glued"), (PLAN, "C15", "cell-glued"), (PLAN, "E17", "cell-glued")],
    );
}

#[test]
fn terms_outside_of_the_year_and_terms_that_say_nothing() {
    spoil(
        &[
            (PLAN, "D13", "Март 2019 г."),
            (PLAN, "D17", "Июнь 2033 г."),
            (PLAN, "D20", "когда позовут"),
            (PLAN, "D22", ""),
        ],
        &[
            (PLAN, "D13", "deadline-outside-year"),
            (PLAN, "D17", "deadline-outside-year"),
            (PLAN, "D20", "deadline-unread"),
            (PLAN, "D22", "deadline-unread"),
        ],
    );
}

#[test]
fn mentors_without_an_organisation_or_a_gender() {
    spoil(
        &[(MENTORS, "C3", ""), (MENTORS, "C7", ""), (MENTORS, "A8", "Росси Саша"), (MENTORS, "E8", "")],
        &[
            (MENTORS, "C3", "mentor-without-organisation"),
            (MENTORS, "C7", "mentor-without-organisation"),
            (MENTORS, "A8", "gender-unknown"),
        ],
    );
}

#[test]
fn councils_without_their_people() {
    spoil(
        &[(PEOPLE, "H2", "член"), (PEOPLE, "G18", "член"), (PEOPLE, "I20", "работник")],
        &[
            (PEOPLE, "H1", "council-incomplete"),
            (PEOPLE, "G1", "council-incomplete"),
            (PEOPLE, "I20", "choice-unknown"),
        ],
    );
}

#[test]
fn dates_and_times_that_are_none() {
    spoil(
        &[
            (EVENTS, "C3", "в апреле"),
            (MEETINGS, "A5", "31.02.2023"),
            (MEETINGS, "B6", "после обеда"),
            (DONE, "D7", "20 апреля"),
            (MEETINGS, "A2", "24.09.2022"),
        ],
        &[
            (EVENTS, "C3", "date-unread"),
            (MEETINGS, "A5", "date-impossible"),
            (MEETINGS, "B6", "time-unread"),
            (DONE, "D7", "date-unread"),
            (MEETINGS, "A2", "event-day-off"),
        ],
    );
}

#[test]
fn marks_of_what_was_done_and_figures() {
    spoil(
        &[
            (DONE, "F10", ""),
            (DONE, "F12", ""),
            (DONE, "C5", "делаеться"),
            (DONE, "A9", "9.9."),
            (DONE, "H7", "тридцать"),
            (VACANCIES, "D5", "по итогам собеседования"),
        ],
        &[
            (DONE, "F10", "evidence-missing"),
            (DONE, "F12", "evidence-missing"),
            (DONE, "C5", "choice-unknown"),
            (DONE, "A9", "key-dangling"),
            (DONE, "H7", "number-unread"),
            (VACANCIES, "D5", "number-unread"),
        ],
    );
}
