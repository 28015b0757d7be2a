//! The house's rules, as tests: who may import whom, how long a file may be, how it opens, who touches disk and clock.
#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Each module, and what it may import of ours. Read with ARCHITECTURE.md.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("location", &[]),
    ("limited_child", &[]),
    ("diagnostic", &["location"]),
    ("russian", &[]),
    ("calendar", &["russian"]),
    ("value", &["location", "calendar", "russian"]),
    ("model", &["location", "calendar", "russian"]),
    ("input", &["limited_child", "model", "value", "calendar", "russian", "location", "diagnostic"]),
    ("validate", &["model", "calendar", "russian", "location", "diagnostic"]),
    ("analysis", &["model", "calendar"]),
    ("template", &["value", "russian", "calendar", "location", "diagnostic", "row_height"]),
    ("catalog", &["model", "analysis", "value", "template", "calendar", "russian", "diagnostic", "location"]),
    ("row_height", &[]),
    ("starter", &["model", "diagnostic", "row_height"]),
    (
        "render",
        &[
            "catalog",
            "template",
            "analysis",
            "value",
            "model",
            "calendar",
            "russian",
            "diagnostic",
            "limited_child",
            "location",
            "row_height",
        ],
    ),
    ("register", &["diagnostic", "location", "row_height"]),
    ("output", &["render", "register", "diagnostic", "location", "row_height"]),
    ("workspace", &["calendar", "catalog", "diagnostic", "location", "output", "starter", "template"]),
    (
        "pipeline",
        &[
            "analysis",
            "calendar",
            "catalog",
            "diagnostic",
            "input",
            "location",
            "model",
            "output",
            "register",
            "render",
            "starter",
            "template",
            "validate",
            "value",
            "workspace",
        ],
    ),
    ("cli", &["diagnostic"]),
    ("schedule", &[]),
];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// Every source file under `src`: its path relative to it, and its text.
fn sources() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&root, &mut found);
    let relative = |path: &PathBuf| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
    found.iter().map(|path| (relative(path), std::fs::read_to_string(path).unwrap())).collect()
}

/// The top module that a file belongs to.
fn module(file: &str) -> &str {
    file.split('/').next().unwrap().trim_end_matches(".rs")
}

#[test]
fn modules_import_downwards_only() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_IMPORT.iter().copied().collect();
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        // What the command shows may come from anywhere; `lib` and `main` name everything.
        let own = module(&file);
        if matches!(own, "commands" | "lib" | "main") {
            continue;
        }
        let Some(allowed) = allowed.get(own) else {
            wrong.push(format!("{file}: module {own} is not in the table of layers"));
            continue;
        };
        for (at, _) in text.match_indices("crate::") {
            let name: String =
                text[at + 7..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            // `use crate::{a, b}` names several.
            let names = if name.is_empty() {
                let list = text[at + 7..].split(';').next().unwrap_or_default();
                list.trim_start_matches('{')
                    .split(',')
                    .map(|item| item.trim().split("::").next().unwrap_or_default().to_owned())
                    .collect()
            } else {
                vec![name]
            };
            for name in names {
                let is_module = MAY_IMPORT.iter().any(|(module, _)| *module == name) || name == "commands";
                if is_module && name != own && !allowed.contains(&name.as_str()) {
                    wrong.push(format!("{file}: {own} imports {name}"));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_file_says_its_job_and_is_no_novel() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        if !text.starts_with("//! ") {
            wrong.push(format!("{file}: does not open with //!"));
        }
        let lines = text.lines().count();
        if lines > 400 {
            wrong.push(format!("{file}: {lines} lines"));
        }
        let stem = file.rsplit('/').next().unwrap().trim_end_matches(".rs");
        if ["utils", "util", "helpers", "common", "misc", "prelude"].contains(&stem) {
            wrong.push(format!("{file}: says nothing of what it holds"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn only_output_and_register_write_and_only_the_workspace_asks_for_the_time() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let own = module(&file);
        for call in [
            "fs::write(",
            "File::create(",
            "create_new(true)",
            "fs::rename(",
            "fs::remove_file(",
            "create_dir",
        ] {
            if text.contains(call) && !matches!(own, "output" | "register") && !text.contains("mod tests") {
                wrong.push(format!("{file}: {call}"));
            }
        }
        for call in ["Local::now(", "Utc::now(", "SystemTime::now("] {
            if text.contains(call) && own != "workspace" && !file.starts_with("output/lock") {
                wrong.push(format!("{file}: {call}"));
            }
        }
        for call in ["TcpStream", "UdpSocket", "TcpListener", "reqwest", "ureq", "hyper::"] {
            if text.contains(call) {
                wrong.push(format!("{file}: {call}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn main_fits_on_a_screen() {
    let lines = sources()["main.rs"].lines().count();
    assert!(lines <= 60, "main.rs has {lines} lines");
}
