//! The built-in papers, one file each.

pub mod invitation;
pub mod minutes;
pub mod plan;
pub mod report;
pub mod thanks;
