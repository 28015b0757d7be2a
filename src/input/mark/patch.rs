//! An .xlsx patched in place: styles, the cells' references to them, notes; every other part is copied byte for byte.

use super::edits::{Edits, with_attributes};
use super::styles::Wanted;
use super::{Marks, is_error, marks, note, notes, styles};
use crate::diagnostic::{Finding, Language};
use crate::input::package::Package;
use crate::input::xlsx;
use crate::input::xml::attribute;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};
use std::ops::Range;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const TYPES: &str = "[Content_Types].xml";
const COMMENTS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const DRAWING: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing";
/// What may follow a drawing of notes in a sheet (ECMA-376, part 1, 18.3.1.99).
const AFTER_DRAWING: &[&str] = &[
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
];

/// The workbook with its marks; `None` where it is none that can be patched: binary, Strict, without styles.
pub fn patch(bytes: &[u8], findings: &[&Finding], language: Language) -> Option<Vec<u8>> {
    let book = xlsx::sheets(&mut Package::open(bytes).ok()?).ok()??;
    let mut parts = Parts { archive: ZipArchive::new(Cursor::new(bytes)).ok()?, changed: BTreeMap::new() };
    let marked: Vec<_> = book
        .sheets
        .iter()
        .map(|sheet| (sheet.part.as_str(), marks(findings, &sheet.name)))
        .filter(|(_, marks)| !marks.is_empty())
        .collect();
    let mut cells = Vec::with_capacity(marked.len());
    let mut wanted: BTreeSet<Wanted> = BTreeSet::new();
    for (part, marks) in &marked {
        let found = marked_cells(&parts.text(part)?, marks)?;
        wanted.extend(found.iter().map(|cell| (cell.style, cell.is_error)));
        cells.push(found);
    }
    let styles_part = book.styles?;
    let (text, indexes) = styles::add(&parts.text(&styles_part)?, &wanted)?;
    parts.put(&styles_part, text);
    for (number, ((part, marks), cells)) in marked.iter().zip(&cells).enumerate() {
        let text = parts.text(part)?;
        let mut edits = Edits::default();
        for cell in cells {
            let index = indexes.get(&(cell.style, cell.is_error))?.to_string();
            edits
                .replace(cell.open.clone(), with_attributes(text.get(cell.open.clone())?, &[("s", &index)])?);
        }
        parts.put(part, edits.make(&text)?);
        let notes: Vec<_> = marks.iter().map(|(at, findings)| (*at, note(findings, language))).collect();
        add_notes(&mut parts, part, number + 1, &notes)?;
    }
    parts.finish()
}

/// A cell to colour: its opening tag, its style.
struct MarkedCell {
    open: Range<usize>,
    style: usize,
    is_error: bool,
}

/// The cells of the sheet that have a mark. One that the sheet does not hold gets its note all the same.
fn marked_cells(text: &str, marks: &Marks<'_>) -> Option<Vec<MarkedCell>> {
    let by_name: BTreeMap<String, bool> =
        marks.iter().map(|(at, findings)| (at.to_string(), is_error(findings))).collect();
    let mut reader = Reader::from_str(text);
    let mut cells = Vec::new();
    loop {
        let start = reader.buffer_position() as usize;
        match reader.read_event().ok()? {
            Event::Eof => return Some(cells),
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == "c" => {
                let is_error = attribute(&element, "r").and_then(|name| by_name.get(&*name).copied());
                if let Some(is_error) = is_error {
                    let style = attribute(&element, "s").and_then(|style| style.parse().ok()).unwrap_or(0);
                    cells.push(MarkedCell {
                        open: start..reader.buffer_position() as usize,
                        style,
                        is_error,
                    });
                }
            }
            _ => {}
        }
    }
}

