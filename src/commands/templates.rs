//! `pisar templates`: every field with a live value, lint, the built-in templates written out.

use super::Said;
use crate::cli::TemplateTask;
use crate::diagnostic::{Format, Language, Severity, render, text};
use crate::output;
use crate::pipeline;
use crate::starter::paper::own;
use crate::value::{Data, Leaf, SchemaId, Shape, Tree, Value};
use crate::workspace::Workspace;
use std::fmt::Write as _;

pub(super) fn run(workspace: &Workspace, task: &TemplateTask, language: Language) -> Said {
    match task {
        TemplateTask::Fields { kind } => fields(workspace, kind.as_deref(), language),
        TemplateTask::Check => check(workspace, language),
        TemplateTask::New { id, title, for_each } => {
            start(workspace, id, title, for_each.as_deref(), language)
        }
        TemplateTask::Export { folder } => {
            super::init::export(folder.as_ref().unwrap_or(&workspace.templates), language)
        }
    }
}

fn check(workspace: &Workspace, language: Language) -> Said {
    let catalog = match super::catalog(workspace, language) {
        Ok(catalog) => catalog,
        Err(said) => return said,
    };
    let input = pipeline::read(workspace);
    let findings = pipeline::lint(workspace, &input, &catalog);
    let has_errors = findings.iter().any(|finding| finding.severity() == Severity::Error);
    let out = if findings.is_empty() {
        format!("{}\n", text("templates-clean", &[("count", &catalog.entries.len().to_string())], language))
    } else {
        render(&findings, Format::Human, language)
    };
    Said { out, status: u8::from(has_errors), ..Said::default() }
}

/// A new paper: a template out of the shared blocks with a tag for every field of its rows, and an entry at the end of the catalog.
fn start(workspace: &Workspace, id: &str, title: &str, for_each: Option<&str>, language: Language) -> Said {
    let catalog = match super::catalog(workspace, language) {
        Ok(catalog) => catalog,
        Err(said) => return said,
    };
    let refused = |key: &str, name: &str| {
        let err = format!("{}\n", text(key, &[("name", name)], language));
        Said { err, status: 2, ..Said::default() }
    };
    let is_name = !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    if !is_name || catalog.entries.iter().any(|entry| entry.id == id) {
        return refused("templates-id-taken", id);
    }
    let input = pipeline::read(workspace);
    let scope = pipeline::scope(workspace, &input);
    let schema = match for_each.map(|name| (name, scope.values.schema_of(name))) {
        Some((name, None)) => return refused("templates-collection-unknown", name),
        Some((_, schema)) => schema,
        None => scope.values.schema_of("реквизиты"),
    };
    let row = if for_each.is_some() { "получатель" } else { "реквизиты" };
    let schema = schema.map(|schema| scope.values.tree.schema(schema));
    let leaves = schema
        .into_iter()
        .flat_map(|schema| &schema.fields)
        .filter(|field| matches!(field.shape, Shape::Leaf(_) | Shape::Key(..)));
    let fields: Vec<own::Field> = leaves
        .map(|field| own::Field {
            heading: field.heading.to_string(),
            tag: format!("{{{{или {row}.{} \"—\"}}}}", field.name),
        })
        .collect();
    let made = own::build(title, &fields).to_bytes().map_err(|error| error.to_string());
    let write = made.and_then(|bytes| {
        let path = workspace.templates.join(format!("{id}.docx"));
        match output::write_new(&path, &bytes) {
            Ok(true) => {}
            Ok(false) => return Err(text("init-kept", &[("path", &path.display().to_string())], language)),
            Err(error) => return Err(error.to_string()),
        }
        let catalog =
            workspace.catalog().map_err(|finding| crate::diagnostic::message(&finding, language))?;
        let entry = entry(id, title, for_each, row, schema.and_then(|schema| schema.subject).is_some());
        let path = workspace.templates.join("catalog.toml");
        output::write_over(&path, format!("{}\n{entry}", catalog.trim_end()).as_bytes())
            .map_err(|error| error.to_string())
    });
    match write {
        Ok(()) => Said::result(format!("{}\n", text("templates-started", &[("name", id)], language))),
        Err(error) => Said { err: format!("{error}\n"), status: 3, ..Said::default() },
    }
}

