//! A part as a program: static markup and tags, nested as their blocks are.

use super::expression::Expr;
use super::heal::{Origin, Spot, heal, read_tags};
use super::ids;
use super::lift::lift;
use super::refusal::Refusal;
use super::tag::{Opening, Tag};
use super::xml::{Dom, Id, Kind, decode};
use crate::diagnostic::{Code, Finding};
use crate::location::Location;

/// Where a value is printed: it decides what a line feed becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// In a run's text: a line feed is a break, a tab a tab.
    Text,
    /// In an attribute, or in text that is no run's: white space is a space.
    Plain,
    /// In a cell of a workbook: line feeds stay.
    Cell,
    /// In a header or footer of a workbook, where `&` begins a code.
    Header,
}

/// One step of a program.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Static(String),
    Print {
        value: Expr,
        mode: Mode,
        at: Location,
    },
    If {
        branches: Vec<(Expr, Vec<Self>)>,
        otherwise: Vec<Self>,
        at: Location,
    },
    Each {
        opening: Box<Opening>,
        body: Vec<Self>,
        otherwise: Vec<Self>,
        at: Location,
    },
    /// What must not be left empty: a cell needs a paragraph, a table needs a row.
    Guard(Guard, Vec<Self>),
}

/// What an element cannot be without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guard {
    /// A container of paragraphs ends with one.
    Paragraph,
    /// A table without a row goes away.
    Row,
}

/// A part, compiled.
#[derive(Debug)]
pub(super) struct Program {
    pub steps: Vec<Step>,
    /// Whether a loop repeats what may stand once only.
    pub repeats_ids: bool,
}

impl Program {
    /// Compiles a part; all that is wrong with its tags at once.
    pub fn compile(origin: Origin<'_>, source: String, findings: &mut Vec<Finding>) -> Result<Self, Refusal> {
        let mut dom = Dom::read(origin.part, source)?;
        let mut spots = Vec::new();
        heal(&mut dom, origin, &mut spots, findings);
        lift(&mut dom, &spots, findings);
        let mut compiler = Compiler { dom: &dom, origin, spots, findings };
        let steps = compiler.children(&dom.nodes[0].children);
        Ok(Self { repeats_ids: repeats_ids(&steps, false), steps })
    }

    /// Compiles one line of text: a file name, a condition.
    pub fn of_line(source: &str, at: &Location, findings: &mut Vec<Finding>) -> Vec<Step> {
        let mut spots = Vec::new();
        let mut flat = Vec::new();
        let mut end = 0;
        for (range, spot) in read_tags(source, at, &mut spots, findings) {
            flat.push(Flat::Text(source[end..range.start].to_owned()));
            flat.push(Flat::Tag(spot));
            end = range.end;
        }
        flat.push(Flat::Text(source[end..].to_owned()));
        let mut at = 0;
        nest(&flat, &mut at, &spots, findings, Mode::Plain)
    }
}

/// Whether a loop among the steps holds what may stand once only.
fn repeats_ids(steps: &[Step], within: bool) -> bool {
    steps.iter().any(|step| match step {
        Step::Static(text) => within && ids::concerns(text),
        Step::Print { .. } => false,
        Step::If { branches, otherwise, .. } => {
            branches.iter().any(|(_, steps)| repeats_ids(steps, within)) || repeats_ids(otherwise, within)
        }
        Step::Each { body, otherwise, .. } => repeats_ids(body, true) || repeats_ids(otherwise, within),
        Step::Guard(_, steps) => repeats_ids(steps, within),
    })
}

/// Text and tags one after another.
pub(super) enum Flat {
    Text(String),
    Tag(usize),
}

