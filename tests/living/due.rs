//! The schedule: what is due on which day, moved to working days; silence where nothing is.

use crate::office::Office;
use serde_json::Value;
use std::path::Path;
use tempfile::TempDir;

/// The demonstration input.
fn demonstration() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("input")).unwrap();
    for name in ["plan.xlsx", "participants.xlsx"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("input").join(name);
        std::fs::copy(from, folder.path().join("input").join(name)).unwrap();
    }
    folder
}

fn run(folder: &Path, today: &str, arguments: &[&str]) -> Value {
    let mut command = assert_cmd::Command::cargo_bin("pisar").unwrap();
    command.arg("-C").arg(folder).args(["--today", today]).args(arguments).args(["--format", "json"]);
    serde_json::from_slice(&command.output().unwrap().stdout).unwrap()
}

/// The kinds that `--due` would make on a day.
fn due(folder: &Path, today: &str) -> Vec<String> {
    let made = run(folder, today, &["generate", "--due", "--dry-run"]);
    let documents = made["documents"].as_array().unwrap().iter();
    let mut kinds: Vec<_> = documents.map(|document| document["kind"].as_str().unwrap().to_owned()).collect();
    kinds.dedup();
    kinds
}

#[test]
fn each_kind_falls_due_its_lead_time_before_on_a_working_day() {
    let folder = demonstration();
    let is_due = |kind: &str, day: &str| due(folder.path(), day).contains(&kind.to_owned());
    // The kind, the first day on which it is due, the day before, its date, the first day on which it is past.
    for (kind, before, first, date, past) in [
        // Industry Day on Friday 26.05.2023, two weeks before: Friday 12.05.
        ("thanks", "2023-05-11", "2023-05-12", "2023-05-26", "2023-05-27"),
        // The fair on Thursday 16.03.2023, three weeks before: 23.02 is a day off, so is the 24th; Wednesday 22.02.
        ("invitation", "2023-02-21", "2023-02-22", "2023-03-16", "2023-03-17"),
        // The council of Thursday 02.03.2023: minutes a week before on 23.02, a day off; Wednesday 22.02.
        ("minutes", "2023-02-21", "2023-02-22", "2023-03-02", "2023-03-10"),
        // The quarter's end 31.12.2022 is a Saturday: Friday 30.12.
        ("report", "2022-12-29", "2022-12-30", "2022-12-31", "2023-01-21"),
    ] {
        assert!(!is_due(kind, before), "{kind} on {before}");
        assert!(is_due(kind, first), "{kind} on {first}");
        assert!(is_due(kind, date), "{kind} on {date}");
        assert!(!is_due(kind, past), "{kind} on {past}");
    }
    assert!(is_due("agenda", "2023-02-20") && !is_due("agenda", "2023-02-16"), "ten days before, 20.02");
}

#[test]
fn a_run_with_nothing_due_is_silent_and_leaves_no_trace() {
    let folder = demonstration();
    let mut command = assert_cmd::Command::cargo_bin("pisar").unwrap();
    command.arg("-C").arg(folder.path()).args(["--today", "2023-08-01", "generate", "--due"]);
    command.assert().success().stdout("").stderr("");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "input alone");
}

#[test]
fn what_is_issued_is_not_due_again_and_a_missed_day_loses_nothing() {
    let office = Office::new();
    let due = |day: &str| office.made(&["--today", day, "generate", "thanks", "--due"]);
    let letters = |state: &str| {
        [format!("Белова А.А. — АО «Заря».docx 1 {state}"), format!("Власов Г.И. — ООО «Луч».docx 2 {state}")]
    };
    assert_eq!(due("2023-05-11"), [""; 0]);
    assert_eq!(due("2023-05-16"), letters("new"), "the 12th was missed");
    assert_eq!(due("2023-05-17"), [""; 0]);
    let again = office.run(&["--today", "2023-05-17", "generate", "thanks", "--due"]);
    assert_eq!((again.status, again.out.as_str(), again.err.as_str()), (0, "", ""));
    // Put off: due again for its new day, under the same numbers.
    office.edit("События", "26.05.2023;14:00;актовый зал;;", "26.05.2023;14:00;актовый зал;02.06.2023;");
    assert_eq!(due("2023-05-18"), [""; 0]);
    assert_eq!(due("2023-05-19"), letters("updated"));
    assert_eq!(due("2023-05-22"), [""; 0]);
}

#[test]
fn list_due_says_what_comes_within_days_and_what_is_issued_already() {
    let office = Office::new();
    let coming = |days: &str| {
        let list = office.json(&["--today", "2023-05-08", "list", "--due", days]);
        let kinds = list["kinds"].as_array().unwrap().clone();
        let thanks = kinds.into_iter().find(|kind| kind["kind"] == "thanks");
        thanks.map(|kind| kind["documents"].clone())
    };
    assert_eq!(coming("3"), None);
    let letters = coming("4").unwrap();
    assert_eq!(letters[0]["recipient"], "Белова Анна Алексевна");
    assert_eq!((&letters[0]["date"], &letters[0]["issued"]), (&"2023-05-26".into(), &false.into()));
    office.made(&["generate", "thanks", "--only", "Белова"]);
    assert_eq!(coming("4").unwrap()[0]["issued"], true);
    let told = office.run(&["--today", "2023-05-08", "list", "--due", "4"]).out;
    assert!(told.contains("26.05.2023 Белова Анна Алексевна, выдан\n"), "{told}");
    assert!(told.contains("26.05.2023 Власов Глеб Ильич\n"), "{told}");
}
