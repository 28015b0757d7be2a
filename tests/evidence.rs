//! Signed papers as evidence: a signature entered in the register stands in the reports and in the list, and no run changes it.
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

fn json(folder: &Path, arguments: &[&str]) -> serde_json::Value {
    let (_, out, _) = pisar(folder, &[arguments, &["--format", "json"]].concat());
    serde_json::from_str(&out).unwrap()
}

/// The state of each document of a run, by its path.
fn states(folder: &Path, kinds: &[&str]) -> Vec<String> {
    let made = json(folder, &[&["generate"], kinds].concat());
    let of = |one: &serde_json::Value| {
        format!(
            "{} {}",
            one["path"].as_str().unwrap().rsplit('/').next().unwrap(),
            one["state"].as_str().unwrap()
        )
    };
    made["documents"].as_array().unwrap().iter().map(of).collect()
}

/// The rows of a document's tables, cells apart by bars.
fn rows(path: &Path) -> Vec<String> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let text = |row: &str| {
        let cells = row.split("</w:tc>").map(|cell| {
            let texts = cell.split("<w:t").skip(1).filter_map(|run| Some(run.split_once('>')?.1));
            texts.filter_map(|run| Some(run.split_once("</w:t>")?.0)).collect::<String>()
        });
        cells.collect::<Vec<_>>().join("|").replace('\u{a0}', " ")
    };
    xml.split("<w:tr>").skip(1).map(text).collect()
}

#[test]
fn a_signed_paper_is_the_evidence_of_its_line() {
    let folder = workspace();
    let root = folder.path();
    states(root, &["award-order", "agenda", "report"]);
    let records = json(root, &["register", "list"]);
    let id = |kind: &str, recipient: &str| {
        let mut all = records["records"].as_array().unwrap().iter();
        let is_it = |one: &&serde_json::Value| {
            one["kind"] == kind && one["recipient"].as_str().unwrap().starts_with(recipient)
        };
        all.find(is_it).unwrap()["record"].to_string()
    };
    let (order, agenda) = (id("award-order", ""), id("agenda", "Экспертный совет, "));
    let journal = format!(
        "№ записи;Дата подписания;Номер подписанного\n{order};16.05.2023;12-н\n{agenda};15.05.2023;\n"
    );
    let path = root.join("журнал.csv");
    std::fs::write(&path, journal).unwrap();
    assert_eq!(pisar(root, &["register", "import", path.to_str().unwrap()]).0, 0);

    let report = |quarter: &str| root.join(format!("output/Отчёты/{quarter}.docx"));
    let second = report("2023-06-30 Отчёт за II квартал 2023 года");
    let before = rows(&second);
    assert_eq!(
        states(root, &["report"]),
        [
            "2022-09-30 Отчёт за III квартал 2022 года.docx unchanged",
            "2022-12-31 Отчёт за IV квартал 2022 года.docx unchanged",
            "2023-03-31 Отчёт за I квартал 2023 года.docx unchanged",
            "2023-06-30 Отчёт за II квартал 2023 года.docx updated",
        ]
    );
    let changed: Vec<String> = rows(&second).into_iter().filter(|row| !before.contains(row)).collect();
    assert_eq!(
        changed,
        [
            "2.8|Организация чествования лучших наставников от производства в рамках Дня отрасли.|Руководитель ведущей ПОО кластера|\
             Май 2023 г.|26.05.2023|Благодарственные письма вручены двадцати наставникам от производства \
             (реестр вручения благодарственных писем от 26.05.2023; приказ о награждении от 16.05.2023 № 12-н)|выполнено|\
             2. Мероприятия, перенесённые из прошлых периодов",
            "3.1|Проведение заседаний Экспертного совета Кластера.|Председатель Экспертного совета|Не реже 1 раза в квартал|08.06.2023|\
             Проведено заседание Экспертного совета (протокол от 08.06.2023 № 4; повестки заседаний: от 15.05.2023)|выполнено|",
        ]
    );
    // Whatever else is made, the reports stay as they are.
    states(root, &["thanks", "agenda"]);
    assert!(states(root, &["report"]).iter().all(|state| state.ends_with("unchanged")));

    let listed = json(root, &["list"]);
    let state = |place: usize, kind: &str| {
        let papers = listed["lines"][place]["papers"].as_array().unwrap();
        papers.iter().find(|paper| paper["kind"] == kind).unwrap().clone()
    };
    assert_eq!(state(9, "award-order")["state"], "signed");
    let (expert, coordination) = (state(10, "agenda"), state(11, "agenda"));
    assert_eq!((&expert["count"], &expert["issued"], &expert["signed"]), (&4.into(), &4.into(), &1.into()));
    assert_eq!((&coordination["count"], &coordination["signed"]), (&4.into(), &0.into()));
}
