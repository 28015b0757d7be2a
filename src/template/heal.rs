//! Finds the tags of a paragraph however Word has split them over runs, and puts a mark where each stands.

use super::scan::{Found, scan};
use super::tag::{self, Tag};
use super::xml::{Dom, Id, Kind, Piece, attributes, decode};
use crate::diagnostic::{Code, Finding};
use crate::location::{Location, Paragraph};
use std::ops::Range;
use std::sync::Arc;

/// A tag in its place.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub tag: Tag,
    pub at: Location,
}

/// Where the tags of a part are counted from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Origin<'a> {
    pub template: &'a Arc<str>,
    pub part: &'a Arc<str>,
}

impl Origin<'_> {
    /// A paragraph's place; its text is cut to what a line holds.
    pub fn place(self, paragraph: usize, text: &str) -> Location {
        let mut short: String = text.chars().take(70).collect();
        if short.len() < text.len() {
            short.push('…');
        }
        Location::Template(Arc::new(Paragraph {
            template: Arc::clone(self.template),
            part: Arc::clone(self.part),
            number: paragraph as u32,
            text: short.into(),
        }))
    }
}

/// The tags of a text, and what is wrong with the broken ones.
pub(super) fn read_tags(
    text: &str,
    at: &Location,
    spots: &mut Vec<Spot>,
    findings: &mut Vec<Finding>,
) -> Vec<(Range<usize>, usize)> {
    let mut found = Vec::new();
    for one in scan(text) {
        let broken = |kind: &str| Finding::new(Code::TemplateTagBroken, at.clone()).with("kind", kind);
        match one {
            Found::Tag(range) => match tag::read(&text[range.start + 2..range.end - 2]) {
                Ok(tag) => {
                    spots.push(Spot { tag, at: at.clone() });
                    found.push((range, spots.len() - 1));
                }
                Err(finding) => {
                    findings.push(Finding { at: Some(at.clone()), ..finding });
                    let inner = text[range.start + 2..range.end - 2].trim_start();
                    if inner.starts_with(['#', '/']) {
                        spots.push(Spot {
                            tag: Tag::Unread { closes: inner.starts_with('/') },
                            at: at.clone(),
                        });
                        found.push((range, spots.len() - 1));
                    }
                }
            },
            Found::Unclosed(_) => findings.push(broken("unclosed")),
            Found::Stray(_) => findings.push(broken("stray")),
            Found::Triple(_) => findings.push(broken("triple")),
        }
    }
    found
}

/// Marks every tag of a part that stands in text.
pub(super) fn heal(dom: &mut Dom, origin: Origin<'_>, spots: &mut Vec<Spot>, findings: &mut Vec<Finding>) {
    let paragraphs: Vec<Id> = dom.walk(0).into_iter().filter(|id| dom.is_prose(*id, "p")).collect();
    for (number, paragraph) in paragraphs.into_iter().enumerate() {
        let texts = texts(dom, paragraph);
        let whole: String = texts.iter().map(|(_, text)| text.as_str()).collect();
        fields(dom, paragraph, &origin.place(number + 1, &whole), findings);
        if !whole.contains("{{") && !whole.contains("}}") {
            continue;
        }
        let at = origin.place(number + 1, &whole);
        let tags = read_tags(&whole, &at, spots, findings);
        if tags.is_empty() {
            continue;
        }
        // Revisions around a tag are taken as accepted: what is deleted is not there.
        for deleted in dom.walk(paragraph).into_iter().filter(|id| dom.is(*id, "del")).collect::<Vec<_>>() {
            dom.detach(deleted);
        }
        unbind(dom, paragraph);
        let mut start = 0;
        let mut cut: Vec<(Id, Vec<Cut>)> = Vec::new();
        for (node, text) in &texts {
            let span = start..start + text.len();
            start = span.end;
            if tags.iter().any(|(range, _)| range.start < span.end && range.end > span.start) {
                cut.push((*node, pieces(&whole, &span, &tags)));
            }
        }
        for (node, pieces) in cut {
            if is_space(dom, node) {
                // White space within a tag goes with it.
                dom.detach(node);
            } else {
                put(dom, node, pieces, spots);
            }
        }
    }
}

