//! The built-in papers, one file each.

pub mod agenda;
pub mod approval_sheet;
pub mod attendance;
pub mod consent;
pub mod envelope;
pub mod invitation;
pub mod labels;
pub mod meeting_notice;
pub mod minutes;
pub mod own;
pub mod plan;
pub mod proof;
pub mod regulation;
pub mod report;
pub mod thanks;
pub mod year_calendar;
