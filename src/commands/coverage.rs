//! The lines of the plan as `pisar list` shows them: which papers of each are issued, can be made, or lack data.

use crate::diagnostic::{Language, text};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// How the papers of a kind stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// All are signed, as the register has been told.
    Signed,
    /// All are in the register.
    Issued,
    /// They can be made.
    Ready,
    /// There is nothing to make them from, or something is missing.
    Lacking,
}

impl Standing {
    /// Of a kind with so many documents, of them so many issued and signed, and so many that lack data.
    pub const fn of(documents: usize, issued: usize, signed: usize, lacking: usize) -> Self {
        if lacking > 0 || documents == 0 {
            Self::Lacking
        } else if signed == documents {
            Self::Signed
        } else if issued == documents {
            Self::Issued
        } else {
            Self::Ready
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Issued => "issued",
            Self::Ready => "ready",
            Self::Lacking => "lacking",
        }
    }
}

/// A kind that a line of the plan has.
#[derive(Clone, Debug)]
pub struct Paper<'a> {
    /// The kind's name on the command line.
    pub kind: &'a str,
    /// Its name for people.
    pub title: &'a str,
    /// How many documents it has for the line.
    pub documents: usize,
    /// How many of them are issued.
    pub issued: usize,
    /// How many of them are signed.
    pub signed: usize,
    /// How they stand.
    pub standing: Standing,
}

impl Paper<'_> {
    /// Its name; where only some of its documents are issued, how many: «thanks 3/20».
    fn told(&self) -> String {
        if self.issued == 0 || self.issued == self.documents {
            return self.kind.to_owned();
        }
        format!("{} {}/{}", self.kind, self.issued, self.documents)
    }
}

/// A line of the plan and its papers.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// Its number as written.
    pub number: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Its papers, in the order of the catalog.
    pub papers: Vec<Paper<'a>>,
}

impl Line<'_> {
    /// Whether a paper of the line is issued or can be made.
    fn is_covered(&self) -> bool {
        self.papers.iter().any(|paper| paper.documents > 0)
    }
}

/// The lines for a program.
pub fn as_json(lines: &[Line<'_>]) -> Value {
    let one = |line: &Line<'_>| {
        let papers = line.papers.iter().map(|paper| {
            json!({
                "kind": paper.kind,
                "title": paper.title,
                "count": paper.documents,
                "issued": paper.issued,
                "signed": paper.signed,
                "state": paper.standing.name(),
            })
        });
        json!({
            "number": line.number,
            "title": line.title,
            "covered": line.is_covered(),
            "papers": papers.collect::<Vec<_>>(),
        })
    };
    json!(lines.iter().map(one).collect::<Vec<_>>())
}

/// The lines for a person: a line each, its papers under it, and how many are covered.
pub fn as_text(lines: &[Line<'_>], language: Language) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let mut out = format!("\n{}\n", text("list-lines", &[], language));
    for line in lines {
        let title: String = line.title.chars().take(70).collect();
        let cut = if title.len() < line.title.len() { "…" } else { "" };
        let _ = writeln!(out, "{:6} {}{cut}", line.number, title.trim_end());
        for (standing, key) in [
            (Standing::Signed, "list-papers-signed"),
            (Standing::Issued, "list-papers-issued"),
            (Standing::Ready, "list-papers-ready"),
            (Standing::Lacking, "list-papers-lacking"),
        ] {
            let papers = line.papers.iter().filter(|paper| paper.standing == standing);
            let papers: Vec<String> = papers.map(Paper::told).collect();
            if !papers.is_empty() {
                let _ = writeln!(out, "       {}: {}", text(key, &[], language), papers.join(", "));
            }
        }
    }
    let covered = lines.iter().filter(|line| line.is_covered()).count().to_string();
    let all = lines.len().to_string();
    let _ = writeln!(out, "\n{}", text("list-covered", &[("covered", &covered), ("all", &all)], language));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_stands_by_its_documents() {
        assert_eq!(Standing::of(3, 3, 3, 0), Standing::Signed);
        assert_eq!(Standing::of(3, 3, 2, 0), Standing::Issued);
        assert_eq!(Standing::of(3, 1, 0, 0), Standing::Ready);
        assert_eq!(Standing::of(3, 3, 0, 1), Standing::Lacking);
        assert_eq!(Standing::of(0, 0, 0, 0), Standing::Lacking);
    }

    #[test]
    fn lines_are_counted_that_have_a_paper() {
        let paper = |documents, issued| Paper {
            kind: "thanks",
            title: "Письма",
            documents,
            issued,
            signed: 0,
            standing: Standing::of(documents, issued, 0, 0),
        };
        let line = |documents| Line {
            number: "2.8",
            title: "Чествование",
            papers: vec![paper(documents, documents / 2)],
        };
        let told = as_text(&[line(2), line(0)], Language::Russian);
        assert!(told.contains(": thanks 1/2\n"), "{told}");
        assert!(told.ends_with("Строк плана с документами: 1 из 2.\n"), "{told}");
        assert_eq!(
            as_json(&[line(2)]),
            json!([{"number": "2.8", "title": "Чествование", "covered": true,
                "papers": [{"kind": "thanks", "title": "Письма", "count": 2, "issued": 1, "signed": 0, "state": "ready"}]}])
        );
    }
}
