//! Paragraphs in the styles of the templates.

use docx_rs::{AlignmentType, LineSpacing, Paragraph, Run};

use crate::starter::measure::{half_points, points};

/// The styles of `parts/styles.xml`, by their ids.
pub mod style {
    /// Name of the giver and of the kind of document, centred and bold.
    pub const TITLE: &str = "DocumentTitle";
    /// Running text: indent 12.5 mm, justified.
    pub const TEXT: &str = "DocumentText";
    /// Requisites: from the left, single spacing, never hyphenated.
    pub const REQUISITE: &str = "Requisite";
    /// «СЛУШАЛИ:» and the like: bold, with what follows.
    pub const KEYWORD: &str = "Keyword";
    /// Cells of a table, 12 pt.
    pub const TABLE: &str = "TableText";
    /// The heading row of a table, repeated on each page.
    pub const TABLE_HEADING: &str = "TableHeading";
    /// Small print, 10 pt.
    pub const NOTE: &str = "Note";
}

/// A paragraph of that style.
pub fn paragraph(style: &str, text: &str) -> Paragraph {
    let paragraph = Paragraph::new().style(style);
    if text.is_empty() { paragraph } else { paragraph.add_run(Run::new().add_text(text)) }
}

/// A paragraph of that style in bold.
pub fn bold(style: &str, text: &str) -> Paragraph {
    Paragraph::new().style(style).add_run(Run::new().add_text(text).bold())
}

/// A requisite.
pub fn requisite(text: &str) -> Paragraph {
    paragraph(style::REQUISITE, text)
}

/// Running text.
pub fn text(content: &str) -> Paragraph {
    paragraph(style::TEXT, content)
}

/// Text of a table's cell.
pub fn table_text(content: &str) -> Paragraph {
    paragraph(style::TABLE, content)
}

/// A paragraph of that style and size in points.
pub fn sized(style: &str, text: &str, size: u32) -> Paragraph {
    Paragraph::new().style(style).add_run(Run::new().add_text(text).size(half_points(size)))
}

/// A paragraph that holds only a block tag: it disappears with the tag.
pub fn tag(text: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(text))
}

/// A paragraph that stands only where the field holds something.
pub fn where_there_is(field: &str, paragraph: Paragraph) -> [Paragraph; 3] {
    [tag(&format!("{{{{#если {field}}}}}")), paragraph, tag("{{/если}}")]
}

/// A numbered item, hanging by 10 mm.
pub fn item(number: &str, content: &str) -> Paragraph {
    Paragraph::new()
        .style(style::REQUISITE)
        .indent(Some(567), Some(docx_rs::SpecialIndentType::Hanging(567)), None, None)
        .add_run(Run::new().add_text(number).add_tab().add_text(content))
}

/// White space of so many points.
pub fn gap(height: u32) -> Paragraph {
    let spacing = LineSpacing::new()
        .before(0)
        .after(0)
        .line(i32::try_from(points(height)).unwrap_or(0))
        .line_rule(docx_rs::LineSpacingType::Exact);
    Paragraph::new().line_spacing(spacing).run_property(docx_rs::RunProperty::new().size(2))
}

/// What a paragraph may be told in a word.
pub trait Placed: Sized {
    /// In the middle.
    #[must_use]
    fn centred(self) -> Self;
    /// At the right margin.
    #[must_use]
    fn to_right(self) -> Self;
    /// On the page of what follows.
    #[must_use]
    fn with_next(self) -> Self;
    /// So many points of white space above.
    #[must_use]
    fn below(self, space: u32) -> Self;
}

impl Placed for Paragraph {
    fn centred(self) -> Self {
        self.align(AlignmentType::Center)
    }

    fn to_right(self) -> Self {
        self.align(AlignmentType::Right)
    }

    fn with_next(self) -> Self {
        self.keep_next(true)
    }

    fn below(self, space: u32) -> Self {
        self.line_spacing(LineSpacing::new().before(points(space)))
    }
}
