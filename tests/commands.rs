//! The program from outside: exit statuses, periods, dry runs, repeated runs, a template that is wrong.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails loudly, and prepares its own workspace"
)]

#[path = "demonstration/program.rs"]
mod program;
#[path = "demonstration/workspace.rs"]
mod workspace;

use assert_cmd::Command;
use program::pisar;
use std::path::Path;
use workspace::workspace;

fn documents(folder: &Path, arguments: &[&str]) -> Vec<serde_json::Value> {
    let (_, out, _) = pisar(folder, &[arguments, &["--format", "json"]].concat());
    serde_json::from_str::<serde_json::Value>(&out).unwrap()["documents"].as_array().unwrap().clone()
}

#[test]
fn the_demonstration_is_made_and_a_second_run_changes_nothing() {
    let folder = workspace();
    let (status, out, _) = pisar(folder.path(), &["generate"]);
    assert_eq!(status, 0, "{out}");
    assert!(out.contains("thanks         20 new\n"), "{out}");
    let (status, out, _) = pisar(folder.path(), &["generate"]);
    assert_eq!(status, 0);
    let last = out.lines().last().unwrap();
    assert!(last.ends_with("unchanged.") && !last.contains("new") && !last.contains("updated"), "{last}");
}

#[test]
fn a_dry_run_writes_nothing() {
    let folder = workspace();
    let made = documents(folder.path(), &["generate", "--dry-run", "thanks"]);
    assert_eq!(made.len(), 20);
    assert_eq!(made[0]["state"], "new");
    assert_eq!(made[0]["number"], "1");
    assert!(!folder.path().join("output").exists());
    assert!(!folder.path().join("register.sqlite").exists());
}

#[test]
fn a_period_chooses_by_the_documents_own_dates() {
    let folder = workspace();
    let count = |kind: &str, period: &str| {
        documents(folder.path(), &["generate", "--dry-run", kind, "--for", period]).len()
    };
    assert_eq!(count("minutes", "март 2023"), 2);
    assert_eq!(count("report", "2023-Q1"), 1);
    assert_eq!(count("report", "2022/2023"), 4);
    assert_eq!(count("thanks", "2023-05-01..2023-05-31"), 20);
    assert_eq!(count("thanks", "2023-04"), 0);
}

#[test]
fn due_documents_are_those_within_their_lead_time() {
    let folder = workspace();
    let kinds = |today: &str| {
        let made = documents(folder.path(), &["--today", today, "generate", "--dry-run", "--due"]);
        let mut kinds: Vec<String> =
            made.iter().map(|document| document["kind"].as_str().unwrap().to_owned()).collect();
        kinds.dedup();
        kinds
    };
    assert!(kinds("2023-05-12").contains(&"thanks".to_owned()));
    assert!(!kinds("2023-05-11").contains(&"thanks".to_owned()));
    assert!(kinds("2023-02-22").contains(&"invitation".to_owned()));
    let (status, out, err) = pisar(folder.path(), &["--today", "2023-08-08", "generate", "--due"]);
    assert_eq!((status, out.as_str(), err.as_str()), (0, "", ""));
}

#[test]
fn what_cannot_run_says_so_with_status_two() {
    let folder = workspace();
    for arguments in
        [&["generate", "thank"][..], &["generate", "--for", "someday"], &["generate", "--nonsense"]]
    {
        let (status, _, err) = pisar(folder.path(), arguments);
        assert_eq!(status, 2, "{arguments:?}");
        assert!(!err.is_empty());
    }
    assert!(pisar(folder.path(), &["generate", "thank"]).2.contains("thanks"));
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(pisar(empty.path(), &["generate"]).0, 2);
}

#[test]
fn an_unknown_field_stops_its_kind_and_no_other() {
    let folder = workspace();
    assert_eq!(pisar(folder.path(), &["templates", "export"]).0, 0);
    let catalog = folder.path().join("templates/catalog.toml");
    let text = std::fs::read_to_string(&catalog).unwrap();
    std::fs::write(
        &catalog,
        text.replace("{{фамилия_инициалы получатель}}", "{{фамилия_инициалы полчатель}}"),
    )
    .unwrap();
    let (status, out, err) = pisar(folder.path(), &["generate", "thanks", "plan"]);
    assert_eq!(status, 1);
    assert!(out.contains("plan           1 new"), "{out}");
    assert!(err.contains("\"полчатель\"") && err.contains("\"получатель\""), "{err}");
}

