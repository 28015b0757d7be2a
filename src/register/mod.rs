//! The register: every document issued, its number, its path and its hash, in one SQLite file.
//!
//! A number is taken once, in the transaction that makes its document public, and is never given again: the last
//! number of every series is kept apart from the documents, every row is sealed, and ten good copies lie beside the
//! file. A register that is missing beside its documents, damaged, or older than its copy is refused with the way
//! back; numbering never starts anew by itself.

mod amend;
mod assign;
mod check;
mod claim;
mod copies;
mod error;
mod intent;
mod journal;
mod lookup;
pub mod name;
mod open;
mod record;
mod row;
mod signatures;
mod signed;
mod write;

pub use assign::{Assigned, INVENTORY, INVENTORY_KIND};
pub use claim::{Claim, Series};
pub use copies::{create_private, hidden_folder, make_hidden_folder};
pub use error::RegisterError;
pub use intent::Intent;
pub use journal::journal;
pub use name::SafePath;
pub use open::Access;
pub use record::{COMPANION, Content, Hash, Number, Record, Signature, State, hash};
pub use signatures::signatures;
pub use signed::signed;

use rusqlite::Connection;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// An open register: the file, and all of it in memory.
#[derive(Debug)]
pub struct Register {
    connection: Connection,
    path: PathBuf,
    records: Vec<Arc<Record>>,
    live: HashMap<String, HashMap<String, usize>>,
    series: BTreeMap<(String, String), u32>,
    earlier: HashSet<Hash>,
    intents: Vec<Intent>,
    generation: i64,
    written: Option<SystemTime>,
}

impl Register {
    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The count of its changes.
    pub const fn generation(&self) -> i64 {
        self.generation
    }

    /// When its file was last written before it was opened.
    pub const fn written(&self) -> Option<SystemTime> {
        self.written
    }

    /// Every record, in the order of issue.
    pub fn records(&self) -> impl ExactSizeIterator<Item = &Record> + DoubleEndedIterator {
        self.records.iter().map(Arc::as_ref)
    }

    /// The record that speaks for a recipient.
    pub fn find(&self, kind: &str, key: &str) -> Option<&Record> {
        self.live.get(kind)?.get(key).and_then(|place| self.records.get(*place)).map(Arc::as_ref)
    }

    /// What an interrupted run meant to publish.
    pub fn intents(&self) -> &[Intent] {
        &self.intents
    }

    /// Whether pisar has ever published these bytes.
    pub fn is_ours(&self, hash: &Hash) -> bool {
        self.earlier.contains(hash)
    }

    /// The last number that a series has given in a period.
    pub fn last_number(&self, series: &str, period: &str) -> Option<u32> {
        self.series.get(&(series.to_owned(), period.to_owned())).copied()
    }

    /// Puts freshly read records in order for look-ups.
    fn index(&mut self) {
        self.live.clear();
        for (place, record) in self.records.iter().enumerate() {
            if record.state.is_live() {
                self.live.entry(record.kind.clone()).or_default().insert(record.key.clone(), place);
            }
            self.earlier.extend(record.content.map(|content| content.hash));
        }
    }
}
