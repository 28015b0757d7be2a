//! What names rows follows them: formulas of all sheets, merged cells, rules, links, tables, charts, pictures, print set-up.

use super::{between, cells, drawn, filled, part};
use rust_xlsxwriter::{
    Chart, ChartType, ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, Format, Note, Table,
    TableColumn, TableFunction, Url, Workbook, XlsxError,
};

/// A register of rows 4–6 with its loop in row 5, a total in row 6, and all that can name rows.
fn draw(workbook: &mut Workbook) -> Result<(), XlsxError> {
    let (frame, date) = (Format::new(), Format::new().set_num_format("dd.mm.yyyy"));
    let sheet = workbook.add_worksheet().set_name("Базы")?;
    sheet.write(0, 0, "Реестр баз: {{количество базы}}")?;
    for (column, heading) in ["№", "База", "Мест", "Плата", "Всего", "С"].into_iter().enumerate()
    {
        sheet.write(3, column as u16, heading)?;
    }
    sheet.write(4, 0, "{{#каждый базы}}{{@номер}}")?.write(4, 2, "{{мест}}")?.write(4, 3, "{{плата}}")?;
    sheet.merge_range(4, 6, 4, 7, "{{имя}}", &frame)?.merge_range(0, 0, 0, 7, "", &frame)?;
    sheet.write(0, 0, "Реестр баз: {{количество базы}}")?;
    sheet.merge_range(4, 9, 5, 9, "рядом", &frame)?;
    sheet.write_formula(4, 4, "=C5*D5")?.write_formula(4, 8, "=SUM(C$5:C5)/SUM($C$5:$C$5)+I4")?;
    sheet.write_with_format(4, 5, "{{с}}{{/каждый}}", &date)?;
    sheet.write(5, 1, "Итого")?.write_formula(5, 2, "=SUM(C5:C5)")?.write_formula(5, 3, "=AVERAGE(D4:D5)")?;
    sheet.write_formula(7, 0, "=C6")?.write_url(4, 1, Url::new("internal:'Базы'!A8").set_text("{{имя}}"))?;
    sheet.write_url(8, 1, Url::new("https://example.org").set_text("сайт"))?;
    let rule = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::GreaterThan(15))
        .set_format(frame.clone().set_bold());
    sheet.add_conditional_format(4, 2, 4, 2, &rule)?;
    sheet.add_data_validation(4, 1, 4, 1, &DataValidation::new().allow_list_formula("=$C$9:$C$10".into()))?;
    sheet.autofilter(3, 0, 4, 5)?;
    sheet
        .set_print_area(0, 0, 5, 7)?
        .set_repeat_rows(3, 3)?
        .set_page_breaks(&[5, 8])?
        .set_row_height(4, 33)?;
    sheet.set_freeze_panes(4, 0)?.set_selection(7, 0, 7, 0)?;
    let mut chart = Chart::new(ChartType::Column);
    chart.add_series().set_categories(("Базы", 4, 1, 4, 1)).set_values(("Базы", 4, 2, 4, 2));
    sheet.insert_chart(9, 0, &chart)?;
    let other = workbook.add_worksheet().set_name("Сводка")?;
    other.write_formula(0, 0, "=SUM('Базы'!C5:C5)-Базы!C6")?;
    let columns = [
        TableColumn::new().set_header("База"),
        TableColumn::new().set_header("Мест").set_total_function(TableFunction::Sum),
    ];
    let table = Table::new().set_columns(&columns).set_total_row(true);
    let third = workbook.add_worksheet().set_name("Таблица")?;
    third.add_table(1, 0, 3, 1, &table)?;
    third.write(2, 0, "{{#каждый базы}}{{имя}}")?.write(2, 1, "{{мест}}{{/каждый}}")?;
    let fourth = workbook.add_worksheet().set_name("Пусто")?;
    fourth.write(0, 0, "{{#каждый никто}}{{имя}}{{/каждый}}")?.write(1, 0, "{{#каждый никто}}{{имя}}")?;
    fourth.write(1, 1, "{{мест}}{{/каждый}}")?.write_formula(2, 1, "=SUM(B2:B2)")?;
    fourth.write(3, 0, "{{#каждый никто}}{{имя}}")?.write(3, 1, "{{/каждый}}")?.write(4, 0, "конец")?;
    Ok(())
}

fn made() -> Vec<u8> {
    filled(&drawn(|workbook| {
        draw(workbook)?;
        workbook.worksheet_from_index(0)?.insert_note(8, 0, &Note::new("заметка"))?;
        Ok(())
    }))
}

fn first() -> String {
    part(&made(), "xl/worksheets/sheet1.xml")
}

/// The formulas of a sheet.
fn formulas(sheet: &str) -> Vec<String> {
    cells(sheet)
        .into_iter()
        .filter(|cell| cell.contains("<f>"))
        .map(|cell| cell.replace("<f>", "").replace("</f>", ""))
        .collect()
}

