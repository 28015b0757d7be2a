//! Draws a ledger on a sheet, from above downwards: title, headings, rows, totals, signature.

use super::column::{self, Column, Content};
use crate::row_height;
use rust_xlsxwriter::{
    ConditionalFormat, DataValidation, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// Who signs for the cluster: post and name.
pub const HEAD: [&str; 2] =
    ["{{реквизиты.подписывает_должность}}", "{{инициалы_фамилия реквизиты.подписывает_фио}}"];
/// Who prepared the paper.
pub const EXECUTOR: [&str; 2] = ["Исполнитель", "{{инициалы_фамилия реквизиты.исполнитель}}"];

const CLUSTER: &str = "{{реквизиты.полное_наименование_кластера}}";

/// A sheet being drawn.
pub struct Page<'w> {
    sheet: &'w mut Worksheet,
    columns: &'static [Column],
    /// The row that comes next, from 0.
    row: u32,
    /// The number of the row that repeats, from 1.
    repeated: u32,
}

impl<'w> Page<'w> {
    /// A sheet of A4 landscape with the margins of the standard, as wide as the page, the number of the page above.
    pub fn start(
        workbook: &'w mut Workbook,
        name: &str,
        columns: &'static [Column],
    ) -> Result<Self, XlsxError> {
        let sheet = workbook.add_worksheet().set_name(name)?;
        for (place, column) in (0..).zip(columns) {
            sheet.set_column_width(place, column.width)?;
        }
        let [top, right, bottom, left] = [20.0, 10.0, 20.0, 20.0].map(|millimetres| millimetres / 25.4);
        sheet
            .set_paper_size(9)
            .set_landscape()
            .set_print_fit_to_pages(1, 0)
            .set_margins(left, right, top, bottom, 0.4, 0.4)
            .set_footer("&R&\"Times New Roman,Regular\"&10Страница &P из &N");
        Ok(Self { sheet, columns, row: 0, repeated: 0 })
    }

    /// The cluster's name, then the lines of the title; the first is the kind of the paper.
    pub fn title(&mut self, lines: &[&str]) -> Result<(), XlsxError> {
        let centred = |size| column::plain(size).set_align(FormatAlign::Center);
        self.line(CLUSTER, 34.0, &centred(12))?;
        for (place, line) in lines.iter().enumerate() {
            let (size, height) = if place == 0 { (14, 22.0) } else { (12, 18.0) };
            self.line(line, height, &centred(size).set_bold())?;
        }
        self.gap();
        Ok(())
    }

    /// The cluster's name, the kind of the paper, and the day of the run as a date in the third row.
    pub fn dated_title(&mut self, kind: &str) -> Result<(), XlsxError> {
        let centred = |size| column::plain(size).set_align(FormatAlign::Center);
        self.line(CLUSTER, 34.0, &centred(12))?;
        self.line(kind, 22.0, &centred(14).set_bold())?;
        self.line("{{сегодня}}", 18.0, &centred(12).set_num_format("\"по состоянию на \"dd.mm.yyyy"))?;
        self.gap();
        Ok(())
    }

    /// The headings, repeated on each page.
    pub fn headings(&mut self) -> Result<(), XlsxError> {
        let mut height = 0.0_f64;
        for (place, column) in (0..).zip(self.columns) {
            let format = column::heading();
            // A word that is longer than its column stands upright.
            let longest = column.heading.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
            let is_upright = longest as f64 > column.width;
            let format = if is_upright { format.set_rotation(90) } else { format };
            self.sheet.write_string_with_format(self.row, place, column.heading, &format)?;
            let own = if is_upright {
                longest as f64 * 7.0
            } else {
                row_height::of(&[(column.heading, column.width)])
            };
            height = height.max(own);
        }
        self.sheet.set_row_height(self.row, height)?;
        self.sheet.set_repeat_rows(self.row, self.row)?;
        self.sheet.set_freeze_panes(self.row + 1, 0)?;
        self.row += 1;
        Ok(())
    }

    /// The row that comes next, from 0.
    pub const fn row(&self) -> u32 {
        self.row
    }

