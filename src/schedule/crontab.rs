//! A line of a crontab (crontab(5)).

use super::{HOUR, Job};

/// The line, with its line end: once a day. Output goes where cron sends it, by mail; a run with nothing to do has none.
pub fn line(job: &Job) -> String {
    let command = format!("{} -C {} generate --due", quoted(&job.program), quoted(&job.workspace));
    // A bare `%` ends the command; cron takes the backslash away, within quotes too.
    format!("0 {HOUR} * * * {}\n", command.replace('%', "\\%"))
}

/// A word for the shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn paths_are_words_for_the_shell_and_for_cron() {
        let line =
            |workspace| line(&Job::new(Path::new("/usr/local/bin/pisar"), Path::new(workspace)).unwrap());
        assert_eq!(
            line("/srv/кластер"),
            "0 8 * * * '/usr/local/bin/pisar' -C '/srv/кластер' generate --due\n"
        );
        assert_eq!(
            line("/srv/50% $(a) it's"),
            "0 8 * * * '/usr/local/bin/pisar' -C '/srv/50\\% $(a) it'\\''s' generate --due\n"
        );
    }
}
