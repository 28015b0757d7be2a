//! The register's last ten good copies, in `.pisar/copies` beside it, each named by the register's generation.

use super::error::RegisterError;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// How many are kept.
const KEPT: usize = 10;

/// The hidden folder of a register: its copies and its lock. The owner's alone.
pub fn hidden_folder(register: &Path) -> PathBuf {
    let parent = register.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.unwrap_or(Path::new(".")).join(".pisar")
}

/// Makes the hidden folder, 0700 whatever the umask.
pub fn make_hidden_folder(register: &Path) -> std::io::Result<PathBuf> {
    let folder = hidden_folder(register);
    make_private_folder(&folder)?;
    Ok(folder)
}

fn make_private_folder(folder: &Path) -> std::io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    match fs_err::create_dir(folder) {
        // Another run has made it meanwhile, and is about to set its permissions.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(()),
        made => made?,
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs_err::set_permissions(folder, std::fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

/// The generation and the path of the newest copy.
pub(super) fn newest(register: &Path) -> Option<(i64, PathBuf)> {
    all(register).pop()
}

/// All copies, oldest first.
fn all(register: &Path) -> Vec<(i64, PathBuf)> {
    let prefix = format!("{}-", stem(register));
    let Ok(entries) = fs_err::read_dir(hidden_folder(register).join("copies")) else { return Vec::new() };
    let mut copies: Vec<_> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let generation = name.strip_prefix(&prefix)?.strip_suffix(".sqlite")?.parse().ok()?;
            Some((generation, entry.path()))
        })
        .collect();
    copies.sort();
    copies
}

fn stem(register: &Path) -> String {
    register.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Copies the register as its generation `generation`, whole and synced before it has its name; drops the eleventh.
///
/// The caller holds the register at rest: no transaction is open.
pub(super) fn keep(register: &Path, generation: i64) -> Result<(), RegisterError> {
    let failed = |error: &std::io::Error| RegisterError::io(register, error);
    let folder = make_hidden_folder(register).map_err(|error| failed(&error))?.join("copies");
    make_private_folder(&folder).map_err(|error| failed(&error))?;
    let copy = folder.join(format!("{}-{generation:06}.sqlite", stem(register)));
    let written = copy.with_extension("part");
    let write = || -> std::io::Result<()> {
        let mut original = std::fs::File::open(register)?;
        match fs_err::remove_file(&written) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut file = create_private(&written)?;
        std::io::copy(&mut original, &mut file)?;
        file.sync_all()?;
        drop(file);
        fs_err::rename(&written, &copy)
    };
    write().map_err(|error| failed(&error))?;
    let copies = all(register);
    for (_, old) in copies.iter().rev().skip(KEPT) {
        // An eleventh copy that will not go harms nobody; the next run tries again.
        let _ = fs_err::remove_file(old);
    }
    Ok(())
}

/// Returns once the names in a file's folder are on the disk. Network disks that cannot are taken at their word.
pub(super) fn sync_parent(path: &Path) -> std::io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match std::fs::File::open(parent).and_then(|folder| folder.sync_all()) {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        synced => synced,
    }
}

/// A new file, 0600 whatever the umask, never through a link.
pub fn create_private(path: &Path) -> std::io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
        let file = options.mode(0o600).open(path)?;
        file.set_permissions(std::fs::Permissions::from_mode(0o600))?;
        Ok(file)
    }
    #[cfg(not(unix))]
    options.open(path)
}
