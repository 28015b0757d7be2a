//! What the pictures of one document add to its package: parts, relationships, content types.

use super::package::{Package, Part};
use super::picture::{Picture, Pictures, Unusable};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The pictures of one document.
#[derive(Debug)]
pub(super) struct Media {
    /// Where pictures are taken from.
    pub pictures: Pictures,
    /// What the names of its parts and relationships begin with.
    stem: String,
    /// Each picture once: its part's name and its bytes.
    pub parts: Vec<(String, Picture)>,
    /// For each part, in order, the numbers of the pictures that it shows.
    relations: BTreeMap<String, Vec<usize>>,
}

impl Media {
    pub fn new(pictures: Pictures, package: &Package) -> Self {
        // A paper made by us may be a template again: its pictures have these names.
        let mut stem = "pisar".to_owned();
        while package.parts.iter().any(|part| has_name(part, &stem)) {
            stem.push('_');
        }
        Self { pictures, stem, parts: Vec::new(), relations: BTreeMap::new() }
    }

    /// A picture out of a file.
    ///
    /// # Errors
    /// As [`Pictures::get`].
    pub fn file(&mut self, path: &str) -> Result<Picture, Unusable> {
        self.pictures.get(path)
    }

    /// Puts a picture into the document; gives the id of its relationship in `part`.
    pub fn place(&mut self, part: &str, picture: Picture) -> String {
        let number = match self.parts.iter().position(|(_, known)| *known == picture) {
            Some(number) => number,
            None => {
                let name = format!(
                    "word/media/{}{}.{}",
                    self.stem,
                    self.parts.len() + 1,
                    picture.format.extension()
                );
                self.parts.push((name, picture));
                self.parts.len() - 1
            }
        };
        let numbers = self.relations.entry(part.to_owned()).or_default();
        if !numbers.contains(&number) {
            numbers.push(number);
        }
        self.relation(number)
    }

    fn relation(&self, number: usize) -> String {
        format!("rId_{}{}", self.stem, number + 1)
    }

    /// The names of the relationship parts that must grow.
    pub fn relationship_parts(&self) -> Vec<String> {
        self.relations.keys().map(|part| relationships_of(part)).collect()
    }

    /// A relationship part with the pictures' relationships.
    pub fn related(&self, name: &str, text: &str) -> String {
        let Some((part, numbers)) = self.relations.iter().find(|(part, _)| relationships_of(part) == name)
        else {
            return text.to_owned();
        };
        let office = if text.contains("purl.oclc.org/ooxml/officeDocument/relationships") {
            "http://purl.oclc.org/ooxml/officeDocument/relationships"
        } else {
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        };
        insert(text, |prefix, added| {
            for number in numbers {
                let target = self.parts.get(*number).map_or("", |(name, _)| name.as_str());
                let relative = target.strip_prefix("word/").filter(|_| part.matches('/').count() == 1);
                let target = relative.map_or_else(|| format!("/{target}"), ToOwned::to_owned);
                let _ = write!(
                    added,
                    "<{prefix}Relationship Id=\"{}\" Type=\"{office}/image\" Target=\"{target}\"/>",
                    self.relation(*number)
                );
            }
        })
    }

    /// The content types with those of the pictures.
    pub fn typed(&self, text: &str) -> String {
        insert(text, |prefix, added| {
            for (name, picture) in &self.parts {
                let _ = write!(
                    added,
                    "<{prefix}Override PartName=\"/{name}\" ContentType=\"image/{}\"/>",
                    picture.format.extension()
                );
            }
        })
    }
}

/// Whether a part has a name of ours, or names a relationship so.
fn has_name(part: &Part, stem: &str) -> bool {
    let is_related = || {
        part.name.ends_with(".rels") && part.text().is_ok_and(|text| text.contains(&format!("\"rId_{stem}")))
    };
    part.name.starts_with(&format!("word/media/{stem}")) || is_related()
}

/// The name of the part that holds a part's relationships.
fn relationships_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}_rels/{name}.rels")
}

/// Adds elements before the end of the outermost one, with its prefix.
fn insert(text: &str, write: impl FnOnce(&str, &mut String)) -> String {
    let trimmed = text.trim_end();
    let end = trimmed.rfind("</");
    // An element that closes itself is opened up.
    let (before, name) = match end {
        Some(end) => trimmed.split_at(end),
        None => (trimmed.trim_end_matches("/>"), trimmed.rsplit_once('<').map_or("", |(_, tag)| tag)),
    };
    let name: String = name
        .trim_start_matches("</")
        .chars()
        .take_while(|c| !c.is_whitespace() && !matches!(c, '>' | '/'))
        .collect();
    let prefix = name.split_once(':').map_or(String::new(), |(prefix, _)| format!("{prefix}:"));
    let mut out = String::with_capacity(text.len() + 256);
    out.push_str(before);
    if end.is_none() {
        out.push('>');
    }
    write(&prefix, &mut out);
    out.push_str("</");
    out.push_str(&name);
    out.push('>');
    out
}
