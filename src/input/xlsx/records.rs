//! Records of binary workbooks (.xlsb): numbered pieces of bytes, and the values in them (MS-XLSB, 2.1.4 and 2.5).

use super::super::grid::MAX_TEXT;
use super::super::refusal::Refusal;
use std::io::BufRead;

/// The records of one part.
pub struct Records<'a> {
    source: &'a mut dyn BufRead,
    body: Vec<u8>,
    place: &'a str,
}

impl<'a> Records<'a> {
    /// The records of `source`.
    pub fn new(source: &'a mut dyn BufRead, place: &'a str) -> Self {
        Self { source, body: Vec::new(), place }
    }

    /// The next record: its number and its bytes; `None` at the end.
    pub fn next(&mut self) -> Result<Option<(u16, Record<'_>)>, Refusal> {
        let Some(first) = self.byte()? else { return Ok(None) };
        let number = if first & 0x80 == 0 {
            u16::from(first)
        } else {
            u16::from(first & 0x7F) | u16::from(self.sure()?) << 7
        };
        let mut size = 0_usize;
        for shift in [0, 7, 14, 21] {
            let byte = self.sure()?;
            size |= usize::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                break;
            }
        }
        if size > MAX_TEXT * 2 + 64 {
            return Err(Refusal::TooBig { place: self.place.to_owned() });
        }
        self.body.resize(size, 0);
        self.source.read_exact(&mut self.body).map_err(|_| Refusal::damaged(self.place))?;
        Ok(Some((number, Record { rest: &self.body, place: self.place })))
    }

    fn byte(&mut self) -> Result<Option<u8>, Refusal> {
        let mut byte = [0];
        let read = self.source.read(&mut byte).map_err(|_| Refusal::damaged(self.place))?;
        Ok((read == 1).then_some(byte[0]))
    }

    fn sure(&mut self) -> Result<u8, Refusal> {
        self.byte()?.ok_or_else(|| Refusal::damaged(self.place))
    }
}

/// The bytes of a record, read from the front; damage where they are too few.
#[derive(Clone)]
pub struct Record<'a> {
    rest: &'a [u8],
    place: &'a str,
}

impl Record<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], Refusal> {
        let (taken, rest) = self.rest.split_first_chunk::<N>().ok_or_else(|| Refusal::damaged(self.place))?;
        self.rest = rest;
        Ok(*taken)
    }

    /// Passes over so many bytes.
    pub fn skip(&mut self, count: usize) -> Result<(), Refusal> {
        self.rest = self.rest.get(count..).ok_or_else(|| Refusal::damaged(self.place))?;
        Ok(())
    }

    /// One byte.
    pub fn u8(&mut self) -> Result<u8, Refusal> {
        Ok(self.take::<1>()?[0])
    }

    /// Two bytes.
    pub fn u16(&mut self) -> Result<u16, Refusal> {
        self.take().map(u16::from_le_bytes)
    }

    /// Three bytes.
    pub fn u24(&mut self) -> Result<u32, Refusal> {
        self.take::<3>().map(|[a, b, c]| u32::from_le_bytes([a, b, c, 0]))
    }

    /// Four bytes.
    pub fn u32(&mut self) -> Result<u32, Refusal> {
        self.take().map(u32::from_le_bytes)
    }

    /// Eight bytes.
    pub fn f64(&mut self) -> Result<f64, Refusal> {
        self.take().map(f64::from_le_bytes)
    }

    /// A number in four bytes: the front of a double, or thirty bits of a whole one; either may be a hundred times the number.
    pub fn rk(&mut self) -> Result<f64, Refusal> {
        let bits = self.u32()?;
        let number = if bits & 2 == 0 {
            f64::from_bits(u64::from(bits & !3) << 32)
        } else {
            f64::from(i32::from_le_bytes(bits.to_le_bytes()) >> 2)
        };
        Ok(if bits & 1 == 0 { number } else { number / 100.0 })
    }

    /// A text; `None` where none is meant.
    pub fn text(&mut self) -> Result<Option<String>, Refusal> {
        let count = self.u32()?;
        if count == u32::MAX {
            return Ok(None);
        }
        let bytes = (count as usize).checked_mul(2).and_then(|count| self.rest.split_at_checked(count));
        let (bytes, rest) = bytes.ok_or_else(|| Refusal::damaged(self.place))?;
        self.rest = rest;
        let units: Vec<u16> = bytes.as_chunks::<2>().0.iter().copied().map(u16::from_le_bytes).collect();
        String::from_utf16(&units).map(Some).map_err(|_| Refusal::damaged(self.place))
    }
}
