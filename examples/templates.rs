//! Writes the built-in Word templates to `templates/`.

use std::path::Path;

use pisar::starter::TEMPLATES;

fn main() -> anyhow::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    for template in TEMPLATES {
        fs_err::write(folder.join(template.name), template.bytes()?)?;
    }
    Ok(())
}
