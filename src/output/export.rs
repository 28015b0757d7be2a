//! Files that are no documents: templates and workbooks written out for a person to change.

use std::io::Write as _;
use std::path::Path;

/// Writes a new file, its folder made where it is missing; `false` where something stands there already, which is left as it is.
pub fn write_new(path: &Path, bytes: &[u8]) -> std::io::Result<bool> {
    if let Some(folder) = path.parent() {
        fs_err::create_dir_all(folder)?;
    }
    match std::fs::File::options().write(true).create_new(true).open(path) {
        Ok(mut file) => {
            file.write_all(bytes)?;
            file.sync_all()?;
            Ok(true)
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    }
}

/// Writes a file that this program alone makes, in place of an older one: first beside it, then renamed.
pub fn write_over(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    let beside = path.with_file_name(name);
    match std::fs::remove_file(&beside) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    write_new(&beside, bytes)?;
    fs_err::rename(&beside, path)
}
