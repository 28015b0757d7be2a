//! Parts that are written anew: their tree, with the tags that stand in texts and attributes.

use super::super::flat::{Flat, nested, raw};
use super::super::heal::{escape, read_tags};
use super::super::program::{Mode, Step};
use super::super::xml::{Dom, Id, Kind, attributes, decode};
use crate::diagnostic::Finding;
use crate::location::Location;
use std::collections::BTreeMap;

/// Elements whose text is a formula.
const FORMULAS: [&str; 8] = [
    "f",
    "formula",
    "formula1",
    "formula2",
    "definedName",
    "calculatedColumnFormula",
    "totalsRowFormula",
    "oldFormula",
];

/// Elements whose tags are not the part's own: cells, names of sheets, what a chart remembers, a link's copy of its cell's text.
const OTHERS: [&str; 6] = ["sheetData", "sheet", "numCache", "strCache", "multiLvlStrCache", "hyperlink"];

/// A part's tree, and by node what its tags make of it.
#[derive(Debug)]
pub(super) struct Markup {
    pub dom: Dom,
    pub tags: BTreeMap<Id, Vec<Step>>,
}

impl Markup {
    /// Finds the tags; those of cells and of the names of sheets are others' work.
    pub fn compile(dom: Dom, at: &Location, findings: &mut Vec<Finding>) -> Self {
        let mut tags = BTreeMap::new();
        let mut todo = vec![0];
        while let Some(id) = todo.pop() {
            let name = dom.named(id).map(|(_, name)| name);
            match &dom.nodes[id].kind {
                Kind::Element { .. } if name.is_some_and(|name| OTHERS.contains(&name)) => continue,
                Kind::Element { .. } if super::has_braces(dom.start_tag(id)) => {
                    let mut steps = Vec::new();
                    raw(dom.start_tag(id), at, findings, &mut steps);
                    tags.insert(id, steps);
                }
                Kind::Text(span)
                    if super::has_braces(&dom.source[span.clone()])
                        && !is_formula(&dom, dom.nodes[id].parent) =>
                {
                    tags.insert(id, text(&dom, id, &decode(&dom.source[span.clone()]), at, findings));
                }
                _ => {}
            }
            todo.extend(dom.nodes[id].children.iter().rev());
        }
        Self { dom, tags }
    }

    /// Every formula of the part that is none of a cell.
    pub fn formulas(&self) -> impl Iterator<Item = String> {
        let texts = self.dom.walk(0).into_iter().filter(|id| {
            let in_cell =
                self.dom.ancestor(*id, |dom, id| dom.named(id).is_some_and(|(_, name)| name == "sheetData"));
            is_formula(&self.dom, *id) && in_cell.is_none()
        });
        texts.map(|id| super::text::content(&self.dom, id))
    }
}

/// Whether an element's text is a formula.
pub(super) fn is_formula(dom: &Dom, id: Id) -> bool {
    dom.named(id).is_some_and(|(_, name)| FORMULAS.contains(&name))
}

fn text(dom: &Dom, id: Id, text: &str, at: &Location, findings: &mut Vec<Finding>) -> Vec<Step> {
    let is_header = dom.ancestor(id, |dom, id| dom.named(id).is_some_and(|(_, name)| name == "headerFooter"));
    let (mut spots, mut flat, mut end) = (Vec::new(), Vec::new(), 0);
    for (range, spot) in read_tags(text, at, &mut spots, findings) {
        flat.push(Flat::Text(escape(&text[end..range.start])));
        flat.push(Flat::Tag(spot));
        end = range.end;
    }
    flat.push(Flat::Text(escape(&text[end..])));
    let mode = if is_header.is_some() { Mode::Header } else { Mode::Plain };
    nested(&flat, &spots, findings, &mode)
}

/// A start tag without those of its attributes that hold tags.
pub(super) fn without_tags(tag: &str, kept: &str) -> String {
    let is_tag = |name: &str, value: &str| name != kept && super::has_braces(value);
    let mut tag = tag.to_owned();
    while let Some((name, value)) = attributes(&tag).into_iter().find(|(name, value)| is_tag(name, value)) {
        let start = value.as_ptr() as usize - tag.as_ptr() as usize;
        let from = tag[..start].rfind(name).unwrap_or(start);
        let range = from..start + value.len() + 1;
        tag.replace_range(range, "");
    }
    tag
}

/// A start tag with one attribute set.
pub(super) fn with_attribute(tag: &str, name: &str, value: &str) -> String {
    let value = escape(value).replace('"', "&quot;");
    let found = tag.match_indices(name).find_map(|(at, _)| {
        let is_name = tag[..at].ends_with(|c: char| c.is_ascii_whitespace());
        let rest = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let quote = rest.chars().next().filter(|c| is_name && matches!(c, '"' | '\''))?;
        let start = tag.len() - rest.len() + 1;
        Some((start, start + tag[start..].find(quote)?, quote))
    });
    match found {
        Some((start, end, quote)) => {
            let value = if quote == '\'' { value.replace('\'', "&apos;") } else { value };
            format!("{}{value}{}", &tag[..start], &tag[end..])
        }
        None => {
            let end = tag.trim_end_matches(['>', '/']).trim_end().len();
            format!("{} {name}=\"{value}\"{}", &tag[..end], tag[end..].trim_start())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::with_attribute;

    #[test]
    fn an_attribute_is_set_in_its_place() {
        assert_eq!(with_attribute("<a bid='1' id='2'/>", "id", "3"), "<a bid='1' id='3'/>");
        assert_eq!(with_attribute("<a/>", "id", "a\"b"), "<a id=\"a&quot;b\"/>");
    }
}
