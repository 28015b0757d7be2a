//! Word files of strangers either fill or are refused with a reason; what is filled opens as well as the file itself did.

use crate::document::shared;
use crate::validator::errors;
use pisar::diagnostic::{Finding, Language, message};
use pisar::template::Template;
use pisar::value::{Field, Kind, Leaf, Record, Schema, Shape, Tree, Value};

/// The file filled: every name that its tags begin with is a text.
fn filled(name: &str, bytes: &[u8]) -> Result<Vec<u8>, Vec<Finding>> {
    let template = Template::compile(name, bytes)?;
    let fields: Vec<Field> =
        template.roots().iter().map(|name| Field::computed(name, name, Shape::Leaf(Kind::Text))).collect();
    let values = fields.iter().map(|_| Value::Leaf(Leaf::text("Значение & <т>"))).collect();
    let mut tree = Tree::default();
    let root = tree.add_schema(Schema { name: "корень".into(), fields, subject: None });
    let findings = template.lint(&tree, root);
    if !findings.is_empty() {
        return Err(findings);
    }
    template.renderer().render(&tree, &Value::from(Record { schema: root, values }))
}

#[test]
fn every_word_file_of_the_corpus_is_filled_or_refused_with_a_reason() {
    let Some(shared) = shared() else {
        println!("skipped: no shared folder beside the repository");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let [before, after] = ["before", "after"].map(|name| folder.path().join(name));
    fs_err::create_dir(&before).unwrap();
    fs_err::create_dir(&after).unwrap();
    let (mut done, mut refused) = (0, 0);
    for kind in ["features", "templates"] {
        let entries = std::fs::read_dir(shared.join("reliability/corpus/docx").join(kind)).unwrap();
        let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for file in files {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            let bytes = std::fs::read(&file).unwrap();
            match filled(&name, &bytes) {
                Ok(made) => {
                    done += 1;
                    println!("filled   {name}");
                    fs_err::write(before.join(&name), bytes).unwrap();
                    fs_err::write(after.join(&name), made).unwrap();
                }
                Err(findings) => {
                    refused += 1;
                    assert!(!findings.is_empty(), "{name} is refused without a reason");
                    for finding in &findings {
                        let text = message(finding, Language::Russian);
                        assert_ne!(text, finding.code.name(), "{name}: a finding without words");
                        assert!(finding.at.is_some(), "{name}: {text}: nowhere");
                        println!("refused  {name}: {text}");
                    }
                }
            }
        }
    }
    println!("filled {done}, refused {refused}");
    assert_eq!(done + refused, 34);
    assert!(done > 0);
    // Without the slowest layer: «validate DIR» by hand has it.
    let options = ["--allow-tags", "--no-sdk"];
    let (Some(before), Some(after)) = (errors(&before, &options), errors(&after, &options)) else {
        println!("skipped: no validator beside the repository");
        return;
    };
    for (name, errors) in after {
        assert!(errors.len() <= before[&name].len(), "{name}: {errors:#?}\nbefore: {:#?}", before[&name]);
    }
}
