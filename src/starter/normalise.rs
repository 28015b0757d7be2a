//! What docx-rs writes, made as the schema wants it: children in order, nothing empty, nothing that changes from run to run.
//!
//! - The children of property elements come in the order of ECMA-376; `w:rPr` and `w:pPr` without children go.
//! - A row whose every paragraph has the style of a table's heading is repeated on each page (`w:tblHeader`).
//! - Paragraph ids go (they are random), and so do attributes that say the default.
//! - The n-th `w:sectPr` becomes the n-th page set-up.

use super::StarterError;
use super::xml::{Element, Node};

/// The style that marks the rows of a table which are repeated on each page.
pub const HEADING_STYLE: &str = "TableHeading";

/// The order of the children of property elements (ECMA-376, part 1, 17.3–17.6), as far as our blocks use them.
const ORDERS: &[(&str, &[&str])] = &[
    (
        "w:pPr",
        &[
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "framePr",
            "widowControl",
            "numPr",
            "pBdr",
            "shd",
            "tabs",
            "suppressAutoHyphens",
            "spacing",
            "ind",
            "contextualSpacing",
            "jc",
            "textAlignment",
            "outlineLvl",
            "rPr",
            "sectPr",
        ],
    ),
    (
        "w:rPr",
        &[
            "rStyle",
            "rFonts",
            "b",
            "bCs",
            "i",
            "iCs",
            "caps",
            "strike",
            "vanish",
            "color",
            "spacing",
            "w",
            "position",
            "sz",
            "szCs",
            "highlight",
            "u",
            "bdr",
            "shd",
            "vertAlign",
            "lang",
        ],
    ),
    (
        "w:tblPr",
        &[
            "tblStyle",
            "tblpPr",
            "tblW",
            "jc",
            "tblCellSpacing",
            "tblInd",
            "tblBorders",
            "shd",
            "tblLayout",
            "tblCellMar",
            "tblLook",
        ],
    ),
    ("w:tblBorders", &["top", "left", "start", "bottom", "right", "end", "insideH", "insideV"]),
    (
        "w:tcBorders",
        &["top", "left", "start", "bottom", "right", "end", "insideH", "insideV", "tl2br", "tr2bl"],
    ),
    ("w:tblCellMar", &["top", "left", "start", "bottom", "right", "end"]),
    ("w:trPr", &["cantSplit", "trHeight", "tblHeader"]),
    (
        "w:tcPr",
        &["tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection", "vAlign"],
    ),
];

/// Elements that say nothing when they hold nothing.
const EMPTY: &[&str] = &["w:rPr", "w:pPr", "w:tabs", "w:tcBorders", "w:tblBorders", "w:trPr", "w:tblCellMar"];

/// The namespaces that a part of ours needs.
const NAMESPACES: &[(&str, &str)] = &[
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];

/// A part put in order; `pages` are the sections' properties, in order of the sections.
pub fn normalise(part: &[u8], pages: &[Element]) -> Result<Vec<u8>, StarterError> {
    let mut root = Element::parse(&String::from_utf8_lossy(part))?;
    root.attributes = NAMESPACES.iter().map(|&(name, uri)| (name.to_owned(), uri.to_owned())).collect();
    mend(&mut root);
    let mut pages = pages.iter();
    set_pages(&mut root, &mut pages);
    Ok(root.to_part())
}

fn mend(element: &mut Element) {
    for node in &mut element.children {
        if let Node::Element(child) = node {
            mend(child);
        }
    }
    element
        .attributes
        .retain(|(name, value)| !(name.starts_with("w14:") || name == "w:dirty" && value == "false"));
    if element.name == "w:t" {
        // A dash never begins a line.
        for node in &mut element.children {
            if let Node::Text(text) = node {
                *text = text.replace(" – ", "\u{a0}– ");
            }
        }
    }
    element.children.retain(|node| match node {
        Node::Element(child) => !(child.children.is_empty() && EMPTY.contains(&child.name.as_str())),
        Node::Text(text) => !text.trim().is_empty() || holds_text(&element.name),
    });
    match element.name.as_str() {
        "w:tr" if repeats(element) => mark_repeated(element),
        "w:gridCol" => element.attributes.retain(|(name, _)| name != "w:type"),
        // docx-rs writes heights as floats.
        "w:trHeight" => element.attributes.iter_mut().for_each(|(_, value)| truncate(value)),
        _ => {}
    }
    if let Some((_, order)) = ORDERS.iter().find(|(name, _)| *name == element.name) {
        element.children.sort_by_key(|node| match node {
            Node::Element(child) => {
                let name = child.name.trim_start_matches("w:");
                order.iter().position(|&known| known == name).unwrap_or(order.len())
            }
            Node::Text(_) => order.len(),
        });
    }
}

