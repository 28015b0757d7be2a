//! Pictures by alternative text: files of the input folder, QR codes, what cannot be shown.

use crate::document::{Docx, cell, fill, p, part, parts, values, wrong};
use pisar::template::Template;

/// A white PNG of 64 × 32 dots.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x40\0\0\0\x20\x01\0\0\0\0\x8a\xe6\x43\x29\0\0\0\x10IDAT\x78\xda\x63\xf8\x0f\x05\x0c\xa3\x0c\x6c\x0c\0\x79\x81\xff\x01\x0b\x3a\x82\xd3\0\0\0\0IEND\xae\x42\x60\x82";

/// A paragraph with a picture of 1000 × 1000.
pub fn picture(descr: &str) -> String {
    format!(
        r#"<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1000" cy="1000"/><wp:docPr id="1" name="Рисунок 1" descr="{descr}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="a.png" descr="{descr}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId7"><a:extLst><a:ext uri="x"/></a:extLst></a:blip><a:srcRect l="5"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1000" cy="1000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"#
    )
}

/// A document with a picture in it.
pub fn with_picture(body: &str) -> Docx {
    Docx::new(body)
        .content(r#"<Default Extension="png" ContentType="image/png"/>"#)
        .relation("rId7", "image", "media/old.png", "")
        .raw("word/media/old.png", PNG)
}

/// Puts `фото/а.png` into a folder.
pub fn put_pictures(folder: &std::path::Path) {
    fs_err::create_dir_all(folder.join("фото")).unwrap();
    fs_err::write(folder.join("фото/а.png"), PNG).unwrap();
}

/// What a document of that body becomes, with a folder that holds `фото/а.png`.
fn filled(body: &str) -> Result<Vec<u8>, Vec<pisar::diagnostic::Finding>> {
    let folder = tempfile::tempdir().unwrap();
    put_pictures(folder.path());
    let (tree, record, root) = values();
    let template =
        Template::compile("t.docx", &with_picture(body).bytes()).unwrap().with_pictures(folder.path());
    assert_eq!(template.lint(&tree, root), []);
    let mut renderer = template.renderer();
    let made = renderer.render(&tree, &record);
    assert_eq!(made, renderer.render(&tree, &record), "the same bytes each time");
    made
}

#[test]
fn a_picture_is_replaced_and_keeps_its_proportions_in_its_box() {
    let made = filled(&picture("{{картинка фото}}Портрет: {{число}}")).unwrap();
    let document = part(&made, "word/document.xml");
    assert!(document.contains(r#"<wp:extent cx="1000" cy="500"/>"#), "{document}");
    assert!(document.contains(r#"<a:ext cx="1000" cy="500"/>"#));
    assert!(document.contains(r#"<a:blip r:embed="rId_pisar1"></a:blip><a:stretch>"#));
    assert_eq!(document.matches(r#"descr="Портрет: 21""#).count(), 2);
    let relations = part(&made, "word/_rels/document.xml.rels");
    assert!(relations.ends_with(
        r#"<Relationship Id="rId_pisar1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/pisar1.png"/></Relationships>"#
    ));
    assert!(
        part(&made, "[Content_Types].xml")
            .ends_with(r#"<Override PartName="/word/media/pisar1.png" ContentType="image/png"/></Types>"#)
    );
    assert_eq!(parts(&made)["word/media/pisar1.png"], PNG);
    assert_eq!(parts(&made)["word/media/old.png"], PNG);
}

#[test]
fn the_same_picture_stands_once_in_the_file_and_a_code_beside_it() {
    let loop_ = [p("{{#каждый люди}}"), picture("{{картинка фото}}"), p("{{/каждый}}")].concat();
    let made = filled(&(loop_ + &picture("{{qr имя_сайта}}").replace("имя_сайта", "ссылка"))).unwrap();
    let document = part(&made, "word/document.xml");
    assert_eq!(document.matches(r#"r:embed="rId_pisar1""#).count(), 2);
    assert_eq!(document.matches(r#"r:embed="rId_pisar2""#).count(), 1);
    let names: Vec<String> = parts(&made).into_keys().filter(|name| name.contains("media/")).collect();
    assert_eq!(names, ["word/media/old.png", "word/media/pisar1.png", "word/media/pisar2.png"]);
    assert!(parts(&made)["word/media/pisar2.png"].starts_with(b"\x89PNG"));
}

#[test]
fn a_paper_that_was_made_may_be_a_template_again() {
    let made = filled(&picture("{{картинка фото}}{{ссылка}}")).unwrap();
    let again = Docx::new(&picture("{{qr число}}"))
        .raw("word/media/pisar1.png", &parts(&made)["word/media/pisar1.png"])
        .content(r#"<Default Extension="png" ContentType="image/png"/>"#)
        .relation("rId7", "image", "media/pisar1.png", "")
        .relation("rId_pisar_1", "image", "media/pisar1.png", "");
    let made = fill(&again.bytes()).unwrap();
    assert!(part(&made, "word/document.xml").contains("r:embed=\"rId_pisar__1\""));
    assert_eq!(parts(&made).keys().filter(|name| name.contains("media/")).count(), 2);
}

#[test]
fn a_picture_that_cannot_be_shown_is_told_by_its_cell() {
    let findings = filled(&picture("{{картинка нет_фото}}")).unwrap_err();
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].code.name(), "picture-unusable");
    assert_eq!(findings[0].at, Some(cell(2, 3)));
    assert_eq!(findings[0].arguments["reason"], "missing");
    assert_eq!(findings[0].arguments["path"], "фото/нет.png");
    let empty = filled(&picture("{{картинка пусто}}")).unwrap_err();
    assert_eq!(empty[0].code.name(), "template-field-empty");
    assert_eq!(empty[0].at, Some(cell(6, 1)));
}

#[test]
fn the_tag_of_a_picture_works_nowhere_else() {
    assert_eq!(wrong(&p("{{картинка фото}}")), ["template-picture-misplaced"]);
    assert_eq!(wrong(&p("{{или (qr фото) \"—\"}}")), ["template-picture-misplaced"]);
    let shape = picture("{{картинка фото}}").replace(" r:embed=\"rId7\"", "");
    assert_eq!(wrong(&shape)[0], "template-picture-misplaced");
}

#[test]
fn alternative_texts_are_filled_like_any_text() {
    let made = fill(&with_picture(&picture("Портрет: {{почта}} &amp; {{или пусто &quot;—&quot;}}")).bytes());
    let document = part(&made.unwrap(), "word/document.xml");
    assert_eq!(document.matches(r#"descr="Портрет: a@b.ru &amp; —""#).count(), 2);
    assert!(document.contains(r#"<a:srcRect l="5"/>"#) && document.contains(r#"r:embed="rId7""#));
}