/// Nests a flat run of text and tags; used where there is no tree: lines and attributes.
pub(super) fn nest(
    flat: &[Flat],
    at: &mut usize,
    spots: &[Spot],
    findings: &mut Vec<Finding>,
    mode: Mode,
) -> Vec<Step> {
    let mut steps = Vec::new();
    while let Some(one) = flat.get(*at) {
        *at += 1;
        match one {
            Flat::Text(text) => push_static(&mut steps, text),
            Flat::Tag(spot) => match &spots[*spot].tag {
                Tag::Print(value) => {
                    steps.push(Step::Print { value: value.clone(), mode, at: spots[*spot].at.clone() });
                }
                Tag::Comment => {}
                Tag::Open(opening) => {
                    let mut parts = vec![(None, nest(flat, at, spots, findings, mode))];
                    loop {
                        // `nest` stops behind the tag that ended the part.
                        match at.checked_sub(1).and_then(|before| flat.get(before)) {
                            Some(Flat::Tag(end)) if matches!(spots[*end].tag, Tag::Else) => {
                                parts.push((None, nest(flat, at, spots, findings, mode)));
                            }
                            Some(Flat::Tag(end)) => match &spots[*end].tag {
                                Tag::ElseIf(condition) => parts
                                    .push((Some(condition.clone()), nest(flat, at, spots, findings, mode))),
                                Tag::Close(..) => break,
                                _ => return steps,
                            },
                            _ => {
                                findings.push(
                                    Finding::new(Code::TemplateBlockUnclosed, spots[*spot].at.clone())
                                        .with("block", opening.word.russian()),
                                );
                                break;
                            }
                        }
                    }
                    steps.push(block(opening, parts, spots[*spot].at.clone()));
                }
                Tag::Else | Tag::ElseIf(_) | Tag::Close(..) => return steps,
            },
        }
    }
    steps
}

fn push_static(steps: &mut Vec<Step>, text: &str) {
    if text.is_empty() {
        return;
    }
    match steps.last_mut() {
        Some(Step::Static(before)) => before.push_str(text),
        _ => steps.push(Step::Static(text.to_owned())),
    }
}

/// A part of a block: what `иначе если` asks, and the steps.
type Branch = (Option<Expr>, Vec<Step>);

/// A block out of its parts: the first is the opening's, the others those of `иначе`.
fn block(opening: &Opening, parts: Vec<Branch>, at: Location) -> Step {
    use super::tag::Word;
    let mut parts = parts.into_iter();
    let body = parts.next().map(|(_, steps)| steps).unwrap_or_default();
    let (mut branches, mut otherwise) = (Vec::new(), Vec::new());
    for (condition, steps) in parts {
        match condition {
            Some(condition) => branches.push((condition, steps)),
            None => otherwise = steps,
        }
    }
    match opening.word {
        Word::If => {
            branches.insert(0, (opening.subject.clone(), body));
            Step::If { branches, otherwise, at }
        }
        // `если_нет x` is `если x` the other way round.
        Word::Unless => {
            Step::If { branches: vec![(opening.subject.clone(), otherwise)], otherwise: body, at }
        }
        Word::Each | Word::Groups | Word::With => {
            Step::Each { opening: Box::new(opening.clone()), body, otherwise, at }
        }
    }
}

struct Compiler<'d, 'f> {
    dom: &'d Dom,
    origin: Origin<'d>,
    spots: Vec<Spot>,
    findings: &'f mut Vec<Finding>,
}

impl Compiler<'_, '_> {
    /// The steps of siblings; a block runs from its opening mark to its closing one among them.
    fn children(&mut self, ids: &[Id]) -> Vec<Step> {
        let (mut steps, mut at) = (Vec::new(), 0);
        while let Some(id) = ids.get(at).copied() {
            at += 1;
            let Kind::Mark(spot) = self.dom.nodes[id].kind else {
                self.node(id, &mut steps);
                continue;
            };
            let found = self.spots[spot].clone();
            match found.tag {
                Tag::Print(value) => {
                    let mode =
                        if self.dom.is(self.dom.nodes[id].parent, "t") { Mode::Text } else { Mode::Plain };
                    steps.push(Step::Print { value, mode, at: found.at });
                }
                Tag::Open(opening) => {
                    let (parts, next) = self.parts(ids, at);
                    at = next;
                    steps.push(block(&opening, parts, found.at));
                }
                // What is unpaired was told by `lift`.
                Tag::Else | Tag::ElseIf(_) | Tag::Close(..) | Tag::Comment => {}
            }
        }
        steps
    }

