//! `pisar completions` and `pisar man`: for the shell and for `man`.

use super::Said;
use crate::cli::command;
use crate::diagnostic::{Language, text};

pub(super) fn completions(shell: clap_complete::Shell, language: Language) -> Said {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut command(language), "pisar", &mut bytes);
    Said::result(String::from_utf8_lossy(&bytes))
}

pub(super) fn manual(language: Language) -> Said {
    let mut bytes = Vec::new();
    match clap_mangen::Man::new(command(language)).render(&mut bytes) {
        Ok(()) => Said::result(headings(&String::from_utf8_lossy(&bytes), language)),
        Err(error) => Said { err: format!("{error}\n"), status: 2, ..Said::default() },
    }
}

/// The page with its headings worded: those of the generator are English.
fn headings(page: &str, language: Language) -> String {
    if language == Language::English {
        return page.to_owned();
    }
    let worded = |line: &str| match line.strip_prefix(".SH ") {
        Some(heading) => {
            let key = format!("man-{heading}");
            let known = text(&key, &[], language);
            format!(".SH {}\n", if known == key { heading.to_uppercase() } else { known })
        }
        None => format!("{line}\n"),
    };
    page.lines().map(worded).collect()
}
