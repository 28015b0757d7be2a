//! Signed papers as evidence: which line of the plan each one shows, and how a report names it.

use super::entry::{Catalog, Entry};
use super::periodic::{QUARTERS, YEAR};
use super::scope::Scope;
use super::select::When;
use crate::analysis::{self, Line, Progress};
use crate::calendar::Period;
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// How many papers of a kind a report names one by one; more are counted.
const NAMED: usize = 3;

/// A paper of the register whose signature a person has entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedPaper {
    /// Its kind's name in the catalog.
    pub kind: String,
    /// Its document's key.
    pub key: String,
    /// The date on the signed paper.
    pub signed: Option<NaiveDate>,
    /// The number on the signed paper, else that of the register.
    pub number: Option<String>,
    /// The date that anchors it in time.
    pub date: NaiveDate,
}

/// What a paper shows: the line of the plan, by its place, and the kind that names it.
#[derive(Clone, Debug)]
pub(super) struct Evidence {
    line: usize,
    title: String,
    is_one: bool,
    paper: SignedPaper,
}

impl Scope<'_> {
    /// Takes up signed papers: what reports made from here on name as evidence. Only a person's entry of a signature changes them,
    /// never a run: a report stays the same however often it is made.
    pub fn show(&mut self, catalog: &Catalog, papers: &[SignedPaper]) {
        for entry in &catalog.entries {
            let own: Vec<&SignedPaper> = papers.iter().filter(|paper| paper.kind == entry.id).collect();
            if own.is_empty() {
                continue;
            }
            let Ok(kind) = self.kind(entry) else { continue };
            let lines = catalog.lines(entry, &self.model.plan);
            for document in self.select(&kind, When::Year, true).documents {
                let Some(paper) = own.iter().find(|paper| paper.key == document.key) else { continue };
                let lines = self.lines_of(&document, &lines);
                self.evidence.extend(lines.into_iter().map(|line| Evidence {
                    line,
                    title: entry.title.clone(),
                    is_one: entry.for_each.is_none(),
                    paper: (*paper).clone(),
                }));
            }
        }
    }

    /// What of the evidence a kind's documents depend on: nothing but reports do.
    pub fn evidence_of(&self, entry: &Entry) -> String {
        match entry.for_each.as_deref() {
            Some(QUARTERS | YEAR) => format!("{:?}", self.evidence),
            _ => String::new(),
        }
    }

    /// The report of a period, each line's evidence with the signed papers that show it.
    pub fn progress(&self, period: Period) -> Progress {
        let mut progress = analysis::progress(self.model, period, self.calendar);
        let (start, end) = (period.start(), period.end());
        let lists = [
            (&mut progress.due, NaiveDate::MIN),
            (&mut progress.carried_over, NaiveDate::MIN),
            (&mut progress.recurring, start),
            (&mut progress.ongoing, NaiveDate::MIN),
            (&mut progress.without_term, NaiveDate::MIN),
        ];
        for (lines, from) in lists {
            for line in lines {
                self.add_papers(line, from..=end);
            }
        }
        progress
    }

    fn add_papers(&self, line: &mut Line, days: RangeInclusive<NaiveDate>) {
        let is_new = |paper: &SignedPaper| {
            paper.number.as_ref().is_none_or(|number| !is_named(number, &line.evidence))
                && days.contains(&paper.signed.unwrap_or(paper.date))
        };
        let own: Vec<&Evidence> =
            self.evidence.iter().filter(|one| one.line == line.activity && is_new(&one.paper)).collect();
        let kinds = own.chunk_by(|one, next| one.paper.kind == next.paper.kind);
        let named: Vec<String> = kinds.map(together).collect();
        if !named.is_empty() {
            let written = std::mem::take(&mut line.evidence);
            let all = Some(written).filter(|written| !written.is_empty()).into_iter().chain(named);
            line.evidence = all.collect::<Vec<_>>().join("; ");
        }
    }
}

/// Whether what a person has written names the number: «приказ № 12».
fn is_named(number: &str, written: &str) -> bool {
    let plain = written.replace(['\u{a0}', '\u{202f}', ' '], "");
    let wanted = format!("№{}", number.replace(' ', ""));
    plain.match_indices(&wanted).any(|(at, _)| {
        plain.get(at + wanted.len()..).is_none_or(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    })
}

/// «приказ о награждении от 15.05.2023 № 12»; of a kind with several, «запросы: от 01.02.2023 № 3, от 01.02.2023 № 4»; many are counted.
fn together(papers: &[&Evidence]) -> String {
    let Some(first) = papers.first() else { return String::new() };
    let title = lowered(&first.title);
    let marks: Vec<String> =
        papers.iter().map(|one| mark(&one.paper)).filter(|mark| !mark.is_empty()).collect();
    if papers.len() > NAMED || marks.is_empty() {
        let count = Some(papers.len()).filter(|count| *count > 1);
        return title + &count.map(|count| format!(" ({count})")).unwrap_or_default();
    }
    format!("{title}{} {}", if first.is_one { "" } else { ":" }, marks.join(", "))
}

/// A title within a sentence: «приказ о …», but «КЦП …».
fn lowered(title: &str) -> String {
    let mut letters = title.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), next) if !next.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => title.to_owned(),
    }
}

fn mark(paper: &SignedPaper) -> String {
    let day = paper.signed.map(|day| format!("от\u{a0}{}", day.format("%d.%m.%Y")));
    let number = paper.number.as_ref().map(|number| format!("№\u{a0}{number}"));
    day.into_iter().chain(number).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(title: &str, is_one: bool, number: Option<&str>) -> Evidence {
        let day = NaiveDate::from_ymd_opt(2023, 5, 15).unwrap();
        let paper = SignedPaper {
            kind: title.into(),
            key: String::new(),
            signed: Some(day),
            number: number.map(Into::into),
            date: day,
        };
        Evidence { line: 0, title: title.into(), is_one, paper }
    }

    #[test]
    fn papers_of_a_kind_are_named_together() {
        let order = evidence("Приказ о награждении", true, Some("12"));
        assert_eq!(together(&[&order]), "приказ о награждении от\u{a0}15.05.2023 №\u{a0}12");
        let (one, other) = (evidence("Запросы", false, Some("3")), evidence("Запросы", false, None));
        assert_eq!(together(&[&one, &other]), "запросы: от\u{a0}15.05.2023 №\u{a0}3, от\u{a0}15.05.2023");
        assert_eq!(together(&[&one; 4]), "запросы (4)");
    }

    #[test]
    fn what_a_person_has_named_is_not_named_twice() {
        assert!(is_named("12", "приказ от 15.05.2023 №\u{a0}12"));
        assert!(!is_named("1", "приказ от 15.05.2023 № 12"));
        assert!(!is_named("12", "12 человек"));
    }
}
