//! Blocks of a description put together from the shared building blocks.

use docx_rs::{Paragraph, Run, Table, TableRow};

use super::read::{Block, parts};
use crate::starter::block::page::{AWARD_COLOUR, Page};
use crate::starter::block::register::{self, Column};
use crate::starter::block::signature::{self, Signer};
use crate::starter::block::table::{cell, layout, whole_row};
use crate::starter::block::text::{self, Placed, paragraph, requisite, style};
use crate::starter::block::{addressee, annex, approval, executor, facts, letterhead, order, ruled, title};
use crate::starter::document::{Document, Flow, Section};
use crate::starter::measure::half_points;

/// The document that the blocks make.
pub fn document(blocks: &[Block]) -> Document {
    let mut heading = "";
    let mut sections: Vec<Section> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        match block.name {
            "document" => heading = block.rest,
            "page" => sections.push(Section::new(page(block.rest))),
            // It stands in one table with the signatures before it.
            "executor"
                if index
                    .checked_sub(1)
                    .and_then(|before| blocks.get(before))
                    .is_some_and(|before| before.name == "sign") => {}
            _ => {
                let mut section = sections.pop().unwrap_or_else(|| Section::new(Page::portrait()));
                section.body.extend(flows(block, section.page, &blocks[index + 1..]));
                sections.push(section);
            }
        }
    }
    // A section must not end with a table.
    let sections = sections.into_iter().map(|section| section.put(text::gap(1)));
    Document::new(heading, sections)
}

fn page(name: &str) -> Page {
    match name {
        "permanent" => Page::permanent(),
        "landscape" => Page::landscape(),
        "continued" => Page::landscape().continued(),
        "award" => Page::award(),
        _ => Page::portrait(),
    }
}

/// The block as it stands on its page; a table looks at what comes after it.
fn flows(block: &Block, page: Page, after: &[Block]) -> Vec<Flow> {
    let (rest, width) = (block.rest, page.text_width());
    let is_prepared = after.first().is_some_and(|next| next.name == "executor");
    let mut in_parts = block.parts().into_iter();
    let mut part = || in_parts.next().unwrap_or_default();
    match block.name {
        "stamp" => {
            let mut flows = approval::stamp(page);
            flows.push(text::gap(24).into());
            flows
        }
        "letterhead" => vec![letterhead::corner(page, addressee::head_of(rest)).into(), text::gap(12).into()],
        "letterhead-person" => {
            vec![letterhead::corner(page, addressee::person(rest)).into(), text::gap(12).into()]
        }
        "subject" => vec![letterhead::subject(page, rest).into()],
        "salutation" => vec![letterhead::salutation(rest).into(), text::gap(12).into()],
        "regards" => {
            let mut flows = vec![
                requisite("С уважением,").below(12).with_next().into(),
                text::gap(12).with_next().into(),
            ];
            flows.push(signature::rows_and(width, &[signature::HEAD], executor::below(6)).into());
            flows
        }
        "order" => order::head(page, rest),
        "keyword" => vec![paragraph(style::KEYWORD, rest).into()],
        "kind" => vec![title::kind(rest).into()],
        "line" => vec![title::line(rest).into()],
        "place" => vec![title::place().into(), text::gap(12).into()],
        "date-number" => vec![title::date_and_number(page, part(), part()).into()],
        "gap" => vec![text::gap(rest.parse().unwrap_or(12)).into()],
        "heading" => vec![paragraph(style::KEYWORD, rest).below(9).into()],
        "plain" => vec![kept(requisite(rest).below(3), after).into()],
        // The last line of a list before the signature, which must not stand alone on a page.
        "plain-kept" => vec![requisite(rest).below(3).with_next().into()],
        "item" => vec![kept(text::item(part(), part()).below(3), after).into()],
        "centre" | "bold" | "big" => {
            let (size, words) = rest.split_once(' ').unwrap_or(("14", rest));
            vec![display(block.name, size.parse().unwrap_or(14), words).into()]
        }
        "labels" => vec![labels(width, &block.rows).into()],
        "small" => vec![paragraph(style::NOTE, rest).into()],
        "facts" => {
            let rows: Vec<(&str, &str)> =
                block.rows.iter().map(|row| row.split_once(" | ").unwrap_or((row, ""))).collect();
            vec![facts::table(page, &rows).into(), text::gap(8).into()]
        }
        "table" => {
            let columns: Vec<Column> = block.rows.iter().map(|row| column(row)).collect();
            let is_signed = after.get(1).is_some_and(|block| block.name == "sign");
            let body = after.first().filter(|next| next.name == "rows");
            let body = body.map(|next| rows(&columns, next, is_signed)).unwrap_or_default();
            let gap = if is_signed { text::gap(8).with_next() } else { text::gap(8) };
            vec![register::table(&columns, body).into(), gap.into()]
        }
        // What the table before has taken.
        "rows" => Vec::new(),
        "room" => {
            let (count, label) = rest.split_once(' ').unwrap_or((rest, ""));
            let count = count.parse().unwrap_or(1);
            let is_last = label.is_empty() && is_signed(after);
            vec![
                if is_last { ruled::last_room(width, count) } else { ruled::room(width, label, count) }
                    .into(),
            ]
        }
        "annex" => {
            let lines = |text: &'static str| text.split(" / ").collect::<Vec<_>>();
            let (label, lines_of_title) = (lines(part()), lines(part()));
            let label = if label == ["приказ"] { order::ANNEX } else { &label };
            annex::start(page, label, &lines_of_title)
        }
        "acquainted" => order::acquainted(),
        "executor" => executor::below(14).into_iter().map(Flow::from).collect(),
        "sign" if block.rows.is_empty() && rest.is_empty() => signed(width, &[signature::HEAD], is_prepared),
        "sign" => {
            let row = |row: &'static str| {
                let (post, name) = row.split_once(" | ").unwrap_or((row, ""));
                if post == "руководитель" { signature::HEAD } else { Signer { post, name } }
            };
            let signers: Vec<Signer> = if block.rows.is_empty() {
                vec![row(rest)]
            } else {
                block.rows.iter().map(|text| row(text)).collect()
            };
            signed(width, &signers, is_prepared)
        }
        "" if is_tag(rest) => vec![text::tag(rest).into()],
        "" => vec![kept(text::text(rest), after).into()],
        unknown => vec![text::text(unknown).into()],
    }
}

