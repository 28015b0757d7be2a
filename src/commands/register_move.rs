//! `pisar register move`: carries numbers over to a recipient whose name was mended, as the sheets have it now.

use super::Said;
use crate::catalog::Document;
use crate::diagnostic::{Code, Finding, Language, nearest, text};
use crate::model::key;
use crate::output::{Interrupt, PublishError, Session};
use crate::pipeline;
use crate::register::Record;
use crate::workspace::Workspace;

pub(super) fn run(workspace: &Workspace, from: &str, to: &str, language: Language) -> Said {
    let catalog = match super::catalog(workspace, language) {
        Ok(catalog) => catalog,
        Err(said) => return said,
    };
    let input = pipeline::read(workspace);
    let moved = move_to(workspace, from, to, |kind| pipeline::documents(workspace, &input, &catalog, kind));
    match moved {
        Ok(Ok(told)) => Said::result(told.iter().map(|told| said(told, to, language)).collect::<String>()),
        Ok(Err(finding)) => Said::refusal(&[finding], language),
        Err(error) => super::failure(&error, language),
    }
}

fn said(record: &Record, to: &str, language: Language) -> String {
    let number = record.number.as_ref().map_or("б/н", |number| number.text.as_str());
    let arguments = [("from", record.recipient.as_str()), ("to", to), ("number", number)];
    format!("{}\n", text("register-moved", &arguments, language))
}

/// The records as they were before; or why the recipient is not known.
fn move_to(
    workspace: &Workspace,
    from: &str,
    to: &str,
    documents: impl Fn(&str) -> Vec<Document>,
) -> Result<Result<Vec<Record>, Finding>, PublishError> {
    let mut session = Session::open(&workspace.places, Interrupt::default())?;
    let records: Vec<Record> = session.register().look_up_each(from)?.into_iter().cloned().collect();
    let mut targets = Vec::new();
    for record in &records {
        let documents = documents(&record.kind);
        let named = |document: &&Document| key::fold(&document.recipient) == key::fold(to);
        // Of namesakes, the one who has no paper yet.
        let free = |document: &&Document| session.register().find(&record.kind, &document.key).is_none();
        let target = documents.iter().filter(named).find(free).or_else(|| documents.iter().find(named));
        match target {
            Some(document) => targets.push((record.id, document.key.clone(), document.recipient.clone())),
            None => {
                let known = documents.iter().map(|document| document.recipient.as_str());
                let near = nearest(to, known).unwrap_or("—");
                let finding = Finding::new(Code::RecipientUnknown, None).with("recipient", to);
                return Ok(Err(finding.with("title", &record.title).with("nearest", near)));
            }
        }
    }
    for (id, key, recipient) in targets {
        session.register_mut().move_to(id, &key, &recipient)?;
    }
    Ok(Ok(records))
}
