//! The units that `pisar schedule` prints, as systemd itself judges them. Where there is no systemd, nothing is asserted.
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "a test writes into a folder of its own")]

use pisar::schedule::{Job, systemd_service, systemd_timer};
use std::path::Path;
use std::process::Command;

#[test]
fn systemd_finds_nothing_wrong_with_the_units() {
    if Command::new("systemd-analyze").arg("--version").output().is_err() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("кластер 50% \"А\" $HOME");
    std::fs::create_dir(&workspace).unwrap();
    let program = std::env::current_exe().unwrap();
    for workspace in [workspace.as_path(), Path::new("/srv/cluster")] {
        let job = Job::new(&program, workspace).unwrap();
        let service = folder.path().join(format!("{}.service", job.name()));
        let timer = folder.path().join(format!("{}.timer", job.name()));
        std::fs::write(&service, systemd_service(&job, Some(1000))).unwrap();
        std::fs::write(&timer, systemd_timer(&job)).unwrap();
        let output =
            Command::new("systemd-analyze").arg("verify").arg(&service).arg(&timer).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), said.as_str()), (Some(0), ""), "{}", workspace.display());
    }
}
