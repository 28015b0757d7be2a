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
            (true, Access::Look) => in_memory(path),
            (true, Access::Change) => create(path).and_then(|()| connect(path)),
            (false, _) => connect(path),
        }?;
        let mut register = Self::over(connection, path.to_owned());
        register.written = fs_err::metadata(path).and_then(|metadata| metadata.modified()).ok();
        register.prepare()?;
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
            written: None,
        }
    }

    /// Refuses a file that is no register of ours or of a later version.
    fn prepare(&mut self) -> Result<(), RegisterError> {
        let pragma =
            |name: &str| self.connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i64>(0));
        let read =
            pragma("application_id").and_then(|application| Ok((application, pragma("user_version")?)));
        match read.map_err(|error| RegisterError::sqlite(&self.path, &error))? {
            (APPLICATION, VERSION) => Ok(()),
            (APPLICATION, version) if version > VERSION => {
                Err(RegisterError::FromLaterVersion { path: self.path.clone() })
            }
            _ => Err(self.damaged(None)),
        }
    }
}

/// Opens the file with the habits of the register.
///
/// A rollback journal keeps it one file between runs; EXTRA also syncs the folder when a journal goes.
fn connect(path: &Path) -> Result<Connection, RegisterError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open = || {
        let connection = Connection::open_with_flags(path, flags)?;
        connection.execute_batch(
            "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA temp_store = MEMORY;",
        )?;
        Ok(connection)
    };
    open().map_err(|error| RegisterError::sqlite(path, &error))
}

/// An empty register for a look where there is none.
fn in_memory(path: &Path) -> Result<Connection, RegisterError> {
    let open = || {
        let connection = Connection::open_in_memory()?;
        make_tables(&connection)?;
        Ok(connection)
    };
    open().map_err(|error| RegisterError::sqlite(path, &error))
}

/// A new register, 0600 whatever the umask, made under another name and renamed: there is all of it or none.
fn create(path: &Path) -> Result<(), RegisterError> {
    let folder = copies::make_hidden_folder(path).map_err(|error| RegisterError::io(path, &error))?;
    let unfinished = folder.join("new.sqlite");
    let io = |error: std::io::Error| RegisterError::io(path, &error);
    for left in ["new.sqlite", "new.sqlite-journal"] {
        match fs_err::remove_file(folder.join(left)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(io(error)),
            _ => {}
        }
    }
    copies::create_private(&unfinished).map_err(io)?;
    let make = |connection: Connection| {
        make_tables(&connection)?;
        connection.close().map_err(|(_, error)| error)
    };
    make(connect(&unfinished)?).map_err(|error| RegisterError::sqlite(path, &error))?;
    fs_err::rename(&unfinished, path).map_err(io)?;
    copies::sync_parent(path).map_err(io)
}

fn make_tables(connection: &Connection) -> rusqlite::Result<()> {
    // A batch's intents leave no hole in the file, nor in its ten copies.
    connection.execute_batch("PRAGMA auto_vacuum = FULL")?;
    let transaction = connection.unchecked_transaction()?;
    transaction.execute_batch(include_str!("schema.sql"))?;
    super::write::set_meta(&transaction, "documents", 0)?;
    super::write::set_meta(&transaction, "generation", 0)?;
    transaction
        .execute_batch(&format!("PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};"))?;
    transaction.commit()
}
