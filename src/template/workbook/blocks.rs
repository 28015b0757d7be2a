//! Blocks of a sheet: within a cell they are the cell's own; in one row they repeat the row; over rows, the rows between.

use super::super::expression::Expr;
use super::super::heal::Spot;
use super::super::pairing::pair;
use super::super::tag::{Opening, Tag};
use super::reference::LAST_ROW;
use super::rows::{Content, Row};
use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use std::collections::{BTreeMap, HashSet};

/// Rows one after another, with the blocks among them.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub first: u32,
    pub last: u32,
    pub nodes: Vec<Node>,
}

/// A row or a block of rows.
#[derive(Debug)]
pub(super) enum Node {
    /// A row, by its place among those of the template.
    Row(usize, u32),
    Block(Block),
}

/// A block of rows; `first` and `last` count the rows of its own tags.
#[derive(Debug)]
pub(super) struct Block {
    pub id: usize,
    pub opening: Box<Opening>,
    /// The parts: the first is the opening's, the others those of `иначе`, each with its condition.
    pub parts: Vec<(Option<Expr>, Body)>,
    pub at: Location,
    pub first: u32,
    pub last: u32,
    /// Whether something refers to its rows: then one row stays, empty, where nothing comes out.
    pub is_kept: bool,
}

/// A tag's place: row and cell by their order, the tag in the cell, its spot.
type Mark = (usize, usize, usize, usize);

/// What happens between rows.
enum Event {
    Open(usize),
    Part(usize, Option<Expr>),
    Close(usize),
}

/// The tree of a sheet's rows; tags of blocks of rows are taken out of their cells.
pub(super) fn tree(rows: &mut [Row], spots: &[Spot], findings: &mut Vec<Finding>) -> Body {
    let blocks = paired(rows, spots, findings);
    let in_cells: HashSet<usize> =
        blocks.iter().filter(|block| is_of_cell(block)).flatten().map(|mark| mark.3).collect();
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let Content::Tags(tags) = &mut cell.content {
            tags.own.retain(|(_, spot)| matches!(spots[*spot].tag, Tag::Print(_)) || in_cells.contains(spot));
        }
    }
    let is_bare: Vec<bool> = rows.iter().map(is_bare).collect();
    // Before a row, in its place (it goes away), after it.
    let mut events: BTreeMap<(usize, u8), Vec<(usize, Event)>> = BTreeMap::new();
    let mut gone = vec![false; rows.len()];
    for (id, block) in blocks.iter().enumerate().filter(|(_, block)| !is_of_cell(block)) {
        let (first, last) = (block[0].0, block[block.len() - 1].0);
        for (place, (row, _, _, spot)) in block.iter().enumerate() {
            let (is_open, is_close) = (place == 0, place + 1 == block.len());
            let is_own = first != last && is_bare[*row];
            let event = match &spots[*spot].tag {
                Tag::Open(_) => Event::Open(id),
                Tag::ElseIf(condition) => Event::Part(id, Some(condition.clone())),
                Tag::Else => Event::Part(id, None),
                _ => Event::Close(id),
            };
            let side = match (is_own, is_open, is_close) {
                (true, ..) => 1,
                (false, true, _) => 0,
                (false, _, true) => 2,
                _ => {
                    findings.push(misplaced(spots, *spot, block[0].3));
                    continue;
                }
            };
            gone[*row] |= is_own;
            events.entry((*row, side)).or_default().push((*spot, event));
        }
    }
    let mut builder = Builder {
        spots,
        blocks: &blocks,
        findings,
        open: Vec::new(),
        body: Body { first: 1, ..Body::default() },
    };
    for place in 0..rows.len() {
        let number = rows[place].number;
        for side in 0..3 {
            let mut here = events.remove(&(place, side)).unwrap_or_default();
            here.sort_by_key(|(spot, _)| *spot);
            for (spot, event) in here {
                builder.event(event, spot, number, side);
            }
            if side == 1 && !gone[place] {
                builder.body.nodes.push(Node::Row(place, number));
            }
        }
    }
    let mut body = builder.finish();
    body.last = LAST_ROW;
    body
}