/// Notes of one sheet: into the parts that it has for them, or into new ones.
fn add_notes(
    parts: &mut Parts<'_>,
    sheet: &str,
    number: usize,
    notes: &[(crate::location::CellRef, String)],
) -> Option<()> {
    let (folder, name) = sheet.rsplit_once('/')?;
    let relations_part = format!("{folder}/_rels/{name}.rels");
    let relations = parts.text(&relations_part).unwrap_or_else(|| {
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>".to_owned()
    });
    let old = |kind: &str| target(&relations, kind).map(|target| xlsx::resolve(folder, &target));
    if let (Some(comments), Some(drawing)) = (old("comments"), old("vmlDrawing")) {
        let (text, fresh) = notes::add(&parts.text(&comments)?, notes)?;
        parts.put(&comments, text);
        let drawn = notes::draw(&parts.text(&drawing)?, &fresh)?;
        parts.put(&drawing, drawn);
        return Some(());
    }
    if old("comments").is_some() || old("vmlDrawing").is_some() {
        return None;
    }
    let (comments, drawing) =
        (format!("xl/pisarComments{number}.xml"), format!("xl/drawings/pisarDrawing{number}.vml"));
    let (text, fresh) = notes::add(notes::EMPTY_NOTES, notes)?;
    parts.put(&comments, text);
    parts.put(&drawing, notes::draw(notes::EMPTY_DRAWING, &fresh)?);
    let mut edits = Edits::default();
    edits.insert(
        relations.rfind("</Relationships>")?,
        format!(
            "<Relationship Id=\"pisarNotes\" Type=\"{COMMENTS}\" Target=\"/{comments}\"/>\
             <Relationship Id=\"pisarDrawing\" Type=\"{DRAWING}\" Target=\"/{drawing}\"/>"
        ),
    );
    let relations = edits.make(&relations)?;
    parts.put(&relations_part, relations);
    let text = parts.text(sheet)?;
    let mut edits = Edits::default();
    edits.insert(
        drawing_place(&text)?,
        "<legacyDrawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"pisarDrawing\"/>".to_owned(),
    );
    parts.put(sheet, edits.make(&text)?);
    let types = parts.text(TYPES)?;
    let mut edits = Edits::default();
    let mut added = format!(
        "<Override PartName=\"/{comments}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml\"/>"
    );
    if !types.contains("Extension=\"vml\"") {
        let default = "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>";
        added.insert_str(0, default);
    }
    edits.insert(types.rfind("</Types>")?, added);
    parts.put(TYPES, edits.make(&types)?);
    Some(())
}

/// Where in a sheet the drawing of notes belongs; `None` where elements have a prefix that ours would lack.
fn drawing_place(text: &str) -> Option<usize> {
    let mut reader = Reader::from_str(text);
    let mut depth = 0;
    loop {
        let start = reader.buffer_position() as usize;
        match reader.read_event().ok()? {
            Event::Eof => return None,
            Event::Start(element) => {
                if depth == 1 && AFTER_DRAWING.contains(&element.local_name().as_ref()) {
                    return Some(start);
                }
                if depth == 0 && element.name().as_ref() != "worksheet" {
                    return None;
                }
                depth += 1;
            }
            Event::Empty(element) if depth == 1 && AFTER_DRAWING.contains(&element.local_name().as_ref()) => {
                return Some(start);
            }
            Event::End(_) => {
                depth -= 1;
                if depth == 0 {
                    return Some(start);
                }
            }
            _ => {}
        }
    }
}

/// The target of the relation whose type ends in `kind`.
fn target(relations: &str, kind: &str) -> Option<String> {
    let mut reader = Reader::from_str(relations);
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return None,
            Event::Start(element) | Event::Empty(element)
                if attribute(&element, "Type").is_some_and(|name| name.rsplit('/').next() == Some(kind)) =>
            {
                return attribute(&element, "Target").map(std::borrow::Cow::into_owned);
            }
            _ => {}
        }
    }
}

/// The parts of the package, those that changed apart.
struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    changed: BTreeMap<String, String>,
}

impl Parts<'_> {
    fn text(&mut self, name: &str) -> Option<String> {
        if let Some(text) = self.changed.get(name) {
            return Some(text.clone());
        }
        let mut text = String::new();
        self.archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
        Some(text)
    }

    fn put(&mut self, name: &str, text: String) {
        self.changed.insert(name.to_owned(), text);
    }

    fn finish(mut self) -> Option<Vec<u8>> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        // The zip crate's first day, not today: the same input gives the same bytes.
        let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
        for at in 0..self.archive.len() {
            let name = self.archive.by_index_data(at).ok()?.name().ok()?.into_owned();
            match self.changed.remove(&name) {
                Some(text) => {
                    writer.start_file(name, options).ok()?;
                    writer.write_all(text.as_bytes()).ok()?;
                }
                None => writer.raw_copy_file(self.archive.by_index_raw(at).ok()?).ok()?,
            }
        }
        for (name, text) in std::mem::take(&mut self.changed) {
            writer.start_file(name, options).ok()?;
            writer.write_all(text.as_bytes()).ok()?;
        }
        Some(writer.finish().ok()?.into_inner())
    }
}
