//! A quick look at the papers that a person has signed, without reading the rest of the register.

use super::record::Record;
use super::row;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// The issued papers whose signature has been entered, in the order of issue. A register that is absent or cannot be read has none: it
/// is told where the register is opened.
pub fn signed(path: &Path) -> Vec<Record> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let read = || -> rusqlite::Result<Vec<Record>> {
        let connection = Connection::open_with_flags(path, flags)?;
        let columns = row::COLUMNS;
        let mut statement = connection.prepare(&format!(
            "SELECT {columns} FROM document WHERE is_signed AND state = 'issued' ORDER BY id"
        ))?;
        let mut rows = statement.query([])?;
        let mut records = Vec::new();
        while let Some(found) = rows.next()? {
            records.extend(row::record(found)?.filter(|record| !record.is_companion()));
        }
        Ok(records)
    };
    read().unwrap_or_default()
}
