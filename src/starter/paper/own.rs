//! A paper of the secretary's own: letterhead, title, every field of its rows as a tag to keep or to delete, signature.

use crate::starter::block::page::Page;
use crate::starter::block::text::{self, paragraph, requisite, style};
use crate::starter::block::{executor, facts, letterhead, signature, title};
use crate::starter::document::{Document, Section};

/// A field that the new paper may print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The heading of its column: `Должность`.
    pub heading: String,
    /// The tag that prints it, braces included: `{{получатель.должность}}`.
    pub tag: String,
}

/// Builds a letter of that title out of the fields. A paper for one row of a sheet takes the fields of the row; one that is made
/// once takes those of «Реквизиты».
pub fn build(heading: &str, fields: &[Field]) -> Document {
    let page = Page::portrait();
    let rows: Vec<(String, &str)> =
        fields.iter().map(|field| (format!("{}:", field.heading), field.tag.as_str())).collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(label, tag)| (label.as_str(), *tag)).collect();
    let section = Section::new(page)
        .put(letterhead::corner(page, [requisite("")]))
        .put(text::gap(24))
        .put(title::line(heading))
        .put(text::gap(14))
        .put(text::text("Напишите здесь текст. Поля, которые ниже, перенесите в него или удалите:"))
        .put(text::gap(6))
        .put(facts::table(page, &rows))
        .put(paragraph(style::NOTE, "Все поля и помощники: pisar templates fields"))
        .put(signature::lead())
        .put(signature::rows_and(page.text_width(), &[signature::HEAD], executor::below(14)))
        .put(text::gap(1));
    Document::new(heading, [section])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::starter::xml::Element;

    #[test]
    fn every_field_stands_in_the_new_paper_as_its_tag() {
        let field = |heading: &str, tag: &str| Field { heading: heading.into(), tag: tag.into() };
        let fields = [field("ФИО", "{{кому получатель.фио}}"), field("За что", "{{получатель.за_что}}")];
        let bytes = build("Справка", &fields).to_bytes().unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let part = std::io::read_to_string(archive.by_name("word/document.xml").unwrap()).unwrap();
        Element::parse(&part).unwrap();
        for text in ["Справка", "ФИО:", "{{кому получатель.фио}}", "За что:", "{{получатель.за_что}}"]
        {
            assert!(part.contains(&format!(">{text}</w:t>")), "{text}");
        }
    }
}
