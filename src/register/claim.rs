//! Claims: what a run wants to issue, before the register has said under which number and path.

use super::name::SafePath;
use super::record::Hash;
use chrono::NaiveDate;

/// A number series, as the catalog asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Series<'a> {
    /// The series' name: «Благодарность».
    pub name: &'a str,
    /// Within what its numbers are unique: `2023`, `2022/2023`, or empty where they never start anew.
    pub period: &'a str,
    /// How a number reads: `№ 01-12/{номер}`; `{номер:3}` pads with zeros to three digits, `{период}` is the period.
    pub format: &'a str,
    /// The first number of a period.
    pub from: u32,
}

impl Series<'_> {
    /// The number as it stands in the document.
    pub fn text(&self, number: u32) -> String {
        let mut text = self.format.replace("{период}", self.period);
        while let Some(start) = text.find("{номер") {
            let Some(length) = text.get(start..).and_then(|tail| tail.find('}')) else { break };
            let width = text
                .get(start..start + length)
                .and_then(|tag| tag.split_once(':'))
                .map_or("", |(_, width)| width);
            let digits = format!("{number:0width$}", width = width.parse::<usize>().unwrap_or(0).min(9));
            text.replace_range(start..=start + length, &digits);
        }
        text
    }
}

/// One document that a run wants to have.
#[derive(Clone, Copy, Debug)]
pub struct Claim<'a> {
    /// The kind's id in the catalog: `thanks`.
    pub kind: &'a str,
    /// Who or what it is for, the same in every run: recipient, organisation and event, never a row.
    pub key: &'a str,
    /// What it is, for the journal: «Благодарственное письмо».
    pub title: &'a str,
    /// For whom, as a person reads it.
    pub recipient: &'a str,
    /// The date that anchors it in time: the event's, the meeting's, the period's last.
    pub date: NaiveDate,
    /// Its number series; `None`: unnumbered.
    pub series: Option<Series<'a>>,
    /// The path it would like.
    pub path: &'a SafePath,
    /// The hash of all that it is made from: values, template, catalog entry, program version.
    pub input: Hash,
    /// The hash of its template.
    pub template: Hash,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_reads_as_its_series_says() {
        let series = |format| Series { name: "Исх", period: "2023", format, from: 1 };
        assert_eq!(series("№ 01-12/{номер}").text(7), "№ 01-12/7");
        assert_eq!(series("{номер:3}/{период}").text(7), "007/2023");
        assert_eq!(series("{номер:3}").text(1000), "1000");
        assert_eq!(series("№ {номер").text(1), "№ {номер");
    }
}
