//! The proof sheet: what the wanted documents would print of names, posts and organisations; nothing else is made.

use super::companion::{self, Bench, Companion, Failure, Make, digest};
use super::{Job, Made, Order, extras};
use crate::catalog::Scope;
use crate::diagnostic::{Code, Finding};
use crate::output::{Interrupt, PublishError, Session};
use crate::register::{SafePath, hash};
use crate::render::Paper;
use crate::render::proof::Proof;
use crate::template::Template;
use crate::value::{Tree, Value};
use crate::workspace::Workspace;
use std::collections::BTreeSet;

/// The kind of proof sheets; no kind of the catalog has its dot.
const KIND: &str = "proof.sheet";
const TEMPLATE: &str = "proof.docx";
const TITLE: &str = "Лист вычитки";

/// Makes the proof sheet of those documents, and its PDF where one is wanted.
pub(super) fn make(
    workspace: &Workspace,
    scope: &Scope<'_>,
    jobs: &[Job<'_, '_>],
    (order, interrupt, progress): (&Order, &Interrupt, &(dyn Fn(usize, usize) + Sync)),
    mut made: Made,
) -> Result<Made, PublishError> {
    let proof = read(scope, jobs, &mut made.findings);
    if proof.is_empty() {
        made.findings.push(Finding::new(Code::ProofEmpty, None));
        return Ok(made);
    }
    let (template, bytes) = match template(workspace, &scope.executor()) {
        Ok(found) => found,
        Err(found) => {
            made.findings.extend(found);
            return Ok(made);
        }
    };
    let (tree, record) = proof.record(scope);
    let sheet = [companion(scope, &template, &tree, &record, &bytes)];
    let claims = companion::claims(&sheet);
    let places = &workspace.places;
    if order.is_dry {
        let session = Session::look(places)?;
        made.report = super::dry_report(&session.plan(&claims, order.force)?);
        return Ok(made);
    }
    let mut session = Session::open(places, interrupt.clone())?;
    made.finished = session.finished();
    let staging = session.stage(2)?;
    let bench = Bench { session: &session, staging: &staging, order, interrupt, progress };
    let (pdfs, pdf_claims);
    let mut batch = bench.make(&sheet, &claims, &mut made.findings)?;
    if order.extras.pdf {
        pdfs = extras::pdfs_of(&session, &sheet, &batch, &order.extras.engine)?;
        pdf_claims = companion::claims(&pdfs);
        batch.extend(bench.make(&pdfs, &pdf_claims, &mut made.findings)?);
    }
    let report = session.publish(Some(staging), batch, workspace.today)?;
    made.findings.extend(report.findings.iter().cloned());
    made.report = report;
    made.generation = session.register().generation();
    Ok(made)
}

/// What the documents print; what would stop them is told too.
fn read(scope: &Scope<'_>, jobs: &[Job<'_, '_>], findings: &mut Vec<Finding>) -> Proof {
    let (mut proof, mut seen) = (Proof::default(), BTreeSet::new());
    let mut held = None;
    for job in jobs {
        let Paper::Template(template) = &job.ready.paper else { continue };
        let template = &**template;
        // Documents of a kind stand together.
        let own = held.take().filter(|(paper, _)| std::ptr::eq(*paper, template));
        let (_, renderer) = held.insert(own.unwrap_or_else(|| (template, template.renderer())));
        let (uses, found) = renderer.uses(&scope.values.tree, &scope.root(&job.document.seen, None));
        proof.add(uses);
        findings.extend(found.into_iter().filter(|finding| seen.insert(format!("{finding:?}"))));
    }
    proof
}

fn template(workspace: &Workspace, author: &str) -> Result<(Template, Vec<u8>), Vec<Finding>> {
    let bytes = workspace.template(TEMPLATE).map_err(|finding| vec![finding])?.unwrap_or_default();
    let mut template = Template::compile(TEMPLATE, &bytes)?;
    template.describe(TITLE, author);
    Ok((template, bytes))
}

fn companion<'a>(
    scope: &Scope<'_>,
    template: &'a Template,
    tree: &'a Tree<'a>,
    record: &'a Value,
    bytes: &[u8],
) -> Companion<'a> {
    let year = scope.model.year;
    Companion {
        kind: KIND.to_owned(),
        key: year.to_string(),
        title: TITLE.to_owned(),
        recipient: TITLE.to_owned(),
        date: year.period().start(),
        path: SafePath::new(&[TITLE], "docx"),
        input: digest([&hash(bytes)[..], format!("{record:?}{}", scope.executor()).as_bytes()]),
        make: Make::Code(Box::new(move || template.renderer().render(tree, record).map_err(Failure::Told))),
    }
}
