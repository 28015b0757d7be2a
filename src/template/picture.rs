//! Pictures that documents take from files: found within one folder, told by their signature, measured.

use sha2::{Digest as _, Sha256};
use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The largest file taken, in bytes: a paper with several such pictures can still be sent by mail.
const MAX_BYTES: u64 = 8 << 20;
/// The most dots of a side: more is no photograph but an attack on who opens the paper.
const MAX_SIDE: u32 = 20_000;
/// What a renderer keeps of pictures that it has read, in bytes: signatures and logos stand in every document.
const MAX_KEPT: usize = 32 << 20;

/// How deep folders of pictures are looked into.
const MAX_DEPTH: usize = 8;

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Picture {
    pub bytes: Arc<[u8]>,
    pub format: Format,
    /// In dots.
    pub width: u32,
    pub height: u32,
}

/// The formats that every office program shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Png,
    Jpeg,
}

/// Why a picture cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unusable {
    /// No such file.
    Missing,
    /// The path leads out of the folder.
    Outside,
    /// More bytes or dots than a paper can bear.
    Large,
    /// Neither PNG nor JPEG, whatever its name says.
    Format,
}

impl Unusable {
    /// The name that the message chooses by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Outside => "outside",
            Self::Large => "large",
            Self::Format => "format",
        }
    }
}

impl Format {
    /// The end of a file's name.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
        }
    }
}

impl Picture {
    /// Reads a picture's format and size off its first bytes.
    ///
    /// # Errors
    /// Where it is neither a PNG nor a JPEG, or has too many dots.
    pub fn read(bytes: &Arc<[u8]>) -> Result<Self, Unusable> {
        let (format, (width, height)) = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            (Format::Png, png_size(bytes).ok_or(Unusable::Format)?)
        } else {
            (Format::Jpeg, jpeg_size(bytes).ok_or(Unusable::Format)?)
        };
        match (width, height) {
            (0, _) | (_, 0) => Err(Unusable::Format),
            (MAX_SIDE.., _) | (_, MAX_SIDE..) => Err(Unusable::Large),
            _ => Ok(Self { bytes: Arc::clone(bytes), format, width, height }),
        }
    }

    /// The size that fits into a box and keeps the proportions, in the box's unit.
    pub fn fitted(&self, (width, height): (u64, u64)) -> (u64, u64) {
        let (own_width, own_height) = (u64::from(self.width), u64::from(self.height));
        if own_width * height > own_height * width {
            (width, (width * own_height / own_width).max(1))
        } else {
            ((height * own_width / own_height).max(1), height)
        }
    }
}

fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.get(12..24)?;
    let number = |at: usize| Some(u32::from_be_bytes(header.get(at..at + 4)?.try_into().ok()?));
    (header.get(..4)? == b"IHDR").then_some(())?;
    Some((number(4)?, number(8)?))
}

/// The size in the first frame header (ITU T.81, B.2.2).
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let (marker, after) = match rest {
            [0xff, 0xff, ..] => {
                rest = rest.get(1..)?;
                continue;
            }
            [0xff, marker, after @ ..] => (*marker, after),
            _ => return None,
        };
        match marker {
            // Frames of every kind; C4, C8 and CC are tables.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                let number =
                    |at: usize| Some(u32::from(u16::from_be_bytes(after.get(at..at + 2)?.try_into().ok()?)));
                return Some((number(5)?, number(3)?));
            }
            0x01 | 0xd0..=0xd8 => rest = after,
            0xd9 | 0xda => return None,
            _ => {
                let length = u16::from_be_bytes(after.get(..2)?.try_into().ok()?);
                rest = after.get(usize::from(length)..)?;
            }
        }
    }
}

/// The folder that pictures are taken from, and those read lately.
#[derive(Clone, Debug, Default)]
pub(super) struct Pictures {
    folder: Option<Arc<Path>>,
    kept: HashMap<String, Picture>,
    kept_bytes: usize,
}

impl Pictures {
    /// Pictures of that folder; without one there are none.
    pub fn new(folder: Option<Arc<Path>>) -> Self {
        Self { folder, ..Self::default() }
    }

    /// The picture at a path within the folder, as a cell has it: with `/` or `\`.
    ///
    /// # Errors
    /// Where it is not there, not within the folder, too large or no picture.
    pub fn get(&mut self, path: &str) -> Result<Picture, Unusable> {
        if let Some(picture) = self.kept.get(path) {
            return Ok(picture.clone());
        }
        let bytes: Arc<[u8]> = std::fs::read(self.find(path)?).map_err(|_| Unusable::Missing)?.into();
        let picture = Picture::read(&bytes)?;
        if self.kept_bytes + bytes.len() <= MAX_KEPT {
            self.kept_bytes += bytes.len();
            self.kept.insert(path.to_owned(), picture.clone());
        }
        Ok(picture)
    }

