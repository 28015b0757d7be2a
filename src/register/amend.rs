//! Amending by hand: a number cancelled, carried over to another recipient, or a signed paper entered.

use super::Register;
use super::error::RegisterError;
use super::record::{Record, Signature, State};
use std::sync::Arc;

impl Register {
    /// Cancels documents: each record stays, marked with `note`; its recipient's next paper gets a number of its own.
    pub fn void(&mut self, ids: &[i64], note: &str) -> Result<(), RegisterError> {
        let voided = |record: Record| Record { state: State::Voided, note: Some(note.to_owned()), ..record };
        let mut records = Vec::new();
        for id in ids {
            let record = self.by_id(*id)?;
            records.extend(self.companions(&record).map(voided));
            records.push(voided(record));
        }
        self.confirm(records.into_iter().map(Arc::new).collect())
    }

    /// The live files that were made out of a document.
    fn companions(&self, document: &Record) -> impl Iterator<Item = Record> {
        let made = |record: &&Record| record.state.is_live() && record.is_companion_of(document);
        self.records().filter(made).cloned()
    }

    /// Carries a document over to the recipient `key`: its number, its signed paper and its history follow.
    ///
    /// A paper that the recipient has got meanwhile under a number of its own is superseded: kept, marked.
    pub fn move_to(&mut self, id: i64, key: &str, recipient: &str) -> Result<(), RegisterError> {
        let moved = self.by_id(id)?;
        let mut changed = Vec::new();
        if let Some(other) = self.find(&moved.kind, key).filter(|other| other.id != id) {
            let note = Some(format!("заменено записью {id}"));
            changed.push(Record { state: State::Superseded, note, ..other.clone() });
        }
        let carried =
            |record: Record| Record { key: key.to_owned(), recipient: recipient.to_owned(), ..record };
        changed.extend(
            self.companions(&moved).filter(|record| self.find(&record.kind, key).is_none()).map(carried),
        );
        changed.push(carried(moved));
        self.confirm(changed.into_iter().map(Arc::new).collect())
    }

    /// Enters when and under which numbers papers were signed. Returns how many entries were new.
    pub fn sign(&mut self, signed: Vec<(i64, Signature)>) -> Result<usize, RegisterError> {
        let mut changed = Vec::new();
        for (id, signature) in signed {
            let record = self.by_id(id)?;
            if record.signed.as_ref() != Some(&signature) {
                changed.push(Record { signed: Some(signature), ..record });
            }
        }
        let count = changed.len();
        self.confirm(changed.into_iter().map(Arc::new).collect())?;
        Ok(count)
    }

    pub(super) fn by_id(&self, id: i64) -> Result<Record, RegisterError> {
        self.records()
            .find(|record| record.id == id)
            .cloned()
            .ok_or_else(|| RegisterError::NoSuchRecord { wanted: id.to_string(), nearest: None })
    }
}
