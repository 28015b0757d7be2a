//! Runs a program over a document's values.

use super::choose::Item;
use super::drawing::{Drawing, Slot, Source};
use super::expression::Expr;
use super::fault::Fault;
use super::helper::Arguments;
use super::link;
use super::markup::{escape, is_forbidden, is_whole, join, rich};
use super::media::Media;
use super::picture::Unusable;
use super::print;
use super::program::{Guard, Mode, Step};
use super::qr;
use super::scope::Scope;
use super::tag::{Opening, Word};
use super::trace::Trace;
use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use crate::value::{Data, Leaf, Tree, Value};
use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::Arc;

/// One document being made.
pub(super) struct Evaluation<'a> {
    pub(super) tree: &'a Tree<'a>,
    pub(super) root: &'a Value,
    pub(super) scopes: Vec<Scope<'a>>,
    /// Where pictures go; absent where there is nothing to show them, as in a file's name.
    media: Option<(&'a str, &'a mut Media)>,
    /// The drawing that is being filled: the id of its relationship, and its size.
    placed: (String, u64, u64),
    /// Where what is printed is noted.
    trace: Option<&'a Trace>,
    /// What stops the document.
    pub findings: Vec<Finding>,
}

impl<'a> Evaluation<'a> {
    pub const fn new(tree: &'a Tree<'a>, root: &'a Value) -> Self {
        let placed = (String::new(), 0, 0);
        Self { tree, root, scopes: Vec::new(), media: None, placed, trace: None, findings: Vec::new() }
    }

    /// The same, what it prints noted there.
    pub const fn traced(mut self, trace: Option<&'a Trace>) -> Self {
        self.trace = trace;
        self
    }

    /// The evaluation of a part that may show pictures.
    pub fn with_media(mut self, part: &'a str, media: &'a mut Media) -> Self {
        self.media = Some((part, media));
        self
    }

    /// Runs the steps; goes on after what stops the document, so that all of it is told.
    pub fn run(&mut self, steps: &[Step], out: &mut String) {
        for step in steps {
            match step {
                Step::Static(text) => out.push_str(text),
                Step::Print { value, mode, at } => {
                    match self.value(value).and_then(|value| Ok((self.text(&value)?, value))) {
                        Ok((text, found)) => self.print(&text, &found, mode, at, out),
                        Err(fault) => self.tell(&fault, value, at),
                    }
                }
                Step::If { branches, otherwise, at } => {
                    let taken = branches.iter().find(|(condition, _)| self.holds(condition, at));
                    self.run(taken.map_or(otherwise, |(_, steps)| steps), out);
                }
                Step::Each { opening, body, otherwise, mode, at } => {
                    self.each(opening, body, otherwise, (mode, at), out);
                }
                Step::Drawing(drawing) => self.drawing(drawing, out),
                Step::Link { target, at } => {
                    let (mut address, told) = (String::new(), self.findings.len());
                    self.run(target, &mut address);
                    if self.findings.len() == told && !link::is_allowed(&address) {
                        let finding = Finding::new(Code::TemplateLinkScheme, at.clone());
                        self.findings.push(finding.with("target", &address));
                    }
                    escape(&address, &Mode::Plain, out);
                }
                Step::Slot(slot) => {
                    let (relation, width, height) = &self.placed;
                    let _ = match slot {
                        Slot::Relation => write!(out, "{relation}"),
                        Slot::Width => write!(out, "{width}"),
                        Slot::Height => write!(out, "{height}"),
                    };
                }
                Step::Guard(guard, steps) => {
                    let start = out.len();
                    self.run(steps, out);
                    let made = &out[start..];
                    match guard {
                        Guard::Row if !made.contains(":tr>") && !made.contains(":tr ") => out.truncate(start),
                        Guard::Paragraph if !made.ends_with(":p>") && !made.ends_with("<w:p/>") => {
                            out.push_str("<w:p/>");
                        }
                        _ => {}
                    }
                }
            }
        }
    }

    /// Whether a condition holds; what is wrong with it is told.
    pub fn holds(&mut self, condition: &Expr, at: &Location) -> bool {
        match self.value(condition) {
            Ok(value) => print::holds(&value),
            Err(Fault::Empty(_)) => false,
            Err(fault) => {
                self.tell(&fault, condition, at);
                false
            }
        }
    }

    /// The items that a loop goes over; what is wrong with it is told.
    pub fn items(&mut self, opening: &Opening, at: &Location) -> Vec<Item> {
        let subject = match self.value(&opening.subject) {
            Ok(value) => value.into_owned(),
            Err(Fault::Empty(_)) => Value::Nothing,
            Err(fault) => {
                self.tell(&fault, &opening.subject, at);
                return Vec::new();
            }
        };
        let items = match subject {
            Value::List(items) => items.iter().collect(),
            Value::Nothing => Vec::new(),
            value if opening.word == Word::With => vec![value],
            _ => {
                self.tell(&Fault::Kind, &opening.subject, at);
                Vec::new()
            }
        };
        self.chosen(items, opening, at)
    }

    /// Goes into a scope: an item of a loop, its pass and the number of passes.
    pub fn enter(&mut self, (value, key): Item, name: Option<Arc<str>>, pass: Option<(usize, usize)>) {
        self.scopes.push(Scope { value: Cow::Owned(value), name, pass, key });
    }

    /// Leaves the innermost scope.
    pub fn leave(&mut self) {
        self.scopes.pop();
    }

