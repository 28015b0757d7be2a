//! LibreOffice as the engine: many files in one call, in a folder and with a profile of their own.

use super::PdfError;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// PDF with its structure, for who reads by ear; LibreOffice before 7.4 passes the options over.
const FORMAT: &str = r#"pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}"#;
/// What LibreOffice's program is called.
const NAMES: [&str; 4] = ["soffice", "libreoffice", "soffice.com", "soffice.exe"];
/// Where it lies on systems that do not put it on the path.
const USUAL: [&str; 3] = [
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.com",
    "C:\\Program Files (x86)\\LibreOffice\\program\\soffice.com",
];
/// The most files of one call: LibreOffice 7.4 lets fall, without a word, whatever stands behind its first 253 arguments or so.
const FILES_PER_CALL: usize = 200;
/// The longest that starting may take, and each document beside it.
const TIME: Duration = Duration::from_mins(2);
const TIME_PER_FILE: Duration = Duration::from_secs(10);

/// LibreOffice's program: as given, else on `path`, the list of folders of the system, else in its usual places.
pub fn find(given: Option<&Path>, path: Option<&OsStr>) -> Option<PathBuf> {
    if let Some(given) = given {
        return given.is_file().then(|| given.to_owned());
    }
    let on_path = path.into_iter().flat_map(std::env::split_paths);
    let named = on_path.flat_map(|folder| NAMES.map(|name| folder.join(name)));
    named.chain(USUAL.map(PathBuf::from)).find(|program| program.is_file())
}

/// Converts `files` of `folder` to PDFs beside them, in as few calls as there can be; ends early where `is_interrupted` says so.
///
/// # Errors
/// Where it cannot be started or takes too long. A file that it could not convert simply has no PDF.
pub fn convert_all(
    program: &Path,
    folder: &Path,
    files: &[String],
    is_interrupted: &dyn Fn() -> bool,
) -> Result<(), PdfError> {
    files.chunks(FILES_PER_CALL).try_for_each(|files| convert(program, folder, files, is_interrupted))
}

fn convert(
    program: &Path,
    folder: &Path,
    files: &[String],
    is_interrupted: &dyn Fn() -> bool,
) -> Result<(), PdfError> {
    let failed = |error: std::io::Error| PdfError::NotStarted(error.to_string());
    let folder = std::path::absolute(folder).map_err(failed)?;
    let profile = folder.join("profile").to_string_lossy().replace('\\', "/");
    let slash = if profile.starts_with('/') { "" } else { "/" };
    let mut command = Command::new(program);
    command
        .arg(format!("-env:UserInstallation=file://{slash}{}", profile.replace(' ', "%20")))
        .args(["--headless", "--norestore", "--convert-to", FORMAT, "--outdir"])
        .arg(&folder)
        .args(files.iter().map(|file| folder.join(file)))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // Its program starts others: all of them are one group, which can be ended as one.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().map_err(failed)?;
    let deadline = Instant::now() + TIME + TIME_PER_FILE * files.len() as u32;
    loop {
        match child.try_wait() {
            Ok(Some(_)) => return Ok(()),
            Ok(None) if Instant::now() < deadline && !is_interrupted() => {
                std::thread::sleep(Duration::from_millis(20));
            }
            _ => {
                end(&mut child);
                return Err(PdfError::TimedOut);
            }
        }
    }
}

fn end(child: &mut Child) {
    if cfg!(unix) {
        let group = format!("-{}", child.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
    }
    let _ = child.kill();
    let _ = child.wait();
}
