//! The child's side of the built-in engine: a document in, its PDF out, until the input ends.

use super::fonts;
use std::io::{ErrorKind, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The longest document or answer that is listened to, in bytes.
pub(super) const LONGEST: u32 = 1 << 30;
/// The first byte of an answer that is a PDF.
pub(super) const DONE: u8 = 0;
/// The first byte of an answer that says why there is none.
pub(super) const REFUSED: u8 = 1;

/// Converts documents, each with its length before it, one after another.
///
/// # Errors
/// Of the two streams only; why a document cannot be converted is an answer.
pub fn serve(input: &mut impl Read, output: &mut impl Write) -> std::io::Result<()> {
    loop {
        let mut length = [0; 4];
        match input.read_exact(&mut length) {
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(()),
            other => other?,
        }
        let mut document = Vec::new();
        input.by_ref().take(u32::from_le_bytes(length).into()).read_to_end(&mut document)?;
        let (status, bytes) = match convert(&document) {
            Ok(pdf) => (DONE, pdf),
            Err(reason) => (REFUSED, reason.into_bytes()),
        };
        output.write_all(&[status])?;
        output.write_all(&(bytes.len() as u32).to_le_bytes())?;
        output.write_all(&bytes)?;
        output.flush()?;
    }
}

/// The one place that knows the converter.
fn convert(document: &[u8]) -> Result<Vec<u8>, String> {
    let document = fonts::embedded(document).map_err(|error| error.to_string())?;
    let converted =
        catch_unwind(AssertUnwindSafe(|| docxide_pdf::convert_docx_bytes_to_pdf_bytes(&document)));
    converted.map_err(|_| "panic".to_owned())?.map_err(|error| error.to_string())
}
