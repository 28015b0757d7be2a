//! Posts and titles of persons: «Заместителю директора по учебной работе».
//!
//! The rules: the head noun and the words that agree with it decline (Русская грамматика 1980);
//! both parts of an apposition with a hyphen or a dash do («инженеру-технологу»; Розенталь, § 196, п. 4), the first part does not where it is a prefix of
//! its own («вице-», «шеф-»; Лопатин); abbreviations, «и.о.», «врио», numbers and names in quotes stay.

use super::phrase::{Domain, Reader};
use super::{Case, Gender, Inflected};

/// A post in this case, in the letter case of the text: «Директор» → «Директору».
/// Latin look-alikes are mended; what the dictionary and the endings leave open is doubtful.
pub fn decline(text: &str, case: Case) -> Inflected {
    Reader::read(text, Domain::Post).decline(case)
}

/// A post in all cases, in the order of [`Case::ALL`]; the text is taken apart once.
pub fn decline_all(text: &str) -> [Inflected; 6] {
    let analysis = Reader::read(text, Domain::Post);
    Case::ALL.map(|case| analysis.decline(case))
}

/// The gender that the post's own form shows: «Заведующая» and «швея» are a woman's; «директор» says nothing.
pub fn gender(text: &str) -> Option<Gender> {
    Reader::read(text, Domain::Post).gender
}