/// The blocks of a sheet by their tags, and what is wrong with unpaired ones.
fn paired(rows: &[Row], spots: &[Spot], findings: &mut Vec<Finding>) -> Vec<Vec<Mark>> {
    let marks = marks(rows);
    let blocks = pair(marks.iter().map(|mark| &spots[mark.3]), findings);
    blocks.into_iter().map(|tags| tags.into_iter().map(|tag| marks[tag]).collect()).collect()
}

fn marks(rows: &[Row]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (row, found) in rows.iter().enumerate() {
        for (cell, found) in found.cells.iter().enumerate() {
            if let Content::Tags(tags) = &found.content {
                marks.extend(tags.all.iter().enumerate().map(|(tag, (_, spot))| (row, cell, tag, *spot)));
            }
        }
    }
    marks
}

fn is_of_cell(block: &[Mark]) -> bool {
    block.iter().all(|mark| (mark.0, mark.1) == (block[0].0, block[0].1))
}

/// Whether a row holds tags of blocks and nothing else.
fn is_bare(row: &Row) -> bool {
    row.cells.iter().all(|cell| match &cell.content {
        Content::Kept(_, inner) => inner.is_empty(),
        Content::Formula(..) => false,
        Content::Tags(tags) => tags.is_bare(),
    })
}

fn misplaced(spots: &[Spot], spot: usize, opened: usize) -> Finding {
    Finding::new(Code::TemplateBlockMisplaced, spots[spot].at.clone()).with("place", &spots[opened].at)
}

struct Builder<'a> {
    spots: &'a [Spot],
    blocks: &'a [Vec<Mark>],
    findings: &'a mut Vec<Finding>,
    /// The blocks that are open, each with the body around it and the condition of its present part.
    open: Vec<(Block, Body, Option<Expr>)>,
    body: Body,
}

impl Builder<'_> {
    fn event(&mut self, event: Event, spot: usize, row: u32, side: u8) {
        // A tag's own row belongs to no part.
        let (before, after) = match side {
            0 => (row - 1, row),
            1 => (row - 1, row + 1),
            _ => (row, row + 1),
        };
        match event {
            Event::Open(id) => {
                let Tag::Open(opening) = &self.spots[spot].tag else { return };
                let at = self.spots[spot].at.clone();
                let block = Block {
                    id,
                    opening: opening.clone(),
                    parts: Vec::new(),
                    at,
                    first: row,
                    last: row,
                    is_kept: false,
                };
                let around = std::mem::replace(&mut self.body, Body { first: after, ..Body::default() });
                self.open.push((block, around, None));
            }
            Event::Part(id, condition) if self.is_innermost(id, spot) => {
                if let Some((block, _, present)) = self.open.last_mut() {
                    let mut body =
                        std::mem::replace(&mut self.body, Body { first: after, ..Body::default() });
                    body.last = before;
                    block.parts.push((std::mem::replace(present, condition), body));
                }
            }
            Event::Close(id) if self.is_innermost(id, spot) => {
                if let Some((mut block, around, condition)) = self.open.pop() {
                    let mut body = std::mem::replace(&mut self.body, around);
                    body.last = before;
                    block.parts.push((condition, body));
                    block.last = row;
                    self.body.nodes.push(Node::Block(block));
                }
            }
            Event::Part(..) | Event::Close(_) => {}
        }
    }

    /// Whether the block that a tag belongs to is the innermost that is open here; else blocks of rows cross.
    fn is_innermost(&mut self, id: usize, spot: usize) -> bool {
        let is_innermost = self.open.last().is_some_and(|(block, ..)| block.id == id);
        if !is_innermost {
            self.findings.push(misplaced(self.spots, spot, self.blocks[id][0].3));
        }
        is_innermost
    }

    fn finish(mut self) -> Body {
        while let Some((_, around, _)) = self.open.pop() {
            self.body = around;
        }
        self.body
    }
}

impl Node {
    /// The rows that it takes in the template.
    pub const fn rows(&self) -> (u32, u32) {
        match self {
            Self::Row(_, number) => (*number, *number),
            Self::Block(block) => (block.first, block.last),
        }
    }
}

impl Body {
    /// Goes over all blocks, outer ones first.
    pub fn blocks(&mut self, seen: &mut impl FnMut(&mut Block)) {
        for node in &mut self.nodes {
            if let Node::Block(block) = node {
                seen(block);
                block.parts.iter_mut().for_each(|(_, body)| body.blocks(seen));
            }
        }
    }
}
