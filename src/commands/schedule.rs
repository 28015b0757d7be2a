//! `pisar schedule`: prints what makes a system run `generate --due` every day; installs nothing.

use super::Said;
use crate::diagnostic::{Language, text};
use crate::schedule::{Job, crontab, systemd_service, systemd_timer, windows_task};
use crate::workspace::Workspace;
use std::fmt::Write as _;

pub(super) fn run(workspace: &Workspace, language: Language) -> Said {
    let job = std::env::current_exe()
        .and_then(|program| Ok((program, workspace.root.canonicalize()?)))
        .map_err(|error| error.to_string())
        .and_then(|(program, root)| Job::new(&program, &root).map_err(|error| error.to_string()));
    let job = match job {
        Ok(job) => job,
        Err(error) => return Said { err: format!("{error}\n"), status: 2, ..Said::default() },
    };
    let name = job.name();
    let mut out = String::new();
    let mut part = |key: &str, body: &str| {
        let _ = writeln!(out, "# {}\n{body}", text(key, &[("name", &name)], language));
    };
    part("schedule-service", &systemd_service(&job, owner(workspace)));
    part("schedule-timer", &systemd_timer(&job));
    part("schedule-crontab", &crontab(&job));
    match windows_task(&job) {
        Ok(task) => part("schedule-windows", &task),
        Err(error) => return Said { out, err: format!("{error}\n"), status: 0 },
    }
    Said::result(out)
}

/// The user who owns the workspace, so that documents get his permissions.
#[cfg(unix)]
fn owner(workspace: &Workspace) -> Option<u32> {
    use std::os::unix::fs::MetadataExt as _;
    fs_err::metadata(&workspace.root).ok().map(|metadata| metadata.uid())
}

#[cfg(not(unix))]
const fn owner(_: &Workspace) -> Option<u32> {
    None
}
