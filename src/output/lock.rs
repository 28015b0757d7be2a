//! The lock: one run at a time on a workspace, held by the system, so that a dead process holds nothing.

use super::error::PublishError;
use crate::register::{hidden_folder, make_hidden_folder};
use chrono::{DateTime, Local};
use std::fs::{File, TryLockError};
use std::io::{ErrorKind, Read as _, Seek as _, Write as _};
use std::path::Path;

/// A held lock; dropping it lets the next run in.
#[derive(Debug)]
pub struct Lock(File);

impl Lock {
    /// Takes the lock of the workspace that `register` belongs to.
    pub fn take(register: &Path) -> Result<Self, PublishError> {
        let path = hidden_folder(register).join("lock");
        let failed = |error: &std::io::Error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => PublishError::OutputUnusable {
                path: register.parent().unwrap_or(register).to_owned(),
                reason: error.to_string(),
            },
            _ => PublishError::io(&path, error),
        };
        make_hidden_folder(register).map_err(|error| failed(&error))?;
        let mut options = std::fs::OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        let mut file = options.open(&path).map_err(|error| failed(&error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(held(&mut file)),
            Err(TryLockError::Error(error)) => return Err(failed(&error)),
        }
        // A folder that does not take the process's number takes no document either.
        file.set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| write!(file, "{}", std::process::id()))
            .map_err(|error| failed(&error))?;
        Ok(Self(file))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing the file lets go of it in any case.
        let _ = self.0.unlock();
    }
}

fn held(file: &mut File) -> PublishError {
    let mut process = String::new();
    let _ = file.read_to_string(&mut process);
    let since = file.metadata().and_then(|metadata| metadata.modified()).map_or_else(
        |_| "?".to_owned(),
        |time| DateTime::<Local>::from(time).format("%d.%m.%Y %H:%M:%S").to_string(),
    );
    let process = if process.trim().is_empty() { "?".to_owned() } else { process.trim().to_owned() };
    PublishError::Held { process, since }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_run_is_told_who_holds_the_workspace_and_a_dropped_lock_holds_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let register = folder.path().join("register.sqlite");
        let lock = Lock::take(&register).unwrap();
        let Err(PublishError::Held { process, since }) = Lock::take(&register) else { panic!("taken twice") };
        assert_eq!(process, std::process::id().to_string());
        assert_eq!(since.len(), "24.11.2026 20:00:00".len());
        drop(lock);
        assert!(Lock::take(&register).is_ok());
    }
}
