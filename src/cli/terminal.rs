//! Text for a terminal, with its colours only where they are wanted.

use anstream::stream::{AsLockedWrite, RawStream};
use anstream::{AutoStream, ColorChoice};
use std::io::{self, Write as _};

/// Writes text to a terminal or elsewhere; its colours go where they are not wanted (`--color`, `NO_COLOR`, a pipe). To a Windows console the
/// standard library writes UTF-16, whatever its code page is: Cyrillic needs nothing more.
pub fn print(stream: impl RawStream + AsLockedWrite, text: &str, color: ColorChoice) -> io::Result<()> {
    let mut stream = AutoStream::new(stream, color);
    stream.write_all(text.as_bytes())?;
    stream.flush()
}
