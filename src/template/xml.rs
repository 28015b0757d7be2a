//! An XML part as a small tree over its own text: what is not touched is written out byte for byte.

use super::refusal::Refusal;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::borrow::Cow;
use std::ops::Range;

/// No office program nests deeper; a deeper part is an attack.
const MAX_DEPTH: usize = 400;

/// A node's place in its [`Dom`].
pub(super) type Id = usize;

/// A stretch of markup: of the source, or made by us.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Source(Range<usize>),
    Made(String),
}

/// What a node is.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// An element; `close` is empty where it closes itself.
    Element { local: Range<usize>, vocabulary: Vocabulary, open: Piece, close: Piece },
    /// Character data, entities and CDATA as they stand in the source.
    Text(Range<usize>),
    /// Markup made by us, already escaped.
    Made(String),
    /// A comment, an instruction, the declaration.
    Other(Range<usize>),
    /// Where a tag stands.
    Mark(usize),
}

/// Whose element it is, whatever its prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vocabulary {
    Word,
    Drawing,
    Sheet,
    Other,
}

/// A node.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub kind: Kind,
    pub parent: Id,
    pub children: Vec<Id>,
}

/// The tree. Node 0 stands for the whole part.
#[derive(Debug)]
pub(super) struct Dom {
    pub source: String,
    pub nodes: Vec<Node>,
    /// Whether elements of WordprocessingML have another prefix than `w` somewhere.
    pub is_renamed: bool,
}

