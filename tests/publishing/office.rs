//! A made-up office: a workspace, letters, and a run over them.

use chrono::NaiveDate;
use pisar::output::{Interrupt, Places, PublishError, Report, Session};
use pisar::register::{Claim, SafePath, Series, hash};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A workspace whose documents are their recipient's text and number.
pub struct Office {
    pub folder: TempDir,
    pub force: bool,
    pub fails: Vec<&'static str>,
}

impl Office {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), force: false, fails: Vec::new() }
    }

    pub fn places(&self) -> Places {
        Places {
            register: self.folder.path().join("register.sqlite"),
            output: self.folder.path().join("output"),
        }
    }

    pub fn file(&self, path: &str) -> PathBuf {
        self.folder.path().join("output").join(path)
    }

    pub fn text(&self, path: &str) -> String {
        std::fs::read_to_string(self.file(path)).unwrap_or_default()
    }

    /// Issues a letter to each (recipient, text), rendering only what the plan asks for.
    pub fn run(&self, letters: &[(&str, &str)]) -> Result<Report, PublishError> {
        let folder = "Письма";
        let paths: Vec<_> = letters.iter().map(|(name, _)| SafePath::new(&[folder, name], "docx")).collect();
        self.run_at(letters, &paths, Interrupt::default())
    }

    pub fn run_at(
        &self,
        letters: &[(&str, &str)],
        paths: &[SafePath],
        interrupt: Interrupt,
    ) -> Result<Report, PublishError> {
        let claims: Vec<_> =
            letters.iter().zip(paths).map(|((name, text), path)| claim(name, text, path)).collect();
        let mut session = Session::open(&self.places(), interrupt)?;
        let mut batch = session.plan(&claims, self.force)?;
        let staging = session.stage(batch.len())?;
        for planned in &mut batch {
            let number = planned.number.as_ref().map_or("", |number| &number.text);
            let text = letters
                .iter()
                .find(|(name, _)| *name == planned.claim.recipient)
                .map_or("", |(_, text)| text);
            planned.staged = (planned.needs_rendering && !self.fails.contains(&planned.claim.recipient))
                .then(|| staging.stage(format!("{text} {number}").as_bytes()))
                .transpose()?;
        }
        session.publish(Some(staging), batch, day("2023-05-12"))
    }
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn claim<'a>(name: &'a str, text: &'a str, path: &'a SafePath) -> Claim<'a> {
    Claim {
        kind: "thanks",
        key: name,
        title: "Благодарственное письмо",
        recipient: name,
        date: day("2023-05-19"),
        series: Some(Series {
            name: "Благодарность", period: "2023", format: "№ 01-12/{номер}", from: 1
        }),
        path,
        input: hash(text.as_bytes()),
        template: [7; 32],
    }
}

/// Each document as «path number outcome».
pub fn lines(report: &Report) -> Vec<String> {
    report
        .documents
        .iter()
        .map(|d| format!("{} {} {}", d.path, d.number.as_deref().unwrap_or("б/н"), d.outcome.name()))
        .collect()
}

pub fn codes(report: &Report) -> Vec<&'static str> {
    report.findings.iter().map(|finding| finding.code.name()).collect()
}

/// Every file under a folder with its bytes and time of change, the lock apart.
pub fn tree(folder: &Path) -> Vec<(PathBuf, Vec<u8>, std::time::SystemTime)> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else if entry.file_name() != "lock" {
                let modified = entry.metadata().unwrap().modified().unwrap();
                files.push((entry.path(), std::fs::read(entry.path()).unwrap(), modified));
            }
        }
    }
    files.sort();
    files
}
