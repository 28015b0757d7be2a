//! A QR code as a one-bit PNG, the same bytes each time: level M, four modules of quiet zone (ISO/IEC 18004).

use super::picture::{Format, Picture};
use flate2::{Compress, Compression, FlushCompress};
use qrcode::{Color, EcLevel, QrCode};
use std::sync::Arc;

/// Modules of white around the code.
const QUIET: usize = 4;
/// Dots a module's side: enough for sharp edges in print.
const SCALE: usize = 8;

/// The picture of a text; `None` where the text is longer than a code holds.
pub(super) fn picture(text: &str) -> Option<Picture> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let modules = code.width();
    let side = (modules + 2 * QUIET) * SCALE;
    let colors = code.to_colors();
    // A row of white: a set bit is white; what is over in the last byte too.
    let white = vec![0xff_u8; side.div_ceil(8)];
    let mut rows = Vec::with_capacity(side * (white.len() + 1));
    for line in 0..side {
        rows.push(0);
        let start = rows.len();
        rows.extend_from_slice(&white);
        let Some(row) = (line / SCALE).checked_sub(QUIET).filter(|row| *row < modules) else { continue };
        for column in 0..modules {
            if colors.get(row * modules + column) != Some(&Color::Dark) {
                continue;
            }
            for dot in (column + QUIET) * SCALE..(column + QUIET + 1) * SCALE {
                if let Some(byte) = rows.get_mut(start + dot / 8) {
                    *byte &= !(0x80 >> (dot % 8));
                }
            }
        }
    }
    let bytes: Arc<[u8]> = png(side as u32, &rows)?.into();
    Some(Picture { bytes, format: Format::Png, width: side as u32, height: side as u32 })
}

/// A square PNG of one bit a dot out of its filtered rows.
fn png(side: u32, rows: &[u8]) -> Option<Vec<u8>> {
    let mut packed = Vec::with_capacity(rows.len() / 2 + 64);
    Compress::new(Compression::new(9), true)
        .compress_vec(rows, &mut packed, FlushCompress::Finish)
        .ok()
        .filter(|status| *status == flate2::Status::StreamEnd)?;
    let mut header = [side.to_be_bytes(), side.to_be_bytes()].concat();
    // One bit, shades of grey, the only compression, the only filters, not interlaced.
    header.extend_from_slice(&[1, 0, 0, 0, 0]);
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, data) in [(b"IHDR", header.as_slice()), (b"IDAT", &packed), (b"IEND", &[])] {
        out.extend_from_slice(&(data.len() as u32).to_be_bytes());
        let start = out.len();
        out.extend_from_slice(name);
        out.extend_from_slice(data);
        let sum = crc32fast::hash(out.get(start..).unwrap_or_default());
        out.extend_from_slice(&sum.to_be_bytes());
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_a_square_with_a_quiet_zone_and_twice_the_same() {
        let one = picture("https://spo.mosreg.ru/?n=12").unwrap();
        // Version 3 has 29 modules.
        assert_eq!((one.width, one.height), ((29 + 8) * 8, (29 + 8) * 8));
        assert_eq!(one.bytes, picture("https://spo.mosreg.ru/?n=12").unwrap().bytes);
        assert_eq!(Picture::read(&one.bytes), Ok(one));
        assert_eq!(picture(&"я".repeat(3000)), None);
    }
}
