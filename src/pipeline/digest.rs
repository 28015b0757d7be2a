//! Digests of what documents are made from: one that is the same need not be made again.

use super::Ready;
use crate::catalog::Document;
use crate::register::{Hash, hash};
use crate::workspace::Workspace;
use std::sync::Arc;

/// Of the files of the input, the settings, the program's version.
pub(super) fn of_input(digests: &[(Arc<str>, [u8; 32])], workspace: &Workspace) -> Hash {
    let mut all = format!("{} {:?}", env!("CARGO_PKG_VERSION"), workspace.settings).into_bytes();
    for (name, digest) in digests {
        all.extend_from_slice(name.as_bytes());
        all.extend_from_slice(digest);
    }
    hash(&all)
}

/// Of what every document of a kind is made from; `source` is of the input, `evidence` is what the register adds to it.
pub(super) fn of_kind(source: &Hash, ready: &Ready<'_>, workspace: &Workspace, evidence: &str) -> Hash {
    let mut all = source.to_vec();
    all.extend_from_slice(&ready.template);
    all.extend_from_slice(format!("{:?}", ready.kind.entry).as_bytes());
    if ready.is_dated {
        all.extend_from_slice(workspace.today.to_string().as_bytes());
    }
    all.extend_from_slice(evidence.as_bytes());
    hash(&all)
}

/// Of one document of a kind. What the register says of it is its own too.
pub(super) fn of_document(kind: &Hash, document: &Document) -> Hash {
    let own = format!("{}\0{}\0{}", document.key, document.recipient, document.date);
    hash(&[&kind[..], own.as_bytes()].concat())
}
