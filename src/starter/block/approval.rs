//! The approval stamp, upper right on the first sheet (requisite 16): a block 80 mm wide at the right margin.

use docx_rs::Table;

use super::page::Page;
use super::signature::Signer;
use super::table::{cell, layout, whole_row};
use super::text::{Placed, requisite};

/// The longest line of the stamp, millimetres (ГОСТ Р 7.0.97-2025; 75 in the edition of 2016).
const WIDTH: u32 = 80;

/// The stamp of who approves for the cluster.
pub fn stamp(page: Page) -> Table {
    stamp_of(
        page,
        Signer {
            post: "{{реквизиты.утверждает_должность}}",
            name: "{{инициалы_фамилия реквизиты.утверждает_фио}}",
        },
    )
}

/// «УТВЕРЖДАЮ», the post, room for a signature and a date by hand.
pub fn stamp_of(page: Page, approver: Signer) -> Table {
    let left = page.text_width() - WIDTH;
    let block = [
        requisite("УТВЕРЖДАЮ"),
        requisite(approver.post).below(6),
        requisite(&format!("_______________ {}", approver.name)).below(23),
        requisite("«____» _______________ 20___ г.").below(6),
    ];
    layout(&[left, WIDTH], vec![whole_row(vec![cell(left, [requisite("")]), cell(WIDTH, block)])])
}
