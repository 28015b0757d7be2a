//! Where tags work: every part and every place of a Word file.

use crate::document::{Docx, W, cell, fill, p, part, render, row, wrong};

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

#[test]
fn both_halves_of_alternate_content_are_filled() {
    let inner = p("{{число}}{{#если пусто}}нет{{/если}}");
    let body = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>{{{{пусто}}}}</w:t></w:r></w:p>"
    )
    .replace("{{пусто}}", "{{или пусто \"—\"}}");
    let made = render(&body);
    assert_eq!(made.matches("<w:txbxContent><w:p><w:r><w:t>21</w:t></w:r></w:p></w:txbxContent>").count(), 2);
    assert!(made.ends_with("</mc:AlternateContent></w:r><w:r><w:t>—</w:t></w:r></w:p>"), "{made}");
}

#[test]
fn a_content_control_is_filled_and_forgets_what_it_was_bound_to() {
    let control = |content: &str| {
        format!(
            "<w:sdt><w:sdtPr><w:alias w:val=\"А\"/><w:showingPlcHdr/><w:dataBinding w:xpath=\"/a\" w:storeItemID=\"x\"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )
    };
    let made = "<w:sdt><w:sdtPr><w:alias w:val=\"А\"/></w:sdtPr><w:sdtContent>";
    assert_eq!(
        render(&control(&p("{{число}}"))),
        format!("{made}<w:p><w:r><w:t>21</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    );
    let inline = format!("<w:p>{}</w:p>", control("<w:r><w:t>{{число}}</w:t></w:r>"));
    assert_eq!(render(&inline), format!("<w:p>{made}<w:r><w:t>21</w:t></w:r></w:sdtContent></w:sdt></w:p>"));
    assert_eq!(render(&control(&p("без тега"))), control(&p("без тега")));
    let emptied = control(&[p("{{#если пусто}}"), p("x"), p("{{/если}}")].concat());
    assert!(render(&emptied).ends_with("<w:sdtContent><w:p/></w:sdtContent></w:sdt>"));
}

#[test]
fn tables_within_tables_repeat_their_own_rows() {
    let inner = format!("<w:tbl>{}</w:tbl>", row(&["{{#каждый люди}}{{имя}}", "{{/каждый}}"]));
    let outer = format!("<w:tbl><w:tr><w:tc>{inner}{}</w:tc></w:tr></w:tbl>", p("{{число}}"));
    let rows = [row(&["Анна", ""]), row(&["Пётр", ""])].concat();
    let made = render(&outer).replace("<w:r></w:r>", "");
    assert_eq!(
        made.replace("<w:r><w:t></w:t></w:r>", ""),
        format!("<w:tbl><w:tr><w:tc><w:tbl>{rows}</w:tbl>{}</w:tc></w:tr></w:tbl>", p("21"))
            .replace("<w:r><w:t></w:t></w:r>", "")
    );
}

#[test]
fn revisions_are_taken_as_accepted() {
    let body = "<w:p><w:ins w:id=\"1\"><w:r><w:t>{{чис</w:t></w:r></w:ins><w:del w:id=\"2\"><w:r><w:delText>{{пусто}}</w:delText></w:r></w:del><w:r><w:t>ло}}</w:t></w:r></w:p>";
    assert_eq!(
        render(body),
        "<w:p><w:ins w:id=\"1\"><w:r><w:t>21</w:t></w:r></w:ins><w:r><w:t></w:t></w:r></w:p>"
    );
}

#[test]
fn formulas_are_filled() {
    let body = "<w:p><m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>x={{число}}</m:t></m:r></m:oMath></w:p>";
    assert!(render(body).contains("<m:t>x=21</m:t>"));
}

/// The targets of a document's links.
fn links(targets: &[&str]) -> Docx {
    targets.iter().enumerate().fold(Docx::new(&p("текст")), |docx, (number, target)| {
        docx.relation(&format!("rId{number}"), "hyperlink", target, " TargetMode=\"External\"")
    })
}

#[test]
fn targets_of_links_are_filled_and_checked() {
    let made = fill(
        &links(&[
            "%7B%7B%D1%81%D1%81%D1%8B%D0%BB%D0%BA%D0%B0%7D%7D",
            "{{ссылка}}",
            "mailto:%7b%7bпочта%7d%7d?subject={{число}}",
            "https://a.ru/?a=1&amp;b=%7B%7Bчисло%7D%7D#%D0%B0",
        ])
        .bytes(),
    )
    .unwrap();
    let relations = part(&made, "word/_rels/document.xml.rels");
    let targets: Vec<&str> =
        relations.split("Target=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let link = "https://пример.рф/а%20б?x=%221%22&amp;y=%3C2%3E";
    assert_eq!(targets, [link, link, "mailto:a@b.ru?subject=21", "https://a.ru/?a=1&amp;b=21#%D0%B0"]);
    let findings = fill(&links(&["{{название}}"]).bytes()).unwrap_err();
    assert_eq!(findings[0].code.name(), "template-link-scheme");
    let findings = fill(&links(&["https://a/%7B%7Bпусто%7D%7D"]).bytes()).unwrap_err();
    assert_eq!((findings[0].code.name(), findings[0].at.clone()), ("template-field-empty", Some(cell(6, 1))));
    let image = Docx::new(&p("x")).relation("rId1", "image", "media/{{число}}.png", "");
    assert_eq!(fill(&image.bytes()).unwrap_err()[0].code.name(), "template-place-wrong");
}

#[test]
fn properties_of_the_document_are_filled() {
    let core = "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>План {{число}} {{или пусто &quot;—&quot;}}</dc:title></cp:coreProperties>";
    let custom = "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\"><property name=\"а\"><vt:lpwstr>{{название}}</vt:lpwstr></property></Properties>";
    let docx = Docx::new(&p("x"))
        .raw("docProps/core.xml", core.as_bytes())
        .raw("docProps/custom.xml", custom.as_bytes());
    let made = fill(&docx.bytes()).unwrap();
    assert!(part(&made, "docProps/core.xml").contains("<dc:title>План 21 —</dc:title>"));
    assert!(
        part(&made, "docProps/custom.xml").contains("<vt:lpwstr>&lt;w:p/&gt; &amp; {{имя}} две</vt:lpwstr>")
    );
}

#[test]
fn texts_of_charts_are_filled_however_they_are_split() {
    let chart = "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><c:rich><a:p><a:r><a:rPr b=\"1\"/><a:t>Итог {{чис</a:t></a:r><a:r><a:t>ло}}: {{#каждый люди разделитель=\", \"}}{{имя}}{{/каждый}}</a:t></a:r></a:p></c:rich><c:v>{{число}}</c:v></c:chartSpace>";
    let made = fill(&Docx::new(&p("x")).part("rId1", "chart", "charts/chart1.xml", chart).bytes()).unwrap();
    let chart = part(&made, "word/charts/chart1.xml");
    assert!(
        chart.contains("<a:p><a:r><a:rPr b=\"1\"/><a:t>Итог 21</a:t></a:r><a:r><a:t>: </a:t></a:r><a:r><a:t>Анна, </a:t></a:r><a:r><a:t>Пётр</a:t></a:r></a:p>"),
        "{chart}"
    );
    assert!(chart.contains("<c:v>21</c:v>") && !chart.contains("xml:space"));
}

#[test]
fn a_tag_in_a_field_code_is_told() {
    let codes = [
        "<w:p><w:fldSimple w:instr=\"HYPERLINK &quot;{{ссылка}}&quot;\"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>",
        "<w:p><w:r><w:instrText>DATE {{чис</w:instrText></w:r><w:r><w:instrText>ло}}</w:instrText></w:r></w:p>",
    ];
    for code in codes {
        assert_eq!(wrong(code), ["template-place-wrong"]);
    }
}
