//! Random sequences of edits, runs, kills and deletions never lose or repeat a number, nor a person's edit.
//!
//! A run is this test's own executable started again as a child, so that it can be killed at any moment.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test stands in for the secretary and may fail"
)]

use pisar::output::{Interrupt, Places, PublishError, Session};
use pisar::register::{Claim, SafePath, Series, State, hash};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const WORKSPACE: &str = "PISAR_PROPERTY_WORKSPACE";
const NAMES: [&str; 6] = ["Адамов", "Белов", "Власов", "Гусев", "Елкин", "Ёлкин"];

/// What happens next in the office.
#[derive(Clone, Debug)]
enum Event {
    Run,
    /// A run killed after so many tenths of a millisecond.
    Killed(u64),
    Rewrite(usize),
    Include(usize, bool),
    Edit(usize),
    DeleteFile(usize),
    DeleteOutput,
    Void(usize),
    Move(usize, usize),
}

fn event() -> impl Strategy<Value = Event> {
    let who = 0..NAMES.len();
    prop_oneof![
        3 => Just(Event::Run),
        5 => (0u64..400).prop_map(Event::Killed),
        3 => who.clone().prop_map(Event::Rewrite),
        3 => (who.clone(), any::<bool>()).prop_map(|(who, is_in)| Event::Include(who, is_in)),
        2 => who.clone().prop_map(Event::Edit),
        2 => who.clone().prop_map(Event::DeleteFile),
        1 => Just(Event::DeleteOutput),
        1 => who.clone().prop_map(Event::Void),
        1 => (who.clone(), who).prop_map(|(from, to)| Event::Move(from, to)),
    ]
}

/// The office as it should be: the letters' texts, and the key that each number was seen under.
#[derive(Default)]
struct Model {
    texts: BTreeMap<usize, u32>,
    seen: BTreeMap<u32, String>,
    edits: BTreeMap<String, PathBuf>,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 20, ..ProptestConfig::default() })]
    #[test]
    fn numbers_are_never_lost_or_repeated(events in prop::collection::vec(event(), 5..25)) {
        let folder = tempfile::tempdir().unwrap();
        let mut model = Model { texts: (0..4).map(|who| (who, 0)).collect(), ..Model::default() };
        for (step, event) in events.iter().enumerate() {
            apply(folder.path(), &mut model, event, step);
            check(folder.path(), &mut model);
        }
        apply(folder.path(), &mut model, &Event::Run, events.len());
        check(folder.path(), &mut model);
        let session = Session::look(&places(folder.path())).unwrap();
        prop_assert!(session.register().intents().is_empty());
        for who in model.texts.keys() {
            let record = session.register().find("letter", NAMES[*who]).unwrap();
            prop_assert!(folder.path().join("output").join(&record.path).is_file(), "{} is not there", record.path);
        }
    }
}

fn places(folder: &Path) -> Places {
    Places { register: folder.join("register.sqlite"), output: folder.join("output") }
}

fn apply(folder: &Path, model: &mut Model, event: &Event, step: usize) {
    let path = |who: usize| {
        let session = Session::look(&places(folder)).unwrap();
        let record = session.register().find("letter", NAMES[who]).cloned()?;
        Some((record.id, folder.join("output").join(record.path)))
    };
    match event {
        Event::Run => run(folder, model, None),
        Event::Killed(tenths) => run(folder, model, Some(Duration::from_micros(tenths * 100))),
        Event::Rewrite(who) => {
            model.texts.entry(*who).and_modify(|text| *text += 1);
        }
        Event::Include(who, true) => {
            model.texts.entry(*who).or_default();
        }
        Event::Include(who, false) => {
            model.texts.remove(who);
        }
        Event::Edit(who) => {
            if let Some((_, path)) = path(*who).filter(|(_, path)| path.is_file()) {
                let text = format!("правка {step}");
                std::fs::write(&path, &text).unwrap();
                model.edits.retain(|_, edited| *edited != path);
                model.edits.insert(text, path);
            }
        }
        Event::DeleteFile(who) => {
            if let Some((_, path)) = path(*who) {
                let _ = std::fs::remove_file(&path);
                model.edits.retain(|_, edited| *edited != path);
            }
        }
        Event::DeleteOutput => {
            let _ = std::fs::remove_dir_all(folder.join("output"));
            model.edits.clear();
        }
        Event::Void(who) => {
            if let Some((id, _)) = path(*who) {
                let mut session = Session::open(&places(folder), Interrupt::default()).unwrap();
                session.register_mut().void(&[id], "испорчен").unwrap();
            }
        }
        Event::Move(from, to) => {
            if let Some((id, _)) = path(*from).filter(|_| from != to) {
                let mut session = Session::open(&places(folder), Interrupt::default()).unwrap();
                session.register_mut().move_to(id, NAMES[*to], NAMES[*to]).unwrap();
                let record = session.register().records().find(|record| record.id == id).unwrap();
                model.seen.insert(record.number.as_ref().unwrap().value, NAMES[*to].to_owned());
            }
        }
    }
}

