//! Writing: the two transactions of a publication, each whole or not at all.

use super::check::{meta_seal, series_seal};
use super::error::RegisterError;
use super::intent::Intent;
use super::record::{Record, State};
use super::{Register, copies, row};
use rusqlite::{Connection, TransactionBehavior, params};

impl Register {
    /// Takes the numbers of `fresh` records and writes down what is about to be published, in one transaction.
    ///
    /// A record or an intent whose id is 0 is new: it gets its id here, the intent that of the record with its kind
    /// and key. After this returns, the numbers are taken for ever.
    pub fn intend(&mut self, fresh: Vec<Record>, mut intents: Vec<Intent>) -> Result<(), RegisterError> {
        let first = self.records.last().map_or(1, |record| record.id + 1);
        let fresh: Vec<Record> = (first..).zip(fresh).map(|(id, record)| Record { id, ..record }).collect();
        let ids: std::collections::HashMap<(&str, &str), i64> =
            fresh.iter().map(|record| ((record.kind.as_str(), record.key.as_str()), record.id)).collect();
        for intent in &mut intents {
            if intent.after.id == 0 {
                intent.after.id =
                    ids.get(&(intent.after.kind.as_str(), intent.after.key.as_str())).copied().unwrap_or(0);
            }
        }
        let count = i64::try_from(self.records.len() + fresh.len()).unwrap_or(i64::MAX);
        let mut series = self.series.clone();
        for number in fresh.iter().filter_map(|record| record.number.as_ref()) {
            let last = series.entry((number.series.clone(), number.period.clone())).or_default();
            *last = number.value.max(*last);
        }
        // An existing record may take its first number too: its kind has become numbered.
        for number in intents.iter().filter_map(|intent| intent.after.number.as_ref()) {
            let last = series.entry((number.series.clone(), number.period.clone())).or_default();
            *last = number.value.max(*last);
        }
        let changed: Vec<_> =
            series.iter().filter(|(key, last)| self.series.get(*key) != Some(last)).collect();
        transact(&mut self.connection, &self.path, |connection| {
            let columns = row::placeholders(row::COLUMN_COUNT);
            let mut insert =
                connection.prepare(&format!("INSERT INTO document ({}) VALUES ({columns})", row::COLUMNS))?;
            for record in &fresh {
                row::bind(&mut insert, record)?;
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
        self.records.extend(fresh);
        self.intents = intents;
        self.index();
        Ok(())
    }

    /// Records what has been done: `changed` records as they now are, no intent left, and a good copy of it all.
    pub fn confirm(&mut self, changed: Vec<Record>) -> Result<(), RegisterError> {
        if changed.is_empty() && self.intents.is_empty() {
            return Ok(());
        }
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
        for record in changed {
            if let Some(slot) = known.get(&record.id).and_then(|place| self.records.get_mut(*place)) {
                *slot = record;
            }
        }
        self.index();
        copies::keep(&self.path, self.generation)
    }

    /// Cancels a document's number: the record stays, marked; its recipient's next paper gets a number of its own.
    pub fn void(&mut self, id: i64, note: &str) -> Result<(), RegisterError> {
        let record = self.by_id(id)?;
        self.confirm(vec![Record { state: State::Voided, note: Some(note.to_owned()), ..record }])
    }

    pub(super) fn by_id(&self, id: i64) -> Result<Record, RegisterError> {
        self.records
            .iter()
            .find(|record| record.id == id)
            .cloned()
            .ok_or_else(|| RegisterError::NoSuchRecord { wanted: id.to_string(), nearest: None })
    }
}

/// Runs `write` in a transaction of its own: all of it, or nothing.
fn transact(
    connection: &mut Connection,
    path: &std::path::Path,
    write: impl FnOnce(&Connection) -> rusqlite::Result<()>,
) -> Result<(), RegisterError> {
    let run = || -> rusqlite::Result<()> {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        write(&transaction)?;
        transaction.commit()
    };
    run().map_err(|error| RegisterError::sqlite(path, &error))
}

pub(super) fn set_meta(connection: &Connection, name: &str, value: i64) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO meta (name, value, seal) VALUES (?1, ?2, ?3) ON CONFLICT (name) DO UPDATE SET value = ?2, seal = ?3",
        params![name, value, meta_seal(name, value)],
    )?;
    Ok(())
}
