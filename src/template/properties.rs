//! A document's properties: its title, where the template has none, and its author.

use super::package::Part;
use super::program::{Program, Step};

/// The part that holds them.
pub(super) const PART: &str = "docProps/core.xml";

/// The properties with that author, and with that title where they have none.
pub(super) fn described(core: &str, title: &str, author: &str) -> String {
    let mut text = core.to_owned();
    if content(&text, "dc:title").is_none_or(str::is_empty) {
        text = with(&text, "dc:title", title);
    }
    if author.is_empty() {
        return text;
    }
    with(&with(&text, "dc:creator", author), "cp:lastModifiedBy", author)
}

/// The same for properties that hold tags.
pub(super) fn describe(program: &mut Program, author: &str) {
    for step in &mut program.steps {
        if let Step::Static(text) = step
            && !author.is_empty()
        {
            for name in ["dc:creator", "cp:lastModifiedBy"] {
                if content(text, name).is_some() {
                    *text = with(text, name, author);
                }
            }
        }
    }
}

/// The part, as it will lie in every document.
pub(super) fn part(old: &Part, text: &str) -> Part {
    let packed = text.as_bytes().to_vec();
    Part {
        name: old.name.clone(),
        method: 0,
        crc: crc32fast::hash(&packed),
        size: packed.len() as u32,
        packed,
    }
}

fn content<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let start = text.find(&format!("<{name}>"))? + name.len() + 2;
    let end = text[start..].find(&format!("</{name}>"))?;
    Some(&text[start..start + end])
}

/// The text with that element's content; with the element, where it has none.
fn with(text: &str, name: &str, value: &str) -> String {
    let value = quick_xml::escape::escape(value);
    let element = format!("<{name}>{value}</{name}>");
    let empty = format!("<{name}/>");
    if let Some(old) = content(text, name) {
        return text.replacen(&format!("<{name}>{old}</{name}>"), &element, 1);
    }
    if text.contains(&empty) {
        return text.replacen(&empty, &element, 1);
    }
    text.replacen("</cp:coreProperties>", &format!("{element}</cp:coreProperties>"), 1)
}

#[cfg(test)]
mod tests {
    use super::described;

    #[test]
    fn a_title_of_its_own_is_kept_and_the_author_is_ours() {
        let core = "<cp:coreProperties><dc:title>Письмо</dc:title><dc:creator>Word</dc:creator><cp:lastModifiedBy/></cp:coreProperties>";
        assert_eq!(
            described(core, "Письма", "Тихонова & Ко"),
            "<cp:coreProperties><dc:title>Письмо</dc:title><dc:creator>Тихонова &amp; Ко</dc:creator><cp:lastModifiedBy>Тихонова &amp; Ко</cp:lastModifiedBy></cp:coreProperties>"
        );
        assert_eq!(
            described("<cp:coreProperties><dc:title></dc:title></cp:coreProperties>", "Письма", ""),
            "<cp:coreProperties><dc:title>Письма</dc:title></cp:coreProperties>"
        );
        assert_eq!(
            described("<cp:coreProperties></cp:coreProperties>", "Письма", "А"),
            "<cp:coreProperties><dc:title>Письма</dc:title><dc:creator>А</dc:creator><cp:lastModifiedBy>А</cp:lastModifiedBy></cp:coreProperties>"
        );
    }
}
