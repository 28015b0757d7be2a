//! Opening: a register that exists and is whole, or a new one where nothing of an old one remains.

use super::Register;
use super::copies;
use super::error::RegisterError;
use rusqlite::{Connection, OpenFlags};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

/// The register's mark in a SQLite header («писр»).
const APPLICATION: i64 = 0x7069_7372;
/// The version of its tables.
const VERSION: i64 = 1;

/// Why a register is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To look: nothing is made or copied; a missing register is an empty one.
    Look,
    /// To publish or to change: the caller holds the workspace's lock.
    Change,
}

impl Register {
    /// Opens the register at `path`, checks all of it, and makes it where neither it nor a trace of it exists.
    ///
    /// `documents` are paths of documents that already lie in the output folder: beside them a missing register is
    /// refused.
    pub fn open(path: &Path, access: Access, documents: &[String]) -> Result<Self, RegisterError> {
        let absent = Self::is_absent(path)?;
        let newest = copies::newest(path);
        if absent && (newest.is_some() || !documents.is_empty()) {
            return Err(RegisterError::MissingBesideDocuments {
                path: path.to_owned(),
                documents: documents.iter().take(3).cloned().collect(),
                copy: newest.map(|(_, copy)| copy),
            });
        }
        let connection = match (absent, access) {
            (true, Access::Look) => Connection::open_in_memory(),
            (true, Access::Change) => create(path)?,
            (false, _) => connect(path),
        }
        .map_err(|error| RegisterError::sqlite(path, &error))?;
        let mut register = Self::over(connection, path.to_owned());
        register.prepare(absent)?;
        register.load()?;
        match newest {
            Some((generation, copy)) if generation > register.generation => {
                return Err(RegisterError::OlderThanCopy { path: path.to_owned(), copy });
            }
            Some((generation, _)) if generation == register.generation => {}
            // A run that was killed after its last transaction has left no copy of it.
            _ if access == Access::Change && register.generation > 0 => {
                copies::keep(path, register.generation)?;
            }
            _ => {}
        }
        Ok(register)
    }

    /// Whether there is nothing at `path`, or an empty file, as a killed first run leaves it.
    pub fn is_absent(path: &Path) -> Result<bool, RegisterError> {
        match fs_err::metadata(path) {
            Ok(metadata) => Ok(metadata.len() == 0),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(true),
            Err(error) => Err(RegisterError::io(path, &error)),
        }
    }

    fn over(connection: Connection, path: PathBuf) -> Self {
        Self {
            connection,
            path,
            records: Vec::new(),
            live: HashMap::new(),
            series: BTreeMap::new(),
            earlier: HashSet::new(),
            intents: Vec::new(),
            generation: 0,
        }
    }

    /// Sets the file's habits, and makes the tables of a new one in one transaction.
    fn prepare(&mut self, is_new: bool) -> Result<(), RegisterError> {
        let path = self.path.clone();
        let sqlite = |error: rusqlite::Error| RegisterError::sqlite(&path, &error);
        // A rollback journal keeps the register one file between runs; EXTRA also syncs the folder when a journal goes.
        self.connection
            .execute_batch("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;")
            .map_err(sqlite)?;
        let pragma =
            |name: &str| self.connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i64>(0));
        if is_new {
            let transaction = self.connection.transaction().map_err(sqlite)?;
            transaction.execute_batch(include_str!("schema.sql")).map_err(sqlite)?;
            super::write::set_meta(&transaction, "documents", 0).map_err(sqlite)?;
            super::write::set_meta(&transaction, "generation", 0).map_err(sqlite)?;
            transaction
                .execute_batch(&format!(
                    "PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};"
                ))
                .map_err(sqlite)?;
            return transaction.commit().map_err(sqlite);
        }
        let (application, version) =
            (pragma("application_id").map_err(sqlite)?, pragma("user_version").map_err(sqlite)?);
        if application != APPLICATION || version < 1 {
            return Err(self.damaged(None));
        }
        if version > VERSION {
            return Err(RegisterError::FromLaterVersion { path: self.path.clone() });
        }
        Ok(())
    }
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(path, flags)
}

/// A new file, 0600 whatever the umask; SQLite gives its journal the same.
fn create(path: &Path) -> Result<rusqlite::Result<Connection>, RegisterError> {
    match copies::create_private(path) {
        Ok(_) => {}
        // Empty, as a killed first run leaves it.
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(RegisterError::io(path, &error)),
    }
    Ok(connect(path))
}