impl Dom {
    /// Reads a part.
    ///
    /// # Errors
    /// Where the part is not well-formed, has a DOCTYPE or an entity of its own, or nests too deep.
    pub fn read(name: &str, source: String) -> Result<Self, Refusal> {
        let malformed = || Refusal::Damaged(name.to_owned());
        let root = Node { kind: Kind::Made(String::new()), parent: 0, children: Vec::new() };
        let (mut nodes, mut open) = (vec![root], vec![0_usize]);
        let mut prefixes: Vec<(String, Vocabulary)> = Vec::new();
        let mut reader = Reader::from_str(&source);
        let mut start = 0;
        loop {
            let event = reader.read_event().map_err(|_| malformed())?;
            let end = reader.buffer_position() as usize;
            let span = start..end;
            start = end;
            let parent = *open.last().ok_or_else(malformed)?;
            match event {
                Event::Eof => break,
                Event::DocType(_) => return Err(Refusal::Doctype(name.to_owned())),
                Event::Start(_) | Event::Empty(_) => {
                    declare(&source[span.clone()], &mut prefixes);
                    let closed = matches!(event, Event::Empty(_));
                    let (local, vocabulary) = named(&source, &span, &prefixes);
                    let kind = Kind::Element {
                        local,
                        vocabulary,
                        open: Piece::Source(span.clone()),
                        close: Piece::Source(span.end..span.end),
                    };
                    nodes.push(Node { kind, parent, children: Vec::new() });
                    let id = nodes.len() - 1;
                    nodes[parent].children.push(id);
                    if !closed {
                        open.push(id);
                        if open.len() > MAX_DEPTH {
                            return Err(Refusal::TooLarge);
                        }
                    }
                }
                Event::End(_) => {
                    open.pop();
                    if let Kind::Element { close, .. } = &mut nodes[parent].kind {
                        *close = Piece::Source(span);
                    }
                }
                Event::Text(_) | Event::CData(_) => text(&mut nodes, parent, span),
                Event::GeneralRef(_) => {
                    if !is_known(&source[span.clone()]) {
                        return Err(Refusal::Doctype(name.to_owned()));
                    }
                    text(&mut nodes, parent, span);
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {
                    nodes.push(Node { kind: Kind::Other(span), parent, children: Vec::new() });
                    let id = nodes.len() - 1;
                    nodes[parent].children.push(id);
                }
            }
        }
        let is_renamed =
            prefixes.iter().any(|(prefix, vocabulary)| *vocabulary == Vocabulary::Word && prefix != "w");
        if open.len() == 1 { Ok(Self { source, nodes, is_renamed }) } else { Err(malformed()) }
    }

    /// Whether the node is an element of WordprocessingML of that name.
    pub fn is(&self, id: Id, name: &str) -> bool {
        self.named(id) == Some((Vocabulary::Word, name))
    }

    /// Whether the node is an element of that name that text is made of, in a document or in a drawing: `p`, `r`, `rPr`, `t`.
    pub fn is_prose(&self, id: Id, name: &str) -> bool {
        matches!(self.named(id), Some((Vocabulary::Word | Vocabulary::Drawing, found)) if found == name)
    }

    /// An element's vocabulary and local name.
    pub fn named(&self, id: Id) -> Option<(Vocabulary, &str)> {
        match &self.nodes[id].kind {
            Kind::Element { local, vocabulary, .. } => Some((*vocabulary, &self.source[local.clone()])),
            _ => None,
        }
    }

    /// An element's start tag.
    pub fn start_tag(&self, id: Id) -> &str {
        match &self.nodes[id].kind {
            Kind::Element { open, .. } => self.piece(open),
            _ => "",
        }
    }

    /// A node as it stands in the source, with all under it.
    pub fn markup(&self, id: Id) -> &str {
        match &self.nodes[id].kind {
            Kind::Element { open: Piece::Source(open), close: Piece::Source(close), .. } => {
                &self.source[open.start..close.end]
            }
            Kind::Text(span) | Kind::Other(span) => &self.source[span.clone()],
            Kind::Made(text) => text,
            Kind::Element { .. } | Kind::Mark(_) => "",
        }
    }

    /// The text of a stretch of markup.
    pub fn piece<'a>(&'a self, piece: &'a Piece) -> &'a str {
        match piece {
            Piece::Source(span) => &self.source[span.clone()],
            Piece::Made(text) => text,
        }
    }

    /// The nearest ancestor of that name, the node itself included.
    pub fn ancestor(&self, mut id: Id, found: impl Fn(&Self, Id) -> bool) -> Option<Id> {
        while id != 0 {
            if found(self, id) {
                return Some(id);
            }
            id = self.nodes[id].parent;
        }
        None
    }

    /// Adds a node, not yet among anybody's children.
    pub fn make(&mut self, kind: Kind, parent: Id) -> Id {
        self.nodes.push(Node { kind, parent, children: Vec::new() });
        self.nodes.len() - 1
    }

    /// Takes a node out of its parent; gives its place there.
    pub fn detach(&mut self, id: Id) -> usize {
        let parent = self.nodes[id].parent;
        let at = self.place(id);
        self.nodes[parent].children.retain(|child| *child != id);
        at
    }

    /// A node's place among its parent's children.
    pub fn place(&self, id: Id) -> usize {
        self.nodes[self.nodes[id].parent].children.iter().position(|child| *child == id).unwrap_or_default()
    }

    /// Puts a node among the children of `parent`.
    pub fn insert(&mut self, parent: Id, at: usize, id: Id) {
        self.nodes[id].parent = parent;
        let at = at.min(self.nodes[parent].children.len());
        self.nodes[parent].children.insert(at, id);
    }

    /// A deep copy of a node, not yet among anybody's children.
    pub fn copy(&mut self, id: Id) -> Id {
        let copy = self.make(self.nodes[id].kind.clone(), 0);
        for child in self.nodes[id].children.clone() {
            let child = self.copy(child);
            self.nodes[child].parent = copy;
            self.nodes[copy].children.push(child);
        }
        copy
    }

    /// All nodes under one, in the order of the document, itself first.
    pub fn walk(&self, id: Id) -> Vec<Id> {
        let (mut found, mut todo) = (Vec::new(), vec![id]);
        while let Some(id) = todo.pop() {
            found.push(id);
            todo.extend(self.nodes[id].children.iter().rev());
        }
        found
    }
}

/// The attributes of a start tag as they stand: names and raw values.
pub(super) fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = tag.find(|c: char| c.is_ascii_whitespace()).map_or("", |at| &tag[at..]);
    while let Some(equals) = rest.find('=') {
        let name = rest[..equals].trim();
        let value = rest[equals + 1..].trim_start();
        let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) else { break };
        let Some(end) = value[1..].find(quote) else { break };
        found.push((name, &value[1..=end]));
        rest = &value[end + 2..];
    }
    found
}

