//! Personal data: who may read what lies on the disk, what a run says, what it asks the system for.
#![cfg(unix)]

use crate::office::Office;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

/// What names a person of the office: surnames, first names with patronymics.
const PERSONAL: [&str; 9] =
    ["Белов", "Власов", "Кузнецов", "Орлова", "Лебедев", "Соколов", "Зайцева", "Анна Алекс", "Глеб Ильич"];

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn the_register_is_the_owners_alone_whatever_the_umask_and_documents_are_as_the_umask_says() {
    for (umask, document) in [("000", 0o666), ("022", 0o644), ("077", 0o600)] {
        let office = Office::new();
        let run = format!(
            "umask {umask}; exec '{}' -C '{}' --today 2023-03-01 generate thanks",
            assert_cmd::cargo::cargo_bin!("pisar").display(),
            office.root().display()
        );
        assert!(Command::new("sh").args(["-c", &run]).output().unwrap().status.success());
        assert_eq!(mode(&office.path("register.sqlite")), 0o600);
        assert_eq!(mode(&office.path(".pisar")), 0o700);
        assert_eq!(mode(&office.path(".pisar/copies")), 0o700);
        for copy in std::fs::read_dir(office.path(".pisar/copies")).unwrap() {
            assert_eq!(mode(&copy.unwrap().path()), 0o600);
        }
        assert_eq!(
            mode(&office.path("output/Благодарственные письма/Власов Г.И. — ООО «Луч».docx")),
            document
        );
        assert_eq!(mode(&office.path("output/Опись.xlsx")), document);
    }
}

#[test]
fn a_run_without_findings_names_nobody() {
    let office = Office::new();
    for arguments in [
        &["generate", "thanks", "invitation", "minutes"][..],
        &["generate", "thanks"],
        &["generate", "thanks", "--for", "never"],
        &["generate", "nothing"],
        &["--today", "2023-08-01", "generate", "--due"],
        &["register", "verify"],
    ] {
        let ran = office.run(arguments);
        for name in PERSONAL {
            assert!(
                !ran.out.contains(name) && !ran.err.contains(name),
                "{arguments:?}: {}{}",
                ran.out,
                ran.err
            );
        }
    }
    // Nothing is written beside the documents, the register and its copies: no log, no crash report.
    let mut names: Vec<_> = std::fs::read_dir(office.root())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, [".pisar", "input", "output", "register.sqlite"]);
    let mut hidden: Vec<_> = std::fs::read_dir(office.path(".pisar"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    hidden.sort();
    // What the last run said, to say it again where nothing changed: the owner's alone.
    assert_eq!(hidden, ["copies", "last-run.json", "lock"]);
    #[cfg(unix)]
    assert_eq!(mode(&office.path(".pisar/last-run.json")), 0o600);
    let lock = std::fs::read_to_string(office.path(".pisar/lock")).unwrap();
    assert!(lock.chars().all(|c| c.is_ascii_digit()), "{lock}");
}

#[test]
fn the_program_asks_for_no_socket() {
    let office = Office::new();
    let trace = office.path("trace");
    let traced = Command::new("strace")
        .args(["-qq", "-f", "-e", "trace=network", "-o"])
        .arg(&trace)
        .arg(assert_cmd::cargo::cargo_bin!("pisar"))
        .arg("-C")
        .arg(office.root())
        .args(["--today", "2023-03-01", "generate"])
        .output();
    // Where there is no strace, or it may not trace, tests/faults/run.sh and the units' RestrictAddressFamilies=none remain.
    let Ok(traced) = traced else { return };
    if String::from_utf8_lossy(&traced.stderr).contains("ptrace") {
        return;
    }
    assert!(office.path("register.sqlite").exists());
    let calls = std::fs::read_to_string(trace).unwrap();
    assert!(!calls.lines().any(|line| line.contains('(')), "{calls}");
}

#[test]
fn the_binary_knows_no_function_of_the_network() {
    let Ok(symbols) = Command::new("nm")
        .args(["-D", "--undefined-only"])
        .arg(assert_cmd::cargo::cargo_bin!("pisar"))
        .output()
    else {
        return;
    };
    let text = String::from_utf8(symbols.stdout).unwrap();
    let names: Vec<&str> = text.split_whitespace().map(|word| word.split('@').next().unwrap()).collect();
    for name in
        ["socket", "connect", "bind", "listen", "accept", "accept4", "sendto", "getaddrinfo", "gethostbyname"]
    {
        assert!(!names.contains(&name), "{name}");
    }
}
