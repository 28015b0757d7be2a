//! A small tree of XML elements: what the normaliser reads, puts in order and writes again.

use std::fmt::{Display, Write};

use quick_xml::escape::{escape, unescape};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// An element or a piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text, unescaped.
    Text(String),
}

/// An element with its qualified name, `w:p`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// The qualified name.
    pub name: String,
    /// Attributes in their order, values unescaped.
    pub attributes: Vec<(String, String)>,
    /// What is inside.
    pub children: Vec<Node>,
}

/// Why a part could not be read as XML: what docx-rs wrote is broken.
#[derive(Debug, thiserror::Error)]
pub enum XmlError {
    /// Not well-formed.
    #[error("a part is not well-formed XML: {0}")]
    Malformed(#[from] quick_xml::Error),
    /// No element, or one that is not closed.
    #[error("a part has no complete root element")]
    NoRoot,
}

impl Element {
    /// An element without attributes or children.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// The same with one attribute more.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Display) -> Self {
        self.attributes.push((name.to_owned(), value.to_string()));
        self
    }

    /// The same with one child more.
    #[must_use]
    pub fn child(mut self, child: Element) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The child elements.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first child element of that name.
    pub fn find(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// Reads the root element of a part.
    pub fn parse(text: &str) -> Result<Self, XmlError> {
        let mut reader = Reader::from_str(text);
        let mut open: Vec<Element> = Vec::new();
        loop {
            match reader.read_event()? {
                Event::Start(tag) => open.push(start(&tag)?),
                Event::Empty(tag) => {
                    let element = start(&tag)?;
                    if let Some(parent) = open.last_mut() {
                        parent.children.push(Node::Element(element));
                    }
                }
                Event::Text(text) => push_text(&mut open, &text.xml10_content()),
                Event::GeneralRef(name) => {
                    let reference = format!("&{};", &*name);
                    push_text(&mut open, &unescape(&reference).map_err(quick_xml::Error::from)?);
                }
                Event::End(_) => {
                    let element = open.pop().ok_or(XmlError::NoRoot)?;
                    match open.last_mut() {
                        Some(parent) => parent.children.push(Node::Element(element)),
                        None => return Ok(element),
                    }
                }
                Event::Eof => return Err(XmlError::NoRoot),
                _ => {}
            }
        }
    }

    /// The part as bytes: a declaration and this element.
    pub fn to_part(&self) -> Vec<u8> {
        let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        self.write(&mut text);
        text.into_bytes()
    }

    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(&self.name);
        for (name, value) in &self.attributes {
            // Writing to a String cannot fail.
            let _ = write!(out, " {name}=\"{}\"", escape(clean(value).as_str()));
        }
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(out),
                Node::Text(text) => out.push_str(&escape(clean(text).as_str())),
            }
        }
        let _ = write!(out, "</{}>", self.name);
    }
}

fn start(tag: &BytesStart<'_>) -> Result<Element, XmlError> {
    let mut element = Element::new(tag.name().into_inner());
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(quick_xml::Error::from)?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0)?.into_owned();
        element.attributes.push((attribute.key.into_inner().to_owned(), value));
    }
    Ok(element)
}

fn push_text(open: &mut [Element], text: &str) {
    if let Some(parent) = open.last_mut() {
        match parent.children.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ => parent.children.push(Node::Text(text.to_owned())),
        }
    }
}

/// Control characters have no form in XML 1.0, not even an escaped one.
fn clean(text: &str) -> String {
    text.chars().filter(|&c| c >= ' ' || matches!(c, '\t' | '\n' | '\r')).collect()
}
