//! Lifts block tags to where their block begins and ends: before and after paragraphs, table rows, runs.

use super::heal::Spot;
use super::pairing::pair;
use super::xml::{Dom, Id, Kind};
use crate::diagnostic::{Code, Finding};
use std::collections::HashMap;

/// Where a mark goes.
#[derive(Clone, Copy)]
enum Target {
    Before(Id),
    After(Id),
}

/// A block: its marks in order, the opening first, the closing last.
struct Block {
    marks: Vec<(Id, usize)>,
}

/// Moves the marks of blocks so that those of one block are siblings; takes away paragraphs and rows that held nothing else.
pub(super) fn lift(dom: &mut Dom, spots: &[Spot], findings: &mut Vec<Finding>) {
    let blocks = blocks(dom, spots, findings);
    let mut moves: Vec<(Id, Target)> = Vec::new();
    let mut emptied: Vec<Id> = Vec::new();
    for block in &blocks {
        plan(dom, block, spots, &mut moves, &mut emptied, findings);
    }
    // In the order of the document, so that marks that go to one place keep their order.
    let order: HashMap<Id, usize> = dom.walk(0).into_iter().zip(0..).collect();
    moves.sort_by_key(|(mark, _)| order.get(mark).copied());
    for (mark, target) in moves {
        let paragraph = dom.ancestor(mark, |dom, id| dom.is_prose(id, "p"));
        emptied.extend(paragraph);
        dom.detach(mark);
        match target {
            Target::Before(node) => {
                let (parent, at) = (dom.nodes[node].parent, dom.place(node));
                dom.insert(parent, at, mark);
            }
            Target::After(node) => {
                let parent = dom.nodes[node].parent;
                let siblings = &dom.nodes[parent].children;
                let mut at = dom.place(node) + 1;
                while siblings.get(at).is_some_and(|id| matches!(dom.nodes[*id].kind, Kind::Mark(_))) {
                    at += 1;
                }
                dom.insert(parent, at, mark);
            }
        }
    }
    emptied.sort_unstable();
    emptied.dedup();
    for id in emptied {
        take_away(dom, id);
    }
}

/// The blocks of a part by their tags.
fn blocks(dom: &Dom, spots: &[Spot], findings: &mut Vec<Finding>) -> Vec<Block> {
    let marks: Vec<(Id, usize)> = dom
        .walk(0)
        .into_iter()
        .filter_map(|id| match dom.nodes[id].kind {
            Kind::Mark(spot) => Some((id, spot)),
            _ => None,
        })
        .collect();
    let blocks = pair(marks.iter().map(|(_, spot)| &spots[*spot]), findings);
    blocks.into_iter().map(|tags| Block { marks: tags.into_iter().map(|tag| marks[tag]).collect() }).collect()
}

fn plan(
    dom: &Dom,
    block: &Block,
    spots: &[Spot],
    moves: &mut Vec<(Id, Target)>,
    emptied: &mut Vec<Id>,
    findings: &mut Vec<Finding>,
) {
    let parent = dom.nodes[block.marks[0].0].parent;
    if block.marks.iter().all(|(id, _)| dom.nodes[*id].parent == parent) {
        return;
    }
    let common = common_ancestor(dom, block.marks.iter().map(|(id, _)| *id));
    let last = block.marks.len() - 1;
    let mut misplaced = false;
    for (place, (mark, _)) in block.marks.iter().enumerate() {
        // The ancestor of the mark that is a child of the common one.
        let Some(own) = dom.ancestor(*mark, |dom, id| dom.nodes[id].parent == common) else { continue };
        let (is_open, is_close) = (place == 0, place == last);
        let target = if dom.is(own, "tc") {
            // Opened and closed in one row: the row repeats.
            match (is_open, is_close) {
                (true, _) => Some(Target::Before(common)),
                (_, true) => Some(Target::After(common)),
                _ => None,
            }
        } else if is_alone(dom, own, spots) && (dom.is_prose(own, "p") || dom.is(own, "tr")) {
            emptied.push(own);
            Some(Target::Before(own))
        } else if is_open && (dom.is(own, "tr") || !has_content(dom, own, *mark, true)) {
            Some(Target::Before(own))
        } else if !is_open && (is_close && dom.is(own, "tr") || !has_content(dom, own, *mark, false)) {
            Some(Target::After(own))
        } else {
            None
        };
        match target.filter(|_| !dom.is(own, "tbl")) {
            Some(_) if own == *mark => {}
            Some(target) => moves.push((*mark, target)),
            None => misplaced = true,
        }
    }
    if misplaced && let (Some((_, opened)), Some((_, closed))) = (block.marks.first(), block.marks.last()) {
        let finding = Finding::new(Code::TemplateBlockMisplaced, spots[*opened].at.clone());
        findings.push(finding.with("place", &spots[*closed].at));
    }
}

