//! A plan that no kind of the catalog was made for, and a new workspace: each still gets what can be made.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails loudly, and prepares its own workspace"
)]

#[path = "demonstration/program.rs"]
mod program;

use program::pisar;
use std::io::Read as _;
use std::path::Path;

const REQUISITES: &str = "Полное наименование кластера;Кластер «Пример»\nВедущая организация;ОГБПОУ «Примерский техникум»\nГород;Томск\n\
    Учебный год;2022/2023\nУтверждает: должность;директор\nУтверждает: ФИО;Кузнецов Пётр Иванович\nПодписывает: должность;директор\n\
    Подписывает: ФИО;Кузнецов Пётр Иванович\nИсполнитель;Орлова Анна Сергеевна\nИсполнитель: телефон;(3822) 00-00-01\n";

/// The documents of those kinds, made from CSV files in a folder of their own: kind and the end of the path.
fn made(root: &Path, files: &[(&str, &str)], kinds: &[&str]) -> Vec<String> {
    std::fs::create_dir(root.join("input")).unwrap();
    for (name, text) in files {
        std::fs::write(root.join(format!("input/{name}.csv")), text).unwrap();
    }
    let arguments = [&["generate"], kinds, &["--format", "json", "--today", "2023-06-01"]].concat();
    let (status, out, err) = pisar(root, &arguments);
    assert_eq!(status, 0, "{out}{err}");
    let told: serde_json::Value = serde_json::from_str(&out).unwrap();
    let one = |one: &serde_json::Value| {
        let path = one["path"].as_str().unwrap().trim_start_matches("output/");
        format!("{}: {path}", one["kind"].as_str().unwrap())
    };
    told["documents"].as_array().unwrap().iter().map(one).collect()
}

/// The text of a document, a line a paragraph.
fn text(path: &Path) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let paragraphs = xml.split("</w:p>").map(|paragraph| {
        let runs = paragraph.split("<w:t").skip(1).filter_map(|run| Some(run.split_once('>')?.1));
        runs.filter_map(|run| Some(run.split_once("</w:t>")?.0)).collect::<String>()
    });
    paragraphs.collect::<Vec<_>>().join("\n").replace('\u{a0}', " ")
}

#[test]
fn a_line_that_no_kind_names_gets_its_report_its_events_and_its_reminder() {
    let folder = tempfile::tempdir().unwrap();
    let plan = "№ п/п;Наименование мероприятия;Исполнители;Срок исполнения;Ожидаемый результат\n\
        1;Проведение спартакиады трудовых коллективов;Спортивный клуб;Май 2023 г.;Кубок\n\
        2;Организация ярмарки вакансий;Центр занятости;Март 2023 г.;Договоры\n";
    let events = "Событие;Вид;Дата;Время;Место;№ мероприятия\nСпартакиада;Спорт;20.05.2023;10:00;стадион;1\n";
    let files = [("Реквизиты", REQUISITES), ("План", plan), ("События", events)];
    assert_eq!(
        made(folder.path(), &files, &["event-report", "activity-report", "reminder"]),
        [
            "event-report: Отчёты о мероприятиях/2023-05-20 Спартакиада.docx",
            // The second line has kinds of its own.
            "activity-report: Отчёты о мероприятиях/Строка 1.docx",
            "reminder: Напоминания/2023-03-01 Центр занятости.docx",
            "reminder: Напоминания/2023-05-01 Спортивный клуб.docx",
        ]
    );
    let report = text(&folder.path().join("output/Отчёты о мероприятиях/Строка 1.docx"));
    assert!(report.contains("20 мая 2023 г. – Спартакиада, стадион"), "{report}");
    let (_, out, _) = pisar(folder.path(), &["list", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&out).unwrap();
    let covered: Vec<&serde_json::Value> =
        told["lines"].as_array().unwrap().iter().map(|line| &line["covered"]).collect();
    // There is nothing yet to make the second line's papers from.
    assert_eq!(covered, [true, false]);
}

#[test]
fn jury_minutes_without_places_have_every_participant_and_room_for_the_winners() {
    let folder = tempfile::tempdir().unwrap();
    let plan = "№ п/п;Наименование мероприятия;Исполнители;Срок исполнения;Ожидаемый результат\n1;Чемпионат;Жюри;Апрель 2023 г.;Протокол\n";
    let events = "Событие;Вид;Дата;Время;Место\nЧемпионат;Чемпионат;20.04.2023;10:00;мастерские\n";
    let participants = "ФИО;Компетенция;Организация\nПак Лев Ильич;Сварка;ПТ\nЛи Яна Юрьевна;Монтаж;ПТ\n";
    let jury = "ФИО;Пол;Должность;Экспертный совет\nМайер Генрих Иванович;м;директор;член\n";
    let files = [
        ("Реквизиты", REQUISITES),
        ("План", plan),
        ("События", events),
        ("Участники", jury),
        ("Чемпионат", participants),
    ];
    assert_eq!(
        made(folder.path(), &files, &["jury-minutes"]),
        ["jury-minutes: 2.5 Чемпионат/Протокол жюри.docx"]
    );
    let minutes = text(&folder.path().join("output/2.5 Чемпионат/Протокол жюри.docx"));
    let lines: Vec<&str> = minutes.lines().filter(|line| !line.is_empty()).collect();
    let start = lines.iter().position(|line| *line == "Место").unwrap();
    assert_eq!(
        lines[start + 1..start + 15],
        [
            "Монтаж",
            "1",
            "Ли Яна Юрьевна",
            "ПТ",
            "—",
            "—",
            "Сварка",
            "1",
            "Пак Лев Ильич",
            "ПТ",
            "—",
            "—",
            "2. Решили",
            "2.1. Признать победителями и призёрами:"
        ]
    );
}

#[test]
fn a_new_workspace_is_read_and_nothing_stops() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("новая");
    assert_eq!(pisar(folder.path(), &["init", root.to_str().unwrap()]).0, 0);
    let (status, out, err) = pisar(&root, &["generate"]);
    assert_eq!((status, out.as_str()), (0, "Nothing to do.\n"), "{err}");
    // Each event that kinds wait for is named once.
    assert_eq!(err.matches("[event-missing]").count(), 3, "{err}");
}
