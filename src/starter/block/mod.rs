//! The blocks that papers are put together from, one file each.

pub mod addressee;
pub mod annex;
pub mod approval;
pub mod executor;
pub mod facts;
pub mod letter;
pub mod letterhead;
pub mod order;
pub mod page;
pub mod register;
pub mod ruled;
pub mod signature;
pub mod table;
pub mod text;
pub mod title;
