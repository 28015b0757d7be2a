//! What a document points at: its parts are brought along, equal ones once, under names of the print file's own.

use super::{Parts, PrintFileError, TYPES};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

const RELATIONS: &str = "word/_rels/document.xml.rels";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// Relationships to what all documents of a template share; the first document's serve.
const COMMON: [&str; 10] = [
    "styles",
    "settings",
    "webSettings",
    "fontTable",
    "theme",
    "numbering",
    "footnotes",
    "endnotes",
    "customXml",
    "stylesWithEffects",
];

/// One relationship.
#[derive(Clone, Debug)]
struct Relation {
    id: String,
    kind: String,
    target: String,
    is_external: bool,
}

impl Relation {
    fn is_common(&self) -> bool {
        let name = self.kind.rsplit('/').next().unwrap_or_default();
        COMMON.contains(&name)
    }
}

/// The print file's relationships.
#[derive(Debug, Default)]
pub(super) struct Relations {
    common: Vec<Relation>,
    /// Parts that only the document points at, and the parts that those point at.
    own: Vec<String>,
    added: Vec<Relation>,
    /// From a hash of a part and of what it points at to its relationship.
    known: BTreeMap<Vec<u8>, String>,
    /// Content types: the attribute and its value that name a part or an extension, and the type.
    types: BTreeMap<(&'static str, String), String>,
}

impl Relations {
    /// Those of the first document.
    pub fn of(parts: &Parts) -> Self {
        let all = read(parts, RELATIONS);
        let (common, own): (Vec<_>, Vec<_>) = all.into_iter().partition(Relation::is_common);
        let mut found: Vec<String> = own
            .iter()
            .filter(|relation| !relation.is_external)
            .map(|relation| path(&relation.target))
            .collect();
        let mut place = 0;
        while let Some(name) = found.get(place).cloned() {
            let below =
                read(parts, &relations_of(&name)).into_iter().filter(|relation| !relation.is_external);
            let below: Vec<String> = below.map(|relation| path(&relation.target)).collect();
            found.extend(below.into_iter().filter(|name| !found.contains(name)).collect::<Vec<_>>());
            place += 1;
        }
        let own = found.iter().flat_map(|name| [name.clone(), relations_of(name)]).collect();
        let mut types = BTreeMap::new();
        for tag in tags(parts, TYPES) {
            for key in ["PartName", "Extension"] {
                if let (Some(name), Some(kind)) = (attribute(&tag, key), attribute(&tag, "ContentType")) {
                    types.insert((key, name), kind);
                }
            }
        }
        Self { common, own, types, ..Self::default() }
    }

    /// Whether a part of the first document is the print file's own.
    pub fn is_common(&self, name: &str) -> bool {
        name != RELATIONS && !self.own.iter().any(|own| own == name)
    }

    /// Brings a document's parts along. From its relationships' ids to the print file's.
    pub fn take(
        &mut self,
        from: &Parts,
        into: &mut Parts,
    ) -> Result<BTreeMap<String, String>, PrintFileError> {
        let mut names = BTreeMap::new();
        for relation in read(from, RELATIONS).into_iter().filter(|relation| !relation.is_common()) {
            let key = fingerprint(from, &relation, 0);
            let id = match self.known.get(&key) {
                Some(id) => id.clone(),
                None => {
                    let target = if relation.is_external {
                        relation.target.clone()
                    } else {
                        self.copy(from, &path(&relation.target), into, 0)?
                    };
                    let id = self.relate(&relation.kind, target, relation.is_external);
                    self.known.insert(key, id.clone());
                    id
                }
            };
            names.insert(relation.id, id);
        }
        Ok(names)
    }

    /// The relationship to an empty header or footer: a section without one of its own would take the one before it.
    pub fn empty(&mut self, element: &str, into: &mut Parts) -> String {
        let (tag, kind) = if element == "headerReference" { ("hdr", "header") } else { ("ftr", "footer") };
        if let Some(id) = self.known.get(tag.as_bytes()) {
            return id.clone();
        }
        let name = format!("word/empty-{kind}.xml");
        let part = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:{tag} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p/></w:{tag}>"
        );
        into.insert(name.clone(), part.into_bytes());
        let content = format!("application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml");
        self.types.insert(("PartName", format!("/{name}")), content);
        let id = self.relate(&format!("{OFFICE}/{kind}"), format!("empty-{kind}.xml"), false);
        self.known.insert(tag.as_bytes().to_vec(), id.clone());
        id
    }