#[test]
fn formulas_follow_in_their_sheet_and_from_others() {
    assert_eq!(
        formulas(&first()),
        [
            "E5=C5*D5",
            "I5=SUM(C$5:C5)/SUM($C$5:$C$7)+I4",
            "E6=C6*D6",
            "I6=SUM(C$5:C6)/SUM($C$5:$C$7)+I5",
            "E7=C7*D7",
            "I7=SUM(C$5:C7)/SUM($C$5:$C$7)+I6",
            "C8=SUM(C5:C7)",
            "D8=AVERAGE(D4:D7)",
            "A10=C8"
        ]
    );
    assert_eq!(formulas(&part(&made(), "xl/worksheets/sheet2.xml")), ["A1=SUM('Базы'!C5:C7)-Базы!C8"]);
    assert!(part(&made(), "xl/workbook.xml").contains("fullCalcOnLoad=\"1\""));
}

#[test]
fn merged_cells_heights_and_rules_follow() {
    let sheet = first();
    assert_eq!(
        between(&sheet, "<mergeCells count=\"5\">", "</mergeCells>"),
        "<mergeCell ref=\"G5:H5\"/><mergeCell ref=\"G6:H6\"/><mergeCell ref=\"G7:H7\"/><mergeCell ref=\"A1:H1\"/><mergeCell ref=\"J5:J8\"/>"
    );
    assert_eq!(sheet.matches("ht=\"33\" customHeight=\"1\"").count(), 3);
    assert_eq!(between(&sheet, "<conditionalFormatting ", ">"), "sqref=\"C5:C7\"");
    let validation = between(&sheet, "<dataValidation ", "</dataValidation>");
    assert!(
        validation.contains("sqref=\"B5:B7\"") && validation.contains("<formula1>$C$11:$C$12</formula1>"),
        "{validation}"
    );
    assert_eq!(between(&sheet, "<autoFilter ", "/>"), "ref=\"A4:F7\"");
    assert_eq!(between(&sheet, "<dimension ", "/>"), "ref=\"A1:J11\"");
    assert_eq!(between(&sheet, "<selection ", "/>"), "pane=\"bottomLeft\" activeCell=\"A10\" sqref=\"A10\"");
}

#[test]
fn links_breaks_notes_and_print_areas_follow() {
    let (bytes, sheet) = (made(), first());
    let links = between(&sheet, "<hyperlinks>", "</hyperlinks>");
    for row in 5..8 {
        assert!(links.contains(&format!("<hyperlink ref=\"B{row}\" location=\"'Базы'!A10\"")), "{links}");
    }
    assert!(links.contains("<hyperlink ref=\"B11\" r:id="), "{links}");
    assert_eq!(
        between(&sheet, "<rowBreaks ", "</rowBreaks>"),
        "count=\"4\" manualBreakCount=\"4\"><brk id=\"5\" max=\"16383\" man=\"1\"/><brk id=\"6\" max=\"16383\" man=\"1\"/><brk id=\"7\" max=\"16383\" man=\"1\"/><brk id=\"10\" max=\"16383\" man=\"1\"/>"
    );
    let book = part(&bytes, "xl/workbook.xml");
    assert!(book.contains(">Базы!$A$1:$H$8<") && book.contains(">Базы!$4:$4<"), "{book}");
    assert!(part(&bytes, "xl/comments1.xml").contains("<comment ref=\"A11\""));
}

#[test]
fn tables_charts_and_drawings_follow() {
    let bytes = made();
    assert_eq!(between(&part(&bytes, "xl/tables/table1.xml"), " ref=\"", "\""), "A2:B6");
    let chart = part(&bytes, "xl/charts/chart1.xml");
    assert!(
        chart.contains("<c:f>Базы!$B$5:$B$7</c:f>") && chart.contains("<c:f>Базы!$C$5:$C$7</c:f>"),
        "{chart}"
    );
    assert!(!chart.contains("Cache"));
    let drawing = part(&bytes, "xl/drawings/drawing1.xml");
    assert_eq!(between(between(&drawing, "<xdr:from>", "</xdr:from>"), "<xdr:row>", "<"), "11");
}

#[test]
fn a_loop_without_items_leaves_a_row_only_where_something_counts_on_it() {
    assert_eq!(cells(&part(&made(), "xl/worksheets/sheet4.xml")), ["B3=<f>SUM(B2:B2)</f>", "A4=<v>20</v>"]);
}

#[test]
fn what_comes_out_is_valid() {
    let validator = std::path::Path::new("/work/shared/ooxml/validate");
    if !validator.exists() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made.xlsx");
    // The notes of rust_xlsxwriter are not valid themselves.
    std::fs::write(&path, filled(&drawn(draw))).unwrap();
    let output = std::process::Command::new(validator).arg("--strict").arg(&path).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}