/// Runs the child over the model's letters, killing it after `limit`.
fn run(folder: &Path, model: &Model, limit: Option<Duration>) {
    let letters: Vec<_> = model.texts.iter().map(|(who, text)| format!("{who} {text}")).collect();
    std::fs::write(folder.join("letters"), letters.join("\n")).unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["child", "--exact", "--nocapture", "--quiet", "--test-threads=1"])
        .env(WORKSPACE, folder)
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    if let Some(limit) = limit {
        std::thread::sleep(limit);
        let _ = child.kill();
        child.wait().unwrap();
    } else {
        assert!(child.wait().unwrap().success(), "a whole run failed");
    }
}

/// Every number up to the last is there once, under the key that it was first seen with; every edit is where it was.
fn check(folder: &Path, model: &mut Model) {
    let session = Session::look(&places(folder)).unwrap();
    let register = session.register();
    let mut numbers: Vec<u32> = Vec::new();
    for record in register.records() {
        let Some(number) = &record.number else { continue };
        numbers.push(number.value);
        let first = model.seen.entry(number.value).or_insert_with(|| record.key.clone());
        assert_eq!(*first, record.key, "№ {} went over to another", number.value);
        let content = folder.join("output").join(&record.path);
        if record.state == State::Issued
            && let Ok(text) = std::fs::read_to_string(&content)
            && let Some((_, printed)) = text.split_once('№')
        {
            let is_meant = register.intents().iter().any(|intent| intent.target == record.path);
            assert!(
                is_meant || printed == number.value.to_string() || text.starts_with("правка"),
                "{}: {text}",
                content.display()
            );
        }
    }
    numbers.sort_unstable();
    let last = register.last_number("Письма", "2023").unwrap_or(0);
    assert_eq!(numbers, (1..=last).collect::<Vec<_>>(), "every number once");
    assert!(model.seen.keys().all(|number| *number <= last), "a number was lost");
    for (text, path) in &model.edits {
        assert_eq!(std::fs::read_to_string(path).ok().as_ref(), Some(text), "an edit was lost");
    }
}

/// A whole run over the letters of the workspace in the environment; nothing where there is none.
#[test]
fn child() {
    let Ok(folder) = std::env::var(WORKSPACE) else { return };
    let folder = Path::new(&folder);
    let letters: Vec<(&str, String)> = std::fs::read_to_string(folder.join("letters"))
        .unwrap()
        .lines()
        .filter_map(|line| {
            line.split_once(' ').map(|(who, text)| (NAMES[who.parse::<usize>().unwrap()], text.to_owned()))
        })
        .collect();
    publish(folder, &letters).unwrap();
}

fn publish(folder: &Path, letters: &[(&str, String)]) -> Result<(), PublishError> {
    let paths: Vec<_> = letters.iter().map(|(name, _)| SafePath::new(&["Письма", name], "docx")).collect();
    let series = Series { name: "Письма", period: "2023", format: "{номер}", from: 1 };
    let claims: Vec<_> = letters
        .iter()
        .zip(&paths)
        .map(|((name, text), path)| Claim {
            kind: "letter",
            key: name,
            title: "Письмо",
            recipient: name,
            date: "2023-05-19".parse().unwrap(),
            series: Some(series),
            path,
            input: hash(format!("{name} {text}").as_bytes()),
            template: [0; 32],
        })
        .collect();
    let mut session = Session::open(&places(folder), Interrupt::default())?;
    let mut batch = session.plan(&claims, false)?;
    let staging = session.stage(batch.len())?;
    for (planned, (name, text)) in batch.iter_mut().zip(letters) {
        let number = planned.number.as_ref().map_or("", |number| &number.text);
        let document = format!("{name} {text} №{number}");
        planned.staged = planned.needs_rendering.then(|| staging.stage(document.as_bytes())).transpose()?;
    }
    session.publish(Some(staging), batch, "2023-05-12".parse().unwrap()).map(drop)
}
