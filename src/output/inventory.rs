//! `Опись.xlsx`: every current document with its recipient, number, date and a link to its file.

use super::error::PublishError;
use crate::register::{Claim, Hash, INVENTORY, INVENTORY_KIND, Record, SafePath, State, hash};
use crate::row_height;
use chrono::{Datelike as _, NaiveDate};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Url, Workbook, XlsxError,
};
use std::path::Path;

/// Up to this many files have links of the workbook's own; each costs 2 KB of memory, so the rest have formulas.
const MAX_LINKS: usize = 5_000;
/// Letters that Excel allows in a formula's text.
const MAX_ARGUMENT: usize = 255;

/// The list's rows, sorted by kind and path.
pub(super) struct Listing<'a> {
    rows: Vec<&'a Record>,
    input: Hash,
}

impl<'a> Listing<'a> {
    /// The list of the issued documents among `records`.
    pub(super) fn of(records: impl Iterator<Item = &'a Record>) -> Self {
        let is_listed = |record: &&Record| {
            record.state == State::Issued && record.kind != INVENTORY_KIND && !record.is_companion()
        };
        let mut rows: Vec<_> = records.filter(is_listed).collect();
        rows.sort_by(|a, b| (&a.title, &a.path).cmp(&(&b.title, &b.path)));
        let mut text = format!("{}\n", env!("CARGO_PKG_VERSION"));
        for row in &rows {
            let number = row.number.as_ref().map_or("", |number| &number.text);
            for field in [&row.title, &row.recipient, number, &row.date.to_string(), &row.path] {
                text.push_str(field);
                text.push('\0');
            }
        }
        Self { rows, input: hash(text.as_bytes()) }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The list as a document of the register.
    pub(super) const fn claim<'c>(&self, path: &'c SafePath, today: NaiveDate) -> Claim<'c> {
        Claim {
            kind: INVENTORY_KIND,
            key: "",
            title: "Опись документов",
            recipient: INVENTORY,
            date: today,
            series: None,
            path,
            input: self.input,
            template: [0; 32],
        }
    }

    /// The workbook's bytes: the same rows, the same bytes. Rows wait in `scratch`, not in memory.
    pub(super) fn bytes(&self, scratch: &Path) -> Result<Vec<u8>, PublishError> {
        self.workbook(scratch).map_err(|error| match error {
            XlsxError::IoError(error) => PublishError::io(scratch, &error),
            error => PublishError::Failed { path: Path::new(INVENTORY).into(), reason: error.to_string() },
        })
    }

    fn workbook(&self, scratch: &Path) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
        workbook.set_properties(
            &DocProperties::new().set_title("Опись документов").set_creation_datetime(&created),
        );
        let plain = Format::new().set_font_name("Times New Roman").set_font_size(11);
        let heading = plain
            .clone()
            .set_bold()
            .set_border(FormatBorder::Thin)
            .set_text_wrap()
            .set_align(FormatAlign::Center);
        let cell = plain.clone().set_border(FormatBorder::Thin).set_align(FormatAlign::Top).set_text_wrap();
        let date = plain
            .clone()
            .set_align(FormatAlign::Center)
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::Top)
            .set_num_format("dd.mm.yyyy");
        workbook.set_tempdir(scratch)?;
        let sheet = workbook.add_worksheet_with_constant_memory()?;
        sheet.set_name("Опись")?;
        let one_line = row_height::of(&[]);
        sheet.set_default_row_height(one_line);
        let headings = [
            ("№ п/п", 7.0),
            ("Вид документа", 30.0),
            ("Кому, о чём", 34.0),
            ("Номер", 13.0),
            ("Дата", 12.0),
            ("Файл", 50.0),
        ];
        let [_, kind, recipient, _, _, file] = headings.map(|(_, width)| width * row_height::TIMES);
        for (column, (text, width)) in (0..).zip(headings) {
            sheet.write_with_format(0, column, text, &heading)?;
            sheet.set_column_width(column, width)?;
        }
        for (place, record) in self.rows.iter().enumerate() {
            let row = place as u32 + 1;
            sheet.write_with_format(row, 0, row, &cell)?;
            let texts: [(&str, f64); 3] =
                [(&record.title, kind), (&record.recipient, recipient), (&record.path, file)];
            // Each height that is set costs memory: one line is the default.
            let height = row_height::of(&texts);
            if height > one_line {
                sheet.set_row_height(row, height)?;
            }
            sheet.write_string_with_format(row, 1, &record.title, &cell)?;
            sheet.write_string_with_format(row, 2, &record.recipient, &cell)?;
            sheet.write_string_with_format(
                row,
                3,
                record.number.as_ref().map_or("", |number| &number.text),
                &cell,
            )?;
            let day = ExcelDateTime::from_ymd(
                record.date.year() as u16,
                record.date.month() as u8,
                record.date.day() as u8,
            )?;
            sheet.write_with_format(row, 4, &day, &date)?;
            if place < MAX_LINKS || record.path.chars().count() > MAX_ARGUMENT {
                let link = format!("file:///{}", record.path);
                sheet.write_url_with_format(row, 5, Url::new(link).set_text(&record.path), &cell)?;
            } else {
                let formula = format!("=HYPERLINK(\"{0}\",\"{0}\")", record.path);
                sheet.write_formula_with_format(
                    row,
                    5,
                    Formula::new(formula).set_result(&record.path),
                    &cell,
                )?;
            }
        }
        // rust_xlsxwriter 0.102 writes the last row twice where it has a height of its own: the last one has none.
        sheet.write_blank(self.rows.len() as u32 + 1, 0, &plain)?;
        sheet.set_freeze_panes(1, 0)?;
        sheet.autofilter(0, 0, self.rows.len() as u32, 5)?;
        sheet.set_landscape();
        sheet.set_paper_size(9);
        sheet.set_repeat_rows(0, 0)?;
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_margins(0.8, 0.4, 0.6, 0.6, 0.3, 0.3);
        sheet.set_footer("&R&\"Times New Roman,Regular\"&9Страница &P из &N");
        workbook.save_to_buffer()
    }
}
