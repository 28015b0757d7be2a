//! Where a value or a finding stands: a file, a sheet, a cell, or a paragraph of a template.

use std::fmt;
use std::sync::Arc;

/// A cell's place on its sheet; both counts start at 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CellRef {
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0 (A).
    pub column: u32,
}

impl CellRef {
    /// The cell at `row` and `column`, both from 0.
    pub const fn new(row: u32, column: u32) -> Self {
        Self { row, column }
    }
}

impl fmt::Display for CellRef {
    /// A1 notation: `B7`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut column, mut letters) = (self.column + 1, Vec::with_capacity(3));
        while column > 0 {
            column -= 1;
            letters.push(char::from(b'A' + (column % 26) as u8));
            column /= 26;
        }
        letters.iter().rev().try_for_each(|letter| write!(f, "{letter}"))?;
        write!(f, "{}", self.row + 1)
    }
}

/// A sheet of a file of the workspace.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sheet {
    /// The file's path relative to the workspace, with `/`.
    pub file: Arc<str>,
    /// The sheet's name as the file has it.
    pub sheet: Arc<str>,
}

/// A paragraph of a Word template.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Paragraph {
    /// The template's file name.
    pub template: Arc<str>,
    /// The part of the package: `word/document.xml`.
    pub part: Arc<str>,
    /// The paragraph's number in its part, from 1; 0 where none applies.
    pub number: u32,
    /// The paragraph's own text, shortened.
    pub text: Arc<str>,
}

/// A place that a person can go to. Small, for every value of every sheet has one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Location {
    /// A whole file.
    File(Arc<str>),
    /// A whole sheet.
    Sheet(Arc<Sheet>),
    /// One cell.
    Cell(Arc<Sheet>, CellRef),
    /// A paragraph of a Word template.
    Template(Arc<Paragraph>),
    /// An entry of the catalog, by its id.
    Catalog(Arc<str>),
}

impl Location {
    /// The file that the place is in.
    pub fn file(&self) -> &str {
        match self {
            Self::File(file) => file,
            Self::Sheet(sheet) | Self::Cell(sheet, _) => &sheet.file,
            Self::Template(at) => &at.template,
            Self::Catalog(_) => "catalog.toml",
        }
    }
}

impl fmt::Display for Location {
    /// `input/plan.xlsx › План › D7`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(file) => f.write_str(file),
            Self::Sheet(at) => write!(f, "{} › {}", at.file, at.sheet),
            Self::Cell(at, cell) => write!(f, "{} › {} › {cell}", at.file, at.sheet),
            Self::Template(at) if at.number == 0 => write!(f, "{} › {}", at.template, at.part),
            Self::Template(at) => write!(f, "{} › {} › ¶ {} «{}»", at.template, at.part, at.number, at.text),
            Self::Catalog(id) => write!(f, "catalog.toml › {id}"),
        }
    }
}

/// A value that remembers where it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// What was read.
    pub value: T,
    /// Where it stands.
    pub at: Location,
}

impl<T> Located<T> {
    /// `value`, read at `at`.
    pub const fn new(value: T, at: Location) -> Self {
        Self { value, at }
    }

    /// The same place with another reading of what stands there.
    pub fn map<U>(self, read: impl FnOnce(T) -> U) -> Located<U> {
        Located { value: read(self.value), at: self.at }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_in_excel() {
        for (row, column, name) in
            [(0, 0, "A1"), (6, 25, "Z7"), (9, 26, "AA10"), (1_048_575, 16_383, "XFD1048576")]
        {
            assert_eq!(CellRef::new(row, column).to_string(), name);
        }
    }
}
