//! A session: one run's hold on a workspace, from the lock to the published batch.

use super::error::PublishError;
use super::interrupt::Interrupt;
use super::lock::Lock;
use super::plan::{Planned, plan};
use super::publish::{Report, publish};
use super::staging::{self, Staging};
use super::{recovery, verify};
use crate::register::{Access, Claim, Register};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// Where a workspace keeps its register and its documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// The register's file.
    pub register: PathBuf,
    /// The output folder.
    pub output: PathBuf,
}

/// One run's hold on a workspace.
#[derive(Debug)]
pub struct Session {
    register: Register,
    output: PathBuf,
    interrupt: Interrupt,
    finished: usize,
    // Last: the register is closed before another run may open it.
    _lock: Option<Lock>,
}

impl Session {
    /// Takes the workspace: locks it, opens the register, finishes what an interrupted run meant to publish.
    pub fn open(places: &Places, interrupt: Interrupt) -> Result<Self, PublishError> {
        interrupt.writes();
        let lock = Lock::take(&places.register)?;
        make_output(&places.output)?;
        let documents = left_documents(places)?;
        let mut register = Register::open(&places.register, Access::Change, &documents)?;
        let finished = recovery::finish_interrupted(&mut register, &places.output)?;
        staging::clear(&places.output)?;
        Ok(Self { register, output: places.output.clone(), interrupt, finished, _lock: Some(lock) })
    }

    /// Looks at a workspace for a dry run: takes no lock, writes nothing.
    pub fn look(places: &Places) -> Result<Self, PublishError> {
        let documents = left_documents(places)?;
        let register = Register::open(&places.register, Access::Look, &documents)?;
        let (output, interrupt) = (places.output.clone(), Interrupt::default());
        Ok(Self { register, output, interrupt, finished: 0, _lock: None })
    }

    /// The register.
    pub const fn register(&self) -> &Register {
        &self.register
    }

    /// The register, to void, to move, to sign.
    pub const fn register_mut(&mut self) -> &mut Register {
        &mut self.register
    }

    /// The output folder.
    pub fn output(&self) -> &Path {
        &self.output
    }

    /// How many documents of an interrupted run were finished on opening.
    pub const fn finished(&self) -> usize {
        self.finished
    }

    /// What each claim gets and whether it must be rendered; `force` replaces edited files too.
    pub fn plan<'a>(&self, claims: &'a [Claim<'a>], force: bool) -> Result<Vec<Planned<'a>>, PublishError> {
        plan(&self.register, &self.output, claims, force)
    }

    /// A staging folder for `total` documents.
    pub fn stage(&self, total: usize) -> Result<Staging, PublishError> {
        Staging::begin(&self.output, total, self.interrupt.clone())
    }

    /// Publishes a planned batch: each document with its staged bytes; one that needs rendering and has none is stopped.
    pub fn publish(
        &mut self,
        staging: Option<Staging>,
        batch: Vec<Planned<'_>>,
        today: NaiveDate,
    ) -> Result<Report, PublishError> {
        self.interrupt.check(0, batch.len())?;
        publish(&mut self.register, &self.output, staging, &self.interrupt, batch, today)
    }
}

/// The documents that lie beside a missing register.
fn left_documents(places: &Places) -> Result<Vec<String>, PublishError> {
    if Register::is_absent(&places.register)? && places.output.is_dir() {
        return verify::documents(&places.output);
    }
    Ok(Vec::new())
}

/// Makes the output folder in a folder that exists.
fn make_output(output: &Path) -> Result<(), PublishError> {
    let unusable = |reason: String| PublishError::OutputUnusable { path: output.to_owned(), reason };
    match std::fs::metadata(output) {
        Ok(metadata) if metadata.is_dir() => Ok(()),
        Ok(_) => Err(unusable("это не папка".to_owned())),
        Err(_) => match std::fs::create_dir(output) {
            Err(error)
                if matches!(
                    error.kind(),
                    std::io::ErrorKind::NotFound
                        | std::io::ErrorKind::NotADirectory
                        | std::io::ErrorKind::AlreadyExists
                ) =>
            {
                Err(unusable(error.to_string()))
            }
            Err(error) => Err(PublishError::io(output, &error)),
            Ok(()) => Ok(()),
        },
    }
}
