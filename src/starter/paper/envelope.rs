//! Envelopes: one a page, the sender at the upper left, the addressee at the lower right, the index last (Почта России, ISO 11180).

use docx_rs::{HeightRule, Paragraph, Run, TableRow};

use crate::starter::block::page::{Exact, Page};
use crate::starter::block::table::{at_the_bottom, cell, layout};
use crate::starter::block::text::{self, Placed, sized, style, where_there_is};
use crate::starter::document::{Document, Section};
use crate::starter::measure::{half_points, mm};

/// From the edges to what is printed, millimetres: no nearer is read by machines.
const EDGE: u32 = 15;
/// The width of the addressee's lines.
const RECIPIENT: u32 = 90;

/// DL, 220 × 110 mm: a sheet of A4 folded twice.
pub fn dl() -> Document {
    build([220, 110])
}

/// C5, 229 × 162 mm: a sheet of A4 folded once.
pub fn c5() -> Document {
    build([229, 162])
}

fn build(size: [u32; 2]) -> Document {
    let [width, height] = size;
    let page = Page::exact(Exact { size: size.map(mm), margins: [EDGE; 4].map(mm) });
    let sender = width - 2 * EDGE - RECIPIENT;
    let cells = vec![cell(sender, sender_lines()), at_the_bottom(cell(RECIPIENT, recipient_lines()))];
    // The row fills the page, all but the room of the paragraph that Word wants behind a table.
    #[expect(clippy::cast_precision_loss, reason = "an envelope is 162 mm high")]
    let row = TableRow::new(cells)
        .row_height(mm(height - 2 * EDGE - 1) as f32)
        .height_rule(HeightRule::Exact)
        .cant_split();
    let section = Section::new(page).put(layout(&[sender, RECIPIENT], vec![row])).put(text::gap(1));
    Document::new("Конверты", [section])
}

fn sender_lines() -> Vec<Paragraph> {
    // The one row is repeated for each envelope.
    let mut lines = vec![text::tag("{{#каждый конверты}}")];
    lines.extend(where_there_is("отправитель.имя", captioned("От кого: ", "{{отправитель.имя}}", 10)));
    let address = "{{отправитель.адрес}}{{#если отправитель.индекс}}, {{отправитель.индекс}}{{/если}}";
    lines.extend(where_there_is("отправитель.адрес", captioned("Откуда: ", address, 10).below(3)));
    lines
}

/// The longer the lines, the smaller the type: 14, 12 or 10 points.
fn recipient_lines() -> Vec<Paragraph> {
    let mut lines = vec![text::tag("{{#если (не_больше (длина кому куда) 160)}}")];
    lines.extend(recipient(14));
    lines.push(text::tag("{{иначе если (не_больше (длина кому куда) 330)}}"));
    lines.extend(recipient(12));
    lines.push(text::tag("{{иначе}}"));
    lines.extend(recipient(10));
    lines.push(text::tag("{{/если}}"));
    lines.push(sized(style::REQUISITE, "{{#если индекс}}{{индекс}}{{/если}}{{/каждый}}", 14).below(6));
    lines
}

fn recipient(size: u32) -> [Paragraph; 2] {
    [captioned("Кому: ", "{{не_длиннее кому 600}}", size), captioned("Куда: ", "{{куда}}", size).below(6)]
}

fn captioned(caption: &str, content: &str, size: u32) -> Paragraph {
    Paragraph::new()
        .style(style::REQUISITE)
        .add_run(Run::new().add_text(caption).italic().size(half_points(9)))
        .add_run(Run::new().add_text(content).size(half_points(size)))
}
