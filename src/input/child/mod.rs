//! Old workbooks (.xls) are read by a child process of our own program, under limits of time and memory.
//!
//! Their reader, calamine's, panics and asks for gigabytes on damaged files (CRATES.md of the project's notes has the figures). A child may
//! die of that; the parent says so and reads on. The child gets the file on standard input and answers on standard output; it is started
//! as `pisar read-workbook`, which no help names.

mod marks;
mod serve;
mod wire;

pub use serve::serve;

use super::grid::Grid;
use super::refusal::Refusal;
use crate::limited_child;
use std::io::{Read, Write};
use std::path::Path;
use std::process::Child;
use std::thread;
use std::time::{Duration, Instant};
use wire::Reply;

/// The hidden sub-command under which the program serves as a child.
pub const SUB_COMMAND: &str = "read-workbook";
/// The longest that a child may take.
const TIME: Duration = Duration::from_secs(20);
/// The most memory of its own that a child may ask for, in kilobytes.
const MEMORY_KB: u32 = 1_200_000;
/// The longest answer that is listened to.
const MAX_ANSWER: u64 = 400 << 20;

/// The sheets of an old workbook.
///
/// # Errors
/// What the child refuses; [`Refusal::TimedOut`] and [`Refusal::Crashed`] where it gives no answer.
pub(super) fn read(bytes: &[u8], program: &Path) -> Result<Vec<Grid>, Refusal> {
    let mut command = limited_child::command(program, SUB_COMMAND, MEMORY_KB);
    let mut child = command.spawn().map_err(|error| Refusal::Io(error.to_string()))?;
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(Refusal::Crashed);
    };
    let answer = thread::scope(|scope| {
        scope.spawn(move || {
            // A child that dies early closes its end: its answer, or the lack of one, says what happened.
            let _ = input.write_all(bytes);
        });
        let answer = scope.spawn(move || {
            let mut answer = Vec::new();
            output.take(MAX_ANSWER).read_to_end(&mut answer).map(|_| answer)
        });
        let is_in_time = wait(&mut child);
        match (is_in_time, answer.join()) {
            (false, _) => Err(Refusal::TimedOut),
            (true, Ok(Ok(answer))) => Ok(answer),
            (true, _) => Err(Refusal::Crashed),
        }
    })?;
    match serde_json::from_slice(&answer) {
        Ok(Reply::Grids(grids)) => Ok(grids.into_iter().map(Grid::from).collect()),
        Ok(Reply::Password) => Err(Refusal::Password),
        Ok(Reply::Encoding) => Err(Refusal::Encoding),
        Ok(Reply::Damaged(place)) => Err(Refusal::Damaged { place }),
        Err(_) => Err(Refusal::Crashed),
    }
}

/// Waits until the child ends; kills it when its time is over. Whether it ended by itself.
fn wait(child: &mut Child) -> bool {
    let deadline = Instant::now() + TIME;
    let mut pause = Duration::from_millis(1);
    loop {
        match child.try_wait() {
            Ok(Some(_)) => return true,
            Ok(None) if Instant::now() < deadline => thread::sleep(pause),
            _ => {
                let _ = child.kill();
                let _ = child.wait();
                return false;
            }
        }
        pause = (pause * 2).min(Duration::from_millis(50));
    }
}
