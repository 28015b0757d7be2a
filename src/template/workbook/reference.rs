//! References to cells as workbooks write them: `$B$5`, `C5:C24`, `5:7`. Rows and columns count from 1.

use std::fmt::Write as _;

/// The last row of a sheet.
pub(super) const LAST_ROW: u32 = 1_048_576;
/// The last column of a sheet.
const LAST_COLUMN: u32 = 16_384;

/// One corner of a reference; column 0 where whole rows are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Corner {
    pub column: u32,
    pub is_column_fixed: bool,
    pub row: u32,
    pub is_row_fixed: bool,
}

/// A cell, or all from one corner to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub first: Corner,
    pub last: Option<Corner>,
}

impl Corner {
    /// Reads `$B$5`, or `$5` where a row is meant.
    pub fn read(text: &str) -> Option<Self> {
        let (is_column_fixed, rest) = dollar(text);
        let letters = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
        let column = column(&rest[..letters])?;
        let (is_row_fixed, digits) =
            if letters == 0 { (is_column_fixed, rest) } else { dollar(&rest[letters..]) };
        let is_number = !digits.is_empty() && digits.len() <= 7 && digits.bytes().all(|b| b.is_ascii_digit());
        let row = digits.parse().ok().filter(|row| is_number && (1..=LAST_ROW).contains(row))?;
        Some(Self { column, is_column_fixed: is_column_fixed && letters > 0, row, is_row_fixed })
    }

    /// The same corner in another row.
    pub const fn at(mut self, row: u32) -> Self {
        self.row = row;
        self
    }

    /// What it becomes where its formula is copied so many rows and columns on; `None` beyond the sheet.
    pub fn moved(mut self, rows: i64, columns: i64) -> Option<Self> {
        if !self.is_row_fixed {
            self.row =
                u32::try_from(i64::from(self.row) + rows).ok().filter(|row| (1..=LAST_ROW).contains(row))?;
        }
        if !self.is_column_fixed && self.column > 0 {
            let column = u32::try_from(i64::from(self.column) + columns).ok();
            self.column = column.filter(|column| (1..=LAST_COLUMN).contains(column))?;
        }
        Some(self)
    }

    /// Writes it as it is read.
    pub fn write(self, out: &mut String) {
        if self.column > 0 {
            if self.is_column_fixed {
                out.push('$');
            }
            out.push_str(&letters(self.column));
        }
        if self.is_row_fixed {
            out.push('$');
        }
        let _ = write!(out, "{}", self.row);
    }
}

impl Span {
    /// Reads `A1`, `A1:B2`, `1:3`.
    pub fn read(text: &str) -> Option<Self> {
        match text.split_once(':') {
            Some((first, last)) => {
                Some(Self { first: Corner::read(first)?, last: Some(Corner::read(last)?) })
            }
            None => Some(Self { first: Corner::read(text)?, last: None }),
        }
    }

    /// The rows that it covers, upper first.
    pub fn rows(self) -> (u32, u32) {
        let last = self.last.unwrap_or(self.first).row;
        (self.first.row.min(last), self.first.row.max(last))
    }

    /// The same columns in other rows.
    pub fn over(self, (top, bottom): (u32, u32)) -> Self {
        match self.last {
            None if top == bottom => Self { first: self.first.at(top), last: None },
            None => Self { first: self.first.at(top), last: Some(self.first.at(bottom)) },
            Some(last) => Self { first: self.first.at(top), last: Some(last.at(bottom)) },
        }
    }

    /// As it is read.
    pub fn text(self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    /// Writes it as it is read.
    pub fn write(self, out: &mut String) {
        self.first.write(out);
        if let Some(last) = self.last {
            out.push(':');
            last.write(out);
        }
    }
}

fn dollar(text: &str) -> (bool, &str) {
    text.strip_prefix('$').map_or((false, text), |rest| (true, rest))
}

/// The number of a column by its letters; 0 for none.
pub(super) fn column(letters: &str) -> Option<u32> {
    if letters.len() > 3 {
        return None;
    }
    let number = letters
        .bytes()
        .fold(0, |number, letter| number * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    (number <= LAST_COLUMN).then_some(number)
}

/// The letters of a column by its number from 1.
pub(super) fn letters(mut column: u32) -> String {
    let mut letters = String::new();
    while column > 0 {
        column -= 1;
        letters.insert(0, char::from(b'A' + (column % 26) as u8));
        column /= 26;
    }
    letters
}
