//! The sheets of any file: the reader for what its bytes are.

use super::container::{Container, recognise};
use super::grid::Grid;
use super::package::Package;
use super::refusal::{Foreign, Refusal};
use super::{child, csv, docx, encoding, html, ods, xlsx, xml2003};
use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

/// The sheets of the file `name`; `program` serves as a child for old workbooks.
///
/// # Errors
/// Why it is not read.
pub fn grids(
    bytes: &[u8],
    name: &Arc<str>,
    program: &Path,
    findings: &mut Vec<Finding>,
) -> Result<Vec<Grid>, Refusal> {
    match recognise(bytes)? {
        Container::Zip => zipped(bytes, name),
        Container::Xml => flat(bytes),
        Container::Html => html::read(bytes, stem(name)),
        Container::Text => {
            let table = csv::read(bytes, stem(name))?;
            if let Some(line) = table.unclosed {
                let finding = Finding::new(Code::QuoteUnclosed, Location::File(Arc::clone(name)));
                findings.push(finding.with("line", line));
            }
            Ok(vec![table.grid])
        }
        Container::Ole => compound(bytes, program),
        Container::Biff => Err(Refusal::OldExcel),
    }
}

fn zipped(bytes: &[u8], name: &str) -> Result<Vec<Grid>, Refusal> {
    let mut package = Package::open(bytes)?;
    // Which part is the document, and under what name, is the writer's own affair.
    if let Some(part) = xlsx::main_part(&mut package)?
        && part.rsplit('/').next().is_some_and(|part| part.starts_with("document"))
    {
        return docx::read(&mut package, &part, stem(name));
    }
    match ods::read(&mut package)? {
        Some(grids) => Ok(grids),
        None => xlsx::read(&mut package),
    }
}

/// XML by its root: a workbook of Excel 2003, or a flat OpenDocument.
fn flat(bytes: &[u8]) -> Result<Vec<Grid>, Refusal> {
    let text = match encoding::of_xml(bytes) {
        None => Cow::Borrowed(bytes),
        Some(encoding) => match encoding.decode(bytes) {
            (text, _, false) => Cow::Owned(text.into_owned().into_bytes()),
            _ => return Err(Refusal::Encoding),
        },
    };
    let head = encoding::head(&text, 8192);
    if head.contains("<office:document") {
        ods::read_flat(&mut text.as_ref(), "office:document")
    } else if head.contains("urn:schemas-microsoft-com:office:spreadsheet") || head.contains("<Workbook") {
        xml2003::read(&mut text.as_ref())
    } else {
        Err(Refusal::Foreign(Foreign::Unknown))
    }
}

/// A compound file: a workbook, or what Office locks or wrote before 2007.
fn compound(bytes: &[u8], program: &Path) -> Result<Vec<Grid>, Refusal> {
    let has = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if has("EncryptedPackage") {
        Err(Refusal::Password)
    } else if has("WordDocument") {
        Err(Refusal::Foreign(Foreign::WordOld))
    } else {
        child::read(bytes, program)
    }
}

/// The file's name without folders and extension.
pub fn stem(name: &str) -> &str {
    let name = name.rsplit('/').next().unwrap_or(name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
