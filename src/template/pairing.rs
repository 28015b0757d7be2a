//! Which block tags belong together, in a part of a document or in a line alike; what is unpaired, crossed or nested too deep.

use super::heal::Spot;
use super::tag::{Tag, Word};
use crate::diagnostic::{Code, Finding};
use crate::location::Location;

/// Nobody nests blocks deeper; what does is an attack.
const MAX_DEPTH: usize = 64;

/// A block that is still open.
struct Open {
    tags: Vec<usize>,
    /// None where the opening could not be read.
    word: Option<Word>,
    at: Location,
    /// Whether its `иначе` has come.
    is_divided: bool,
}

/// The blocks among tags in their order: each the places of its tags, the opening first, the closing last.
pub(super) fn pair<'s>(tags: impl Iterator<Item = &'s Spot>, findings: &mut Vec<Finding>) -> Vec<Vec<usize>> {
    let (mut open, mut done): (Vec<Open>, Vec<Vec<usize>>) = (Vec::new(), Vec::new());
    for (place, Spot { tag, at }) in tags.enumerate() {
        let stray = |word: &str| Finding::new(Code::TemplateBlockStray, at.clone()).with("block", word);
        match tag {
            Tag::Open(_) if open.len() == MAX_DEPTH => {
                findings.push(Finding::new(Code::TemplateBlockDeep, at.clone()).with("most", MAX_DEPTH));
                return done;
            }
            Tag::Open(opening) => {
                let word = Some(opening.word);
                open.push(Open { tags: vec![place], word, at: at.clone(), is_divided: false });
            }
            Tag::Unread { closes: false } => {
                open.push(Open { tags: vec![place], word: None, at: at.clone(), is_divided: false });
            }
            Tag::Unread { closes: true } => {
                open.pop();
            }
            Tag::Else | Tag::ElseIf(_) => match open.last_mut() {
                Some(block) if !block.is_divided => {
                    block.is_divided = matches!(tag, Tag::Else);
                    block.tags.push(place);
                }
                _ => findings.push(stray("иначе")),
            },
            Tag::Close(word, written) => match open.pop() {
                None => findings.push(stray(&format!("/{written}"))),
                Some(mut block) => match (block.word, word) {
                    (Some(opened), Some(word)) if opened != *word => {
                        let crossed = Finding::new(Code::TemplateBlockCrossed, at.clone());
                        findings.push(
                            crossed
                                .with("opened", opened.russian())
                                .with("closed", written)
                                .with("place", &block.at),
                        );
                    }
                    (Some(_), _) => {
                        block.tags.push(place);
                        done.push(block.tags);
                    }
                    (None, _) => {}
                },
            },
            Tag::Print(_) | Tag::Comment => {}
        }
    }
    for block in open {
        if let Some(word) = block.word {
            findings.push(Finding::new(Code::TemplateBlockUnclosed, block.at).with("block", word.russian()));
        }
    }
    done
}
