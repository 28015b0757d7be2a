//! The same plan in every format that a secretary may have it in.

use crate::fixture::{column, findings, read, table, taken};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip of these parts.
pub fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Checks a reading of the plan that every test of this file writes.
fn is_the_plan(bytes: &[u8], name: &str, expected: &[&str]) {
    let reading = read(bytes, name);
    assert_eq!(taken(&reading), [Some("План")], "{name}: {:?}", reading.findings);
    assert_eq!(findings(&reading), expected, "{name}");
    let plan = table(&reading);
    assert_eq!(column(plan, "№ п/п"), ["[1. Раздел]", "1.1", "1.2"], "{name}");
    assert_eq!(column(plan, "Исполнители"), ["[1. Раздел]", "Рабочая группа", "Рабочая группа"], "{name}");
    assert_eq!(column(plan, "Срок исполнения"), ["[1. Раздел]", "Март 2023 г.", "2023-05-26"], "{name}");
}

const OPEN_DOCUMENT: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s">
<office:body><office:spreadsheet><table:table table:name="План">
<table:table-column table:number-columns-repeated="16384"/>
<table:table-row><table:table-cell office:value-type="string"><text:p>№ п/п</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Наименование<text:s text:c="2"/>мероприятия</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Исполнители</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Срок исполнения</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="4"><text:p>1. Раздел</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="3"/></table:table-row>
<table:table-row><table:table-cell office:value-type="float" office:value="1.1"><text:p>1,1</text:p></table:table-cell><table:table-cell office:value-type="string"><office:annotation><text:p>заметка</text:p></office:annotation><text:p>Первое</text:p></table:table-cell><table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>Рабочая группа</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Март 2023 г.</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="float" office:value="1.2"><text:p>1,2</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Второе</text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="date" office:date-value="2023-05-26"><text:p>26.05.2023</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"#;

#[test]
fn open_documents_are_read_zipped_and_flat() {
    let zipped = zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", OPEN_DOCUMENT),
    ]);
    is_the_plan(&zipped, "input/план.ods", &[]);
    let flat = OPEN_DOCUMENT.replace("office:document-content", "office:document");
    is_the_plan(flat.as_bytes(), "input/план.fods", &[]);
    let locked = r#"<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"#;
    let reading = read(&zip(&[("content.xml", "?"), ("META-INF/manifest.xml", locked)]), "input/план.ods");
    assert_eq!(reading.findings[0].arguments["reason"], "password");
}

const EXCEL_2003: &str = r#"<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="План"><Table>
<Row><Cell><Data ss:Type="String">№ п/п</Data></Cell><Cell><Data ss:Type="String">Наименование мероприятия</Data></Cell><Cell><Data ss:Type="String">Исполнители</Data></Cell><Cell><Data ss:Type="String">Срок исполнения</Data></Cell></Row>
<Row ss:Index="5"><Cell ss:MergeAcross="3"><Data ss:Type="String">1. Раздел</Data></Cell></Row>
<Row><Cell><Data ss:Type="Number">1.1</Data></Cell><Cell><Data ss:Type="String">Первое</Data></Cell><Cell ss:MergeDown="1"><Data ss:Type="String">Рабочая группа</Data></Cell><Cell><Data ss:Type="String">Март 2023 г.</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">1.2</Data></Cell><Cell><Data ss:Type="String">Второе</Data></Cell><Cell ss:Index="4"><Data ss:Type="DateTime">2023-05-26T00:00:00.000</Data></Cell></Row>
</Table></Worksheet></Workbook>"#;

