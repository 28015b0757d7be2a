//! The plan: which documents must be rendered, and which can be left as they are, told before anything is rendered.

use super::error::PublishError;
use super::found::{self, Found};
use super::staging::Staged;
use crate::register::{Claim, Number, Record, Register, SafePath};
use std::path::Path;

/// What becomes of a document. Names as in `generate --format json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Made where there was none.
    New,
    /// Made in place of an older edition.
    Updated,
    /// Left: it is as it should be.
    Unchanged,
    /// Left: a person has edited it; a fresh edition that differs lies beside it.
    KeptEdited,
    /// Not made: an error stopped it.
    Stopped,
}

impl Outcome {
    /// The outcome's name in machine-readable output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Updated => "updated",
            Self::Unchanged => "unchanged",
            Self::KeptEdited => "kept_edited",
            Self::Stopped => "stopped",
        }
    }
}

/// One claim, with what it gets and what must be done for it.
#[derive(Clone, Debug)]
pub struct Planned<'a> {
    /// What was asked for.
    pub claim: &'a Claim<'a>,
    /// The number that it has or would take.
    pub number: Option<Number>,
    /// Its path under the output folder.
    pub path: SafePath,
    /// Whether its bytes are wanted.
    pub needs_rendering: bool,
    /// Its bytes, once they wait to be published.
    pub staged: Option<Staged>,
    /// What will become of it, if it renders.
    pub outcome: Outcome,
    /// An earlier claim asks for the same document.
    pub is_repeated: bool,
    pub(super) touched: Option<i64>,
    pub(super) replaces_edited: bool,
}

impl Planned<'_> {
    /// The record that already speaks for its recipient.
    pub(super) fn record<'r>(&self, register: &'r Register) -> Option<&'r Record> {
        register.find(self.claim.kind, self.claim.key)
    }
}

/// Plans `claims` against the register and the files under `output`. Nothing is written.
pub(super) fn plan<'a>(
    register: &Register,
    output: &Path,
    claims: &'a [Claim<'a>],
    force: bool,
) -> Result<Vec<Planned<'a>>, PublishError> {
    let assigned = register.assign(claims);
    let mut planned = Vec::with_capacity(claims.len());
    for (claim, assigned) in claims.iter().zip(assigned) {
        let record = assigned.record;
        let (path, number, is_repeated) = (assigned.path, assigned.number, assigned.is_repeated);
        let (mut needs_rendering, mut outcome, mut touched) = (false, Outcome::Stopped, None);
        let mut replaces_edited = false;
        if !is_repeated {
            let content = record.and_then(|record| record.content.as_ref());
            let found = found::at(register, output, &path, content)?;
            let has_moved = record.is_some_and(|record| has_moved(record, &path));
            let lacks_number = number.is_some() && record.is_some_and(|record| record.number.is_none());
            let is_same =
                content.is_some_and(|content| content.input == claim.input) && !has_moved && !lacks_number;
            (needs_rendering, outcome) = match found {
                Found::Current { .. } if is_same => (false, Outcome::Unchanged),
                Found::Edited if is_same && !force => (false, Outcome::KeptEdited),
                Found::Edited if !force => (true, Outcome::KeptEdited),
                Found::Missing if !has_moved => (true, Outcome::New),
                _ => (true, Outcome::Updated),
            };
            replaces_edited = found == Found::Edited && force;
            if let (Found::Current { modified }, Some(content)) = (found, content) {
                touched = Some(modified).filter(|modified| *modified != content.modified);
            }
        }
        planned.push(Planned {
            claim,
            number,
            path,
            needs_rendering,
            staged: None,
            outcome,
            is_repeated,
            touched,
            replaces_edited,
        });
    }
    Ok(planned)
}

/// Whether a published document goes to another path than it lies at.
pub(super) fn has_moved(record: &Record, path: &SafePath) -> bool {
    record.content.is_some() && record.path != path.as_str()
}