    fn each(
        &mut self,
        opening: &Opening,
        body: &[Step],
        otherwise: &[Step],
        (mode, at): (&Mode, &Location),
        out: &mut String,
    ) {
        let items = self.items(opening, at);
        if items.is_empty() {
            return self.run(otherwise, out);
        }
        let (count, start) = (items.len(), out.len());
        let separators = [&opening.options.separator, &opening.options.last_separator].map(|expr| {
            expr.as_ref().and_then(|expr| self.value(expr).ok()).and_then(|value| self.text(&value).ok())
        });
        for (pass, item) in items.into_iter().enumerate() {
            let between = out.len();
            self.enter(item, opening.item.clone(), Some((pass, count)));
            self.run(body, out);
            self.leave();
            if between == start || between == out.len() {
                continue;
            }
            let last = separators[1].as_ref().filter(|_| pass + 1 == count);
            if let Some(separator) = last.or(separators[0].as_ref()) {
                let behind = out.split_off(between);
                join(separator, mode, out);
                out.push_str(&behind);
            // Word takes two tables with nothing between them for one.
            } else if out[..between].ends_with("</w:tbl>") && out[between..].starts_with("<w:tbl>") {
                out.insert_str(between, "<w:p/>");
            }
        }
    }

    /// A drawing with the picture that its tag names.
    fn drawing(&mut self, drawing: &Drawing, out: &mut String) {
        let value = self.value(&drawing.value).and_then(|value| Ok((self.text(&value)?, value)));
        let (text, value) = match value {
            Ok(found) => found,
            Err(fault) => return self.tell(&fault, &drawing.value, &drawing.at),
        };
        let Some((part, media)) = self.media.as_mut() else { return };
        let found = match drawing.source {
            Source::Code => qr::picture(&text).ok_or(Unusable::Large),
            Source::File => media.file(&text),
        };
        match found {
            Ok(picture) => {
                let (width, height) = picture.fitted(drawing.frame);
                self.placed = (media.place(part, picture), width, height);
                self.run(&drawing.body, out);
            }
            Err(unusable) => {
                let at = self.tree.subject(&value).and_then(|leaf| leaf.into_owned().at);
                let code = if drawing.source == Source::Code { Code::QrLong } else { Code::PictureUnusable };
                self.findings.push(
                    Finding::new(code, at.unwrap_or_else(|| drawing.at.clone()))
                        .with("reason", unusable.name())
                        .with("path", text),
                );
            }
        }
    }

    /// The leaf that a value is or that stands for it.
    pub fn leaf<'v>(&'v self, value: &'v Value) -> Option<Cow<'v, Leaf>> {
        self.tree.subject(value)
    }

    /// What an expression gives.
    pub fn value(&self, expr: &Expr) -> Result<Cow<'a, Value>, Fault> {
        let leaf = |data| Ok(Cow::Owned(Value::Leaf(Leaf::new(data))));
        match expr {
            Expr::Path(path) => self.path(path),
            Expr::Local(local, level) => self.local(*local, *level),
            Expr::Text(text) => leaf(Data::Text(Arc::clone(text))),
            Expr::Number(number) => leaf(Data::Number(*number)),
            Expr::Flag(flag) => leaf(Data::Flag(*flag)),
            Expr::Call(call) => {
                let values = call.arguments.iter().map(|argument| match self.value(argument) {
                    // What is absent on the way is nothing: `или` and comparisons take it so.
                    Err(Fault::Empty(at)) => {
                        Ok(Cow::Owned(Value::Leaf(Leaf::empty(crate::value::Kind::Text, at))))
                    }
                    other => other,
                });
                let values = values.collect::<Result<Vec<_>, _>>()?;
                (call.helper.run)(&Arguments { tree: self.tree, values, trace: self.trace }).map(Cow::Owned)
            }
        }
    }

    /// A value as it prints; nothing to print is a fault.
    fn text(&self, value: &Value) -> Result<String, Fault> {
        match value {
            Value::Nothing => Err(Fault::Empty(None)),
            Value::List(_) => Err(Fault::Kind),
            value => {
                let leaf = self.tree.subject(value).ok_or(Fault::Kind)?;
                if leaf.is_empty() {
                    return Err(Fault::Empty(leaf.at.clone()));
                }
                self.trace.inspect(|trace| trace.note_as_it_stands(&leaf));
                Ok(print::leaf(&leaf))
            }
        }
    }

    fn print(&mut self, text: &str, value: &Value, mode: &Mode, at: &Location, out: &mut String) {
        if text.chars().any(is_forbidden) {
            self.findings.push(
                Finding::new(Code::TemplateCharacterForbidden, at.clone()).with("text", text.escape_debug()),
            );
            return;
        }
        if let Mode::Rich(properties) = mode {
            let own = self.tree.subject(value).and_then(|leaf| leaf.into_owned().overrides);
            if let Some(spans) =
                own.iter().find_map(|own| own.spans.as_ref()).filter(|spans| is_whole(spans, text))
            {
                return rich(spans, properties, out);
            }
        }
        escape(text, mode, out);
    }

    pub(super) fn tell(&mut self, fault: &Fault, expr: &Expr, at: &Location) {
        let mut field = String::new();
        expr.visit(&mut |path| {
            if field.is_empty() {
                field = path.text.to_string();
            }
        });
        let (code, cell) = match fault {
            Fault::Empty(cell) => (Code::TemplateFieldEmpty, cell.clone()),
            Fault::Gender(cell) => (Code::TemplateGenderUnknown, cell.clone()),
            Fault::TooLong { at, .. } => (Code::TemplateTextLong, at.clone()),
            Fault::Kind => (Code::TemplateKindWrong, None),
            Fault::NoField => (Code::TemplateFieldUnknown, None),
        };
        let mut finding = Finding::new(code, cell.unwrap_or_else(|| at.clone())).with("field", &field);
        if let Fault::TooLong { length, most, .. } = fault {
            finding = finding.with("length", *length).with("most", *most);
        }
        self.findings.push(finding.with("template", at.file()).with("nearest", 0).with("place", at));
    }
}
