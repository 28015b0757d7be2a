//! Papers described in a few lines of text each: what stands in them, block after block, without a builder of their own.
//!
//! A line that begins with `!` names a block; lines set in by two spaces under it are its rows; any other line is a paragraph:
//!
//! ```text
//! !document Протокол жюри               its title among the properties
//! !page portrait | permanent | landscape | continued | award      a section on pages of that set-up
//! !stamp                                «УТВЕРЖДАЮ», for the cluster
//! !letterhead адресат                   corner letterhead, addressed to a head of «Организации»; `!letterhead-person эксперт` to a person
//! !kind ПРОТОКОЛ                        the kind of the document, spread
//! !line жюри чемпионата                 a centred bold line of the title
//! !date-number Left | Right · !place · !subject О чём · !salutation {{обращение x}} · !regards · !acquainted
//! !facts                                rows «label | value»
//! !table                                rows «width | heading | content», `^` before the heading: in the middle
//! !rows {{#каждый xs}}                  the table's body: one row a tag, `!blank COUNT HEIGHT` empty ones; `=` rows span all columns
//! !room COUNT label                     ruled lines to write on
//! !annex label / label | title / title  a new sheet with its label and its title
//! !order О чём · !keyword ПРИКАЗЫВАЮ:   the head of an order
//! !item 1. | text                       a hanging item; `!labels` rows «label | value» without indent
//! !centre SIZE text · !bold SIZE text · !big SIZE text     centred lines of an award
//! !sign [post | name]                   a signature; without a post, who signs for the cluster
//! !gap POINTS · !executor · !heading Keyword · !plain Requisite without indent
//! ```

mod build;
mod read;

use super::document::Document;

/// The paper that the description builds; what it cannot read stands in it as text, so that whoever looks at the page sees it.
pub fn document(description: &'static str) -> Document {
    build::document(&read::blocks(description))
}
