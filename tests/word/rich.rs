//! Rich values: line feeds, tabs, the bold and the italic of a cell.

use crate::document::{Docx, part};
use pisar::template::Template;
use pisar::value::{Field, Kind, Leaf, Overrides, Record, Schema, Shape, Span, Tree, Value};
use std::sync::Arc;

/// A document of that body with a text of three stretches, the second bold, the third italic.
pub fn made(body: &str) -> Vec<u8> {
    let mut tree = Tree::default();
    let root = tree.add_schema(Schema {
        name: "корень".into(),
        fields: vec![Field::computed("текст", "текст", Shape::Leaf(Kind::Text))],
        subject: None,
    });
    let span = |text: &str, is_bold, is_italic| Span { text: text.into(), is_bold, is_italic };
    let spans: Arc<[Span]> =
        [span("а\n", false, false), span("<б>\t", true, false), span("в", false, true)].into();
    let overrides = Overrides { spans: Some(spans), ..Overrides::default() };
    let leaf = Leaf { overrides: Some(Arc::new(overrides)), ..Leaf::text("а\n<б>\tв") };
    let record = Value::from(Record { schema: root, values: vec![Value::Leaf(leaf)] });
    let template = Template::compile("t.docx", &Docx::new(body).bytes()).unwrap();
    assert_eq!(template.lint(&tree, root), []);
    template.renderer().render(&tree, &record).unwrap()
}

fn render(body: &str) -> String {
    let text = part(&made(body), "word/document.xml");
    text.split_once("<w:body>")
        .unwrap()
        .1
        .replace("</w:body></w:document>", "")
        .replace(" xml:space=\"preserve\"", "")
}

const PROPERTIES: &str = "<w:rPr><w:rFonts w:ascii=\"Arial\"/><w:b w:val=\"0\"/><w:sz w:val=\"28\"/></w:rPr>";

#[test]
fn line_feeds_and_tabs_are_breaks_and_tabs() {
    assert_eq!(
        render("<w:p><w:r><w:t>{{текст}}</w:t></w:r></w:p>"),
        "<w:p><w:r><w:t>а</w:t><w:br/><w:t>&lt;б&gt;</w:t><w:tab/><w:t>в</w:t></w:r></w:p>"
    );
}

#[test]
fn bold_and_italic_of_a_cell_are_kept_where_asked() {
    let made = render(&format!("<w:p><w:r>{PROPERTIES}<w:t>«{{{{оформленное текст}}}}»</w:t></w:r></w:p>"));
    let with = |flags: &str| PROPERTIES.replace("<w:b w:val=\"0\"/>", flags);
    assert_eq!(
        made,
        format!(
            "<w:p><w:r>{PROPERTIES}<w:t>«</w:t></w:r><w:r>{PROPERTIES}<w:t>а</w:t><w:br/><w:t></w:t></w:r><w:r>{}<w:t>&lt;б&gt;</w:t><w:tab/><w:t></w:t></w:r><w:r>{}<w:t>в</w:t></w:r><w:r>{PROPERTIES}<w:t>»</w:t></w:r></w:p>",
            with("<w:b/><w:bCs/>"),
            with("<w:b w:val=\"0\"/><w:i/><w:iCs/>")
        )
    );
    // What a helper has changed is plain text; so is what stands in no run.
    assert_eq!(
        render("<w:p><w:r><w:t>{{прописные (оформленное текст)}}</w:t></w:r></w:p>").matches("<w:r>").count(),
        1
    );
}
