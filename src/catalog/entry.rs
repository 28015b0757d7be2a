//! `catalog.toml`: the kinds of documents, as they are written.

use crate::diagnostic::{Code, Finding};
use crate::location::Location;
use crate::value::field_name;
use serde::Deserialize;

/// The built-in calendar of the year.
pub const CALENDAR: &str = "calendar";

/// One kind of document.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Entry {
    /// Its name on the command line.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// The template's file name; absent where `builtin` is given.
    pub template: Option<String>,
    /// What is computed with charts, by its name.
    pub builtin: Option<String>,
    /// The collection that gives a document a row; absent: one document.
    pub for_each: Option<String>,
    /// The row's name in the template.
    #[serde(rename = "as")]
    pub row_name: Option<String>,
    /// Which rows: an expression over their fields.
    #[serde(rename = "where")]
    pub condition: Option<String>,
    /// The kind of event that is bound as `событие` and anchors the document in time.
    pub event: Option<String>,
    /// Whether the meeting that the row is anchors the document in time.
    #[serde(default)]
    pub meeting: bool,
    /// How many calendar days before its date `--due` makes it.
    #[serde(default)]
    pub lead_days: u32,
    /// How many calendar days after its date `--due` still makes it.
    #[serde(default)]
    pub grace_days: u32,
    /// The path under the output folder, without an extension.
    pub file: String,
    /// The series of numbers; absent: unnumbered.
    pub series: Option<String>,
    /// How a number is written: «01-12/{номер}».
    pub number: Option<String>,
    /// When the numbers of the series start anew.
    #[serde(default)]
    pub restart: Restart,
    /// Words of the line of the plan that the document answers, each by its beginning; `|` tells readings apart.
    pub about: Option<String>,
    /// The number of the line of the plan that the document answers, where `about` fits several or is absent.
    pub activity: Option<String>,
    /// Whom a draft goes to, addresses apart by commas; absent: the row's «E-mail», else its organisation's.
    pub email_to: Option<String>,
    /// A draft's subject; absent: the file's name.
    pub email_subject: Option<String>,
    /// A draft's text.
    pub email_text: Option<String>,
    /// Who an envelope goes to, in lines; absent: by the row, its organisation.
    pub post_to: Option<String>,
    /// Where an envelope goes; absent: the row's «Адрес», else its organisation's.
    pub post_address: Option<String>,
    /// Whether the meeting's or the event's .ics goes with a draft.
    #[serde(default)]
    pub calendar: bool,
}

/// When the numbers of a series start anew.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Restart {
    /// With each academic year.
    #[default]
    AcademicYear,
    /// With each calendar year, by the document's own date.
    CalendarYear,
    /// Never.
    Never,
}

/// The kinds of documents, in the order of the file.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Catalog {
    /// The entries.
    #[serde(rename = "document", default)]
    pub entries: Vec<Entry>,
}

impl Catalog {
    /// Reads the catalog; all that is wrong with it at once, as far as TOML lets it be read.
    pub fn parse(text: &str) -> Result<Self, Vec<Finding>> {
        let unreadable = |reason: String| {
            Finding::new(Code::CatalogUnreadable, Location::File("templates/catalog.toml".into()))
                .with("reason", reason)
        };
        let mut catalog: Self =
            toml::from_str(text).map_err(|error| vec![unreadable(error.to_string().replace('\n', " "))])?;
        // A sheet's own name («Выпускники 2023») is reached as templates reach it, however it is written here.
        for entry in &mut catalog.entries {
            for name in [&mut entry.for_each, &mut entry.row_name].into_iter().flatten() {
                *name = field_name(name);
            }
        }
        let mut findings = Vec::new();
        for (index, entry) in catalog.entries.iter().enumerate() {
            let wrong =
                |reason: &str| Finding::new(Code::CatalogEntryWrong, entry.location()).with("reason", reason);
            let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
            if catalog.entries[..index].iter().any(|other| other.id == entry.id)
                || !entry.id.chars().all(is_plain)
            {
                findings.push(wrong("id"));
            }
            if entry.template.is_some() == entry.builtin.is_some() {
                findings.push(wrong("template"));
            }
            if entry.for_each.is_some() != entry.row_name.is_some() {
                findings.push(wrong("for-each"));
            }
            // Two counts of one series would print a number twice.
            let is_shared = |other: &&Entry| entry.series.is_some() && other.series == entry.series;
            let shared = catalog.entries[..index].iter().find(is_shared);
            if shared.is_some_and(|other| other.restart != entry.restart) {
                findings.push(wrong("restart"));
            }
        }
        if findings.is_empty() { Ok(catalog) } else { Err(findings) }
    }
}

impl Entry {
    /// The entry's place for findings.
    pub fn location(&self) -> Location {
        Location::Catalog(self.id.as_str().into())
    }

    /// The extension of its files.
    pub fn extension(&self) -> &'static str {
        if self.builtin.as_deref() == Some(CALENDAR) {
            return "ics";
        }
        let is_workbook =
            |name: &str| name.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case("xlsx"));
        if self.builtin.is_some() || self.template.as_deref().is_some_and(is_workbook) {
            "xlsx"
        } else {
            "docx"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_entries_is_told_at_once() {
        let text = "[[document]]\nid = 'a'\ntitle = 'A'\nfile = 'a'\nseries = 'A'\n[[document]]\nid = 'a'\ntitle = 'A'\n\
                    template = 'a.docx'\nfor-each = 'x'\nfile = 'a'\nseries = 'A'\nrestart = 'never'\n";
        let findings = Catalog::parse(text).unwrap_err();
        let reasons: Vec<_> = findings.iter().map(|finding| finding.arguments["reason"].as_str()).collect();
        assert_eq!(reasons, ["template", "id", "for-each", "restart"]);
    }

    #[test]
    fn a_sheet_is_named_in_any_case() {
        let text = "[[document]]\nid='a'\ntitle='A'\ntemplate='a.docx'\nfile='a'\nfor-each='Выпускники 2023'\nas='Получатель'\n";
        let catalog = Catalog::parse(text).unwrap();
        let entry = &catalog.entries[0];
        assert_eq!(
            (entry.for_each.as_deref(), entry.row_name.as_deref()),
            (Some("выпускники_2023"), Some("получатель"))
        );
    }

    #[test]
    fn an_unknown_key_is_refused() {
        let findings =
            Catalog::parse("[[document]]\nid='a'\ntitle='A'\ntemplate='a.docx'\nfile='a'\nlead_days=3\n")
                .unwrap_err();
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].code, Code::CatalogUnreadable);
    }
}
