//! The shared validator: what Word would say of a file.

use crate::document::shared;
use std::collections::BTreeMap;
use std::path::Path;

/// What the validator says of every file of a folder, by file name: nothing where it opens; `None` where there is no validator here.
pub fn errors(folder: &Path, options: &[&str]) -> Option<BTreeMap<String, Vec<String>>> {
    let validator = shared()?.join("ooxml/validate");
    if !validator.is_file() {
        return None;
    }
    let run = std::process::Command::new(validator).args(options).arg("--json").arg(folder).output().unwrap();
    let said = String::from_utf8(run.stdout).unwrap();
    let found: BTreeMap<String, Vec<String>> = said
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter_map(|file| {
            let name = Path::new(file["file"].as_str()?).file_name()?.to_string_lossy().into_owned();
            let errors = file["errors"].as_array()?.iter().map(ToString::to_string).collect();
            Some((name, errors))
        })
        .collect();
    assert!(!found.is_empty(), "the validator said nothing: {}", String::from_utf8_lossy(&run.stderr));
    Some(found)
}