fn holds_text(name: &str) -> bool {
    matches!(name, "w:t" | "w:instrText")
}

fn truncate(value: &mut String) {
    if let Some(point) = value.find('.') {
        value.truncate(point);
    }
}

fn repeats(row: &Element) -> bool {
    let mut paragraphs = row
        .elements()
        .filter(|cell| cell.name == "w:tc")
        .flat_map(Element::elements)
        .filter(|p| p.name == "w:p");
    let is_heading = |paragraph: &Element| {
        paragraph
            .find("w:pPr")
            .and_then(|properties| properties.find("w:pStyle"))
            .and_then(|style| style.attribute("w:val"))
            == Some(HEADING_STYLE)
    };
    paragraphs.next().is_some_and(is_heading) && paragraphs.all(is_heading)
}

fn mark_repeated(row: &mut Element) {
    let mark = Node::Element(Element::new("w:tblHeader"));
    for node in &mut row.children {
        if let Node::Element(properties) = node
            && properties.name == "w:trPr"
        {
            properties.children.push(mark);
            return;
        }
    }
    let properties = Element { children: vec![mark], ..Element::new("w:trPr") };
    row.children.insert(0, Node::Element(properties));
}

fn set_pages<'a>(element: &mut Element, pages: &mut impl Iterator<Item = &'a Element>) {
    for node in &mut element.children {
        if let Node::Element(child) = node {
            if child.name == "w:sectPr" {
                if let Some(page) = pages.next() {
                    *child = page.clone();
                }
            } else {
                set_pages(child, pages);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document \
        xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
        xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">";

    fn normalised(body: &str, pages: &[Element]) -> String {
        let part = format!("<w:document xmlns:w=\"x\">{body}</w:document>");
        let text = String::from_utf8(normalise(part.as_bytes(), pages).unwrap()).unwrap();
        text.strip_prefix(START).unwrap().strip_suffix("</w:document>").unwrap().to_owned()
    }

    #[test]
    fn children_come_in_the_order_of_the_schema_and_empty_properties_go() {
        assert_eq!(
            normalised(
                r#"<w:p w14:paraId="1"><w:pPr><w:jc w:val="center"/><w:rPr/><w:keepNext/><w:pStyle w:val="A"/></w:pPr><w:r><w:rPr><w:sz w:val="24"/><w:b/></w:rPr><w:t xml:space="preserve"> a </w:t></w:r></w:p>"#,
                &[]
            ),
            r#"<w:p><w:pPr><w:pStyle w:val="A"/><w:keepNext/><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve"> a </w:t></w:r></w:p>"#
        );
    }

    #[test]
    fn a_row_of_headings_is_repeated_and_a_mixed_one_is_not() {
        let cell =
            |style: &str| format!(r#"<w:tc><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p></w:tc>"#);
        let heading = cell(HEADING_STYLE);
        assert_eq!(
            normalised(&format!("<w:tr>{heading}{heading}</w:tr>"), &[]),
            format!("<w:tr><w:trPr><w:tblHeader/></w:trPr>{heading}{heading}</w:tr>")
        );
        let mixed = format!("<w:tr>{heading}{}</w:tr>", cell("TableText"));
        assert_eq!(normalised(&mixed, &[]), mixed);
    }

    #[test]
    fn heights_are_whole_numbers_and_columns_of_the_grid_have_no_type() {
        assert_eq!(
            normalised(r#"<w:trHeight w:val="453.6"/><w:gridCol w:w="850" w:type="dxa"/>"#, &[]),
            r#"<w:trHeight w:val="453"/><w:gridCol w:w="850"/>"#
        );
    }

    #[test]
    fn the_sections_take_their_pages_in_order() {
        let pages = ["a", "b"].map(|name| Element::new("w:sectPr").with("w:x", name));
        assert_eq!(
            normalised("<w:p><w:pPr><w:sectPr/></w:pPr></w:p><w:sectPr><w:pgSz/></w:sectPr>", &pages),
            r#"<w:p><w:pPr><w:sectPr w:x="a"/></w:pPr></w:p><w:sectPr w:x="b"/>"#
        );
    }

    #[test]
    fn control_characters_go_and_markup_stays_text() {
        assert_eq!(normalised("<w:t>a&#1;b &lt;w:p&gt; &amp;</w:t>", &[]), "<w:t>ab &lt;w:p&gt; &amp;</w:t>");
    }
}
