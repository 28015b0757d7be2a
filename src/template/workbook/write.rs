//! Writes the rows of a sheet that came out: cells in their new places, formulas led to where their rows have gone.

use super::super::heal::escape;
use super::super::xml::Id;
use super::edit::{Editor, References};
use super::formula;
use super::grow::Placed;
use super::reference::letters;
use super::rows::{Cell, Content};
use std::fmt::Write as _;

/// Writes `sheetData`.
pub(super) fn rows(editor: &Editor<'_, '_, '_>, id: Id, out: &mut String) {
    let tag = editor.markup.dom.start_tag(id);
    let name = tag.trim_matches(['<', '>', '/', ' ']);
    let name = name.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or(name);
    let prefix = name.strip_suffix("sheetData").unwrap_or_default();
    let Some(own) = editor.own.and_then(|own| editor.sheets.get(own)) else { return };
    let _ = write!(out, "<{name}>");
    for placed in &own.grown.rows {
        let _ = write!(out, "<{prefix}row r=\"{}\"{}>", placed.number, height(placed));
        let mut values = placed.values.iter();
        for cell in &placed.row.cells {
            self::cell(editor, placed, cell, &mut values, prefix, out);
        }
        let _ = write!(out, "</{prefix}row>");
    }
    let _ = write!(out, "</{name}>");
}

/// The attributes of a row; a height that was only measured is measured again where the text is another.
fn height(placed: &Placed<'_>) -> String {
    let attributes = &placed.row.attributes;
    let is_own = attributes.contains(" customHeight=\"1\"") || attributes.contains(" customHeight=\"true\"");
    if placed.values.is_empty() || is_own {
        return attributes.clone();
    }
    let mut kept = attributes.clone();
    let mut height = placed.height;
    if let Some(start) = kept.find(" ht=\"") {
        let value = start + " ht=\"".len();
        let end = kept[value..].find('"').map_or(kept.len(), |end| value + end);
        // What stays in the row may need it.
        let stays = |cell: &Cell| matches!(&cell.content, Content::Kept(_, inner) if !inner.is_empty());
        if placed.row.cells.iter().any(stays) {
            height = height.into_iter().chain(kept[value..end].parse().ok()).reduce(f64::max);
        }
        kept.replace_range(start..(end + 1).min(kept.len()), "");
    }
    match height {
        Some(height) => format!("{kept} ht=\"{height}\""),
        None => kept,
    }
}

fn cell<'v>(
    editor: &Editor<'_, '_, '_>,
    placed: &Placed<'_>,
    cell: &Cell,
    values: &mut impl Iterator<Item = &'v (&'static str, String)>,
    prefix: &str,
    out: &mut String,
) {
    let _ = write!(out, "<{prefix}c r=\"{}{}\"{}", letters(cell.column), placed.number, cell.attributes);
    let mut formula = String::new();
    let (kind, inner) = match &cell.content {
        _ if placed.is_blank => ("", ""),
        Content::Kept(kind, inner) => (kind.as_str(), inner.as_str()),
        Content::Tags(_) => values.next().map_or(("", ""), |(kind, inner)| (kind, inner.as_str())),
        Content::Formula(attributes, range, text) => {
            let references = &mut References {
                sheets: editor.sheets,
                own: editor.own,
                within: &placed.path,
                is_series: false,
            };
            let map = editor.own.and_then(|own| editor.sheets.get(own)).map(|sheet| &sheet.grown.map);
            let _ = write!(formula, "<{prefix}f{attributes}");
            if let Some((span, rows)) =
                range.and_then(|span| Some((span, map?.hull(span.rows(), &placed.path)?)))
            {
                formula.push_str(" ref=\"");
                span.over(rows).write(&mut formula);
                formula.push('"');
            }
            let _ = write!(formula, ">{}</{prefix}f>", escape(&formula::rewrite(text, references)));
            ("", formula.as_str())
        }
    };
    out.push_str(kind);
    if inner.is_empty() {
        out.push_str("/>");
    } else {
        let _ = write!(out, ">{inner}</{prefix}c>");
    }
}
