//! The kinds of the catalog that can be made, their papers compiled and checked.

use crate::catalog::{Catalog, Entry, Kind, Scope};
use crate::diagnostic::{Code, Finding, Severity, nearest};
use crate::register::{Hash, hash};
use crate::render::{BUILT_IN, Paper};
use crate::starter;
use crate::template::{Shift, Template};
use crate::workspace::Workspace;

/// A kind that can be made: its entry, its paper, its template's hash.
#[derive(Debug)]
pub struct Ready<'c> {
    /// The kind.
    pub kind: Kind<'c>,
    /// What its documents are made with.
    pub paper: Paper,
    pub(super) template: Hash,
    pub(super) is_dated: bool,
}

/// The kinds of the catalog that are wanted: those that can be made, and what is wrong with the others.
pub fn prepare<'c>(
    workspace: &Workspace,
    scope: &mut Scope<'_>,
    catalog: &'c Catalog,
    wanted: &[String],
) -> (Vec<Ready<'c>>, Vec<Finding>) {
    scope.cover(catalog);
    let (mut ready, mut findings) = (Vec::new(), Vec::new());
    let author = scope.executor();
    for entry in catalog.entries.iter().filter(|entry| wanted.is_empty() || wanted.contains(&entry.id)) {
        let prepared = scope.kind(entry).and_then(|kind| {
            let (paper, template) = paper(workspace, &kind, &author)?;
            let mut is_dated = false;
            if let Paper::Template(template) = &paper {
                let found = template.lint(&scope.values.tree, kind.root);
                if found.iter().any(|finding| finding.severity() == Severity::Error) {
                    return Err(found);
                }
                is_dated = template.roots().contains("сегодня");
            }
            Ok(Ready { kind, paper, template, is_dated })
        });
        match prepared {
            Ok(kind) => ready.push(kind),
            Err(found) => findings.extend(excused(workspace, entry, found)),
        }
    }
    (ready, findings)
}

/// A kind that came with the program cannot be wrong: a field that it does not find is a column that this workspace lacks.
fn excused(workspace: &Workspace, entry: &Entry, found: Vec<Finding>) -> Vec<Finding> {
    let lacking = found.iter().all(|finding| finding.code == Code::TemplateFieldUnknown);
    let field = found.first().and_then(|finding| finding.arguments.get("field")).cloned();
    match field {
        Some(field) if lacking && workspace.is_built_in(entry) => {
            let finding = Finding::new(Code::KindLacking, entry.location());
            vec![finding.with("title", &entry.title).with("field", field)]
        }
        _ => found,
    }
}

fn paper(workspace: &Workspace, kind: &Kind<'_>, author: &str) -> Result<(Paper, Hash), Vec<Finding>> {
    let entry = kind.entry;
    let unknown = |what: &str, name: &str, known: Vec<&str>| {
        let near = nearest(name, known.iter().copied()).or(known.first().copied()).unwrap_or_default();
        vec![
            Finding::new(Code::CatalogNameUnknown, entry.location())
                .with("what", what)
                .with("name", name)
                .with("nearest", near),
        ]
    };
    if let Some(name) = &entry.builtin {
        let paper = Paper::built_in(name, workspace.settings.zone)
            .ok_or_else(|| unknown("builtin", name, BUILT_IN.to_vec()))?;
        return Ok((paper, hash(name.as_bytes())));
    }
    let name = entry.template.as_deref().unwrap_or_default();
    let bytes = workspace.template(name).map_err(|finding| vec![finding])?;
    let known = || starter::names().collect();
    let bytes = bytes.ok_or_else(|| unknown("template", name, known()))?;
    // A blank's paper is printed on already: what is put on it must meet its lines.
    let is_for_blank = name.trim_end_matches(".docx").ends_with("-blank");
    let shift = if is_for_blank { workspace.settings.blank } else { Shift::default() };
    let mut template = Template::shifted(name, &bytes, shift)?.with_pictures(&workspace.input);
    template.describe(&entry.title, author);
    let digest = match template.pictures_digest() {
        Some(pictures) => hash(&[hash(&bytes), pictures].concat()),
        None => hash(&bytes),
    };
    Ok((Paper::Template(Box::new(template)), digest))
}
