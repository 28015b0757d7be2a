//! Documents of the demonstration, made by the program as of 1 June 2023.

use assert_cmd::Command;
use std::path::Path;
use tempfile::TempDir;

/// The documents of those kinds, as `generate --format json` tells them; they lie in the folder as long as it is held.
pub fn made(kinds: &[&str]) -> (TempDir, Vec<serde_json::Value>) {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::cargo_bin("pisar")
        .unwrap()
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .args(["--lang", "ru", "--today", "2023-06-01", "generate", "--format", "json"])
        .args(kinds)
        .arg("--output")
        .arg(folder.path().join("output"))
        .arg("--register")
        .arg(folder.path().join("register.sqlite"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    (folder, told["documents"].as_array().unwrap().clone())
}
