//! Small Word files and values for them.

use pisar::diagnostic::Finding;
use pisar::location::{CellRef, Location, Sheet};
use pisar::template::Template;
use pisar::value::{Data, Field, Kind, Leaf, Record, Schema, SchemaId, Shape, Tree, Value};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Read as _, Write as _};
use std::sync::Arc;

pub const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A Word file, part by part.
pub struct Docx {
    parts: Vec<(String, Vec<u8>)>,
    types: String,
    relations: String,
}

impl Docx {
    /// A document around a body.
    pub fn new(body: &str) -> Self {
        let main = format!(
            r#"<w:document xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>{body}</w:body></w:document>"#
        );
        Self {
            parts: vec![("word/document.xml".to_owned(), main.into_bytes())],
            types: String::new(),
            relations: String::new(),
        }
    }

    /// Adds a part of the main document, in `word/`, with its relationship; `kind` is the relationship's and the content type's name.
    pub fn part(mut self, id: &str, kind: &str, name: &str, text: &str) -> Self {
        let content = match kind {
            "chart" => "application/vnd.openxmlformats-officedocument.drawingml.chart+xml".to_owned(),
            kind => format!("{WORD_TYPE}.{kind}+xml"),
        };
        write!(self.types, r#"<Override PartName="/word/{name}" ContentType="{content}"/>"#).unwrap();
        self.parts.push((format!("word/{name}"), text.as_bytes().to_vec()));
        self.relation(id, kind, name, "")
    }

    /// Adds bytes under a name, as they are.
    pub fn raw(mut self, name: &str, bytes: &[u8]) -> Self {
        self.parts.push((name.to_owned(), bytes.to_vec()));
        self
    }

    /// Adds a content type.
    pub fn content(mut self, element: &str) -> Self {
        self.types += element;
        self
    }

    /// Adds a relationship of the main document.
    pub fn relation(mut self, id: &str, kind: &str, target: &str, rest: &str) -> Self {
        write!(self.relations, r#"<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"{rest}/>"#)
            .unwrap();
        self
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        let types = format!(
            r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{WORD_TYPE}.document.main+xml"/>{}</Types>"#,
            self.types
        );
        let relations = |text: &str| {
            format!(
                r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{text}</Relationships>"#
            )
        };
        let root = relations(&format!(
            r#"<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>"#
        ));
        let own = relations(&self.relations);
        let head = [
            ("[Content_Types].xml", types.as_bytes()),
            ("_rels/.rels", root.as_bytes()),
            ("word/_rels/document.xml.rels", own.as_bytes()),
        ];
        let parts = self.parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
        for (name, bytes) in head.into_iter().chain(parts) {
            archive.start_file(name, options).unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }
}

/// The parts of a file by name.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut entry = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            (entry.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// A part as text.
pub fn part(bytes: &[u8], name: &str) -> String {
    String::from_utf8(parts(bytes).remove(name).unwrap()).unwrap()
}

pub fn sheet() -> Arc<Sheet> {
    Arc::new(Sheet { file: "input/a.xlsx".into(), sheet: "Лист".into() })
}

/// A cell of the sheet.
pub fn cell(row: u32, column: u32) -> Location {
    Location::Cell(sheet(), CellRef::new(row, column))
}

/// Two people, one without a post; a text that looks like markup and like a tag; activities of two sections; a link, pictures.
pub fn values() -> (Tree<'static>, Value, SchemaId) {
    let mut tree = Tree::default();
    let leaf = |name, kind| Field::computed(name, name, Shape::Leaf(kind));
    let person = tree.add_schema(Schema {
        name: "люди".into(),
        fields: vec![leaf("имя", Kind::Text), leaf("пост", Kind::Text)],
        subject: Some(0),
    });
    let activity = tree.add_schema(Schema {
        name: "мероприятия".into(),
        fields: vec![
            leaf("наименование", Kind::Text),
            leaf("раздел", Kind::Text),
            leaf("часы", Kind::Number),
        ],
        subject: Some(0),
    });
    let root = tree.add_schema(Schema {
        name: "корень".into(),
        fields: vec![
            leaf("название", Kind::Text),
            leaf("пусто", Kind::Text),
            leaf("число", Kind::Number),
            Field::computed("люди", "люди", Shape::Records(person)),
            Field::computed("никто", "никто", Shape::Records(person)),
            Field::computed("мероприятия", "мероприятия", Shape::Records(activity)),
            leaf("ссылка", Kind::Text),
            leaf("фото", Kind::Text),
            leaf("нет_фото", Kind::Text),
            leaf("дата_рождения", Kind::Text),
            leaf("почта", Kind::Text),
        ],
        subject: None,
    });
    let one = |name: &str, post: &str| {
        let post = if post.is_empty() { Leaf::empty(Kind::Text, None) } else { Leaf::text(post) };
        Value::Record(Arc::new(Record {
            schema: person,
            values: vec![Value::Leaf(Leaf::text(name)), Value::Leaf(post)],
        }))
    };
    let held = |name: &str, section: &str, hours: f64| {
        let section =
            if section.is_empty() { Leaf::empty(Kind::Text, Some(cell(9, 2))) } else { Leaf::text(section) };
        Value::Record(Arc::new(Record {
            schema: activity,
            values: vec![
                Value::Leaf(Leaf::text(name)),
                Value::Leaf(section),
                Value::Leaf(Leaf::new(Data::Number(hours))),
            ],
        }))
    };
    let record = Record {
        schema: root,
        values: vec![
            Value::Leaf(Leaf::text("<w:p/> & {{имя}}\nдве")),
            Value::Leaf(Leaf::empty(Kind::Text, Some(cell(6, 1)))),
            Value::Leaf(Leaf::new(Data::Number(21.0))),
            Value::List([one("Анна", "мастер"), one("Пётр", "")].into()),
            Value::List([].into()),
            Value::List(
                [
                    held("Ярмарка", "Школа", 2.0),
                    held("Ёлка", "Досуг", 3.5),
                    held("Экскурсия", "школа ", 4.0),
                    held("Елань", "Досуг", 1.0),
                ]
                .into(),
            ),
            Value::Leaf(Leaf::text("https://пример.рф/а б?x=\"1\"&y=<2>")),
            Value::Leaf(Leaf::text("фото/а.png").at(cell(1, 3))),
            Value::Leaf(Leaf::text("фото/нет.png").at(cell(2, 3))),
            Value::Leaf(Leaf::text("1 мая 2008 г.")),
            Value::Leaf(Leaf::text("a@b.ru")),
        ],
    };
    (tree, Value::from(record), root)
}

/// What the lint finds, else the document's bytes or what stops it.
pub fn fill(template: &[u8]) -> Result<Vec<u8>, Vec<Finding>> {
    let (tree, record, root) = values();
    let template = Template::compile("t.docx", template)?;
    let findings = template.lint(&tree, root);
    if findings.is_empty() { template.renderer().render(&tree, &record) } else { Err(findings) }
}

/// The body that a body becomes.
pub fn render(body: &str) -> String {
    let bytes = fill(&Docx::new(body).bytes()).unwrap();
    let text = part(&bytes, "word/document.xml");
    let (_, body) = text.split_once("<w:body>").unwrap();
    body.split_once("</w:body>").unwrap().0.replace(" xml:space=\"preserve\"", "")
}

/// The codes of what is wrong with a body.
pub fn wrong(body: &str) -> Vec<&'static str> {
    fill(&Docx::new(body).bytes()).unwrap_err().iter().map(|finding| finding.code.name()).collect()
}

/// A paragraph of one run.
pub fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A row of cells, a paragraph each.
pub fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| format!("<w:tc>{}</w:tc>", p(text))).collect();
    format!("<w:tr>{}</w:tr>", cells.concat())
}

/// The folder of shared material beside the repository; absent in a plain clone.
pub fn shared() -> Option<std::path::PathBuf> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    ["../shared", "../../shared"].iter().map(|up| root.join(up)).find(|path| path.is_dir())
}