/// Content controls around a tag forget the data that they are bound to: Word would show that data instead of the value.
fn unbind(dom: &mut Dom, paragraph: Id) {
    let within = dom.walk(paragraph).into_iter().filter(|id| dom.is(*id, "sdtPr")).collect::<Vec<_>>();
    let mut around = Vec::new();
    let mut id = dom.nodes[paragraph].parent;
    while let Some(control) = dom.ancestor(id, |dom, id| dom.is(id, "sdt")) {
        around.extend(dom.nodes[control].children.iter().copied().filter(|id| dom.is(*id, "sdtPr")));
        id = dom.nodes[control].parent;
    }
    for properties in within.into_iter().chain(around) {
        for child in dom.nodes[properties].children.clone() {
            if matches!(dom.named(child), Some((_, "dataBinding" | "showingPlcHdr"))) {
                dom.detach(child);
            }
        }
    }
}

/// A piece of a text node: plain text, or a tag.
enum Cut {
    Text(String),
    Tag(usize),
}

fn pieces(whole: &str, span: &Range<usize>, tags: &[(Range<usize>, usize)]) -> Vec<Cut> {
    let (mut pieces, mut at) = (Vec::new(), span.start);
    for (range, spot) in tags.iter().filter(|(range, _)| range.start < span.end && range.end > span.start) {
        if range.start > at {
            pieces.push(Cut::Text(whole[at..range.start].to_owned()));
        }
        // A tag stands where its first character does, and takes its formatting.
        if range.start >= span.start {
            pieces.push(Cut::Tag(*spot));
        }
        at = range.end.min(span.end);
    }
    if at < span.end {
        pieces.push(Cut::Text(whole[at..span.end].to_owned()));
    }
    pieces
}

/// The text nodes of a paragraph that are its own, with their text: those of a text box within it are another paragraph's.
fn texts(dom: &Dom, paragraph: Id) -> Vec<(Id, String)> {
    let of_paragraph =
        |id: Id| dom.ancestor(dom.nodes[id].parent, |dom, id| dom.is_prose(id, "p")) == Some(paragraph);
    let is_text = |id: Id| dom.is_prose(id, "t") || is_space(dom, id);
    let all = dom.walk(paragraph).into_iter().filter(|id| is_text(*id) && of_paragraph(*id));
    all.filter(|id| dom.ancestor(*id, |dom, id| dom.is(id, "del")).is_none())
        .map(|id| {
            if is_space(dom, id) {
                return (id, " ".to_owned());
            }
            let text = dom.nodes[id].children.iter().filter_map(|child| match &dom.nodes[*child].kind {
                Kind::Text(span) => Some(decode(&dom.source[span.clone()]).into_owned()),
                _ => None,
            });
            (id, text.collect())
        })
        .collect()
}

/// Tells tags in field codes: what a field computes is its own, and a value there could be a command.
fn fields(dom: &Dom, paragraph: Id, at: &Location, findings: &mut Vec<Finding>) {
    let mut code = String::new();
    for id in dom.walk(paragraph) {
        let is_own = || dom.ancestor(id, |dom, id| dom.is_prose(id, "p")) == Some(paragraph);
        if dom.is(id, "instrText") && is_own() {
            for child in &dom.nodes[id].children {
                if let Kind::Text(span) = &dom.nodes[*child].kind {
                    code.push_str(&decode(&dom.source[span.clone()]));
                }
            }
        } else if dom.is(id, "fldSimple") && is_own() {
            code.extend(attributes(dom.start_tag(id)).iter().map(|(_, value)| decode(value)));
        }
    }
    if code.contains("{{") {
        findings.push(Finding::new(Code::TemplatePlaceWrong, at.clone()).with("text", code.trim()));
    }
}

/// A tab or a line break: white space that Word keeps as an element.
fn is_space(dom: &Dom, id: Id) -> bool {
    dom.is(id, "tab") || (dom.is(id, "br") && !dom.start_tag(id).contains(":type"))
}

