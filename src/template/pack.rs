//! Our own writer of zip archives: fixed times, unchanged parts copied as they lie, one compressor reused.

use super::package::Part;
use flate2::{Compress, Compression, FlushCompress, Status};
use sha2::{Digest as _, Sha256};

/// 1 January 1980, the first day that an archive can name.
const DATE: u16 = 0x21;
/// Names are in UTF-8.
const UTF8: u16 = 1 << 11;

/// Packs documents one after another; keeps its buffers between them.
#[derive(Debug)]
pub(super) struct Packer {
    compress: Compress,
    deflated: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
    out: Vec<u8>,
    kept: Kept,
}

/// What every archive begins with: how long it is, and the state of its hash.
#[derive(Debug, Default)]
struct Kept {
    out: usize,
    directory: usize,
    count: u16,
    hash: Sha256,
}

impl Packer {
    /// A packer of that level of deflate, 0 to 9.
    pub fn new(level: u32) -> Self {
        Self {
            compress: Compress::new(Compression::new(level.min(9)), false),
            deflated: Vec::new(),
            directory: Vec::new(),
            count: 0,
            out: Vec::new(),
            kept: Kept::default(),
        }
    }

    /// Lets every archive begin with what has been added so far.
    pub fn keep(&mut self) {
        self.kept = Kept {
            out: self.out.len(),
            directory: self.directory.len(),
            count: self.count,
            hash: Sha256::new_with_prefix(&self.out),
        };
    }

    /// Drops all but what is kept, for the next archive.
    pub fn begin(&mut self) {
        self.out.truncate(self.kept.out);
        self.directory.truncate(self.kept.directory);
        self.count = self.kept.count;
    }

    /// Adds a part as it lies in the template.
    pub fn copy(&mut self, part: &Part) {
        let header = header(&part.name, part.method, part.crc, part.packed.len(), part.size as usize);
        self.entry(&part.name, &header);
        self.out.extend_from_slice(&part.packed);
    }

    /// Adds a part afresh.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        self.deflate(bytes);
        let header = header(name, 8, crc32fast::hash(bytes), self.deflated.len(), bytes.len());
        self.entry(name, &header);
        let deflated = std::mem::take(&mut self.deflated);
        self.out.extend_from_slice(&deflated);
        self.deflated = deflated;
    }

    /// Adds a part as it is: pictures are packed already.
    pub fn store(&mut self, name: &str, bytes: &[u8]) {
        let header = header(name, 0, crc32fast::hash(bytes), bytes.len(), bytes.len());
        self.entry(name, &header);
        self.out.extend_from_slice(bytes);
    }

    /// The finished archive, and its SHA-256.
    pub fn finish(&mut self) -> (&[u8], [u8; 32]) {
        let (start, size) = (self.out.len() as u32, self.directory.len() as u32);
        self.out.extend_from_slice(&self.directory);
        self.out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
        self.out.extend_from_slice(&self.count.to_le_bytes());
        self.out.extend_from_slice(&self.count.to_le_bytes());
        self.out.extend_from_slice(&size.to_le_bytes());
        self.out.extend_from_slice(&start.to_le_bytes());
        self.out.extend_from_slice(&[0, 0]);
        let hash = self.kept.hash.clone().chain_update(self.out.get(self.kept.out..).unwrap_or_default());
        (&self.out, hash.finalize().into())
    }

    fn entry(&mut self, name: &str, header: &[u8; 26]) {
        let offset = self.out.len() as u32;
        self.out.extend_from_slice(b"PK\x03\x04");
        self.out.extend_from_slice(header);
        self.out.extend_from_slice(name.as_bytes());
        self.directory.extend_from_slice(b"PK\x01\x02\x14\0");
        self.directory.extend_from_slice(header);
        self.directory.extend_from_slice(&[0; 10]);
        self.directory.extend_from_slice(&offset.to_le_bytes());
        self.directory.extend_from_slice(name.as_bytes());
        self.count += 1;
    }

    fn deflate(&mut self, bytes: &[u8]) {
        self.compress.reset();
        self.deflated.clear();
        // Deflate never grows its input by more than this, so that one call is enough; the loop is for safety.
        self.deflated.reserve(bytes.len() + bytes.len() / 1000 + 64);
        loop {
            let read = self.compress.total_in() as usize;
            let rest = bytes.get(read..).unwrap_or_default();
            match self.compress.compress_vec(rest, &mut self.deflated, FlushCompress::Finish) {
                Ok(Status::StreamEnd) | Err(_) => return,
                Ok(Status::Ok | Status::BufError) => self.deflated.reserve(bytes.len() / 2 + 64),
            }
        }
    }
}

/// What the local header and the directory share, from "version needed" to the length of extra fields.
fn header(name: &str, method: u16, crc: u32, packed: usize, size: usize) -> [u8; 26] {
    let mut header = [0; 26];
    let flags = if name.is_ascii() { 0 } else { UTF8 };
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, &20_u16.to_le_bytes());
    put(2, &flags.to_le_bytes());
    put(4, &method.to_le_bytes());
    put(8, &DATE.to_le_bytes());
    put(10, &crc.to_le_bytes());
    put(14, &(packed as u32).to_le_bytes());
    put(18, &(size as u32).to_le_bytes());
    put(22, &(name.len() as u16).to_le_bytes());
    header
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::package::Package;

    #[test]
    fn what_is_packed_is_read_back_and_twice_the_same() {
        let part = "<a>текст</a>".repeat(1000);
        let mut packer = Packer::new(6);
        let mut make = || {
            packer.begin();
            packer.add("[Content_Types].xml", b"<Types/>");
            packer.add("word/документ.xml", part.as_bytes());
            let (bytes, hash) = packer.finish();
            (bytes.to_vec(), hash)
        };
        let (first, second) = (make(), make());
        assert_eq!(first, second);
        let package = Package::open(&first.0).unwrap();
        let part_of = |name: &str| package.parts.iter().find(|part| part.name == name).unwrap();
        assert_eq!(part_of("word/документ.xml").text().unwrap(), part);
        // What is kept is not hashed again, and the hash is that of the whole all the same.
        packer.begin();
        packer.copy(part_of("[Content_Types].xml"));
        packer.keep();
        for _ in 0..2 {
            packer.begin();
            packer.copy(part_of("word/документ.xml"));
            let (bytes, hash) = packer.finish();
            assert_eq!((bytes, hash), (&first.0[..], first.1));
            assert_eq!(hash, <[u8; 32]>::from(Sha256::digest(bytes)));
        }
    }
}