    /// Makes the next row so many points high.
    pub fn tall(&mut self, height: f64) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, height)?;
        Ok(())
    }

    /// A rule of looks for a column of the next row.
    pub fn rule(
        &mut self,
        column: u16,
        rule: &(impl ConditionalFormat + Send + Sync + 'static),
    ) -> Result<(), XlsxError> {
        self.sheet.add_conditional_format(self.row, column, self.row, column, rule)?;
        Ok(())
    }

    /// What may be written into columns of the next row.
    pub fn validation(&mut self, (first, last): (u16, u16), rule: &DataValidation) -> Result<(), XlsxError> {
        self.sheet.add_data_validation(self.row, first, self.row, last, rule)?;
        Ok(())
    }

    /// Buttons to filter by, on the headings right above.
    pub fn filter(&mut self) -> Result<(), XlsxError> {
        self.sheet.autofilter(self.row - 1, 0, self.row, self.columns.len() as u16 - 1)?;
        Ok(())
    }

    /// A row that is repeated for each item of a list.
    pub fn repeated(&mut self, list: &str) -> Result<(), XlsxError> {
        self.repeated = self.row + 1;
        // A formula can hold no tag: the last other cell closes the block.
        let is_formula = |column: &Column| {
            matches!(column.content, Content::Formula(_) | Content::Share(_) | Content::Fraction(_))
        };
        let closing = self.columns.iter().rposition(|column| !is_formula(column)).unwrap_or_default();
        for (place, column) in self.columns.iter().enumerate() {
            let before = if place == 0 { format!("{{{{#каждый {list}}}}}") } else { String::new() };
            let after = if place == closing { "{{/каждый}}" } else { "" };
            let format = column.content.format();
            match column.content {
                Content::Formula(formula) | Content::Share(formula) | Content::Fraction(formula) => {
                    let formula = at_row(formula, self.row + 1);
                    self.sheet.write_formula_with_format(
                        self.row,
                        place as u16,
                        formula.as_str(),
                        &format,
                    )?;
                }
                Content::Text(text)
                | Content::Centred(text)
                | Content::Number(text)
                | Content::Money(text)
                | Content::Date(text) => {
                    let text = format!("{before}{text}{after}");
                    if text.is_empty() {
                        self.sheet.write_blank(self.row, place as u16, &format)?;
                    } else {
                        self.sheet.write_string_with_format(self.row, place as u16, text, &format)?;
                    }
                }
            }
        }
        self.row += 1;
        Ok(())
    }

    /// A row over all columns: the title of a section.
    pub fn section(&mut self, title: &str) -> Result<(), XlsxError> {
        self.line(title, 18.0, &column::section())
    }

    /// A row that only holds tags of blocks: it goes away with them.
    pub fn tags(&mut self, tags: &str) -> Result<(), XlsxError> {
        self.sheet.write(self.row, 0, tags)?;
        self.row += 1;
        Ok(())
    }

    /// The row of totals over the row that repeats.
    pub fn totals(&mut self, word: &str) -> Result<(), XlsxError> {
        for (place, column) in (0..).zip(self.columns) {
            let format = column.content.format().set_bold();
            if column.total.is_empty() {
                self.sheet.write_blank(self.row, place, &format)?;
            } else {
                // A share of the totals is counted in their own row.
                let row =
                    if matches!(column.content, Content::Share(_)) { self.row + 1 } else { self.repeated };
                let formula = at_row(column.total, row);
                self.sheet.write_formula_with_format(self.row, place, formula.as_str(), &format)?;
            }
        }
        self.sheet.write_string_with_format(self.row, 1, word, &column::cell().set_bold())?;
        self.row += 1;
        Ok(())
    }

    /// Rows under the table: what is counted, how many.
    pub fn counts(&mut self, counts: &[(&str, &str)]) -> Result<(), XlsxError> {
        let format = column::plain(11);
        self.gap();
        for (word, formula) in counts {
            self.sheet.write_string_with_format(self.row, 1, *word, &format)?;
            let formula = at_row(formula, self.repeated);
            let number = format.clone().set_align(FormatAlign::Center);
            self.sheet.write_formula_with_format(self.row, 2, formula.as_str(), &number)?;
            self.row += 1;
        }
        Ok(())
    }

    /// Those who sign, one under another: post, room for the hand, name.
    pub fn signature(&mut self, signers: &[[&str; 2]]) -> Result<(), XlsxError> {
        let whole: f64 = self.columns.iter().map(|column| column.width).sum();
        let mut width = 0.0;
        let ends: Vec<f64> = self
            .columns
            .iter()
            .map(|column| {
                width += column.width;
                width / whole
            })
            .collect();
        // The columns whose ends are nearest to these shares of the width.
        let nearest = |share: f64| {
            let far = |end: &f64| ((end - share).abs() * 1e6) as u64;
            ends.iter().enumerate().min_by_key(|(_, end)| far(end)).map_or(0, |(place, _)| place as u16)
        };
        let (post, hand, last) = (nearest(0.45), nearest(0.65).max(nearest(0.45) + 1), ends.len() as u16 - 1);
        self.gap();
        let format = column::plain(12).set_align(FormatAlign::Bottom);
        for [role, name] in signers {
            let line = Format::new().set_border_bottom(FormatBorder::Thin);
            merged(self.sheet, self.row, (0, post), role, &format)?;
            merged(self.sheet, self.row, (post + 1, hand), "", &line)?;
            merged(
                self.sheet,
                self.row,
                (hand + 1, last),
                name,
                &format.clone().set_align(FormatAlign::Right),
            )?;
            self.sheet.set_row_height(self.row, 34)?;
            self.row += 1;
        }
        Ok(())
    }

    /// A line over all columns, so many points high.
    pub fn line(&mut self, text: &str, height: f64, format: &Format) -> Result<(), XlsxError> {
        merged(self.sheet, self.row, (0, self.columns.len() as u16 - 1), text, format)?;
        self.sheet.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }

    fn gap(&mut self) {
        self.row += 1;
    }
}

/// A formula whose row is known.
fn at_row(formula: &str, row: u32) -> String {
    formula.replace("{row}", &row.to_string())
}

fn merged(
    sheet: &mut Worksheet,
    row: u32,
    (first, last): (u16, u16),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    if first == last {
        sheet.write_string_with_format(row, first, text, format)?;
    } else {
        sheet.merge_range(row, first, row, last, text, format)?;
    }
    Ok(())
}
