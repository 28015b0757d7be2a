//! Text for a terminal, with its colours only where they are wanted.

use anstream::stream::{AsLockedWrite, RawStream};
use anstream::{AutoStream, ColorChoice};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal as _, Write as _};

/// Writes text to a terminal or elsewhere; its colours go where they are not wanted (`--color`, `NO_COLOR`, a pipe). To a Windows console the
/// standard library writes UTF-16, whatever its code page is: Cyrillic needs nothing more.
pub fn print(stream: impl RawStream + AsLockedWrite, text: &str, color: ColorChoice) -> io::Result<()> {
    let mut stream = AutoStream::new(stream, color);
    stream.write_all(text.as_bytes())?;
    stream.flush()
}

/// A bar for long work on a terminal; elsewhere it draws nothing.
pub fn progress_bar() -> ProgressBar {
    let bar = ProgressBar::hidden();
    if io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::stderr());
    }
    bar.set_style(
        ProgressStyle::with_template("{bar:40} {pos}/{len}").unwrap_or_else(|_| ProgressStyle::default_bar()),
    );
    bar
}
