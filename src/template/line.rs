//! An expression outside Word: a file name of the catalog, the text of a message, a condition.

use super::evaluate::Evaluation;
use super::flat;
use super::lint::Lint;
use super::program::{Mode, Step};
use crate::diagnostic::Finding;
use crate::location::Location;
use crate::value::{SchemaId, Tree, Value};

/// A line of text with tags, or a bare condition.
#[derive(Debug)]
pub struct Line {
    steps: Vec<Step>,
}

impl Line {
    /// Compiles a line of text with tags in it.
    pub fn compile(source: &str, at: &Location) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let steps = flat::line(source, at, &mut findings, &Mode::Plain);
        if findings.is_empty() { Ok(Self { steps }) } else { Err(findings) }
    }

    /// Compiles a bare condition: `приглашать_на_ярмарку`, `(равно тип "ПОО")`.
    pub fn condition(source: &str, at: &Location) -> Result<Self, Vec<Finding>> {
        Self::compile(&format!("{{{{#если {}}}}}да{{{{/если}}}}", source.trim()), at)
    }

    /// Checks its fields.
    pub fn lint(&self, tree: &Tree, root: SchemaId) -> Vec<Finding> {
        let mut lint = Lint::new(tree, root);
        lint.steps(&self.steps);
        lint.findings
    }

    /// The text for one root, plain: not escaped for XML.
    pub fn render(&self, tree: &Tree, root: &Value) -> Result<String, Vec<Finding>> {
        let (mut evaluation, mut text) = (Evaluation::new(tree, root), String::new());
        evaluation.run(&self.steps, &mut text);
        if evaluation.findings.is_empty() {
            Ok(super::xml::decode(&text).into_owned())
        } else {
            Err(evaluation.findings)
        }
    }

    /// Whether the condition holds.
    pub fn holds(&self, tree: &Tree, root: &Value) -> Result<bool, Vec<Finding>> {
        self.render(tree, root).map(|text| !text.is_empty())
    }
}
