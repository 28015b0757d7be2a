//! Findings for a person and for a program.

use super::{Finding, Language, Severity, hint, message};
use crate::location::Location;
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

/// The findings as text for a person; empty where there are none.
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
                    severity(finding.severity()),
                    finding.code.name(),
                    message(finding, language)
                );
            }
        }
        Format::Human => human(&mut out, findings, language),
    }
    out
}

fn human(out: &mut String, findings: &[Finding], language: Language) {
    let mut sorted: Vec<_> = findings.iter().collect();
    sorted.sort_by(|a, b| a.at.cmp(&b.at));
    let mut file = None;
    for finding in sorted {
        let this = finding.at.as_ref().map(Location::file);
        if file != Some(this) {
            let _ = writeln!(out, "{}{}", if file.is_some() { "\n" } else { "" }, this.unwrap_or("—"));
            file = Some(this);
        }
        let mark = if finding.severity() == Severity::Error { "✗" } else { "!" };
        let place = finding.at.as_ref().map(within_file).unwrap_or_default();
        let _ = writeln!(out, "  {mark} {place}{} [{}]", message(finding, language), finding.code.name());
        if let Some(hint) = hint(finding, language) {
            let _ = writeln!(out, "      {hint}");
        }
    }
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
