//! A Word template before it is bytes: sections of paragraphs and tables, each on its own page set-up.

use docx_rs::{BuildXML, Docx, Header, Paragraph, SectionProperty, Table};

use super::block::page::{Page, PageNumber, page_number};
use super::normalise::normalise;
use super::package::{Parts, pack};
use super::{StarterError, xml::Element};

/// What stands in the body of a section.
#[derive(Clone, Debug)]
pub enum Flow {
    /// A paragraph.
    Paragraph(Box<Paragraph>),
    /// A table.
    Table(Box<Table>),
}

impl From<Paragraph> for Flow {
    fn from(paragraph: Paragraph) -> Self {
        Self::Paragraph(Box::new(paragraph))
    }
}

impl From<Table> for Flow {
    fn from(table: Table) -> Self {
        Self::Table(Box::new(table))
    }
}

/// Pages of one set-up and what stands on them.
#[derive(Clone, Debug)]
pub struct Section {
    /// Paper, margins, frame, page number.
    pub page: Page,
    /// The body, from the top.
    pub body: Vec<Flow>,
    /// What stands at the foot of each page.
    pub foot: Vec<Flow>,
}

impl Section {
    /// Pages of that set-up, empty as yet.
    pub fn new(page: Page) -> Self {
        Self { page, body: Vec::new(), foot: Vec::new() }
    }

    /// The same with one more paragraph or table.
    #[must_use]
    pub fn put(mut self, flow: impl Into<Flow>) -> Self {
        self.body.push(flow.into());
        self
    }

    /// The same with several more.
    #[must_use]
    pub fn extend<F: Into<Flow>>(mut self, flows: impl IntoIterator<Item = F>) -> Self {
        self.body.extend(flows.into_iter().map(Into::into));
        self
    }

    /// The same with one more paragraph or table at the foot of each page.
    #[must_use]
    pub fn at_foot(mut self, flow: impl Into<Flow>) -> Self {
        self.foot.push(flow.into());
        self
    }
}

/// A whole template.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its title among the properties; may hold tags.
    pub title: String,
    /// Its sections in order; at least one.
    pub sections: Vec<Section>,
}

impl Document {
    /// A template of that title.
    pub fn new(title: impl Into<String>, sections: impl IntoIterator<Item = Section>) -> Self {
        Self { title: title.into(), sections: sections.into_iter().collect() }
    }

    /// The template as a .docx: valid against the schema, the same bytes each time.
    pub fn to_bytes(&self) -> Result<Vec<u8>, StarterError> {
        let mut docx = Docx::new().header(Header::new().add_paragraph(page_number()));
        let mut foot = docx_rs::Footer::new();
        let last = self.sections.len().saturating_sub(1);
        for (index, section) in self.sections.iter().enumerate() {
            for flow in &section.body {
                docx = match flow {
                    Flow::Paragraph(paragraph) => docx.add_paragraph((**paragraph).clone()),
                    Flow::Table(table) => docx.add_table((**table).clone()),
                };
            }
            for flow in &section.foot {
                foot = match flow {
                    Flow::Paragraph(paragraph) => foot.add_paragraph((**paragraph).clone()),
                    Flow::Table(table) => foot.add_table((**table).clone()),
                };
            }
            if index < last {
                docx = docx.add_paragraph(Paragraph::new().section_property(SectionProperty::new()));
            }
        }
        // A part must end with a paragraph.
        foot = foot.add_paragraph(super::block::text::gap(1));
        let has_foot = self.sections.iter().any(|section| !section.foot.is_empty());
        let built = docx.build();
        let header = built.headers.first().map(Vec::as_slice).unwrap_or_default();
        let pages: Vec<Element> =
            self.sections.iter().map(|section| section.page.properties(!section.foot.is_empty())).collect();
        let numbered = self.sections.iter().any(|section| section.page.number != PageNumber::None);
        pack(&Parts {
            title: &self.title,
            document: normalise(&built.document, &pages)?,
            header: if numbered { Some(normalise(header, &[])?) } else { None },
            footer: if has_foot { Some(normalise(&foot.build(), &[])?) } else { None },
        })
    }
}
