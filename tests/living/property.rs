//! Random sequences of edits, runs, kills and deletions through the program never lose or repeat a number, nor a person's edit.

use crate::office::{EVENTS, Office};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

const NAMES: [&str; 5] = ["Адамов", "Белов", "Власов", "Гусев", "Елкин"];

/// What happens next in the office.
#[derive(Clone, Debug)]
enum Event {
    Run,
    Due,
    /// A run killed after so many milliseconds.
    Killed(u64),
    Include(usize, bool),
    /// The reason of the thanks is written anew.
    Rewrite(usize),
    /// The name is mended, and its number carried over or not.
    Rename(usize, bool),
    PutOff(bool),
    CallOff(bool),
    Edit(usize),
    DeleteFile(usize),
    DeleteOutput,
    Void(usize),
}

fn event() -> impl Strategy<Value = Event> {
    let who = || 0..NAMES.len();
    prop_oneof![
        3 => Just(Event::Run),
        1 => Just(Event::Due),
        4 => (5u64..120).prop_map(Event::Killed),
        3 => (who(), any::<bool>()).prop_map(|(who, is_in)| Event::Include(who, is_in)),
        2 => who().prop_map(Event::Rewrite),
        2 => (who(), any::<bool>()).prop_map(|(who, is_moved)| Event::Rename(who, is_moved)),
        1 => any::<bool>().prop_map(Event::PutOff),
        1 => any::<bool>().prop_map(Event::CallOff),
        2 => who().prop_map(Event::Edit),
        1 => who().prop_map(Event::DeleteFile),
        1 => Just(Event::DeleteOutput),
        1 => who().prop_map(Event::Void),
    ]
}

struct Mentor {
    name: String,
    reason: usize,
    is_in: bool,
}

/// The office as it should be: the mentors, each number's record, each edit's place.
struct Life {
    office: Office,
    mentors: Vec<Mentor>,
    is_put_off: bool,
    is_off: bool,
    records: BTreeMap<u64, u64>,
    edits: BTreeMap<PathBuf, String>,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 12, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn no_number_is_lost_or_given_twice_whatever_happens(events in prop::collection::vec(event(), 6..14)) {
        let mentors =
            NAMES.iter().enumerate().map(|(at, name)| Mentor { name: format!("{name} Иван Ильич"), reason: 0, is_in: at < 3 });
        let mut life = Life {
            office: Office::new(),
            mentors: mentors.collect(),
            is_put_off: false,
            is_off: false,
            records: BTreeMap::new(),
            edits: BTreeMap::new(),
        };
        for event in &events {
            life.happens(event);
            life.check();
        }
        life.happens(&Event::Run);
        life.check();
        life.is_complete();
    }
}

impl Life {
    fn write(&self) {
        let mut text = String::from("ФИО;Пол;Должность;Организация;За что\n");
        for mentor in self.mentors.iter().filter(|mentor| mentor.is_in) {
            let _ = writeln!(text, "{};м;мастер;АО «Заря»;за уроки {}", mentor.name, mentor.reason);
        }
        self.office.write("Наставники", &text);
        let (day, off) =
            (if self.is_put_off { "02.06.2023" } else { "" }, if self.is_off { "да" } else { "" });
        let row = "26.05.2023;14:00;актовый зал;";
        self.office.write("События", &EVENTS.replace(&format!("{row};"), &format!("{row}{day};{off}")));
    }

    fn run(&self, arguments: &[&str]) {
        let ran = self.office.run(arguments);
        // Without one mentor there is no table: an error of the input, and nothing else.
        let is_empty = self.mentors.iter().all(|mentor| !mentor.is_in);
        assert!(ran.status == 0 || is_empty && ran.status == 1, "{arguments:?}: {}{}", ran.out, ran.err);
    }

    fn records(&self) -> Vec<Value> {
        let all = self.office.json(&["register", "list"]);
        let records = all["records"].as_array().unwrap().iter();
        records.filter(|record| record["kind"] == "thanks").cloned().collect()
    }

