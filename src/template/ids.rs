//! What may stand once in a document only: after a loop, ids of drawings are counted anew; repeated bookmarks, marks of comments, ids of
//! paragraphs and of content controls go.

use super::xml::attributes;
use std::collections::HashSet;

/// Ids of paragraphs, by which programs that edit together find them again.
const PARAGRAPH: [&str; 2] = ["w14:paraId", "w14:textId"];

/// Mends the markup of a part in which something was repeated.
pub(super) fn unique(markup: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(markup.len()), markup);
    let (mut drawing, mut seen, mut dropped) = (0_u32, HashSet::new(), HashSet::new());
    // Whether what comes is the properties of a content control.
    let mut in_control = false;
    while let Some(start) = rest.find('<') {
        let end = rest[start..].find('>').map_or(rest.len(), |end| start + end + 1);
        let tag = &rest[start..end];
        out.push_str(&rest[..start]);
        rest = &rest[end..];
        let value = |name: &str| {
            attributes(tag).into_iter().find(|(found, _)| *found == name).map_or("", |(_, value)| value)
        };
        let name = tag.get(1..).unwrap_or_default();
        let name = name
            .split(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'))
            .next()
            .unwrap_or_default();
        match name {
            "wp:docPr" => {
                drawing += 1;
                let old = value("id");
                out.push_str(&tag.replacen(&format!(" id=\"{old}\""), &format!(" id=\"{drawing}\""), 1));
            }
            "w:bookmarkStart" => {
                if seen.insert((name, value("w:name"))) {
                    out.push_str(tag);
                } else {
                    dropped.insert(value("w:id"));
                }
            }
            // The first end of an id belongs to the bookmark that is kept.
            "w:bookmarkEnd" => {
                let id = value("w:id");
                if seen.insert((name, id)) || !dropped.contains(id) {
                    out.push_str(tag);
                }
            }
            "w:commentRangeStart" | "w:commentRangeEnd" | "w:commentReference" => {
                if seen.insert((name, value("w:id"))) {
                    out.push_str(tag);
                }
            }
            "w:id" if in_control => {
                if seen.insert((name, value("w:val"))) {
                    out.push_str(tag);
                }
            }
            "w:p" | "w:tr"
                if tag.contains(PARAGRAPH[0]) && !seen.insert((PARAGRAPH[0], value(PARAGRAPH[0]))) =>
            {
                let mut tag = tag.to_owned();
                for name in PARAGRAPH {
                    let id = attributes(&tag).into_iter().find(|(found, _)| *found == name);
                    if let Some(written) = id.map(|(_, id)| format!(" {name}=\"{id}\"")) {
                        tag = tag.replacen(&written, "", 1);
                    }
                }
                out.push_str(&tag);
            }
            _ => {
                in_control = name == "w:sdtPr" || in_control && !tag.starts_with("</w:sdtPr");
                out.push_str(tag);
            }
        }
    }
    out.push_str(rest);
    out
}

/// Whether a static piece within a loop holds something of the kind.
pub(super) fn concerns(markup: &str) -> bool {
    let marks = ["<wp:docPr ", "<w:bookmarkStart ", "<w:comment", "<w:sdtPr>", "w14:paraId="];
    marks.iter().any(|mark| markup.contains(mark))
}
