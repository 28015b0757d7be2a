//! Checks every tag of a program against the schemas before a single document is made.

use super::drawing;
use super::expression::{Expr, Head, Path};
use super::program::Step;
use super::tag::{Opening, Word};
use crate::diagnostic::{Code, Finding, nearest};
use crate::location::Location;
use crate::value::{SchemaId, Shape, Tree};
use std::sync::Arc;

/// A scope's shape: the root's schema, an item's, or a leaf's.
#[derive(Clone)]
struct Scope {
    shape: Shape,
    name: Option<Arc<str>>,
}

pub(super) struct Lint<'a> {
    tree: &'a Tree,
    root: SchemaId,
    scopes: Vec<Scope>,
    pub findings: Vec<Finding>,
}

impl<'a> Lint<'a> {
    pub const fn new(tree: &'a Tree, root: SchemaId) -> Self {
        Self { tree, root, scopes: Vec::new(), findings: Vec::new() }
    }

    pub fn steps(&mut self, steps: &[Step]) {
        for step in steps {
            match step {
                Step::Static(_) | Step::Slot(_) => {}
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
                Step::Each { opening, body, otherwise, at } => {
                    self.each(opening, body, at);
                    self.steps(otherwise);
                }
                Step::Guard(_, steps) => self.steps(steps),
            }
        }
    }

    fn each(&mut self, opening: &Opening, body: &[Step], at: &Location) {
        let item = match self.expr(&opening.subject, at) {
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
        self.scopes.push(Scope { shape: item, name: opening.item.clone() });
        if let Some(condition) = &opening.options.only {
            self.expr(condition, at);
        }
        for by in [&opening.options.by, &opening.options.descending].into_iter().flatten() {
            if let (Expr::Text(name), Some(schema)) = (by, Self::opened(item))
                && self.tree.schema(schema).field(name).is_none()
            {
                self.unknown(name, name, Some(schema), at);
            }
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
                for argument in &call.arguments {
                    self.expr(argument, at);
                }
                Some(Shape::Leaf(crate::value::Kind::Text))
            }
            Expr::Local(..) if self.scopes.is_empty() => {
                self.findings.push(
                    Finding::new(Code::TemplateFieldUnknown, at.clone())
                        .with("field", "@")
                        .with("nearest", "каждый"),
                );
                None
            }
            Expr::Local(..) | Expr::Text(_) | Expr::Number(_) | Expr::Flag(_) => {
                Some(Shape::Leaf(crate::value::Kind::Text))
            }
        }
    }

    fn path(&mut self, path: &Path, at: &Location) -> Option<Shape> {
        let Some(first) = path.steps.first() else {
            return self.scopes.last().map(|scope| scope.shape);
        };
        let reachable = match path.head {
            Head::Nearest => self.scopes.len(),
            Head::This => {
                let shape = self.scopes.last().map(|scope| scope.shape)?;
                return self.walk(shape, &path.steps, path, at);
            }
            Head::Up(levels) => self.scopes.len().saturating_sub(levels),
            Head::Root => 0,
        };
        for scope in self.scopes[..reachable].iter().rev() {
            if scope.name.as_ref() == Some(first) {
                let shape = scope.shape;
                return self.walk(shape, &path.steps[1..], path, at);
            }
            let has = Self::opened(scope.shape)
                .is_some_and(|schema| self.tree.schema(schema).field(first).is_some());
            if has && scope.name.is_none() {
                let shape = scope.shape;
                return self.walk(shape, &path.steps, path, at);
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
            }
        }
        let near = nearest(name, known).unwrap_or("0");
        self.findings.push(
            Finding::new(Code::TemplateFieldUnknown, at.clone()).with("field", written).with("nearest", near),
        );
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