    /// The live record of a mentor by the name that he has now.
    fn record(&self, who: usize) -> Option<Value> {
        let is_live = |record: &&Value| record["state"] == "issued" || record["state"] == "reserved";
        let name = self.mentors[who].name.as_str();
        self.records().iter().filter(is_live).find(|record| record["recipient"] == name).cloned()
    }

    fn file(&self, who: usize) -> Option<PathBuf> {
        let path = self.office.path("output").join(self.record(who)?["path"].as_str().unwrap());
        Some(path).filter(|path| path.is_file())
    }

    fn happens(&mut self, event: &Event) {
        match event {
            Event::Run => {
                self.write();
                self.run(&["generate", "thanks"]);
            }
            Event::Due => {
                self.write();
                self.run(&["--today", "2023-05-20", "generate", "thanks", "--due"]);
            }
            Event::Killed(after) => {
                self.write();
                let mut command = Command::new(assert_cmd::cargo::cargo_bin!("pisar"));
                command.arg("-C").arg(self.office.root()).args([
                    "--today",
                    "2023-03-01",
                    "generate",
                    "thanks",
                ]);
                let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
                std::thread::sleep(Duration::from_millis(*after));
                child.kill().unwrap();
                child.wait().unwrap();
            }
            Event::Include(who, is_in) => self.mentors[*who].is_in = *is_in,
            Event::Rewrite(who) => self.mentors[*who].reason += 1,
            Event::Rename(who, is_moved) => {
                let old = self.mentors[*who].name.clone();
                let record = self.record(*who);
                self.mentors[*who].name = old.replacen("в", "ва", 1);
                self.write();
                if let Some(record) = record.filter(|_| *is_moved && self.mentors[*who].is_in && !self.is_off)
                {
                    let id = format!("#{}", record["record"]);
                    self.run(&["register", "move", &id, &self.mentors[*who].name]);
                }
            }
            Event::PutOff(is_put_off) => self.is_put_off = *is_put_off,
            Event::CallOff(is_off) => self.is_off = *is_off,
            Event::Edit(who) => {
                if let Some(path) = self.file(*who) {
                    let text = format!("правка {}", self.edits.len());
                    std::fs::write(&path, &text).unwrap();
                    self.edits.insert(path, text);
                }
            }
            Event::DeleteFile(who) => {
                if let Some(path) = self.file(*who) {
                    std::fs::remove_file(&path).unwrap();
                    self.edits.remove(&path);
                }
            }
            Event::DeleteOutput => {
                let _ = std::fs::remove_dir_all(self.office.path("output"));
                self.edits.clear();
            }
            Event::Void(who) => {
                if let Some(record) = self.record(*who) {
                    self.run(&["register", "void", &format!("#{}", record["record"]), "--note", "испорчен"]);
                }
            }
        }
    }

    /// Every number up to the last is there once and stays with its record; every edit is where it was.
    fn check(&mut self) {
        let mut numbers = BTreeSet::new();
        for record in self.records() {
            let Some(number) = record["number"].as_str() else { continue };
            let number: u64 = number.parse().unwrap();
            assert!(numbers.insert(number), "№ {number} stands twice");
            let id = record["record"].as_u64().unwrap();
            assert_eq!(
                *self.records.entry(number).or_insert(id),
                id,
                "№ {number} went over to another record"
            );
        }
        assert!(self.records.keys().all(|number| numbers.contains(number)), "a number was lost");
        assert_eq!(numbers.last().map_or(0, |last| *last), numbers.len() as u64, "a number was passed over");
        for (path, text) in &self.edits {
            assert_eq!(
                std::fs::read_to_string(path).ok().as_ref(),
                Some(text),
                "an edit was lost: {}",
                path.display()
            );
        }
    }

    /// Whoever is in the sheet has one paper in force, and its file; nobody has where the event is off.
    fn is_complete(&self) {
        for (who, mentor) in self.mentors.iter().enumerate().filter(|(_, mentor)| mentor.is_in) {
            let record = self.record(who);
            assert_eq!(record.is_some(), !self.is_off, "{}: {record:?}", mentor.name);
            assert!(self.is_off || self.file(who).is_some(), "{} has no file", mentor.name);
        }
    }
}
