//! A print file: many documents of one template in one Word file, each in sections of its own.
//!
//! A document's headers, pictures and links go along, equal ones once; its pages are counted from 1; its bookmarks, drawings, footnotes
//! and numbered lists are its own.

mod letter;
mod lists;
mod notes;
mod relations;
#[cfg(test)]
mod tests;

use letter::Letter;
use lists::Lists;
use notes::Notes;
use relations::Relations;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};
use thiserror::Error;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const DOCUMENT: &str = "word/document.xml";
const TYPES: &str = "[Content_Types].xml";

/// Why documents cannot be put together.
#[derive(Debug, Error)]
pub enum PrintFileError {
    /// A document is no Word file.
    #[error("{0}")]
    Unreadable(String),
    /// A document has no body.
    #[error("нет тела документа")]
    NoBody,
    /// It has something that cannot be carried over.
    #[error("в документе есть {0}")]
    Unfit(&'static str),
    /// There is no document.
    #[error("нет документов")]
    Empty,
}

impl From<zip::result::ZipError> for PrintFileError {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Unreadable(error.to_string())
    }
}

impl From<std::io::Error> for PrintFileError {
    fn from(error: std::io::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}

/// The parts of a package by name.
type Parts = BTreeMap<String, Vec<u8>>;

/// A print file in the making.
#[derive(Debug)]
pub struct PrintFile {
    title: String,
    /// The first document's parts, and those that the others bring along.
    parts: Parts,
    /// The document's part up to and with the body's start tag.
    opening: String,
    body: String,
    relations: Relations,
    lists: Lists,
    notes: Vec<Notes>,
    counters: Counters,
}

/// What is counted through the whole file.
#[derive(Debug, Default)]
struct Counters {
    letters: usize,
    drawings: u32,
    bookmarks: u32,
}

impl PrintFile {
    /// An empty file of that title.
    pub fn new(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            parts: Parts::new(),
            opening: String::new(),
            body: String::new(),
            relations: Relations::default(),
            lists: Lists::default(),
            notes: Vec::new(),
            counters: Counters::default(),
        }
    }

    /// Adds a document after the others.
    pub fn add(&mut self, document: &[u8]) -> Result<(), PrintFileError> {
        let mut parts = unpack(document)?;
        let text = parts.remove(DOCUMENT).ok_or(PrintFileError::NoBody)?;
        let text = String::from_utf8(text).map_err(|error| PrintFileError::Unreadable(error.to_string()))?;
        if text.contains("<w:commentReference") || text.contains("<w:altChunk") {
            return Err(PrintFileError::Unfit("примечания или вставленные файлы"));
        }
        let (opening, body) = letter::body(&text)?;
        if self.counters.letters == 0 {
            self.start(&parts, opening);
        }
        self.counters.letters += 1;
        let names = self.relations.take(&parts, &mut self.parts)?;
        let mut letter = Letter::read(body)?;
        letter.rename(&names, &mut self.counters);
        self.lists.restart(&mut letter);
        for notes in &mut self.notes {
            notes.take(&parts, &mut letter)?;
        }
        letter.number_pages(&mut self.relations, &mut self.parts);
        if self.counters.letters > 1 {
            letter::end_section(&mut self.body);
        }
        self.body.push_str(&letter.finish());
        Ok(())
    }

    /// The file.
    pub fn finish(mut self) -> Result<Vec<u8>, PrintFileError> {
        if self.counters.letters == 0 {
            return Err(PrintFileError::Empty);
        }
        let document = format!("{}{}</w:body></w:document>", self.opening, self.body);
        self.parts.insert(DOCUMENT.to_owned(), document.into_bytes());
        self.lists.write(&mut self.parts);
        for notes in &self.notes {
            notes.write(&mut self.parts);
        }
        self.relations.write(&mut self.parts);
        retitle(&mut self.parts, &self.title);
        pack(&self.parts)
    }

    /// What the first document decides: styles, settings, the kinds of list.
    fn start(&mut self, parts: &Parts, opening: &str) {
        opening.clone_into(&mut self.opening);
        self.relations = Relations::of(parts);
        self.lists = Lists::of(parts);
        self.notes = notes::KINDS.iter().map(|kind| Notes::of(kind, parts)).collect();
        let is_kept = |name: &str| self.relations.is_common(name);
        let kept = parts.iter().filter(|(name, _)| is_kept(name));
        self.parts = kept.map(|(name, bytes)| (name.clone(), bytes.clone())).collect();
    }
}

fn unpack(document: &[u8]) -> Result<Parts, PrintFileError> {
    let mut archive = ZipArchive::new(Cursor::new(document))?;
    let mut parts = Parts::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index)?;
        let mut bytes = Vec::with_capacity(part.size().min(1 << 24) as usize);
        part.read_to_end(&mut bytes)?;
        let name = part.name()?.into_owned();
        parts.insert(name, bytes);
    }
    Ok(parts)
}

fn pack(parts: &Parts) -> Result<Vec<u8>, PrintFileError> {
    // Time 1980-01-01, the crate's own where it is given no clock.
    let options = SimpleFileOptions::default();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let types = parts.get_key_value(TYPES);
    for (name, bytes) in types.into_iter().chain(parts.iter().filter(|(name, _)| *name != TYPES)) {
        out.start_file(name.as_str(), options)?;
        out.write_all(bytes)?;
    }
    Ok(out.finish()?.into_inner())
}

/// The file's own title in its properties.
fn retitle(parts: &mut Parts, title: &str) {
    let Some(core) = parts.get_mut("docProps/core.xml") else { return };
    let text = String::from_utf8_lossy(core).into_owned();
    if let (Some(start), Some(end)) = (text.find("<dc:title>"), text.find("</dc:title>")) {
        let title = quick_xml::escape::escape(title);
        let text = format!("{}<dc:title>{title}{}", &text[..start], &text[end..]);
        *core = text.into_bytes();
    }
}
