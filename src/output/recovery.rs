//! Recovery: the next start finishes what an interrupted run meant.

use super::error::PublishError;
use super::finish::finish;
use crate::register::Register;
use std::path::Path;

/// Finishes the intents that the register still holds; returns how many documents that made public.
pub(super) fn finish_interrupted(register: &mut Register, output: &Path) -> Result<usize, PublishError> {
    if register.intents().is_empty() {
        return Ok(0);
    }
    finish(register, output, Vec::new(), false)
}
