//! A letter of the cluster: letterhead and addressee, subject, salutation, text, signature, executor.

use docx_rs::Paragraph;

use super::page::Page;
use super::signature::{self, Signer};
use super::text::{Placed, gap, requisite};
use super::{executor, letterhead};
use crate::starter::document::{Flow, Section};

/// What a letter is made of.
#[derive(Clone, Debug)]
pub struct Letter<'a> {
    /// The addressee's lines.
    pub addressee: Vec<Paragraph>,
    /// What it is about: «О …».
    pub subject: &'a str,
    /// The salutation, with its exclamation mark.
    pub salutation: &'a str,
    /// Paragraphs and tables of the text.
    pub body: Vec<Flow>,
    /// Who signs.
    pub signer: Signer,
}

impl Letter<'_> {
    /// The letter on its page.
    pub fn section(self) -> Section {
        let page = Page::portrait();
        let mut body = self.body;
        // A signature is not left alone on its page: the last paragraph goes with it.
        if let Some(Flow::Paragraph(last)) = body.last_mut() {
            **last = last.clone().with_next();
        }
        Section::new(page)
            .put(letterhead::corner(page, self.addressee))
            .put(gap(12))
            .put(letterhead::subject(page, self.subject))
            .put(letterhead::salutation(self.salutation))
            .put(gap(12))
            .extend(body)
            .put(requisite("С уважением,").below(12).with_next())
            .put(gap(12).with_next())
            .put(signature::rows_and(page.text_width(), &[self.signer], executor::below(6)))
            .put(gap(1))
    }
}
