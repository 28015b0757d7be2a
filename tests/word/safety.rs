//! What no template may bring along, each refused by its name; and that what is not touched stays as it was.

use crate::document::{Docx, W, fill, p, parts};
use pisar::diagnostic::{Language, message};
use pisar::template::Template;

/// Why a file is refused: the reason, and what is meant.
fn refused(bytes: &[u8]) -> (String, String) {
    let findings = Template::compile("t.docx", bytes).unwrap_err();
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(findings[0].code.name(), "template-refused");
    for language in [Language::Russian, Language::English] {
        assert!(!message(&findings[0], language).contains('{'));
    }
    (findings[0].arguments["reason"].clone(), findings[0].arguments["what"].clone())
}

fn text() -> Docx {
    Docx::new(&p("текст"))
}

fn of(reason: &str, what: &str) -> (String, String) {
    (reason.to_owned(), what.to_owned())
}

/// A document around XML that stands before its outermost element or in its body.
fn main_part(before: &str, body: &str) -> Vec<u8> {
    let main = format!("{before}<w:document xmlns:w=\"{W}\"><w:body>{body}</w:body></w:document>");
    let bytes = text().bytes();
    repacked(&bytes, |name| (name == "word/document.xml").then(|| main.clone().into_bytes()))
}

/// The same file with some parts exchanged.
fn repacked(bytes: &[u8], exchange: impl Fn(&str) -> Option<Vec<u8>>) -> Vec<u8> {
    use std::io::Write as _;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, part) in parts(bytes) {
        archive.start_file(&name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(&exchange(&name).unwrap_or(part)).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn document_types_and_entities_are_refused() {
    let part = "word/document.xml";
    assert_eq!(refused(&main_part("<!DOCTYPE w [<!ENTITY a \"b\">]>", &p("{{число}}"))), of("doctype", part));
    assert_eq!(refused(&main_part("", &p("{{число}} &a;"))), of("doctype", part));
    // In a part without a tag too.
    assert_eq!(refused(&main_part("<!DOCTYPE w>", &p("текст"))), of("doctype", part));
}

#[test]
fn names_that_lead_out_of_the_package_are_refused() {
    for name in ["../a.xml", "word/../../a.xml", "/etc/passwd", "word\\a.xml", "word//a.xml"] {
        assert_eq!(refused(&text().raw(name, b"x").bytes()), of("part-name", name), "{name}");
    }
    let twice = text().raw("word/Document.xml", b"<a/>").bytes();
    assert_eq!(refused(&twice), of("part-name", "word/Document.xml"));
}

#[test]
fn bombs_are_refused() {
    let zeros = vec![b' '; 129 << 20];
    assert_eq!(refused(&text().raw("word/big.xml", &zeros).bytes()), of("too-large", ""));
    let deep = "<w:p>".repeat(1000) + "{{число}}" + &"</w:p>".repeat(1000);
    assert_eq!(refused(&main_part("", &deep)), of("too-large", ""));
    // A size that lies.
    let mut lying = text().raw("word/a.xml", &[b'a'; 5000]).bytes();
    let directory = lying.windows(4).rposition(|bytes| bytes == b"PK\x01\x02").unwrap();
    lying[directory + 24..directory + 28].copy_from_slice(&9_u32.to_le_bytes());
    assert!(Template::compile("t.docx", &lying).is_err());
}

#[test]
fn programs_and_objects_are_refused() {
    let macros = text().raw("word/vbaProject.bin", b"x").bytes();
    assert_eq!(refused(&macros), of("macros", "word/vbaProject.bin"));
    let kind = r#"<Override PartName="/word/a.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>"#;
    assert_eq!(refused(&text().content(kind).bytes()), of("macros", "[Content_Types].xml"));
    for name in ["word/embeddings/a.bin", "word/embeddings/a.xlsx", "word/activeX/activeX1.xml"] {
        assert_eq!(refused(&text().raw(name, b"<a/>").bytes()), of("embedded", name));
    }
    assert_eq!(refused(&text().relation("rId1", "oleObject", "a.bin", "").bytes()), of("embedded", "a.bin"));
    assert_eq!(refused(&text().relation("rId1", "aFChunk", "a.html", "").bytes()), of("alt-chunk", "a.html"));
}

#[test]
fn what_is_fetched_from_elsewhere_is_refused() {
    let outside = " TargetMode=\"External\"";
    for (kind, target, reason) in [
        ("attachedTemplate", "http://a.ru/b.dotm", "template"),
        ("image", "http://a.ru/b.png", "picture"),
        ("subDocument", "file:///c:/a.docx", "external"),
        ("frame", "http://a.ru", "external"),
    ] {
        assert_eq!(refused(&text().relation("rId1", kind, target, outside).bytes()), of(reason, target));
    }
    assert!(fill(&text().relation("rId1", "hyperlink", "http://a.ru", outside).bytes()).is_ok());
    // With a prefix, and on several lines.
    let renamed = text().relation("rId1", "image", "http://a.ru/b.png", outside).bytes();
    let renamed = repacked(&renamed, |name| {
        let text = String::from_utf8(parts(&renamed).remove(name).unwrap()).unwrap();
        (name == "word/_rels/document.xml.rels").then(|| {
            text.replace("<Relationship ", "<x:Relationship\n")
                .replace("xmlns=", "xmlns:x=")
                .replace("Relationships", "x:Relationships")
                .replace(
                    "xmlns:x=\"http://schemas.openxmlformats.org/package/2006/x:R",
                    "xmlns:x=\"http://schemas.openxmlformats.org/package/2006/r",
                )
                .into_bytes()
        })
    });
    assert_eq!(refused(&renamed), of("picture", "http://a.ru/b.png"));
}

#[test]
fn fields_that_read_files_or_run_programs_are_refused() {
    let run = |inner: &str| format!("<w:r>{inner}</w:r>");
    let begin = run("<w:fldChar w:fldCharType=\"begin\"/>");
    let code = |text: &str| run(&format!("<w:instrText xml:space=\"preserve\">{text}</w:instrText>"));
    for (codes, name) in [
        (code(" DDEAUTO c:\\\\windows\\\\cmd.exe "), "DDEAUTO"),
        (code(" DD") + &code("E excel a b "), "DDE"),
        (code("IF ") + &begin + &code("includetext \"c:\\\\a\""), "INCLUDETEXT"),
        (code("<![CDATA[INCLUDEPICTURE x]]>"), "INCLUDEPICTURE"),
        (code(" LINK Excel.Sheet.12 "), "LINK"),
        (code("&#68;DE a"), "DDE"),
    ] {
        assert_eq!(refused(&main_part("", &format!("<w:p>{begin}{codes}</w:p>"))), of("field", name));
    }
    let simple = "<w:p><w:fldSimple w:instr=\" IMPORT a.png\"/></w:p>";
    assert_eq!(refused(&main_part("", simple)), of("field", "IMPORT"));
    // Words of that kind elsewhere are words.
    let link = format!("<w:p>{begin}{}</w:p>", code(" HYPERLINK \"https://a.ru/link/import\" "));
    assert!(fill(&main_part("", &(link + &p("DDE LINK IMPORT")))).is_ok());
}

#[test]
fn what_is_no_word_file_is_refused() {
    assert_eq!(refused(b"hello").0, "not-a-package");
    assert_eq!(refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on").0, "locked");
    let cut = text().bytes();
    assert_eq!(refused(&cut[..cut.len() - 30]).0, "not-a-package");
    let strange = format!(
        "<x:document xmlns:x=\"{W}\"><x:body><x:p><x:r><x:t>{{{{число}}}}</x:t></x:r></x:p></x:body></x:document>"
    );
    let strange =
        repacked(&text().bytes(), |name| (name == "word/document.xml").then(|| strange.clone().into_bytes()));
    assert_eq!(refused(&strange), of("prefix", "word/document.xml"));
}

#[test]
fn parts_without_a_tag_are_copied_byte_for_byte() {
    let odd =
        "<?xml version='1.0'?>\r\n<w:styles  xmlns:w = 'x' ><!-- {a} --><w:новое a='&#x41;'/></w:styles>\n";
    let docx = Docx::new(&p("{{число}}"))
        .raw("word/styles.xml", odd.as_bytes())
        .raw("word/theme/theme1.xml", b"\xef\xbb\xbf<a uri=\"{28A0092B}\"/>")
        .raw("word/media/a.bin", &[0, 1, 2, 255])
        .raw("customXml/item1.xml", b"<a>\0</a>");
    let (before, after) = (docx.bytes(), fill(&docx.bytes()).unwrap());
    let (before, after) = (parts(&before), parts(&after));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (name, bytes) in &before {
        assert_eq!(bytes == &after[name], name != "word/document.xml", "{name}");
    }
    // Of the part with the tag, all else stays too.
    let body = "<w:p w:rsidR=\"00A\"  ><w:bookmarkStart w:id=\"0\" w:name=\"_Toc\"/><w:r><w:t>a &#1103; {{число}}</w:t></w:r><x:новое xmlns:x=\"y\" a = 'b'/><!-- c --></w:p >";
    let made = fill(&main_part("<?xml version=\"1.0\" standalone='yes'?>\n", body)).unwrap();
    let document = String::from_utf8(parts(&made).remove("word/document.xml").unwrap()).unwrap();
    assert_eq!(
        document,
        format!(
            "<?xml version=\"1.0\" standalone='yes'?>\n<w:document xmlns:w=\"{W}\"><w:body>{}</w:body></w:document>",
            body.replace("<w:t>a &#1103; {{число}}", "<w:t xml:space=\"preserve\">a я 21")
        )
    );
}
