//! One run at a time, stopped by a signal within two seconds, and gone on with by the next.
#![cfg(unix)]

use crate::office::Office;
use std::fmt::Write as _;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Enough letters for a run of a second or so.
fn crowd() -> String {
    let mut text = String::from("ФИО;Пол;Должность;Организация;За что\n");
    for number in 0..800 {
        let _ = writeln!(text, "Белов{number} Пётр Ильич;м;мастер;АО «Заря»;за уроки № {number}");
    }
    text
}

fn start(office: &Office, arguments: &[&str]) -> Child {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("pisar"));
    command.arg("-C").arg(office.root()).args(["--lang", "ru", "--today", "2023-03-01"]).args(arguments);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn send(child: &Child, signal: &str) {
    assert!(Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().unwrap().success());
}

/// Waits until so many letters are staged.
fn wait_for_staged(office: &Office, count: usize) {
    let staging = office.path("output/.pisar-staging");
    let since = Instant::now();
    while std::fs::read_dir(&staging).map_or(0, Iterator::count) < count {
        assert!(since.elapsed() < Duration::from_mins(1), "nothing is staged");
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn a_signal_stops_the_run_within_two_seconds_and_the_next_goes_on() {
    let office = Office::new();
    office.write("Наставники", &crowd());
    for (signal, status) in [("INT", 130), ("TERM", 143)] {
        let child = start(&office, &["generate", "thanks"]);
        wait_for_staged(&office, 20);
        let since = Instant::now();
        send(&child, signal);
        let output = child.wait_with_output().unwrap();
        assert!(since.elapsed() < Duration::from_secs(2), "SIG{signal}: {:?}", since.elapsed());
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(status), "{said}");
        assert!(said.contains("Остановлено: готово") && said.contains("из 800"), "{said}");
        assert!(said.contains("Запустите ту же команду ещё раз."), "{said}");
        assert_eq!(
            std::fs::read_dir(office.path("output")).unwrap().count(),
            0,
            "nothing is published, nothing is left"
        );
    }
    let made = office.made(&["generate", "thanks"]);
    assert_eq!((made.len(), made[0].as_str()), (800, "Белов0 П.И. — АО «Заря».docx 1 new"));
    assert_eq!(made[799], "Белов799 П.И. — АО «Заря».docx 800 new");
}

#[cfg(target_os = "linux")]
#[test]
fn a_signal_while_the_input_is_read_has_the_same_status() {
    let office = Office::new();
    office.write("Наставники", &crowd().repeat(60));
    for (signal, number) in [("INT", 2), ("TERM", 15)] {
        let child = start(&office, &["generate", "thanks"]);
        // The kernel tells which signals are caught by now.
        let is_caught = || {
            let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
            let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:\t")).unwrap().to_owned();
            u64::from_str_radix(&caught, 16).unwrap() >> (number - 1) & 1 == 1
        };
        while !is_caught() {
            std::thread::sleep(Duration::from_millis(1));
        }
        let since = Instant::now();
        send(&child, signal);
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(128 + number));
        assert!(since.elapsed() < Duration::from_secs(2));
        assert!(!office.path("output").exists(), "nothing is written yet");
    }
}

#[test]
fn a_second_run_is_told_who_holds_the_workspace_and_a_dead_one_holds_nothing() {
    let office = Office::new();
    office.write("Наставники", &crowd());
    let mut first = start(&office, &["generate", "thanks"]);
    wait_for_staged(&office, 1);
    // Halted, so that it cannot be ready before the second has asked.
    send(&first, "STOP");
    let second = office.run(&["generate", "minutes"]);
    assert_eq!(second.status, 4, "{}", second.err);
    assert!(second.err.contains(&format!("процесс {}", first.id())), "{}", second.err);
    first.kill().unwrap();
    first.wait().unwrap();
    assert_eq!(
        office.made(&["generate", "minutes"]),
        ["2023-03-15 Протокол.docx б/н new", "2023-06-14 Протокол.docx б/н new"]
    );
    assert!(!office.path("output/.pisar-staging").exists());
}

#[test]
fn an_interrupted_publication_is_finished_and_said_so() {
    let office = Office::new();
    office.made(&["generate", "thanks"]);
    office.edit("Наставники", "за подготовку", "за отличную подготовку");
    // strace kills the run on its first rename of a letter: the register's own are renames too, and come before it on a first run only.
    let traced = Command::new("strace")
        .args(["-qq", "-f", "-o", "/dev/null", "-e", "trace=rename,renameat,renameat2"])
        .args(["-e", "inject=rename,renameat,renameat2:signal=KILL:when=1"])
        .arg(assert_cmd::cargo::cargo_bin!("pisar"))
        .arg("-C")
        .arg(office.root())
        .args(["--today", "2023-03-01", "generate", "thanks", "--jobs", "1"])
        .output();
    let Ok(traced) = traced else { return };
    if String::from_utf8_lossy(&traced.stderr).contains("ptrace") {
        return;
    }
    let ran = office.run(&["generate", "thanks"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.err.contains("Завершён прерванный запуск: 1 документ."), "{}", ran.err);
    assert_eq!(office.register(), ["1 Белова Анна Алексевна issued", "2 Власов Глеб Ильич issued"]);
}
