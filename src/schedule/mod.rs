//! Texts that make a system run `pisar generate --due` once a day in a workspace: for systemd, cron and the Windows Task Scheduler.
//!
//! Nothing is installed here. Each day is asked for, days off too: the run itself knows what is due on which working day, is silent
//! where nothing is, and makes up for days on which the machine was off.

mod crontab;
mod systemd;
mod windows;

pub use crontab::line as crontab;
pub use systemd::{service as systemd_service, timer as systemd_timer};
pub use windows::task as windows_task;

use sha2::{Digest as _, Sha256};
use std::path::{Path, PathBuf};

/// The hour of the day at which the run is asked for, in local time.
const HOUR: u32 = 8;

/// What to run, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    program: String,
    workspace: String,
}

/// Why a path cannot stand in the text of a schedule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScheduleError {
    /// It is not absolute: a scheduler has no current folder.
    #[error("not an absolute path: {0}")]
    Relative(PathBuf),
    /// It is no Unicode text, or holds a line end or another control character.
    #[error("cannot be written on one line: {0}")]
    Unwritable(PathBuf),
    /// The Task Scheduler would put the value of an environment variable there.
    #[error("holds what Windows takes for an environment variable: {0}")]
    Variable(PathBuf),
}

impl Job {
    /// The program at `program` in the workspace `workspace`, both absolute paths of this system or of Windows (`C:\…`, `\\server\…`).
    pub fn new(program: &Path, workspace: &Path) -> Result<Self, ScheduleError> {
        Ok(Self { program: text(program)?, workspace: text(workspace)? })
    }

    /// The name of the unit or task: the same for one workspace every time, another for another.
    pub fn name(&self) -> String {
        let [a, b, c, d, ..]: [u8; 32] = Sha256::digest(self.workspace.as_bytes()).into();
        format!("pisar-{:08x}", u32::from_be_bytes([a, b, c, d]))
    }
}

fn text(path: &Path) -> Result<String, ScheduleError> {
    let text = path.to_str().ok_or_else(|| ScheduleError::Unwritable(path.into()))?;
    if text.chars().any(char::is_control) {
        return Err(ScheduleError::Unwritable(path.into()));
    }
    let is_drive = |text: &str| {
        let mut letters = text.chars();
        letters.next().is_some_and(|c| c.is_ascii_alphabetic())
            && letters.next() == Some(':')
            && matches!(letters.next(), Some('\\' | '/'))
    };
    if text.starts_with('/') || text.starts_with("\\\\") || is_drive(text) {
        Ok(text.to_owned())
    } else {
        Err(ScheduleError::Relative(path.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_no_line_can_hold_is_refused() {
        let new =
            |path: &str| Job::new(Path::new("/usr/bin/pisar"), Path::new(path)).map(|job| job.workspace);
        assert_eq!(new("input"), Err(ScheduleError::Relative("input".into())));
        assert_eq!(new("C:input"), Err(ScheduleError::Relative("C:input".into())));
        assert_eq!(new("/a\nb"), Err(ScheduleError::Unwritable("/a\nb".into())));
        for path in ["/srv/кластер", "C:\\Кластер", "\\\\сервер\\папка"] {
            assert_eq!(new(path).as_deref(), Ok(path));
        }
    }

    #[test]
    fn each_workspace_has_a_name_of_its_own() {
        let name = |path: &str| Job::new(Path::new("/usr/bin/pisar"), Path::new(path)).unwrap().name();
        assert_eq!(name("/srv/a"), name("/srv/a"));
        assert_ne!(name("/srv/a"), name("/srv/b"));
        assert_eq!(name("/srv/a").len(), "pisar-".len() + 8);
    }
}
