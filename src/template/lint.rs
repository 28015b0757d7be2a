//! Checks every tag of a program against the schemas before a single document is made.

use super::drawing;
use super::expression::{Call, Expr, Head, Path};
use super::program::Step;
use super::scope::{GROUP, KEY, ROWS};
use super::tag::{Opening, Word};
use crate::diagnostic::{Code, Finding, nearest};
use crate::location::Location;
use crate::value::{Kind, SchemaId, Shape, Tree, field_name};
use std::sync::Arc;

/// A scope's shape: the root's schema, an item's, or a leaf's.
#[derive(Clone)]
struct Scope {
    shape: Shape,
    name: Option<Arc<str>>,
    /// Of a group: the shape of what its rows have in common; its own shape is theirs.
    key: Option<Shape>,
}

pub(super) struct Lint<'a> {
    tree: &'a Tree<'a>,
    root: SchemaId,
    scopes: Vec<Scope>,
    pub findings: Vec<Finding>,
}

impl<'a> Lint<'a> {
    pub const fn new(tree: &'a Tree<'a>, root: SchemaId) -> Self {
        Self { tree, root, scopes: Vec::new(), findings: Vec::new() }
    }

    pub fn steps(&mut self, steps: &[Step]) {
        for step in steps {
            match step {
                Step::Static(_) | Step::Slot(_) => {}
                Step::Link { target, .. } => self.steps(target),
                Step::Drawing(drawing) => {
                    if let Some(Shape::Leaves(_) | Shape::Records(_)) = self.expr(&drawing.value, &drawing.at)
                    {
                        self.findings.push(Self::wrong_kind(&drawing.value, &drawing.at));
                    }
                    self.steps(&drawing.body);
                }
                Step::Print { value, at, .. } => {
                    if let Some(Shape::Leaves(_) | Shape::Records(_)) = self.expr(value, at) {
                        self.findings.push(Self::wrong_kind(value, at));
                    }
                }
                Step::If { branches, otherwise, at } => {
                    for (condition, steps) in branches {
                        self.expr(condition, at);
                        self.steps(steps);
                    }
                    self.steps(otherwise);
                }
                Step::Each { opening, body, otherwise, at, .. } => {
                    self.each(opening, body, at);
                    self.steps(otherwise);
                }
                Step::Guard(_, steps) => self.steps(steps),
            }
        }
    }

    fn each(&mut self, opening: &Opening, body: &[Step], at: &Location) {
        let rows = self.expr(&opening.subject, at);
        let item = match rows {
            Some(Shape::Records(schema)) => Shape::Record(schema),
            Some(Shape::Leaves(kind)) => Shape::Leaf(kind),
            Some(shape) if opening.word == Word::With => shape,
            Some(_) => {
                self.findings.push(Self::wrong_kind(&opening.subject, at));
                return;
            }
            // What is unknown was told; its inside cannot be checked.
            None => return,
        };
        let rows = rows.unwrap_or(item);
        let options = &opening.options;
        self.scopes.push(Scope { shape: item, name: opening.item.clone(), key: None });
        if let Some(condition) = &options.only {
            self.expr(condition, at);
        }
        for by in [&options.by, &options.descending].into_iter().flatten() {
            self.walk(item, &by.steps, by, at);
        }
        let key = options.key.as_ref().map(|key| self.walk(item, &key.steps, key, at));
        for option in [&options.separator, &options.last_separator, &options.most].into_iter().flatten() {
            self.expr(option, at);
        }
        // The rows of a group are reached through it; where its field is unknown, that was told.
        if let (Some(key), Some(scope)) = (key, self.scopes.last_mut()) {
            scope.key = Some(key.unwrap_or(Shape::Leaf(Kind::Text)));
            scope.shape = rows;
        }
        self.steps(body);
        self.scopes.pop();
    }

    /// The shape of an expression's value, where it is a field's; all its fields are checked.
    fn expr(&mut self, expr: &Expr, at: &Location) -> Option<Shape> {
        match expr {
            Expr::Path(path) => self.path(path, at),
            Expr::Call(call) => {
                if drawing::picture(expr).is_some() {
                    self.findings.push(Finding::new(Code::TemplatePictureMisplaced, at.clone()));
                }
                let told = self.findings.len();
                let shapes: Vec<_> = call.arguments.iter().map(|argument| self.expr(argument, at)).collect();
                if self.findings.len() > told
                    && let Some((written, field)) = self.spaced(call)
                {
                    self.findings.truncate(told);
                    let finding = Finding::new(Code::TemplateFieldSpaces, at.clone());
                    self.findings.push(finding.with("written", written).with("field", field));
                }
                if let (Some(Some(Shape::Records(rows))), Some(Expr::Text(name)), "сумма") =
                    (shapes.first(), call.arguments.get(1), call.helper.name)
                    && self.tree.schema(*rows).field(name).is_none()
                {
                    self.unknown(name, name, Some(*rows), at);
                }
                Some(Shape::Leaf(Kind::Text))
            }
            Expr::Local(..) if self.scopes.is_empty() => {
                self.findings.push(unknown_field("@", "каждый", at));
                None
            }
            Expr::Local(..) | Expr::Text(_) | Expr::Number(_) | Expr::Flag(_) => {
                Some(Shape::Leaf(Kind::Text))
            }
        }
    }

