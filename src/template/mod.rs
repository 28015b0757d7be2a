//! The engine of Word and workbook templates: tags in Russian, healed, lifted, compiled once, checked against the data, rendered many times.
//!
//! A part that holds a tag becomes a program of static markup and tags (`program.rs`); every other part is copied as it lies in
//! the archive, still compressed. Values are always text: nothing that a cell holds can become markup or be evaluated again.

mod choose;
mod drawing;
mod evaluate;
mod expression;
mod fault;
mod flat;
mod heal;
mod helper;
mod ids;
mod lift;
mod line;
mod link;
mod lint;
mod markup;
mod media;
mod pack;
mod package;
mod pairing;
mod picture;
mod print;
mod program;
mod properties;
mod qr;
mod refusal;
mod safety;
mod scan;
mod scope;
mod shift;
mod tag;
mod trace;
mod workbook;
mod xml;

pub use helper::{Helper, all as helpers};
pub use line::Line;
pub use shift::Shift;
pub use tag::BLOCKS;
pub use trace::{Form, Use};

use crate::diagnostic::{Finding, Severity};
use crate::value::{Leaf, SchemaId, Tree, Value};
use evaluate::Evaluation;
use expression::Expr;
use lint::Lint;
use media::Media;
use pack::Packer;
use package::{Package, refuse};
use picture::Pictures;
use program::{Program, Step};
use refusal::Refusal;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use trace::Trace;
use workbook::Workbook;

/// The level of deflate: what measures best of size against time (docs/benchmarks.md has the table).
const LEVEL: u32 = 6;

/// A template, compiled.
#[derive(Debug)]
pub struct Template {
    package: Package,
    body: Body,
    /// Where its pictures are taken from.
    pictures: Pictures,
}

/// A leaf as a tag prints it.
pub fn printed(leaf: &Leaf) -> String {
    print::leaf(leaf)
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
        Self::shifted(name, bytes, Shift::default())
    }

    /// The same, the content of its pages moved: for paper that something is printed on already.
    pub fn shifted(name: &str, bytes: &[u8], shift: Shift) -> Result<Self, Vec<Finding>> {
        let refused = |refusal| vec![refuse(name, &refusal)];
        let mut package = Package::open(bytes).map_err(refused)?;
        safety::check(&package).map_err(refused)?;
        shift.apply(&mut package).map_err(refused)?;
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
            return if is_wrong {
                Err(findings)
            } else {
                Ok(Self { package, body, pictures: Pictures::default() })
            };
        }
        let (mut programs, mut findings) = (Vec::with_capacity(package.parts.len()), Vec::new());
        for part in &package.parts {
            let is_text = part.name.ends_with(".xml") || part.name.ends_with(".rels");
            let text = if is_text { Some(part.text().map_err(refused)?) } else { None };
            // A brace of a tag may stand in another run than its twin: any brace makes the part worth reading.
            let is_links = part.name.ends_with(".rels");
            let holds = |text: &String| text.contains(['{', '}']) || is_links && link::has_tag(text);
            let Some(text) = text.filter(holds) else {
                programs.push(None);
                continue;
            };
            let part_name: Arc<str> = part.name.as_str().into();
            let origin = heal::Origin { template: &template, part: &part_name };
            // What holds paragraphs is read as a tree: documents, and the texts of charts and diagrams.
            let is_tree = ["wordprocessingml", "drawingml"].iter().any(|name| text.contains(name));
            let program = if is_links {
                let steps = link::links(&text, origin, &mut findings);
                Program { steps, repeats_ids: false, draws: false }
            } else if is_tree {
                Program::compile(origin, text, &mut findings).map_err(refused)?
            } else {
                let mut steps = Vec::new();
                flat::raw(&text, &origin.place(0, ""), &mut findings, &mut steps);
                Program { steps, repeats_ids: false, draws: false }
            };
            let has_tags = program.steps.iter().any(|step| !matches!(step, Step::Static(_)));
            programs.push(has_tags.then_some(program));
        }
        if findings.iter().any(|finding| finding.severity() == Severity::Error) {
            return Err(findings);
        }
        Ok(Self { package, body: Body::Document(programs), pictures: Pictures::default() })
    }

    /// The same template, its pictures taken from that folder.
    #[must_use]
    pub fn with_pictures(mut self, folder: &Path) -> Self {
        self.pictures = Pictures::new(Some(folder.into()));
        self
    }

    /// A digest of the pictures that documents may show, if they show any: they depend on more than tables then.
    pub fn pictures_digest(&self) -> Option<[u8; 32]> {
        self.draws().then(|| self.pictures.digest())
    }

    fn draws(&self) -> bool {
        match &self.body {
            Body::Document(programs) => programs.iter().flatten().any(|program| program.draws),
            Body::Workbook(_) => false,
        }
    }

    /// Gives all documents of it the author, and the title where the template has none of its own.
    pub fn describe(&mut self, title: &str, author: &str) {
        let Body::Document(programs) = &mut self.body else { return };
        for (part, program) in self.package.parts.iter_mut().zip(programs) {
            if part.name != properties::PART {
                continue;
            }
            match (program, part.text()) {
                (Some(program), _) => properties::describe(program, author),
                (None, Ok(text)) => {
                    *part = properties::part(part, &properties::described(&text, title, author));
                }
                (None, Err(_)) => {}
            }
        }
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
        let mut packer = Packer::new(LEVEL);
        let pictures = self.draws().then(|| self.pictures.clone());
        if let (Body::Document(programs), None) = (&self.body, &pictures) {
            // Parts without a tag come first, so that they are packed and hashed once for all documents. A picture may change any part.
            let parts = self.package.parts.iter().zip(programs);
            parts.filter(|(_, program)| program.is_none()).for_each(|(part, _)| packer.copy(part));
            packer.keep();
        }
        Renderer { template: self, packer, text: String::new(), pictures, trace: None }
    }
}

