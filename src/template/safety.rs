//! What no template may bring along: programs, embedded objects, things fetched from elsewhere.

use super::package::Package;
use super::refusal::Refusal;
use super::xml::decode;

/// Refuses a package by the first thing in it that a paper must not hold.
pub(super) fn check(package: &Package) -> Result<(), Refusal> {
    for part in &package.parts {
        let name = part.name.to_lowercase();
        if name.ends_with("vbaproject.bin") || name.ends_with("vbadata.xml") {
            return Err(Refusal::Macros(part.name.clone()));
        }
        // Sheets of macros of Excel 4, and whatever only another file or a server can fill.
        if name.starts_with("xl/macrosheets/") || name.starts_with("xl/dialogsheets/") {
            return Err(Refusal::Macros(part.name.clone()));
        }
        if name.starts_with("xl/externallinks/")
            || name == "xl/connections.xml"
            || name.starts_with("xl/querytables/")
        {
            return Err(Refusal::External(part.name.clone()));
        }
        if name.contains("/embeddings/") || name.contains("/activex/") {
            return Err(Refusal::Embedded(part.name.clone()));
        }
        if name == "[content_types].xml" && part.text()?.contains("macroEnabled") {
            return Err(Refusal::Macros(part.name.clone()));
        }
        if name.ends_with(".rels") {
            relationships(&part.text()?)?;
        } else if name.ends_with(".xml") && name.starts_with("word/") {
            fields(&part.text()?)?;
        } else if name.ends_with(".xml") && name.starts_with("xl/") {
            formulas(&part.text()?)?;
        }
    }
    Ok(())
}

/// Links of text may lead outside; anything that the program would fetch by itself may not.
fn relationships(text: &str) -> Result<(), Refusal> {
    for tag in text.split('<').filter(|tag| tag.starts_with("Relationship ")) {
        let attributes = super::xml::attributes(tag);
        let value =
            |name: &str| attributes.iter().find(|(found, _)| *found == name).map_or("", |(_, value)| *value);
        let kind = value("Type").rsplit('/').next().unwrap_or_default();
        let is_external = value("TargetMode").eq_ignore_ascii_case("external");
        match kind {
            "aFChunk" => return Err(Refusal::AltChunk(value("Target").to_owned())),
            "oleObject" => return Err(Refusal::Embedded(value("Target").to_owned())),
            _ if is_external && kind != "hyperlink" => {
                return Err(Refusal::External(value("Target").to_owned()));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Formulas that fetch data or start programs; in a workbook any element's text may be one.
fn formulas(text: &str) -> Result<(), Refusal> {
    for element in text.split('<') {
        let Some((tag, content)) = element.split_once('>') else { continue };
        let name = tag.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
        let name = name.rsplit(':').next().unwrap_or_default();
        if matches!(
            name,
            "f" | "formula" | "formula1" | "formula2" | "definedName" | "calculatedColumnFormula"
        ) && let Some(found) = super::workbook::fetches(&decode(content))
        {
            return Err(Refusal::Field(found));
        }
    }
    Ok(())
}

/// Fields that read files or run programs, however Word has split their instruction over runs.
fn fields(text: &str) -> Result<(), Refusal> {
    let mut instructions = String::new();
    for element in text.split('<') {
        if element.starts_with("w:instrText") {
            instructions.push_str(element.split_once('>').map_or("", |(_, content)| content));
        } else if element.starts_with("w:fldSimple") {
            instructions.push(' ');
            instructions.push_str(element);
        } else if element.starts_with("w:fldChar") {
            instructions.push(' ');
        }
    }
    let instructions = decode(&instructions).to_uppercase();
    for word in ["DDEAUTO", "DDE", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT"] {
        if instructions.split(|c: char| !c.is_alphanumeric()).any(|found| found == word) {
            return Err(Refusal::Field(word.to_owned()));
        }
    }
    Ok(())
}
