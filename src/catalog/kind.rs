//! A kind of the catalog, its expressions compiled and checked.

use super::entry::Entry;
use super::periodic;
use super::scope::Scope;
use crate::diagnostic::{Code, Finding, nearest};
use crate::template::Line;
use crate::value::{Field, Schema, SchemaId, Shape, Tree};

/// A kind of document, ready to select from.
#[derive(Debug)]
pub struct Kind<'c> {
    /// Its entry.
    pub entry: &'c Entry,
    /// The schema of its documents' roots: what its template is checked against.
    pub root: SchemaId,
    pub(super) path: Vec<Line>,
    pub(super) condition: Option<Line>,
    email: [Option<Line>; 3],
    post: [Option<Line>; 2],
}

impl Kind<'_> {
    /// Whom its drafts go to, where its entry says so.
    pub(super) const fn email_to(&self) -> Option<&Line> {
        self.email[0].as_ref()
    }

    /// Its drafts' subject, where its entry says so.
    pub(super) const fn email_subject(&self) -> Option<&Line> {
        self.email[1].as_ref()
    }

    /// Its drafts' text, where its entry says so.
    pub(super) const fn email_text(&self) -> Option<&Line> {
        self.email[2].as_ref()
    }

    /// Who its envelopes go to.
    pub(super) const fn post_to(&self) -> Option<&Line> {
        self.post[0].as_ref()
    }

    /// Where its envelopes go, where its entry says so.
    pub(super) const fn post_address(&self) -> Option<&Line> {
        self.post[1].as_ref()
    }
}

impl Scope<'_> {
    /// A kind of the catalog, its expressions checked; all that is wrong with them at once.
    pub fn kind<'c>(&mut self, entry: &'c Entry) -> Result<Kind<'c>, Vec<Finding>> {
        let unknown = |what: &str, name: &str, known: &mut dyn Iterator<Item = &str>| {
            let near = nearest(name, known).unwrap_or("?");
            Finding::new(Code::CatalogNameUnknown, entry.location())
                .with("what", what)
                .with("name", name)
                .with("nearest", near)
        };
        let mut fields: Vec<Field> = self.roots.iter().map(|(field, _)| field.clone()).collect();
        let mut row_schema = None;
        if let (Some(collection), Some(name)) = (&entry.for_each, &entry.row_name) {
            let schema = self.periodic_schema(collection).or_else(|| self.values.schema_of(collection));
            let names = self.values.collections.keys().map(String::as_str).chain(periodic::ALL);
            let schema = schema.ok_or_else(|| {
                vec![unknown("collection", collection, &mut names.collect::<Vec<_>>().into_iter())]
            })?;
            row_schema = Some(schema);
            fields.push(Field::computed(name, "строка, для которой документ", Shape::Record(schema)));
        }
        if let (Some(_), Some(events)) = (&entry.event, self.values.schema_of("события")) {
            fields.push(Field::computed("событие", "событие документа", Shape::Record(events)));
        }
        let root =
            self.values.tree.add_schema(Schema { name: entry.id.as_str().into(), fields, subject: None });
        let mut findings = Vec::new();
        let tree = &self.values.tree;
        let path: Vec<Line> = segments(&entry.file)
            .into_iter()
            .filter_map(|segment| compile(segment, entry, tree, root, &mut findings))
            .collect();
        let condition = entry.condition.as_ref().and_then(|text| {
            let line = Line::condition(text, &entry.location());
            checked(line, tree, row_schema.unwrap_or(root), &mut findings)
        });
        let email = [&entry.email_to, &entry.email_subject, &entry.email_text]
            .map(|text| text.as_ref().and_then(|text| compile(text, entry, tree, root, &mut findings)));
        let usual = match (row_schema, &entry.row_name) {
            (Some(row), Some(name)) => self.usual_addressee(row, name),
            _ => None,
        };
        let post = [entry.post_to.as_ref().or(usual.as_ref()), entry.post_address.as_ref()]
            .map(|text| text.and_then(|text| compile(text, entry, tree, root, &mut findings)));
        if findings.is_empty() {
            Ok(Kind { entry, root, path, condition, email, post })
        } else {
            Err(findings)
        }
    }
}

fn compile(
    text: &str,
    entry: &Entry,
    tree: &Tree,
    schema: SchemaId,
    findings: &mut Vec<Finding>,
) -> Option<Line> {
    checked(Line::compile(text, &entry.location()), tree, schema, findings)
}

/// A line whose fields are checked; what is wrong with it is added to the findings.
fn checked(
    line: Result<Line, Vec<Finding>>,
    tree: &Tree,
    schema: SchemaId,
    findings: &mut Vec<Finding>,
) -> Option<Line> {
    match line {
        Ok(line) => {
            findings.extend(line.lint(tree, schema));
            Some(line)
        }
        Err(found) => {
            findings.extend(found);
            None
        }
    }
}

/// The segments of a path pattern: a slash within a tag parts nothing.
fn segments(pattern: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, c) in pattern.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            '/' if depth == 0 => {
                parts.push(&pattern[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&pattern[start..]);
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::segments;

    #[test]
    fn only_the_pattern_parts_a_path() {
        assert_eq!(segments("Письма/{{x \"а/б\"}} — {{y}}"), ["Письма", "{{x \"а/б\"}} — {{y}}"]);
        assert_eq!(segments("/Планы//План"), ["Планы", "План"]);
    }
}
