//! `pisar explain CODE`: what a finding means, and how to mend it.

use super::Said;
use crate::diagnostic::{Code, Language, explain, nearest, text};

pub(super) fn run(name: &str, language: Language) -> Said {
    if let Ok(code) = name.parse::<Code>() {
        return Said::result(format!("{}\n", explain(code, language)));
    }
    let near = nearest(name, Code::ALL.iter().map(|code| code.name())).unwrap_or("plan-number-duplicate");
    let err = text("explain-unknown", &[("code", name), ("nearest", near)], language);
    Said { err: format!("{err}\n"), status: 2, ..Said::default() }
}
