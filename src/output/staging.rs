//! Staging: new files wait in a hidden folder of the output folder, the owner's alone, until all of them are on the disk.

use super::error::PublishError;
use super::found::modified;
use super::interrupt::Interrupt;
use crate::register::{Hash, hash};
use std::fs::File;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

/// The folder's name; it lies in the output folder, so that a rename never crosses disks.
pub(super) const FOLDER: &str = ".pisar-staging";

/// Up to this many files are synced one by one; more share one barrier over the file system.
const SYNCED_EACH: usize = 32;

/// A staging folder, open for documents from any thread.
#[derive(Debug)]
pub struct Staging {
    folder: PathBuf,
    /// Open from before the first write: a sync through it tells of every write that has failed since.
    #[cfg(target_os = "linux")]
    handle: File,
    total: usize,
    ready: AtomicUsize,
    bytes: AtomicU64,
    interrupt: Interrupt,
    is_kept: bool,
}

/// A document that waits to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staged {
    /// Its name in the staging folder.
    pub(super) name: String,
    /// The hash of its bytes.
    pub(super) hash: Hash,
    /// Its length in bytes.
    pub(super) size: u64,
    /// Its time of change.
    pub(super) modified: i64,
}

impl Staged {
    /// The hash of its bytes.
    pub const fn hash(&self) -> Hash {
        self.hash
    }
}

impl Staging {
    /// An empty staging folder under `output` for `total` documents.
    pub(super) fn begin(output: &Path, total: usize, interrupt: Interrupt) -> Result<Self, PublishError> {
        let folder = output.join(FOLDER);
        let failed = |error: std::io::Error| PublishError::io(&folder, &error);
        clear(output)?;
        std::fs::create_dir(&folder).map_err(failed)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o700)).map_err(failed)?;
        }
        Ok(Self {
            #[cfg(target_os = "linux")]
            handle: File::open(&folder).map_err(failed)?,
            folder,
            total,
            ready: AtomicUsize::new(0),
            bytes: AtomicU64::new(0),
            interrupt,
            is_kept: false,
        })
    }

    /// An error once a signal has come: what is not yet rendered need not be.
    pub fn check(&self) -> Result<(), PublishError> {
        self.interrupt.check(self.ready.load(Ordering::Relaxed), self.total)
    }

    /// Writes a document to the disk, under no name of its own yet.
    ///
    /// The folder is the owner's alone; the file already has the permissions of the user's umask that it will keep.
    pub fn stage(&self, bytes: &[u8]) -> Result<Staged, PublishError> {
        self.stage_as(bytes, hash(bytes))
    }

    /// The same for bytes whose hash is known.
    pub fn stage_as(&self, bytes: &[u8], hash: Hash) -> Result<Staged, PublishError> {
        self.check()?;
        let name = format!("{:06}.part", self.ready.fetch_add(1, Ordering::Relaxed));
        let path = self.folder.join(&name);
        let all = self.bytes.fetch_add(bytes.len() as u64, Ordering::Relaxed) + bytes.len() as u64;
        let write = || {
            let mut file = File::options().write(true).create_new(true).open(&path)?;
            file.write_all(bytes)?;
            if self.syncs_each() {
                file.sync_all()?;
            }
            file.metadata()
        };
        let metadata = write().map_err(|error| {
            let staged = self.ready.load(Ordering::Relaxed).max(1) as u64;
            PublishError::io(&path, &error).needing(all / staged * self.total.max(1) as u64)
        })?;
        Ok(Staged { name, hash, size: metadata.len(), modified: modified(&metadata) })
    }

    /// Whether each file is synced by itself. Only Linux has the one barrier.
    fn syncs_each(&self) -> bool {
        self.total <= SYNCED_EACH || cfg!(not(target_os = "linux"))
    }

    /// Returns once every staged file and its name are on the disk.
    pub(super) fn barrier(&self) -> Result<(), PublishError> {
        if self.syncs_each() {
            return sync_folder(&self.folder);
        }
        self.flush_ahead()?;
        self.sync_everything()
    }

    /// Has `sync -f` write out what waits, in a process that a signal can leave behind: the system lets none stop that
    /// is syncing by itself, and a large batch on a slow disk takes half a minute.
    fn flush_ahead(&self) -> Result<(), PublishError> {
        let start = |program| {
            let mut command = Command::new(program);
            command.arg("-f").arg(&self.folder);
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()
        };
        // Whether it worked does not matter: the barrier itself follows.
        let Ok(mut flush) = start("/usr/bin/sync").or_else(|_| start("/bin/sync")) else { return Ok(()) };
        while let Ok(None) = flush.try_wait() {
            self.check()?;
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    }

    /// Returns once all of the file system is on the disk: one call for ten thousand files.
    fn sync_everything(&self) -> Result<(), PublishError> {
        #[cfg(target_os = "linux")]
        {
            let synced = rustix::fs::syncfs(&self.handle);
            synced.map_err(|error| PublishError::io(&self.folder, &error.into()))
        }
        #[cfg(not(target_os = "linux"))]
        sync_folder(&self.folder)
    }

    /// Where it lies.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// How many documents are ready, and how many bytes they have.
    pub(super) fn ready(&self) -> (usize, u64) {
        (self.ready.load(Ordering::Relaxed), self.bytes.load(Ordering::Relaxed))
    }

    /// How many documents were expected.
    pub(super) const fn total(&self) -> usize {
        self.total
    }

    /// From now on the register may name files in here: a failure leaves them to the next run.
    pub(super) const fn keep(&mut self) {
        self.is_kept = true;
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.is_kept {
            // What will not go is cleared by the next run.
            let _ = std::fs::remove_dir_all(&self.folder);
        }
    }
}

/// Removes a staging folder that an earlier run has left, or a link that somebody has planted in its place.
pub(super) fn clear(output: &Path) -> Result<(), PublishError> {
    let folder = output.join(FOLDER);
    let removed = match std::fs::symlink_metadata(&folder) {
        Ok(metadata) if metadata.is_dir() => std::fs::remove_dir_all(&folder),
        Ok(_) => std::fs::remove_file(&folder),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    };
    removed.map_err(|error| PublishError::io(&folder, &error))
}

/// Returns once the folder's names are on the disk. Network disks that cannot sync a folder are taken at their word.
pub(super) fn sync_folder(folder: &Path) -> Result<(), PublishError> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    let synced = File::open(folder).and_then(|file| file.sync_all());
    match synced {
        Err(error) if !matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => {
            Err(PublishError::io(folder, &error))
        }
        _ => Ok(()),
    }
}
