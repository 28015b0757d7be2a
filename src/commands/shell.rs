//! `pisar completions` and `pisar man`: for the shell and for `man`.

use super::Said;
use crate::cli::command;
use crate::diagnostic::Language;

pub(super) fn completions(shell: clap_complete::Shell, language: Language) -> Said {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut command(language), "pisar", &mut bytes);
    Said::result(String::from_utf8_lossy(&bytes))
}

pub(super) fn manual(language: Language) -> Said {
    let mut bytes = Vec::new();
    match clap_mangen::Man::new(command(language)).render(&mut bytes) {
        Ok(()) => Said::result(String::from_utf8_lossy(&bytes)),
        Err(error) => Said { err: format!("{error}\n"), status: 2, ..Said::default() },
    }
}
