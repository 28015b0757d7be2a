//! Word files of strangers either compile or are refused with a reason; none makes the engine panic.

use crate::document::shared;
use pisar::diagnostic::{Language, message};
use pisar::template::Template;

#[test]
fn every_word_file_of_the_corpus_compiles_or_is_refused_with_a_reason() {
    let Some(shared) = shared() else {
        println!("skipped: no shared folder beside the repository");
        return;
    };
    let (mut compiled, mut refused) = (0, 0);
    for folder in ["features", "templates"] {
        let mut files: Vec<_> = std::fs::read_dir(shared.join("reliability/corpus/docx").join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        for file in files {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            match Template::compile(&name, &std::fs::read(&file).unwrap()) {
                Ok(_) => {
                    compiled += 1;
                    println!("ok       {name}");
                }
                Err(findings) => {
                    refused += 1;
                    assert!(!findings.is_empty(), "{name} is refused without a reason");
                    for finding in &findings {
                        let text = message(finding, Language::Russian);
                        assert_ne!(text, finding.code.name(), "{name}: a finding without words");
                        println!("refused  {name}: {text}");
                    }
                }
            }
        }
    }
    assert_eq!(compiled + refused, 34);
}
