//! A table kept with what follows it, for the built-in engine alone: it keeps rows together, but lets the last one go from the paragraph
//! or the signature behind the table. What is to be kept with the table becomes a row of it, without lines, in the copy in memory.

use super::reserve;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::ops::Range;

/// A paragraph of one point, where one must stand.
const POINT: &str =
    "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/></w:pPr></w:p>";

/// A block of the body: whether it is a table, and where it stands.
struct Block {
    is_table: bool,
    at: Range<usize>,
}

/// The document's text with each table's kept followers in a row of it; the text itself where there is none, or where it cannot be read.
pub(super) fn together(text: &str, styles: &str) -> String {
    let Some(blocks) = blocks(text) else { return text.to_owned() };
    let kept_styles = kept_styles(styles);
    let keeps = |block: &Block| {
        let own = text.get(block.at.clone()).unwrap_or_default();
        if !block.is_table && kept_styles.iter().any(|style| own.contains(style.as_str())) {
            return true;
        }
        let last = if block.is_table { own.rfind("<w:tr>").max(own.rfind("<w:tr ")) } else { Some(0) };
        own.get(last.unwrap_or_default()..).is_some_and(|own| own.contains("<w:keepNext/>"))
    };
    let ends_section =
        |block: &Block| text.get(block.at.clone()).is_some_and(|own| own.contains("<w:sectPr"));
    let mut out = String::with_capacity(text.len() + 1024);
    let (mut copied, mut place) = (0, 0);
    while let Some(table) = blocks.get(place) {
        let before = place.checked_sub(1).and_then(|before| blocks.get(before));
        place += 1;
        if table.is_table
            && before.is_some_and(|before| !before.is_table && !ends_section(before) && keeps(before))
        {
            out.push_str(text.get(copied..table.at.start).unwrap_or_default());
            copied = table.at.start;
            out.push_str(&reserve::before(text.get(table.at.clone()).unwrap_or_default()));
        }
        if !(table.is_table && keeps(table)) {
            continue;
        }
        // The chain goes on as long as each is kept whole with the next one; the first that is not ends it, and belongs to it.
        let is_whole = |block: &Block| {
            let own = text.get(block.at.clone()).unwrap_or_default();
            !block.is_table
                || own
                    .split("</w:tr>")
                    .filter(|row| row.contains("<w:tr"))
                    .all(|row| row.contains("<w:keepNext/>"))
        };
        let chain = blocks.iter().skip(place).take_while(|block| !ends_section(block));
        let kept = chain.clone().take_while(|block| keeps(block) && is_whole(block)).count();
        let followers: Vec<&Block> = chain.take(kept + 1).collect();
        // A heading stays with a table of its own.
        if followers.last().is_some_and(|last| last.is_table && !is_whole(last)) {
            continue;
        }
        let (Some(first), Some(last)) = (followers.first(), followers.last()) else { continue };
        // White space behind a table needs no company.
        if !text.get(first.at.start..last.at.end).is_some_and(|own| own.contains("</w:t>")) {
            continue;
        }
        let Some(row) = row(text, table, first.at.start..last.at.end, last.is_table) else { continue };
        let end = table.at.end - "</w:tbl>".len();
        out.push_str(text.get(copied..end).unwrap_or_default());
        out.push_str(&row);
        out.push_str("</w:tbl>");
        // A section ends with a paragraph.
        if blocks.get(place + followers.len()).is_none_or(ends_section) {
            out.push_str(POINT);
        }
        copied = last.at.end;
        place += followers.len();
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    out
}

/// How a paragraph names its style, for each style whose paragraphs are kept with the next one.
fn kept_styles(styles: &str) -> Vec<String> {
    let kept = styles.split("<w:style ").skip(1).filter(|style| style.contains("<w:keepNext/>"));
    let id = |style: &str| style.split_once("w:styleId=\"")?.1.split('"').next().map(str::to_owned);
    kept.filter_map(id).map(|id| format!("<w:pStyle w:val=\"{id}\"")).collect()
}

/// The row: one cell over all columns, ruled above where the table is ruled, its text at the table's own edges.
fn row(text: &str, table: &Block, followers: Range<usize>, ends_with_table: bool) -> Option<String> {
    let table = text.get(table.at.clone())?;
    let grid = table.get(..table.find("</w:tblGrid>")?)?;
    let widths: Vec<u32> = grid
        .split("<w:gridCol w:w=\"")
        .skip(1)
        .filter_map(|column| column.split('"').next()?.parse().ok())
        .collect();
    let is_ruled = grid.contains("<w:insideH w:val=\"single\"");
    let line =
        if is_ruled { "<w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>" } else { "" };
    let width: u32 = widths.iter().sum();
    // A cell ends with a paragraph.
    let end = if ends_with_table { POINT } else { "" };
    Some(format!(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:gridSpan w:val=\"{}\"/>\
         <w:tcBorders>{line}<w:left w:val=\"nil\"/><w:bottom w:val=\"nil\"/><w:right w:val=\"nil\"/></w:tcBorders>\
         <w:tcMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tcMar>\
         </w:tcPr>{}{end}</w:tc></w:tr>",
        widths.len(),
        text.get(followers)?,
    ))
}

/// The blocks of the body; `None` where the text is no document.
fn blocks(text: &str) -> Option<Vec<Block>> {
    let mut reader = Reader::from_str(text);
    let (mut blocks, mut path) = (Vec::new(), Vec::new());
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event().ok()?;
        let end = reader.buffer_position() as usize;
        let is_inside = path.len() == 2 && path.get(1).is_some_and(|(name, _)| name == "w:body");
        match event {
            Event::Start(tag) => path.push((tag.name().as_ref().to_owned(), start)),
            Event::Empty(_) if is_inside => blocks.push(Block { is_table: false, at: start..end }),
            Event::End(_) => {
                let (name, start) = path.pop()?;
                if path.len() == 2 && path.get(1).is_some_and(|(name, _)| name == "w:body") {
                    blocks.push(Block { is_table: name == "w:tbl", at: start..end });
                }
            }
            Event::Eof => return Some(blocks),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::together;

    fn table(rows: &str) -> String {
        format!(
            "<w:tbl><w:tblPr><w:tblBorders><w:insideH w:val=\"single\"/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w=\"100\"/><w:gridCol w:w=\"200\"/></w:tblGrid>{rows}</w:tbl>"
        )
    }

    const KEPT: &str = "<w:tr><w:tc><w:p><w:pPr><w:keepNext/></w:pPr></w:p></w:tc></w:tr>";
    const LOOSE: &str = "<w:tr><w:tc><w:p/></w:tc></w:tr>";

    #[test]
    fn the_signature_becomes_a_row_of_the_table_that_is_kept_with_it() {
        let lead = "<w:p><w:pPr><w:keepNext/></w:pPr></w:p>";
        let date = "<w:p><w:r><w:t>Дата</w:t></w:r></w:p>";
        let signature = table(
            "<w:tr><w:tc><w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:t>Директор</w:t></w:r></w:p></w:tc></w:tr>",
        );
        let body = |inner: &str| format!("<w:document><w:body>{inner}<w:sectPr/></w:body></w:document>");
        let made = together(
            &body(&format!("<w:p/>{}{lead}{signature}{date}<w:p/>", table(&format!("{LOOSE}{KEPT}")))),
            "",
        );
        let row = made.split(KEPT).nth(1).unwrap();
        assert!(row.starts_with("<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"300\" w:type=\"dxa\"/><w:gridSpan w:val=\"2\"/>"), "{made}");
        assert!(row.contains(&format!("</w:tcPr>{lead}{signature}{date}</w:tc>")), "{made}");
        assert!(made.ends_with("</w:tc></w:tr></w:tbl><w:p/><w:sectPr/></w:body></w:document>"), "{made}");
    }

    #[test]
    fn a_heading_asks_for_the_room_of_the_first_rows() {
        let styles =
            "<w:styles><w:style w:styleId=\"Keyword\"><w:pPr><w:keepNext/></w:pPr></w:style></w:styles>";
        let whole = |style: &str| {
            let heading = format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr></w:p>");
            together(
                &format!(
                    "<w:document><w:body>{heading}{}</w:body></w:document>",
                    table(&format!("{KEPT}{LOOSE}"))
                ),
                styles,
            )
        };
        assert!(whole("Keyword").contains("</w:t></w:r></w:p><w:tbl>"), "{}", whole("Keyword"));
        assert!(!whole("Text").contains("<w:t "), "{}", whole("Text"));
    }

    #[test]
    fn a_table_that_is_not_kept_and_the_end_of_a_section_stay_as_they_are() {
        for inner in [
            format!("{}<w:p/>", table(LOOSE)),
            format!("{}<w:p/>", table(KEPT)),
            format!(
                "{}<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:t>3. Ход</w:t></w:r></w:p>{}",
                table(KEPT),
                table(LOOSE)
            ),
            format!("{}<w:p><w:pPr><w:sectPr/></w:pPr></w:p>", table(KEPT)),
            format!("{}<w:sectPr/>", table(KEPT)),
        ] {
            let whole = format!("<w:document><w:body>{inner}</w:body></w:document>");
            assert_eq!(together(&whole, ""), whole);
        }
        assert_eq!(together("<w:document><w:body>", ""), "<w:document><w:body>");
    }
}
