//! The typed whole of a workspace.

pub mod deadline;
