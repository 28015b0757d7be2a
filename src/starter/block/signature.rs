//! The signature row (requisite 22): post at the left, room for the hand, initials and surname at the right, on one level with
//! the post's last line. It never stands alone on a page.

use docx_rs::{Paragraph, Table, TableRow};

use super::table::{at_the_bottom, cell, layout, tall_row, whole_row, wide_cell};
use super::text::{Placed, requisite};

/// Widths of the columns of post and name, millimetres; what is left between them is for the hand, 30 at least.
pub const POST: u32 = 70;
/// The same of the name.
pub const NAME: u32 = 70;

/// One who signs.
#[derive(Clone, Copy, Debug)]
pub struct Signer {
    /// The post or the role, with its tags.
    pub post: &'static str,
    /// Initials and surname, with their tags.
    pub name: &'static str,
}

/// Who signs for the cluster.
pub const HEAD: Signer = Signer {
    post: "{{реквизиты.подписывает_должность}}",
    name: "{{инициалы_фамилия реквизиты.подписывает_фио}}",
};

/// Who prepared the paper.
pub const EXECUTOR: Signer = Signer {
    post: "Исполнитель",
    name: "{{инициалы_фамилия реквизиты.исполнитель}}",
};

/// The rows of those who sign, one under another, in a text so many millimetres wide. Put a [`lead`] before it.
pub fn rows(width: u32, signers: &[Signer]) -> Table {
    layout(&widths(width), signed(width, signers))
}

/// The same with what stands under the signatures: a date, who prepared the paper. One table, for rows are kept together everywhere.
pub fn rows_and(width: u32, signers: &[Signer], under: impl IntoIterator<Item = Paragraph>) -> Table {
    let widths = widths(width);
    let last = whole_row(vec![wide_cell(&widths, under)]);
    layout(&widths, signed(width, signers).into_iter().chain([last]).collect())
}

fn widths(width: u32) -> [u32; 3] {
    // The name's column holds the first half of the longest double surname.
    // The narrow sheet of an award leaves the post less, so that the line for the hand keeps its length.
    let post = if width < 170 { POST - 20 } else { POST };
    [post, width - post - NAME, NAME]
}

fn signed(width: u32, signers: &[Signer]) -> Vec<TableRow> {
    let rows = signers.iter().enumerate();
    rows.map(|(index, signer)| row(&widths(width), signer, if index == 0 { 0 } else { 14 })).collect()
}

/// A row that is kept with what stands behind it: another signature, the date, who prepared the paper.
fn row(widths: &[u32; 3], signer: &Signer, height: u32) -> TableRow {
    let kept = |paragraph: Paragraph| paragraph.with_next();
    let [post, hand, name] = *widths;
    let cells = vec![
        at_the_bottom(cell(post, [kept(requisite(signer.post))])),
        at_the_bottom(cell(hand, [kept(requisite("____________")).centred()])),
        at_the_bottom(cell(name, [kept(requisite(signer.name)).to_right()])),
    ];
    if height == 0 { whole_row(cells) } else { tall_row(height, cells) }
}

/// Two blank lines above a signature, kept with it.
pub fn lead() -> Paragraph {
    requisite("").below(14).with_next()
}