fn declare(tag: &str, prefixes: &mut Vec<(String, Vocabulary)>) {
    if !tag.contains("xmlns") {
        return;
    }
    for (name, value) in attributes(tag) {
        let Some(prefix) = name.strip_prefix("xmlns") else { continue };
        let vocabulary = match value {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Vocabulary::Word,
            "http://schemas.openxmlformats.org/drawingml/2006/main"
            | "http://purl.oclc.org/ooxml/drawingml/main" => Vocabulary::Drawing,
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            | "http://purl.oclc.org/ooxml/spreadsheetml/main" => Vocabulary::Sheet,
            _ => Vocabulary::Other,
        };
        let prefix = prefix.trim_start_matches(':');
        prefixes.retain(|(known, _)| known != prefix);
        prefixes.push((prefix.to_owned(), vocabulary));
    }
}

fn named(source: &str, span: &Range<usize>, prefixes: &[(String, Vocabulary)]) -> (Range<usize>, Vocabulary) {
    let tag = &source[span.start + 1..span.end];
    let name =
        &tag[..tag.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(tag.len())];
    let (prefix, local) = name.split_once(':').unwrap_or(("", name));
    let vocabulary = prefixes
        .iter()
        .find(|(known, _)| known == prefix)
        .map_or(Vocabulary::Other, |(_, vocabulary)| *vocabulary);
    let start = span.start + 1 + name.len() - local.len();
    (start..start + local.len(), vocabulary)
}

fn text(nodes: &mut Vec<Node>, parent: Id, span: Range<usize>) {
    // A reader hands out entities apart: one text node again.
    if let Some(last) = nodes[parent].children.last().copied()
        && let Kind::Text(before) = &mut nodes[last].kind
        && before.end == span.start
    {
        before.end = span.end;
        return;
    }
    nodes.push(Node { kind: Kind::Text(span), parent, children: Vec::new() });
    let id = nodes.len() - 1;
    nodes[parent].children.push(id);
}

fn is_known(reference: &str) -> bool {
    matches!(reference, "&amp;" | "&lt;" | "&gt;" | "&quot;" | "&apos;") || reference.starts_with("&#")
}

/// Character data with entities and CDATA resolved.
pub(super) fn decode(raw: &str) -> Cow<'_, str> {
    if !raw.contains(['&', '<']) {
        return Cow::Borrowed(raw);
    }
    let (mut out, mut rest) = (String::with_capacity(raw.len()), raw);
    while let Some(at) = rest.find(['&', '<']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(data) = rest.strip_prefix("<![CDATA[") {
            let end = data.find("]]>").unwrap_or(data.len());
            out.push_str(&data[..end]);
            rest = data.get(end + 3..).unwrap_or_default();
            continue;
        }
        let Some(end) = rest.find(';').filter(|_| rest.starts_with('&')) else {
            out.push_str(&rest[..1]);
            rest = &rest[1..];
            continue;
        };
        match &rest[1..end] {
            "amp" => out.push('&'),
            "lt" => out.push('<'),
            "gt" => out.push('>'),
            "quot" => out.push('"'),
            "apos" => out.push('\''),
            number => {
                let code = match number.strip_prefix("#x").or_else(|| number.strip_prefix("#X")) {
                    Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
                    None => number.strip_prefix('#').and_then(|decimal| decimal.parse().ok()),
                };
                match code.and_then(char::from_u32) {
                    Some(c) => out.push(c),
                    None => out.push_str(&rest[..=end]),
                }
            }
        }
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doctypes_and_foreign_entities_are_refused() {
        assert!(matches!(Dom::read("p", "<!DOCTYPE a><a/>".into()), Err(Refusal::Doctype(_))));
        assert!(matches!(Dom::read("p", "<a>&b;</a>".into()), Err(Refusal::Doctype(_))));
        assert!(matches!(Dom::read("p", "<a><b></a>".into()), Err(Refusal::Damaged(_))));
        assert!(matches!(Dom::read("p", "<a>".repeat(1_000_000)), Err(Refusal::TooLarge)));
    }

    #[test]
    fn entities_and_cdata_are_resolved() {
        assert_eq!(decode("a &lt;&#1103;&#x44F;&amp;<![CDATA[<&]]>."), "a <яя&<&.");
    }
}