#[test]
fn xml_of_excel_2003_is_read_whatever_its_name_and_encoding() {
    is_the_plan(EXCEL_2003.as_bytes(), "input/план.xls", &[]);
    let declared =
        EXCEL_2003.replace(r#"<?xml version="1.0"?>"#, r#"<?xml version="1.0" encoding="windows-1251"?>"#);
    is_the_plan(&encoding_rs::WINDOWS_1251.encode(&declared).0, "input/план.xls", &[]);
}

#[test]
fn a_web_page_is_read_whatever_its_name_and_encoding() {
    let page = "<html><head><meta charset=\"windows-1251\"></head><body><h1>План</h1><table><tr><th>№ п/п<th>Наименование мероприятия\
        <th>Исполнители<th>Срок исполнения</tr><tr><td colspan=4>1. Раздел</td></tr><tr><td>1.1<td>Первое<td rowspan=2>Рабочая группа\
        <td>Март&nbsp;2023 г.</tr><tr><td>1.2<td>Второе<td>26.05.2023</tr></table>";
    let reading = read(&encoding_rs::WINDOWS_1251.encode(page).0, "input/план.xls");
    assert_eq!(taken(&reading), [Some("План")]);
    assert_eq!(column(table(&reading), "Исполнители"), ["[1. Раздел]", "Рабочая группа", "Рабочая группа"]);
    assert_eq!(
        column(table(&reading), "Срок исполнения"),
        ["[1. Раздел]", "Март\u{a0}2023 г.", "26.05.2023"]
    );
}

/// A Word document with this body.
fn document(body: &str) -> Vec<u8> {
    let text = format!(r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#);
    let relations = r#"<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>"#;
    zip(&[("[Content_Types].xml", "<Types/>"), ("_rels/.rels", relations), ("word/document.xml", &text)])
}

fn row(cells: &[&str]) -> String {
    let cell = |text: &&str| match text.strip_prefix('<') {
        Some(properties) => format!("<w:tc><w:tcPr><{properties}</w:tcPr><w:p/></w:tc>"),
        None => format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"),
    };
    format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>())
}

#[test]
fn r31_a_plan_in_word_is_read_split_in_two_with_its_heading_repeated() {
    let heading = row(&["№ п/п", "Наименование мероприятия", "Исполнители", "Срок исполнения"]);
    let group = r#"<w:tr><w:tc><w:p><w:r><w:t>1.1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Пер</w:t></w:r><w:del><w:r><w:delText>х</w:delText></w:r></w:del><w:ins><w:r><w:t>вое</w:t></w:r></w:ins></w:p></w:tc><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>Рабочая группа</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Март 2023 г.</w:t></w:r></w:p></w:tc></w:tr>"#;
    let body = format!(
        "<w:p><w:r><w:t>ПЛАН РАБОТЫ</w:t></w:r></w:p><w:tbl>{heading}{}{group}{}</w:tbl><w:p/><w:tbl>{heading}{}</w:tbl>",
        row(&["1. Раздел"]),
        row(&["1.2", "Второе", "<w:vMerge/>", "26.05.2023"]),
        row(&["1.3", "Третье", "ПОО", "июнь"]),
    );
    let reading = read(&document(&body), "input/план.docx");
    assert_eq!(taken(&reading), [Some("План")]);
    assert_eq!(findings(&reading), ["heading-repeated@A10"]);
    let plan = table(&reading);
    assert_eq!(column(plan, "Наименование мероприятия"), ["[1. Раздел]", "Первое", "Второе", "Третье"]);
    assert_eq!(column(plan, "Исполнители"), ["[1. Раздел]", "Рабочая группа", "Рабочая группа", "ПОО"]);
    assert_eq!(&*plan.preamble[0].1, "ПЛАН РАБОТЫ");
}

#[test]
fn what_is_no_table_says_what_it_is() {
    let text = document("<w:p><w:r><w:t>Письмо</w:t></w:r></w:p>");
    let compound = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &name].concat()
    };
    for (bytes, reason) in [
        (b"".to_vec(), "empty"),
        (b"%PDF-1.7".to_vec(), "pdf"),
        (b"{\\rtf1".to_vec(), "rtf"),
        (b"\x89PNG\r\n".to_vec(), "picture"),
        (b"MIME-Version: 1.0\r\n".to_vec(), "mht"),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00".to_vec(), "old-excel"),
        (text, "word"),
        (zip(&[("a.txt", "a")]), "archive"),
        (compound("EncryptedPackage"), "password"),
        (compound("WordDocument"), "word-old"),
        (compound("Workbook"), "damaged"),
    ] {
        let reading = read(&bytes, "input/файл.xlsx");
        assert_eq!(findings(&reading), ["file-unreadable"], "{reason}");
        assert_eq!(reading.findings[0].arguments["reason"], reason);
    }
    assert_eq!(findings(&read(b"\xEF\xBB\xBF", "input/a.csv")), ["file-blank"]);
    assert_eq!(findings(&read("просто строка".as_bytes(), "input/a.csv")), ["file-no-table"]);
}

#[test]
fn a_child_that_is_no_child_of_ours_is_a_crash_and_not_a_lie() {
    let mut reading = pisar::input::Reading::default();
    let bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    pisar::input::read_bytes(bytes, &"input/a.xls".into(), "/bin/true".as_ref(), &mut reading);
    assert_eq!(reading.findings[0].arguments["reason"], "crashed");
}

#[test]
fn bold_and_italic_of_texts_are_kept_by_their_cells() {
    use rust_xlsxwriter::{Format, Workbook};
    let (bold, italic, usual) = (Format::new().set_bold(), Format::new().set_italic(), Format::new());
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("План").unwrap();
    for (column, heading) in
        ["№ п/п", "Наименование мероприятия", "Исполнители", "Срок исполнения"].iter().enumerate()
    {
        sheet.write_with_format(0, column as u16, *heading, &bold).unwrap();
    }
    sheet.write(1, 0, "1.1").unwrap();
    sheet.write_rich_string(1, 1, &[(&usual, "О "), (&bold, "первом"), (&usual, " деле")]).unwrap();
    sheet.write_with_format(1, 2, "ПОО", &italic).unwrap();
    sheet.write(1, 3, "март 2023").unwrap();
    let reading = read(&workbook.save_to_buffer().unwrap(), "input/план.xlsx");
    let plan = table(&reading);
    let rich: Vec<String> = plan
        .rich
        .iter()
        .map(|(at, spans)| {
            let spans: Vec<String> = spans
                .iter()
                .map(|span| {
                    format!(
                        "{}{}{}",
                        if span.is_bold { "*" } else { "" },
                        if span.is_italic { "/" } else { "" },
                        span.text
                    )
                })
                .collect();
            format!("{at} {}", spans.join("|"))
        })
        .collect();
    assert_eq!(rich, ["B2 О |*первом| деле", "C2 /ПОО"]);
}
