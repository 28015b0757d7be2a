//! The Word engine, from the outside: what goes in as a .docx and values, what comes out as a .docx or findings.
#![expect(clippy::unwrap_used, reason = "a test fails loudly")]

mod corpus;
mod document;
mod lint;
mod loops;
mod pictures;
mod places;
mod random;
mod rich;
mod rows;
mod safety;
mod tags;
mod validator;
