//! What may stand once in a document only: after a loop, ids of drawings are counted anew and repeated bookmarks go.

use super::xml::attributes;
use std::collections::HashSet;

/// Mends the markup of a part in which something was repeated.
pub(super) fn unique(markup: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(markup.len()), markup);
    let (mut drawing, mut names, mut dropped) = (0_u32, HashSet::new(), HashSet::new());
    while let Some(start) = rest.find('<') {
        let end = rest[start..].find('>').map_or(rest.len(), |end| start + end + 1);
        let tag = &rest[start..end];
        out.push_str(&rest[..start]);
        let value = |name: &str| {
            attributes(tag).into_iter().find(|(found, _)| *found == name).map(|(_, value)| value)
        };
        if tag.starts_with("<wp:docPr ") {
            drawing += 1;
            let old = value("id").unwrap_or_default();
            out.push_str(&tag.replacen(&format!(" id=\"{old}\""), &format!(" id=\"{drawing}\""), 1));
        } else if tag.starts_with("<w:bookmarkStart ") {
            if names.insert(value("w:name").unwrap_or_default()) {
                out.push_str(tag);
            } else {
                dropped.insert(value("w:id").unwrap_or_default());
            }
        } else if tag.starts_with("<w:bookmarkEnd ") && !dropped.is_empty() {
            // The first end of an id belongs to the bookmark that is kept.
            let id = value("w:id").unwrap_or_default();
            if !dropped.contains(id) || !out.contains(&format!("<w:bookmarkEnd w:id=\"{id}\"")) {
                out.push_str(tag);
            }
        } else {
            out.push_str(tag);
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// Whether a static piece within a loop holds something of the kind.
pub(super) fn concerns(markup: &str) -> bool {
    markup.contains("<wp:docPr ") || markup.contains("<w:bookmarkStart ")
}
