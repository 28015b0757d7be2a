//! What a file is, by its bytes: its name is not asked.

use super::refusal::{Foreign, Refusal};

/// A kind of file that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// A zip: a workbook, a document, or neither.
    Zip,
    /// An OLE compound file: .xls, or something with a password.
    Ole,
    /// A stream of BIFF records outside of any container: Excel 2–4 (and 5, rarely).
    Biff,
    /// XML: a workbook of Excel 2003, or a flat OpenDocument.
    Xml,
    /// A web page.
    Html,
    /// Text: csv and its like.
    Text,
}

/// What the bytes are.
///
/// # Errors
/// What they are instead, where they can't be a table.
pub fn recognise(bytes: &[u8]) -> Result<Container, Refusal> {
    let foreign = |foreign| Err(Refusal::Foreign(foreign));
    match bytes {
        [] => Err(Refusal::Empty),
        [b'P', b'K', 3 | 5 | 7, ..] => Ok(Container::Zip),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Ok(Container::Ole),
        [0x09, 0x00 | 0x02 | 0x04 | 0x08, 0x04 | 0x06 | 0x08, 0x00, ..] => Ok(Container::Biff),
        [b'%', b'P', b'D', b'F', ..] => foreign(Foreign::Pdf),
        [b'{', b'\\', b'r', b't', b'f', ..] => foreign(Foreign::Rtf),
        [0x89, b'P', b'N', b'G', ..]
        | [0xFF, 0xD8, 0xFF, ..]
        | [b'G', b'I', b'F', b'8', ..]
        | [b'I', b'I', b'*', 0, ..]
        | [b'M', b'M', 0, b'*', ..] => foreign(Foreign::Picture),
        [b'R', b'a', b'r', b'!', ..] | [b'7', b'z', 0xBC, 0xAF, ..] | [0x1F, 0x8B, ..] => {
            foreign(Foreign::Archive)
        }
        _ => by_text(bytes),
    }
}

fn by_text(bytes: &[u8]) -> Result<Container, Refusal> {
    let head = super::encoding::head(bytes, 4096).to_ascii_lowercase();
    let head = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if head.starts_with("mime-version:") {
        return Err(Refusal::Foreign(Foreign::Mht));
    }
    if head.starts_with("<?xml") || head.starts_with("<workbook") || head.starts_with("<office:document") {
        return Ok(if head.contains("<html") { Container::Html } else { Container::Xml });
    }
    if head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || head.starts_with("<table")
        || (head.starts_with('<') && (head.contains("<html") || head.contains("<table")))
    {
        return Ok(Container::Html);
    }
    // Control characters are in no table that a person typed; a sheet of text has tabs and line ends only.
    let strange = head.chars().filter(|c| c.is_control() && !matches!(c, '\t' | '\r' | '\n')).count();
    if strange > head.chars().count() / 50 {
        return Err(Refusal::Foreign(Foreign::Unknown));
    }
    Ok(Container::Text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let table: [(&[u8], Result<Container, Refusal>); 11] = [
            (b"PK\x03\x04rest", Ok(Container::Zip)),
            (b"\xD0\xCF\x11\xE0\xA1\xB1", Ok(Container::Ole)),
            (b"\x09\x04\x06\x00\x00\x00", Ok(Container::Biff)),
            (b"", Err(Refusal::Empty)),
            (b"%PDF-1.7", Err(Refusal::Foreign(Foreign::Pdf))),
            (b"{\\rtf1", Err(Refusal::Foreign(Foreign::Rtf))),
            (b"MIME-Version: 1.0", Err(Refusal::Foreign(Foreign::Mht))),
            (b"<?xml version=\"1.0\"?><Workbook>", Ok(Container::Xml)),
            (b" <HTML><body><table>", Ok(Container::Html)),
            (b"a;b\r\n1;2", Ok(Container::Text)),
            (b"\x01\x02\x03\x04\x05", Err(Refusal::Foreign(Foreign::Unknown))),
        ];
        for (bytes, expected) in table {
            assert_eq!(recognise(bytes), expected, "{bytes:?}");
        }
    }
}
