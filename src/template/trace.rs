//! What a document prints of names, posts and organisations, and in which form: what a proof sheet shows.

use crate::russian::Case;
use crate::value::{Kind, Leaf};
use std::cell::RefCell;

/// A form that a document prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// A case, of the whole or of surname and initials.
    Case(Case),
    /// The salutation.
    Salutation,
}

/// One name, post, organisation or phrase as a document prints it.
#[derive(Clone, Debug, PartialEq)]
pub struct Use {
    /// What is printed, in the nominative, with its cell.
    pub leaf: Leaf,
    /// In which form.
    pub form: Form,
}

/// Where the uses of one document are noted.
#[derive(Debug, Default)]
pub(super) struct Trace(RefCell<Vec<Use>>);

impl Trace {
    /// Notes a use.
    pub fn note(&self, leaf: &Leaf, form: Form) {
        self.0.borrow_mut().push(Use { leaf: leaf.clone(), form });
    }

    /// Notes what is printed as it stands, where it is a name, a post or an organisation.
    pub fn note_as_it_stands(&self, leaf: &Leaf) {
        if matches!(leaf.kind, Kind::Person | Kind::Post | Kind::Organisation) {
            self.note(leaf, Form::Case(Case::Nominative));
        }
    }

    /// All that was noted.
    pub fn into_uses(self) -> Vec<Use> {
        self.0.into_inner()
    }
}
