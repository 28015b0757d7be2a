//! Cells and shared texts in the form that nearly every writer gives them, read from the bytes at hand: a list of a hundred thousand people has
//! a million of them. Whatever has any other form is left to the reader of XML.

/// A cell: its attributes as they are written, and its value; empty where it has none.
#[derive(Debug, PartialEq, Eq)]
pub struct PlainCell<'a> {
    pub attributes: &'a str,
    pub value: &'a str,
    /// How many bytes it takes.
    pub length: usize,
}

/// The cell that the bytes begin with: `<c r="B2" s="1" t="s"><v>15</v></c>` or `<c r="B2" s="1"/>`.
pub fn cell(bytes: &[u8]) -> Option<PlainCell<'_>> {
    let rest = bytes.strip_prefix(b"<c ")?;
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'=' | b'"');
    let (attributes, rest) = rest.split_at(rest.iter().position(|byte| !is_plain(byte))?);
    let attributes = str::from_utf8(attributes).ok()?;
    if attributes.contains("inlineStr") {
        return None;
    }
    let (value, rest) = match rest.strip_prefix(b"><v>") {
        None => (&[][..], rest.strip_prefix(b"/>")?),
        Some(rest) => {
            // Within ASCII, without a reference or a line end, the text is the value.
            let is_plain = |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'&');
            let (value, rest) = rest.split_at(rest.iter().position(|byte| !is_plain(byte))?);
            // A value that is empty is no plain one: what it means depends.
            (Some(value).filter(|value| !value.is_empty())?, rest.strip_prefix(b"</v></c>")?)
        }
    };
    Some(PlainCell { attributes, value: str::from_utf8(value).ok()?, length: bytes.len() - rest.len() })
}

/// The text that the bytes begin with, and how many of them it takes: `<si><t>Текст</t></si>`.
pub fn shared(bytes: &[u8]) -> Option<(&str, usize)> {
    let rest = bytes.strip_prefix(b"<si><t>")?;
    let is_plain = |byte: &u8| !matches!(byte, b'<' | b'&' | b'\r');
    let (text, rest) = rest.split_at(rest.iter().position(|byte| !is_plain(byte))?);
    let rest = rest.strip_prefix(b"</t></si>")?;
    Some((str::from_utf8(text).ok()?, bytes.len() - rest.len()))
}

#[cfg(test)]
mod tests {
    use super::super::super::grid::CellCount;
    use super::super::sheet::{self, Context};
    use super::super::styles::Styles;
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;
    use std::sync::Arc;
    use std::sync::atomic::AtomicUsize;

    /// What a sheet of these cells is read as.
    fn reading(cells: &str) -> String {
        let text = format!("<worksheet><sheetData><row r=\"1\">{cells}</row></sheetData></worksheet>");
        let strings = ["ноль", "один"].map(Arc::from);
        let (rich, styles) = (HashMap::new(), Styles::default());
        let context = Context { strings: &strings, rich: &rich, styles: &styles, is_1904: false };
        let file = AtomicUsize::new(0);
        let mut cells = CellCount::of(&file);
        format!("{:?}", sheet::read(&mut text.as_bytes(), "sheet1.xml", &context, &mut cells))
    }

    proptest! {
        /// A tab after the element's name keeps a cell from the plain way.
        #[test]
        fn a_plain_cell_is_what_the_reader_of_xml_makes_of_it(
            cells in prop::collection::vec((
                prop::sample::select(vec!["A1", "B1", "C1", "D2", "A0", "", "XFE1", "b1"]),
                prop::sample::select(vec!["", " s=\"0\"", " s=\"9\"", " s=\"x\"", " t=\"n\" s=\"1\"", " x=\"1\""]),
                prop::sample::select(vec!["", " t=\"s\"", " t=\"str\"", " t=\"b\"", " t=\"e\"", " t=\"d\"", " t=\"inlineStr\"", " t=\"z\""]),
                prop::sample::select(vec![
                    "/>", "><v>1</v></c>", "><v>-1.5E3</v></c>", "><v>#N/A</v></c>", "><v>2023-03-15</v></c>", "><v></v></c>", "></c>",
                    "><v> 1</v></c>", "><v>&lt;</v></c>", "><v>1</v><v>0</v></c>", "><f/></c>", "><is><t>a</t></is></c>", "><v>1</c>",
                ]),
            ), 0..6),
        ) {
            let written = |name: &str| -> String {
                let one = |(at, style, kind, rest): &_| format!("{name}r=\"{at}\"{style}{kind}{rest}");
                cells.iter().map(one).collect::<Vec<String>>().concat()
            };
            prop_assert_eq!(reading(&written("<c ")), reading(&written("<c\t")));
        }
    }

    #[test]
    fn only_the_plainest_form_is_taken() {
        let text = br#"<c r="B2" s="1" t="s"><v>15</v></c><c r="C2"/><c"#;
        let first = cell(text).unwrap();
        assert_eq!(first, PlainCell { attributes: r#"r="B2" s="1" t="s""#, value: "15", length: 35 });
        assert_eq!(cell(&text[35..]), Some(PlainCell { attributes: r#"r="C2""#, value: "", length: 11 }));
        for other in [
            r#"<c r="B2"><f>A1</f><v>1</v></c>"#,
            r#"<c r="B2" t="inlineStr"><v>1</v></c>"#,
            r#"<c r="B2"><v>1&amp;</v></c>"#,
            r#"<c r="B2"><v>1 </v></c>"#,
            r#"<c r="B2" t="s"><v></v></c>"#,
            r#"<c r="B2"><v>1"#,
            r"<c r='B2'><v>1</v></c>",
            r#"<cols><col min="1"/>"#,
        ] {
            assert_eq!(cell(other.as_bytes()), None, "{other}");
        }
        assert_eq!(shared("<si><t>Текст</t></si><si>".as_bytes()), Some(("Текст", 26)));
        for other in
            ["<si><t>a&amp;b</t></si>", "<si><t>a\r</t></si>", "<si><r><t>a</t></r></si>", "<si><t>a</t"]
        {
            assert_eq!(shared(other.as_bytes()), None, "{other}");
        }
        assert_eq!(shared(b"<si><t>\xff</t></si>"), None);
    }
}
