//! Recipients that have gone from the input, and new ones that look like them under a mended name.

use crate::diagnostic::{Code, Finding, nearest};
use crate::location::Location;
use crate::register::{Claim, Record, Register, State};
use std::collections::BTreeSet;

/// Findings on issued documents that no claim asks for any more. `is_in_scope` says which documents the run would
/// have asked for: those of its kinds and of its period.
pub fn removed(
    register: &Register,
    claims: &[Claim<'_>],
    is_in_scope: impl Fn(&Record) -> bool,
) -> Vec<Finding> {
    let claimed: BTreeSet<(&str, &str)> = claims.iter().map(|claim| (claim.kind, claim.key)).collect();
    let gone: Vec<&Record> = register
        .records()
        .filter(|record| record.state == State::Issued && is_in_scope(record))
        .filter(|record| !claimed.contains(&(record.kind.as_str(), record.key.as_str())))
        .collect();
    let mut findings: Vec<Finding> = gone
        .iter()
        .map(|record| {
            Finding::new(Code::RecipientRemoved, Location::File(record.path.as_str().into()))
                .with("recipient", &record.recipient)
                .with("path", &record.path)
                .with("number", number(record))
        })
        .collect();
    for claim in claims.iter().filter(|claim| register.find(claim.kind, claim.key).is_none()) {
        let same_kind = || gone.iter().filter(|record| record.kind == claim.kind);
        let Some(name) = nearest(claim.recipient, same_kind().map(|record| record.recipient.as_str())) else {
            continue;
        };
        let Some(record) = same_kind().find(|record| record.recipient == name) else { continue };
        findings.push(
            Finding::new(Code::RecipientRenamed, None)
                .with("recipient", claim.recipient)
                .with("gone", name)
                .with("number", number(record)),
        );
    }
    findings
}

fn number(record: &Record) -> String {
    record.number.as_ref().map_or_else(|| "б/н".to_owned(), |number| number.text.clone())
}
