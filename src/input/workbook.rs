//! The sheets of any file: the reader for what its bytes are.

use super::container::{Container, recognise};
use super::csv;
use super::grid::Grid;
use super::package::Package;
use super::refusal::{Foreign, Refusal};
use super::xlsx;
use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use std::sync::Arc;

/// The sheets of the file `name`.
///
/// # Errors
/// Why it is not read.
pub fn grids(bytes: &[u8], name: &Arc<str>, findings: &mut Vec<Finding>) -> Result<Vec<Grid>, Refusal> {
    match recognise(bytes)? {
        Container::Zip => xlsx::read(&mut Package::open(bytes)?),
        Container::Text => {
            let table = csv::read(bytes, stem(name))?;
            if let Some(line) = table.unclosed {
                let finding = Finding::new(Code::QuoteUnclosed, Location::File(Arc::clone(name)));
                findings.push(finding.with("line", line));
            }
            Ok(vec![table.grid])
        }
        _ => Err(Refusal::Foreign(Foreign::Unknown)),
    }
}

/// The file's name without folders and extension.
pub fn stem(name: &str) -> &str {
    let name = name.rsplit('/').next().unwrap_or(name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
