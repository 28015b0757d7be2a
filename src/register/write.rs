//! Writing: the two transactions of a publication, each whole or not at all.

use super::check::{meta_seal, series_seal};
use super::error::RegisterError;
use super::intent::Intent;
use super::record::Record;
use super::{Register, copies, row};
use rusqlite::{Connection, TransactionBehavior, params};
use std::path::Path;
use std::sync::Arc;

impl Register {
    /// Takes numbers and writes down what is about to be published, in one transaction.
    ///
    /// An intent whose record's id is 0 is of a new document: it gets its id here, and a record that reserves its
    /// number. `passed_over` are records that only reserve theirs. After this returns, the numbers are taken for ever.
    pub fn intend(
        &mut self,
        mut passed_over: Vec<Arc<Record>>,
        mut intents: Vec<Intent>,
    ) -> Result<(), RegisterError> {
        let first = self.records.last().map_or(1, |record| record.id + 1);
        let new = intents.iter_mut().map(|intent| &mut intent.after).filter(|after| after.id == 0);
        let mut next = first;
        for record in new.chain(&mut passed_over) {
            Arc::make_mut(record).id = next;
            next += 1;
        }
        let count = i64::try_from(self.records.len()).unwrap_or(i64::MAX).saturating_add(next - first);
        let mut series = self.series.clone();
        let records = || intents.iter().map(|intent| &intent.after).chain(&passed_over);
        for number in records().filter_map(|record| record.number.as_ref()) {
            let last = series.entry((number.series.clone(), number.period.clone())).or_default();
            *last = number.value.max(*last);
        }
        let changed: Vec<_> =
            series.iter().filter(|(key, last)| self.series.get(*key) != Some(last)).collect();
        transact(&mut self.connection, &self.path, |connection| {
            let columns = row::placeholders(row::COLUMN_COUNT);
            let mut insert =
                connection.prepare(&format!("INSERT INTO document ({}) VALUES ({columns})", row::COLUMNS))?;
            for record in records().filter(|record| record.id >= first) {
                row::bind(&mut insert, &record.reserved())?;
                insert.raw_execute()?;
            }
            for ((name, period), last) in changed {
                connection.execute(
                    "INSERT INTO series (name, period, last, seal) VALUES (?1, ?2, ?3, ?4) \
                     ON CONFLICT (name, period) DO UPDATE SET last = ?3, seal = ?4",
                    params![name, period, last, series_seal(name, period, *last)],
                )?;
            }
            let columns = row::placeholders(row::COLUMN_COUNT + 5);
            let mut insert = connection.prepare(&format!(
                "INSERT INTO intent ({}, {}) VALUES ({columns})",
                row::COLUMNS,
                row::INTENT_COLUMNS
            ))?;
            for intent in &intents {
                row::bind_intent(&mut insert, intent)?;
                insert.raw_execute()?;
            }
            set_meta(connection, "documents", count)?;
            set_meta(connection, "generation", self.generation + 1)
        })?;
        self.generation += 1;
        self.series = series;
        self.records.extend(passed_over);
        self.intents = intents;
        self.index();
        Ok(())
    }

    /// The intents, taken out to be finished; the file keeps them until [`Self::confirm_intents`].
    pub fn take_intents(&mut self) -> Vec<Intent> {
        std::mem::take(&mut self.intents)
    }

    /// Records `changed` records as they now are, and keeps a good copy; nothing where nothing has changed.
    pub fn confirm(&mut self, changed: Vec<Arc<Record>>) -> Result<(), RegisterError> {
        if changed.is_empty() { Ok(()) } else { self.confirm_intents(changed) }
    }

    /// Records what has been done: `changed` records as they now are, no intent left, and a good copy of it all.
    pub fn confirm_intents(&mut self, changed: Vec<Arc<Record>>) -> Result<(), RegisterError> {
        let known: std::collections::HashMap<i64, usize> =
            self.records.iter().enumerate().map(|(place, record)| (record.id, place)).collect();
        let before = |record: &Record| known.get(&record.id).and_then(|place| self.records.get(*place));
        transact(&mut self.connection, &self.path, |connection| {
            let mut update =
                connection.prepare(&format!("UPDATE document SET {} WHERE id = ?1", row::assignments()))?;
            let mut earlier =
                connection.prepare("INSERT OR IGNORE INTO edition (hash, document) VALUES (?1, ?2)")?;
            for record in &changed {
                row::bind(&mut update, record)?;
                update.raw_execute()?;
                let old = before(record).and_then(|old| old.content).map(|content| content.hash);
                if let Some(hash) = old.filter(|hash| record.content.is_none_or(|new| new.hash != *hash)) {
                    earlier.execute(params![hash, record.id])?;
                }
            }
            connection.execute("DELETE FROM intent", [])?;
            set_meta(connection, "generation", self.generation + 1)
        })?;
        self.generation += 1;
        self.intents.clear();
        self.records.reserve_exact(changed.iter().filter(|record| !known.contains_key(&record.id)).count());
        for record in changed {
            match known.get(&record.id).and_then(|place| self.records.get_mut(*place)) {
                Some(slot) => *slot = record,
                None => self.records.push(record),
            }
        }
        self.records.sort_by_key(|record| record.id);
        self.index();
        copies::keep(&self.path, self.generation)
    }
}

/// Runs `write` in a transaction of its own: all of it, or nothing.
fn transact(
    connection: &mut Connection,
    path: &Path,
    write: impl FnOnce(&Connection) -> rusqlite::Result<()>,
) -> Result<(), RegisterError> {
    let sqlite = |error: rusqlite::Error| RegisterError::sqlite(path, &error);
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(sqlite)?;
    write(&transaction).map_err(sqlite)?;
    // SQLite syncs the journal's name too, but swallows the error: without that name a power cut could tear the file.
    copies::sync_parent(path).map_err(|error| RegisterError::io(path, &error))?;
    transaction.commit().map_err(sqlite)
}

pub(super) fn set_meta(connection: &Connection, name: &str, value: i64) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO meta (name, value, seal) VALUES (?1, ?2, ?3) ON CONFLICT (name) DO UPDATE SET value = ?2, seal = ?3",
        params![name, value, meta_seal(name, value)],
    )?;
    Ok(())
}
