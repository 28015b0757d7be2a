//! Writes the demonstration workbooks `input/plan.xlsx`, `input/participants.xlsx` and `input/results.xlsx`.

mod workbooks;

use std::path::Path;

#[expect(clippy::disallowed_methods, reason = "an example is run by hand, outside any workspace")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let input = Path::new(env!("CARGO_MANIFEST_DIR")).join("input");
    for (name, bytes) in workbooks::all()? {
        std::fs::write(input.join(name), bytes)?;
    }
    Ok(())
}
