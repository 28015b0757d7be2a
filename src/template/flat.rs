//! Tags in text that is no tree: lines of the catalog, attributes, properties; and blocks out of their parts.

use super::expression::Expr;
use super::heal::{Spot, read_tags};
use super::pairing::pair;
use super::program::{Mode, Step};
use super::tag::{Opening, Tag, Word};
use super::xml::decode;
use crate::diagnostic::Finding;
use crate::location::Location;

/// Compiles plain text with tags: a file name, a condition.
pub(super) fn line(text: &str, at: &Location, findings: &mut Vec<Finding>, mode: &Mode) -> Vec<Step> {
    let (mut spots, mut flat, mut end) = (Vec::new(), Vec::new(), 0);
    for (range, spot) in read_tags(text, at, &mut spots, findings) {
        flat.push(Flat::Text(text[end..range.start].to_owned()));
        flat.push(Flat::Tag(spot));
        end = range.end;
    }
    flat.push(Flat::Text(text[end..].to_owned()));
    nested(&flat, &spots, findings, mode)
}

/// Nests a flat run of text and tags as its blocks are; nothing where they are not paired.
pub(super) fn nested(flat: &[Flat], spots: &[Spot], findings: &mut Vec<Finding>, mode: &Mode) -> Vec<Step> {
    let tags = flat.iter().filter_map(|one| match one {
        Flat::Tag(spot) => spots.get(*spot),
        Flat::Text(_) => None,
    });
    let before = findings.len();
    pair(tags, findings);
    if findings.len() > before {
        return Vec::new();
    }
    nest(flat, &mut 0, spots, mode).0
}

/// Compiles markup in which tags stand as they are: attributes, properties.
pub(super) fn raw(source: &str, at: &Location, findings: &mut Vec<Finding>, steps: &mut Vec<Step>) {
    // Quotes in attributes are entities: they are resolved within a tag and nowhere else.
    let mut text = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(open) = rest.find("{{") {
        let close = rest[open..].find("}}").map_or(rest.len(), |close| open + close + 2);
        text.push_str(&rest[..open]);
        text.push_str(&decode(&rest[open..close]));
        rest = &rest[close..];
    }
    text.push_str(rest);
    push_all(steps, line(&text, at, findings, &Mode::Plain));
}

/// Text and tags one after another.
pub(super) enum Flat {
    Text(String),
    Tag(usize),
}

/// What ended a part of a block.
enum End {
    Else,
    ElseIf(Expr),
    /// The closing tag, or the end of the text.
    Close,
}

/// Nests a flat run of paired tags.
fn nest(flat: &[Flat], at: &mut usize, spots: &[Spot], mode: &Mode) -> (Vec<Step>, End) {
    let mut steps = Vec::new();
    while let Some(one) = flat.get(*at) {
        *at += 1;
        let spot = match one {
            Flat::Text(text) => {
                push_static(&mut steps, text);
                continue;
            }
            Flat::Tag(spot) => &spots[*spot],
        };
        match &spot.tag {
            Tag::Print(value) => {
                steps.push(Step::Print { value: value.clone(), mode: mode.clone(), at: spot.at.clone() });
            }
            Tag::Comment | Tag::Unread { .. } => {}
            Tag::Open(opening) => {
                let (mut parts, mut condition) = (Vec::new(), None);
                loop {
                    let (inner, end) = nest(flat, at, spots, mode);
                    parts.push((condition.take(), inner));
                    match end {
                        End::Else => {}
                        End::ElseIf(next) => condition = Some(next),
                        End::Close => break,
                    }
                }
                steps.push(block(opening, parts, mode, spot.at.clone()));
            }
            Tag::Else => return (steps, End::Else),
            Tag::ElseIf(condition) => return (steps, End::ElseIf(condition.clone())),
            Tag::Close(..) => return (steps, End::Close),
        }
    }
    (steps, End::Close)
}

/// Adds static markup; one piece with what is static before it.
pub(super) fn push_static(steps: &mut Vec<Step>, text: &str) {
    if text.is_empty() {
        return;
    }
    match steps.last_mut() {
        Some(Step::Static(before)) => before.push_str(text),
        _ => steps.push(Step::Static(text.to_owned())),
    }
}

/// Adds steps, static ones joined.
pub(super) fn push_all(steps: &mut Vec<Step>, more: Vec<Step>) {
    for step in more {
        match step {
            Step::Static(text) => push_static(steps, &text),
            step => steps.push(step),
        }
    }
}

/// A part of a block: what `иначе если` asks, and the steps.
pub(super) type Branch = (Option<Expr>, Vec<Step>);

/// A block out of its parts: the first is the opening's, the others those of `иначе`.
pub(super) fn block(opening: &Opening, parts: Vec<Branch>, mode: &Mode, at: Location) -> Step {
    let mut parts = parts.into_iter();
    let body = parts.next().map(|(_, steps)| steps).unwrap_or_default();
    let (mut branches, mut otherwise) = (Vec::new(), Vec::new());
    for (condition, steps) in parts {
        match condition {
            Some(condition) => branches.push((condition, steps)),
            None => otherwise = steps,
        }
    }
    // `иначе если` of a loop or of `если_нет` is a question within what is otherwise done.
    if opening.word != Word::If && !branches.is_empty() {
        otherwise = vec![Step::If { branches: std::mem::take(&mut branches), otherwise, at: at.clone() }];
    }
    match opening.word {
        Word::If => {
            branches.insert(0, (opening.subject.clone(), body));
            Step::If { branches, otherwise, at }
        }
        // `если_нет x` is `если x` the other way round.
        Word::Unless => {
            Step::If { branches: vec![(opening.subject.clone(), otherwise)], otherwise: body, at }
        }
        Word::Each | Word::Groups | Word::With => {
            Step::Each { opening: Box::new(opening.clone()), body, otherwise, mode: mode.clone(), at }
        }
    }
}
