//! Any text as a line of tags and as a paragraph: neither may panic, and a value never becomes markup.

#![no_main]

mod document;
mod values;

use libfuzzer_sys::fuzz_target;
use pisar::location::Location;
use pisar::template::{Line, Template};

fuzz_target!(|text: &str| {
    let (tree, record, root) = values::values();
    if let Ok(line) = Line::compile(text, &Location::File("каталог".into())) {
        let _ = line.lint(&tree, root);
        let _ = line.render(&tree, &record);
    }
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let main = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>{escaped}</w:t></w:r></w:p></w:body></w:document>"
    );
    let Ok(template) = Template::compile("t.docx", &document::document(main.as_bytes())) else { return };
    let _ = template.lint(&tree, root);
    let _ = template.renderer().render(&tree, &record);
});
