//! Whom a document goes to: mailboxes for a draft, and the message that goes with it.

use super::kind::Kind;
use super::scope::Scope;
use super::select::Document;
use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use crate::model::RowRef;
use crate::value::{Kind as LeafKind, Leaf, SchemaId, Shape, Value};

/// The message that a document goes with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// To whom: a name and an address each.
    pub to: Vec<(String, String)>,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
}

impl Scope<'_> {
    /// The message that goes with a document of a kind that has addresses; `None`: it has none, neither in its rows nor by its entry.
    ///
    /// # Errors
    /// An address that is missing or is none, with its cell.
    pub fn message(
        &self,
        kind: &Kind<'_>,
        document: &Document,
        number: Option<&str>,
    ) -> Result<Option<Message>, Vec<Finding>> {
        let tree = &self.values.tree;
        let root = self.root(&document.seen, number);
        let (addresses, at) = match kind.email_to() {
            Some(line) => (line.render(tree, &root)?, kind.entry.location()),
            None => match self.leaf_of(document, "e_mail") {
                Some((leaf, place)) => (text_of(&leaf), place.unwrap_or_else(|| kind.entry.location())),
                None => return Ok(None),
            },
        };
        let mut to = Vec::new();
        for address in addresses.split([',', ';', ' ', '\n', '\u{a0}']).filter(|address| !address.is_empty())
        {
            if !is_address(address) {
                let finding = Finding::new(Code::AddressWrong, at).with("address", address);
                return Err(vec![finding.with("recipient", &document.recipient)]);
            }
            if !to.iter().any(|(_, known)| known == address) {
                to.push((document.recipient.clone(), address.to_owned()));
            }
        }
        match to.as_mut_slice() {
            [] => {
                let finding = Finding::new(Code::AddressMissing, at);
                return Err(vec![finding.with("recipient", &document.recipient)]);
            }
            [_] => {}
            // Several are not all called by the one name.
            several => several.iter_mut().for_each(|(name, _)| name.clear()),
        }
        let name = document.path.last().cloned().unwrap_or_default();
        let subject = kind.email_subject().map(|line| line.render(tree, &root)).transpose()?;
        let text = kind.email_text().map(|line| line.render(tree, &root)).transpose()?;
        Ok(Some(Message {
            to,
            subject: subject
                .unwrap_or_else(|| format!("{}: {name}", kind.entry.title))
                .replace('\u{a0}', " "),
            text: text
                .unwrap_or_else(|| format!("Добрый день!\n\nНаправляем документ «{name}» (во вложении).\n")),
        }))
    }

    /// The sender of messages: the cluster's name and address from «Реквизиты»; else the cell where the address is wanted.
    pub fn sender(&self) -> Result<(String, String), Option<Location>> {
        let row = self.requisites();
        let text = |name: &str| self.leaf(&row, name).map(|leaf| text_of(&leaf)).unwrap_or_default();
        let address = text("e_mail");
        if !is_address(&address) {
            return Err(self.leaf(&row, "e_mail").and_then(|leaf| leaf.at));
        }
        let short = text("краткое_наименование_кластера");
        let name = if short.is_empty() {
            text("полное_наименование_кластера")
        } else {
            short
        };
        Ok((name, address))
    }

    /// Who makes the documents, by «Реквизиты»; empty where nobody is named.
    pub fn executor(&self) -> String {
        let row = self.requisites();
        self.leaf(&row, "исполнитель").map(|leaf| text_of(&leaf)).unwrap_or_default()
    }

    /// The row of the meeting or the event that a document is about.
    pub fn anchor(&self, kind: &Kind<'_>, document: &Document) -> Option<RowRef> {
        if let Some(name) = &kind.entry.event {
            return self.event(name).map(|event| event.row);
        }
        let row = document.seen.row.as_ref()?;
        let meetings = self.model.meetings.iter().map(|meeting| meeting.row);
        let mut rows = meetings.chain(self.model.events.iter().map(|event| event.row));
        rows.find(|own| self.values.link(*own) == *row)
    }

    /// A field of the document's row, else of the organisation that the row names; with the cell where it is wanted.
    pub(super) fn leaf_of(&self, document: &Document, name: &str) -> Option<(Leaf, Option<Location>)> {
        let tree = &self.values.tree;
        let row = document.seen.row.as_ref()?;
        let own = self.leaf(row, name);
        if let Some(leaf) = own.as_ref().filter(|leaf| !leaf.is_empty()) {
            return Some((leaf.clone(), leaf.at.clone()));
        }
        let organisations = self.values.schema_of("организации");
        let schema = tree.schema_of(row)?;
        let fields = || (0..tree.schema(schema).fields.len()).filter_map(|place| tree.at(row, place));
        let of_organisation = fields().find_map(|value| match value.as_ref() {
            key @ Value::Key(..) if tree.schema_of(key) == organisations => self.leaf(key, name),
            _ => None,
        });
        match (own, of_organisation) {
            (_, Some(leaf)) if !leaf.is_empty() => Some((leaf.clone(), leaf.at)),
            (Some(leaf), _) | (None, Some(leaf)) => Some((leaf.clone(), leaf.at)),
            // A key that names no row: the organisation is not in its sheet.
            (None, None) if self.names(schema, organisations) => {
                fields().find_map(|value| match value.into_owned() {
                    Value::Leaf(leaf) if leaf.kind == LeafKind::Organisation => {
                        Some((Leaf::empty(LeafKind::Text, None), leaf.at))
                    }
                    _ => None,
                })
            }
            (None, None) => None,
        }
    }

    /// Whether rows of that kind name organisations.
    fn names(&self, schema: SchemaId, organisations: Option<SchemaId>) -> bool {
        let fields = &self.values.tree.schema(schema).fields;
        fields
            .iter()
            .any(|field| matches!(field.shape, Shape::Key(_, target) if Some(target) == organisations))
    }

    /// The row of «Реквизиты», where there is one.
    pub(super) fn requisites(&self) -> Value {
        let row = self.values.collections.get("реквизиты").and_then(|found| found.rows.first());
        row.map_or(Value::Nothing, |row| self.values.link(*row))
    }

    pub(super) fn leaf(&self, record: &Value, name: &str) -> Option<Leaf> {
        match self.values.tree.get(record, name)?.into_owned() {
            Value::Leaf(leaf) | Value::Key(leaf, _) => Some(leaf),
            _ => None,
        }
    }
}

pub(super) fn text_of(leaf: &Leaf) -> String {
    match &leaf.data {
        crate::value::Data::Person(person) => person.name.to_string(),
        crate::value::Data::Text(text) | crate::value::Data::Organisation(text) => text.trim().to_owned(),
        _ => String::new(),
    }
}

/// Whether it can be a mailbox's address: something, one `@`, a host with a dot.
fn is_address(text: &str) -> bool {
    let Some((local, host)) = text.split_once('@') else { return false };
    let is_word =
        |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c.is_control());
    is_word(local)
        && host.split('.').count() > 1
        && host.split('.').all(is_word)
        && !text.contains(['<', '>', '(', ')', '"', '\\'])
        && !host.contains('@')
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn what_a_mailbox_can_be_called() {
        for text in ["a@b.ru", "ivanov.i@mail.example.ru", "почта@кластер.рф"] {
            assert!(is_address(text), "{text}");
        }
        for text in ["", "нет", "a@b", "@b.ru", "a@.ru", "a@b@c.ru", "Иванов <a@b.ru>", "a b@c.ru"] {
            assert!(!is_address(text), "{text}");
        }
    }
}