#[test]
fn an_edited_file_is_kept() {
    let folder = workspace();
    let path = documents(folder.path(), &["generate", "plan"])[0]["path"].as_str().unwrap().to_owned();
    let file = folder.path().join(path);
    std::fs::write(&file, b"edited by hand").unwrap();
    let made = documents(folder.path(), &["generate", "plan"]);
    assert_eq!(made[0]["state"], "kept_edited");
    assert_eq!(std::fs::read(&file).unwrap(), b"edited by hand");
}

#[test]
fn a_new_paper_needs_no_rust() {
    let folder = workspace();
    assert_eq!(pisar(folder.path(), &["templates", "export"]).0, 0);
    let (status, _, err) =
        pisar(folder.path(), &["templates", "new", "note", "--title", "Справки", "--for-each", "наставники"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert_eq!(documents(folder.path(), &["generate", "note"]).len(), 20);
}

#[test]
fn a_plan_in_word_becomes_a_workbook() {
    let folder = workspace();
    let plan = documents(folder.path(), &["generate", "plan"])[0]["path"].as_str().unwrap().to_owned();
    let other = tempfile::tempdir().unwrap();
    let word = folder.path().join(plan);
    assert_eq!(pisar(other.path(), &["import", word.to_str().unwrap()]).0, 0);
    let (_, out, _) = pisar(other.path(), &["check", "--format", "json"]);
    let read: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(read["plan"]["academic_year"], "2022/2023");
    let activities: usize = read["plan"]["sections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|section| section["activities"].as_array().unwrap().len())
        .sum();
    assert_eq!(activities, 18);
    // A plan that is there is never overwritten.
    assert_eq!(pisar(other.path(), &["import", word.to_str().unwrap()]).0, 2);
}

#[test]
fn names_are_declined_a_text_a_line() {
    let output = Command::cargo_bin("pisar")
        .unwrap()
        .args(["decline", "--as", "person", "--format", "json"])
        .write_stdin("Нечипоренко Галина Васильевна\nЖукова Женя\tf\n")
        .output()
        .unwrap();
    let lines: Vec<serde_json::Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines[0]["forms"]["dative"], "Нечипоренко Галине Васильевне");
    assert_eq!(lines[0]["gender"], "f");
    assert_eq!(lines[1]["forms"]["instrumental"], "Жуковой Женей");
}

#[test]
fn every_line_of_the_plan_has_its_papers() {
    let folder = workspace();
    let results = Path::new(env!("CARGO_MANIFEST_DIR")).join("input/results.xlsx");
    std::fs::copy(results, folder.path().join("input/results.xlsx")).unwrap();
    let (status, out, _) = pisar(folder.path(), &["list"]);
    assert_eq!(status, 0);
    assert!(out.ends_with("Lines of the plan with papers: 18 of 18.\n"), "{out}");
    assert_eq!(pisar(folder.path(), &["generate", "award-order"]).0, 0);
    let (_, out, _) = pisar(folder.path(), &["list", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&out).unwrap();
    let papers = |number: &str, word: &str| -> Vec<String> {
        let lines = told["lines"].as_array().unwrap();
        let is_it = |line: &&serde_json::Value| {
            line["number"] == number && line["title"].as_str().unwrap().contains(word)
        };
        let papers = lines.iter().find(is_it).unwrap()["papers"].as_array().unwrap();
        papers
            .iter()
            .map(|one| format!("{} {}", one["kind"].as_str().unwrap(), one["state"].as_str().unwrap()))
            .collect()
    };
    assert_eq!(
        papers("2.8", "наставников"),
        ["thanks ready", "award-order issued", "award-list ready", "award-handing ready"]
    );
    // One number stands twice in the plan: the words of the line decide.
    assert_eq!(papers("3.3", "Медиаплана"), ["media-plan ready", "media-report ready"]);
    assert_eq!(papers("3.3", "Ярмарки")[0], "invitation ready");
    assert_eq!(
        papers("4.4", "Современная школа"),
        ["event-report ready", "indicators ready", "activity-report ready"]
    );
}

#[test]
fn a_paper_of_ones_own_is_made_as_the_page_tells() {
    use pisar::starter::block::{page::Page, text};
    use pisar::starter::document::{Document, Section};
    let page = include_str!("../docs/new-document.md");
    let steps: Vec<&str> = page.lines().take_while(|line| !line.starts_with('|')).collect();
    assert!(steps.len() < 24 && !steps.iter().any(|line| line.contains("```rust")), "{}", steps.len());
    let words = steps.iter().find_map(|line| line.trim().strip_prefix("> ")).unwrap().replace('`', "");
    let entry: Vec<&str> = steps
        .iter()
        .map(|line| line.trim())
        .skip_while(|line| *line != "```toml")
        .skip(1)
        .take_while(|line| *line != "```")
        .collect();
    assert!(entry.len() < 20);
    let folder = workspace();
    assert_eq!(pisar(folder.path(), &["templates", "export"]).0, 0);
    let note = Document::new("Справка", [Section::new(Page::portrait()).put(text::text(&words))]);
    std::fs::write(folder.path().join("templates/note.docx"), note.to_bytes().unwrap()).unwrap();
    let catalog = folder.path().join("templates/catalog.toml");
    let text = std::fs::read_to_string(&catalog).unwrap();
    std::fs::write(&catalog, format!("{text}\n{}\n", entry.join("\n"))).unwrap();
    let (status, out, err) = pisar(folder.path(), &["templates", "check"]);
    assert_eq!(status, 0, "{out}{err}");
    assert_eq!(documents(folder.path(), &["generate", "note"]).len(), 20);
    // The page's other way: one command makes the template and the entry.
    let other = workspace();
    let command = page.split('`').find(|code| code.starts_with("pisar templates new ")).unwrap();
    let words = command.split('"').enumerate().flat_map(|(place, part)| {
        let is_quoted = place % 2 == 1;
        if is_quoted { vec![part] } else { part.split_whitespace().collect() }
    });
    let words: Vec<&str> = words.skip(1).collect();
    assert_eq!(pisar(other.path(), &words).0, 0);
    assert_eq!(documents(other.path(), &["generate", "note"]).len(), 20);
}

#[test]
fn a_repeated_run_is_answered_from_memory_until_anything_changes() {
    let folder = workspace();
    let generate = || pisar(folder.path(), &["generate", "thanks"]);
    generate();
    let memory = folder.path().join(".pisar/last-run.json");
    let told = generate();
    std::fs::remove_file(&memory).unwrap();
    assert_eq!(told, generate(), "a whole run says the same");
    let is_remembered = || {
        let text = std::fs::read_to_string(&memory).unwrap();
        std::fs::write(&memory, text.replace("unchanged", "remembered")).unwrap();
        generate().1.contains("remembered")
    };
    assert!(is_remembered());
    // Whatever changes, a whole run finds it, and leaves its own answer.
    let letters = folder.path().join("output/Благодарственные письма");
    let letter = std::fs::read_dir(&letters).unwrap().next().unwrap().unwrap().path();
    std::fs::remove_file(&letter).unwrap();
    assert!(!is_remembered() && letter.exists());
    assert!(is_remembered());
    std::fs::write(folder.path().join("input/ещё.csv"), "Цвет;Вкус\nбелый;горький\n").unwrap();
    assert!(!is_remembered());
    std::fs::create_dir(folder.path().join("templates")).unwrap();
    std::fs::write(folder.path().join("templates/свой.docx"), "").unwrap();
    assert!(!is_remembered());
    pisar(folder.path(), &["register", "void", "1", "--note", "испорчено"]);
    assert!(!is_remembered());
    assert!(is_remembered());
    std::fs::write(&letter, "правка").unwrap();
    let (_, out, _) = generate();
    assert!(out.contains("kept") && !out.contains("remembered"), "{out}");
}

#[test]
fn a_hidden_sheet_is_told() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("input")).unwrap();
    let mut workbook = rust_xlsxwriter::Workbook::new();
    for name in ["Заметки", "Списки"] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        sheet.write_row(0, 0, ["Город", "Район"]).unwrap();
        sheet.write_row(1, 0, ["Томск", "Центр"]).unwrap();
        sheet.set_hidden(name == "Списки");
    }
    workbook.save(folder.path().join("input/а.xlsx")).unwrap();
    let (_, out, _) = pisar(folder.path(), &["check"]);
    let seen: Vec<&str> = out.lines().take(2).collect();
    assert_eq!(
        seen,
        ["input/а.xlsx › Заметки → another sheet, 1 row", "input/а.xlsx › Списки → a hidden sheet, not read"]
    );
}
