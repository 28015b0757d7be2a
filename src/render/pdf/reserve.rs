//! Room for a table's first rows below the heading that is kept with it, for the built-in engine alone: it asks for the first row, the table's own
//! heading, and then moves that to the page of the second one, away from the words above it.
//!
//! The engine counts a kept paragraph by its type, and draws it by its line: one of a point's height in large type asks for room and takes none.

/// The white space of a ruled row, in points.
const PADDING: f64 = 9.0;
/// The mean width of a letter by the size of its type.
const LETTER: f64 = 0.48;
/// The height of a line of Liberation Serif by the size of its type.
const RATIO: f64 = 1.149;
/// The most room that is asked for: beyond it a page ends where it may.
const MOST: f64 = 300.0;

/// A paragraph that asks for the room of the rows that the first one is kept with; nothing where the first row stands alone.
pub(super) fn before(table: &str) -> String {
    let rows: Vec<&str> = table.split("<w:tr>").flat_map(|piece| piece.split("<w:tr ")).skip(1).collect();
    let padding = if table.contains("<w:insideH w:val=\"single\"") { PADDING } else { 0.0 };
    let is_kept = |row: &&&str| row.contains("<w:keepNext/>") || row.contains("<w:tblHeader");
    let kept = rows.iter().take_while(is_kept).count();
    let room: f64 = rows.iter().take(kept + 1).skip(1).map(|row| height(row, padding)).sum();
    // Ruled room to write by hand begins on any page.
    let is_room =
        rows.first().is_some_and(|row| row.contains("<w:trHeight") && !row.contains("<w:tblHeader"));
    if kept == 0 || is_room || room <= 0.0 || room > MOST {
        return String::new();
    }
    let half_points = (room / RATIO * 2.0).round();
    format!(
        "<w:p><w:pPr><w:keepNext/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/></w:pPr>\
         <w:r><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\"/><w:sz w:val=\"{half_points}\"/></w:rPr><w:t xml:space=\"preserve\"> </w:t></w:r></w:p>"
    )
}

/// About how high a row is, in points: its fullest cell, or the least height that it says.
fn height(row: &str, padding: f64) -> f64 {
    let least =
        row.split_once("<w:trHeight").and_then(|(_, rest)| number(rest.split('>').next()?, "w:val=\""));
    let cells = row.split("<w:tc>").skip(1).map(|cell| {
        let width = number(cell, "<w:tcW w:w=\"").unwrap_or(2_000.0) / 20.0 - padding;
        let is_paragraph = |piece: &&str| piece.contains("<w:p>") || piece.contains("<w:p ");
        cell.split("</w:p>").filter(is_paragraph).map(|paragraph| lines(paragraph, width)).sum::<f64>()
    });
    cells.fold(0.0, f64::max).max(least.unwrap_or(0.0) / 20.0) + padding
}

/// How high a paragraph is in that width, by the type of the templates' styles: 10 points of notes, 12 of tables, 14 of the rest.
fn lines(paragraph: &str, width: f64) -> f64 {
    if paragraph.contains("w:lineRule=\"exact\"") {
        return number(paragraph, "w:line=\"").unwrap_or(0.0) / 20.0;
    }
    let is = |style: &str| paragraph.contains(&format!("<w:pStyle w:val=\"{style}\"/>"));
    let size = if is("Note") {
        10.0
    } else if is("TableText") || is("TableHeading") {
        12.0
    } else {
        14.0
    };
    let words = paragraph.split("<w:t").skip(1).filter(|piece| piece.starts_with(['>', ' ']));
    let words = words.filter_map(|piece| piece.split_once('>')?.1.split('<').next());
    let letters: usize = words.map(|words| words.chars().count()).sum();
    let above = number(paragraph, "w:before=\"").unwrap_or(0.0) / 20.0;
    (letters as f64 * LETTER * size / width.max(size)).ceil().max(1.0) * size * RATIO + above
}

/// The number behind a mark.
fn number(text: &str, mark: &str) -> Option<f64> {
    text.split_once(mark)?.1.split('"').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::before;

    #[test]
    fn the_room_of_the_row_behind_the_heading_is_asked_for() {
        let cell = |text: &str| {
            format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"2000\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
            )
        };
        let heading = format!("<w:tr><w:trPr><w:tblHeader/></w:trPr>{}</w:tr>", cell("№"));
        let row = |text: &str| format!("<w:tr>{}</w:tr>", cell(text));
        let table = format!(
            "<w:tbl><w:insideH w:val=\"single\"/>{heading}{}{}</w:tbl>",
            row(&"а".repeat(40)),
            row("б")
        );
        // Forty letters of 5.76 points in 91 points are three lines: 50.4 points.
        assert!(before(&table).contains("<w:sz w:val=\"88\"/>"), "{}", before(&table));
        assert_eq!(before(&format!("<w:tbl>{}{}</w:tbl>", row("а"), row("б"))), "");
        assert_eq!(before(&format!("<w:tbl>{heading}</w:tbl>")), "");
    }
}
