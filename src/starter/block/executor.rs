//! The mark of who prepared the letter (requisite 25): bottom left, 10 pt, name and phone.

use docx_rs::Paragraph;

use super::text::{Placed, gap, paragraph, style};

/// Name and phone, so many points below the signature and on its page.
pub fn below(space: u32) -> [Paragraph; 3] {
    [
        gap(space).with_next(),
        paragraph(style::NOTE, "{{реквизиты.исполнитель}}").with_next(),
        paragraph(style::NOTE, "{{реквизиты.исполнитель_телефон}}"),
    ]
}
