//! What is put off or called off, in the calendar files of `--email`, from outside.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails loudly, and prepares its own workspace"
)]

#[path = "demonstration/program.rs"]
mod program;

use program::pisar;
use std::path::Path;
use tempfile::TempDir;

fn workspace() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("input");
    std::fs::create_dir(&input).unwrap();
    std::fs::write(
        input.join("реквизиты.csv"),
        "Полное наименование кластера;Кластер «Пример»\nВедущая организация;ОГБПОУ «Пример»\nГород;Томск\n\
         E-mail;cluster@example.ru\nПодписывает: должность;Директор\nПодписывает: ФИО;Петрова Анна Сергеевна\n\
         Исполнитель;Сидорова Мария Петровна\nИсполнитель: телефон;8 (3822) 00-00-01\n",
    )
    .unwrap();
    std::fs::write(
        input.join("организации.csv"),
        "Наименование;Краткое наименование;E-mail;Руководитель (ФИО);Должность руководителя;Приглашать на ярмарку\n\
         Общество с ограниченной ответственностью «Один»;ООО «Один»;one@example.ru;Иванов Пётр Сергеевич;Директор;да\n",
    )
    .unwrap();
    std::fs::write(
        input.join("участники.csv"),
        "ФИО;Должность;Организация;E-mail;Экспертный совет\n\
         Иванов Пётр Сергеевич;Директор;ООО «Один»;ivanov@example.ru;председатель\n\
         Орлова Вера Петровна;Методист;ООО «Один»;orlova@example.ru;секретарь\n\
         Громов Илья Андреевич;Мастер;ООО «Один»;gromov@example.ru;член\n",
    )
    .unwrap();
    folder
}

fn events(folder: &Path, moved: &str, cancelled: &str) {
    let sheet = format!(
        "Событие;Вид;Дата;Время;Место;Перенесено на;Отменено\n\
         Ярмарка вакансий;Ярмарка вакансий;16.03.2023;10:00;г. Томск, ул. Примерная, д. 1;{moved};{cancelled}\n"
    );
    std::fs::write(folder.join("input/события.csv"), sheet).unwrap();
}

fn meetings(folder: &Path, cancelled: &str) {
    let sheet = format!(
        "Дата;Время;Совет;Место;Повестка;Отменено\n\
         20.03.2023;14:00;Экспертный совет;г. Томск;О программах;{cancelled}\n"
    );
    std::fs::write(folder.join("input/заседания.csv"), sheet).unwrap();
}

/// The values of those properties in the only calendar file.
fn calendar(folder: &Path, names: [&str; 5]) -> [String; 5] {
    let files: Vec<_> = std::fs::read_dir(folder.join("output/Календарь")).unwrap().collect();
    assert_eq!(files.len(), 1, "{files:?}");
    let text = std::fs::read_to_string(files[0].as_ref().unwrap().path()).unwrap();
    let unfolded = icalendar::parser::unfold(&text);
    let read = icalendar::parser::read_calendar(&unfolded).unwrap();
    names.map(|name| {
        let own = read.properties.iter().chain(&read.components[0].properties);
        let mut found = own.filter(|property| property.name.as_str() == name);
        found.next().map(|property| property.val.to_string()).unwrap_or_default()
    })
}

const NAMES: [&str; 5] = ["METHOD", "UID", "SEQUENCE", "STATUS", "DTSTART"];

#[test]
fn an_event_that_is_put_off_and_called_off_keeps_its_id_and_outranks_what_was_sent() {
    let folder = workspace();
    let run = || pisar(folder.path(), &["generate", "invitation", "--email", "--today", "2023-03-01"]);
    events(folder.path(), "", "");
    let (status, _, err) = run();
    assert_eq!(status, 0, "{err}");
    let [method, uid, sequence, state, start] = calendar(folder.path(), NAMES);
    assert_eq!([method, sequence, state, start], ["PUBLISH", "0", "CONFIRMED", "20230316T070000Z"]);
    events(folder.path(), "23.03.2023", "");
    assert_eq!(run().0, 0);
    let again = |values: [&str; 4]| {
        let [method, sequence, state, start] = values.map(str::to_owned);
        [method, uid.clone(), sequence, state, start]
    };
    assert_eq!(calendar(folder.path(), NAMES), again(["PUBLISH", "1", "CONFIRMED", "20230323T070000Z"]));
    events(folder.path(), "23.03.2023", "да");
    let (status, out, err) = run();
    assert_eq!(status, 0, "{err}");
    assert!(out.contains("1 updated"), "{out}");
    assert_eq!(calendar(folder.path(), NAMES), again(["CANCEL", "3", "CANCELLED", "20230323T070000Z"]));
    // It is told once: the same run again changes nothing.
    assert!(!run().1.contains("updated"));
}

#[test]
fn a_meeting_that_is_called_off_is_called_off_in_the_calendar() {
    let folder = workspace();
    events(folder.path(), "", "");
    let run = || pisar(folder.path(), &["generate", "meeting-notice", "--email", "--today", "2023-03-01"]);
    meetings(folder.path(), "");
    let (status, _, err) = run();
    assert_eq!(status, 0, "{err}");
    let [method, uid, sequence, state, start] = calendar(folder.path(), NAMES);
    assert_eq!([method, sequence, state, start], ["PUBLISH", "0", "CONFIRMED", "20230320T110000Z"]);
    meetings(folder.path(), "да");
    assert_eq!(run().0, 0);
    let cancelled =
        ["CANCEL".to_owned(), uid, "2".to_owned(), "CANCELLED".to_owned(), "20230320T110000Z".to_owned()];
    assert_eq!(calendar(folder.path(), NAMES), cancelled);
}
