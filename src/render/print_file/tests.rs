//! Tests of print files: what two documents of one template bring along.

use super::*;

const START: &str = "<?xml version=\"1.0\"?>\n<w:document xmlns:w=\"w\" xmlns:r=\"r\"><w:body>";

/// A document with a header, a list, a footnote, a bookmark and a field that names it, a drawing and a link.
fn document(name: &str, body: &str) -> Vec<u8> {
    let parts = [
        (
            TYPES,
            "<Types><Default Extension=\"rels\" ContentType=\"rels\"/><Override PartName=\"/word/document.xml\" ContentType=\"main\"/><Override PartName=\"/word/header1.xml\" ContentType=\"header\"/></Types>".to_owned(),
        ),
        ("docProps/core.xml", "<c><dc:title>Письмо</dc:title></c>".to_owned()),
        (
            "word/_rels/document.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Type=\"x/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"x/header\" Target=\"header1.xml\"/><Relationship Id=\"rId3\" Type=\"x/hyperlink\" Target=\"https://example.ru/\" TargetMode=\"External\"/></Relationships>".to_owned(),
        ),
        ("word/styles.xml", "<w:styles/>".to_owned()),
        ("word/header1.xml", format!("<w:hdr>{name}</w:hdr>")),
        ("word/numbering.xml", "<w:numbering><w:num w:numId=\"4\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>".to_owned()),
        (
            "word/footnotes.xml",
            format!("<w:footnotes><w:footnote w:id=\"0\">-</w:footnote><w:footnote w:id=\"2\">сноска {name}</w:footnote></w:footnotes>"),
        ),
        (DOCUMENT, format!("{START}{body}</w:body></w:document>")),
    ];
    let parts = parts.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect();
    pack(&parts).unwrap()
}

fn merged(documents: &[Vec<u8>]) -> BTreeMap<String, String> {
    let mut file = PrintFile::new("Письма & приказы");
    for document in documents {
        file.add(document).unwrap();
    }
    let bytes = file.finish().unwrap();
    let text = |(name, bytes): (String, Vec<u8>)| (name, String::from_utf8(bytes).unwrap());
    unpack(&bytes).unwrap().into_iter().map(text).collect()
}

const SECTION: &str = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:type w:val=\"continuous\"/><w:pgSz/><w:titlePg/></w:sectPr>";

#[test]
fn each_document_keeps_its_own_header_pages_lists_and_names() {
    let body = format!(
        "<w:p><w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr><w:bookmarkStart w:id=\"9\" w:name=\"mark\"/><w:bookmarkEnd w:id=\"9\"/><w:instrText> REF mark </w:instrText><w:instrText>NUMPAGES</w:instrText><wp:docPr id=\"7\"/><w:hyperlink r:id=\"rId3\"/><w:footnoteReference w:id=\"2\"/></w:p>{SECTION}"
    );
    let parts = merged(&[document("Иванов", &body), document("Петров", &body), document("Иванов", &body)]);
    let letter = |place: u32, list: u32, note: u32, section: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:numId w:val=\"{list}\"/></w:numPr>{section}</w:pPr><w:bookmarkStart w:id=\"{place}\" w:name=\"mark_{place}\"/><w:bookmarkEnd w:id=\"{place}\"/><w:instrText> REF mark_{place} </w:instrText><w:instrText>SECTIONPAGES</w:instrText><wp:docPr id=\"{place}\"/><w:hyperlink r:id=\"rIdPrint2\"/><w:footnoteReference w:id=\"{note}\"/></w:p>"
        )
    };
    let section = |header: u32| {
        format!(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdPrint{header}\"/><w:type w:val=\"nextPage\"/><w:pgSz/><w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>"
        )
    };
    let expected = [
        START.to_owned(),
        letter(1, 4, 2, &section(1)),
        letter(2, 5, 3, &section(3)),
        letter(3, 6, 4, ""),
        section(1),
        "</w:body></w:document>".to_owned(),
    ];
    assert_eq!(parts[DOCUMENT], expected.concat());
    let headers: Vec<&str> = parts
        .iter()
        .filter(|(name, _)| name.starts_with("word/header"))
        .map(|(_, text)| text.as_str())
        .collect();
    assert_eq!(headers, ["<w:hdr>Иванов</w:hdr>", "<w:hdr>Петров</w:hdr>"]);
    assert!(parts["word/numbering.xml"].contains("<w:num w:numId=\"5\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>"));
    assert_eq!(
        parts["word/footnotes.xml"],
        "<w:footnotes><w:footnote w:id=\"0\">-</w:footnote><w:footnote w:id=\"2\">сноска Иванов</w:footnote><w:footnote w:id=\"3\">сноска Петров</w:footnote><w:footnote w:id=\"4\">сноска Иванов</w:footnote></w:footnotes>"
    );
    assert_eq!(parts["docProps/core.xml"], "<c><dc:title>Письма &amp; приказы</dc:title></c>");
    assert!(
        !parts[TYPES].contains("header1.xml") && parts[TYPES].matches("ContentType=\"header\"").count() == 2
    );
}

#[test]
fn a_document_that_ends_with_a_table_ends_its_section_in_a_line_of_no_height() {
    let parts = merged(&[document("А", "<w:tbl/><w:sectPr/>"), document("Б", "<w:p/><w:sectPr/>")]);
    let text = &parts[DOCUMENT];
    let thin = "<w:tbl/><w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr><w:sectPr><w:pgNumType w:start=\"1\"/></w:sectPr></w:pPr></w:p><w:p/>";
    assert!(text.contains(thin), "{text}");
}

#[test]
fn a_first_section_without_a_header_does_not_take_that_of_the_document_before() {
    let body = format!("<w:p><w:pPr><w:sectPr><w:pgSz/></w:sectPr></w:pPr></w:p><w:p/>{SECTION}");
    let parts = merged(&[document("А", &body), document("А", &body)]);
    let first = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdPrint3\"/><w:pgSz/><w:pgNumType w:start=\"1\"/></w:sectPr>";
    assert_eq!(parts[DOCUMENT].matches(first).count(), 2);
    assert!(parts["word/_rels/document.xml.rels"].contains("Id=\"rIdPrint3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"empty-header.xml\""));
}

#[test]
fn what_cannot_be_carried_over_is_refused() {
    let mut file = PrintFile::new("");
    let error = file.add(&document("А", "<w:p><w:commentReference w:id=\"0\"/></w:p>")).unwrap_err();
    assert_eq!(error.to_string(), "в документе есть примечания или вставленные файлы");
    assert!(matches!(PrintFile::new("").finish(), Err(PrintFileError::Empty)));
}
