//! The proof sheet, from outside: what the letters would print, the doubtful first, and nothing else made.
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
use tempfile::TempDir;

/// A workspace of a few mentors: one of a doubtful surname, one whose gender nobody knows, one with a form of its own.
fn workspace() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("input");
    std::fs::create_dir(&input).unwrap();
    for name in ["requisites.csv", "events.csv", "organisations.csv"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/looks/input").join(name);
        std::fs::copy(from, input.join(name)).unwrap();
    }
    let mentors = "ФИО;ФИО (дат.);Должность;Организация;За что;Пол\n\
                   Яшина Анна Петровна;;Мастер участка;ООО «Пример-1»;;ж\n\
                   Кулиш Олег Иванович;;чудодей;ООО «Пример-1»;;м\n\
                   Ёлкин Пётр Ильич;Ёлкину Петру Ильичу-младшему;Мастер участка;ООО «Пример-2»;;м\n\
                   Ким Саша;;Мастер участка;ООО «Пример-2»;;\n";
    std::fs::write(input.join("mentors.csv"), mentors).unwrap();
    folder
}

/// The rows of the sheet's table: the text of each cell, bold stretches between asterisks.
fn rows(folder: &Path) -> Vec<Vec<String>> {
    let file = std::fs::File::open(folder.join("output/Лист вычитки.docx")).unwrap();
    let mut text = String::new();
    zip::ZipArchive::new(file)
        .unwrap()
        .by_name("word/document.xml")
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    let pieces = |text: &str, name: &str| -> Vec<String> {
        let close = format!("</w:{name}>");
        let open = |piece: &str| piece.find(&format!("<w:{name}>")).or(piece.find(&format!("<w:{name} ")));
        text.split(&close).filter_map(|piece| open(piece).map(|at| piece[at..].to_owned())).collect()
    };
    let run = |run: &String| {
        let words: String = run
            .replace("<w:br/>", "<w:t>|</w:t>")
            .split("<w:t")
            .skip(1)
            .map(|piece| piece.split_once('>').unwrap().1.split('<').next().unwrap().to_owned())
            .collect();
        if run.contains("<w:b/>") && !words.is_empty() { format!("*{words}*") } else { words }
    };
    let cell = |cell: &String| pieces(cell, "r").iter().map(run).collect::<String>();
    pieces(&text, "tr").iter().map(|row| pieces(row, "tc").iter().map(cell).collect()).collect()
}

#[test]
fn the_doubtful_stand_first_with_the_cell_and_the_column_to_mend() {
    let folder = workspace();
    let (status, out, err) = pisar(folder.path(), &["generate", "thanks", "--proof"]);
    // One letter could not be made: its gender is told as it would be by the run itself.
    assert_eq!((status, out.lines().last()), (1, Some("1 document: 1 new.")), "{err}");
    assert!(err.contains("template-gender-unknown"), "{err}");
    let rows = rows(folder.path());
    assert_eq!(rows[1], ["*Сомнительные: прочитайте их первыми*"]);
    assert_eq!(
        rows[2],
        [
            "1",
            "Ким Саша",
            "—",
            "—",
            "—",
            "Пол не известен: документы не склоняют|input/mentors.csv › mentors › A5|Поправить: столбец «Пол»"
        ]
    );
    assert_eq!(
        rows[3],
        [
            "2",
            "Кулиш Олег Иванович",
            "Кулиша Олега Ивановича",
            "*Кулишу Олегу Ивановичу*",
            "Кулишом Олегом Ивановичем (?)",
            "input/mentors.csv › mentors › A3|Поправить: столбец «ФИО (твор.)»"
        ]
    );
    assert_eq!(
        rows[4],
        [
            "3",
            "чудодей",
            "чудодея (?)",
            "*чудодею (?)*",
            "чудодеем (?)",
            "Вин. чудодея (?)|Предл. чудодее (?)|input/mentors.csv › mentors › C3|Поправить: столбцы «Должность (род.)», \
             «Должность (дат.)», «Должность (вин.)», «Должность (твор.)», «Должность (предл.)»"
        ]
    );
    assert_eq!(rows[5], ["*Люди*"]);
    // The sheet's own form is taken as the letters take it.
    assert_eq!(rows[6][3], "*Ёлкину Петру Ильичу-младшему*");
    // Nothing else lies there, and no number is taken.
    let made: Vec<_> = std::fs::read_dir(folder.path().join("output")).unwrap().collect();
    assert_eq!(made.len(), 1, "{made:?}");
    let (_, listed, _) = pisar(folder.path(), &["register", "list", "--format", "json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
    let records: Vec<_> = listed["records"]
        .as_array()
        .unwrap()
        .iter()
        .map(|record| (&record["kind"], &record["number"]))
        .collect();
    assert_eq!(records, [(&"proof.sheet".into(), &serde_json::Value::Null)]);
}

#[test]
fn the_sheet_follows_what_is_chosen_and_stays_as_long_as_nothing_changes() {
    let folder = workspace();
    let run = |arguments: &[&str]| {
        let (_, out, _) = pisar(folder.path(), &[&["generate", "thanks", "--proof"], arguments].concat());
        out.lines().last().unwrap_or_default().to_owned()
    };
    assert_eq!(run(&["--only", "Яшина", "--pdf"]), "2 documents: 2 new.");
    let named = |name: &str| rows(folder.path()).iter().any(|row| row.iter().any(|cell| cell.contains(name)));
    assert!(named("Яшиной Анне Петровне") && !named("Кулиш"));
    assert!(std::fs::read(folder.path().join("output/Лист вычитки.pdf")).unwrap().starts_with(b"%PDF-"));
    assert_eq!(run(&["--only", "Яшина", "--pdf"]), "2 documents: 2 unchanged.");
    assert_eq!(run(&["--only", "Кулиш", "--dry-run"]), "A trial, nothing was written. 1 in all: 1 updated.");
    assert_eq!(run(&["--only", "Кулиш"]), "1 document: 1 updated.");
    assert!(named("Кулишу Олегу Ивановичу") && !named("Яшин"));
    // Nobody is chosen: told, and the sheet left as it is.
    let (status, out, err) = pisar(folder.path(), &["generate", "thanks", "--proof", "--only", "Никто"]);
    assert_eq!((status, out.lines().last()), (0, Some("Nothing to do.")));
    assert!(err.contains("No proof sheet was made"), "{err}");
}