    /// The parts of the block that opened before `from`, and the place behind its end.
    fn parts(&mut self, ids: &[Id], from: usize) -> (Vec<Branch>, usize) {
        let (mut parts, mut depth, mut start, mut condition) = (Vec::new(), 0_usize, from, None);
        for at in from..ids.len() {
            let Kind::Mark(spot) = self.dom.nodes[ids[at]].kind else { continue };
            match self.spots[spot].tag.clone() {
                Tag::Open(_) => depth += 1,
                Tag::Close(..) if depth > 0 => depth -= 1,
                Tag::Close(..) => {
                    parts.push((condition, self.children(&ids[start..at])));
                    return (parts, at + 1);
                }
                Tag::Else if depth == 0 => {
                    parts.push((condition.take(), self.children(&ids[start..at])));
                    start = at + 1;
                }
                Tag::ElseIf(next) if depth == 0 => {
                    parts.push((condition.replace(next), self.children(&ids[start..at])));
                    start = at + 1;
                }
                _ => {}
            }
        }
        parts.push((condition, self.children(&ids[start..])));
        (parts, ids.len())
    }

    fn node(&mut self, id: Id, steps: &mut Vec<Step>) {
        match &self.dom.nodes[id].kind {
            Kind::Text(span) | Kind::Other(span) => push_static(steps, &self.dom.source[span.clone()]),
            Kind::Made(text) => push_static(steps, text),
            Kind::Mark(_) => {}
            Kind::Element { close, .. } => {
                self.start_tag(id, steps);
                let children = self.dom.nodes[id].children.clone();
                let inner = self.children(&children);
                // Only what holds marks of its own can come out empty.
                let has_marks =
                    children.iter().any(|child| matches!(self.dom.nodes[*child].kind, Kind::Mark(_)));
                let guard = self.guard(id).filter(|_| has_marks);
                let close = self.dom.piece(close).to_owned();
                match guard {
                    Some(Guard::Row) => {
                        let mut whole = Vec::new();
                        if let Some(Step::Static(_)) = steps.last() {
                            // The start tag belongs to what goes away.
                            let tag = self.dom.start_tag(id).to_owned();
                            if let Some(Step::Static(before)) = steps.last_mut() {
                                before.truncate(before.len() - tag.len());
                            }
                            push_static(&mut whole, &tag);
                        }
                        whole.extend(inner);
                        push_static(&mut whole, &close);
                        steps.push(Step::Guard(Guard::Row, whole));
                    }
                    Some(Guard::Paragraph) => {
                        steps.push(Step::Guard(Guard::Paragraph, inner));
                        push_static(steps, &close);
                    }
                    None => {
                        for step in inner {
                            match step {
                                Step::Static(text) => push_static(steps, &text),
                                step => steps.push(step),
                            }
                        }
                        push_static(steps, &close);
                    }
                }
            }
        }
    }

    fn guard(&self, id: Id) -> Option<Guard> {
        let is = |names: &[&str]| names.iter().any(|name| self.dom.is(id, name));
        if is(&["tbl"]) {
            Some(Guard::Row)
        } else if is(&["tc", "txbxContent", "hdr", "ftr", "footnote", "endnote"]) {
            Some(Guard::Paragraph)
        } else {
            None
        }
    }

    /// A start tag; an alternative text or a title in it may hold tags.
    fn start_tag(&mut self, id: Id, steps: &mut Vec<Step>) {
        let tag = self.dom.start_tag(id).to_owned();
        if !tag.contains("{{") {
            push_static(steps, &tag);
            return;
        }
        let text = decode(&tag).into_owned();
        let at = self.origin.place(0, &text);
        raw(&tag, &at, self.findings, steps);
    }
}

/// Compiles markup in which tags stand as they are: attributes, properties, targets of links.
pub(super) fn raw(source: &str, at: &Location, findings: &mut Vec<Finding>, steps: &mut Vec<Step>) {
    let mut spots = Vec::new();
    // Quotes in attributes are entities: they are resolved within a tag and nowhere else.
    let mut text = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(open) = rest.find("{{") {
        let close = rest[open..].find("}}").map_or(rest.len(), |close| open + close + 2);
        text.push_str(&rest[..open]);
        text.push_str(&decode(&rest[open..close]));
        rest = &rest[close..];
    }
    text.push_str(rest);
    let (mut flat, mut end) = (Vec::new(), 0);
    for (range, spot) in read_tags(&text, at, &mut spots, findings) {
        flat.push(Flat::Text(text[end..range.start].to_owned()));
        flat.push(Flat::Tag(spot));
        end = range.end;
    }
    flat.push(Flat::Text(text[end..].to_owned()));
    let mut place = 0;
    for step in nest(&flat, &mut place, &spots, findings, Mode::Plain) {
        match step {
            Step::Static(text) => push_static(steps, &text),
            step => steps.push(step),
        }
    }
}
