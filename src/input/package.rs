//! A zip package of a stranger: its parts are read under caps, to their ends, with their check sums.

use super::refusal::{Foreign, Refusal};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most bytes that one part may have once unpacked.
const MAX_PART: u64 = 300 << 20;
/// The most bytes that all parts which are read may have together.
const MAX_TOTAL: u64 = 500 << 20;
/// Below this no ratio is suspicious.
const RATIO_FREE: u64 = 48 << 20;
/// The most that honest tables shrink: a sheet of equal rows comes to about 60.
const MAX_RATIO: u64 = 200;

/// An open package.
#[derive(Clone)]
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Places of the parts by their names in lower case, with `/`: writers disagree on both.
    names: Arc<HashMap<String, usize>>,
    /// How many bytes the parts may still unpack to, whoever reads them.
    left: Arc<AtomicU64>,
}

impl<'a> Package<'a> {
    /// Opens the zip of `bytes`.
    ///
    /// # Errors
    /// What is wrong with its directory: broken, a name twice, one part inside another.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::damaged("zip"))?;
        if has_tail(bytes) || archive.has_duplicate_names() || archive.has_overlapping_files().unwrap_or(true)
        {
            return Err(Refusal::damaged("zip"));
        }
        let mut names = HashMap::with_capacity(archive.len());
        for at in 0..archive.len() {
            let entry = archive.by_index_data(at).map_err(|_| Refusal::damaged("zip"))?;
            let name = entry.name().map_err(|_| Refusal::damaged("zip"))?;
            let key = name.replace('\\', "/").trim_start_matches('/').to_lowercase();
            if names.insert(key, at).is_some() {
                return Err(Refusal::damaged(name));
            }
        }
        Ok(Self { archive, names: Arc::new(names), left: Arc::new(AtomicU64::new(MAX_TOTAL)) })
    }

    /// Whether there is such a part, whatever the case of its letters.
    pub fn has(&self, name: &str) -> bool {
        self.names.contains_key(&name.to_lowercase())
    }

    /// Hands the part's text to `read` as UTF-8, whatever its own encoding; the part is then read to its end, so that its check sum counts.
    ///
    /// # Errors
    /// [`Refusal::Damaged`] where there is no such part, and what `read` itself refuses.
    pub fn part<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut dyn BufRead) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let damaged = || Refusal::damaged(name);
        let at = *self.names.get(&name.to_lowercase()).ok_or_else(damaged)?;
        let file = self.archive.by_index(at).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Refusal::Password,
            _ => damaged(),
        })?;
        let packed = file.compressed_size();
        let most = MAX_PART
            .min(self.left.load(Ordering::Relaxed))
            .min((packed.saturating_mul(MAX_RATIO)).max(RATIO_FREE));
        let too_big = || Refusal::TooBig { place: name.to_owned() };
        let declared = file.size();
        let take = |left: u64| left.checked_sub(declared);
        if declared > most || self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).is_err() {
            return Err(too_big());
        }
        let mut counted = BufReader::with_capacity(1 << 16, file.take(most + 1));
        let result = decoded(&mut counted, name, read);
        let rest = std::io::copy(&mut counted, &mut std::io::sink());
        let used = most + 1 - counted.get_ref().limit();
        if used > most {
            return Err(too_big());
        }
        match rest {
            Err(error) if error.to_string().to_lowercase().contains("checksum") => {
                return Err(Refusal::Checksum { place: name.to_owned() });
            }
            Err(_) => return Err(damaged()),
            Ok(_) if used != declared => return Err(damaged()),
            Ok(_) => {}
        }
        result
    }
}

/// Whether anything stands behind the zip's own end: what was put there, no reader shows.
fn has_tail(bytes: &[u8]) -> bool {
    let end = bytes.windows(4).rposition(|four| four == b"PK\x05\x06");
    let comment =
        |at: usize| Some(usize::from(u16::from_le_bytes([*bytes.get(at + 20)?, *bytes.get(at + 21)?])));
    end.is_none_or(|at| comment(at).is_none_or(|comment| at + 22 + comment != bytes.len()))
}

/// Almost every part is UTF-8 and is streamed; one in another encoding is decoded whole first.
fn decoded<T>(
    source: &mut impl BufRead,
    name: &str,
    read: impl FnOnce(&mut dyn BufRead) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    let damaged = |_| Refusal::damaged(name);
    let head = source.fill_buf().map_err(damaged)?;
    match super::encoding::of_xml(head) {
        None => read(source),
        Some(encoding) => {
            let mut bytes = Vec::new();
            source.read_to_end(&mut bytes).map_err(damaged)?;
            let (text, _, wrong) = encoding.decode(&bytes);
            if wrong {
                return Err(Refusal::Encoding);
            }
            read(&mut text.as_bytes())
        }
    }
}

/// What a zip is that holds none of the parts of a workbook.
pub fn stranger(package: &Package<'_>) -> Refusal {
    if package.has("[content_types].xml") || package.has("xl/worksheets/sheet1.xml") {
        Refusal::damaged("xl/workbook.xml")
    } else {
        Refusal::Foreign(Foreign::Archive)
    }
}
