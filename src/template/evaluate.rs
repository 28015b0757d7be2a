//! Runs a program over a document's values.

use super::expression::{Expr, Head, Local, Path};
use super::fault::Fault;
use super::helper::{self, Arguments};
use super::print;
use super::program::{Guard, Mode, Step};
use super::tag::{Opening, Word};
use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use crate::value::{Data, Leaf, Record, Tree, Value};
use std::borrow::Cow;
use std::sync::Arc;

/// What a name is looked up in, innermost last.
struct Scope<'a> {
    value: Cow<'a, Value>,
    /// `как |x|`: the item is reached by that name only.
    name: Option<Arc<str>>,
    /// The pass and the number of passes of a loop.
    pass: Option<(usize, usize)>,
}

/// One document being made.
pub(super) struct Evaluation<'a> {
    tree: &'a Tree,
    root: &'a Record,
    scopes: Vec<Scope<'a>>,
    /// What stops the document.
    pub findings: Vec<Finding>,
}

impl<'a> Evaluation<'a> {
    pub const fn new(tree: &'a Tree, root: &'a Record) -> Self {
        Self { tree, root, scopes: Vec::new(), findings: Vec::new() }
    }

    /// Runs the steps; goes on after what stops the document, so that all of it is told.
    pub fn run(&mut self, steps: &[Step], out: &mut String) {
        for step in steps {
            match step {
                Step::Static(text) => out.push_str(text),
                Step::Print { value, mode, at } => {
                    match self.value(value).and_then(|value| self.text(&value)) {
                        Ok(text) => self.write(&text, *mode, at, out),
                        Err(fault) => self.tell(&fault, value, at),
                    }
                }
                Step::If { branches, otherwise, at } => {
                    let taken = branches.iter().find(|(condition, _)| self.holds(condition, at));
                    self.run(taken.map_or(otherwise, |(_, steps)| steps), out);
                }
                Step::Each { opening, body, otherwise, at } => self.each(opening, body, otherwise, at, out),
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
    pub fn items(&mut self, opening: &Opening, at: &Location) -> Vec<Value> {
        let subject = match self.value(&opening.subject) {
            Ok(value) => value.into_owned(),
            Err(Fault::Empty(_)) => Value::Nothing,
            Err(fault) => {
                self.tell(&fault, &opening.subject, at);
                return Vec::new();
            }
        };
        let items = match subject {
            Value::List(items) => items.to_vec(),
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
    pub fn enter(&mut self, value: Value, name: Option<Arc<str>>, pass: Option<(usize, usize)>) {
        self.scopes.push(Scope { value: Cow::Owned(value), name, pass });
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
        at: &Location,
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
            if out.len() > start && pass > 0 {
                let last = separators[1].as_ref().filter(|_| pass + 1 == count);
                if let Some(separator) = last.or(separators[0].as_ref()) {
                    // It goes on in the run that came last, and takes its formatting.
                    let end = ["</w:t></w:r></w:p>", "</w:t></w:r>", "</t></r>", ""]
                        .iter()
                        .find(|end| out.ends_with(**end));
                    let rest = out.split_off(out.len() - end.map_or(0, |end| end.len()));
                    let is_word = end.is_some_and(|end| end.starts_with("</w:t>"));
                    escape(separator, if is_word { Mode::Text } else { Mode::Plain }, out);
                    out.push_str(&rest);
                }
            }
            self.enter(item, opening.item.clone(), Some((pass, count)));
            let between = out.len();
            self.run(body, out);
            self.leave();
            // Word takes two tables with nothing between them for one.
            if out[..between].ends_with("</w:tbl>") && out[between..].starts_with("<w:tbl>") {
                out.insert_str(between, "<w:p/>");
            }
        }
    }

    /// The items that `где` lets through, sorted by `по`, at most `не_более`.
    fn chosen(&mut self, mut items: Vec<Value>, opening: &Opening, at: &Location) -> Vec<Value> {
        let options = &opening.options;
        if let Some(condition) = &options.only {
            items.retain(|item| {
                self.enter(item.clone(), opening.item.clone(), None);
                let held = self.value(condition).map(|value| print::holds(&value));
                self.leave();
                held.unwrap_or_else(|fault| {
                    if !matches!(fault, Fault::Empty(_)) {
                        self.tell(&fault, condition, at);
                    }
                    false
                })
            });
        }
        for (by, descending) in [(&options.by, false), (&options.descending, true)] {
            let Some(Expr::Text(name)) = by else { continue };
            let key = |item: &Value| {
                let value = self.tree.record(item).and_then(|record| self.tree.get(record, name));
                value.and_then(|value| self.tree.subject(value)).map_or(Data::Empty, |leaf| leaf.data.clone())
            };
            let mut keyed: Vec<(Data, Value)> = items.into_iter().map(|item| (key(&item), item)).collect();
            keyed
                .sort_by(|(a, _), (b, _)| if descending { helper::order(b, a) } else { helper::order(a, b) });
            items = keyed.into_iter().map(|(_, item)| item).collect();
        }
        if let Some(Expr::Number(most)) = &options.most {
            items.truncate(*most as usize);
        }
        items
    }

    /// The leaf that a value is or that stands for it.
    pub fn leaf<'v>(&'v self, value: &'v Value) -> Option<&'v Leaf> {
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
                (call.helper.run)(&Arguments { tree: self.tree, values }).map(Cow::Owned)
            }
        }
    }

    fn local(&self, local: Local, level: usize) -> Result<Cow<'a, Value>, Fault> {
        let mut passes = self.scopes.iter().rev().filter_map(|scope| scope.pass);
        let (pass, count) = passes.nth(level).ok_or(Fault::NoField)?;
        let data = match local {
            Local::Number => Data::Number((pass + 1) as f64),
            Local::Index => Data::Number(pass as f64),
            Local::Count => Data::Number(count as f64),
            Local::First => Data::Flag(pass == 0),
            Local::Last => Data::Flag(pass + 1 == count),
            Local::Odd => Data::Flag(pass % 2 == 0),
            Local::Even => Data::Flag(pass % 2 == 1),
        };
        Ok(Cow::Owned(Value::Leaf(Leaf::new(data))))
    }

    fn path(&self, path: &Path) -> Result<Cow<'a, Value>, Fault> {
        let Some(first) = path.steps.first() else {
            return self.scopes.last().map(|scope| scope.value.clone()).ok_or(Fault::NoField);
        };
        let reachable = match path.head {
            Head::Nearest => self.scopes.len(),
            Head::This => {
                return self.steps(self.scopes.last().ok_or(Fault::NoField)?.value.clone(), &path.steps);
            }
            Head::Up(levels) => self.scopes.len().saturating_sub(levels),
            Head::Root => 0,
        };
        for scope in self.scopes[..reachable].iter().rev() {
            if scope.name.as_ref() == Some(first) {
                return self.steps(scope.value.clone(), &path.steps[1..]);
            }
            let has =
                self.tree.record(&scope.value).is_some_and(|record| self.tree.get(record, first).is_some());
            if has && scope.name.is_none() {
                return self.steps(scope.value.clone(), &path.steps);
            }
        }
        let value = self.tree.get(self.root, first).ok_or(Fault::NoField)?;
        self.steps(Cow::Borrowed(value), &path.steps[1..])
    }

