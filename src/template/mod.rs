//! The engine of Word and workbook templates: tags in Russian, healed, lifted, compiled once, checked against the data, rendered many times.
//!
//! A part that holds a tag becomes a program of static markup and tags (`program.rs`); every other part is copied as it lies in
//! the archive, still compressed. Values are always text: nothing that a cell holds can become markup or be evaluated again.

mod evaluate;
mod expression;
mod fault;
mod heal;
mod helper;
mod ids;
mod lift;
mod line;
mod lint;
mod pack;
mod package;
mod print;
mod program;
mod refusal;
mod safety;
mod scan;
mod tag;
mod workbook;
mod xml;

pub use helper::{Helper, all as helpers};
pub use line::Line;

use crate::diagnostic::{Finding, Severity};
use crate::value::{Record, SchemaId, Tree};
use evaluate::Evaluation;
use expression::Expr;
use lint::Lint;
use pack::Packer;
use package::{Package, refuse};
use program::{Program, Step};
use refusal::Refusal;
use std::collections::BTreeSet;
use std::sync::Arc;
use workbook::Workbook;

/// The level of deflate: letters are small, and level 6 makes them a third smaller than level 1 for a tenth of a millisecond each.
const LEVEL: u32 = 6;

/// A template, compiled.
#[derive(Debug)]
pub struct Template {
    package: Package,
    body: Body,
}

/// What a template makes.
#[derive(Debug)]
enum Body {
    /// A Word document: for each part of the package, its program if it holds tags.
    Document(Vec<Option<Program>>),
    /// A workbook.
    Workbook(Box<Workbook>),
}

impl Template {
    /// Compiles a template; all that is wrong with its file or its tags at once.
    pub fn compile(name: &str, bytes: &[u8]) -> Result<Self, Vec<Finding>> {
        let refused = |refusal| vec![refuse(name, &refusal)];
        let package = Package::open(bytes).map_err(refused)?;
        safety::check(&package).map_err(refused)?;
        let template: Arc<str> = name.into();
        let is_named_workbook = name.to_lowercase().ends_with(".xlsx");
        let book = workbook::of_book(&package);
        if book.is_some() != is_named_workbook {
            return Err(refused(Refusal::NotAPackage));
        }
        if let Some(book) = book {
            let mut findings = Vec::new();
            let workbook = Workbook::compile(&package, book, &template, &mut findings).map_err(refused)?;
            let body = Body::Workbook(Box::new(workbook));
            let is_wrong = findings.iter().any(|finding| finding.severity() == Severity::Error);
            return if is_wrong { Err(findings) } else { Ok(Self { package, body }) };
        }
        let (mut programs, mut findings) = (Vec::with_capacity(package.parts.len()), Vec::new());
        for part in &package.parts {
            let is_text = part.name.ends_with(".xml") || part.name.ends_with(".rels");
            let text = if is_text { Some(part.text().map_err(refused)?) } else { None };
            // A brace of a tag may stand in another run than its twin: any brace makes the part worth reading.
            let Some(text) = text.filter(|text| text.contains('{') || text.contains('}')) else {
                programs.push(None);
                continue;
            };
            let part_name: Arc<str> = part.name.as_str().into();
            let origin = heal::Origin { template: &template, part: &part_name };
            let is_word = text.contains("wordprocessingml");
            let program = if is_word {
                Program::compile(origin, text, &mut findings).map_err(refused)?
            } else {
                let mut steps = Vec::new();
                program::raw(&text, &origin.place(0, ""), &mut findings, &mut steps);
                Program { steps, repeats_ids: false }
            };
            let has_tags = program.steps.iter().any(|step| !matches!(step, Step::Static(_)));
            programs.push(has_tags.then_some(program));
        }
        if findings.iter().any(|finding| finding.severity() == Severity::Error) {
            return Err(findings);
        }
        Ok(Self { package, body: Body::Document(programs) })
    }

    /// Checks every tag against the fields that documents of this root will have.
    pub fn lint(&self, tree: &Tree, root: SchemaId) -> Vec<Finding> {
        let mut lint = Lint::new(tree, root);
        self.programs(&mut |steps| lint.steps(steps));
        lint.findings
    }

    /// The first names of all fields that its tags use.
    pub fn roots(&self) -> BTreeSet<String> {
        let mut roots = BTreeSet::new();
        self.programs(&mut |steps| collect(steps, &mut roots));
        roots
    }

    fn programs(&self, see: &mut impl FnMut(&[Step])) {
        match &self.body {
            Body::Document(programs) => programs.iter().flatten().for_each(|program| see(&program.steps)),
            Body::Workbook(workbook) => workbook.programs(see),
        }
    }

    /// What makes documents of it, one after another.
    pub fn renderer(&self) -> Renderer<'_> {
        Renderer { template: self, packer: Packer::new(LEVEL), text: String::new() }
    }
}

/// Makes documents one after another; its buffers are reused.
#[derive(Debug)]
pub struct Renderer<'t> {
    template: &'t Template,
    packer: Packer,
    text: String,
}

impl Renderer<'_> {
    /// The document for one root; else all that stops it.
    pub fn render(&mut self, tree: &Tree, root: &Record) -> Result<Vec<u8>, Vec<Finding>> {
        let package = &self.template.package;
        let programs = match &self.template.body {
            Body::Document(programs) => programs,
            Body::Workbook(workbook) => return workbook.render(package, &mut self.packer, tree, root),
        };
        let mut findings = Vec::new();
        for (part, program) in package.parts.iter().zip(programs) {
            let Some(program) = program else {
                self.packer.copy(part);
                continue;
            };
            self.text.clear();
            let mut evaluation = Evaluation::new(tree, root);
            evaluation.run(&program.steps, &mut self.text);
            findings.append(&mut evaluation.findings);
            if program.repeats_ids {
                self.text = ids::unique(&self.text);
            }
            self.packer.add(&part.name, self.text.as_bytes());
        }
        let bytes = self.packer.finish();
        if findings.is_empty() { Ok(bytes) } else { Err(findings) }
    }
}

fn collect(steps: &[Step], roots: &mut BTreeSet<String>) {
    for step in steps {
        match step {
            Step::Static(_) => {}
            Step::Print { value, .. } => first_names(value, roots),
            Step::If { branches, otherwise, .. } => {
                for (condition, steps) in branches {
                    first_names(condition, roots);
                    collect(steps, roots);
                }
                collect(otherwise, roots);
            }
            Step::Each { opening, body, otherwise, .. } => {
                first_names(&opening.subject, roots);
                opening.options.only.iter().for_each(|condition| first_names(condition, roots));
                collect(body, roots);
                collect(otherwise, roots);
            }
            Step::Guard(_, steps) => collect(steps, roots),
        }
    }
}

fn first_names(expr: &Expr, roots: &mut BTreeSet<String>) {
    expr.visit(&mut |path| roots.extend(path.steps.first().map(ToString::to_string)));
}
