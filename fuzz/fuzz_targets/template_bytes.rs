//! Any bytes as a template: an archive as it is, anything else as the main part of one; compiled, checked, filled twice the same.

#![no_main]

mod document;
mod values;

use libfuzzer_sys::fuzz_target;
use pisar::template::Template;

fuzz_target!(|bytes: &[u8]| {
    let whole;
    let file = if bytes.starts_with(b"PK") {
        bytes
    } else {
        whole = document::document(bytes);
        &whole
    };
    let Ok(template) = Template::compile("t.docx", file) else { return };
    let (tree, record, root) = values::values();
    let _ = template.lint(&tree, root);
    let mut renderer = template.renderer();
    let first = renderer.render(&tree, &record);
    assert_eq!(first.is_ok(), renderer.render(&tree, &record).is_ok());
    if let Ok(made) = first {
        // What was filled is a file that can be read again.
        assert!(zip::ZipArchive::new(std::io::Cursor::new(made)).is_ok());
    }
});
