//! Notes of cells: the part that holds their texts, and the drawing that places them, which Excel still wants in VML.

use super::edits::Edits;
use crate::location::CellRef;
use quick_xml::escape::escape;
use std::fmt::Write as _;

/// The first id of a shape; sheets number theirs from 1025, 2049 and so on, a thousand each.
const FIRST_SHAPE: usize = 900_000;

/// An empty part of notes.
pub const EMPTY_NOTES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors><author>pisar</author></authors>\
    <commentList></commentList></comments>";

/// An empty drawing.
pub const EMPTY_DRAWING: &str = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
    xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" \
    path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/>\
    </v:shapetype></xml>";

/// `part` with a note at each cell. A cell that has one already gets its text below the old one. The cells that are new come back.
pub fn add(part: &str, notes: &[(CellRef, String)]) -> Option<(String, Vec<CellRef>)> {
    let end = part
        .rfind("</commentList>")
        .or_else(|| part.rfind(":commentList>").and_then(|at| part.get(..at)?.rfind("</")))?;
    let prefix = part.get(end + 2..)?.split("commentList").next()?;
    let (mut edits, mut fresh, mut added) = (Edits::default(), Vec::new(), String::new());
    for (at, text) in notes {
        let text = escape(text);
        let old = part.find(&format!("ref=\"{at}\"")).and_then(|old| {
            let close = format!("</{prefix}text>");
            part.get(old..)?.find(&close).map(|close| old + close)
        });
        if let Some(close) = old {
            edits.insert(
                close,
                format!("<{prefix}r><{prefix}t xml:space=\"preserve\">\n{text}</{prefix}t></{prefix}r>"),
            );
        } else {
            let _ = write!(
                added,
                "<{prefix}comment ref=\"{at}\" authorId=\"0\"><{prefix}text><{prefix}r><{prefix}t>{text}\
                     </{prefix}t></{prefix}r></{prefix}text></{prefix}comment>"
            );
            fresh.push(*at);
        }
    }
    edits.insert(end, added);
    Some((edits.make(part)?, fresh))
}

/// `drawing` with a box for the note of each cell.
pub fn draw(drawing: &str, cells: &[CellRef]) -> Option<String> {
    let end = drawing.rfind("</xml>")?;
    let mut shapes = String::new();
    for (number, at) in cells.iter().enumerate() {
        let (row, column) = (at.row, at.column);
        let (top, left) = (row.saturating_sub(1), column + 1);
        let _ = write!(
            shapes,
            "<v:shape id=\"_x0000_s{}\" type=\"#_x0000_t202\" style=\"position:absolute;visibility:hidden\" fillcolor=\"#ffffe1\" \
             o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path \
             o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>\
             <x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 4, {}, 31, {}, 9\
             </x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>",
            FIRST_SHAPE + number,
            left + 4,
            top + 7,
        );
    }
    let mut edits = Edits::default();
    edits.insert(end, shapes);
    edits.make(drawing)
}
