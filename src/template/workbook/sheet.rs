//! One sheet of a workbook template, compiled.

use super::super::flat;
use super::super::heal::Spot;
use super::super::program::{Mode, Step};
use super::super::tag::Word;
use super::super::xml::{Dom, Vocabulary};
use super::blocks::{self, Body, Node};
use super::height::Widths;
use super::rows::{self, Content, Context, Row};
use crate::diagnostic::Finding;
use crate::location::{Location, Sheet as Place};
use std::sync::Arc;

/// A sheet.
#[derive(Debug)]
pub(super) struct Sheet {
    pub name: String,
    /// What makes its name, where that holds tags.
    pub name_steps: Vec<Step>,
    pub place: Arc<Place>,
    /// The prefix of its elements: usually none.
    pub prefix: String,
    pub widths: Widths,
    pub rows: Vec<Row>,
    pub body: Body,
}

impl Sheet {
    /// A sheet without rows yet.
    pub fn named(name: &str, template: &Arc<str>, findings: &mut Vec<Finding>) -> Self {
        let place = Arc::new(Place { file: Arc::clone(template), sheet: name.into() });
        let name_steps = if super::has_braces(name) {
            flat::line(name, &Location::Sheet(Arc::clone(&place)), findings, &Mode::Plain)
        } else {
            Vec::new()
        };
        Self {
            name: name.to_owned(),
            name_steps,
            place,
            prefix: String::new(),
            widths: Widths::default(),
            rows: Vec::new(),
            body: Body::default(),
        }
    }

    /// Reads its rows and their blocks.
    pub fn compile(&mut self, dom: &Dom, context: &Context<'_>, findings: &mut Vec<Finding>) {
        let data =
            dom.walk(0).into_iter().find(|id| dom.named(*id) == Some((Vocabulary::Sheet, "sheetData")));
        let Some(data) = data else { return };
        let tag = dom.start_tag(data).trim_start_matches('<');
        tag.find("sheetData").map_or("", |end| &tag[..end]).clone_into(&mut self.prefix);
        self.widths = Widths::read(dom);
        let mut spots: Vec<Spot> = Vec::new();
        self.rows = rows::read(dom, data, context, &mut spots, findings);
        self.body = blocks::tree(&mut self.rows, &spots, findings);
        for row in &mut self.rows {
            for cell in &mut row.cells {
                if let Content::Tags(tags) = &mut cell.content {
                    tags.compile(&self.prefix, &spots);
                }
            }
        }
    }

    /// Whether a cell or the name holds a tag.
    pub fn has_tags(&self) -> bool {
        let mut cells = self.rows.iter().flat_map(|row| &row.cells);
        !self.name_steps.is_empty() || cells.any(|cell| matches!(cell.content, Content::Tags(_)))
    }

    /// Whether rows may come out in other numbers than they went in.
    pub fn has_blocks(&self) -> bool {
        self.body.nodes.iter().any(|node| matches!(node, Node::Block(_)))
    }

    /// Every formula of a cell, with its row.
    pub fn formulas(&self) -> impl Iterator<Item = (u32, &str)> {
        self.rows.iter().flat_map(|row| {
            row.cells.iter().filter_map(|cell| match &cell.content {
                Content::Formula(_, _, text) => Some((row.number, text.as_str())),
                _ => None,
            })
        })
    }

    /// Its tags as one program, in the order of its rows: what they are checked by.
    pub fn seen(&self, see: &mut impl FnMut(&[Step])) {
        see(&self.name_steps);
        see(&self.steps(&self.body));
    }

    fn steps(&self, body: &Body) -> Vec<Step> {
        let mut steps = Vec::new();
        for node in &body.nodes {
            match node {
                Node::Row(place, _) => {
                    for cell in self.rows.get(*place).into_iter().flat_map(|row| &row.cells) {
                        if let Content::Tags(tags) = &cell.content {
                            steps.extend(tags.steps.iter().cloned());
                        }
                    }
                }
                Node::Block(block) => {
                    let mut parts =
                        block.parts.iter().map(|(condition, body)| (condition.clone(), self.steps(body)));
                    let first = parts.next().map(|(_, steps)| steps).unwrap_or_default();
                    let at = block.at.clone();
                    if matches!(block.opening.word, Word::If | Word::Unless) {
                        let mut branches = vec![(block.opening.subject.clone(), first)];
                        let mut otherwise = Vec::new();
                        for (condition, steps) in parts {
                            match condition {
                                Some(condition) => branches.push((condition, steps)),
                                None => otherwise = steps,
                            }
                        }
                        steps.push(Step::If { branches, otherwise, at });
                    } else {
                        let otherwise = parts.flat_map(|(_, steps)| steps).collect();
                        steps.push(Step::Each {
                            opening: block.opening.clone(),
                            body: first,
                            otherwise,
                            mode: Mode::Cell,
                            at,
                        });
                    }
                }
            }
        }
        steps
    }
}
