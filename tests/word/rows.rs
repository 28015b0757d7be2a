//! A document for each row of the engine's table of abilities; the shared validator opens what is made of them all.

use crate::document::{Docx, W, p, values};
use crate::validator::errors;
use pisar::template::Template;

const END: &str = "<w:sectPr/>";
const FACE: &str = "<w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\"/><w:sz w:val=\"28\"/></w:rPr>";

fn around(element: &str, inner: &str) -> String {
    format!("<w:{element} xmlns:w=\"{W}\">{inner}</w:{element}>")
}

/// A table of rows of cells; each cell's own properties first.
fn table(rows: &[&[(&str, &str)]]) -> String {
    let columns = rows.iter().map(|row| row.len()).max().unwrap_or(1);
    let rows: Vec<String> = rows
        .iter()
        .map(|row| {
            let cells: Vec<String> = row
                .iter()
                .map(|(merge, inner)| {
                    let inner = if inner.starts_with('<') { (*inner).to_owned() } else { p(inner) };
                    format!("<w:tc><w:tcPr><w:tcW w:w=\"100\" w:type=\"dxa\"/>{merge}</w:tcPr>{inner}</w:tc>")
                })
                .collect();
            format!("<w:tr>{}</w:tr>", cells.concat())
        })
        .collect();
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>{}</w:tblGrid>{}</w:tbl>",
        "<w:gridCol w:w=\"100\"/>".repeat(columns),
        rows.concat()
    )
}

fn split_tags() -> Docx {
    let body = format!(
        "<w:p><w:r>{FACE}<w:t>а {{</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:t>{{чис</w:t></w:r><w:bookmarkStart w:id=\"1\" w:name=\"а\"/><w:r><w:t>ло}}}}</w:t></w:r><w:bookmarkEnd w:id=\"1\"/><w:ins w:id=\"2\" w:author=\"а\" w:date=\"2023-01-01T00:00:00Z\"><w:r><w:t>{{{{или пусто</w:t></w:r></w:ins><w:del w:id=\"3\" w:author=\"а\" w:date=\"2023-01-01T00:00:00Z\"><w:r><w:delText>!</w:delText></w:r></w:del><w:r><w:t>\u{a0}“—”}}}}</w:t></w:r></w:p>"
    );
    Docx::new(&(body + END))
}

fn places() -> Docx {
    let body = p("{{число}}");
    let note = |kind: &str| {
        let special = |id: &str, name: &str| {
            format!("<w:{kind} w:type=\"{name}\" w:id=\"{id}\"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>")
        };
        let own = format!("<w:{kind} w:id=\"1\">{body}</w:{kind}>");
        let all = special("-1", "separator") + &special("0", "continuationSeparator") + &own;
        around(&format!("{kind}s"), &all)
    };
    let shape = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:extent cx=\"900000\" cy=\"900000\"/><wp:docPr id=\"5\" name=\"Надпись\" descr=\"{{{{число}}}}\"/><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvSpPr txBox=\"1\"/><wps:spPr/><wps:txbx><w:txbxContent>{body}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect style=\"width:70pt;height:70pt\"><v:textbox><w:txbxContent>{body}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    );
    let control = format!(
        "<w:sdt><w:sdtPr><w:alias w:val=\"А\"/><w:id w:val=\"77\"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>{body}</w:sdtContent></w:sdt>"
    );
    let rest = "<w:p><w:hyperlink r:id=\"rId9\"><w:r><w:t>{{ссылка}}</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id=\"1\"/></w:r><w:r><w:endnoteReference w:id=\"1\"/></w:r></w:p>";
    let end = "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"rId1\"/><w:headerReference w:type=\"even\" r:id=\"rId2\"/><w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:titlePg/></w:sectPr>";
    let nested = table(&[&[("", &(table(&[&[("", "{{#каждый люди}}{{имя}}{{/каждый}}")]]) + &body))]]);
    Docx::new(&[shape, control, rest.to_owned(), nested, body.clone(), end.to_owned()].concat())
        .part("rId1", "header", "header1.xml", &around("hdr", &body))
        .part("rId2", "header", "header2.xml", &around("hdr", &body))
        .part("rId3", "footer", "footer1.xml", &around("ftr", &p("{{#если пусто}}низ{{/если}}")))
        .part("rId4", "footnotes", "footnotes.xml", &note("footnote"))
        .part("rId5", "endnotes", "endnotes.xml", &note("endnote"))
        .relation("rId9", "hyperlink", "%7B%7Bссылка%7D%7D", " TargetMode=\"External\"")
}

fn chart() -> Docx {
    let text = "<a:p><a:r><a:rPr lang=\"ru-RU\" b=\"1\"/><a:t>Итог {{чис</a:t></a:r><a:r><a:rPr lang=\"ru-RU\"/><a:t>ло}}: {{#каждый люди разделитель=\", \"}}{{имя}}{{/каждый}}</a:t></a:r></a:p>";
    let chart = format!(
        "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><c:chart><c:title><c:tx><c:rich><a:bodyPr/>{text}</c:rich></c:tx></c:title><c:plotArea><c:layout/><c:pieChart><c:varyColors val=\"1\"/></c:pieChart></c:plotArea></c:chart></c:chartSpace>"
    );
    let frame = "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"900000\" cy=\"900000\"/><wp:docPr id=\"1\" name=\"Диаграмма\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"rId1\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
    Docx::new(&(frame.to_owned() + END)).part("rId1", "chart", "charts/chart1.xml", &chart)
}

