//! The Word template engine, stage by stage, on one letter: `cargo bench --bench template`.
//!
//! What heals is a letter of split tags, what lifts a table of row blocks; what packs is the same letter without a tag to evaluate.
#![expect(clippy::unwrap_used, reason = "a benchmark fails loudly")]

use criterion::{Criterion, criterion_group, criterion_main};
use pisar::template::Template;
use pisar::value::{Field, Kind, Leaf, Record, Schema, SchemaId, Shape, Tree, Value};
use std::hint::black_box;
use std::io::{Cursor, Write as _};

const STYLE: &str =
    r#"<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr>"#;
const FIELDS: &[&str] = &["кому", "пост", "организация", "адрес", "программа", "дата", "номер", "директор"];

fn run(text: &str) -> String {
    format!(r#"<w:r>{STYLE}<w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

fn paragraph(runs: &str) -> String {
    format!(r#"<w:p w:rsidR="00A71100"><w:pPr><w:jc w:val="both"/></w:pPr>{runs}</w:p>"#)
}

/// A letter: sixteen paragraphs and a table whose row repeats. `tag` writes a field's runs.
fn letter(tag: impl Fn(&str) -> String, row: &str) -> String {
    let paragraphs = FIELDS.iter().chain(FIELDS).map(|field| {
        let text = "Администрация колледжа выражает Вам искреннюю признательность за наставничество: ";
        paragraph(&[run(text), tag(field)].concat())
    });
    [paragraphs.collect(), table(row)].concat()
}

fn table(rows: &str) -> String {
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>")
}

fn row(cells: &[&str]) -> String {
    let cells = cells.iter().map(|text| format!("<w:tc><w:tcPr/>{}</w:tc>", paragraph(&run(text))));
    format!("<w:tr>{}</w:tr>", cells.collect::<String>())
}

fn whole(field: &str) -> String {
    run(&format!("{{{{{field}}}}}"))
}

/// A tag as Word splits it: over runs, in the middle of braces and of words.
fn split(field: &str) -> String {
    let half = field.chars().count() / 2;
    let (head, tail): (String, String) =
        (field.chars().take(half).collect(), field.chars().skip(half).collect());
    [run("{"), run(&format!("{{{head}")), run(&tail), run("}}")].concat()
}

fn document(body: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let types = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
    let relations = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
    let main = format!(
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"#
    );
    for (name, text) in
        [("[Content_Types].xml", types), ("_rels/.rels", relations), ("word/document.xml", &main)]
    {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A letter's values: eight texts, five rows of three.
fn values() -> (Tree<'static>, Value) {
    let mut tree = Tree::default();
    let leaf = |name: &str| Field::computed(name, name, Shape::Leaf(Kind::Text));
    let schema = |name: &str, fields: Vec<Field>| Schema { name: name.into(), fields, subject: Some(0) };
    let work = tree.add_schema(schema("работы", ["студент", "работа", "часы"].map(leaf).into()));
    let fields = FIELDS.iter().map(|name| leaf(name));
    let works = Field::computed("работы", "работы", Shape::Records(work));
    let root = tree.add_schema(schema("письмо", fields.chain([works]).collect()));
    let record = |schema: SchemaId, texts: &[&str]| Record {
        schema,
        values: texts.iter().map(|text| Value::Leaf(Leaf::text(*text))).collect(),
    };
    let texts = ["Романова Ольга Михайловна", "Наладка роботизированной ячейки", "144"];
    let works = (0..5).map(|_| Value::from(record(work, &texts))).collect();
    let mut letter = record(root, &["Иванову И.И., мастеру АО «Заря & Ко»"; 8]);
    letter.values.push(Value::List(works));
    (tree, Value::from(letter))
}

fn template(criterion: &mut Criterion) {
    let compile = |bytes: &[u8]| Template::compile("letter.docx", black_box(bytes)).unwrap();
    let loops = row(&["{{#каждый работы}}{{студент}}", "{{работа}}", "{{часы}}{{/каждый}}"]);
    let constant = row(&["Романова Ольга Михайловна", "Наладка роботизированной ячейки", "144"]);
    let (tagged, plain) = (document(&letter(whole, &loops)), document(&letter(whole, &constant)));
    let healed = document(&letter(split, &constant));
    let lifted = document(&table(&loops.repeat(200)));
    // One tag, so that the part is packed afresh each time.
    let body = letter(|_| run("Иванову И.И., мастеру АО «Заря &amp; Ко»"), &constant.repeat(5));
    let packed = document(&[body, paragraph(&whole("кому"))].concat());
    criterion.bench_function("compile: whole tags", |bencher| bencher.iter(|| compile(&plain)));
    criterion.bench_function("heal: the same letter, 16 tags split over 4 runs", |bencher| {
        bencher.iter(|| compile(&healed));
    });
    criterion.bench_function("lift: a table of 200 row blocks", |bencher| bencher.iter(|| compile(&lifted)));
    criterion
        .bench_function("compile: the letter with a row block", |bencher| bencher.iter(|| compile(&tagged)));
    let (tree, record) = values();
    let (filled, constant) = (compile(&tagged), compile(&packed));
    let mut renderer = filled.renderer();
    criterion.bench_function("render and pack: the letter", |bencher| {
        bencher.iter(|| renderer.print(black_box(&tree), black_box(&record)).unwrap().0.len());
    });
    let mut renderer = constant.renderer();
    criterion.bench_function("pack: the letter with one tag", |bencher| {
        bencher.iter(|| renderer.print(black_box(&tree), black_box(&record)).unwrap().0.len());
    });
}

criterion_group!(benches, template);
criterion_main!(benches);
