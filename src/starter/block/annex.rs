//! An annex: on a new sheet, its label at the upper right, its title in the middle.

use docx_rs::Paragraph;

use super::page::Page;
use super::table::{cell, layout, whole_row};
use super::text::{gap, requisite};
use super::title;
use crate::starter::document::Flow;

/// The width of the label, millimetres.
const WIDTH: u32 = 80;

/// The start of an annex: lines of its label («Приложение № 1», «к приказу от …») and of its title.
pub fn start(page: Page, label: &[&str], lines: &[&str]) -> Vec<Flow> {
    let left = page.text_width() - WIDTH;
    let label: Vec<Paragraph> = label.iter().map(|line| requisite(line)).collect();
    let row = whole_row(vec![cell(left, [requisite("")]), cell(WIDTH, label)]);
    let mut flows: Vec<Flow> = vec![
        // Of no height: engines differ on what an empty line before a new page takes of it.
        gap(1).page_break_before(true).into(),
        layout(&[left, WIDTH], vec![row]).into(),
        gap(10).into(),
    ];
    flows.extend(lines.iter().map(|line| Flow::from(title::line(line))));
    flows.push(gap(12).into());
    flows
}