fn entry(id: &str, title: &str, for_each: Option<&str>, row: &str, has_subject: bool) -> String {
    let quoted = |text: &str| toml::Value::from(text).to_string();
    let mut entry = format!("\n[[document]]\nid       = {}\ntitle    = {}\n", quoted(id), quoted(title));
    let _ = writeln!(entry, "template = {}", quoted(&format!("{id}.docx")));
    match for_each {
        Some(collection) => {
            let name = if has_subject {
                format!("{{{{именительный {row}}}}}")
            } else {
                "{{номер}}".to_owned()
            };
            let _ = writeln!(entry, "for-each = {}\nas       = {}", quoted(collection), quoted(row));
            let _ = writeln!(entry, "file     = {}", quoted(&format!("{title}/{name}")));
        }
        None => {
            let _ = writeln!(entry, "file     = {}", quoted(&format!("{title}/{title}")));
        }
    }
    entry
}

/// How deep records within records are shown.
const DEPTH: usize = 2;

fn fields(workspace: &Workspace, wanted: Option<&str>, language: Language) -> Said {
    let catalog = match super::catalog(workspace, language) {
        Ok(catalog) => catalog,
        Err(said) => return said,
    };
    let input = pipeline::read(workspace);
    let mut scope = pipeline::scope(workspace, &input);
    let kinds: Vec<String> = wanted.map(ToOwned::to_owned).into_iter().collect();
    let (ready, findings) = pipeline::prepare(workspace, &mut scope, &catalog, &kinds);
    let mut out = String::new();
    for ready in &ready {
        let _ = writeln!(out, "{} — {}", ready.kind.entry.id, ready.kind.entry.title);
        let selection = scope.select(&ready.kind, crate::catalog::When::Year, true);
        let root = selection.documents.first().map(|document| scope.root(&document.seen, None));
        write_fields(&mut out, &scope.values.tree, ready.kind.root, root.as_ref(), "", DEPTH);
        out.push('\n');
    }
    let _ = writeln!(out, "{}", text("templates-helpers", &[], language));
    for helper in crate::template::helpers() {
        let _ = writeln!(out, "  {:48} {}", helper.usage, helper.gives);
    }
    let _ = writeln!(out, "\n{}", text("templates-blocks", &[], language));
    for (usage, gives) in crate::template::BLOCKS {
        let _ = writeln!(out, "  {usage}\n      {gives}");
    }
    Said { out, err: render(&findings, Format::Human, language), ..Said::default() }
}

fn write_fields(
    out: &mut String,
    tree: &Tree,
    schema: SchemaId,
    record: Option<&Value>,
    prefix: &str,
    depth: usize,
) {
    for (place, field) in tree.schema(schema).fields.iter().enumerate() {
        let value = record.and_then(|record| tree.at(record, place));
        let value = value.as_deref();
        let path = format!("{prefix}{}", field.name);
        let live = value.map(|value| shown(tree, value)).unwrap_or_default();
        let at = field.at.as_ref().map(|at| format!(" ({at})")).unwrap_or_default();
        let _ = writeln!(
            out,
            "  {path:42} {}{at}{}",
            field.heading,
            if live.is_empty() { live } else { format!(" = {live}") }
        );
        let (below, inner) = match field.shape {
            Shape::Record(below) => (below, value.cloned()),
            Shape::Records(below) => {
                let first = match value {
                    Some(Value::List(items)) => items.iter().next(),
                    _ => None,
                };
                (below, first)
            }
            Shape::Leaf(_) | Shape::Leaves(_) | Shape::Key(..) => continue,
        };
        // What every document has is shown once a kind, not again under each list.
        if depth > 1 && below != schema {
            let dot = if matches!(field.shape, Shape::Records(_)) { "[…]." } else { "." };
            write_fields(out, tree, below, inner.as_ref(), &format!("{path}{dot}"), depth - 1);
        }
    }
}

fn shown(tree: &Tree, value: &Value) -> String {
    match value {
        Value::List(items) => format!("[{}]", items.len()),
        Value::Nothing => String::new(),
        other => tree.subject(other).map(|own| leaf(&own)).unwrap_or_default(),
    }
}

fn leaf(leaf: &Leaf) -> String {
    let text = match &leaf.data {
        Data::Empty => String::new(),
        Data::Text(text) | Data::Post(text) | Data::Organisation(text) => text.replace('\n', " ⏎ "),
        Data::Person(person) => person.name.to_string(),
        Data::Date(day) => crate::russian::date::digits(*day),
        Data::Time(time) => time.format("%H.%M").to_string(),
        Data::Number(number) => number.to_string(),
        Data::Money(kopecks) => crate::russian::money::rubles(*kopecks),
        Data::Period(period) => {
            format!("{}–{}", period.start().format("%d.%m.%Y"), period.end().format("%d.%m.%Y"))
        }
        Data::Flag(flag) => if *flag { "да" } else { "нет" }.to_owned(),
    };
    let mut short: String = text.chars().take(50).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
