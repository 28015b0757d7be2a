//! Whom a document goes to by post: the lines of the addressee and the address, from the row or by the entry.

use super::addressee::text_of;
use super::kind::Kind;
use super::scope::Scope;
use super::select::Document;
use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use crate::russian::address::PostalAddress;
use crate::value::{Kind as LeafKind, SchemaId, Shape};

/// An addressee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Postal {
    /// Who, in lines.
    pub name: String,
    /// Where, in the post's order.
    pub address: PostalAddress,
    /// Where the address is written.
    pub at: Option<Location>,
}

impl Scope<'_> {
    /// Where a document goes by post; `None`: its kind has no address, neither in its rows nor by its entry.
    ///
    /// # Errors
    /// An address that is missing, with its cell; what stops the lines of the entry.
    pub fn postal(&self, kind: &Kind<'_>, document: &Document) -> Result<Option<Postal>, Vec<Finding>> {
        let tree = &self.values.tree;
        let root = self.root(&document.seen, None);
        let (written, at) = match kind.post_address() {
            Some(line) => (line.render(tree, &root)?, Some(kind.entry.location())),
            None => match self.leaf_of(document, "адрес") {
                Some((leaf, at)) => (text_of(&leaf), at),
                None => return Ok(None),
            },
        };
        let mut address = PostalAddress::read(&written);
        if address.lines.is_empty() {
            let at = at.unwrap_or_else(|| kind.entry.location());
            let finding = Finding::new(Code::PostAddressMissing, at).with("recipient", &document.recipient);
            return Err(vec![finding]);
        }
        if kind.post_address().is_none()
            && let Some((leaf, _)) = self.leaf_of(document, "индекс").filter(|(leaf, _)| !leaf.is_empty())
        {
            address.index = PostalAddress::read(&crate::template::printed(&leaf)).index.or(address.index);
        }
        let name = match kind.post_to() {
            Some(line) => line.render(tree, &root)?,
            None => document.recipient.clone(),
        };
        Ok(Some(Postal { name, address, at }))
    }

    /// The sender of envelopes: the leading organisation, else the cluster, and its address; both may be empty.
    pub fn postal_sender(&self) -> (String, PostalAddress) {
        let row = self.requisites();
        let text = |name: &str| self.leaf(&row, name).map(|leaf| text_of(&leaf)).unwrap_or_default();
        let names = ["ведущая_организация", "краткое_наименование_кластера", "полное_наименование_кластера"];
        let name = names.into_iter().map(text).find(|name| !name.is_empty()).unwrap_or_default();
        (name, PostalAddress::read(&text("адрес")))
    }

    /// The lines of an addressee where the entry says nothing: an organisation by its short name with its head in the dative; a person in the
    /// dative with the organisation. `None` where rows of that kind are neither.
    pub(super) fn usual_addressee(&self, row: SchemaId, name: &str) -> Option<String> {
        let schema = self.values.tree.schema(row);
        let has = |field: &str| schema.field(field).is_some();
        if Some(row) == self.values.schema_of("организации") {
            let head = format!("{name}.руководитель_фио");
            return Some(format!(
                "{{{{или {name}.краткое_наименование {name}.наименование}}}}{{{{#если {head}}}}}\n\
                 {{{{#если {name}.должность_руководителя}}}}{{{{с_прописной (кому {name}.должность_руководителя)}}}} {{{{/если}}}}\
                 {{{{фамилия_инициалы {head} \"дательный\"}}}}{{{{/если}}}}"
            ));
        }
        let subject = schema.fields.get(schema.subject?)?;
        if !matches!(subject.shape, Shape::Leaf(LeafKind::Person) | Shape::Key(LeafKind::Person, _)) {
            return None;
        }
        let person = format!("{{{{кому {name}.{}}}}}", subject.name);
        if !has("организация") {
            return Some(person);
        }
        let short = if matches!(schema.field("организация").map(|field| field.shape), Some(Shape::Key(..)))
        {
            format!("или {name}.организация.краткое_наименование {name}.организация")
        } else {
            format!("{name}.организация")
        };
        Some(format!("{person}{{{{#если {name}.организация}}}}\n{{{{{short}}}}}{{{{/если}}}}"))
    }
}