/// Makes documents one after another; its buffers are reused.
#[derive(Debug)]
pub struct Renderer<'t> {
    template: &'t Template,
    packer: Packer,
    text: String,
    /// Where pictures are taken from, if the template shows any.
    pictures: Option<Pictures>,
    /// What is printed is noted here, where it is asked for.
    trace: Option<Trace>,
}

impl Renderer<'_> {
    /// The document for one root; else all that stops it.
    pub fn render(&mut self, tree: &Tree, root: &Value) -> Result<Vec<u8>, Vec<Finding>> {
        self.print(tree, root).map(|(bytes, _)| bytes.to_vec())
    }

    /// The same in the renderer's own buffer, with its SHA-256.
    pub fn print(&mut self, tree: &Tree, root: &Value) -> Result<(&[u8], [u8; 32]), Vec<Finding>> {
        let package = &self.template.package;
        self.packer.begin();
        let findings = match &self.template.body {
            Body::Document(programs) => self.fill(programs, tree, root),
            Body::Workbook(workbook) => {
                let evaluation = Evaluation::new(tree, root).traced(self.trace.as_ref());
                workbook.fill(package, &mut self.packer, evaluation)
            }
        };
        if findings.is_empty() { Ok(self.packer.finish()) } else { Err(findings) }
    }

    /// The names, posts and organisations that the document for one root prints, and what stops it.
    pub fn uses(&mut self, tree: &Tree, root: &Value) -> (Vec<Use>, Vec<Finding>) {
        self.trace = Some(Trace::default());
        let findings = self.print(tree, root).err().unwrap_or_default();
        (self.trace.take().map(Trace::into_uses).unwrap_or_default(), findings)
    }

    /// Packs the parts that hold tags.
    fn fill(&mut self, programs: &[Option<Program>], tree: &Tree, root: &Value) -> Vec<Finding> {
        let mut findings = Vec::new();
        match self.pictures.take() {
            Some(pictures) => {
                let pictures = self.illustrated(programs, pictures, tree, root, &mut findings);
                self.pictures = Some(pictures);
            }
            None => {
                for (part, program) in self.template.package.parts.iter().zip(programs) {
                    let Some(program) = program else { continue };
                    let evaluation = Evaluation::new(tree, root).traced(self.trace.as_ref());
                    fill(program, evaluation, &mut self.text, &mut findings);
                    self.packer.add(&part.name, self.text.as_bytes());
                }
            }
        }
        findings
    }

    /// Packs a document with pictures: what they add to the package is known once every part is filled.
    fn illustrated(
        &mut self,
        programs: &[Option<Program>],
        pictures: Pictures,
        tree: &Tree,
        root: &Value,
        findings: &mut Vec<Finding>,
    ) -> Pictures {
        let parts = &self.template.package.parts;
        let mut media = Media::new(pictures, &self.template.package);
        let mut filled = Vec::with_capacity(parts.len());
        for (part, program) in parts.iter().zip(programs) {
            filled.push(program.as_ref().map(|program| {
                let mut text = String::new();
                let evaluation = Evaluation::new(tree, root).traced(self.trace.as_ref());
                let evaluation = evaluation.with_media(&part.name, &mut media);
                fill(program, evaluation, &mut text, findings);
                text
            }));
        }
        let mut growing = media.relationship_parts();
        for (part, text) in parts.iter().zip(filled) {
            let is_types = part.name == "[Content_Types].xml";
            let before = growing.len();
            growing.retain(|name| *name != part.name);
            if !is_types && growing.len() == before {
                match text {
                    Some(text) => self.packer.add(&part.name, text.as_bytes()),
                    None => self.packer.copy(part),
                }
                continue;
            }
            // It was read when the template was compiled.
            let text = text.or_else(|| part.text().ok()).unwrap_or_default();
            let grown = if is_types { media.typed(&text) } else { media.related(&part.name, &text) };
            self.packer.add(&part.name, grown.as_bytes());
        }
        for name in growing {
            let empty =
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";
            self.packer.add(&name, media.related(&name, empty).as_bytes());
        }
        for (name, picture) in &media.parts {
            self.packer.store(name, &picture.bytes);
        }
        media.pictures
    }
}

/// Fills a part.
fn fill(program: &Program, mut evaluation: Evaluation<'_>, text: &mut String, findings: &mut Vec<Finding>) {
    text.clear();
    evaluation.run(&program.steps, text);
    findings.append(&mut evaluation.findings);
    if program.repeats_ids {
        *text = ids::unique(text);
    }
}

fn collect(steps: &[Step], roots: &mut BTreeSet<String>) {
    for step in steps {
        match step {
            Step::Static(_) | Step::Slot(_) => {}
            Step::Print { value, .. } => first_names(value, roots),
            Step::Link { target, .. } => collect(target, roots),
            Step::Drawing(drawing) => {
                first_names(&drawing.value, roots);
                collect(&drawing.body, roots);
            }
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
