//! A workspace of its own for a test, with the plan and the participants of the demonstration.

use std::path::Path;
use tempfile::TempDir;

/// A workspace with the demonstration input.
pub fn workspace() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("input");
    std::fs::create_dir(&input).unwrap();
    for name in ["plan.xlsx", "participants.xlsx"] {
        std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("input").join(name), input.join(name))
            .unwrap();
    }
    folder
}
