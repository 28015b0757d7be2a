//! What reports count: progress by period, late days, plan and fact; how two series go together.

pub mod correlation;
mod mark;
mod progress;

pub use mark::Mark;
pub use progress::{Indicator, Line, Progress, Totals, due_by, progress};
