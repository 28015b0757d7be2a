//! What tags become within cells, and which rows come out.

use super::{cells, drawn, filled, part, values};
use pisar::template::Template;
use rust_xlsxwriter::{Format, Workbook};

/// A sheet with a text in each cell named by its row and column from 0, filled.
fn sheet(texts: &[(u32, u16, &str)]) -> Vec<String> {
    cells(&part(&filled(&template(texts)), "xl/worksheets/sheet1.xml"))
}

fn template(texts: &[(u32, u16, &str)]) -> Vec<u8> {
    drawn(|workbook: &mut Workbook| {
        let sheet = workbook.add_worksheet();
        for (row, column, text) in texts {
            sheet.write(*row, *column, *text)?;
        }
        Ok(())
    })
}

#[test]
fn a_value_is_text_and_never_a_formula_or_markup() {
    assert_eq!(
        sheet(&[(0, 0, "«{{название}}»"), (1, 0, "{{название}}")]),
        ["A1=«=A1 &lt;b&gt; &amp; {{имя}}\n_x005F_x0041_»", "A2==A1 &lt;b&gt; &amp; {{имя}}\n_x005F_x0041_"]
    );
}

#[test]
fn a_cell_that_is_one_tag_holds_a_number_or_a_date_where_its_format_shows_dates() {
    let bytes = filled(&drawn(|workbook| {
        let date = Format::new().set_num_format("dd.mm.yyyy");
        let text = Format::new().set_num_format("@");
        let sheet = workbook.add_worksheet();
        sheet.write(0, 0, "{{или пусто число}}")?.write(0, 1, "{{число}} т")?.write(
            0,
            3,
            "{{или пусто \"\"}}",
        )?;
        sheet.write_with_format(0, 2, "{{число}}", &text)?;
        sheet.write(2, 0, "{{#каждый базы не_более=1}}")?.write(2, 1, "{{плата}}")?;
        sheet.write_with_format(2, 2, "{{с}}", &date)?.write(2, 3, "{{с}}")?;
        sheet.write(2, 4, "{{код}}")?.write(2, 5, "{{@номер}}")?.write(2, 6, "{{/каждый}}")?;
        Ok(())
    }));
    assert_eq!(
        cells(&part(&bytes, "xl/worksheets/sheet1.xml")),
        [
            "A1=<v>2.5</v>",
            "B1=2,5 т",
            "C1=2,5",
            "B3=<v>1000.5</v>",
            "C3=<v>44986</v>",
            "D3=1\u{a0}марта\u{a0}2023\u{a0}г.",
            "E3==1+1",
            "F3=<v>1</v>"
        ]
    );
}

#[test]
fn a_block_in_a_cell_is_the_cells_own() {
    let made = sheet(&[
        (0, 0, "Базы: {{#каждый базы разделитель=\", \"}}{{имя}}{{/каждый}}."),
        (0, 1, "{{! заметка }}да"),
    ]);
    assert_eq!(made, ["A1=Базы: Заря, Маяк, Луч.", "B1=да"]);
}

#[test]
fn a_block_in_one_row_repeats_the_row() {
    let made = sheet(&[
        (0, 0, "Имя"),
        (1, 0, "{{#каждый базы}}{{имя}}"),
        (1, 1, "{{мест}}{{/каждый}}"),
        (3, 0, "конец"),
    ]);
    assert_eq!(
        made,
        [
            "A1=<v>0</v>",
            "A2=Заря",
            "B2=<v>10</v>",
            "A3=Маяк",
            "B3=<v>20</v>",
            "A4=Луч",
            "B4=<v>30</v>",
            "A6=<v>3</v>"
        ]
    );
}

