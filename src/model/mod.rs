//! The typed whole: tables as they were read, and what they mean.

pub mod schema;
pub mod table;
