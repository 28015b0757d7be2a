//! Loops: chosen, sorted, grouped, summed, joined; vertical merges and what stands once.

use crate::document::{p, render, wrong};

/// The text that a line becomes, its runs joined.
fn line(source: &str) -> String {
    let made = render(&p(source));
    let mut text = String::new();
    for piece in made.split('<') {
        text.push_str(piece.split_once('>').map_or("", |(_, text)| text));
    }
    text
}

#[test]
fn loops_choose_sort_group_sum_and_join() {
    for (source, text) in [
        ("{{#каждый люди где=пост}}{{имя}}{{/каждый}}", "Анна"),
        (
            "{{#каждый люди по_убыванию=\"имя\" разделитель=\", \" последний_разделитель=\" и \"}}{{имя}}{{/каждый}}",
            "Пётр и Анна",
        ),
        (
            "{{#каждый мероприятия сортировать=\"наименование\" разделитель=\", \" последний_разделитель=\" и \"}}{{наименование}}{{/каждый}}",
            "Елань, Ёлка, Экскурсия и Ярмарка",
        ),
        (
            "{{#каждый мероприятия по=наименование где=(больше часы 2) разделитель=\"; \"}}{{@номер}} {{наименование}}{{/каждый}}",
            "1 Ёлка; 2 Экскурсия",
        ),
        // What prints nothing has no separator.
        (
            "{{#каждый мероприятия разделитель=\", \"}}{{#если (больше часы 3)}}{{наименование}}{{/если}}{{/каждый}}",
            "Ёлка, Экскурсия",
        ),
        (
            "{{#группы мероприятия по=\"раздел\"}}{{ключ}}: {{#каждый строки разделитель=\", \"}}{{наименование}}{{/каждый}} ({{сумма строки \"часы\"}} ч.). {{/группы}}",
            "Школа: Ярмарка, Экскурсия (6 ч.). Досуг: Ёлка, Елань (4,5 ч.). ",
        ),
        (
            "{{#группы мероприятия по=раздел сортировать=да как |г| разделитель=\"; \"}}{{@номер}}. {{г.ключ}} {{количество г.строки}}{{/группы}}",
            "1. Досуг 2; 2. Школа 2",
        ),
        (
            "{{#группы мероприятия по=\"раздел\" сортировать=\"часы\"}}{{ключ}}{{#каждый строки}} {{часы}}{{/каждый}}. {{/группы}}",
            "Досуг 1 3,5. Школа 2 4. ",
        ),
        ("{{#группы никто по=\"пост\"}}{{ключ}}{{иначе}}пусто{{/группы}}", "пусто"),
        ("{{#каждый люди не_более=1}}{{имя}}{{/каждый}}", "Анна"),
        ("{{#каждый никто}}x{{иначе}}никого{{/каждый}}", "никого"),
        ("{{#каждый никто}}x{{иначе если число}}{{число}}{{/каждый}}", "21"),
        ("{{#если_нет число}}x{{иначе если пусто}}y{{иначе}}z{{/если_нет}}", "z"),
        ("{{#если (и (больше число 20) (не пусто))}}да{{/если}}", "да"),
        ("{{число число \"мероприятие\" \"мероприятия\" \"мероприятий\"}}", "21\u{a0}мероприятие"),
        ("{{список люди}}", "Анна и Пётр"),
    ] {
        assert_eq!(line(source), text, "{source}");
    }
}

#[test]
fn what_a_loop_is_told_wrongly_is_found_before_the_first_file() {
    for (source, code) in [
        ("{{#группы мероприятия}}{{ключ}}{{/группы}}", "template-group-key"),
        ("{{#группы мероприятия по=\"раздл\"}}{{ключ}}{{/группы}}", "template-field-unknown"),
        ("{{#группы мероприятия по=\"раздел\"}}{{наименование}}{{/группы}}", "template-field-unknown"),
        ("{{#каждый мероприятия сортировать=\"мест\"}}{{/каждый}}", "template-field-unknown"),
        ("{{#каждый мероприятия где=(больше чсы 1)}}{{/каждый}}", "template-field-unknown"),
        ("{{#каждый мероприятия разделитель=нет_такого}}{{/каждый}}", "template-field-unknown"),
        ("{{сумма мероприятия \"чсы\"}}", "template-field-unknown"),
        ("{{#каждый число}}{{/каждый}}", "template-kind-wrong"),
    ] {
        assert_eq!(wrong(&p(source)), [code], "{source}");
    }
}

