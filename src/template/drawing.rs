//! A drawing whose alternative text names a picture: where in its markup the relationship and the size go.

use super::expression::Expr;
use super::program::Step;
use super::xml::{Dom, Id, attributes};
use crate::location::Location;

/// A drawing that a document fills with a picture of its own.
#[derive(Clone, Debug)]
pub(super) struct Drawing {
    pub source: Source,
    /// The file's path, or the code's text.
    pub value: Expr,
    pub at: Location,
    /// The box in the template, in EMU.
    pub frame: (u64, u64),
    /// The drawing's markup; its slots are the picture's.
    pub body: Vec<Step>,
}

/// What the picture is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    File,
    Code,
}

/// A place in a drawing's markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// The id of the relationship to the picture.
    Relation,
    Width,
    Height,
}

/// Splits what a picture's tag computes: its source and the expression of its path or text.
pub(super) fn picture(value: &Expr) -> Option<(Source, &Expr)> {
    let Expr::Call(call) = value else { return None };
    let source = match call.helper.name {
        "картинка" => Source::File,
        "qr" => Source::Code,
        _ => return None,
    };
    Some((source, call.arguments.first()?))
}

/// What a drawing must have to be filled: one picture and a size.
pub(super) fn frame(dom: &Dom, drawing: Id) -> Option<(u64, u64)> {
    let nodes = dom.walk(drawing);
    let local = |id: Id| dom.named(id).map(|(_, name)| name);
    let mut pictures = nodes.iter().filter(|id| local(**id) == Some("blip") && embeds(dom.start_tag(**id)));
    if pictures.next().is_none() || pictures.next().is_some() {
        return None;
    }
    let extent = nodes.iter().find(|id| local(**id) == Some("extent"))?;
    let attributes = attributes(dom.start_tag(*extent));
    let number = |name: &str| {
        let (_, value) = attributes.iter().find(|(found, _)| *found == name)?;
        // No sheet of paper is wider than a hundred metres.
        value.parse::<u64>().ok().filter(|size| (1..=3_600_000_000).contains(size))
    };
    Some((number("cx")?, number("cy")?))
}

fn embeds(tag: &str) -> bool {
    attributes(tag).iter().any(|(name, _)| name.ends_with(":embed"))
}

/// The slots of a start tag within such a drawing, by their places in it.
pub(super) fn slots(local: &str, parent: Option<&str>, tag: &str) -> Vec<(std::ops::Range<usize>, Slot)> {
    let sizes = [("cx", Slot::Width), ("cy", Slot::Height)];
    let wanted = |name: &str| match local {
        "extent" => sizes.iter().find(|(size, _)| *size == name).map(|(_, slot)| *slot),
        "ext" if parent == Some("xfrm") => {
            sizes.iter().find(|(size, _)| *size == name).map(|(_, slot)| *slot)
        }
        "blip" if name.ends_with(":embed") => Some(Slot::Relation),
        _ => None,
    };
    let found = attributes(tag).into_iter().filter_map(|(name, value)| {
        let start = value.as_ptr() as usize - tag.as_ptr() as usize;
        Some((start..start + value.len(), wanted(name)?))
    });
    found.collect()
}

/// What belongs to the picture that is replaced and to no other: its crop, its copy as SVG.
pub(super) fn is_of_old_picture(local: &str, parent: Option<&str>) -> bool {
    local == "srcRect" || local == "extLst" && parent == Some("blip")
}
