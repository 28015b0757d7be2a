//! A part as a program: static markup and tags, nested as their blocks are.

use super::drawing::{self, Drawing, Slot};
use super::expression::Expr;
use super::flat::{Branch, block, push_all, push_static, raw};
use super::heal::{Origin, Spot, heal};
use super::ids;
use super::lift::lift;
use super::refusal::Refusal;
use super::tag::{Opening, Tag};
use super::xml::{Dom, Id, Kind, attributes, decode};
use crate::diagnostic::{Code, Finding};
use crate::location::Location;

/// Where a value is printed: it decides what a line feed becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// In a run's text: a line feed is a break, a tab a tab.
    Text,
    /// In a run's text, the bold and the italic of the cell kept: the run's own properties.
    Rich(String),
    /// In an attribute, or in text that is no run's: white space is a space.
    Plain,
    /// In the target of a link: what no address may hold is percent-encoded.
    Target,
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
        /// Where it repeats: it decides how a separator is written.
        mode: Mode,
        at: Location,
    },
    /// A drawing with a picture of the document's own.
    Drawing(Box<Drawing>),
    /// The target of a hyperlink, an attribute's value.
    Link {
        target: Vec<Self>,
        at: Location,
    },
    /// A place within such a drawing.
    Slot(Slot),
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
    /// Whether it shows pictures of the document's own.
    pub draws: bool,
}

impl Program {
    /// Compiles a part; all that is wrong with its tags at once.
    pub fn compile(origin: Origin<'_>, source: String, findings: &mut Vec<Finding>) -> Result<Self, Refusal> {
        let mut dom = Dom::read(origin.part, source)?;
        let mut spots = Vec::new();
        heal(&mut dom, origin, &mut spots, findings);
        if dom.is_renamed && !spots.is_empty() {
            return Err(Refusal::Prefix(origin.part.to_string()));
        }
        lift(&mut dom, &spots, findings);
        let mut compiler = Compiler { dom: &dom, origin, spots, findings, in_drawing: false, draws: false };
        let steps = compiler.children(&dom.nodes[0].children);
        Ok(Self { repeats_ids: repeats_ids(&steps, false), draws: compiler.draws, steps })
    }
}

/// Whether a loop among the steps holds what may stand once only.
fn repeats_ids(steps: &[Step], within: bool) -> bool {
    steps.iter().any(|step| match step {
        Step::Static(text) => within && ids::concerns(text),
        Step::Print { .. } | Step::Slot(_) | Step::Link { .. } => false,
        Step::Drawing(drawing) => repeats_ids(&drawing.body, within),
        Step::If { branches, otherwise, .. } => {
            branches.iter().any(|(_, steps)| repeats_ids(steps, within)) || repeats_ids(otherwise, within)
        }
        Step::Each { body, otherwise, .. } => repeats_ids(body, true) || repeats_ids(otherwise, within),
        Step::Guard(_, steps) => repeats_ids(steps, within),
    })
}

