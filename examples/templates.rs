//! Writes the built-in templates to `templates/`.

use std::path::Path;

use pisar::starter;

fn main() -> anyhow::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    for name in starter::names() {
        fs_err::write(folder.join(name), starter::built_in(name)?.unwrap_or_default())?;
    }
    Ok(())
}
