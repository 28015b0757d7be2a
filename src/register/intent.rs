//! Intents: what a run means to publish, written down before the first file is renamed.

use super::record::{Record, Seal};
use std::sync::Arc;

/// One document that is about to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intent {
    /// The record as it will be once the file is in its place.
    pub after: Arc<Record>,
    /// The file's name in the staging folder.
    pub staged: String,
    /// Where it goes: the record's path, or beside it where a person has edited that.
    pub target: String,
    /// The path that the document had before and leaves.
    pub obsolete: Option<String>,
    /// A person has edited the file that goes; it is kept as a copy first (`--force`).
    pub replaces_edited: bool,
}

impl Intent {
    pub(super) fn seal(&self) -> Vec<u8> {
        let mut seal = Seal::new();
        seal.bytes(&self.after.seal()).text(&self.staged).text(&self.target);
        seal.text(self.obsolete.as_deref().unwrap_or("\0")).integer(self.replaces_edited.into());
        seal.done()
    }
}
