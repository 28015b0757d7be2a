//! Findings: what is wrong with the input, a template or the catalog, where, and how to mend it.
//!
//! A finding is data: a [`Code`], its arguments and a [`Location`]. All wording is in
//! `messages/{ru,en}/*.ftl`, under the code's own name: the message, `.hint` (how to mend it) and `.explain` (what it means).

mod code;
mod message;
mod render;

pub use code::{Code, Severity};
pub use message::{Language, explain, hint, message, text};
pub use render::{Format, render, render_json};

use crate::location::Location;
use std::collections::BTreeMap;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub code: Code,
    /// The values that the message names.
    pub arguments: BTreeMap<&'static str, String>,
    /// Where it is wrong.
    pub at: Option<Location>,
}

impl Finding {
    /// A finding with no arguments yet.
    pub fn new(code: Code, at: impl Into<Option<Location>>) -> Self {
        Self { code, arguments: BTreeMap::new(), at: at.into() }
    }

    /// The same finding, its message naming `value` as `name`.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "callers pass literals, numbers and owned strings alike"
    )]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.arguments.insert(name, value.to_string());
        self
    }

    /// Whether a document stops for it.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// The nearest of `known` to `wanted`, if any is near enough to be meant: at most a third of the letters differ.
pub fn nearest<'a>(wanted: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = wanted.to_lowercase().chars().collect();
    known
        .into_iter()
        .filter_map(|name| {
            let letters = name.chars().count();
            let most = letters.max(wanted.len()).div_ceil(3);
            // Lengths that differ by more need no look at the letters.
            let is_near = letters.abs_diff(wanted.len()) <= most + 1;
            let distance =
                is_near.then(|| distance(&wanted, &name.to_lowercase().chars().collect::<Vec<_>>()))?;
            (distance <= most).then_some((distance, name))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Levenshtein distance in letters, a swap of neighbours counting as one.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut rows = vec![(0..=b.len()).collect::<Vec<_>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let substituted = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = substituted.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_name_is_proposed_and_a_far_one_is_not() {
        let known = ["получатель", "организация", "событие"];
        assert_eq!(nearest("полцчатель", known), Some("получатель"));
        assert_eq!(nearest("Огранизация", known), Some("организация"));
        assert_eq!(nearest("xyz", known), None);
    }
}
