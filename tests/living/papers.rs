//! Papers that follow what happens to their meetings, events and recipients.

use crate::office::{EVENTS, MEETINGS, MENTORS, Office, messages};

#[test]
fn a_meeting_put_off_takes_its_papers_along() {
    let office = Office::new();
    office.made(&["generate", "minutes"]);
    office.edit("Заседания", "Орлова А.С.;;", "Орлова А.С.;22.03.2023;");
    assert_eq!(
        office.made(&["generate", "minutes"]),
        ["2023-03-22 Протокол.docx б/н updated", "2023-06-14 Протокол.docx б/н unchanged"]
    );
    assert!(!office.path("output/Протоколы/Экспертный совет/2023-03-15 Протокол.docx").exists());
    let text = office.text("Протоколы/Экспертный совет/2023-03-22 Протокол.docx");
    assert!(text.contains("22 марта 2023") && !text.contains("15 марта 2023"), "{text}");
    assert_eq!(
        office.register(),
        ["б/н Экспертный совет, 22.03.2023 issued", "б/н Экспертный совет, 14.06.2023 issued"]
    );
}

#[test]
fn an_event_put_off_keeps_its_letters_numbers() {
    let office = Office::new();
    office.made(&["generate", "thanks"]);
    office.edit("События", "26.05.2023;14:00;актовый зал;;", "26.05.2023;14:00;актовый зал;02.06.2023;");
    assert_eq!(
        office.made(&["generate", "thanks"]),
        ["Белова А.А. — АО «Заря».docx 1 updated", "Власов Г.И. — ООО «Луч».docx 2 updated"]
    );
    let due = |day: &str| office.made(&["--today", day, "generate", "thanks", "--due", "--dry-run"]);
    assert_eq!(due("2023-05-12"), [""; 0], "not yet due for the new day");
}

