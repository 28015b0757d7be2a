//! The mark of who prepared the letter (requisite 25): bottom left, 10 pt, name and phone.

use docx_rs::Paragraph;

use super::text::{paragraph, style};

/// Name and phone.
pub fn lines() -> Vec<Paragraph> {
    vec![
        paragraph(style::NOTE, "{{реквизиты.исполнитель}}"),
        paragraph(style::NOTE, "{{реквизиты.исполнитель_телефон}}"),
    ]
}
