//! How the parts of a workbook hang together: its sheets by name, and what belongs to which of them.

use super::super::package::Package;
use super::super::refusal::Refusal;
use super::super::xml::{Dom, Vocabulary, attributes, decode};

/// A relationship of a part.
#[derive(Debug)]
struct Relationship {
    id: String,
    /// The last word of its type: `worksheet`, `drawing`.
    kind: String,
    /// The part's name in the package.
    target: String,
}

/// A sheet as the workbook names it.
#[derive(Debug)]
pub(super) struct Entry {
    pub name: String,
    /// Its part's place in the package.
    pub part: Option<usize>,
}

/// The parts of a workbook.
#[derive(Debug)]
pub(super) struct Parts {
    /// The place of the workbook's own part.
    pub book: usize,
    pub sheets: Vec<Entry>,
    pub strings: Option<usize>,
    pub styles: Option<usize>,
    /// The chain of calculation, which a changed sheet makes wrong.
    pub chain: Option<usize>,
    /// For each part, the sheet that it belongs to.
    pub owners: Vec<Option<usize>>,
}

/// The workbook's own part, where the package is a workbook.
pub(in super::super) fn of_book(package: &Package) -> Option<usize> {
    let target =
        relationships(package, "").ok()?.into_iter().find(|one| one.kind == "officeDocument")?.target;
    let is_book = |name: &str| name.eq_ignore_ascii_case(&target) && name.to_lowercase().starts_with("xl/");
    package.parts.iter().position(|part| is_book(&part.name))
}

impl Parts {
    /// Reads them.
    pub fn read(package: &Package, book: usize) -> Result<Self, Refusal> {
        let find = |name: &str| package.parts.iter().position(|part| part.name.eq_ignore_ascii_case(name));
        let own = relationships(package, &package.parts[book].name)?;
        let of_kind = |kind: &str| own.iter().find(|one| one.kind == kind).and_then(|one| find(&one.target));
        let dom = Dom::read(&package.parts[book].name, package.parts[book].text()?)?;
        let mut sheets = Vec::new();
        for id in dom.walk(0) {
            if dom.named(id) != Some((Vocabulary::Sheet, "sheet")) {
                continue;
            }
            let tag = attributes(dom.start_tag(id));
            let attribute =
                |wanted: fn(&str) -> bool| tag.iter().find(|(name, _)| wanted(name)).map(|(_, value)| *value);
            let id = attribute(|name| name.ends_with(":id")).unwrap_or_default();
            let target = own.iter().find(|one| one.id == id).map(|one| one.target.as_str());
            let name = decode(attribute(|name| name == "name").unwrap_or_default()).into_owned();
            sheets.push(Entry { name, part: target.and_then(find) });
        }
        let mut owners = vec![None; package.parts.len()];
        for (place, sheet) in sheets.iter().enumerate() {
            let Some(part) = sheet.part else { continue };
            owners[part] = Some(place);
            for one in relationships(package, &package.parts[part].name)? {
                if let Some(part) = find(&one.target).filter(|_| one.kind != "hyperlink") {
                    owners[part] = Some(place);
                }
            }
        }
        Ok(Self {
            book,
            sheets,
            strings: of_kind("sharedStrings"),
            styles: of_kind("styles"),
            chain: of_kind("calcChain"),
            owners,
        })
    }
}

/// The relationships of a part, or of the package itself where it has no name.
fn relationships(package: &Package, part: &str) -> Result<Vec<Relationship>, Refusal> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name =
        if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    let Some(found) = package.parts.iter().find(|part| part.name.eq_ignore_ascii_case(&name)) else {
        return Ok(Vec::new());
    };
    let text = found.text()?;
    let tags =
        text.split('<').filter(|tag| tag.starts_with("Relationship ") || tag.contains(":Relationship "));
    let read = |tag| {
        let attributes = attributes(tag);
        let value =
            |name: &str| attributes.iter().find(|(found, _)| *found == name).map_or("", |(_, value)| *value);
        Relationship {
            id: value("Id").to_owned(),
            kind: value("Type").rsplit('/').next().unwrap_or_default().to_owned(),
            target: resolve(folder, &decode(value("Target"))),
        }
    };
    Ok(tags.map(read).collect())
}

/// A target's name in the package, as seen from a folder.
fn resolve(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    if !target.starts_with('/') {
        steps.extend(folder.split('/').filter(|step| !step.is_empty()));
    }
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn targets_are_seen_from_their_folder() {
        assert_eq!(resolve("xl/worksheets", "../drawings/drawing1.xml"), "xl/drawings/drawing1.xml");
        assert_eq!(resolve("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(resolve("", "xl/workbook.xml"), "xl/workbook.xml");
    }
}