#[test]
fn a_meeting_called_off_voids_its_papers_and_keeps_their_files() {
    let office = Office::new();
    office.made(&["generate", "minutes", "meeting-notice"]);
    office.edit("Заседания", "Орлова А.С.;;", "Орлова А.С.;;да");
    let dry = office.json(&["generate", "minutes", "meeting-notice", "--dry-run"]);
    assert_eq!(messages(&dry, "document-cancelled").len(), 2);
    let ran = office.run(&["generate", "minutes", "meeting-notice"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(
        ran.out.ends_with("Аннулировано 2 документа: то, к чему они относились, отменено.\n"),
        "{}",
        ran.out
    );
    assert_eq!(
        office.register(),
        [
            "б/н Экспертный совет, 15.03.2023 voided",
            "б/н Экспертный совет, 14.06.2023 issued",
            "б/н Экспертный совет, 15.03.2023 voided",
            "б/н Экспертный совет, 14.06.2023 issued"
        ]
    );
    let records = office.json(&["register", "list"]);
    assert_eq!(records["records"][0]["note"], "отменено: Экспертный совет, 15.03.2023");
    assert!(office.path("output/Протоколы/Экспертный совет/2023-03-15 Протокол.docx").exists());
    assert_eq!(messages(&office.json(&["generate"]), "document-cancelled"), [""; 0], "told once");
}

#[test]
fn an_event_called_off_voids_its_letters_for_good() {
    let office = Office::new();
    office.made(&["generate", "thanks"]);
    office.edit("События", "26.05.2023;14:00;актовый зал;;", "26.05.2023;14:00;актовый зал;;да");
    let made = office.json(&["generate", "thanks"]);
    assert_eq!(
        messages(&made, "document-cancelled"),
        [
            "Отменено: День машиностроителя. Документ для «Белова Анна Алексевна» аннулирован (1); файл Благодарственные письма/Белова А.А. — АО «Заря».docx оставлен.",
            "Отменено: День машиностроителя. Документ для «Власов Глеб Ильич» аннулирован (2); файл Благодарственные письма/Власов Г.И. — ООО «Луч».docx оставлен."
        ]
    );
    office.write("События", EVENTS);
    assert_eq!(
        office.made(&["generate", "thanks"]),
        ["Белова А.А. — АО «Заря».docx 3 updated", "Власов Г.И. — ООО «Луч».docx 4 updated"],
        "a voided number is nobody's again"
    );
}

#[test]
fn what_is_called_off_before_its_papers_is_silently_left_out() {
    let office = Office::new();
    office.edit("События", "26.05.2023;14:00;актовый зал;;", "26.05.2023;14:00;актовый зал;;да");
    office.edit("Заседания", "Орлова А.С.;;", "Орлова А.С.;;да");
    let made = office.json(&["generate", "thanks", "minutes", "event-report"]);
    assert_eq!(
        crate::office::lines(&made),
        ["2023-06-14 Протокол.docx б/н new", "2023-03-16 Ярмарка вакансий для выпускников.docx б/н new"]
    );
    assert_eq!(messages(&made, "event-missing"), [""; 0]);
}

#[test]
fn a_late_recipient_moves_nobodys_number() {
    let office = Office::new();
    office.made(&["generate", "thanks"]);
    let late = "Абрамов Лев Олегович;м;токарь;АО «Заря»;за уроки\n";
    office.write("Наставники", &MENTORS.replacen("За что\n", &format!("За что\n{late}"), 1));
    assert_eq!(
        office.made(&["generate", "thanks"]),
        [
            "Абрамов Л.О. — АО «Заря».docx 3 new",
            "Белова А.А. — АО «Заря».docx 1 unchanged",
            "Власов Г.И. — ООО «Луч».docx 2 unchanged"
        ]
    );
}

#[test]
fn a_recipient_who_has_gone_is_told_and_keeps_number_and_file() {
    let office = Office::new();
    office.made(&["generate", "thanks"]);
    let (first, _) = MENTORS.split_once("Власов").unwrap();
    office.write("Наставники", first);
    let made = office.json(&["generate"]);
    assert_eq!(
        messages(&made, "recipient-removed"),
        [
            "Власов Глеб Ильич: больше нет в таблицах; 2 и файл Благодарственные письма/Власов Г.И. — ООО «Луч».docx оставлены."
        ]
    );
    assert!(office.path("output/Благодарственные письма/Власов Г.И. — ООО «Луч».docx").exists());
    let part = office.json(&["generate", "minutes"]);
    assert_eq!(
        messages(&part, "recipient-removed"),
        [""; 0],
        "a run without letters says nothing of letters"
    );
    let part = office.json(&["generate", "thanks", "--only", "Белова"]);
    assert_eq!(messages(&part, "recipient-removed"), [""; 0]);
    let part = office.json(&["generate", "thanks", "--for", "2023-05"]);
    assert_eq!(messages(&part, "recipient-removed"), [""; 0]);
}

#[test]
fn a_spoiled_award_is_made_again_under_its_own_number() {
    let office = Office::new();
    office.made(&["generate", "thanks"]);
    let path = "output/Благодарственные письма/Власов Г.И. — ООО «Луч».docx";
    let whole = std::fs::read(office.path(path)).unwrap();
    let ran = office.run(&["generate", "thanks", "--only", "власов"]);
    assert!(ran.out.starts_with(&format!("{path}, № 2: без изменений\n")), "{}", ran.out);
    std::fs::write(office.path(path), "испорчен").unwrap();
    assert_eq!(
        office.made(&["generate", "thanks", "--only", "власов", "--force"]),
        ["Власов Г.И. — ООО «Луч».docx 2 updated"]
    );
    assert_eq!(std::fs::read(office.path(path)).unwrap(), whole);
    std::fs::remove_file(office.path(path)).unwrap();
    assert_eq!(
        office.made(&["generate", "thanks", "--only", "власов"]),
        ["Власов Г.И. — ООО «Луч».docx 2 new"]
    );
    assert_eq!(std::fs::read(office.path(path)).unwrap(), whole);
}

#[test]
fn a_new_academic_year_stands_beside_the_old_one() {
    let office = Office::new();
    assert_eq!(office.run(&["templates", "export"]).status, 0);
    let catalog = std::fs::read_to_string(office.path("templates/catalog.toml")).unwrap();
    std::fs::write(
        office.path("templates/catalog.toml"),
        catalog.replace("series    = \"Исходящие\"", "series    = \"Исходящие\"\nrestart   = \"never\""),
    )
    .unwrap();
    office.made(&["generate", "thanks", "invitation", "minutes"]);
    office.edit("Реквизиты", "2022/2023", "2023/2024");
    office.write("События", &EVENTS.replace("2023", "2024"));
    office.write("Заседания", &MEETINGS.replace("2023", "2024"));
    let made = office.json(&["--today", "2024-03-01", "generate", "thanks", "invitation", "minutes"]);
    assert_eq!(
        crate::office::lines(&made),
        [
            "2024-03-15 Протокол.docx б/н new",
            "2024-06-14 Протокол.docx б/н new",
            "Белова А.А. — АО «Заря» (2).docx 1 new",
            "Власов Г.И. — ООО «Луч» (2).docx 2 new",
            "АО «Заря» — Соколов И.П (2).docx 3 new",
            "ООО «Луч» — Зайцева О.П (2).docx 4 new"
        ]
    );
    assert_eq!(messages(&made, "recipient-removed"), [""; 0], "last year's papers are not missed");
    assert!(office.path("output/Благодарственные письма/Белова А.А. — АО «Заря».docx").exists());
}