/// Puts the pieces into a text node; its run is split where a block tag stands, so that blocks lie between runs.
fn put(dom: &mut Dom, node: Id, pieces: Vec<Cut>, spots: &[Spot]) {
    let run = dom.nodes[node].parent;
    let has_blocks =
        pieces.iter().any(|piece| matches!(piece, Cut::Tag(spot) if spots[*spot].tag.is_block()));
    if !has_blocks || !dom.is_prose(run, "r") {
        let children = pieces.into_iter().map(|piece| leaf(dom, node, piece)).collect();
        fill(dom, node, children);
        return;
    }
    let (parent, place) = (dom.nodes[run].parent, dom.place(run));
    let children = dom.nodes[run].children.clone();
    let at = children.iter().position(|child| *child == node).unwrap_or(0);
    let properties: Vec<Id> = children.iter().copied().filter(|child| dom.is_prose(*child, "rPr")).collect();
    let (before, after) = (children[..at].to_vec(), children[at + 1..].to_vec());
    // Each group of pieces between block tags gets a run of its own with the same properties.
    let mut siblings: Vec<Id> = Vec::new();
    let mut current: Vec<Id> = before;
    let mut text: Vec<Id> = Vec::new();
    for piece in pieces {
        if let Cut::Tag(spot) = piece
            && spots[spot].tag.is_block()
        {
            flush(dom, node, &mut text, &mut current);
            close_run(dom, run, &mut current, &properties, &mut siblings);
            siblings.push(dom.make(Kind::Mark(spot), parent));
        } else {
            let leaf = leaf(dom, node, piece);
            text.push(leaf);
        }
    }
    flush(dom, node, &mut text, &mut current);
    current.extend(after);
    close_run(dom, run, &mut current, &properties, &mut siblings);
    dom.detach(run);
    for (offset, sibling) in siblings.into_iter().enumerate() {
        dom.insert(parent, place + offset, sibling);
    }
}

fn leaf(dom: &mut Dom, node: Id, piece: Cut) -> Id {
    match piece {
        Cut::Text(text) => dom.make(Kind::Made(escape(&text)), node),
        Cut::Tag(spot) => dom.make(Kind::Mark(spot), node),
    }
}

/// A text element like `node` around what has gathered.
fn flush(dom: &mut Dom, node: Id, text: &mut Vec<Id>, current: &mut Vec<Id>) {
    if !text.is_empty() {
        let element = dom.make(dom.nodes[node].kind.clone(), 0);
        fill(dom, element, std::mem::take(text));
        current.push(element);
    }
}

/// A run like `run` around what has gathered; none where that is its properties alone.
fn close_run(dom: &mut Dom, run: Id, current: &mut Vec<Id>, properties: &[Id], siblings: &mut Vec<Id>) {
    let mut children = std::mem::take(current);
    if children.iter().all(|child| properties.contains(child)) {
        return;
    }
    if !children.iter().any(|child| properties.contains(child)) {
        let copies: Vec<Id> = properties.iter().map(|id| dom.copy(*id)).collect();
        children.splice(0..0, copies);
    }
    let copy = dom.make(dom.nodes[run].kind.clone(), 0);
    for child in &children {
        dom.nodes[*child].parent = copy;
    }
    dom.nodes[copy].children = children;
    siblings.push(copy);
}

/// Gives a text element new children; white space at its ends counts.
fn fill(dom: &mut Dom, element: Id, children: Vec<Id>) {
    for child in &children {
        dom.nodes[*child].parent = element;
    }
    dom.nodes[element].children = children;
    let tag = dom.start_tag(element);
    let name: String =
        tag.chars().skip(1).take_while(|c| !c.is_whitespace() && !matches!(c, '/' | '>')).collect();
    // In a drawing all space counts as it is.
    let space = if dom.is(element, "t") { " xml:space=\"preserve\"" } else { "" };
    if let Kind::Element { open, close, .. } = &mut dom.nodes[element].kind {
        *open = Piece::Made(format!("<{name}{space}>"));
        *close = Piece::Made(format!("</{name}>"));
    }
}

/// Text as character data.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
