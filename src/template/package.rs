//! A Word or Excel file as a package: its parts in order, still compressed, read under limits.

use super::refusal::Refusal;
use crate::diagnostic::{Code, Finding};
use flate2::read::DeflateDecoder;
use std::io::{Cursor, Read};
use zip::{CompressionMethod, ZipArchive};

/// More parts than any office file has.
const MAX_PARTS: usize = 10_000;
/// One part, unpacked, in bytes.
const MAX_PART: u64 = 128 << 20;
/// All parts together, unpacked, in bytes.
const MAX_TOTAL: u64 = 512 << 20;

/// One part as it lies in the archive.
#[derive(Debug)]
pub(super) struct Part {
    /// The name: `word/document.xml`.
    pub name: String,
    /// 0 stored, 8 deflated.
    pub method: u16,
    /// Of the unpacked bytes.
    pub crc: u32,
    /// Unpacked, in bytes.
    pub size: u32,
    /// As they lie in the archive.
    pub packed: Vec<u8>,
}

/// All parts, `[Content_Types].xml` first, then in the order of the archive.
#[derive(Debug)]
pub(super) struct Package {
    pub parts: Vec<Part>,
}

impl Package {
    /// Reads the archive.
    ///
    /// # Errors
    /// What makes the file unreadable or unsafe as an archive.
    pub fn open(bytes: &[u8]) -> Result<Self, Refusal> {
        if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            return Err(Refusal::Locked);
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::NotAPackage)?;
        if archive.len() > MAX_PARTS {
            return Err(Refusal::TooLarge);
        }
        let (mut parts, mut total) = (Vec::with_capacity(archive.len()), 0_u64);
        for index in 0..archive.len() {
            let mut entry = archive.by_index_raw(index).map_err(|_| Refusal::NotAPackage)?;
            let name = entry.name().map_err(|_| Refusal::NotAPackage)?.into_owned();
            if name.ends_with('/') {
                continue;
            }
            if entry.encrypted() {
                return Err(Refusal::Locked);
            }
            if name.contains('\\')
                || name.starts_with('/')
                || name.split('/').any(|step| step == ".." || step.is_empty())
            {
                return Err(Refusal::PartName(name));
            }
            if parts.iter().any(|part: &Part| part.name.eq_ignore_ascii_case(&name)) {
                return Err(Refusal::PartName(name));
            }
            let method = match entry.compression() {
                CompressionMethod::Stored => 0,
                CompressionMethod::Deflated => 8,
                _ => return Err(Refusal::NotAPackage),
            };
            total += entry.size();
            if entry.size() > MAX_PART || total > MAX_TOTAL {
                return Err(Refusal::TooLarge);
            }
            let (crc, size) = (entry.crc32(), entry.size() as u32);
            let mut packed = Vec::new();
            entry.read_to_end(&mut packed).map_err(|_| Refusal::NotAPackage)?;
            parts.push(Part { name, method, crc, size, packed });
        }
        let types =
            parts.iter().position(|part| part.name == "[Content_Types].xml").ok_or(Refusal::NotAPackage)?;
        let types = parts.remove(types);
        parts.insert(0, types);
        Ok(Self { parts })
    }
}

impl Part {
    /// The part's bytes, checked against its checksum.
    ///
    /// # Errors
    /// Where the bytes are damaged or more than the archive promises.
    pub fn unpack(&self) -> Result<Vec<u8>, Refusal> {
        let mut bytes = Vec::with_capacity((self.size as usize).min(1 << 20));
        if self.method == 0 {
            bytes.extend_from_slice(&self.packed);
        } else {
            DeflateDecoder::new(&self.packed[..])
                .take(u64::from(self.size) + 1)
                .read_to_end(&mut bytes)
                .map_err(|_| Refusal::Damaged(self.name.clone()))?;
        }
        if bytes.len() != self.size as usize || crc32fast::hash(&bytes) != self.crc {
            return Err(Refusal::Damaged(self.name.clone()));
        }
        Ok(bytes)
    }

    /// The part as XML text in UTF-8, without a byte order mark.
    ///
    /// # Errors
    /// As [`Part::unpack`], and where the text is in no Unicode encoding.
    pub fn text(&self) -> Result<String, Refusal> {
        let bytes = self.unpack()?;
        let damaged = || Refusal::Damaged(self.name.clone());
        match bytes.as_slice() {
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
                let (text, _, broken) = encoding_rs::UTF_8.decode(&bytes);
                // The declaration would still say UTF-16.
                let text = text.replacen("UTF-16", "UTF-8", 1).replacen("utf-16", "UTF-8", 1);
                if broken { Err(damaged()) } else { Ok(text) }
            }
            [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).map_err(|_| damaged()),
            _ => String::from_utf8(bytes).map_err(|_| damaged()),
        }
    }
}

/// The finding that says why a template is refused.
pub(super) fn refuse(template: &str, refusal: &Refusal) -> Finding {
    let finding = Finding::new(Code::TemplateRefused, crate::location::Location::File(template.into()));
    finding.with("reason", refusal.name()).with("what", refusal.what())
}