struct Compiler<'d, 'f> {
    dom: &'d Dom,
    origin: Origin<'d>,
    spots: Vec<Spot>,
    findings: &'f mut Vec<Finding>,
    /// Whether what is compiled is a drawing that gets a picture.
    in_drawing: bool,
    draws: bool,
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
                    let mode = self.mode(id, &value);
                    steps.push(Step::Print { value, mode, at: found.at });
                }
                Tag::Open(opening) => {
                    let (parts, next) = self.parts(ids, at);
                    at = next;
                    steps.push(block(&opening, parts, &Mode::Text, found.at));
                }
                // What is unpaired was told by `lift`.
                Tag::Else | Tag::ElseIf(_) | Tag::Close(..) | Tag::Comment | Tag::Unread { .. } => {}
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
            Kind::Text(span) => {
                let text = &self.dom.source[span.clone()];
                let parent = self.dom.nodes[id].parent;
                // Text of a run was healed, and codes of fields were told: here it is that of formulas, charts, properties.
                let is_done = self.dom.is_prose(parent, "t")
                    || self.dom.is(parent, "instrText")
                    || self.dom.is(parent, "delText");
                if is_done || !text.contains("{{") {
                    push_static(steps, text);
                } else {
                    raw(text, &self.origin.place(0, &decode(text)), self.findings, steps);
                }
            }
            Kind::Other(span) => push_static(steps, &self.dom.source[span.clone()]),
            Kind::Made(text) => push_static(steps, text),
            Kind::Mark(_) => {}
            Kind::Element { .. } => {
                if !self.in_drawing && self.dom.is(id, "drawing") {
                    match self.drawing(id) {
                        Some(step) => steps.push(step),
                        None => self.element(id, steps),
                    }
                } else if !self.in_drawing
                    || !drawing::is_of_old_picture(
                        self.local(id).unwrap_or_default(),
                        self.local(self.dom.nodes[id].parent),
                    )
                {
                    self.element(id, steps);
                }
            }
        }
    }

    fn element(&mut self, id: Id, steps: &mut Vec<Step>) {
        let Kind::Element { close, .. } = &self.dom.nodes[id].kind else { return };
        let (children, close) = (self.dom.nodes[id].children.clone(), self.dom.piece(close).to_owned());
        let mut whole = Vec::new();
        self.start_tag(id, &mut whole);
        let inner = self.children(&children);
        // Only what holds marks of its own can come out empty.
        let has_marks = children.iter().any(|child| matches!(self.dom.nodes[*child].kind, Kind::Mark(_)));
        match self.guard(id).filter(|_| has_marks) {
            // The start tag belongs to what goes away.
            Some(Guard::Row) => {
                push_all(&mut whole, inner);
                push_static(&mut whole, &close);
                steps.push(Step::Guard(Guard::Row, whole));
            }
            Some(Guard::Paragraph) => {
                push_all(steps, whole);
                steps.push(Step::Guard(Guard::Paragraph, inner));
                push_static(steps, &close);
            }
            None => {
                push_all(steps, whole);
                push_all(steps, inner);
                push_static(steps, &close);
            }
        }
    }

    /// How a value is written where a mark stands.
    fn mode(&mut self, mark: Id, value: &Expr) -> Mode {
        let text = self.dom.nodes[mark].parent;
        let run = self.dom.nodes[text].parent;
        if !self.dom.is(text, "t") {
            return Mode::Plain;
        }
        if !matches!(value, Expr::Call(call) if call.helper.name == "оформленное") || !self.dom.is(run, "r")
        {
            return Mode::Text;
        }
        let mut steps = Vec::new();
        let properties = self.dom.nodes[run].children.iter().find(|child| self.dom.is(**child, "rPr"));
        if let Some(properties) = properties.copied() {
            self.node(properties, &mut steps);
        }
        Mode::Rich(match steps.as_slice() {
            [Step::Static(properties)] => properties.clone(),
            _ => String::new(),
        })
    }

    fn guard(&self, id: Id) -> Option<Guard> {
        let is = |names: &[&str]| names.iter().any(|name| self.dom.is(id, name));
        if is(&["tbl"]) {
            Some(Guard::Row)
        } else if is(&["tc", "txbxContent", "hdr", "ftr", "footnote", "endnote"])
            || is(&["sdtContent"]) && self.dom.nodes[id].children.iter().any(|child| self.dom.is(*child, "p"))
        {
            Some(Guard::Paragraph)
        } else {
            None
        }
    }

    /// A start tag; an alternative text or a title in it may hold tags.
    fn start_tag(&mut self, id: Id, steps: &mut Vec<Step>) {
        let tag = self.dom.start_tag(id).to_owned();
        let (local, parent) = (self.local(id), self.local(self.dom.nodes[id].parent));
        if self.in_drawing {
            let mut end = 0;
            for (range, slot) in drawing::slots(local.unwrap_or_default(), parent, &tag) {
                push_static(steps, &tag[end..range.start]);
                steps.push(Step::Slot(slot));
                end = range.end;
            }
            if end > 0 {
                push_static(steps, &tag[end..]);
                return;
            }
        }
        // A field's code was told.
        if !tag.contains("{{") || self.dom.is(id, "fldSimple") {
            push_static(steps, &tag);
            return;
        }
        let text = attributes(&tag).into_iter().find(|(_, value)| value.contains("{{"));
        let at = self.origin.place(0, &decode(text.map_or("", |(_, text)| text)));
        let (mut inner, is_name) = (Vec::new(), matches!(local, Some("docPr" | "cNvPr")));
        raw(&tag, &at, self.findings, &mut inner);
        if self.in_drawing && is_name {
            // The tag that names the picture is no text.
            inner.retain(
                |step| !matches!(step, Step::Print { value, .. } if drawing::picture(value).is_some()),
            );
        }
        push_all(steps, inner);
    }

    fn local(&self, id: Id) -> Option<&str> {
        self.dom.named(id).map(|(_, name)| name)
    }

    /// A drawing whose alternative text or title names a picture; a step of its own.
    fn drawing(&mut self, id: Id) -> Option<Step> {
        let named = self.dom.walk(id).into_iter().find(|id| self.local(*id) == Some("docPr"))?;
        let tag = self.dom.start_tag(named).to_owned();
        if !tag.contains("{{") {
            return None;
        }
        // What is wrong with these tags is told where the start tag is compiled.
        let (mut steps, mut told) = (Vec::new(), Vec::new());
        let text = attributes(&tag).into_iter().find(|(_, value)| value.contains("{{"))?;
        let at = self.origin.place(0, &decode(text.1));
        raw(&tag, &at, &mut told, &mut steps);
        let (source, value) = steps.iter().find_map(|step| match step {
            Step::Print { value, .. } => drawing::picture(value),
            _ => None,
        })?;
        let Some(frame) = drawing::frame(self.dom, id) else {
            self.findings.push(Finding::new(Code::TemplatePictureMisplaced, at));
            return None;
        };
        let value = value.clone();
        let mut body = Vec::new();
        self.in_drawing = true;
        self.element(id, &mut body);
        (self.in_drawing, self.draws) = (false, true);
        Some(Step::Drawing(Box::new(Drawing { source, value, at, frame, body })))
    }
}