fn common_ancestor(dom: &Dom, mut ids: impl Iterator<Item = Id>) -> Id {
    let chain = |mut id: Id| {
        let mut chain = vec![id];
        while id != 0 {
            id = dom.nodes[id].parent;
            chain.push(id);
        }
        chain
    };
    let Some(first) = ids.next() else { return 0 };
    let mut common = chain(first);
    for id in ids {
        let other = chain(id);
        common.retain(|ancestor| other.contains(ancestor));
    }
    common.first().copied().unwrap_or(0)
}

/// Whether an element holds block tags and nothing else that would be seen.
fn is_alone(dom: &Dom, element: Id, spots: &[Spot]) -> bool {
    dom.walk(element).into_iter().all(|id| match &dom.nodes[id].kind {
        Kind::Mark(spot) => spots[*spot].tag.is_block(),
        // A section's end stays where it is: its paragraph is kept, empty.
        _ => !is_content(dom, id) || dom.is(id, "sectPr"),
    })
}

/// Whether something that would be seen stands in `element` before (or after) the mark, other tags included.
fn has_content(dom: &Dom, element: Id, mark: Id, before: bool) -> bool {
    let nodes = dom.walk(element);
    let at = nodes.iter().position(|id| *id == mark).unwrap_or(0);
    let side = if before { &nodes[..at] } else { &nodes[at + 1..] };
    side.iter().any(|id| {
        matches!(dom.nodes[*id].kind, Kind::Mark(_)) && dom.is_prose(dom.nodes[*id].parent, "t")
            || is_content(dom, *id)
    })
}

/// Text, a picture, a break: what a reader would miss.
fn is_content(dom: &Dom, id: Id) -> bool {
    let is_text = |id: Id| dom.ancestor(id, |dom, id| dom.is_prose(id, "t")).is_some();
    match &dom.nodes[id].kind {
        Kind::Text(span) => is_text(id) && !dom.source[span.clone()].trim().is_empty(),
        Kind::Made(text) => !text.trim().is_empty(),
        Kind::Element { .. } => [
            "drawing",
            "pict",
            "object",
            "br",
            "footnoteReference",
            "endnoteReference",
            "sectPr",
            "fldChar",
            "fldSimple",
        ]
        .iter()
        .any(|name| dom.is(id, name)),
        Kind::Other(_) | Kind::Mark(_) => false,
    }
}

/// Takes an emptied paragraph or row away; a paragraph that its container cannot be without stays, empty.
fn take_away(dom: &mut Dom, id: Id) {
    let is_in_tree = dom.nodes[dom.nodes[id].parent].children.contains(&id);
    let holds = dom
        .walk(id)
        .into_iter()
        .any(|node| matches!(dom.nodes[node].kind, Kind::Mark(_)) || is_content(dom, node));
    if !is_in_tree || holds {
        return;
    }
    if dom.is_prose(id, "p") {
        let parent = dom.nodes[id].parent;
        let others = dom.nodes[parent].children.iter().filter(|other| **other != id);
        let has_other = others.clone().any(|other| dom.is_prose(*other, "p"));
        if !has_other && !dom.is(parent, "body") {
            return;
        }
    }
    dom.detach(id);
}
