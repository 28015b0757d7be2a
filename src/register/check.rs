//! Reading all of the register and checking it: structure, seals, counts, and that no series has lost its last number.

use super::error::RegisterError;
use super::record::Seal;
use super::{Register, copies, row};
use std::sync::Arc;

impl Register {
    /// Reads every row into memory; the first one that is not as pisar wrote it is an error with its number.
    pub(super) fn load(&mut self) -> Result<(), RegisterError> {
        let path = self.path.clone();
        let sqlite = |error: rusqlite::Error| RegisterError::sqlite(&path, &error);
        let sound: String =
            self.connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).map_err(sqlite)?;
        if sound != "ok" {
            return Err(self.damaged(None));
        }
        self.load_rows().map_err(sqlite)?.map_err(|record| self.damaged(record))?;
        self.index();
        Ok(())
    }

    /// The inner error is the damaged record's number, where one can be told.
    fn load_rows(&mut self) -> rusqlite::Result<Result<(), Option<i64>>> {
        let connection = &self.connection;
        let (mut records, mut intents) = (Vec::new(), Vec::new());
        let mut statement =
            connection.prepare(&format!("SELECT {} FROM document ORDER BY id", row::COLUMNS))?;
        let mut rows = statement.query([])?;
        while let Some(found) = rows.next()? {
            let Ok(Some(record)) = row::record(found) else { return Ok(Err(found.get("id").ok())) };
            records.push(Arc::new(record));
        }
        let columns = format!("{}, {}", row::COLUMNS, row::INTENT_COLUMNS);
        let mut statement = connection.prepare(&format!("SELECT {columns} FROM intent ORDER BY id"))?;
        let mut rows = statement.query([])?;
        while let Some(found) = rows.next()? {
            let Ok(Some(intent)) = row::intent(found) else { return Ok(Err(found.get("id").ok())) };
            intents.push(intent);
        }
        let mut statement = connection.prepare("SELECT hash FROM edition")?;
        let earlier = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        let mut statement = connection.prepare("SELECT name, period, last, seal FROM series")?;
        let mut rows = statement.query([])?;
        let mut series = std::collections::BTreeMap::new();
        while let Some(found) = rows.next()? {
            let (name, period, last): (String, String, u32) = (found.get(0)?, found.get(1)?, found.get(2)?);
            if series_seal(&name, &period, last) != found.get::<_, Vec<u8>>(3)? {
                return Ok(Err(None));
            }
            series.insert((name, period), last);
        }
        let (Some(documents), Some(generation)) =
            (meta(connection, "documents")?, meta(connection, "generation")?)
        else {
            return Ok(Err(None));
        };
        let outgrown = records.iter().find(|record| {
            let last =
                record.number.as_ref().map(|n| (n.value, series.get(&(n.series.clone(), n.period.clone()))));
            last.is_some_and(|(value, last)| last.is_none_or(|last| value > *last))
        });
        if let Some(record) = outgrown {
            return Ok(Err(Some(record.id)));
        }
        if usize::try_from(documents) != Ok(records.len()) {
            return Ok(Err(None));
        }
        (self.records, self.intents, self.earlier) = (records, intents, earlier);
        (self.series, self.generation) = (series, generation);
        Ok(Ok(()))
    }

    pub(super) fn damaged(&self, record: Option<i64>) -> RegisterError {
        let copy = copies::newest(&self.path).map(|(_, copy)| copy);
        RegisterError::Damaged { path: self.path.clone(), record, copy }
    }
}

/// A sealed whole number of the register; `None` where it is missing or its seal is broken.
fn meta(connection: &rusqlite::Connection, name: &str) -> rusqlite::Result<Option<i64>> {
    let mut statement = connection.prepare("SELECT value, seal FROM meta WHERE name = ?1")?;
    let mut rows = statement.query([name])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let value = row.get(0)?;
    Ok(Some(value).filter(|value| row.get::<_, Vec<u8>>(1).is_ok_and(|seal| seal == meta_seal(name, *value))))
}

pub(super) fn meta_seal(name: &str, value: i64) -> Vec<u8> {
    let mut seal = Seal::new();
    seal.text(name).integer(value);
    seal.done()
}

pub(super) fn series_seal(name: &str, period: &str, last: u32) -> Vec<u8> {
    let mut seal = Seal::new();
    seal.text(name).text(period).integer(last.into());
    seal.done()
}
