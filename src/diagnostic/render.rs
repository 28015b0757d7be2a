//! Findings for a person and for a program.

use super::{Finding, Language, Severity, hint, message};
use crate::location::Location;
use anstyle::{AnsiColor, Style};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// How findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Format {
    /// Grouped by file, with hints.
    #[default]
    Human,
    /// A line each: `place: severity[code]: message`.
    Short,
    /// One JSON object.
    Json,
}

/// The findings as text for a person, severities coloured: what prints takes the colours out where they are not wanted. Empty where there
/// are none.
pub fn render(findings: &[Finding], format: Format, language: Language) -> String {
    let mut out = String::new();
    match format {
        Format::Json => out = render_json(findings, language).to_string(),
        Format::Short => {
            for finding in findings {
                let place = finding.at.as_ref().map(ToString::to_string).unwrap_or_default();
                let _ = writeln!(
                    out,
                    "{place}: {}[{}]: {}",
                    coloured(finding, severity(finding.severity())),
                    finding.code.name(),
                    visible(&message(finding, language))
                );
            }
        }
        Format::Human => human(&mut out, findings, language),
    }
    out
}

fn human(out: &mut String, findings: &[Finding], language: Language) {
    let mut sorted: Vec<_> = findings.iter().collect();
    // By file first: what is said of a whole sheet stands with what is said of its cells.
    let place = |finding: &&Finding| finding.at.as_ref().map(|at| (at.file().to_owned(), at.clone()));
    sorted.sort_by_cached_key(place);
    let mut file = None;
    for finding in sorted {
        let this = finding.at.as_ref().map(Location::file);
        if file != Some(this) {
            let bold = Style::new().bold();
            let gap = if file.is_some() { "\n" } else { "" };
            let _ = writeln!(out, "{gap}{bold}{}{bold:#}", this.unwrap_or("—"));
            file = Some(this);
        }
        let mark = coloured(finding, if finding.severity() == Severity::Error { "✗" } else { "!" });
        let place = finding.at.as_ref().map(within_file).unwrap_or_default();
        let _ = writeln!(
            out,
            "  {mark} {place}{} [{}]",
            visible(&message(finding, language)),
            finding.code.name()
        );
        if let Some(hint) = hint(finding, language) {
            let _ = writeln!(out, "      {}", visible(&hint));
        }
    }
}

/// Red for an error, yellow for a warning.
fn coloured(finding: &Finding, text: &str) -> String {
    let colour = match finding.severity() {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
    };
    let style = colour.on_default().bold();
    format!("{style}{text}{style:#}")
}

/// The text without characters that a terminal would obey: a cell may hold any.
fn visible(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}

fn within_file(at: &Location) -> String {
    match at {
        Location::File(_) => String::new(),
        Location::Sheet(at) => format!("{}: ", at.sheet),
        Location::Cell(at, cell) => format!("{}!{cell}: ", at.sheet),
        Location::Template(at) if at.number == 0 => format!("{}: ", at.part),
        Location::Template(at) => format!("{}, ¶ {} «{}»: ", at.part, at.number, at.text),
        Location::Catalog(id) => format!("[{id}] "),
    }
}

/// The findings as JSON objects: code, severity, message, hints, location.
pub fn render_json(findings: &[Finding], language: Language) -> Value {
    let one = |finding: &Finding| {
        json!({
            "code": finding.code.name(),
            "severity": severity(finding.severity()),
            "message": message(finding, language),
            "hints": hint(finding, language).into_iter().collect::<Vec<_>>(),
            "location": finding.at.as_ref().map(location),
        })
    };
    findings.iter().map(one).collect()
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn location(at: &Location) -> Value {
    match at {
        Location::File(file) => json!({"file": **file, "sheet": null, "cell": null}),
        Location::Sheet(at) => json!({"file": *at.file, "sheet": *at.sheet, "cell": null}),
        Location::Cell(at, cell) => json!({"file": *at.file, "sheet": *at.sheet, "cell": cell.to_string()}),
        Location::Template(at) => {
            json!({"template": *at.template, "part": *at.part, "paragraph": at.number})
        }
        Location::Catalog(id) => json!({"file": "templates/catalog.toml", "sheet": **id, "cell": null}),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::location::{CellRef, Sheet};
    use std::sync::Arc;

    #[test]
    fn severities_are_coloured_and_a_cell_colours_nothing() {
        let findings = [
            Finding::new(Code::DateImpossible, None).with("value", "31.02\u{1b}[31m"),
            Finding::new(Code::GenderUnknown, None).with("name", "Саша"),
        ];
        assert_eq!(
            render(&findings, Format::Short, Language::English),
            ": \u{1b}[1m\u{1b}[31merror\u{1b}[0m[date-impossible]: There is no such date: 31.02\u{fffd}[31m.\n\
             : \u{1b}[1m\u{1b}[33mwarning\u{1b}[0m[gender-unknown]: The name does not tell the gender: \"Саша\".\n"
        );
    }

    #[test]
    fn a_file_is_named_once() {
        let sheet = |file: &str| Arc::new(Sheet { file: file.into(), sheet: "Лист".into() });
        let at = |file: &str| Location::Cell(sheet(file), CellRef::new(1, 0));
        let findings = [
            Finding::new(Code::CellStruck, at("input/а.xlsx")),
            Finding::new(Code::CellStruck, at("input/б.xlsx")),
            Finding::new(Code::SheetHidden, Location::Sheet(sheet("input/а.xlsx"))),
        ];
        let shown =
            anstream::adapter::strip_str(&render(&findings, Format::Human, Language::Russian)).to_string();
        let files: Vec<&str> = shown.lines().filter(|line| line.starts_with("input/")).collect();
        assert_eq!(files, ["input/а.xlsx", "input/б.xlsx"]);
    }
}