fn blocks() -> Docx {
    let item = |text: &str| {
        p(text).replace(
            "<w:p>",
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
        )
    };
    let (start, on) = ("<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>");
    let rows = table(&[
        &[("", "{{#каждый люди}}"), ("", "")],
        &[(start, "{{имя}}"), ("", "{{#каждый никто}}{{имя}}{{/каждый}}а")],
        &[(on, ""), ("", "б")],
        &[("", "{{/каждый}}"), ("", "")],
    ]);
    let gone = table(&[&[("", "{{#каждый никто}}{{имя}}{{/каждый}}")]]);
    let cell = format!("{}{}{}", p("{{#каждый никто}}"), p("{{имя}}"), p("{{/каждый}}"));
    let whole = [p("{{#каждый люди}}"), table(&[&[("", "{{имя}}")]]), p("{{/каждый}}")].concat();
    let numbering = around(
        "numbering",
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
    );
    let body = [
        item("{{#каждый люди}}"),
        item("{{@номер}} {{имя}}{{#если @первый}} (первый){{/если}}{{#если_нет @последний}};{{/если_нет}}"),
        item("{{/каждый}}"),
        rows,
        gone,
        table(&[&[("", &cell)]]),
        p("{{#каждый люди разделитель=\", \" последний_разделитель=\" и \"}}{{имя}}{{/каждый}}"),
        whole,
        END.to_owned(),
    ];
    Docx::new(&body.concat()).part("rId1", "numbering", "numbering.xml", &numbering)
}

fn conditions() -> Docx {
    let body = [
        p("{{#если (и (больше число 20) (не пусто))}}да{{иначе}}нет{{/если}}"),
        p("{{#группы мероприятия по=\"раздел\" сортировать=да}}"),
        p("{{ключ}}: {{сумма строки \"часы\"}} ч."),
        table(&[&[
            ("", "{{#каждый строки сортировать=\"наименование\" где=(больше часы 1)}}{{@номер}}"),
            ("", "{{наименование}}{{/каждый}}"),
        ]]),
        p("{{/группы}}"),
        END.to_owned(),
    ];
    Docx::new(&body.concat())
}

fn pictures() -> Docx {
    let body = crate::pictures::picture("{{картинка фото}}").replace("1000\"", "900000\"")
        + &crate::pictures::picture("{{qr ссылка}} Код")
            .replace("id=\"1\"", "id=\"2\"")
            .replace("1000\"", "900000\"");
    crate::pictures::with_picture(&(body + END))
}

fn rich() -> Vec<u8> {
    let body = format!("<w:p><w:r>{FACE}<w:t>{{{{текст}}}} {{{{оформленное текст}}}}</w:t></w:r></w:p>");
    crate::rich::made(&(body + END))
}

fn ids() -> Docx {
    let marked = "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"а\"/><w:r><w:t>{{имя}}</w:t></w:r><w:bookmarkEnd w:id=\"1\"/></w:p>";
    let picture = crate::pictures::picture("{{имя}}").replace("1000\"", "900000\"");
    let body = [p("{{#каждый люди}}"), marked.to_owned(), picture, p("{{/каждый}}"), END.to_owned()];
    crate::pictures::with_picture(&body.concat())
}

#[test]
fn what_is_made_of_every_row_opens() {
    // Kept, to be looked at.
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("word-rows");
    let (made, inputs) = (folder.join("made"), folder.as_path());
    let _ = fs_err::remove_dir_all(&folder);
    fs_err::create_dir_all(&made).unwrap();
    crate::pictures::put_pictures(inputs);
    let (tree, record, root) = values();
    let rows: [(&str, Docx); 7] = [
        ("split", split_tags()),
        ("places", places()),
        ("chart", chart()),
        ("blocks", blocks()),
        ("conditions", conditions()),
        ("pictures", pictures()),
        ("ids", ids()),
    ];
    for (name, docx) in &rows {
        let template = Template::compile(name, &docx.bytes()).unwrap().with_pictures(inputs);
        assert_eq!(template.lint(&tree, root), [], "{name}");
        let bytes = template.renderer().render(&tree, &record).unwrap();
        for (part, text) in crate::document::parts(&bytes) {
            // A value that looks like a tag is text.
            let text = String::from_utf8_lossy(&text).replace("{{имя}}", "");
            assert!(!text.contains("{{"), "{name}: {part}: {text}");
        }
        fs_err::write(made.join(format!("{name}.docx")), bytes).unwrap();
    }
    fs_err::write(made.join("rich.docx"), rich()).unwrap();
    let Some(errors) = errors(&made, &["--strict", "--allow-tags"]) else {
        println!("skipped: no validator beside the repository");
        return;
    };
    assert_eq!(errors.len(), rows.len() + 1);
    for (name, errors) in errors {
        assert_eq!(errors, Vec::<String>::new(), "{name}");
    }
}
