//! The approval stamp, upper right on the first sheet (requisite 16): a block at the right margin, as wide as the edition of the
//! standard allows.

use docx_rs::Table;

use super::page::Page;
use super::signature::Signer;
use super::table::{cell, layout, whole_row};
use super::text::{Placed, requisite, tag};
use crate::starter::document::Flow;

/// The longest line of the stamp, millimetres: ГОСТ Р 7.0.97-2016 and the edition of 2025.
const WIDTH_2016: u32 = 75;
const WIDTH_2025: u32 = 80;

/// The stamp of who approves for the cluster.
pub fn stamp(page: Page) -> Vec<Flow> {
    stamp_of(
        page,
        Signer {
            post: "{{реквизиты.утверждает_должность}}",
            name: "{{инициалы_фамилия реквизиты.утверждает_фио}}",
        },
    )
}

/// «УТВЕРЖДАЮ», the post, room for a signature and a date by hand; the workspace's `gost` chooses the width.
pub fn stamp_of(page: Page, approver: Signer) -> Vec<Flow> {
    vec![
        tag("{{#если (равно гост \"2016\")}}").into(),
        block(page, approver, WIDTH_2016).into(),
        tag("{{иначе}}").into(),
        block(page, approver, WIDTH_2025).into(),
        tag("{{/если}}").into(),
    ]
}

fn block(page: Page, approver: Signer, width: u32) -> Table {
    let left = page.text_width() - width;
    let lines = [
        requisite("УТВЕРЖДАЮ"),
        requisite(approver.post).below(6),
        requisite(&format!("_______________ {}", approver.name)).below(23),
        requisite("«____» _______________ 20___ г.").below(6),
    ];
    layout(&[left, width], vec![whole_row(vec![cell(left, [requisite("")]), cell(width, lines)])])
}
