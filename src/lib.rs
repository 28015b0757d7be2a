//! Official Russian papers out of the spreadsheets that a secretary already has.

pub mod analysis;
pub mod calendar;
pub mod catalog;
pub mod cli;
pub mod commands;
pub mod diagnostic;
pub mod input;
pub mod limited_child;
pub mod location;
pub mod model;
pub mod output;
pub mod pipeline;
pub mod register;
pub mod render;
pub mod row_height;
pub mod russian;
pub mod schedule;
pub mod starter;
pub mod template;
pub mod validate;
pub mod value;
pub mod workspace;
