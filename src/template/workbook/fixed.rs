//! Parts that change with the template alone: strings without their tags, the package without its chain of calculation.

use super::super::package::Package;
use super::super::xml::{Dom, Id, Kind, Piece, Vocabulary};
use super::parts::Parts;
use super::sheet::Sheet;
use super::text::Text;

/// The strings that cells share.
pub(super) fn strings(dom: &Dom) -> Vec<Text> {
    items(dom).into_iter().map(|id| Text::read(dom, id)).collect()
}

fn items(dom: &Dom) -> Vec<Id> {
    dom.walk(0).into_iter().filter(|id| dom.named(*id) == Some((Vocabulary::Sheet, "si"))).collect()
}

/// The same part with nothing left of the strings that hold tags: their cells have texts of their own. `None` where none does.
pub(super) fn without_tags(dom: &Dom, texts: &[Text]) -> Option<String> {
    let mut out = String::with_capacity(dom.source.len());
    let mut at = 0;
    for (id, _) in items(dom).into_iter().zip(texts).filter(|(_, text)| super::has_braces(&text.whole())) {
        let Kind::Element { open: Piece::Source(open), close: Piece::Source(close), .. } =
            &dom.nodes[id].kind
        else {
            continue;
        };
        let tag = dom.start_tag(id).trim_start_matches('<');
        let prefix = tag.find("si").map_or("", |end| &tag[..end]);
        out.push_str(&dom.source[at..open.end]);
        out.push('<');
        out.push_str(prefix);
        out.push_str("t/>");
        at = close.start;
    }
    if at == 0 {
        return None;
    }
    out.push_str(&dom.source[at..]);
    Some(out)
}

/// A part that names the chain of calculation, without that; `None` for every other part.
pub(super) fn without_chain(name: &str, text: &str, parts: &Parts, package: &Package) -> Option<String> {
    let chain = &package.parts[parts.chain?].name;
    let book = &package.parts[parts.book].name;
    let (folder, file) = book.rsplit_once('/').unwrap_or(("", book));
    let is_types = name.eq_ignore_ascii_case("[Content_Types].xml");
    if !is_types && !name.eq_ignore_ascii_case(&format!("{folder}/_rels/{file}.rels")) {
        return None;
    }
    let file = chain.rsplit('/').next().unwrap_or(chain);
    let element = if is_types { "<Override " } else { "<Relationship " };
    let (start, end) = text.match_indices(element).find_map(|(start, _)| {
        let end = start + text[start..].find("/>")? + 2;
        text[start..end].contains(&format!("{file}\"")).then_some((start, end))
    })?;
    Some(format!("{}{}", &text[..start], &text[end..]))
}

/// Whether a part must be written anew: it holds tags, names rows of a sheet whose rows move, or formulas that reach other sheets.
pub(super) fn is_affected(
    text: &str,
    place: usize,
    owner: Option<usize>,
    parts: &Parts,
    sheets: &[Sheet],
) -> bool {
    if place == parts.book {
        return true;
    }
    let has_formulas = ["<f", ":f>", "<formula", "location="].iter().any(|sign| text.contains(sign));
    match owner {
        Some(owner) if parts.sheets[owner].part == Some(place) => {
            // A table's columns and a name reach other sheets without a `!`.
            sheets[owner].has_tags() || super::has_braces(text) || has_formulas && text.contains(['!', '['])
        }
        Some(owner) => {
            sheets[owner].has_blocks() || super::has_braces(text) || has_formulas && text.contains('!')
        }
        None => super::has_braces(text) || text.contains(":f>") && text.contains('!'),
    }
}
