//! What no template may bring along: programs, embedded objects, things fetched from elsewhere.

use super::package::Package;
use super::refusal::Refusal;
use super::xml::{attributes, decode};

/// Fields that read files, databases or other programs.
const FIELDS: [&str; 8] =
    ["DDEAUTO", "DDE", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DATABASE"];

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
        if !name.ends_with(".rels") && !name.ends_with(".xml") {
            continue;
        }
        let text = part.text()?;
        if text.contains("<!DOCTYPE") {
            return Err(Refusal::Doctype(part.name.clone()));
        }
        if name.ends_with(".rels") {
            relationships(&text)?;
        } else if name.starts_with("word/") {
            fields(&text)?;
        } else if name.starts_with("xl/") {
            formulas(&text)?;
        }
    }
    Ok(())
}

/// Links of text may lead outside; anything that the program would fetch by itself may not.
fn relationships(text: &str) -> Result<(), Refusal> {
    for tag in tags(text).filter(|(name, _)| *name == "Relationship").map(|(_, tag)| tag) {
        let attributes = attributes(tag);
        let value = |name: &str| {
            let found = attributes.iter().find(|(found, _)| *found == name);
            decode(found.map_or("", |(_, value)| *value)).into_owned()
        };
        let (kind, target) = (value("Type"), value("Target"));
        let kind = kind.rsplit('/').next().unwrap_or_default();
        match kind {
            "aFChunk" => return Err(Refusal::AltChunk(target)),
            "oleObject" => return Err(Refusal::Embedded(target)),
            _ if !value("TargetMode").eq_ignore_ascii_case("external") => {}
            "hyperlink" => {}
            "attachedTemplate" => return Err(Refusal::Template(target)),
            "image" => return Err(Refusal::Picture(target)),
            _ => return Err(Refusal::External(target)),
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
    // A line a field; a field within another starts a line of its own.
    let (mut instructions, mut is_code) = (String::new(), false);
    for (name, tag) in tags(text) {
        match name {
            "instrText" => instructions.push_str(tag.split_once('>').map_or("", |(_, content)| content)),
            "fldSimple" => {
                let found =
                    attributes(tag).into_iter().find(|(name, _)| name.rsplit(':').next() == Some("instr"));
                instructions.push('\n');
                instructions.push_str(found.map_or("", |(_, value)| value));
                instructions.push('\n');
            }
            "fldChar" => instructions.push('\n'),
            _ if is_code && tag.starts_with("![CDATA[") => {
                instructions.push_str(tag.trim_start_matches("![CDATA["));
            }
            _ => {}
        }
        is_code = name == "instrText" && !tag.starts_with('/');
    }
    let instructions = decode(&instructions).to_uppercase();
    for line in instructions.lines() {
        let word = line.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        if FIELDS.contains(&word) {
            return Err(Refusal::Field(word.to_owned()));
        }
    }
    Ok(())
}

/// The start tags of a text with what follows each, by their names without prefix.
fn tags(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split('<').map(|tag| {
        let end = tag.find(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/')).unwrap_or(tag.len());
        let name = tag.get(..end).unwrap_or_default();
        (name.rsplit(':').next().unwrap_or_default(), tag)
    })
}
