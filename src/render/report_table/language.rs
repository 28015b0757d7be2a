//! Says in a workbook that it is in Russian: rust_xlsxwriter names no language in its properties, and English in its charts.

use std::io::{self, Cursor, Read as _, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

const CORE: &str = "docProps/core.xml";
const CREATOR_END: &str = "</dc:creator>";

/// The same workbook with its language among its properties and in its charts; other parts are copied as they are.
pub fn russian(workbook: Vec<u8>) -> io::Result<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(workbook))?;
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for index in 0..archive.len() {
        let mut part = archive.by_index(index)?;
        let name = part.name()?.into_owned();
        let is_chart = name.starts_with("xl/charts/chart");
        if name != CORE && !is_chart {
            drop(part);
            packed.raw_copy_file(archive.by_index_raw(index)?)?;
            continue;
        }
        let mut text = String::new();
        part.read_to_string(&mut text)?;
        let text = if is_chart {
            text.replacen("<c:lang val=\"en-US\"/>", "<c:lang val=\"ru-RU\"/>", 1)
                .replace(" lang=\"en-US\"", " lang=\"ru-RU\"")
        } else {
            text.replacen(CREATOR_END, &format!("{CREATOR_END}<dc:language>ru-RU</dc:language>"), 1)
        };
        packed.start_file(name, options)?;
        packed.write_all(text.as_bytes())?;
    }
    Ok(packed.finish()?.into_inner())
}
