//! What tags do in Word markup: split runs, blocks over runs, paragraphs, rows and cells, values that look like markup, lint.

use crate::document::{Docx, p, render, row, sheet, values};
use pisar::location::{CellRef, Location};
use pisar::template::Template;

fn document(body: &str) -> Vec<u8> {
    Docx::new(body).bytes()
}

#[test]
fn a_value_is_text_and_never_markup() {
    assert_eq!(
        render(&p("«{{название}}»")),
        "<w:p><w:r><w:t>«&lt;w:p/&gt; &amp; {{имя}}</w:t><w:br/><w:t>две»</w:t></w:r></w:p>"
    );
}

#[test]
fn a_tag_split_over_runs_takes_the_formatting_of_its_first_character() {
    let split = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>а {</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:t>{чис</w:t></w:r><w:r><w:tab/><w:t>ло}} б</w:t></w:r></w:p>";
    let split = split.replace("<w:tab/>", "");
    assert_eq!(
        render(&split),
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>а 21</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:t></w:t></w:r><w:r><w:t> б</w:t></w:r></w:p>"
    );
}

#[test]
fn white_space_within_a_tag_may_be_a_tab() {
    let body = "<w:p><w:r><w:t>{{или</w:t><w:tab/><w:t>пусто \"—\"}}</w:t></w:r></w:p>";
    assert_eq!(render(body), "<w:p><w:r><w:t>—</w:t><w:t></w:t></w:r></w:p>");
}

#[test]
fn blocks_within_a_paragraph_split_its_run() {
    assert_eq!(
        render(&p("Люди: {{#каждый люди}}{{имя}}{{#если_нет @последний}}, {{/если_нет}}{{/каждый}}.")),
        "<w:p><w:r><w:t>Люди: </w:t></w:r><w:r><w:t>Анна</w:t></w:r><w:r><w:t>, </w:t></w:r><w:r><w:t>Пётр</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>"
    );
}

#[test]
fn paragraphs_that_hold_only_block_tags_go_away() {
    let body = [
        p("{{#каждый люди}}"),
        p("{{@номер}}. {{имя}}"),
        p("{{#если пост}}"),
        p("({{пост}})"),
        p("{{иначе}}"),
        p("(без поста)"),
        p("{{/если}}"),
        p("{{/каждый}}"),
        p("конец"),
    ]
    .concat();
    assert_eq!(
        render(&body),
        [p("1. Анна"), p("(мастер)"), p("2. Пётр"), p("(без поста)"), p("конец")].concat()
    );
}

#[test]
fn a_block_over_the_cells_of_a_row_repeats_the_row() {
    let body = format!(
        "<w:tbl>{}{}</w:tbl>",
        row(&["Имя", "Пост"]),
        row(&["{{#каждый люди}}{{имя}}", "{{или пост \"—\"}}{{/каждый}}"])
    );
    assert_eq!(
        render(&body),
        format!(
            "<w:tbl>{}{}{}</w:tbl>",
            row(&["Имя", "Пост"]),
            row(&["Анна", "мастер"]),
            row(&["Пётр", "—"])
        )
    );
}

#[test]
fn a_block_over_rows_repeats_the_rows_between_and_takes_its_own_away() {
    let body = format!(
        "<w:tbl>{}{}{}{}</w:tbl>",
        row(&["{{#каждый люди}}", ""]),
        row(&["{{имя}}", "1"]),
        row(&["итог", "2"]),
        row(&["{{/каждый}}", ""])
    );
    assert_eq!(
        render(&body),
        format!(
            "<w:tbl>{}{}{}{}</w:tbl>",
            row(&["Анна", "1"]),
            row(&["итог", "2"]),
            row(&["Пётр", "1"]),
            row(&["итог", "2"])
        )
    );
}

#[test]
fn a_table_without_a_row_goes_away_and_a_cell_keeps_a_paragraph() {
    let body = format!(
        "{}<w:tbl>{}</w:tbl>{}",
        p("до"),
        row(&["{{#каждый никто}}{{имя}}", "{{/каждый}}"]),
        p("после")
    );
    assert_eq!(render(&body), [p("до"), p("после")].concat());
    let cell = format!(
        "<w:tbl><w:tr><w:tc>{}{}{}</w:tc></w:tr></w:tbl>",
        p("{{#каждый никто}}"),
        p("{{имя}}"),
        p("{{/каждый}}")
    );
    assert_eq!(render(&cell), "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>");
}

#[test]
fn repeated_bookmarks_stand_once() {
    let marked = "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"а\"/><w:r><w:t>{{имя}}</w:t></w:r><w:bookmarkEnd w:id=\"1\"/></w:p>";
    let made = render(&[p("{{#каждый люди}}"), marked.to_owned(), p("{{/каждый}}")].concat());
    assert_eq!(made.matches("w:bookmarkStart").count(), 1);
    assert_eq!(made.matches("w:bookmarkEnd").count(), 1);
}

#[test]
fn an_empty_field_stops_the_document_and_names_its_cell() {
    let (tree, record, _) = values();
    let template = Template::compile("t.docx", &document(&p("{{пусто}}"))).unwrap();
    let findings = template.renderer().render(&tree, &record).unwrap_err();
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].code.name(), "template-field-empty");
    assert_eq!(findings[0].at, Some(Location::Cell(sheet(), CellRef::new(6, 1))));
}

#[test]
fn everything_that_is_wrong_with_tags_is_told_at_once_with_its_paragraph() {
    let body = [p("{{#каждый люди}}"), p("{{кму имя}}"), p("{{иначе"), p("{{/если}}")].concat();
    let findings = Template::compile("t.docx", &document(&body)).unwrap_err();
    let told: Vec<(&str, String)> = findings
        .iter()
        .map(|finding| (finding.code.name(), finding.at.as_ref().unwrap().to_string()))
        .collect();
    assert_eq!(
        told.iter().map(|(code, _)| *code).collect::<Vec<_>>(),
        ["template-helper-unknown", "template-tag-broken", "template-block-crossed"]
    );
    assert_eq!(told[0].1, "t.docx › word/document.xml › ¶ 2 «{{кму имя}}»");
    let (tree, _, root) = values();
    let template =
        Template::compile("t.docx", &document(&p("{{#если нет_такого}}{{назвние}}{{/если}}"))).unwrap();
    let codes: Vec<&str> = template.lint(&tree, root).iter().map(|finding| finding.code.name()).collect();
    assert_eq!(codes, ["template-field-unknown", "template-field-unknown"]);
}
