//! Reading back from the journal's workbook when and under which number papers were signed.

use super::Register;
use super::journal::{RECORD, SIGNED_DATE, SIGNED_NUMBER};
use super::record::Signature;
use crate::diagnostic::{Code, Finding};
use crate::location::{CellRef, Location, Sheet};
use chrono::NaiveDate;
use std::sync::Arc;

/// The signatures in the rows of the journal's sheet, headings first, every cell as text; dates as 15.03.2023 or ISO.
///
/// A row whose record or date cannot be read is a finding with its cell; the others count.
pub fn signatures(
    register: &Register,
    sheet: &Arc<Sheet>,
    rows: &[Vec<String>],
) -> (Vec<(i64, Signature)>, Vec<Finding>) {
    let (mut signatures, mut findings) = (Vec::new(), Vec::new());
    let headings = rows.iter().position(|row| row.iter().any(|cell| cell.trim() == RECORD));
    let Some((place, heading)) = headings.and_then(|place| Some((place, rows.get(place)?))) else {
        let finding =
            Finding::new(Code::JournalUnread, Location::Sheet(Arc::clone(sheet))).with("value", RECORD);
        return (signatures, vec![finding]);
    };
    let column = |name: &str| heading.iter().position(|cell| cell.trim() == name);
    let columns = (column(RECORD), column(SIGNED_DATE), column(SIGNED_NUMBER));
    for (number, row) in rows.iter().enumerate().skip(place + 1) {
        let cell =
            |column: Option<usize>| column.and_then(|column| row.get(column)).map_or("", |cell| cell.trim());
        let (record, date, signed) = (cell(columns.0), cell(columns.1), cell(columns.2));
        if date.is_empty() && signed.is_empty() {
            continue;
        }
        let mut unread = |column: Option<usize>, value: &str| {
            let at = CellRef::new(number as u32, column.unwrap_or(0) as u32);
            findings.push(
                Finding::new(Code::JournalUnread, Location::Cell(Arc::clone(sheet), at)).with("value", value),
            );
        };
        let Some(id) = record.parse().ok().filter(|id| register.by_id(*id).is_ok()) else {
            unread(columns.0, record);
            continue;
        };
        let read =
            NaiveDate::parse_from_str(date, "%d.%m.%Y").or_else(|_| date.get(..10).unwrap_or(date).parse());
        match read {
            Err(_) if !date.is_empty() => unread(columns.1, date),
            read => signatures.push((
                id,
                Signature {
                    date: read.ok(),
                    number: Some(signed.to_owned()).filter(|text| !text.is_empty()),
                },
            )),
        }
    }
    (signatures, findings)
}