#[test]
fn a_block_over_rows_repeats_them_and_takes_its_own_away() {
    let made = sheet(&[
        (0, 0, "{{#каждый города}}"),
        (1, 0, "{{@номер}}. {{город}}"),
        (2, 0, "{{#каждый базы}}"),
        (3, 0, "{{имя}}"),
        (4, 0, "{{/каждый}}"),
        (6, 0, "{{/каждый}}"),
        (7, 0, "{{#если пусто}}"),
        (8, 0, "нет"),
        (9, 0, "{{иначе если (равно число 2.5)}}"),
        (10, 0, "{{число}} и"),
        (11, 0, "{{иначе}}"),
        (12, 0, "нет"),
        (13, 0, "{{/если}}"),
    ]);
    // Row 6 of the template is empty and is repeated with the rest.
    assert_eq!(made, ["A1=1. Томск", "A2=Заря", "A3=Маяк", "A5=2. Омск", "A6=Луч", "A8=2,5 и"]);
}

#[test]
fn runs_keep_their_format_and_a_tag_takes_that_of_its_first_character() {
    let bytes = filled(&drawn(|workbook| {
        let (bold, plain) = (Format::new().set_bold(), Format::new());
        let text = [(&plain, "Мест {{чис"), (&bold, "ло}}: {{#если пусто}}a"), (&plain, "b{{/если}}в")];
        workbook.add_worksheet().write_rich_string(0, 0, &text)?;
        Ok(())
    }));
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml").replace(" xml:space=\"preserve\"", "");
    let bold = "<rPr><b/><sz val=\"11\"/><color theme=\"1\"/><rFont val=\"Calibri\"/><family val=\"2\"/><scheme val=\"minor\"/></rPr>";
    let plain = bold.replace("<b/>", "");
    assert!(
        sheet.contains(&format!("<r><t>Мест </t></r><r><t>2,5</t></r><r>{bold}<t>: </t></r>")),
        "{sheet}"
    );
    assert!(sheet.contains(&format!("<r>{plain}<t>в</t></r></is>")), "{sheet}");
}

#[test]
fn sheets_headers_and_footers_take_values() {
    let bytes = filled(&drawn(|workbook| {
        let sheet = workbook.add_worksheet().set_name("Итог {{год}}")?;
        sheet.set_header("&C&12{{число}} {{название}}").write(0, 0, 1)?;
        workbook.add_worksheet().write_formula(0, 0, "='Итог {{год}}'!A1")?;
        Ok(())
    }));
    assert!(part(&bytes, "xl/workbook.xml").contains("<sheet name=\"Итог 2022-2023\" "));
    assert!(
        part(&bytes, "xl/worksheets/sheet1.xml")
            .contains("&amp;C&amp;12 2,5 =A1 &lt;b&gt; &amp;&amp; {{имя}} _x0041_</oddHeader>")
    );
    assert_eq!(cells(&part(&bytes, "xl/worksheets/sheet2.xml")), ["A1=<f>'Итог 2022-2023'!A1</f>"]);
}

#[test]
fn a_sheet_without_tags_is_copied_and_no_tag_stays_among_the_strings() {
    let template = drawn(|workbook| {
        workbook.add_worksheet().write(0, 0, "{{число}}")?.write(1, 0, "текст")?;
        workbook.add_worksheet().write(0, 0, "другой")?.write_formula(1, 0, "=A1")?;
        Ok(())
    });
    let bytes = filled(&template);
    for name in ["xl/worksheets/sheet2.xml", "xl/styles.xml", "xl/theme/theme1.xml", "_rels/.rels"] {
        assert_eq!(part(&bytes, name), part(&template, name), "{name}");
    }
    assert!(part(&bytes, "xl/sharedStrings.xml").contains("<si><t/></si><si><t>текст</t></si>"));
}

#[test]
fn an_empty_field_stops_the_workbook_and_names_its_cell() {
    let (tree, record, _) = values();
    let template = Template::compile("t.xlsx", &template(&[(4, 1, "{{пусто}}")])).unwrap();
    let findings = template.renderer().render(&tree, &record).unwrap_err();
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].code.name(), "template-field-empty");
    assert_eq!(findings[0].at.as_ref().unwrap().to_string(), "t.xlsx › Sheet1 › B5");
}