#[test]
fn a_separator_goes_on_in_the_last_run_and_ends_the_last_paragraph() {
    let joined = |body: &str| render(body).replace("</w:t><w:t>", "|");
    assert_eq!(
        joined(&p("{{#каждый люди разделитель=\"; \"}}{{имя}} б{{/каждый}}")),
        "<w:p><w:r><w:t>Анна б|; </w:t></w:r><w:r><w:t>Пётр б</w:t></w:r></w:p>"
    );
    let paragraphs = [p("{{#каждый люди разделитель=\";\"}}"), p("{{имя}}"), p("{{/каждый}}")].concat();
    assert_eq!(joined(&paragraphs), p("Анна|;") + &p("Пётр"));
}

#[test]
fn vertical_merges_survive_a_loop() {
    let cell = |merge: &str, text: &str| format!("<w:tc><w:tcPr>{merge}</w:tcPr>{}</w:tc>", p(text));
    let (start, on) = ("<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>");
    let rows = |name: &str| {
        format!(
            "<w:tr>{}{}</w:tr><w:tr>{}{}</w:tr>",
            cell(start, name),
            cell("", "а"),
            cell(on, ""),
            cell("", "б")
        )
    };
    let body = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr>{}<w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
        p("{{#каждый люди}}"),
        rows("{{имя}}"),
        p("{{/каждый}}")
    );
    assert_eq!(render(&body), format!("<w:tbl>{}{}</w:tbl>", rows("Анна"), rows("Пётр")));
}

#[test]
fn ids_stand_once_after_a_loop() {
    let body = "<w:p xmlns:w14=\"x\" w14:paraId=\"1A\" w14:textId=\"77\"><w:commentRangeStart w:id=\"3\"/><w:sdt><w:sdtPr><w:id w:val=\"9\"/></w:sdtPr><w:sdtContent><w:r><w:drawing><wp:docPr id=\"7\" name=\"a\"/></w:drawing></w:r></w:sdtContent></w:sdt><w:commentRangeEnd w:id=\"3\"/></w:p>";
    let made = render(&[p("{{#каждый люди}}"), body.to_owned(), p("{{/каждый}}")].concat());
    let second = body
        .replace(" w14:paraId=\"1A\" w14:textId=\"77\"", "")
        .replace("<w:commentRangeStart w:id=\"3\"/>", "")
        .replace("<w:commentRangeEnd w:id=\"3\"/>", "")
        .replace("<w:id w:val=\"9\"/>", "")
        .replace("id=\"7\"", "id=\"2\"");
    assert_eq!(made, body.replace("id=\"7\"", "id=\"1\"") + &second);
}

#[test]
fn items_of_a_list_stay_items() {
    let item = |text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = [item("{{#каждый люди}}"), item("{{имя}}"), item("{{/каждый}}")].concat();
    assert_eq!(render(&body), item("Анна") + &item("Пётр"));
}

#[test]
fn every_block_of_the_list_can_be_read() {
    for (usage, _) in pisar::template::BLOCKS {
        let usage = usage
            .replace("список", "мероприятия")
            .replace("запись", "число")
            .replace("поле", "число")
            .replace("другое", "пусто")
            .replace("фио", "наименование");
        let closed = match usage.strip_prefix("{{#каждый") {
            Some(_) if !usage.contains("{{/") => format!("{usage}{{{{/каждый}}}}"),
            _ => usage,
        };
        assert!(!render(&p(&closed)).contains("{{"), "{closed}");
    }
}
