//! The parts of a template as one .docx file: as few parts as Word needs, fixed times and order.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::StarterError;
use super::xml::Element;

/// The parts that differ from template to template.
#[derive(Debug)]
pub struct Parts<'a> {
    /// The title among the properties.
    pub title: &'a str,
    /// `word/document.xml`.
    pub document: Vec<u8>,
    /// `word/header.xml`, with the page's number.
    pub header: Option<Vec<u8>>,
    /// `word/footer.xml`.
    pub footer: Option<Vec<u8>>,
}

const STYLES: &str = include_str!("parts/styles.xml");
const SETTINGS: &str = include_str!("parts/settings.xml");
/// The time that all properties bear: a template has no moment of its own.
const TIME: &str = "2022-09-01T00:00:00Z";
const AUTHOR: &str = "pisar";

const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const CORE_TYPE: &str = "application/vnd.openxmlformats-package.core-properties+xml";
const CORE_RELATION: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

/// Packs the parts.
pub fn pack(parts: &Parts<'_>) -> Result<Vec<u8>, StarterError> {
    let mut word: Vec<(&str, &str, &[u8])> =
        vec![("styles", "rIdStyles", STYLES.as_bytes()), ("settings", "rIdSettings", SETTINGS.as_bytes())];
    word.extend(parts.header.as_ref().map(|header| ("header", "rIdHeader", header.as_slice())));
    word.extend(parts.footer.as_ref().map(|footer| ("footer", "rIdFooter", footer.as_slice())));

    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default());
    let mut put = |name: &str, bytes: &[u8]| -> Result<(), StarterError> {
        zip.start_file(name, options)?;
        zip.write_all(bytes)?;
        Ok(())
    };
    put("[Content_Types].xml", &content_types(&word).to_part())?;
    put("_rels/.rels", &package_relations().to_part())?;
    put("docProps/core.xml", &core_properties(parts.title).to_part())?;
    put("word/document.xml", &parts.document)?;
    put("word/_rels/document.xml.rels", &document_relations(&word).to_part())?;
    for (name, _, bytes) in &word {
        put(&format!("word/{name}.xml"), bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn content_types(word: &[(&str, &str, &[u8])]) -> Element {
    let extension =
        |name: &str, kind: &str| Element::new("Default").with("Extension", name).with("ContentType", kind);
    let part =
        |name: &str, kind: &str| Element::new("Override").with("PartName", name).with("ContentType", kind);
    let types = Element::new("Types")
        .with("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
        .child(extension("rels", "application/vnd.openxmlformats-package.relationships+xml"))
        .child(extension("xml", "application/xml"))
        .child(part("/docProps/core.xml", CORE_TYPE))
        .child(part("/word/document.xml", &format!("{WORD_TYPE}document.main+xml")));
    word.iter().fold(types, |types, (name, _, _)| {
        types.child(part(&format!("/word/{name}.xml"), &format!("{WORD_TYPE}{name}+xml")))
    })
}

fn relations() -> Element {
    Element::new("Relationships")
        .with("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
}

fn relation(id: &str, kind: &str, target: &str) -> Element {
    Element::new("Relationship").with("Id", id).with("Type", kind).with("Target", target)
}

fn package_relations() -> Element {
    relations()
        .child(relation("rIdDocument", &format!("{RELATION}officeDocument"), "word/document.xml"))
        .child(relation("rIdCore", CORE_RELATION, "docProps/core.xml"))
}

fn document_relations(word: &[(&str, &str, &[u8])]) -> Element {
    word.iter().fold(relations(), |relations, (name, id, _)| {
        relations.child(relation(id, &format!("{RELATION}{name}"), &format!("{name}.xml")))
    })
}

fn core_properties(title: &str) -> Element {
    let text = |name: &str, value: &str| Element {
        children: vec![super::xml::Node::Text(value.to_owned())],
        ..Element::new(name)
    };
    let time = |name: &str| text(name, TIME).with("xsi:type", "dcterms:W3CDTF");
    Element::new("cp:coreProperties")
        .with("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with("xmlns:dcterms", "http://purl.org/dc/terms/")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .child(text("dc:title", title))
        .child(text("dc:creator", AUTHOR))
        .child(text("dc:language", "ru-RU"))
        .child(text("cp:lastModifiedBy", AUTHOR))
        .child(time("dcterms:created"))
        .child(time("dcterms:modified"))
}
