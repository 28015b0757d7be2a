//! The `pisar` program.

use pisar::input::child;
use std::process::ExitCode;

fn main() -> ExitCode {
    // The child that reads old workbooks under limits; no help names it.
    if std::env::args_os().nth(1).is_some_and(|argument| argument == child::SUB_COMMAND) {
        let served = child::serve(&mut std::io::stdin(), &mut std::io::stdout());
        return if served.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    ExitCode::SUCCESS
}