    /// `{{Дата рождения}}` reads as a helper with an argument, but means a field: as written, and the field.
    fn spaced(&self, call: &Call) -> Option<(String, String)> {
        let mut written = call.written.to_string();
        for argument in &call.arguments {
            let Expr::Path(path) = argument else { return None };
            written = format!("{written} {}", path.text);
        }
        let field = field_name(&written);
        let scopes = self.scopes.iter().filter_map(|scope| Self::opened(scope.shape));
        let is_known =
            scopes.chain([self.root]).any(|schema| self.tree.schema(schema).field(&field).is_some());
        is_known.then_some((written, field))
    }

    fn path(&mut self, path: &Path, at: &Location) -> Option<Shape> {
        let Some(first) = path.steps.first() else {
            return self.scopes.last().map(|scope| scope.shape);
        };
        let reachable = match path.head {
            Head::Nearest => self.scopes.len(),
            Head::This => {
                let scope = self.scopes.last()?.clone();
                return self.within(&scope, &path.steps, path, at);
            }
            Head::Up(levels) => self.scopes.len().saturating_sub(levels),
            Head::Root => 0,
        };
        for scope in self.scopes[..reachable].iter().rev() {
            if scope.name.as_ref() == Some(first) {
                let scope = scope.clone();
                return self.within(&scope, &path.steps[1..], path, at);
            }
            let has = match scope.key {
                Some(_) => GROUP.contains(&&**first),
                None => Self::opened(scope.shape)
                    .is_some_and(|schema| self.tree.schema(schema).field(first).is_some()),
            };
            if has && scope.name.is_none() {
                let scope = scope.clone();
                return self.within(&scope, &path.steps, path, at);
            }
        }
        match self.tree.schema(self.root).field(first).map(|field| field.shape) {
            Some(shape) => self.walk(shape, &path.steps[1..], path, at),
            None => {
                self.unknown(first, &path.text, None, at);
                None
            }
        }
    }

    /// The steps from a scope; those of a group begin with `ключ` or `строки`.
    fn within(&mut self, scope: &Scope, steps: &[Arc<str>], path: &Path, at: &Location) -> Option<Shape> {
        let (Some(key), Some((first, rest))) = (scope.key, steps.split_first()) else {
            return self.walk(scope.shape, steps, path, at);
        };
        match &**first {
            KEY => self.walk(key, rest, path, at),
            ROWS => self.walk(scope.shape, rest, path, at),
            _ => {
                let near = nearest(first, GROUP).unwrap_or(KEY);
                self.findings.push(unknown_field(&path.text, near, at));
                None
            }
        }
    }

    fn walk(&mut self, mut shape: Shape, steps: &[Arc<str>], path: &Path, at: &Location) -> Option<Shape> {
        for step in steps {
            let Some(schema) = Self::opened(shape) else {
                self.unknown(step, &path.text, None, at);
                return None;
            };
            match self.tree.schema(schema).field(step) {
                Some(field) => shape = field.shape,
                None => {
                    self.unknown(step, &path.text, Some(schema), at);
                    return None;
                }
            }
        }
        Some(shape)
    }

    const fn opened(shape: Shape) -> Option<SchemaId> {
        match shape {
            Shape::Record(schema) | Shape::Key(_, schema) => Some(schema),
            Shape::Leaf(_) | Shape::Leaves(_) | Shape::Records(_) => None,
        }
    }

    /// Tells an unknown field with the nearest of those that could stand there.
    fn unknown(&mut self, name: &str, written: &str, schema: Option<SchemaId>, at: &Location) {
        let mut known: Vec<&str> = Vec::new();
        let mut add =
            |schema: SchemaId| known.extend(self.tree.schema(schema).fields.iter().map(|field| &*field.name));
        match schema {
            Some(schema) => add(schema),
            None => {
                for scope in self.scopes.iter().rev() {
                    Self::opened(scope.shape).into_iter().for_each(&mut add);
                }
                add(self.root);
                known.extend(self.scopes.iter().filter(|scope| scope.key.is_some()).flat_map(|_| GROUP));
            }
        }
        let near = nearest(name, known).unwrap_or("0");
        self.findings.push(unknown_field(written, near, at));
    }

    fn wrong_kind(expr: &Expr, at: &Location) -> Finding {
        let mut field = String::new();
        expr.visit(&mut |path| field = path.text.to_string());
        Finding::new(Code::TemplateKindWrong, at.clone())
            .with("field", field)
            .with("template", at.file())
            .with("place", at)
    }
}

fn unknown_field(written: &str, near: &str, at: &Location) -> Finding {
    Finding::new(Code::TemplateFieldUnknown, at.clone()).with("field", written).with("nearest", near)
}
