//! Starting our own program again as a child under a limit of memory: what may die of a damaged file dies there.

use std::path::Path;
use std::process::{Command, Stdio};

/// The command that runs a hidden sub-command of `program`, which is this program itself, with at most so many kilobytes of memory of its
/// own (on Unix); it is spoken to by standard input and output, and its errors are not heard.
pub fn command(program: &Path, sub_command: &str, memory_kb: u32) -> Command {
    let mut command = if cfg!(unix) {
        // The shell sets the limit: Rust could only by unsafe code.
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(format!("ulimit -v {memory_kb}; exec \"$0\" {sub_command}")).arg(program);
        shell
    } else {
        let mut own = Command::new(program);
        own.arg(sub_command);
        own
    };
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}