    fn steps(&self, mut value: Cow<'a, Value>, steps: &[Arc<str>]) -> Result<Cow<'a, Value>, Fault> {
        for step in steps {
            let next = match value.as_ref() {
                Value::Nothing => return Err(Fault::Empty(None)),
                // A key that names no row.
                Value::Leaf(leaf) => return Err(Fault::Empty(leaf.at.clone())),
                Value::List(_) => return Err(Fault::Kind),
                found => {
                    let record = self.tree.record(found).ok_or(Fault::NoField)?;
                    self.tree.get(record, step).ok_or(Fault::NoField)?.clone()
                }
            };
            value = Cow::Owned(next);
        }
        Ok(value)
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
                Ok(print::leaf(leaf))
            }
        }
    }

    fn write(&mut self, text: &str, mode: Mode, at: &Location, out: &mut String) {
        if text.chars().any(is_forbidden) {
            self.findings.push(
                Finding::new(Code::TemplateCharacterForbidden, at.clone()).with("text", text.escape_debug()),
            );
            return;
        }
        escape(text, mode, out);
    }

    fn tell(&mut self, fault: &Fault, expr: &Expr, at: &Location) {
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

/// Control characters and what XML 1.0 has no place for.
fn is_forbidden(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// Writes a value so that it can never be markup.
fn escape(text: &str, mode: Mode, out: &mut String) {
    if mode == Mode::Header && text.starts_with(|c: char| c.is_ascii_digit()) {
        // Digits right after a code would be the size of the font.
        let digits = out.len() - out.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        if digits > 0 && out[..out.len() - digits].ends_with("&amp;") {
            out.push(' ');
        }
    }
    // Excel reads `_x0041_` as a character by its number.
    let text = if mode == Mode::Cell && text.contains("_x") {
        Cow::Owned(text.replace("_x", "_x005F_x"))
    } else {
        Cow::Borrowed(text)
    };
    for c in text.chars() {
        match (c, mode) {
            ('&', Mode::Header) => out.push_str("&amp;&amp;"),
            ('&', _) => out.push_str("&amp;"),
            ('<', _) => out.push_str("&lt;"),
            ('>', _) => out.push_str("&gt;"),
            ('"', Mode::Plain | Mode::Header) => out.push_str("&quot;"),
            ('\n', Mode::Text) => out.push_str("</w:t><w:br/><w:t xml:space=\"preserve\">"),
            ('\t', Mode::Text) => out.push_str("</w:t><w:tab/><w:t xml:space=\"preserve\">"),
            ('\n' | '\t', Mode::Plain | Mode::Header) => out.push(' '),
            ('\r', _) => {}
            (c, _) => out.push(c),
        }
    }
}