/// Whether the next block is a signature, tags apart: what stands before one stays on its page.
fn is_signed(after: &[Block]) -> bool {
    let next = after.iter().find(|block| !(block.name.is_empty() && is_tag(block.rest)));
    next.is_some_and(|block| matches!(block.name, "sign" | "regards"))
}

/// The paragraph, kept with a signature right below it; one that repeats is not, or all of its list would move.
fn kept(paragraph: Paragraph, after: &[Block]) -> Paragraph {
    if after.first().is_some_and(|block| matches!(block.name, "sign" | "regards")) {
        paragraph.with_next()
    } else {
        paragraph
    }
}

/// The signatures, and who prepared the paper under them.
fn signed(width: u32, signers: &[Signer], is_prepared: bool) -> Vec<Flow> {
    let table = if is_prepared {
        signature::rows_and(width, signers, executor::below(14))
    } else {
        signature::rows(width, signers)
    };
    vec![signature::lead().into(), table.into()]
}

/// A centred line of an award: plain, bold, or bold in the award's colour.
fn display(name: &str, size: u32, words: &str) -> Paragraph {
    let run = Run::new().add_text(words).size(half_points(size));
    let run = match name {
        "centre" => run,
        "bold" => run.bold(),
        _ => run.bold().color(AWARD_COLOUR),
    };
    Paragraph::new().style(style::REQUISITE).add_run(run).centred().below(6)
}

/// Rows of a label and what it names, the label 45 mm wide.
fn labels(width: u32, rows: &[&'static str]) -> Table {
    let widths = [45, width - 45];
    let rows = rows.iter().map(|row| {
        let (label, value) = row.split_once(" | ").unwrap_or((row, ""));
        whole_row(vec![cell(widths[0], [requisite(label)]), cell(widths[1], [requisite(value)])])
    });
    layout(&widths, rows.collect())
}

/// A line of block tags alone.
fn is_tag(line: &str) -> bool {
    (line.starts_with("{{#") || line.starts_with("{{/") || line == "{{иначе}}")
        && line.ends_with("}}")
        && line.matches("{{").count() == 1
}

fn column(row: &'static str) -> Column {
    let mut parts = row.splitn(3, " |").map(str::trim);
    let width = parts.next().and_then(|width| width.parse().ok()).unwrap_or(10);
    let heading = parts.next().unwrap_or_default();
    let content = parts.next().unwrap_or_default();
    match heading.strip_prefix('^') {
        Some(heading) => Column::centred(heading, width, content),
        None => Column::text(heading, width, content),
    }
}

/// The body of a table: what is repeated, lines over all columns, empty rows, rows with texts of their own. The last repeated row of a
/// table that is signed stays with the signature.
fn rows(columns: &[Column], block: &Block, is_signed: bool) -> Vec<TableRow> {
    let repeated = |list: &str| {
        if is_signed {
            register::enclosed_to_the_end(columns, list, "{{/каждый}}").into()
        } else {
            vec![register::enclosed(columns, list, "{{/каждый}}")]
        }
    };
    if block.rows.is_empty() {
        return repeated(block.rest);
    }
    let row = |line: &&'static str| -> Vec<TableRow> {
        if let Some(blank) = line.strip_prefix("!blank ") {
            let (count, height) = blank.split_once(' ').unwrap_or((blank, "8"));
            return register::blank(columns, count.parse().unwrap_or(1), height.parse().unwrap_or(8));
        }
        if let Some(title) = line.strip_prefix("= ") {
            return vec![register::section(columns, title)];
        }
        if *line == "!row" {
            return vec![register::enclosed(columns, "", "")];
        }
        if let Some(list) = line.strip_prefix("!row ") {
            return repeated(list);
        }
        if is_tag(line) {
            return vec![register::tag_row(columns, line)];
        }
        vec![register::filled_in(columns, &parts(line))]
    };
    block.rows.iter().flat_map(row).collect()
}

#[cfg(test)]
mod tests {
    use crate::starter::described::read::{Block, blocks};

    /// Every name that a description may use.
    const NAMES: &str = "document page stamp letterhead letterhead-person subject salutation regards order keyword kind line place \
        date-number gap heading plain plain-kept item centre bold big labels small facts table rows room annex acquainted executor sign";

    #[test]
    fn descriptions_use_no_other_names() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/starter/paper/text");
        let mut count = 0;
        for file in fs_err::read_dir(folder).unwrap() {
            let text: &'static str = fs_err::read_to_string(file.unwrap().path()).unwrap().leak();
            let is_unknown = |block: &Block| !NAMES.split_whitespace().any(|name| name == block.name);
            let unknown: Vec<Block> = blocks(text)
                .into_iter()
                .filter(|block| !block.name.is_empty() && is_unknown(block))
                .collect();
            assert_eq!(unknown, []);
            count += 1;
        }
        assert!(count >= 19);
    }
}