    /// A digest of every picture in the folder: documents that show pictures change with them.
    pub fn digest(&self) -> [u8; 32] {
        let mut digest = Sha256::new();
        let mut found = Vec::new();
        if let Some(folder) = &self.folder {
            pictures_within(folder, MAX_DEPTH, &mut found);
        }
        found.sort();
        for path in found {
            let Ok(bytes) = std::fs::read(&path) else { continue };
            digest.update(
                path.strip_prefix(self.folder.as_deref().unwrap_or(&path))
                    .unwrap_or(&path)
                    .as_os_str()
                    .as_encoded_bytes(),
            );
            digest.update((bytes.len() as u64).to_le_bytes());
            digest.update(&bytes);
        }
        digest.finalize().into()
    }

    fn find(&self, path: &str) -> Result<PathBuf, Unusable> {
        let folder = self.folder.as_deref().ok_or(Unusable::Missing)?;
        let relative = PathBuf::from(path.trim().replace('\\', "/"));
        let is_within =
            relative.components().all(|step| matches!(step, Component::Normal(_) | Component::CurDir));
        if !is_within || path.contains(':') {
            return Err(Unusable::Outside);
        }
        let folder = folder.canonicalize().map_err(|_| Unusable::Missing)?;
        // A link may lead out of the folder as well as a path.
        let found = folder.join(relative).canonicalize().map_err(|_| Unusable::Missing)?;
        if !found.starts_with(&folder) {
            return Err(Unusable::Outside);
        }
        let about = found.metadata().map_err(|_| Unusable::Missing)?;
        match about {
            about if !about.is_file() => Err(Unusable::Missing),
            about if about.len() > MAX_BYTES => Err(Unusable::Large),
            _ => Ok(found),
        }
    }
}

/// The files under a folder that could be taken.
fn pictures_within(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, Ok(kind)) = (entry.path(), entry.file_type()) else { continue };
        let end = path.extension().map(|end| end.to_string_lossy().to_lowercase());
        if kind.is_dir() && depth > 0 {
            pictures_within(&path, depth - 1, found);
        } else if kind.is_file() && matches!(end.as_deref(), Some("png" | "jpg" | "jpeg")) {
            found.extend(entry.metadata().is_ok_and(|about| about.len() <= MAX_BYTES).then_some(path));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<(Format, u32, u32), Unusable> {
        Picture::read(&bytes.into()).map(|picture| (picture.format, picture.width, picture.height))
    }

    #[test]
    fn formats_are_told_by_their_bytes() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x40\0\0\0\x20\x08\0\0\0\0";
        assert_eq!(read(png), Ok((Format::Png, 64, 32)));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xc2\0\x0b\x08\0\x20\0\x40\x01";
        assert_eq!(read(jpeg), Ok((Format::Jpeg, 64, 32)));
        assert_eq!(read(b"GIF89a"), Err(Unusable::Format));
        assert_eq!(read(b"\x89PNG\r\n\x1a\n"), Err(Unusable::Format));
        assert_eq!(read(b"\xff\xd8\xff\xc0"), Err(Unusable::Format));
        let vast = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\x01\0\0\0\0\0\x20\x08\0\0\0\0";
        assert_eq!(read(vast), Err(Unusable::Large));
    }

    #[test]
    fn a_picture_fits_into_its_box_and_keeps_its_proportions() {
        let picture = |width, height| Picture { bytes: Arc::from([]), format: Format::Png, width, height };
        assert_eq!(picture(200, 100).fitted((1000, 1000)), (1000, 500));
        assert_eq!(picture(100, 200).fitted((1000, 1000)), (500, 1000));
        assert_eq!(picture(1, 20_000).fitted((100, 100)), (1, 100));
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("input");
        std::fs::create_dir_all(inside.join("фото")).unwrap();
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x40\0\0\0\x20\x08\0\0\0\0";
        fs_err::write(folder.path().join("a.png"), png).unwrap();
        fs_err::write(inside.join("фото/b.png"), png).unwrap();
        let mut pictures = Pictures::new(Some(inside.as_path().into()));
        assert_eq!(pictures.get("фото\\b.png").map(|picture| picture.width), Ok(64));
        let absolute = folder.path().join("a.png").display().to_string();
        for path in ["../a.png", "фото/../../a.png", "C:\\a.png", &absolute] {
            assert_eq!(pictures.get(path), Err(Unusable::Outside), "{path}");
        }
        assert_eq!(pictures.get("нет.png"), Err(Unusable::Missing));
        assert_eq!(pictures.get("фото"), Err(Unusable::Missing));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(folder.path().join("a.png"), inside.join("link.png")).unwrap();
            assert_eq!(pictures.get("link.png"), Err(Unusable::Outside));
        }
        assert_eq!(Pictures::default().get("фото/b.png"), Err(Unusable::Missing));
    }
}
