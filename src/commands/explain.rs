//! `pisar explain CODE`: what a finding means, and how to mend it.

use super::Said;
use crate::diagnostic::{Code, Language, explain, nearest, text};

pub(super) fn run(name: &str, language: Language) -> Said {
    match name.parse::<Code>() {
        Ok(code) => Said::result(format!("{}\n", explain(code, language))),
        Err(()) => {
            let near =
                nearest(name, Code::ALL.iter().map(|code| code.name())).unwrap_or("plan-number-duplicate");
            let err = text("explain-unknown", &[("code", name), ("nearest", near)], language);
            Said { err: format!("{err}\n"), status: 2, ..Said::default() }
        }
    }
}
