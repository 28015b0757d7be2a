//! Where tags work: every part and every place of a Word file.

use crate::document::{Docx, W, fill, p, part};

/// A part with that outermost element around paragraphs.
fn around(element: &str, inner: &str) -> String {
    format!("<w:{element} xmlns:w=\"{W}\">{inner}</w:{element}>")
}

#[test]
fn headers_footers_and_notes_are_filled() {
    let note = |kind: &str| {
        around(&format!("{kind}s"), &format!("<w:{kind} w:id=\"1\">{}</w:{kind}>", p("{{число}}")))
    };
    let made = fill(
        &Docx::new(&p("текст"))
            .part("rId1", "header", "header1.xml", &around("hdr", &p("перв. {{число}}")))
            .part("rId2", "header", "header2.xml", &around("hdr", &p("чётн. {{число}}")))
            .part("rId3", "footer", "footer1.xml", &around("ftr", &p("{{#если число}}низ{{/если}}")))
            .part("rId4", "footnotes", "footnotes.xml", &note("footnote"))
            .part("rId5", "endnotes", "endnotes.xml", &note("endnote"))
            .bytes(),
    )
    .unwrap();
    for (name, text) in [
        ("word/header1.xml", "перв. 21"),
        ("word/header2.xml", "чётн. 21"),
        ("word/footer1.xml", "низ"),
        ("word/footnotes.xml", "21"),
        ("word/endnotes.xml", "21"),
    ] {
        let found = part(&made, name);
        assert!(found.contains(&format!("<w:t xml:space=\"preserve\">{text}</w:t>")), "{name}: {found}");
    }
}
