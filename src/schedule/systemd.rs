//! A systemd service that may write nowhere but in the workspace, and a timer for it (systemd.exec(5), systemd.timer(5)).

use super::{HOUR, Job};

/// What the service is forbidden. The readers of old formats run in a child process under limits, so `@resources` stays allowed.
const HARDENING: &str = "\
CapabilityBoundingSet=
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=read-only
ProtectProc=invisible
ProcSubset=pid
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
PrivateDevices=yes
PrivateNetwork=yes
PrivateTmp=yes
IPAddressDeny=any
KeyringMode=private
LockPersonality=yes
MemoryDenyWriteExecute=yes
RemoveIPC=yes
RestrictAddressFamilies=none
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
SystemCallErrorNumber=EPERM
SystemCallFilter=@system-service
SystemCallFilter=~@privileged
";

/// The text of `<name>.service`. `owner` is the number of the user whom the workspace belongs to: the documents must be theirs.
///
/// Status 4, another run holds the workspace, is no failure: that run does the work.
pub fn service(job: &Job, owner: Option<u32>) -> String {
    let workspace = quoted(&job.workspace);
    let user = owner.map(|owner| format!("User={owner}\n")).unwrap_or_default();
    // Arguments are searched for variables, the program's own path is not.
    let (program, argument) = (quoted(&job.program), workspace.replace('$', "$$"));
    format!(
        "[Unit]\n\
         Description=pisar: documents that are due\n\
         RequiresMountsFor={workspace}\n\
         \n\
         [Service]\n\
         Type=oneshot\n\
         {user}\
         ExecStart={program} -C {argument} generate --due\n\
         SuccessExitStatus=4\n\
         TimeoutStartSec=1h\n\
         Nice=10\n\
         ReadWritePaths={workspace}\n\
         {HARDENING}"
    )
}

/// The text of `<name>.timer`: once a day, and after a start of the machine for a day that was missed.
pub fn timer(job: &Job) -> String {
    let name = job.name();
    format!(
        "[Unit]\n\
         Description=pisar: documents that are due, once a day\n\
         \n\
         [Timer]\n\
         Unit={name}.service\n\
         OnCalendar=*-*-* {HOUR:02}:00:00\n\
         AccuracySec=1min\n\
         Persistent=yes\n\
         \n\
         [Install]\n\
         WantedBy=timers.target\n"
    )
}

/// A word in quotes: backslashes and quotes escaped, `%` doubled since it begins a specifier.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('%', "%%"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_service_runs_what_is_due_as_the_owner_and_writes_in_the_workspace() {
        let job = Job::new(Path::new("/usr/local/bin/pisar"), Path::new("/srv/кластер")).unwrap();
        let expected = format!(
            "[Unit]\nDescription=pisar: documents that are due\nRequiresMountsFor=\"/srv/кластер\"\n\n[Service]\nType=oneshot\nUser=1000\n\
             ExecStart=\"/usr/local/bin/pisar\" -C \"/srv/кластер\" generate --due\nSuccessExitStatus=4\nTimeoutStartSec=1h\nNice=10\n\
             ReadWritePaths=\"/srv/кластер\"\n{HARDENING}"
        );
        assert_eq!(service(&job, Some(1000)), expected);
        assert_eq!(service(&job, None), expected.replace("User=1000\n", ""));
    }

    #[test]
    fn what_means_something_to_systemd_is_escaped() {
        let job = Job::new(Path::new("/opt/a $b/pisar"), Path::new("/srv/50% \"a\" \\ $HOME")).unwrap();
        let text = service(&job, None);
        let line = |start: &str| text.lines().find(|line| line.starts_with(start)).unwrap().to_owned();
        assert_eq!(
            line("ExecStart="),
            "ExecStart=\"/opt/a $b/pisar\" -C \"/srv/50%% \\\"a\\\" \\\\ $$HOME\" generate --due"
        );
        assert_eq!(line("ReadWritePaths="), "ReadWritePaths=\"/srv/50%% \\\"a\\\" \\\\ $HOME\"");
    }

    #[test]
    fn the_timer_asks_each_day_and_makes_up_for_a_missed_one() {
        let job = Job::new(Path::new("/usr/local/bin/pisar"), Path::new("/srv/кластер")).unwrap();
        assert_eq!(
            timer(&job),
            format!(
                "[Unit]\nDescription=pisar: documents that are due, once a day\n\n[Timer]\nUnit={}.service\nOnCalendar=*-*-* 08:00:00\n\
                 AccuracySec=1min\nPersistent=yes\n\n[Install]\nWantedBy=timers.target\n",
                job.name()
            )
        );
    }
}
