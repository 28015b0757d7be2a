//! Which sheets a workbook has, in which parts they lie, and from which day it counts.

use super::super::package::Package;
use super::super::refusal::Refusal;
use super::super::xml::{Events, attribute, is_true};
use super::binary;
use quick_xml::events::Event;
use std::collections::HashMap;

/// The most sheets that are read.
const MAX_SHEETS: usize = 500;

/// What the workbook part says.
pub struct Workbook {
    pub sheets: Vec<NamedSheet>,
    pub strings: Option<String>,
    pub styles: Option<String>,
    pub is_1904: bool,
    /// Whether its parts are records rather than XML.
    pub is_binary: bool,
}

/// A sheet of cells: its name and its part.
pub struct NamedSheet {
    pub name: String,
    pub hidden: bool,
    pub part: String,
}

struct Relation {
    /// The last word of the type's address: `worksheet`.
    kind: String,
    /// The part; `None` where the target lies outside of the package.
    part: Option<String>,
}

/// The part that the package says it is all about: `xl/workbook.xml`, `word/document.xml`.
pub fn main_part(package: &mut Package<'_>) -> Result<Option<String>, Refusal> {
    let root = relations(package, "")?;
    let named = root
        .into_values()
        .find(|relation| relation.kind == "officedocument")
        .and_then(|relation| relation.part);
    Ok(named.filter(|part| package.has(part)))
}

/// `None` where the package has no workbook at all.
pub fn read(package: &mut Package<'_>) -> Result<Option<Workbook>, Refusal> {
    let part = main_part(package)?;
    let part = part.unwrap_or_else(|| {
        let binary = "xl/workbook.bin";
        (if package.has(binary) { binary } else { "xl/workbook.xml" }).to_owned()
    });
    if !package.has(&part) {
        return Ok(None);
    }
    let relations = relations(package, &part)?;
    let is_binary = part.to_lowercase().ends_with(".bin");
    let (listed, is_1904) = package.part(&part, |source| {
        if is_binary { binary::list(source, &part) } else { list(&mut Events::new(source, &part)) }
    })?;
    if listed.len() > MAX_SHEETS {
        return Err(Refusal::TooBig { place: part });
    }
    // Excel allows no two names that differ by case only, and none that is empty: places would be ambiguous.
    let mut names: Vec<_> = listed.iter().map(|(name, _, _)| name.trim().to_lowercase()).collect();
    names.sort_unstable();
    if names.first().is_some_and(String::is_empty) || names.array_windows().any(|[a, b]| a == b) {
        return Err(Refusal::damaged(part));
    }
    let mut sheets = Vec::with_capacity(listed.len());
    for (name, hidden, id) in listed {
        let relation = relations.get(&id).ok_or_else(|| Refusal::damaged(format!("{part}: {name}")))?;
        match (relation.kind.as_str(), &relation.part) {
            ("worksheet", Some(part)) => sheets.push(NamedSheet { name, hidden, part: part.clone() }),
            ("worksheet", None) => return Err(Refusal::damaged(format!("{part}: {name}"))),
            // Charts, dialogs and macro sheets hold no cells of ours.
            _ => {}
        }
    }
    let of_kind = |kind: &str| relations.values().find(|r| r.kind == kind).and_then(|r| r.part.clone());
    Ok(Some(Workbook {
        sheets,
        strings: of_kind("sharedstrings"),
        styles: of_kind("styles"),
        is_1904,
        is_binary,
    }))
}

/// Sheets as the workbook lists them: name, whether hidden, the relation's id.
pub type Listed = Vec<(String, bool, String)>;

fn list(events: &mut Events<'_>) -> Result<(Listed, bool), Refusal> {
    let (mut sheets, mut is_1904) = (Vec::new(), false);
    while let Some(event) = events.next()? {
        let (Event::Start(element) | Event::Empty(element)) = event else { continue };
        match element.local_name().as_ref() {
            "workbookPr" => is_1904 = attribute(&element, "date1904").is_some_and(|value| is_true(&value)),
            "sheet" => {
                let text = |name| attribute(&element, name).map(std::borrow::Cow::into_owned);
                // `id` is the relation's; `sheetId` is another attribute.
                let (name, id) = (text("name").unwrap_or_default(), text("id").unwrap_or_default());
                sheets.push((name, text("state").is_some_and(|state| state != "visible"), id));
            }
            _ => {}
        }
    }
    Ok((sheets, is_1904))
}

/// The relations of `part` by their ids; none where the package names none.
fn relations(package: &mut Package<'_>, part: &str) -> Result<HashMap<String, Relation>, Refusal> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let at =
        if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    if !package.has(&at) {
        return Ok(HashMap::new());
    }
    package.part(&at, |source| {
        let (mut events, mut relations) = (Events::new(source, &at), HashMap::new());
        while let Some(event) = events.next()? {
            let (Event::Start(element) | Event::Empty(element)) = event else { continue };
            if element.local_name().as_ref() != "Relationship" {
                continue;
            }
            let text = |name| attribute(&element, name).unwrap_or_default().into_owned();
            let external = text("TargetMode").eq_ignore_ascii_case("external");
            let kind = text("Type").rsplit('/').next().unwrap_or_default().to_lowercase();
            let part = (!external).then(|| resolve(folder, &text("Target")));
            relations.insert(text("Id"), Relation { kind, part });
        }
        Ok(relations)
    })
}

/// A target as a part's name: from the root where it starts with `/`, else from `folder`.
pub fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut parts: Vec<&str> = if target.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').filter(|s| !s.is_empty()).collect()
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            step => parts.push(step),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn targets_are_parts_of_this_package_only() {
        assert_eq!(resolve("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "..\\..\\..\\etc\\passwd"), "etc/passwd");
    }
}
