//! The copy of a document that the built-in engine sets: with Liberation Serif in it under the name that templates use.

use super::keep;
use std::fmt::Write as _;
use std::io::{Cursor, Read as _, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter, result::ZipResult};

/// The faces: the element of the font table, the part, the file (SIL Open Font Licence 1.1, see NOTICE).
const FACES: [(&str, &str, &[u8]); 4] = [
    ("embedRegular", "pisar-regular.ttf", include_bytes!("fonts/LiberationSerif-Regular.ttf")),
    ("embedBold", "pisar-bold.ttf", include_bytes!("fonts/LiberationSerif-Bold.ttf")),
    ("embedItalic", "pisar-italic.ttf", include_bytes!("fonts/LiberationSerif-Italic.ttf")),
    ("embedBoldItalic", "pisar-bold-italic.ttf", include_bytes!("fonts/LiberationSerif-BoldItalic.ttf")),
];
/// The families that are drawn with it: their letters are as wide.
const FAMILIES: [&str; 2] = ["Times New Roman", "Liberation Serif"];
const TABLE: &str = "word/fontTable.xml";
const BODY: &str = "word/document.xml";
const RELATIONS: &str = "word/_rels/fontTable.xml.rels";
const EMPTY_TABLE: &str = "<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"></w:fonts>";
const EMPTY_RELATIONS: &str =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

/// A copy of the document, in memory only, that carries the fonts: so it looks the same on every computer.
pub(super) fn embedded(document: &[u8]) -> ZipResult<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(document))?;
    let table = with_families(&text(&mut archive, TABLE)?.unwrap_or_else(|| EMPTY_TABLE.to_owned()));
    let relations = text(&mut archive, RELATIONS)?.unwrap_or_else(|| EMPTY_RELATIONS.to_owned());
    let relations = with_relations(&relations);
    let styles = text(&mut archive, "word/styles.xml")?.unwrap_or_default();
    let body = text(&mut archive, BODY)?.map(|body| keep::together(&body, &styles));
    let size = document.len() + FACES.iter().map(|(_, _, bytes)| bytes.len()).sum::<usize>();
    let mut out = ZipWriter::new(Cursor::new(Vec::with_capacity(size + 8192)));
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index)?;
        if ![TABLE, RELATIONS, BODY].contains(&&*part.name()?) {
            out.raw_copy_file(part)?;
        }
    }
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in [(TABLE, Some(table)), (RELATIONS, Some(relations)), (BODY, body)] {
        if let Some(text) = text {
            out.start_file(name, stored)?;
            out.write_all(text.as_bytes())?;
        }
    }
    for (_, part, bytes) in FACES {
        out.start_file(format!("word/fonts/{part}"), stored)?;
        out.write_all(bytes)?;
    }
    Ok(out.finish()?.into_inner())
}

fn text(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> ZipResult<Option<String>> {
    match archive.by_name(name) {
        Ok(mut part) => {
            let mut text = String::new();
            part.read_to_string(&mut text)?;
            Ok(Some(text))
        }
        Err(zip::result::ZipError::FileNotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The font table with our families in place of the document's own entries of those names.
fn with_families(table: &str) -> String {
    let mut table = if table.contains("</w:fonts>") { table.to_owned() } else { EMPTY_TABLE.to_owned() };
    for family in FAMILIES {
        while let Some(start) = table.find(&format!("<w:font w:name=\"{family}\"")) {
            let rest = &table[start..];
            let tag = rest.find('>').map_or(rest.len(), |end| end + 1);
            let is_empty = rest[..tag].ends_with("/>");
            let end = if is_empty { Some(tag) } else { rest.find("</w:font>").map(|end| end + 9) };
            table.replace_range(start..start + end.unwrap_or(rest.len()), "");
        }
        let mut entry = format!("<w:font w:name=\"{family}\"><w:family w:val=\"roman\"/>");
        for (place, (element, ..)) in FACES.iter().enumerate() {
            let _ = write!(entry, "<w:{element} {REFERENCE}=\"pisarFont{place}\"/>");
        }
        entry.push_str("</w:font>");
        let end = table.rfind("</w:fonts>").unwrap_or(table.len());
        table.insert_str(end, &entry);
    }
    table
}

/// The attribute that names a relationship, with its namespace: a table need not declare `r`.
const REFERENCE: &str =
    "xmlns:p=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" p:id";

fn with_relations(relations: &str) -> String {
    let mut relations = if relations.contains("</Relationships>") {
        relations.to_owned()
    } else {
        EMPTY_RELATIONS.to_owned()
    };
    let end = relations.rfind("</Relationships>").unwrap_or(relations.len());
    let mut ours = String::new();
    for (place, (_, part, _)) in FACES.iter().enumerate() {
        let _ = write!(
            ours,
            "<Relationship Id=\"pisarFont{place}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/font\" Target=\"fonts/{part}\"/>"
        );
    }
    relations.insert_str(end, &ours);
    relations
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_documents_own_entry_of_the_family_goes() {
        let table = "<w:fonts xmlns:w=\"w\"><w:font w:name=\"Arial\"/><w:font w:name=\"Times New Roman\"><w:charset w:val=\"CC\"/></w:font></w:fonts>";
        let made = with_families(table);
        assert_eq!(made.matches("w:name=\"Times New Roman\"").count(), 1);
        assert!(made.starts_with("<w:fonts xmlns:w=\"w\"><w:font w:name=\"Arial\"/><w:font w:name=\"Times New Roman\"><w:family w:val=\"roman\"/><w:embedRegular "));
        assert!(!made.contains("w:charset") && made.ends_with("</w:font></w:fonts>"));
    }

    #[test]
    fn every_face_is_named_and_packed() {
        let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
        packed.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
        packed.write_all(b"<w:document/>").unwrap();
        let made = embedded(&packed.finish().unwrap().into_inner()).unwrap();
        let mut archive = ZipArchive::new(Cursor::new(&made[..])).unwrap();
        let relations = text(&mut archive, RELATIONS).unwrap().unwrap();
        for (place, (_, part, bytes)) in FACES.iter().enumerate() {
            assert!(relations.contains(&format!("Id=\"pisarFont{place}\"")));
            let mut found = Vec::new();
            archive.by_name(&format!("word/fonts/{part}")).unwrap().read_to_end(&mut found).unwrap();
            assert_eq!(found, *bytes);
        }
        assert_eq!(text(&mut archive, "word/document.xml").unwrap().unwrap(), "<w:document/>");
    }
}
