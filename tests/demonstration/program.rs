//! The program, run from outside.

use assert_cmd::Command;
use std::path::Path;

/// Runs it in a folder, its messages in English; the exit status, standard output and standard error.
pub fn pisar(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("pisar")
        .unwrap()
        .arg("-C")
        .arg(folder)
        .args(["--lang", "en"])
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}
