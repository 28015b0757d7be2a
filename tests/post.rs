//! Envelopes, labels and blanks, from outside: who and where, and where on the paper.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails loudly, and prepares its own workspace"
)]

#[path = "demonstration/program.rs"]
mod program;
#[path = "demonstration/workspace.rs"]
mod workspace;

use program::pisar;
use std::io::Read as _;
use std::path::Path;
use workspace::workspace;

fn body(file: &Path) -> String {
    let mut text = String::new();
    let mut archive = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The texts of a document's paragraphs; line breaks are `|`, unbreakable spaces plain ones.
fn lines(document: &str) -> Vec<String> {
    let text = document.replace("<w:br/>", "<w:t>|</w:t>").replace('\u{a0}', " ");
    let words = |paragraph: &str| -> String {
        paragraph
            .split("<w:t")
            .skip(1)
            .filter(|piece| piece.starts_with(['>', ' ']))
            .map(|piece| piece.split_once('>').unwrap().1.split('<').next().unwrap())
            .collect()
    };
    text.split("</w:p>").map(words).filter(|line| !line.is_empty()).collect()
}

/// The number of an attribute of the first such element, in twentieths of a point.
fn measure(document: &str, element: &str, attribute: &str) -> u32 {
    let tag = document.split(&format!("<{element} ")).nth(1).unwrap().split('>').next().unwrap();
    tag.split(&format!("{attribute}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
}

const PRINT: &str = "output/Печать/Приглашения на Ярмарку вакансий";

#[test]
fn an_envelope_bears_the_sender_above_and_the_addressee_below() {
    let folder = workspace();
    let run = |size: &str| {
        pisar(folder.path(), &["generate", "invitation", "--only", "Литейный", "--envelopes", size])
    };
    let (status, out, _) = run("DL");
    assert_eq!((status, out.lines().last()), (0, Some("2 documents: 2 new.")), "{out}");
    let document = body(&folder.path().join(format!("{PRINT} (конверты DL).docx")));
    assert_eq!(
        lines(&document),
        [
            "От кого: ОГБПОУ «Томский экономико-промышленный колледж»",
            "Откуда: ул. Образцовая, д. 10, г. Томск, 634000",
            "Кому: ООО «Литейный двор»|Директору Дурново П.А.",
            "Куда: ул. Литейная, д. 6|г. Томск",
            "634000",
        ]
    );
    // 220 × 110 mm; 15 mm from the edges; the addressee's 90 mm end 15 mm from the right edge.
    assert_eq!([measure(&document, "w:pgSz", "w:w"), measure(&document, "w:pgSz", "w:h")], [12_472, 6_236]);
    assert_eq!(measure(&document, "w:pgMar", "w:left"), 850);
    assert_eq!(measure(&document, "w:tblW", "w:w"), 10_771);
    assert!(document.contains("<w:gridCol w:w=\"5669\"/><w:gridCol w:w=\"5102\"/>"), "{document}");
    assert!(document.contains("w:hRule=\"exact\""), "{document}");
    // The same again, and the other size beside it.
    assert_eq!(run("DL").1.lines().last(), Some("2 documents: 2 unchanged."));
    assert_eq!(run("c5").1.lines().last(), Some("2 documents: 1 updated, 1 unchanged."));
    let document = body(&folder.path().join(format!("{PRINT} (конверты C5).docx")));
    assert_eq!([measure(&document, "w:pgSz", "w:w"), measure(&document, "w:pgSz", "w:h")], [12_983, 9_184]);
}

#[test]
fn labels_stand_in_the_middle_of_their_sheet_in_the_order_of_the_register() {
    let folder = workspace();
    let (status, _, err) = pisar(folder.path(), &["generate", "thanks", "--labels"]);
    assert_eq!(status, 0, "{err}");
    let file = folder.path().join("output/Печать/Благодарственные письма наставникам (наклейки).docx");
    let document = body(&file);
    // 20 letters: seven rows of three, 70 × 37 mm each.
    assert_eq!(document.matches("<w:tr>").count(), 7);
    assert_eq!(document.matches("<w:gridCol w:w=\"3969\"/>").count(), 3);
    assert_eq!(measure(&document, "w:trHeight", "w:val"), 2_098);
    assert_eq!(
        lines(&document)[..4],
        [
            "Волкову-Сибирцеву Игорю Павловичу|АО «Обьэнергосеть»",
            "ул. Линейная, д. 5|г. Томск, 634000",
            "Нечипоренко Галине Васильевне|АО «Обьэнергосеть»",
            "ул. Линейная, д. 5|г. Томск, 634000",
        ]
    );
    // Another sheet: seven millimetres and a quarter at each side, a gap between the columns.
    pisar(folder.path(), &["generate", "thanks", "--labels", "63,5x38,1+2,5"]);
    let document = body(&file);
    assert_eq!([measure(&document, "w:pgMar", "w:left"), measure(&document, "w:pgMar", "w:top")], [411, 859]);
    assert!(document.contains("<w:gridCol w:w=\"3600\"/><w:gridCol w:w=\"142\"/><w:gridCol w:w=\"3600\"/>"));
    let (status, _, err) = pisar(folder.path(), &["generate", "thanks", "--labels", "5x5"]);
    assert_eq!(status, 2);
    assert!(err.contains("The label size \"5x5\" was not understood."), "{err}");
}

#[test]
fn who_has_no_address_or_no_index_is_told_by_the_cell() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("input");
    std::fs::create_dir(&input).unwrap();
    std::fs::write(
        input.join("организации.csv"),
        "Наименование;Адрес;Индекс;Руководитель (ФИО);Должность руководителя;Приглашать на ярмарку\n\
         ООО «Один»;г. Томск, ул. Мира, д. 1;634 001;;;да\n\
         ООО «Два»;г. Томск, ул. Мира, д. 2;;Иванова Анна Петровна;Директор;да\n\
         ООО «Три»;;;;;да\n",
    )
    .unwrap();
    std::fs::write(input.join("реквизиты.csv"), "Полное наименование кластера;Кластер «Пример»\n").unwrap();
    let templates = folder.path().join("templates");
    std::fs::create_dir(&templates).unwrap();
    let note =
        pisar::starter::described::document("!document Справка\nСправка {{организация.наименование}}\n");
    std::fs::write(templates.join("note.docx"), note.to_bytes().unwrap()).unwrap();
    let catalog = "[[document]]\nid = \"note\"\ntitle = \"Справки\"\ntemplate = \"note.docx\"\nfor-each = \"организации\"\n\
                   as = \"организация\"\nfile = \"{{организация.наименование}}\"\n";
    std::fs::write(templates.join("catalog.toml"), catalog).unwrap();
    let run = || pisar(folder.path(), &["generate", "note", "--envelopes", "DL", "--format", "short"]);
    let (status, _, err) = run();
    assert_eq!(status, 0, "{err}");
    let told: Vec<&str> = err.lines().filter(|line| line.contains("[post-")).collect();
    assert_eq!(
        told,
        [
            ": warning[post-sender-missing]: The envelopes bear no return address.",
            "input/организации.csv › организации › B3: warning[post-index-missing]: ООО «Два»: the address has no index.",
            "input/организации.csv › организации › B4: warning[post-address-missing]: ООО «Три»: no postal address, no envelope was made.",
        ]
    );
    let file = folder.path().join("output/Печать/Справки (конверты DL).docx");
    assert_eq!(
        lines(&body(&file)),
        [
            "От кого: Кластер «Пример»",
            "Кому: ООО «Один»",
            "Куда: ул. Мира, д. 1|г. Томск",
            "634001",
            "От кого: Кластер «Пример»",
            "Кому: ООО «Два»|Директору Ивановой А.П.",
            "Куда: ул. Мира, д. 2|г. Томск",
        ]
    );
    // The catalog names both in its own way.
    let own = "post-to = \"В отдел кадров {{кого организация.наименование}}\"\npost-address = \"634009, г. Томск, а/я 5\"\n";
    std::fs::write(templates.join("catalog.toml"), format!("{catalog}{own}")).unwrap();
    assert_eq!(run().0, 0);
    let lines = lines(&body(&file));
    assert_eq!(lines[1..4], ["Кому: В отдел кадров ООО «Один»", "Куда: а/я 5|г. Томск", "634009"]);
    // A kind that goes nowhere.
    std::fs::write(
        templates.join("catalog.toml"),
        "[[document]]\nid = \"n\"\ntitle = \"Н\"\ntemplate = \"plain.docx\"\nfile = \"Н\"\n",
    )
    .unwrap();
    let plain = pisar::starter::described::document("!document Справка\nСправка\n");
    std::fs::write(templates.join("plain.docx"), plain.to_bytes().unwrap()).unwrap();
    let (status, _, err) = pisar(folder.path(), &["generate", "--labels", "--format", "short"]);
    assert_eq!(status, 0);
    assert!(err.contains("warning[post-none]"), "{err}");
}

#[test]
fn what_is_printed_on_blanks_envelopes_and_labels_is_moved_by_the_settings() {
    let margins = |settings: &str| {
        let folder = workspace();
        std::fs::write(folder.path().join("pisar.toml"), settings).unwrap();
        let catalog =
            std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/catalog.toml")).unwrap();
        let templates = folder.path().join("templates");
        std::fs::create_dir(&templates).unwrap();
        let catalog = catalog.replace("\"thanks.docx\"", "\"thanks-blank.docx\"");
        std::fs::write(templates.join("catalog.toml"), catalog).unwrap();
        let run = ["generate", "thanks", "plan", "--envelopes", "DL"];
        let (status, _, err) = pisar(folder.path(), &run);
        assert_eq!(status, 0, "{err}");
        let mut found = Vec::new();
        let mut folders = vec![folder.path().join("output")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let name = path.to_string_lossy().into_owned();
                if path.is_dir() {
                    folders.push(path);
                } else if ["Россия", "План", "Росси", "конверты"].iter().any(|word| name.contains(word))
                {
                    let text = body(&path);
                    let at = ["w:left", "w:top", "w:right"].map(|side| measure(&text, "w:pgMar", side));
                    found.push((path.file_name().unwrap().to_string_lossy().into_owned(), at));
                }
            }
        }
        found.sort();
        found.into_iter().map(|(_, at)| at).collect::<Vec<_>>()
    };
    let usual = margins("");
    let moved = margins("[blank]\nshift-x = 3\nshift-y = -1.5\n");
    // The envelopes and the letter on a blank are moved by 3 mm to the right and 1,5 mm up; the plan has no blank.
    let changes: Vec<[i64; 3]> = usual
        .iter()
        .zip(&moved)
        .map(|(one, other)| [0, 1, 2].map(|side| i64::from(other[side]) - i64::from(one[side])))
        .collect();
    assert_eq!(changes, [[170, -85, -170], [0, 0, 0], [170, -85, -170]]);
    let folder = workspace();
    std::fs::write(folder.path().join("pisar.toml"), "[blank]\nshift-x = 300\n").unwrap();
    assert_eq!(pisar(folder.path(), &["generate", "plan"]).0, 2);
}