    /// Writes the document's relationships and the content types.
    pub fn write(&self, parts: &mut Parts) {
        let relations: String = self.common.iter().chain(&self.added).map(written).collect();
        parts.insert(RELATIONS.to_owned(), whole_relations(&relations));
        let mut types = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
        );
        for ((key, name), kind) in &self.types {
            let is_there = *key == "Extension" || parts.contains_key(name.trim_start_matches('/'));
            let element = if *key == "Extension" { "Default" } else { "Override" };
            if is_there {
                let _ = write!(types, "<{element} {key}=\"{name}\" ContentType=\"{kind}\"/>");
            }
        }
        types.push_str("</Types>");
        parts.insert(TYPES.to_owned(), types.into_bytes());
    }

    fn relate(&mut self, kind: &str, target: String, is_external: bool) -> String {
        let id = format!("rIdPrint{}", self.added.len() + 1);
        self.added.push(Relation { id: id.clone(), kind: kind.to_owned(), target, is_external });
        id
    }

    /// Copies a part with all that it points at; its new target.
    fn copy(
        &mut self,
        from: &Parts,
        name: &str,
        into: &mut Parts,
        depth: u8,
    ) -> Result<String, PrintFileError> {
        let Some(bytes) = from.get(name).filter(|_| depth < 8) else {
            return Err(PrintFileError::Unreadable(name.to_owned()));
        };
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
        // Parts are never taken away again: one that is counted further is free.
        let mut place = into.len();
        while into.contains_key(&format!("{stem}-{place}.{extension}")) {
            place += 1;
        }
        let new = format!("{stem}-{place}.{extension}");
        into.insert(new.clone(), bytes.clone());
        let (types, old) = (tags(from, TYPES), format!("/{name}"));
        let with = |key: &str, value: &str| {
            let tag = types.iter().find(|tag| attribute(tag, key).as_deref() == Some(value));
            tag.and_then(|tag| attribute(tag, "ContentType"))
        };
        if let Some(kind) = with("PartName", &old).or_else(|| with("Extension", extension)) {
            self.types.insert(("PartName", format!("/{new}")), kind);
        }
        let mut below = String::new();
        for relation in read(from, &relations_of(name)) {
            let target = if relation.is_external {
                relation.target.clone()
            } else {
                self.copy(from, &path(&relation.target), into, depth + 1)?
            };
            below.push_str(&written(&Relation { target, ..relation }));
        }
        if !below.is_empty() {
            into.insert(relations_of(&new), whole_relations(&below));
        }
        Ok(new.strip_prefix("word/").map_or_else(|| format!("/{new}"), str::to_owned))
    }
}

/// Two relationships of one fingerprint lead to equal content.
fn fingerprint(from: &Parts, relation: &Relation, depth: u8) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(relation.kind.as_bytes());
    if relation.is_external || depth > 8 {
        hash.update(relation.target.as_bytes());
    } else {
        let name = path(&relation.target);
        hash.update(from.get(&name).map(Vec::as_slice).unwrap_or_default());
        for below in read(from, &relations_of(&name)) {
            hash.update(below.id.as_bytes());
            hash.update(fingerprint(from, &below, depth + 1));
        }
    }
    hash.finalize().to_vec()
}

/// The full name of a part that a part in `word/` points at.
fn path(target: &str) -> String {
    match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => match target.strip_prefix("../") {
            Some(above) => above.to_owned(),
            None => format!("word/{target}"),
        },
    }
}

fn relations_of(name: &str) -> String {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    format!("{folder}/_rels/{file}.rels")
}

fn read(parts: &Parts, name: &str) -> Vec<Relation> {
    let relation = |tag: &String| {
        Some(Relation {
            id: attribute(tag, "Id")?,
            kind: attribute(tag, "Type")?,
            target: attribute(tag, "Target")?,
            is_external: attribute(tag, "TargetMode").as_deref() == Some("External"),
        })
    };
    tags(parts, name).iter().filter_map(relation).collect()
}

/// The start tags of a part.
fn tags(parts: &Parts, name: &str) -> Vec<String> {
    let text = parts.get(name).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    text.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag.to_owned()).collect()
}

/// An attribute's value, as it is written.
pub(super) fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag.get(start..)?.split_once('"').map(|(value, _)| value.to_owned())
}

fn written(relation: &Relation) -> String {
    let mode = if relation.is_external { " TargetMode=\"External\"" } else { "" };
    format!(
        "<Relationship Id=\"{}\" Type=\"{}\" Target=\"{}\"{mode}/>",
        relation.id, relation.kind, relation.target
    )
}

fn whole_relations(relations: &str) -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>"
    )
    .into_bytes()
}
